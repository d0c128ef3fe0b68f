"""The scenes of a shift that is closed: its tables side by side, and what comes after the signature."""

from __future__ import annotations

from fieldkit.demo.scenery.stage import Scene, Stage


def closing_scenes(stage: Stage) -> list[Scene]:
    """The other table's closing has come by stick, and the lead looks at both."""
    return [
        Scene("close_shift-team", stage.keys("close_shift", "Ctrl+M"), lambda: stage.hands.press("Esc")),
        Scene("close_shift-after", stage.keys("close_shift", "Ctrl+B"), lambda: stage.hands.press("Esc")),
    ]
