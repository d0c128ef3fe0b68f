"""Incidents of a shift: what went wrong, and the minutes it cost."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text, words_of


class IncidentKind(StrEnum):
    """What went wrong (TL-3), in the order of the keys 1 to 6."""

    NETWORK = "network"
    POWER = "power"
    DEVICE = "device"
    STOCK = "stock"
    WEATHER = "weather"
    FEW_PEOPLE = "few_people"


WITHDRAWN: Final = "withdrawn"
"""Kind of the fact that takes an incident back: what it corrects was noted by mistake."""

_SENT_HOME: Final = "orang dipulangkan"
_EFFECT: Final = re.compile(rf"(?a)([1-9]\d{{0,5}}) {_SENT_HOME}(?:; (.*))?", re.DOTALL)

_LABELS: Mapping[str, Text] = {
    IncidentKind.NETWORK: text("Jaringan"),
    IncidentKind.POWER: text("Listrik"),
    IncidentKind.DEVICE: text("Alat rusak"),
    IncidentKind.STOCK: text("Blangko"),
    IncidentKind.WEATHER: text("Cuaca"),
    IncidentKind.FEW_PEOPLE: text("Sepi warga"),
}

_SENTENCES: Mapping[str, Text] = {
    IncidentKind.NETWORK: text("Jaringan putus"),
    IncidentKind.POWER: text("Listrik padam"),
    IncidentKind.DEVICE: text("Alat rekam rusak"),
    IncidentKind.STOCK: text("Blangko habis"),
    IncidentKind.WEATHER: text("Cuaca buruk"),
    IncidentKind.FEW_PEOPLE: text("Warga yang datang sedikit"),
}


def incident_label(kind: str) -> Text:
    """The word on the button."""
    return _LABELS.get(kind) or words_of(kind)


def incident_sentence(kind: str) -> Text:
    """What happened, as lists and reports say it."""
    return _SENTENCES.get(kind) or words_of(kind)


@dataclass(frozen=True, slots=True)
class Effect:
    """What an incident did to people: how many were sent home, and what there is to say of it."""

    sent_home: int = 0
    note: str = ""


def effect_words(effect: Effect) -> str:
    """The effect as facts and papers carry it: 4 orang dipulangkan; UPS menahan laptop."""
    home = f"{effect.sent_home} {_SENT_HOME}" if effect.sent_home else ""
    return "; ".join(part for part in (home, " ".join(effect.note.split())) if part)


def read_effect(words: str) -> Effect:
    """What the words of an effect say."""
    found = _EFFECT.fullmatch(words)
    return Effect(int(found[1]), found[2] or "") if found else Effect(0, words)


def minutes_lost(began: datetime, ended: datetime | None, until: datetime) -> int:
    """Whole minutes that an incident lasted, one still going on up to `until`; 0 where a clock was set back."""
    lasted = (until if ended is None else ended) - began
    return max(0, lasted // timedelta(minutes=1))
