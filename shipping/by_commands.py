"""A laptop that the packed program works by commands alone: enrolled, filled, sent home, looked at; a rescue key."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from openpyxl import load_workbook

from fieldkit.demo.centre import start_centre
from fieldkit.demo.office import CENTRE_FILE, JATI, PracticeOffice
from fieldkit.host.clock import ShiftedClock
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.work.practice import probolinggo_list, write_list_xlsx
from shipping.trial import TrialError, Tried

PEOPLE: Final = 40
_PHRASE: Final = "kuda hijau makan pisang"
_RESCUE_PHRASE: Final = "sapi biru minum kopi susu"
_PIN: Final = "274913"
WALK_IN: Final = {
    "person": {"name": "WARGA REKAAN", "sex": "female", "birth_date": "1987-11-12", "address": "Jl. Ikan Paus 14"},
    "reason": "first_recording",
    "recorded_before": "no",
    "papers": ["family_card"],
    "phone_owner": "own",
    "phone": "081234901117",
    "sms_consent": True,
}
"""Somebody who comes without being on a list, as a line of a file that `load` takes."""


@dataclass(frozen=True, slots=True)
class Scripted:
    """A laptop worked by commands: its folder, and the secrets that open it."""

    tried: Tried
    folder: Path
    office: PracticeOffice
    day: date

    def call(self, *words: str, secrets: tuple[str, ...] = ()) -> dict[str, Any]:
        """What a command answers, by its name or those that follow it."""
        where = ("--database", str(self.folder), "--passphrase-fd", "0")
        return answer(self.tried, (*words, *where), (_PHRASE, *secrets))

    def work(self, *words: str, is_first: bool = False) -> dict[str, Any]:
        """The same in the name of the lead, whose PIN is made by the first."""
        pins = (self.office.lead_start_code, _PIN) if is_first else (_PIN,)
        return self.call(*words, "--json", "--start-code-fd", "0", "--pin-fd", "0", secrets=pins)


def work_by_commands(tried: Tried, folder: Path) -> str:
    """All of it; what came of it, in words."""
    folder.mkdir()
    clock = ShiftedClock(timedelta())
    day = clock.now_utc().date()
    centre, handed = start_centre(folder, clock, day)
    try:
        laptop = Scripted(tried, folder / "laptop", handed.office, day)
        enrol(laptop, centre.cable.url)
        filled(laptop, folder)
        sent_home(laptop, folder / CENTRE_FILE)
        looked_at(laptop, folder)
    finally:
        centre.close()
    rescue_key(tried, folder)
    return f"enrolled, {PEOPLE} people from .xlsx, sent home, looked at; rescue key"


def enrol(laptop: Scripted, url: str) -> None:
    """It becomes a laptop of the centre."""
    words = ("enrol", "--centre", url, "--name", "Laptop P1", "--code-fd", "0")
    where = ("--database", str(laptop.folder), "--passphrase-fd", "0")
    laptop.tried.run(*words, *where, told=_lines(_PHRASE, laptop.office.device_code))


def filled(laptop: Scripted, folder: Path) -> None:
    """A list from Excel, and somebody who is registered."""
    regions = RegionTable(resources_dir() / "regions")
    jati = [person for person in probolinggo_list().rows if person.village_code == JATI and person.nik]
    listed, queue = folder / "daftar.xlsx", folder / "antre.jsonl"
    write_list_xlsx(jati[:PEOPLE], listed, regions)
    queue.write_text(json.dumps(WALK_IN) + "\n", encoding="utf-8")
    taken = laptop.work("import", str(listed), "--as-of", f"{laptop.day}", is_first=True)
    loaded = laptop.work("load", str(queue), "--open-village", JATI)
    _require({"rows": taken["rows"], "loaded": loaded["loaded"]}, {"rows": PEOPLE, "loaded": 1})


def sent_home(laptop: Scripted, centre: Path) -> None:
    """Everything is sent, and the centre counts the same people as the laptop."""
    laptop.call("bundle", "write", str(laptop.folder.with_name("kiriman.fkbundle")), "--json")
    outcome = laptop.call("sync", "--json")
    counted = laptop.call("count")
    with closing(sqlite3.connect(f"{centre.as_uri()}?mode=ro", uri=True)) as connection:
        rows = {
            table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("resident", "service_request", "target_list")
        }
    here = {table: counted["rows"][table] for table in rows}
    _require({"all_sent": outcome["all_sent"], **here}, {"all_sent": True, **rows})


def looked_at(laptop: Scripted, folder: Path) -> None:
    """An export to Excel, and the doctor with a file for whoever helps."""
    exported, support = folder / "warga.xlsx", folder / "bantuan.json"
    laptop.work("export", "resident", "--out", str(exported))
    rows = load_workbook(exported, read_only=True).worksheets[0].max_row
    found = laptop.call("doctor", "--json", "--export", str(support), "--yes")
    if rows is None or rows <= PEOPLE or not found["findings"] or not support.stat().st_size:
        raise TrialError(f"it exported {rows} rows, and its doctor says {found}")


def rescue_key(tried: Tried, folder: Path) -> None:
    """The office's key is made, and opens again."""
    file, sheet = str(folder / "kantor.fkrescue"), str(folder / "brankas.html")
    words = ("--key-passphrase-fd", "0", "--json")
    made = answer(tried, ("rescue", "new-key", file, "--sheet", sheet, *words), (_RESCUE_PHRASE,))
    opened = answer(tried, ("rescue", "check", file, *words), (_RESCUE_PHRASE,))
    _require(opened, made)


def answer(tried: Tried, words: tuple[str, ...], secrets: tuple[str, ...]) -> dict[str, Any]:
    """The line of JSON that a command ends with."""
    done = tried.run(*words, told=_lines(*secrets))
    try:
        said: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    except (IndexError, ValueError) as error:
        raise TrialError(f"{words[0]} answered {done.stdout}{done.stderr}") from error
    return said


def _lines(*secrets: str) -> str:
    return "".join(f"{secret}\n" for secret in secrets)


def _require(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    if found != wanted:
        raise TrialError(f"a laptop worked by commands says {found}, where it should be {wanted}")
