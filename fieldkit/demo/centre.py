"""A real centre for the practice day: its own process, on loopback, with an embedded SQLite file."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import fieldkit
from fieldkit.demo.cable import Cable
from fieldkit.demo.office import CENTRE_FILE, JATI, LEAD, REGENCY, ZONE, HandedOver, PracticeOffice, print_papers
from fieldkit.host.clock import ShiftedClock, now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import upgrade
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user, put_office_row
from fieldkit.server.regencies import add_regency

_SHIFTS: Final = (("Shift pagi", "09:00", "12:00"), ("Shift sore", "16:00", "19:00"))
_TEAM: Final = (("Agus Prasetyo", "operator"), ("Dedi Kurniawan", "operator"))
_TARGET_PER_SHIFT: Final = 50
_STOP_WITHIN_S: Final = 10


def centre_url(folder: Path) -> str:
    """The address of the centre's database in a practice folder."""
    return f"sqlite:///{folder / CENTRE_FILE}"


def prepare_centre(url: str, clock: ShiftedClock, day: date) -> PracticeOffice:
    """Make the centre's database: Kota Probolinggo, its team, and two shifts in Kelurahan Jati on the day."""
    upgrade(url, migrations_dir() / "centre")
    centre = open_centre(url)
    try:
        add_regency(centre, REGENCY, "Kota Probolinggo", time_zone=ZONE)
        lead_id, start_code = add_user(centre, REGENCY, name=LEAD, role="lead", now_ms=now_ms(clock))
        for name, role in _TEAM:
            add_user(centre, REGENCY, name=name, role=role, now_ms=now_ms(clock))
        for name, start, end in _SHIFTS:
            _plan(centre, clock, day, (name, start, end), lead_id)
        for table, area, row in print_papers(lead_id, day):
            put_office_row(centre, REGENCY, table, row, area=area, now_ms=now_ms(clock))
        target = {"village": JATI, "quantity": 1024, "until": (day + timedelta(days=47)).isoformat()}
        put_office_row(centre, REGENCY, "target", target, area=JATI, now_ms=now_ms(clock))
        code = issue_code(centre, REGENCY, areas=[REGENCY], now_ms=now_ms(clock))
    finally:
        centre.close()
    return PracticeOffice(lead_id, start_code, code)


def start_centre(folder: Path, clock: ShiftedClock, day: date) -> tuple[RunningCentre, HandedOver]:
    """Prepare a centre in a folder and run it; with it comes what a laptop has to know."""
    office = prepare_centre(centre_url(folder), clock, day)
    return RunningCentre(folder, clock), HandedOver(office, offset_ms(clock))


def offset_ms(clock: ShiftedClock) -> int:
    """How far a clock is off, in milliseconds."""
    return int(clock.offset.total_seconds() * 1000)


def _plan(centre: Centre, clock: ShiftedClock, day: date, shift: tuple[str, str, str], lead_id: str) -> None:
    name, start, end = shift
    row = {
        "day": day.isoformat(),
        "name": name,
        "site_name": "Kantor Kelurahan Jati",
        "village": JATI,
        "planned_start": start,
        "planned_end": end,
        "time_zone": ZONE,
        "lead_id": lead_id,
        "target_count": _TARGET_PER_SHIFT,
        "set_code": "P-02",
    }
    put_office_row(centre, REGENCY, "shift_plan", row, area=JATI, now_ms=now_ms(clock))


class RunningCentre:
    """The centre as a process of its own, reached through a cable that can be pulled."""

    def __init__(self, folder: Path, clock: ShiftedClock) -> None:
        self.database_file = folder / CENTRE_FILE
        arguments = ["server", "run", "--database", centre_url(folder), "--port", "0"]
        self._log = (folder / "centre.log").open("w")
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", "fieldkit", *arguments, "--practice-clock-ms", str(offset_ms(clock))],
            cwd=Path(fieldkit.__file__).parent.parent,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )
        try:
            self.cable = Cable(self._port())
        except RuntimeError:
            self._stop()
            raise

    def close(self) -> None:
        """Stop the process that was started here, and take the cable away."""
        self.cable.pull()
        self._stop()

    def _stop(self) -> None:
        self._process.terminate()
        try:
            self._process.wait(_STOP_WITHIN_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        if self._process.stdout is not None:
            self._process.stdout.close()

    def _port(self) -> int:
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line.startswith("ready "):
            raise RuntimeError("the centre did not start; see centre.log")
        return int(line.rsplit(":", 1)[1])
