"""The calendar of the work: what a shift may become, what one needs to be published, and until when there is any."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text, text, words_of


class PlanState(StrEnum):
    """What a planned shift is (domain.md 4.3); whether it runs or is closed, its opening and its closing tell."""

    PLANNED = "planned"
    PUBLISHED = "published"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DISCARDED = "discarded"
    """A draft that was thrown away before anybody saw it."""


STANDING: Final = frozenset({PlanState.PLANNED, PlanState.PUBLISHED, PlanState.IN_PROGRESS, PlanState.CLOSED})
"""Shifts that take place: those that can clash."""
CHANGEABLE: Final = frozenset({PlanState.PLANNED, PlanState.PUBLISHED})


class PlanKind(StrEnum):
    """What a shift is for."""

    FIELD = "field"
    VISITS = "visits"


class StopReason(StrEnum):
    """Why a shift is postponed or cancelled, in the order of the digit keys."""

    WEATHER = "weather"
    NETWORK = "network"
    POWER = "power"
    DEVICE = "device"
    STAFF = "staff"
    EVENT = "event"


class CrewRole(StrEnum):
    """What somebody does in a team; nobody is ever taken out of a list, so that one who left is `OFF`."""

    LEAD = "lead"
    OPERATOR = "operator"
    SUPPORT = "support"
    OFF = "off"


class Skill(StrEnum):
    """What a certificate of the office says of somebody; those for printing are `print_right.Paper`."""

    RECORDING = "recording"
    TRAINING = "training"
    APPOINTMENT = "appointment"


class SetState(StrEnum):
    """Whether a set of devices can be used."""

    READY = "ready"
    REPAIR = "repair"
    LENT = "lent"


class SetKind(StrEnum):
    """What a set can do."""

    FULL = "full"
    RECORD = "record"


class DayKind(StrEnum):
    """Why a day is not like others; the day of the vote ends the campaign."""

    HOLIDAY = "holiday"
    LEAVE = "leave"
    VOTE = "vote"


@dataclass(frozen=True, slots=True)
class ToPublish:
    """What of a shift has to be known before others may rely on it."""

    place: str
    site_is_checked: bool
    trained_operators: int
    set_code: str
    set_is_ready: bool
    team_is_dissolved: bool = False


def shown_state(stored: str | None, *, is_opened: bool, is_closed: bool) -> PlanState:
    """What a shift is now. What a program that knew no states planned was meant for the field."""
    if is_closed:
        return PlanState.CLOSED
    if is_opened:
        return PlanState.IN_PROGRESS
    known = stored if stored in set(PlanState) else PlanState.PUBLISHED
    return PlanState(known)


def is_overtime(state: PlanState, day: date, start: time, end: time, now_local: datetime) -> bool:
    """Whether a shift runs past its planned end: somebody came late, and is served (domain.md 4.3)."""
    ends = datetime.combine(day, end, now_local.tzinfo) + timedelta(days=end <= start)
    return state is PlanState.IN_PROGRESS and now_local > ends


def check_plan(day: date | None, start: time | None, end: time | None, place: str) -> tuple[Problem, ...]:
    """What keeps a shift from being planned at all."""
    found = []
    if day is None:
        found.append(Problem("day", "no_day", text("Tanggal shift belum ditulis, misalnya 27-02-2019.")))
    if start is None:
        found.append(Problem("start", "no_start", text("Jam mulai belum ditulis, misalnya 09.00.")))
    if end is None:
        found.append(Problem("end", "no_end", text("Jam selesai belum ditulis, misalnya 12.00.")))
    elif start == end:
        found.append(Problem("end", "no_length", text("Jam selesai sama dengan jam mulai. Betulkan salah satunya.")))
    if not place.strip():
        found.append(
            Problem("place", "no_place", text("Tempat belum dipilih. Pilih tempat yang ada, atau tulis baru."))
        )
    return tuple(found)


def doubts_of_day(day: date, holiday: str, vote_day: date | None, today: date | None = None) -> tuple[Problem, ...]:
    """What is odd about a day: none stops. Offices work on weekends and holidays (F-S1), until the eve of the vote."""
    found = []
    if today is not None and day < today:
        words = text("Hari ini sudah lewat. Boleh dicatat, tapi tidak ada tim yang melihatnya sebelum berangkat.")
        found.append(Problem("day", "past", words, Severity.WARN))
    if holiday:
        words = text("Hari libur: {name}. Boleh bekerja; pastikan tempatnya dibuka.", name=holiday)
        found.append(Problem("day", "holiday", words, Severity.WARN))
    if vote_day is not None and day > last_day(vote_day):
        words = text("Sesudah hari terakhir kampanye perekaman, sehari sebelum pemungutan suara. Cocokkan tanggalnya.")
        found.append(Problem("day", "after_last_day", words, Severity.WARN))
    return tuple(found)


def last_day(vote_day: date) -> date:
    """The day before the vote is the last one (F-S1)."""
    return vote_day - timedelta(days=1)


def check_published(plan: ToPublish) -> tuple[Problem, ...]:
    """What a shift still lacks before it is published (domain.md 4.3); clashes are looked for apart."""
    found = []
    if not plan.place:
        found.append(Problem("site", "no_place", text("Tempat belum dipilih.")))
    elif not plan.site_is_checked:
        words = text("Tempatnya belum dicek: sinyal, listrik, dan jalan ke sana belum dicatat.")
        found.append(Problem("site", "site_not_checked", words))
    if plan.team_is_dissolved:
        words = text("Tim ini sudah dibubarkan. Pilih tim lain.")
        found.append(Problem("team", "team_dissolved", words))
    elif not plan.trained_operators:
        words = text("Belum ada operator dengan sertifikat perekaman yang berlaku hari itu.")
        found.append(Problem("team", "no_trained_operator", words))
    if not plan.set_code:
        found.append(Problem("set", "no_set", text("Alat perekam belum dipilih.")))
    elif not plan.set_is_ready:
        found.append(Problem("set", "set_not_ready", text("Alat {code} sedang tidak siap.", code=plan.set_code)))
    return tuple(found)


def _labels(words: Mapping[str, Text]) -> Callable[[str], Text]:
    """The word for each of these; what only a newer program knows is shown as it is written."""
    return lambda kind: words.get(kind) or words_of(kind)


state_label: Final = _labels(
    {
        PlanState.PLANNED: text("Konsep"),
        PlanState.PUBLISHED: text("Terbit"),
        PlanState.IN_PROGRESS: text("Berjalan"),
        PlanState.CLOSED: text("Ditutup"),
        PlanState.POSTPONED: text("Ditunda"),
        PlanState.CANCELLED: text("Batal"),
        PlanState.DISCARDED: text("Dibuang"),
    }
)
"""The word for a state."""
stop_reason_label: Final = _labels(
    {
        StopReason.WEATHER: text("Cuaca"),
        StopReason.NETWORK: text("Jaringan"),
        StopReason.POWER: text("Listrik"),
        StopReason.DEVICE: text("Alat rusak"),
        StopReason.STAFF: text("Petugas berhalangan"),
        StopReason.EVENT: text("Ada acara lain"),
    }
)
"""The word on the button."""
plan_kind_label: Final = _labels(
    {
        PlanKind.FIELD: text("Perekaman di tempat"),
        PlanKind.VISITS: text("Kunjungan rumah"),
    }
)
"""What a shift is for."""
skill_label: Final = _labels(
    {
        Skill.RECORDING: text("Sertifikat perekaman"),
        Skill.TRAINING: text("Pelatihan cetak"),
        Skill.APPOINTMENT: text("SK penunjukan cetak"),
    }
)
"""What a certificate says."""
set_state_label: Final = _labels(
    {
        SetState.READY: text("Siap"),
        SetState.REPAIR: text("Diperbaiki"),
        SetState.LENT: text("Dipinjamkan"),
    }
)
"""Whether a set can be used."""
set_kind_label: Final = _labels(
    {
        SetKind.FULL: text("Rekam dan cetak"),
        SetKind.RECORD: text("Rekam saja"),
    }
)
"""What a set can do."""
day_kind_label: Final = _labels(
    {
        DayKind.HOLIDAY: text("Hari libur"),
        DayKind.LEAVE: text("Cuti bersama"),
        DayKind.VOTE: text("Pemungutan suara"),
    }
)
"""Why a day is not like others."""
