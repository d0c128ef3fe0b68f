"""The scenes of home visits."""

from __future__ import annotations

from fieldkit.demo.scenery.stage import Scene, Stage


def visit_scenes(stage: Stage) -> list[Scene]:
    """The route of the afternoon, somebody who waits, a stop that is made, an attempt, a card that is brought."""

    def back() -> None:
        stage.hands.press("Esc", "Esc", "Esc", "Esc")

    return [
        Scene("visits", stage.keys("visits", "Enter"), back),
        Scene("visits-stop", stage.keys("visits", "Enter", "1"), back),
        Scene("visits-attempt", stage.keys("visits", "Enter", "2", "2"), back),
        Scene("visits-ask", stage.keys("visits", "Ctrl+N"), back),
    ]
