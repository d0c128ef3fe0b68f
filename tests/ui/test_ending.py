"""A program that is asked to end."""

from __future__ import annotations

import signal

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fieldkit.ui.ending import run_until_ended


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_loop_ends_when_the_program_is_asked_to(themed_app: QApplication, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    QTimer.singleShot(0, lambda: signal.raise_signal(number))
    assert run_until_ended(themed_app) == 128 + number
    assert signal.getsignal(number) is before


def test_it_ends_with_what_the_window_said(themed_app: QApplication) -> None:
    QTimer.singleShot(0, lambda: themed_app.exit(7))
    assert run_until_ended(themed_app) == 7
