"""Receipts on paper of each size, and a printer that does not take one."""

from __future__ import annotations

from pathlib import Path

import pytest
from known_printers import know_printers
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.reports.people.receipt import receipt_html
from fieldkit.store.queries.table.receipts import ReceiptFacts
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.ui.papers.receipt_printer import PRINTER_ABSENT, print_receipt

HTML = receipt_html(
    ReceiptFacts("r1", "P2-083", "K7Q2M9XRTB", "SITI N", "lost", "waiting", "2019-02-23", "Balai Jati", "", "", 0)
)


def size_mm(file: Path) -> tuple[int, int]:
    page = PdfReader(file).pages[0].mediabox
    return round(float(page.width) / 72 * 25.4), round(float(page.height) / 72 * 25.4)


@pytest.mark.parametrize(("way", "width"), [(ReceiptWay.THERMAL_58, 58), (ReceiptWay.THERMAL_80, 80)])
def test_a_slip_is_one_piece_and_ends_below_its_last_line(
    themed_app: QApplication, tmp_path: Path, way: ReceiptWay, width: int
) -> None:
    file = tmp_path / "resi.pdf"
    print_receipt(HTML, ReceiptSetting(way), file)
    assert size_mm(file)[0] == width
    assert 60 < size_mm(file)[1] < 100
    words = PdfReader(file).pages[0].extract_text()
    assert len(PdfReader(file).pages) == 1
    assert "GRATIS" in words
    assert "P2-083" in words


@pytest.mark.parametrize(("way", "size"), [(ReceiptWay.A6, (105, 148)), (ReceiptWay.A4, (210, 297))])
def test_an_ordinary_printer_gets_its_own_paper(
    themed_app: QApplication, tmp_path: Path, way: ReceiptWay, size: tuple[int, int]
) -> None:
    file = tmp_path / "resi.pdf"
    print_receipt(HTML, ReceiptSetting(way), file)
    assert size_mm(file) == size


def said_of(printer: str) -> str:
    """What a receipt fails with where there is no such printer."""
    with pytest.raises(FileError) as told:
        print_receipt(HTML, ReceiptSetting(ReceiptWay.A6, printer))
    assert (str(told.value.title), told.value.code) == ("Resi belum tercetak.", PRINTER_ABSENT)
    return str(told.value.advice)


@pytest.mark.parametrize("printer", ["", "Struk-Meja-99"])
def test_a_laptop_that_knows_no_printer_says_so(
    themed_app: QApplication, monkeypatch: pytest.MonkeyPatch, printer: str
) -> None:
    know_printers(monkeypatch)
    assert said_of(printer).startswith("Laptop ini belum mengenal printer. Pendaftaran aman.")


def test_a_printer_that_went_and_a_default_that_nobody_chose_are_told_apart(
    themed_app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    know_printers(monkeypatch, "Struk-Meja-2")
    assert said_of("Struk-Meja-99").startswith("Laptop ini tidak mengenal printer yang dipilih.")
    assert said_of("").startswith("Laptop ini tidak punya printer bawaan.")
