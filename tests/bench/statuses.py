"""A status file of 60,000 people at the desk of national data: how long it takes, and how the window stalls."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import Final

from openpyxl import Workbook
from PySide6.QtWidgets import QApplication

from fieldkit.app.desktop import Desktop
from fieldkit.demo.hands import Hands
from fieldkit.domain.formats import date_numeric
from fieldkit.ui.widgets.buttons import Button
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.lists.known import KnownPeople
from tests.bench.figures import Figure, at_most, p95, timed
from tests.bench.laptop import DAY, big_list, checked
from tests.bench.window import desktop_on, longest_stall_ms, step
from tests.laptops import add_user, laptop

PEOPLE: Final = 60_000
ROUNDS: Final = 12
_STATUSES: Final = (
    "PRINT_READY_RECORD", "SENT_FOR_ENROLLMENT", "UNREGISTERED", "BIO_CAPTURED", "ENROLL_FAILURE_AT_CENTRAL",
    "DUPLICATE_RECORD", "CARD_SHIPPED",
)  # fmt: skip


def status_figures(folder: Path) -> list[Figure]:
    """Read, checked and taken in; then the desk, each time as anew."""
    store = laptop(folder)
    add_user(store, role="planner")
    rows = checked(big_list(folder, PEOPLE), KnownPeople()).rows
    store.execute(import_list, ImportList("Daftar", DAY, rows, False))
    path = status_file(folder, [row.nik or "" for row in rows], [row.name for row in rows])
    with desktop_on(store, folder) as (desktop, hands):
        hands.press("F12", "2", "Ctrl+Enter")
        hands.until_focused("list_path")
        hands.write(str(path))
        read = longest_stall_ms(lambda: step(hands, lambda: hands.focused() == "file_as_of"))
        hands.write(date_numeric(DAY))
        begun = perf_counter()
        check = longest_stall_ms(lambda: step(hands, lambda: hands.find(Button, "national_take") is not None))
        check_s, begun = perf_counter() - begun, perf_counter()
        take = longest_stall_ms(lambda: step(hands, lambda: hands.find(Button, "take_file") is not None))
        take_s = perf_counter() - begun
        shown = [timed(lambda: opened_anew(desktop, hands)) * 1000 for _ in range(ROUNDS)]
    return [
        at_most("stall reading statuses", read, "ms", 50),
        at_most("stall checking statuses", check, "ms", 50),
        at_most("stall taking statuses in", take, "ms", 50),
        at_most("check of 60,000 statuses", check_s, "s", 10),
        at_most("60,000 statuses taken in", take_s, "s", 20),
        at_most("desk of national data, anew", p95(shown), "ms", 150),
    ]


def opened_anew(desktop: Desktop, hands: Hands) -> None:
    """Everything on the desk is asked again."""
    assert desktop.main is not None
    desktop.main.data_changed()
    hands.settle()
    QApplication.processEvents()


def status_file(folder: Path, niks: list[str], names: list[str]) -> Path:
    """Every status in turn."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Status")
    sheet.append(["NIK", "NAMA LENGKAP", "STATUS PEREKAMAN"])
    for number, (nik, name) in enumerate(zip(niks, names, strict=True)):
        sheet.append([nik, name, _STATUSES[number % len(_STATUSES)]])
    path = folder / "statuses.xlsx"
    book.save(path)
    return path
