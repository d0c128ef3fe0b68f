"""A whole day with marked people: of none of them is anything left on the laptop in the clear (invariant 12)."""

from __future__ import annotations

import base64
import gzip
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from marked_day import CAUSE, HALF_TYPED, LANE, STICK, SURNAME, TYPED_NUMBERS
from openpyxl import Workbook

from fieldkit.work.practice import probolinggo_list
from tests.marks import Marks, files_below, scan

ROOT = Path(__file__).resolve().parents[2]
LIST = "daftar-belum-rekam.xlsx"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
PERSON = ("Siti Wexqori", "3574031211879901", "81234509903")
ONE = Marks(frozenset({SURNAME}), frozenset(PERSON[1:]))
NOISE = random.Random(12).randbytes(4_000)

BESIDE = {"installation", "laptop.json", "key.json", "rescue.json", "fieldkit.db.end"}
"""Beside the database, by name: that of the installation, what is known without the key, sealed keys, and how far the
journal goes."""
KEPT = {
    "fieldkit.db",
    "fieldkit.db-wal",
    "fieldkit.db-shm",
    "fieldkit.log",
    "settings.json",
    ".fkb",
    ".fkb.json",
} | BESIDE
BROUGHT = {".fkbundle", "resi.pdf"}
"""What FieldKit keeps on a laptop, and what it writes onto a stick that names nobody: by name or ending. Anything else
that it leaves has to be known to this test."""


def marks_of_the_day() -> Marks:
    people = [each for group in (probolinggo_list().people, probolinggo_list().spoiled) for each in group]
    phones = {each.phone.removeprefix("0") for each in people if each.phone}
    numbers = {each.nik for each in people if each.nik} | {each.kk for each in people} | phones | set(TYPED_NUMBERS)
    words = {SURNAME, HALF_TYPED, LANE, CAUSE, "Sumarlik", "Sulastri"}
    return Marks(frozenset(words), frozenset(number for number in numbers if len(number) >= 9))


@LINUX
@pytest.mark.timeout(900)
def test_invariant_12_of_a_whole_day_nothing_is_left_in_the_clear(tmp_path: Path) -> None:
    home, out = tmp_path / "home", tmp_path / "hari"
    marks = marks_of_the_day()
    with played("day", tmp_path) as day:
        assert day.says() == "False", "what was sorted went to a file"
        assert day.says() == "worked", day.complaints()
        check(marks, home, out, taken_out(out))
        day.go_on()
        assert day.says() == "typing", day.complaints()
        day.go_on()
        assert day.ended() == -signal.SIGKILL
    check(marks, home, out, taken_out(out))
    log = (out / "laptop" / "logs" / "fieldkit.log").read_text("utf-8")
    assert "LookupError" in log
    assert marks.found_in(day.complaints().encode()) == set()


@LINUX
@pytest.mark.timeout(300)
def test_invariant_12_of_a_form_that_was_never_saved_nothing_is_left_in_the_clear(tmp_path: Path) -> None:
    """Typed and kept as a draft, locked by itself while somebody typed on, and killed."""
    home, out = tmp_path / "home", tmp_path / "hari"
    marks = marks_of_the_day()
    with played("form", tmp_path) as day:
        for stands in ("typing True", "locked True"):
            assert day.says() == stands, day.complaints()
            check(marks, home, out, [out / LIST])
            day.go_on()
        assert day.ended() == -signal.SIGKILL
    check(marks, home, out, [out / LIST])
    assert marks.found_in(day.complaints().encode()) == set()


