"""Prints a slip and a sheet with a name on them, in a process of its own, and says how it ended."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.host.apart import keep_scratch_in_memory
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.ui.papers.paper import print_pages
from fieldkit.ui.papers.receipt_printer import print_receipt, printer_names

PERSON = "SITI WEXQORI"
HTML = f"<html><head><title>Lembar</title></head><body><p>{PERSON}</p></body></html>"

if __name__ == "__main__":
    keep_scratch_in_memory()
    app = QApplication([])
    (name,) = printer_names()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    for act in (
        lambda: print_receipt(HTML, ReceiptSetting(ReceiptWay.A4, name)), lambda: print_pages(HTML, printer),
    ):  # fmt: skip
        try:
            act()
        except FileError as refused:
            print(refused.title)
        else:
            print(f"handed to {name}")
