"""The lists that national data give the office to work through (PL-5): who stands on which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.national.status import FAILURES, NOT_UPLOADED, ON_ITS_WAY, UNHEARD, NationalStatus
from fieldkit.domain.text import Text, text

UPLOAD_DAYS_KEY: Final = "national_upload_days"
SFE_DAYS_KEY: Final = "national_sfe_days"


class WorkList(StrEnum):
    """What somebody has to do about these people."""

    UPLOAD = "upload"
    """Recorded here, and the centre knows of nothing after some days (F-R7)."""
    SLOW = "slow"
    """Sent, and nothing came back for long (F-R3)."""
    UNPRINTED = "unprinted"
    """Ready to print at the centre, and no card was printed here."""
    FAILED = "failed"
    """Stopped at the centre, or deleted there: somebody has to be called back."""
    DOUBLE = "double"


STATUSES: Final[Mapping[WorkList, frozenset[NationalStatus]]] = {
    WorkList.UPLOAD: NOT_UPLOADED,
    WorkList.SLOW: ON_ITS_WAY,
    WorkList.UNPRINTED: frozenset({NationalStatus.PRINT_READY}),
    WorkList.FAILED: FAILURES,
    WorkList.DOUBLE: frozenset({NationalStatus.DUPLICATE}),
}
"""Which statuses can bring somebody onto a list."""


@dataclass(frozen=True, slots=True)
class Patience:
    """After how many days nothing new is a reason to ask; both are settings of the office."""

    upload_days: int = 7
    sfe_days: int = 60


def patience_of(settings: Mapping[str, str]) -> Patience:
    """As the office set it; what is no number of days is passed over."""
    usual = Patience()
    return Patience(
        _days(settings.get(UPLOAD_DAYS_KEY, ""), usual.upload_days),
        _days(settings.get(SFE_DAYS_KEY, ""), usual.sfe_days),
    )


@dataclass(frozen=True, slots=True)
class Track:
    """Both tracks of somebody: the national status and since when, the day of the last recording here, or none.

    Of whom no file ever told, the status is UNHEARD, since the day of the newest file that tells of their village.
    """

    status: str
    since: str
    recorded_on: str = ""
    is_printed: bool = False


def belongs_on(track: Track, day: date, patience: Patience) -> WorkList | None:
    """The list on which somebody stands on a day."""
    if track.status == UNHEARD:
        return _upload(track, date.fromisoformat(track.since), patience)
    found = next((each for each, statuses in STATUSES.items() if track.status in statuses), None)
    if found is WorkList.UPLOAD:
        return _upload(track, day, patience)
    if found is WorkList.SLOW:
        return found if _passed(track.since, day) >= patience.sfe_days else None
    if found is WorkList.UNPRINTED:
        return None if track.is_printed else found
    if track.status == NationalStatus.DELETED_AT_CENTRE and track.recorded_on >= track.since:
        return _upload(track, day, patience)
    return found


def list_label(work_list: WorkList) -> Text:
    """What a list is called."""
    return _LABELS[work_list]


def _upload(track: Track, day: date, patience: Patience) -> WorkList | None:
    waits = track.recorded_on and _passed(track.recorded_on, day) >= patience.upload_days
    return WorkList.UPLOAD if waits else None


def _passed(since: str, day: date) -> int:
    return (day - date.fromisoformat(since)).days


def _days(written: str, usual: int) -> int:
    return int(written) if written.isdecimal() and int(written) > 0 else usual


_LABELS: Final[Mapping[WorkList, Text]] = {
    WorkList.UPLOAD: text("Belum sampai di pusat"),
    WorkList.SLOW: text("Terkirim, terlalu lama"),
    WorkList.UNPRINTED: text("Siap cetak, belum dicetak"),
    WorkList.FAILED: text("Gagal, hubungi kembali"),
    WorkList.DOUBLE: text("Data ganda"),
}
