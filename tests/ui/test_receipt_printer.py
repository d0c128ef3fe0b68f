"""Receipts on paper of each size, and a printer that does not take one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.reports.people.receipt import receipt_html
from fieldkit.store.queries.table.receipts import ReceiptFacts
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.ui.papers.receipt_printer import print_receipt

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


@pytest.mark.parametrize("printer", ["", "Struk-Meja-99"])
def test_a_printer_that_is_not_there_is_said_in_words(themed_app: QApplication, printer: str) -> None:
    with pytest.raises(FileError) as told:
        print_receipt(HTML, ReceiptSetting(ReceiptWay.A6, printer))
    assert str(told.value.title) == "Resi belum tercetak."
