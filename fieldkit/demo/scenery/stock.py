"""The stock as its keeper sees it."""

from __future__ import annotations

from fieldkit.demo.lively.stock import KEEPER
from fieldkit.demo.scenery.stage import Act, Scene, Stage
from fieldkit.store.queries.people import app_users


def stock_scenes(stage: Stage) -> list[Scene]:
    """All holders, a lot, what is taken back with one missing, and a destruction."""
    back = _back(stage)
    return [
        Scene("stock", _keeper(stage), back),
        Scene("stock-lot", _keeper(stage, "1"), back),
        Scene("stock-back", _one_missing(stage), back),
        Scene("stock-destroy", _keeper(stage, "5"), back),
    ]


def _keeper(stage: Stage, *strokes: str) -> Act:
    """The keeper signs in, goes to the stock and presses keys there."""

    def enter() -> None:
        keeper = next(user for user in stage.laptop.store.query(app_users) if user.name == KEEPER)
        stage.desktop.sign_in(keeper)
        stage.keys("stock", *strokes)()

    return enter


def _one_missing(stage: Stage) -> Act:
    def enter() -> None:
        _keeper(stage, "3", "Home", "Down", "Tab", "Tab")()
        for number in ("60", "50", "6"):
            stage.hands.write(number)
            stage.hands.press("Tab")

    return enter


def _back(stage: Stage) -> Act:
    """Out of whatever is open, and the lead is at the laptop again."""

    def leave() -> None:
        stage.hands.press("Esc")
        stage.desktop.sign_in(stage.laptop.lead)

    return leave