@dataclass(frozen=True)
class Play:
    """A marked day that is under way in a process of its own, and stops where it says so."""

    process: subprocess.Popen[str]
    errors: Path

    def says(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def go_on(self) -> None:
        print(file=self.process.stdin, flush=True)

    def ended(self) -> int:
        return self.process.wait()

    def complaints(self) -> str:
        return self.errors.read_text("utf-8")


@contextmanager
def played(what: str, folder: Path) -> Iterator[Play]:
    """Its centre and itself are gone in the end, whatever became of it."""
    home, errors = folder / "home", folder / "stderr"
    own, pipe = environment(home), subprocess.PIPE
    command = [sys.executable, str(Path(__file__).with_name("marked_day.py")), str(folder / "hari"), what]
    with (
        errors.open("wb") as said,
        subprocess.Popen(command, env=own, cwd=home, stdin=pipe, stdout=pipe, stderr=said, text=True) as process,
    ):
        day = Play(process, errors)
        centre = int(day.says())
        try:
            yield day
        finally:
            process.kill()
            with suppress(ProcessLookupError):
                os.kill(centre, signal.SIGTERM)


def environment(home: Path) -> dict[str, str]:
    """A home of its own, with every folder in which a program could leave something."""
    names = {"TMPDIR": "tmp", "XDG_CACHE_HOME": "cache", "XDG_CONFIG_HOME": "config", "XDG_DATA_HOME": "data",
             "XDG_STATE_HOME": "state", "XDG_RUNTIME_DIR": "run"}  # fmt: skip
    for name in names.values():
        (home / name).mkdir(parents=True, mode=0o700)
    own = {name: str(home / folder) for name, folder in names.items()}
    return {**os.environ, **own, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}


def check(marks: Marks, home: Path, out: Path, asked_for: list[Path]) -> None:
    """Marks are in what people asked for, and in nothing else; and nothing else is there."""
    for path in asked_for:
        assert marks.found_in(path.read_bytes()), f"the search is blind: {path.name}"
    office = {path for path in out.iterdir() if path.name.startswith("centre.sqlite")}
    assert scan(marks, [home, out], [*asked_for, *office]) == {}
    assert [Path(path).name for path in strangers([out / "laptop", out / STICK], asked_for)] == []


def taken_out(out: Path) -> list[Path]:
    """The list that the office sent, and what went onto the stick on somebody's word."""
    stick = out / STICK
    (paper,) = stick.glob("*-daftar-hadir.pdf")
    named = ("warga.xlsx", "warga.jsonl", paper.name, paper.with_suffix(".xlsx").name)
    return [out / LIST, *(stick / name for name in named)]


def strangers(folders: list[Path], asked_for: list[Path]) -> list[str]:
    """Files that are neither kept by FieldKit nor asked for."""
    known = {
        path
        for path in files_below(folders)
        if {path.name, path.suffix, "".join(path.suffixes[-2:])} & (KEPT | BROUGHT)
    }
    return [str(path) for path in files_below(folders) if path not in {*known, *asked_for}]


WAYS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda text: text,
    "lower": bytes.lower,
    "upper": bytes.upper,
    "UTF-16": lambda text: text.decode().encode("utf-16-le"),
    "UTF-16 the other way": lambda text: text.decode().encode("utf-16-be"),
    "UTF-32": lambda text: text.decode().encode("utf-32-le"),
    "JSON escapes": lambda text: "".join(f"\\u{ord(letter):04x}" for letter in text.decode()).encode(),
    "hex escapes": lambda text: "".join(f"\\x{ord(letter):02x}" for letter in text.decode()).encode(),
    "an address": lambda text: quote(text).encode(),
    "all of an address": lambda text: "".join(f"%{each:02X}" for each in text).encode(),
    "entities": lambda text: "".join(f"&#{each};" for each in text).encode(),
    "base64": base64.b64encode,
    "base64 after one letter": lambda text: base64.b64encode(b"x" + text),
    "base64 after two letters": lambda text: base64.urlsafe_b64encode(b"xy" + text),
    "hex": lambda text: text.hex().encode(),
    "reversed": lambda text: text[::-1],
    "zlib": zlib.compress,
    "gzip": gzip.compress,
    "zstd": zstandard.ZstdCompressor().compress,
    "zstd, then base64": lambda text: base64.b64encode(zstandard.compress(text)),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("mark", [SURNAME, *PERSON[1:]])
@pytest.mark.parametrize("around", [b"", b"\xff\x00\x01 words before, ", NOISE[:64]])
def test_a_canary_is_found_however_it_is_written(way: str, mark: str, around: bytes) -> None:
    """The proof that the day above can fail."""
    assert ONE.found_in(around + WAYS[way](f"Siti {mark} 4".encode()) + around)


@pytest.mark.parametrize("separator", [" ", ".", "-", "/", ", ", "\u00a0"])
@pytest.mark.parametrize("size", [1, 2, 4, 6])
def test_digits_in_groups_are_found(separator: str, size: int) -> None:
    nik = PERSON[1]
    grouped = separator.join(nik[start : start + size] for start in range(0, 16, size))
    assert ONE.found_in(f"NIK {grouped}.".encode("latin-1")) == {nik}


@given(st.binary(max_size=300))
def test_what_holds_no_mark_is_let_go(content: bytes) -> None:
    assert ONE.found_in(content) == set()


def as_workbook(path: Path) -> None:
    book = Workbook()
    book.worksheets[0].append(PERSON)
    book.save(path)


def as_database(path: Path) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE resident (name)")
        database.execute("INSERT INTO resident VALUES (?)", (PERSON[0],))
    database.close()


def as_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", json.dumps({"nik": PERSON[1]}))


PLACES: dict[str, Callable[[Path], object]] = {
    "laptop/fieldkit.db": as_database,
    "laptop/fieldkit.db-wal": lambda path: path.write_bytes(NOISE + PERSON[0].encode() + NOISE[:99]),
    "laptop/backups/fieldkit-1.fkb": as_database,
    "laptop/logs/fieldkit.log": lambda path: path.write_text("LookupError: 3574 0312 1187 9901", "utf-8"),
    "laptop/settings.json": lambda path: path.write_text(json.dumps({"last": PERSON[0].upper()}), "utf-8"),
    "home/config/QtProject.conf": lambda path: path.write_bytes(f"[F]\nlast=file:///{PERSON[0]}.pdf".encode()),
    "home/cache/thumbnail": lambda path: path.write_bytes(PERSON[1].encode("utf-16-le")),
    "home/data/recently-used.xbel": lambda path: path.write_text(f"file:///{quote(PERSON[0])}.xlsx", "utf-8"),
    "home/tmp/openpyxl.xyz": lambda path: path.write_text(f"<v>{PERSON[1]}</v>", "utf-8"),
    "home/tmp/spool.pdf": as_workbook,
    "home/run/cups123": lambda path: path.write_bytes(zlib.compress(PERSON[0].encode())),
    "home/core.1234": lambda path: path.write_bytes(NOISE[:999] + b"+62" + PERSON[2].encode() + b"\0"),
    "stick/P2.fkbundle": as_archive,
    "stick/.laporan.pdf.abcd1234": lambda path: path.write_bytes(PERSON[0].encode()),
    "stick/resi-9901-879901.pdf": lambda path: path.write_bytes(b"%PDF-"),
    f"stick/{PERSON[0]}.pdf": lambda path: path.write_bytes(b"%PDF-"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_canary_is_found_in_each_kind_of_place_and_passed_over_only_where_it_was_asked_for(
    tmp_path: Path, place: str
) -> None:
    path = tmp_path / place
    path.parent.mkdir(parents=True)
    PLACES[place](path)
    assert set(scan(ONE, [tmp_path], [])) == {str(path)}
    is_named = bool(ONE.found_in_name(path.name))
    assert bool(scan(ONE, [tmp_path], [path])) is is_named


def test_a_file_that_nobody_knows_is_told_whatever_is_in_it(tmp_path: Path) -> None:
    (tmp_path / "fieldkit.db").write_bytes(b"x")
    (tmp_path / "core").write_bytes(b"x")
    assert strangers([tmp_path], []) == [str(tmp_path / "core")]
