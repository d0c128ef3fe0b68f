"""The office checks a receipt by itself: the centre's own word, unchanged, and still true."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
from field_pens import Ground, resident
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.records.wire import Receipt
from fieldkit.server.office.proofs import Worth, check_receipt, read_receipt
from fieldkit.server.schema import JOURNAL, ORIGIN
from tests.server.served_centre import command, refused, run


@pytest.fixture
def receipt(sqlite_ground: Ground) -> Receipt:
    """Of a laptop that handed in two changes, and one more after it."""
    laptop = sqlite_ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.pen.insert("resident", resident())
    given = laptop.push().receipt
    laptop.pen.insert("resident", resident())
    laptop.push()
    return given


def copied(receipt: Receipt) -> str:
    """What the Sync page puts on the clipboard, as far as it matters."""
    return f"Bukti terima FieldKit\nLaptop: {receipt.origin}\n  {msgspec.json.encode(receipt).decode()}\r\n"


def test_a_receipt_stands_also_after_more_was_handed_in(sqlite_ground: Ground, receipt: Receipt) -> None:
    checked = check_receipt(sqlite_ground.centre, receipt)
    assert (checked.worth, checked.receipt.number, checked.held) == (Worth.STANDS, 2, 3)


CHANGED: list[dict[str, Any]] = [
    {"number": 3},
    {"chain": "ab" * 32},
    {"at_ms": 0},
    {"epoch": 2},
    {"origin": "3574-P2.1"},
    {"origin": "3510-P1.1"},
    {"origin": ""},
    {"signature": ""},
    {"signature": "satu"},
    {"signature": "00" * 64},
]


@pytest.mark.parametrize("lie", CHANGED, ids=str)
def test_a_receipt_that_was_changed_is_not_the_word_of_the_centre(
    sqlite_ground: Ground, receipt: Receipt, lie: dict[str, Any]
) -> None:
    changed = msgspec.structs.replace(receipt, **lie)
    assert check_receipt(sqlite_ground.centre, changed).worth is Worth.FOREIGN


def test_of_a_centre_that_lost_work_the_receipt_says_how_much_is_missing(
    sqlite_ground: Ground, receipt: Receipt
) -> None:
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(ORIGIN.update().values(held_number=1))
    checked = check_receipt(sqlite_ground.centre, receipt)
    assert (checked.worth, checked.held) == (Worth.LOST, 1)


def test_where_something_else_is_held_under_the_number_that_is_said(sqlite_ground: Ground, receipt: Receipt) -> None:
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(JOURNAL.update().where(JOURNAL.c.number == 2).values(chain=bytes(32)))
    assert check_receipt(sqlite_ground.centre, receipt).worth is Worth.CONTRADICTED


def test_the_receipt_is_found_among_other_lines(receipt: Receipt) -> None:
    assert read_receipt(copied(receipt)) == receipt


@given(words=st.text(max_size=200))
def test_no_words_are_taken_for_a_receipt(words: str) -> None:
    assert read_receipt(words) is None
    assert read_receipt("[" * 100_000) is None


def test_the_command_says_what_a_receipt_is_worth(
    sqlite_database: str, sqlite_ground: Ground, receipt: Receipt, tmp_path: Path
) -> None:
    file = tmp_path / "bukti.txt"
    file.write_text(copied(receipt), encoding="utf-8")
    check = ("receipt", "check", "--database", sqlite_database)
    assert f"perubahan 1 sampai 2 dari {receipt.origin}" in run(*check, str(file))
    piped = subprocess.run(command(*check), input=copied(receipt), capture_output=True, text=True, check=True)
    assert "asli dan berlaku" in piped.stdout
    file.write_text(copied(msgspec.structs.replace(receipt, number=3)), encoding="utf-8")
    assert "bukan dari pusat ini" in refused(*check, str(file))
    file.write_text("halo", encoding="utf-8")
    assert "Tidak ada bukti terima" in refused(*check, str(file))
    assert "tidak bisa dibaca" in refused(*check, str(tmp_path / "tidak-ada.txt"))
