"""The calendar as its planner sees it, the week after the practice day."""

from __future__ import annotations

from fieldkit.demo.lively.planning import PLANNER
from fieldkit.demo.scenery.stage import Act, Scene, Stage
from fieldkit.store.queries.people import app_users


def planning_scenes(stage: Stage) -> list[Scene]:
    """A week with a clash, a day of it, a team by weeks, a shift, and the form for a new one."""
    back = _back(stage)
    return [
        Scene("schedule", _planner(stage, "PgDown"), back),
        Scene("schedule-day", _planner(stage, "PgDown", "Left", "Left", "Left", "Alt+1"), back),
        Scene("schedule-team", _planner(stage, "PgDown", "Alt+3"), back),
        Scene("schedule-shift", _planner(stage, "PgDown", "Return"), back),
        Scene("schedule-new", _planner(stage, "PgDown", "Ctrl+N"), back),
    ]


def _planner(stage: Stage, *strokes: str) -> Act:
    """The planner signs in, goes to the calendar and presses keys there."""

    def enter() -> None:
        planner = next(user for user in stage.laptop.store.query(app_users) if user.name == PLANNER)
        stage.desktop.sign_in(planner)
        stage.keys("schedule", *strokes)()

    return enter


def _back(stage: Stage) -> Act:
    """Out of whatever is open, and the lead is at the laptop again."""

    def leave() -> None:
        stage.hands.press("Esc")
        stage.desktop.sign_in(stage.laptop.lead)

    return leave
