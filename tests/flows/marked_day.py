"""A whole day with marked people, in a process of its own: worked through the window, and killed while somebody types.

It says on its standard output where it stands, and waits there for a line: whoever started it looks at what it left.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from fieldkit.app.application import application
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.console.export import _export
from fieldkit.demo import day as practice
from fieldkit.demo.cast import cast_of
from fieldkit.demo.day import DAY, PracticeDay, practice_day
from fieldkit.demo.evening import close_shift, go_home
from fieldkit.demo.hands import Hands
from fieldkit.demo.morning import morning
from fieldkit.demo.proof import Played
from fieldkit.demo.table import Table
from fieldkit.demo.workday import workday
from fieldkit.domain.masking import faults_logged
from fieldkit.domain.requests.receipt import ReceiptWay
from fieldkit.host.apart import keep_scratch_in_memory
from fieldkit.host.files import write_out
from fieldkit.host.logs import open_log
from fieldkit.host.settings import Settings
from fieldkit.records.tables import RESIDENT
from fieldkit.reports.people.receipt import receipt_html
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.queries.closing.signed import closings
from fieldkit.store.queries.closing.visitors import visitors
from fieldkit.store.queries.table.receipts import receipt_of
from fieldkit.store.receipt_setting import ReceiptSetting
from fieldkit.sync.bundle import make_bundle
from fieldkit.ui.pages.close_shift.documents import write_attendance
from fieldkit.ui.papers.receipt_printer import print_receipt
from fieldkit.ui.threads import Lanes
from fieldkit.ui.widgets.motion import set_motion
from fieldkit.work.practice import PracticeList, probolinggo_list

SURNAME = "Wexqori"
HALF_TYPED = "Brixavundo"
LANE = "Trulvaneq"
FORM_NIK, FORM_KK, FORM_PHONE = "3574035708953306", "3574030101153307", "81255500731"
CAUSE = "Klothiwezz"
TYPED_NUMBERS = ("3574035708959901", "3574030101159901", *(f"81200000{n:03}" for n in range(1, 13)), "3574031101771234",
                 FORM_NIK, FORM_KK, FORM_PHONE)  # fmt: skip
STICK = "stick"


def marked_list(**options: object) -> PracticeList:
    """The practice list, in which everybody has the surname that nobody has."""
    made = probolinggo_list(**options)  # type: ignore[arg-type]
    return PracticeList(*(tuple(replace(each, name=f"{each.name} {SURNAME.upper()}") for each in group)
                          for group in (made.people, made.spoiled)))  # fmt: skip


class EyesShut(Hands):
    """Hands that take no pictures: a picture of a screen can not be searched."""

    def picture(self, name: str, *, toasts: bool = False) -> Path:
        self.settle()
        return self._pictures / name


@contextlib.contextmanager
def marked_day(folder: Path) -> Iterator[tuple[PracticeDay, Desktop, EyesShut]]:
    """The window stands, and people and places of it are marked."""
    practice.probolinggo_list = marked_list
    folder.mkdir()
    keep_scratch_in_memory()
    with practice_day(folder) as day:
        open_log(day.folders.logs)
        with faults_logged():
            desktop, hands = window(day)
            desktop.open()
            yield day, desktop, hands


def play(folder: Path) -> NoReturn:
    """The day, then a fault, then half a name, then the end."""
    with marked_day(folder) as (day, desktop, hands):
        with hands.noticing_faults():
            work(hands, day)
        tell("worked")
        fail(day)
        desktop._change_text_size(110)
        half_typed(hands)
        tell("typing")
        os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def play_form(folder: Path) -> NoReturn:
    """A form that is never saved: typed and kept, typed on until the window locks by itself, then the end."""
    with marked_day(folder) as (day, desktop, hands), hands.noticing_faults():
        morning(hands, day)
        half_form(hands)
        tell(f"typing {drafts_hold(day, HALF_TYPED, LANE, FORM_NIK, FORM_KK)}")
        hands.write(f"0{FORM_PHONE}")
        desktop._idle.set_minutes(0)
        desktop._idle.look()
        hands.settle()
        is_locked = desktop.window.currentWidget() is not desktop.main
        tell(f"locked {is_locked and drafts_hold(day, FORM_PHONE)}")
        os.kill(os.getpid(), signal.SIGKILL)
    raise SystemExit


def window(day: PracticeDay) -> tuple[Desktop, EyesShut]:
    application(Settings())
    set_motion(False)
    lanes = Lanes()
    desktop = Desktop(Parts(day.store, lanes, day.clock, day.folders, day.regions, Settings()))
    print(day.centre._process.pid, flush=True)
    return desktop, EyesShut(desktop.window, day.folder, lanes)


def work(hands: Hands, day: PracticeDay) -> None:
    played = Played()
    morning(hands, day)
    workday(hands, cast_of(day.people.people, DAY), played)
    close_shift(hands, day, played)
    lead_out(day)
    go_home(hands, day)


def lead_out(day: PracticeDay) -> None:
    """What people ask for: an export, papers, slips, a bundle and a backup, all of them onto a stick."""
    stick = day.folder / STICK
    stick.mkdir()
    store = day.store
    for name in ("warga.xlsx", "warga.jsonl"):
        _export(store, RESIDENT, stick / name)
    shift = store.query(lambda database: str(database.value("SELECT shift_id FROM closing")))
    people = store.query(visitors, shift)
    write_attendance(store.query(closings, shift)[-1], people, day.folders, stick)
    request = store.query(lambda database: str(database.value("SELECT id FROM service_request ORDER BY at")))
    print_receipt(receipt_html(store.query(receipt_of, request)), ReceiptSetting(ReceiptWay.A6), stick / "resi.pdf")
    bundle = make_bundle(store)
    write_out(stick / bundle.name, bundle.content)
    back_up(store, stick)
    back_up(store, day.folders.backups)
    spill(store.query(lambda database: database))


def spill(database: Database) -> None:
    """Sort far more than the cache holds, and stop in the middle."""
    database.run("PRAGMA cache_size = -64")
    rows = database.connection.execute("SELECT name, nik, kk FROM resident ORDER BY kk || name || nik")
    rows.fetchone()
    opened = [os.readlink(f"/proc/self/fd/{each}") for each in os.listdir("/proc/self/fd") if _is_open(each)]
    print(any("etilqs" in each for each in opened), flush=True)
    rows.close()
    database.run("PRAGMA cache_size = -16000")


def _is_open(number: str) -> bool:
    return os.path.islink(f"/proc/self/fd/{number}")


def fail(day: PracticeDay) -> None:
    """A fault within the window and one in a lane, each with a person in its frames and in its words."""
    person = day.people.people[0]

    def slot() -> None:
        name, nik = person.name, person.nik
        raise LookupError(f"{CAUSE}: {name} {nik}")

    QTimer.singleShot(0, slot)
    QApplication.processEvents()
    with contextlib.suppress(Exception):
        day.store.query(lambda database: database.rows(f"SELECT {CAUSE} FROM resident WHERE nik = '{person.nik}'"))


def half_typed(hands: Hands) -> None:
    """A walk-in of whom only a part is written down, with the NIK on the clipboard."""
    hands.press("F2")
    QApplication.clipboard().setText(TYPED_NUMBERS[-1])
    hands.press("F4")
    hands.until_focused("list_search")
    hands.write(HALF_TYPED)
    hands.settle()


def half_form(hands: Hands) -> None:
    """A walk-in up to the question for a phone, and the form says that the draft is kept."""
    table = Table(hands)
    table.go()
    table.search(f"Siti {HALF_TYPED}")
    hands.press("Ctrl+N")
    hands.until_focused("name")
    hands.press("Enter")
    hands.until_focused("birth_date")
    hands.write("17-08-1995")
    hands.press("Enter", "2")
    hands.until_focused("address")
    for answer in (f"Gang {LANE} 9", "004", "002", FORM_NIK, FORM_KK):
        hands.write(answer)
        hands.press("Enter")
    hands.until_focused("reason")
    table.first_recording()
    hands.until_shown("Draf aman")
    hands.settle()


def drafts_hold(day: PracticeDay, *typed: str) -> bool:
    """Whether what was typed is kept by now, in the database."""
    kept = " ".join(day.store.query(lambda database: [str(text) for (text,) in database.rows(_DRAFTS)]))
    return all(each.lower() in kept.lower() for each in typed)


def tell(where: str) -> None:
    """Say where the day stands, and wait until somebody has looked."""
    print(where, flush=True)
    sys.stdin.readline()


_DRAFTS = "SELECT content FROM draft"
PLAYS = {"day": play, "form": play_form}

if __name__ == "__main__":
    PLAYS[sys.argv[2]](Path(sys.argv[1]))
