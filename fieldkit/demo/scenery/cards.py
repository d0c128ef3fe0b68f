"""The scenes of the page of cards."""

from __future__ import annotations

from fieldkit.demo.scenery.stage import Act, Scene, Stage


def card_scenes(stage: Stage) -> list[Scene]:
    """The queue with what is postponed, a card that is asked for, a handover, and the rules of the office."""

    def back() -> None:
        stage.hands.press("Esc", "Esc")

    def ready(*strokes: str) -> Act:
        return stage.keys("cards", "Alt+4", *strokes)

    def to_all() -> None:
        back()
        stage.hands.press("Alt+1")

    return [
        Scene("cards", stage.go("cards")),
        Scene("cards-ready", ready(), to_all),
        Scene("cards-handover", ready("S", "1"), to_all),
        Scene("cards-handover-list", stage.keys("cards", "Ctrl+P"), back),
        Scene("cards-untold", stage.keys("cards", "Alt+5"), to_all),
        Scene("cards-rules", stage.keys("cards", "O"), back),
    ]


def night_print_scenes(stage: Stage) -> list[Scene]:
    """The shifts are closed: a night of printing begins."""
    return [Scene("cards-night", stage.keys("cards", "N"), lambda: stage.hands.press("Esc"))]
