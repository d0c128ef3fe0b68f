"""Laptops that are worked by the command line alone, and the centre that they sync to: processes of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from fieldkit.demo.centre import RunningCentre, centre_url, prepare_centre
from fieldkit.demo.office import REGENCY, PracticeOffice
from fieldkit.host.clock import ShiftedClock, now_ms
from fieldkit.server.centre import open_centre
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.writing import add_user
from fieldkit.work.instants import at_site
from shipping.scripted import WALK_IN

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "kuda hijau makan pisang"
PIN = "274913"
JATI = "35.74.03.1004"
ENVIRONMENT = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring", "PYTHONPATH": str(ROOT)}
"""No keyring: the passphrase is asked for, on every machine."""


@dataclass
class Office:
    """A centre that runs, and what its office has prepared."""

    folder: Path
    office: PracticeOffice
    running: RunningCentre
    clock: ShiftedClock

    def code(self) -> str:
        """A fresh code for a laptop."""
        centre = open_centre(centre_url(self.folder))
        try:
            return issue_code(centre, REGENCY, areas=[REGENCY], now_ms=now_ms(self.clock))
        finally:
            centre.close()

    def call(self, *arguments: str) -> Called:
        """Run `fieldkit server ...` on the centre's database."""
        command = [sys.executable, "-m", "fieldkit", "server", *arguments, "--database", centre_url(self.folder)]
        done = subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False, timeout=120)
        return Called(done.returncode, done.stdout, done.stderr)

    def operator_code(self, name: str) -> str:
        """The start code of an operator who is new."""
        centre = open_centre(centre_url(self.folder))
        try:
            return add_user(centre, REGENCY, name=name, role="operator", now_ms=now_ms(self.clock))[1]
        finally:
            centre.close()


def open_office(folder: Path) -> Office:
    """A centre with two shifts today."""
    clock = ShiftedClock(timedelta())
    office = prepare_centre(centre_url(folder), clock, at_site(clock.now_utc(), "Asia/Jakarta").date())
    return Office(folder, office, RunningCentre(folder, clock), clock)


@dataclass
class Called:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        """Its line of JSON."""
        read: dict[str, Any] = json.loads(self.out)
        return read


@dataclass
class ScriptedLaptop:
    """A folder of data, and the secrets that open it."""

    folder: Path
    start_code: str
    has_pin: bool = field(default=False)

    def call(self, *arguments: str, secrets: Sequence[str] = (PHRASE,), program: Sequence[str] = ()) -> Called:
        """Run `fieldkit ...` with secrets on its standard input."""
        command = [sys.executable, *(program or ("-m", "fieldkit")), *arguments, "--database", str(self.folder)]
        told = "".join(f"{secret}\n" for secret in secrets)
        done = subprocess.run(
            [*command, "--passphrase-fd", "0"],
            input=told,
            env=ENVIRONMENT,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        return Called(done.returncode, done.stdout, done.stderr)

    def work(self, *arguments: str, program: Sequence[str] = ()) -> Called:
        """The same in the name of the lead, whose PIN is made by the first command that succeeds."""
        pin = (PIN,) if self.has_pin else (self.start_code, PIN)
        done = self.call(
            *arguments,
            "--start-code-fd",
            "0",
            "--pin-fd",
            "0",
            "--json",
            secrets=(PHRASE, *pin),
            program=program,
        )
        self.has_pin = True
        return done

    def counts(self) -> dict[str, int]:
        """Rows by table."""
        rows: dict[str, int] = self.call("count").facts["rows"]
        return rows

    def waiting(self) -> int:
        """Changes that wait."""
        return int(self.call("count").facts["waiting"])


def enrol(office: Office, folder: Path, name: str, url: str = "") -> ScriptedLaptop:
    """A laptop that enrolled by the command line."""
    laptop = ScriptedLaptop(folder, office.office.lead_start_code)
    centre = url or office.running.cable.url
    done = laptop.call("enrol", "--centre", centre, "--name", name, "--code-fd", "0", secrets=(PHRASE, office.code()))
    assert done.code == 0, done.err
    return laptop


def person(serial: int, **answers: object) -> dict[str, object]:
    """A walk-in with a NIK serial 99xx, as a line of a file."""
    who = {**WALK_IN["person"], "name": f"WARGA {serial}"}
    return {**WALK_IN, "person": who, **answers}


def resident(serial: int, **values: object) -> dict[str, object]:
    """Somebody of a list, as a line of a file."""
    return {
        "nik": f"357403521187{serial}",
        "name": f"WARGA {serial}",
        "birth_date": "1987-11-12",
        "sex": "P",
        "address": "Jl. Ikan Paus 14",
        "rt": "3",
        "rw": "5",
        "village": JATI,
        **values,
    }


def written(path: Path, lines: Sequence[object]) -> str:
    """A file of JSON lines; what is text already stands as it is."""
    path.write_text("".join((line if isinstance(line, str) else json.dumps(line)) + "\n" for line in lines))
    return str(path)
