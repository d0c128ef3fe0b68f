"""The practice office: who and where it is, and what it hands to the laptop that plays the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

import msgspec

from fieldkit.host.files import write_whole

REGENCY: Final = "35.74"
JATI: Final = "35.74.03.1004"
ZONE: Final = "Asia/Jakarta"
LEAD: Final = "Rina Wulandari"
CENTRE_FILE: Final = "centre.sqlite"
OFFICE_FILE: Final = "kantor.json"
"""Beside the database of a practice centre that another program runs: its codes, until the laptop has taken them."""


@dataclass(frozen=True, slots=True)
class PracticeOffice:
    """What the office has prepared: the lead with the start code, and the code that enrols the laptop."""

    lead_id: str
    lead_start_code: str
    device_code: str


@dataclass(frozen=True, slots=True)
class HandedOver:
    """All that a laptop has to know of a practice centre but its address; their clocks stand on the same day."""

    office: PracticeOffice
    clock_offset_ms: int


def hand_over(folder: Path, handed: HandedOver) -> None:
    """Leave it in the folder of the centre, readable by this user only."""
    write_whole(folder / OFFICE_FILE, msgspec.json.encode(handed))


def take_over(folder: Path) -> HandedOver:
    """Take it out of the folder: the codes hold once."""
    path = folder / OFFICE_FILE
    handed = msgspec.json.decode(path.read_bytes(), type=HandedOver)
    path.unlink()
    return handed


def print_papers(user: str, day: date) -> tuple[tuple[str, str, dict[str, Any]], ...]:
    """What lets somebody print in the district of Kelurahan Jati: table, area and row of each paper (F-B6)."""
    since = {"valid_from": (day - timedelta(days=90)).isoformat()}
    conditions = dict.fromkeys(("funds", "network", "equipment", "staff"), 1)
    papers: dict[str, str] = {"training": "893/12/DIKLAT/2018", "appointment": "470/31/SK/2018"}
    own = [("certificate", REGENCY, {"user_id": user, "kind": kind, "letter_no": letter, **since})
           for kind, letter in papers.items()]  # fmt: skip
    return (*own, ("print_permit", JATI[:8], {"district": JATI[:8], **conditions, **since}))
