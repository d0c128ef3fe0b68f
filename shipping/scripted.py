"""A laptop that the packed program works by commands alone, its secrets told on standard input."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from fieldkit.demo.office import PracticeOffice
from shipping.trial import TrialError, Tried

PHRASE: Final = "kuda hijau makan pisang"
PIN: Final = "274913"
WALK_IN: Final[dict[str, Any]] = {
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
    """A laptop worked by commands: its folder, who works there, and the secrets that open it."""

    tried: Tried
    folder: Path
    office: PracticeOffice
    day: date

    def call(self, *words: str, secrets: tuple[str, ...] = ()) -> dict[str, Any]:
        """What a command answers, by its name or those that follow it."""
        where = ("--database", str(self.folder), "--passphrase-fd", "0")
        return answer(self.tried, (*words, *where), (PHRASE, *secrets))

    def work(self, *words: str, is_first: bool = False, secrets: tuple[str, ...] = ()) -> dict[str, Any]:
        """The same in the name of who works there, whose PIN is made by the first."""
        pins = (self.office.lead_start_code, PIN) if is_first else (PIN,)
        who = ("--user", self.office.lead_id, "--start-code-fd", "0", "--pin-fd", "0")
        return self.call(*words, "--json", *who, secrets=(*pins, *secrets))


def enrol(laptop: Scripted, url: str) -> None:
    """It becomes a laptop of the centre."""
    words = ("enrol", "--centre", url, "--name", "Laptop P1", "--code-fd", "0")
    where = ("--database", str(laptop.folder), "--passphrase-fd", "0")
    laptop.tried.run(*words, *where, told=_lines(PHRASE, laptop.office.device_code))


def queued(folder: Path, born: str = "1987-11-12") -> Path:
    """A file with somebody who came; who was born on another day is somebody else."""
    path = folder / f"antre-{born}.jsonl"
    line = {**WALK_IN, "person": {**WALK_IN["person"], "birth_date": born}}
    path.write_text(json.dumps(line) + "\n", encoding="utf-8")
    return path


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


def require(found: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Stop where it says anything else."""
    if found != wanted:
        raise TrialError(f"a laptop worked by commands says {found}, where it should be {wanted}")
