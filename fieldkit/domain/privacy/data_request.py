"""What somebody asks about the own data, and where such a request stands (F-P2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from fieldkit.domain.privacy.deadline import Deadline
from fieldkit.domain.text import Text, text


class DataRequestKind(StrEnum):
    """What is asked for."""

    ACCESS = "access"
    CORRECTION = "correction"


class DataRequestWay(StrEnum):
    """How it was asked."""

    COUNTER = "counter"
    LETTER = "letter"
    PHONE = "phone"
    FIELD = "field"


class DataRequestState(StrEnum):
    """Where it stands; a step says so."""

    OPEN = "open"
    ANSWERED = "answered"
    """The person was given all that is kept of them."""
    CORRECTED = "corrected"
    REFUSED = "refused"
    """With its ground, in the note of the step."""
    REOPENED = "reopened"
    """The step before was a mistake."""
    WITHDRAWN = "withdrawn"
    """It was written down by mistake, or is not asked for any more."""


class Ground(StrEnum):
    """Why a request is refused."""

    IDENTITY = "identity"
    NOT_HERE = "not_here"
    NATIONAL = "national"
    LAW = "law"


@dataclass(frozen=True, slots=True)
class DataStep:
    """A step of a request, in the order of its time."""

    state: DataRequestState
    at: datetime


def standing(steps: Iterable[DataStep]) -> DataRequestState:
    """Where a request stands after these steps; the last one counts."""
    states = [step.state for step in steps]
    return DataRequestState.OPEN if not states or states[-1] in _OPEN else states[-1]


def deadline(asked: datetime, steps: Iterable[DataStep], now: datetime) -> Deadline:
    """The three days of a request, which ended with its answer, if it has one."""
    told = list(steps)
    ended = told[-1].at if standing(told) is not DataRequestState.OPEN else None
    return Deadline(asked, now, ended)


def answers_to(kind: DataRequestKind) -> tuple[DataRequestState, ...]:
    """How a request may end: whoever asks for a correction may be shown the data as well, but is not done with that."""
    if kind is DataRequestKind.ACCESS:
        return DataRequestState.ANSWERED, DataRequestState.REFUSED
    return DataRequestState.CORRECTED, DataRequestState.REFUSED


def kind_label(kind: str) -> Text:
    """What is asked for, in words."""
    return _KINDS.get(kind) or text("Permintaan lain")


def way_label(way: str) -> Text:
    """How it was asked, in words."""
    return _WAYS.get(way) or text("Tidak dicatat")


def state_label(state: str) -> Text:
    """Where it stands, in words."""
    return _STATES.get(state) or text("Terbuka")


def ground_label(ground: str) -> Text:
    """Why it was refused, in words."""
    return _GROUNDS.get(ground) or text("Alasan lain")


_OPEN: Final = frozenset({DataRequestState.OPEN, DataRequestState.REOPENED})
_KINDS: Final[Mapping[str, Text]] = {
    DataRequestKind.ACCESS: text("Minta salinan data"),
    DataRequestKind.CORRECTION: text("Minta data dibetulkan"),
}
_WAYS: Final[Mapping[str, Text]] = {
    DataRequestWay.COUNTER: text("Datang ke kantor"),
    DataRequestWay.LETTER: text("Surat"),
    DataRequestWay.PHONE: text("Telepon"),
    DataRequestWay.FIELD: text("Di lokasi pelayanan"),
}
_STATES: Final[Mapping[str, Text]] = {
    DataRequestState.OPEN: text("Terbuka"),
    DataRequestState.REOPENED: text("Terbuka"),
    DataRequestState.ANSWERED: text("Salinan diberikan"),
    DataRequestState.CORRECTED: text("Sudah dibetulkan"),
    DataRequestState.REFUSED: text("Ditolak"),
    DataRequestState.WITHDRAWN: text("Ditarik"),
}
_GROUNDS: Final[Mapping[str, Text]] = {
    Ground.IDENTITY: text("Identitas tidak terbukti"),
    Ground.NOT_HERE: text("Data itu tidak disimpan di sini"),
    Ground.NATIONAL: text("Dibetulkan lewat pelayanan adminduk"),
    Ground.LAW: text("Harus tetap menurut undang-undang"),
}
