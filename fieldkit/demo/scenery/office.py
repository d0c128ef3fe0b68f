"""The office: all desks as its admin sees them, then desk by desk."""

from __future__ import annotations

from typing import Final

from fieldkit.demo.lively.planning import ADMIN
from fieldkit.demo.scenery.stage import Act, Scene, Stage
from fieldkit.domain.lease import day_of
from fieldkit.host.clock import now_ms
from fieldkit.records.codes import plain_code
from fieldkit.records.phone_codes import new_line, pin_matter, request
from fieldkit.store.queries.people import app_users
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.laptops.calls import read_back
from fieldkit.ui.pages.office.told_once import tell_code

_SECRET: Final = bytes(32)
_ANSWER: Final = "K7PM-2XQA-9TRB"


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
        *_calls(stage, back),
        Scene("office-data_requests", _at(stage, "0"), back),
    ]


def _calls(stage: Stage, back: Act) -> list[Scene]:
    """Somebody who forgot the PIN calls: what the office types, and what it reads back."""

    def called() -> None:
        day = day_of(now_ms(stage.laptop.clock))
        line = new_line(_SECRET, "laptop-P2", pin_matter(stage.laptop.lead.id), day)
        _at(stage, "9", "6", *plain_code(request("laptop-P2", "P2", line, day).spoken))()

    def told() -> None:
        _at(stage, "9")()
        what = tr("PIN baru untuk {name}", name=stage.laptop.lead.name)
        tell_code(stage.desktop.window, tr("Bacakan jawaban ini"), f"P2 Meja Jati 1. {what}.", _ANSWER, read_back())

    def out() -> None:
        stage.hands.press("Esc")
        back()

    def heard() -> None:
        stage.hands.press("Enter")
        back()

    return [Scene("office-laptops-call", called, out), Scene("office-laptops-answer", told, heard)]


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
