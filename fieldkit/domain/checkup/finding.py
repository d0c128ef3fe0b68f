"""What a look at the laptop found, in words of a user: what it is, what it means, what to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text


class Grade(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    UNKNOWN = "unknown"
    """Could not be looked at, or there is nothing to look at yet."""
    LOOK = "look"
    """Work goes on; somebody should look at it."""
    STOP = "stop"
    """Work or its safety is at risk."""


class Topic(StrEnum):
    """What is looked at, in this order."""

    VERSIONS = "versions"
    DATABASE = "database"
    JOURNAL = "journal"
    SEARCH = "search"
    KEY = "key"
    RESCUE = "rescue"
    BACKUP = "backup"
    SPACE = "space"
    FOLDERS = "folders"
    CLOCK = "clock"
    ZONE = "zone"
    SYNC = "sync"
    LEASE = "lease"
    LINE = "line"
    TEMPLATES = "templates"
    REST = "rest"
    """What could not be looked at, since the data does not open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is known of one topic. `facts` are for a script or a helper: figures and codes, never about a person."""

    topic: Topic
    grade: Grade
    what: Text
    meaning: Text
    advice: Text | None = None
    facts: Mapping[str, object] = field(default_factory=dict)


def worst(findings: Iterable[Finding]) -> Grade:
    """How bad it is altogether."""
    return max((finding.grade for finding in findings), key=_ORDER.index, default=Grade.FINE)


def topic_name(topic: Topic) -> Text:
    """The heading of a finding."""
    return _NAMES[topic]


_ORDER: Final = tuple(Grade)
_NAMES: Final[Mapping[Topic, Text]] = {
    Topic.VERSIONS: text("Versi"),
    Topic.DATABASE: text("Berkas data"),
    Topic.JOURNAL: text("Rantai catatan"),
    Topic.SEARCH: text("Indeks pencarian"),
    Topic.KEY: text("Kunci data"),
    Topic.RESCUE: text("Kunci darurat"),
    Topic.BACKUP: text("Cadangan"),
    Topic.SPACE: text("Ruang di disk"),
    Topic.FOLDERS: text("Izin map"),
    Topic.CLOCK: text("Jam laptop"),
    Topic.ZONE: text("Zona waktu"),
    Topic.SYNC: text("Kiriman ke pusat"),
    Topic.LEASE: text("Masa terbuka"),
    Topic.LINE: text("Mutu jalur"),
    Topic.TEMPLATES: text("Templat kantor"),
    Topic.REST: text("Yang belum diperiksa"),
}
