"""A laptop that knows these printers, whatever stands beside the machine that tests; none of them is the default."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtPrintSupport import QPrinterInfo

from fieldkit.ui.papers import receipt_printer


def know_printers(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """From now on, for receipts."""
    known = SimpleNamespace(
        availablePrinterNames=lambda: list(names),
        printerInfo=lambda _name: QPrinterInfo(),
        defaultPrinter=QPrinterInfo,
    )
    monkeypatch.setattr(receipt_printer, "QPrinterInfo", known)
