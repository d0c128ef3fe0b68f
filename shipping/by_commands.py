"""A laptop that the packed program works by commands alone: enrolled, filled, sent home, looked at, broken, rescued."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Final

from openpyxl import load_workbook

from fieldkit.demo.centre import start_centre
from fieldkit.demo.office import CENTRE_FILE, JATI, ZONE
from fieldkit.host.clock import ShiftedClock
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.work.instants import at_site
from fieldkit.work.practice import probolinggo_list, write_list_xlsx
from shipping.rescued import rescued
from shipping.scripted import Scripted, enrol, queued, require
from shipping.trial import TrialError, Tried

PEOPLE: Final = 40


def work_by_commands(tried: Tried, folder: Path) -> str:
    """All of it; what came of it, in words."""
    folder.mkdir()
    clock = ShiftedClock(timedelta())
    day = at_site(clock.now_utc(), ZONE).date()
    centre, handed = start_centre(folder, clock, day)
    try:
        laptop = Scripted(tried, folder / "laptop", handed.office, day)
        enrol(laptop, centre.cable.url)
        filled(laptop, folder)
        sent_home(laptop, folder / CENTRE_FILE)
        looked_at(laptop, folder)
        came_home = rescued(laptop, folder, centre.cable.url)
    finally:
        centre.close()
    return f"enrolled, {PEOPLE} people from .xlsx, sent home, looked at; broken: {came_home} changes rescued, unlocked"


def filled(laptop: Scripted, folder: Path) -> None:
    """A list from Excel, and somebody who is registered."""
    regions = RegionTable(resources_dir() / "regions")
    jati = [person for person in probolinggo_list().rows if person.village_code == JATI and person.nik]
    listed, queue = folder / "daftar.xlsx", queued(folder)
    write_list_xlsx(jati[:PEOPLE], listed, regions)
    taken = laptop.work("import", str(listed), "--as-of", f"{laptop.day}", is_first=True)
    loaded = laptop.work("load", str(queue), "--open-village", JATI)
    require({"rows": taken["rows"], "loaded": loaded["loaded"]}, {"rows": PEOPLE, "loaded": 1})


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
    require({"all_sent": outcome["all_sent"], **here}, {"all_sent": True, **rows})


def looked_at(laptop: Scripted, folder: Path) -> None:
    """An export to Excel, and the doctor with a file for whoever helps."""
    exported, support = folder / "warga.xlsx", folder / "bantuan.json"
    laptop.work("export", "resident", "--out", str(exported))
    rows = load_workbook(exported, read_only=True).worksheets[0].max_row
    found = laptop.call("doctor", "--json", "--export", str(support), "--yes")
    if rows is None or rows <= PEOPLE or not found["findings"] or not support.stat().st_size:
        raise TrialError(f"it exported {rows} rows, and its doctor says {found}")
