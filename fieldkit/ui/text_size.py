"""Larger and smaller text by keys: on every page, at the door and on the start screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.ui.theme.apply import apply_text_size
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import bind


def bind_text_size(part: QWidget, step: Callable[[int], object]) -> None:
    """Have the keys ask for a step, up or down, while `part` is shown."""
    for sign, steps in {"+": 1, "=": 1, "-": -1, "_": -1}.items():
        bind(part, f"Ctrl+Shift+{sign}", partial(step, steps), everywhere=True)


def step_text_size(steps: int) -> int | None:
    """Put the next size in force at once and everywhere, and return it; None where there is no further one."""
    wanted, app = look().scale.stepped(steps), QApplication.instance()
    if wanted == look().scale or not isinstance(app, QApplication):
        return None
    apply_text_size(app, wanted.percent)
    return wanted.percent
