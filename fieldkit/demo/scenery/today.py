"""Scenes of Today beside the day itself: its drawers, and a battery near its end."""

from __future__ import annotations

from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.host.power import Power


def today_scenes(stage: Stage) -> list[Scene]:
    """In the afternoon."""
    computer, usual = stage.laptop.computer, stage.laptop.computer.battery

    def look_again() -> None:
        if stage.desktop.main is not None:
            stage.desktop.main.data_changed()
            stage.desktop.main.status_changed.emit()

    def near_the_end() -> None:
        computer.battery = Power(11, 16, plugged=False)
        look_again()
        stage.go("today")()

    def plugged_again() -> None:
        computer.battery = usual
        look_again()

    def back() -> None:
        stage.hands.press("Esc")

    return [
        Scene("today-sessions", stage.keys("today", "H"), back),
        Scene("today-departure", stage.keys("today", "Alt+P"), back),
        Scene("today-safety", stage.keys("today", "Alt+C"), back),
        Scene("today-battery", near_the_end, plugged_again),
    ]
