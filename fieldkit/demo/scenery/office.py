"""The office: all desks as its admin sees them, then desk by desk."""

from __future__ import annotations

from fieldkit.demo.lively.planning import ADMIN
from fieldkit.demo.scenery.stage import Act, Scene, Stage
from fieldkit.store.queries.people import app_users


def office_scenes(stage: Stage) -> list[Scene]:
    """The overview, and each desk under the name `office-` with its own."""
    back = _back(stage)
    return [
        Scene("office", _at(stage), back),
        Scene("office-lists", _at(stage, "1"), back),
        Scene("office-national-empty", _at(stage, "2"), back),
        Scene("office-targets", _at(stage, "3"), back),
        Scene("office-rules", _at(stage, "7", "Down", "Down", "Down"), back),
        Scene("office-rules-form", _at(stage, "7", "End", "1"), back),
        Scene("office-people", _at(stage, "8"), back),
        Scene("office-laptops", _at(stage, "9"), back),
        Scene("office-data_requests", _at(stage, "0"), back),
    ]


def waiting_scenes(stage: Stage) -> list[Scene]:
    """Weeks of cards that nobody fetched: who was told, and who is told by hand."""
    back = _back(stage)

    def out() -> None:
        stage.hands.press("Esc")
        back()

    def twice_out() -> None:
        stage.hands.press("Esc")
        out()

    return [
        Scene("office-waiting", _at(stage), back),
        Scene("office-notices", _at(stage, "5"), back),
        Scene("office-notices-told", _at(stage, "5", "Alt+3"), back),
        Scene("office-notices-list", _at(stage, "5", "Ctrl+P"), out),
        Scene("office-uncollected", _at(stage, "6"), back),
        Scene("office-uncollected-where", _at(stage, "6", "Ctrl+F", "S", "I", "T", "I"), twice_out),
        Scene("office-uncollected-untold", _at(stage, "6", "Alt+3"), back),
    ]


def national_scenes(stage: Stage) -> list[Scene]:
    """Files of the centre: counts beside each other, and one of the lists of work."""
    back = _back(stage)

    def out() -> None:
        stage.hands.press("Esc", "Esc")
        back()

    return [
        Scene("office-national", _at(stage, "2"), back),
        Scene("office-national-list", _at(stage, "2", "Down", "Down", "Down", "Enter"), out),
        Scene("office-national-count", _at(stage, "2", "Ctrl+N"), out),
    ]


def mission_scenes(stage: Stage) -> list[Scene]:
    """A team that comes to help: the desk, its terms, and the step that needs a reason."""
    back = _back(stage)

    def out() -> None:
        stage.hands.press("Esc")
        back()

    return [
        Scene("office-missions", _at(stage, "4"), back),
        Scene("office-missions-terms", _at(stage, "4", "2"), out),
        Scene("office-missions-cancel", _at(stage, "4", "4"), out),
    ]


def _at(stage: Stage, *strokes: str, name: str = ADMIN) -> Act:
    """Somebody of the office signs in, goes there and presses keys."""

    def enter() -> None:
        user = next(user for user in stage.laptop.store.query(app_users) if user.name == name)
        stage.desktop.sign_in(user)
        stage.keys("office", *strokes)()

    return enter


def _back(stage: Stage) -> Act:
    """The lead is at the laptop again."""
    return lambda: stage.desktop.sign_in(stage.laptop.lead)
