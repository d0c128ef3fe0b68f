"""Figures, days and times in the language of the window."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from desk import Desk
from pages.register import RegisterPageDriver
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from fieldkit.ui import formats

DAY = date(2019, 2, 23)
ROOT = Path(__file__).parents[2]


class English(QTranslator):
    """Knows nothing but which language it is."""

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """The name of the language; what is empty stays as it is."""
        return "en" if source == "id" else ""


@pytest.fixture
def english(qapp: QApplication) -> Iterator[None]:
    translator = English()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


def written() -> list[str]:
    return [
        formats.count(1024),
        formats.decimal(3.55),
        formats.percent_text(Decimal("1234.5")),
        formats.clock(time(16, 42)),
        formats.hours("16:00", "19:00"),
        formats.day_month(DAY),
        formats.day_short(DAY),
        formats.day_long(DAY),
    ]


def test_the_window_writes_as_in_indonesia(qapp: QApplication) -> None:
    assert written() == [
        "1.024",
        "3,5",
        "1.234,50 %",
        "16.42",
        "16.00–19.00",
        "23 Feb",
        "Sab 23 Feb",
        "Sabtu, 23 Februari 2019",
    ]


@pytest.mark.usefixtures("english")
def test_the_english_window_writes_as_the_english_do() -> None:
    assert written() == [
        "1,024",
        "3.5",
        "1,234.50 %",
        "16:42",
        "16:00–19:00",
        "23 Feb",
        "Sat 23 Feb",
        "Saturday, 23 February 2019",
    ]


@pytest.mark.usefixtures("english")
def test_no_indonesian_day_is_left_in_the_header_of_a_page(desk: Desk) -> None:
    page = RegisterPageDriver(desk).page
    assert page.subtitle() == "Kel. Jati · Saturday, 23 February 2019 · Shift sore 16:00–19:00"


def test_pages_write_in_the_language_of_the_window_and_not_as_documents_do() -> None:
    allowed = {
        "from fieldkit.domain.formats import date_numeric",
        "from fieldkit.domain.formats import clock, date_numeric",
        "from fieldkit.domain import formats",
    }
    lines = {
        line
        for file in (ROOT / "fieldkit" / "ui").rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if "domain" in line and "formats" in line and line.startswith("from ")
    }
    assert lines == allowed
