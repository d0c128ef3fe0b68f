"""The list, narrowed and cleaned."""

from __future__ import annotations

from fieldkit.demo.lively.planning import PLANNER
from fieldkit.demo.scenery.register import id_of
from fieldkit.demo.scenery.stage import Act, Scene, Stage
from fieldkit.store.queries.people import app_users
from fieldkit.ui.pages.target_list import TargetListPage


def list_scenes(stage: Stage) -> list[Scene]:
    """The list, one person, a proposal, what is left by RT, a sheet to be printed, and the office deciding."""

    def out() -> None:
        stage.hands.press("Esc", "Esc")

    return [
        Scene("list", stage.go("list")),
        Scene("list-person", lambda: _visited(stage), out),
        Scene("list-propose", lambda: _proposing(stage), out),
        Scene("list-overview", stage.keys("list", "Ctrl+G"), out),
        Scene("list-sheets", stage.keys("list", "Ctrl+P"), out),
        Scene("list-decisions", _deciding(stage), _back(stage)),
    ]


def _visited(stage: Stage) -> None:
    """Somebody whom nobody met at home."""
    stage.go("list")()
    page = stage.desktop.main.page("list") if stage.desktop.main is not None else None
    if isinstance(page, TargetListPage):
        page.open_person(id_of(stage, -1))


def _proposing(stage: Stage) -> None:
    _visited(stage)
    stage.hands.press("4", "2", "2")


def _deciding(stage: Stage) -> Act:
    """The planner signs in, and ticks three."""

    def enter() -> None:
        planner = next(user for user in stage.laptop.store.query(app_users) if user.name == PLANNER)
        stage.desktop.sign_in(planner)
        stage.keys("list", "Alt+P", "Space", "Space", "Down", "Space")()

    return enter


def _back(stage: Stage) -> Act:
    def leave() -> None:
        stage.hands.press("Esc")
        stage.desktop.sign_in(stage.laptop.lead)

    return leave
