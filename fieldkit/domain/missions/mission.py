"""A mission of mutual aid (PL-6, TL-6): agreed, lists shared, running, settled, and what each step needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem
from fieldkit.domain.formats import count
from fieldkit.domain.text import Text, text, words_of

LAPTOP_WORD: Final = "laptop"
"""A step by this name moves nothing: it is what the centre knows of one of the laptops."""
_BEFORE: Final = timedelta(days=1)
"""A team loads the lists where it has a network, and that is at home."""


class MissionState(StrEnum):
    """Where a mission stands (domain.md 4.7); called off it ends without having begun."""

    AGREED = "agreed"
    LISTS_SHARED = "lists_shared"
    RUNNING = "running"
    SETTLED = "settled"
    CANCELLED = "cancelled"


SHARING: Final = frozenset({MissionState.LISTS_SHARED, MissionState.RUNNING})
"""While it stands so, the guest laptops have the host's lists on the days of the mission."""
ENDED: Final = frozenset({MissionState.SETTLED, MissionState.CANCELLED})
_NEXT: Final[Mapping[MissionState, tuple[MissionState, ...]]] = {
    MissionState.AGREED: (MissionState.LISTS_SHARED, MissionState.CANCELLED),
    MissionState.LISTS_SHARED: (MissionState.RUNNING, MissionState.CANCELLED),
    MissionState.RUNNING: (MissionState.SETTLED,),
    MissionState.SETTLED: (),
    MissionState.CANCELLED: (),
}


class DataKnown(StrEnum):
    """What is known of the host's people on a guest laptop. Nobody says "gone" but the laptop itself."""

    NO_LAPTOP = "no_laptop"
    """The centre knows no active laptop of that name in that regency."""
    WAITS = "waits"
    """It has the right to the lists, and has not been in touch since."""
    HOLDS = "holds"
    """In touch while the lists were its: they may be on it."""
    SILENT = "silent"
    """Not in touch since the end: they may still be on it."""
    TOLD = "told"
    """In touch since the end, and told to let go; it has not said that it did."""
    GONE = "gone"
    """It said itself, after the end, that nobody of the host is on it."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the two regencies agreed on; laptops by the prefix that they have at home."""

    name: str
    guest_regency: str
    from_day: date
    until_day: date
    areas: tuple[str, ...]
    laptops: tuple[str, ...]
    blanks_brought: int = 0
    letter_no: str = ""
    note: str = ""

    @property
    def lists_from(self) -> date:
        """The day on which a guest laptop may fetch the lists: the one before it sets out."""
        return self.from_day - _BEFORE

    def is_over(self, today: date) -> bool:
        """Whether its last day is over."""
        return today > self.until_day


@dataclass(frozen=True, slots=True)
class LaptopKnown:
    """A guest laptop as the centre knows it: its prefix at home, the one that the host gave, and the host's data."""

    laptop: str
    name: str
    given: str
    known: DataKnown


@dataclass(frozen=True, slots=True)
class Standing:
    """What has to be settled: blanks owed to the guest regency, and what is known of each laptop."""

    owed: int
    laptops: tuple[LaptopKnown, ...]
    asked: tuple[str, ...]
    """Laptops of the terms."""


def state_of(steps: Iterable[str]) -> MissionState:
    """Where a mission stands after its steps, the earliest first; a step of a newer program moves nothing."""
    known = [MissionState(step) for step in steps if step in set(MissionState)]
    return known[-1] if known else MissionState.AGREED


def next_states(state: MissionState) -> tuple[MissionState, ...]:
    """What may come next."""
    return _NEXT[state]


def data_known(
    *, is_laptop: bool, seen_ms: int | None, from_ms: int, end_ms: int, now_ms: int, holds: bool | None
) -> DataKnown:
    """What is known of the lists on a laptop that was last in touch at `seen_ms`; `holds` is its own word then, None
    from a program that does not tell."""
    if not is_laptop:
        return DataKnown.NO_LAPTOP
    is_seen = seen_ms is not None and seen_ms >= from_ms
    if now_ms < end_ms:
        return DataKnown.HOLDS if is_seen else DataKnown.WAITS
    if seen_ms is not None and seen_ms >= end_ms:
        return DataKnown.GONE if holds is False else DataKnown.TOLD
    return DataKnown.SILENT if is_seen else DataKnown.WAITS


