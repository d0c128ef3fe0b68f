"""Coverage of the city, of a village, and what goes out of it."""

from __future__ import annotations

from fieldkit.demo.scenery.stage import Scene, Stage


def coverage_scenes(stage: Stage) -> list[Scene]:
    """The villages of the city, the RW of one, the districts, and the ways out of the report."""
    return [
        Scene("coverage", stage.go("coverage")),
        Scene("coverage-village", stage.keys("coverage", "Down", "Return"), lambda: stage.hands.press("Esc")),
        Scene("coverage-districts", stage.keys("coverage", "K"), lambda: stage.hands.press("K")),
        Scene("coverage-report", stage.keys("coverage", "Ctrl+P"), lambda: stage.hands.press("Esc")),
    ]