def check_terms(terms: Terms, home: str) -> tuple[Problem, ...]:
    """What speaks against terms of a mission that helps in a regency."""
    found = []
    if not terms.name.strip():
        found.append(Problem("name", "missing", text("Gotong royong ini belum diberi nama.")))
    if not terms.guest_regency or terms.guest_regency == home:
        found.append(Problem("guest_regency", "no_guest", text("Belum dipilih daerah mana yang membantu.")))
    if terms.until_day < terms.from_day:
        words = text("Hari terakhirnya sebelum hari pertama. Betulkan salah satunya.")
        found.append(Problem("until_day", "ends_before", words))
    if any(regency_of(area) != home for area in terms.areas):
        found.append(Problem("areas", "other_regency", text("Wilayahnya harus di daerah ini.")))
    if terms.blanks_brought < 0:
        found.append(Problem("blanks_brought", "negative", text("Jumlahnya tidak bisa di bawah 0.")))
    return tuple(found)


def check_step(
    state: MissionState, wanted: MissionState, terms: Terms, standing: Standing, today: date, note: str
) -> tuple[Problem, ...]:
    """What speaks against the next step of a mission."""
    if wanted not in next_states(state):
        words = text("Langkah itu tidak bisa sekarang: gotong royong ini {state}.", state=state_label(state))
        return (Problem("step", "not_now", words),)
    needs = {
        MissionState.LISTS_SHARED: lambda: _to_share(terms, today),
        MissionState.RUNNING: lambda: _to_run(terms, today),
        MissionState.SETTLED: lambda: _to_settle(terms, standing, today, note),
        MissionState.CANCELLED: lambda: _to_cancel(note),
    }
    return tuple(needs[wanted]()) if wanted in needs else ()


def open_points(standing: Standing) -> tuple[Text, ...]:
    """What is not settled: owed blanks, and laptops of which it is not known that the lists are gone."""
    found = []
    if standing.owed:
        found.append(text("{n} blangko pinjaman belum dikembalikan", n=count(standing.owed)))
    by_name = {each.laptop: each for each in standing.laptops}
    for laptop in standing.asked:
        known = by_name[laptop].known if laptop in by_name else DataKnown.NO_LAPTOP
        if known is not DataKnown.GONE:
            found.append(text("laptop {laptop}: {known}", laptop=laptop, known=known_label(known)))
    return tuple(found)


def _to_share(terms: Terms, today: date) -> Sequence[Problem]:
    found = []
    if not terms.areas:
        found.append(Problem("areas", "none", text("Belum dipilih wilayah mana yang dibantu.")))
    if not terms.laptops:
        found.append(Problem("laptops", "none", text("Belum ditulis laptop tamu mana yang memakai daftar.")))
    if terms.is_over(today):
        found.append(Problem("until_day", "over", text("Hari-harinya sudah lewat, daftar tidak dibagikan lagi.")))
    return found


def _to_run(terms: Terms, today: date) -> Sequence[Problem]:
    if today >= terms.from_day:
        return ()
    return (Problem("from_day", "early", text("Hari pertamanya belum tiba. Mulai pada hari itu.")),)


def _to_settle(terms: Terms, standing: Standing, today: date, note: str) -> Sequence[Problem]:
    if not terms.is_over(today):
        return (Problem("until_day", "runs", text("Hari terakhirnya belum lewat. Selesaikan sesudah itu.")),)
    if open_points(standing) and not note.strip():
        words = text("Masih ada yang belum beres. Tulis penjelasannya, atau bereskan dulu.")
        return (Problem("note", "unexplained", words),)
    return ()


def _to_cancel(note: str) -> Sequence[Problem]:
    return () if note.strip() else (Problem("note", "no_reason", text("Belum ditulis kenapa dibatalkan.")),)


def state_label(state: str) -> Text:
    """Where a mission stands, in a word or two."""
    return _STATES.get(state) or words_of(state)


def known_label(known: str) -> Text:
    """What is known of the host's data on a laptop."""
    return _KNOWN.get(known) or words_of(known)


_STATES: Final[Mapping[str, Text]] = {
    MissionState.AGREED: text("disepakati"),
    MissionState.LISTS_SHARED: text("daftar dibagikan"),
    MissionState.RUNNING: text("berjalan"),
    MissionState.SETTLED: text("selesai"),
    MissionState.CANCELLED: text("dibatalkan"),
}
_KNOWN: Final[Mapping[str, Text]] = {
    DataKnown.NO_LAPTOP: text("tidak dikenal pusat"),
    DataKnown.WAITS: text("belum terhubung sejak daftar dibagikan"),
    DataKnown.HOLDS: text("memegang daftar"),
    DataKnown.SILENT: text("belum terhubung sejak selesai, daftarnya mungkin masih ada"),
    DataKnown.TOLD: text("sudah diminta menghapus, belum menyatakan terhapus"),
    DataKnown.GONE: text("menyatakan sendiri daftarnya sudah tidak ada"),
}
