"""Missions that help in the regency of this laptop: terms, where each stands, its laptops, loans and recordings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from fieldkit.domain.missions.mission import (
    LAPTOP_WORD,
    DataKnown,
    LaptopKnown,
    MissionState,
    Standing,
    Terms,
    state_of,
)
from fieldkit.domain.stock.holders import region_of
from fieldkit.domain.stock.loans import Loan
from fieldkit.domain.stock.movements import Product
from fieldkit.records.missions import LaptopWord, read_laptop_word, read_listed
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.shifts import site_zone
from fieldkit.store.queries.stock.loans import loan_with


@dataclass(frozen=True, slots=True)
class MissionStep:
    """A step, by whom it was noted; empty for the centre."""

    id: str
    state: str
    note: str
    at: str


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission as the host sees it now."""

    id: str
    terms: Terms
    state: MissionState
    steps: tuple[MissionStep, ...]
    laptops: tuple[LaptopKnown, ...]
    loan: Loan | None
    """Blanks of the guest regency; None where none were lent."""
    recorded: Mapping[str, int]
    """People recorded at the guest tables on the days of the mission, by the prefix that the host gave."""

    @property
    def standing(self) -> Standing:
        """What has to be settled."""
        return Standing(self.loan.owed if self.loan is not None else 0, self.laptops, self.terms.laptops)

    @property
    def last_step(self) -> MissionStep | None:
        """The step by which it stands where it does."""
        moves = [step for step in self.steps if step.state == self.state]
        return moves[-1] if moves else None


@dataclass(frozen=True, slots=True)
class MissionsView:
    """The desk in one look."""

    regency: str
    time_zone: str
    missions: tuple[Mission, ...]


def missions_view(database: Database, now_utc: datetime) -> MissionsView:
    """All missions of this regency, the next or last one first."""
    regency = Meta(database).regency
    return MissionsView(regency, site_zone(database), missions(database, now_utc))


def missions(database: Database, now_utc: datetime) -> tuple[Mission, ...]:
    """Every mission that helps here, the latest days first."""
    return tuple(_mission(database, now_utc, *row) for row in database.rows(_MISSIONS))


def mission_by_id(database: Database, mission_id: str, now_utc: datetime) -> Mission | None:
    """One mission."""
    return next((each for each in missions(database, now_utc) if each.id == mission_id), None)


def _mission(database: Database, now_utc: datetime, id_: str, *columns: str) -> Mission:
    terms = _terms(*columns)
    steps = tuple(MissionStep(*row) for row in database.rows(_STEPS, id_))
    laptops = _laptops(steps, now_utc)
    return Mission(
        id_,
        terms,
        state_of(step.state for step in steps),
        tuple(step for step in steps if step.state != LAPTOP_WORD),
        laptops,
        loan_with(database, region_of(terms.guest_regency), Product.BLANK),
        {each.given: _recorded(database, terms, each.given) for each in laptops if each.given},
    )


def _terms(name: str, guest: str, first: str, last: str, areas: str, laptops: str, *rest: str) -> Terms:
    blanks, letter, note = rest
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Terms(name, guest, *days, read_listed(areas), read_listed(laptops), int(blanks), letter, note)


def _laptops(steps: Sequence[MissionStep], now_utc: datetime) -> tuple[LaptopKnown, ...]:
    """The last word on each; time goes on also where the centre has said nothing new."""
    found: dict[str, LaptopWord] = {}
    for step in steps:
        word = read_laptop_word(step.note) if step.state == LAPTOP_WORD else None
        if word is not None:
            found[word.laptop] = word
    return tuple(
        LaptopKnown(each.laptop, each.name, each.given, _known(each, now_utc))
        for each in sorted(found.values(), key=lambda word: word.laptop)
        if each.known in set(DataKnown)
    )


def _known(word: LaptopWord, now_utc: datetime) -> DataKnown:
    known = DataKnown(word.known)
    is_over = bool(word.until) and datetime.fromisoformat(word.until) <= now_utc
    return DataKnown.SILENT if known is DataKnown.HOLDS and is_over else known


def _recorded(database: Database, terms: Terms, given: str) -> int:
    first, last = terms.from_day.isoformat(), terms.until_day.isoformat()
    return int(database.value(_RECORDED, given, first, last))


_MISSIONS: Final = (
    "SELECT id, name, guest_regency, from_day, until_day, areas, laptops, coalesce(blanks_brought, 0), "
    "coalesce(letter_no, ''), coalesce(note, '') FROM mission "
    "WHERE regency = (SELECT value FROM meta WHERE key = 'regency') ORDER BY from_day DESC, id DESC"
)
_STEPS: Final = (
    "SELECT id, state, coalesce(note, '') AS told, at FROM mission_step WHERE mission_id = ? ORDER BY at, version, id"
)
_RECORDED: Final = (
    "SELECT count(DISTINCT q.resident_id) FROM request_state q JOIN service_request r ON r.id = q.request_id "
    "JOIN shift_opening o ON o.id = q.shift_id "
    "WHERE q.state = 'recorded' AND o.day BETWEEN ?2 AND ?3 "
    "AND (r.queue_no GLOB ?1 || '-*' OR r.queue_no GLOB ?1 || '[A-Z]*') "
    "AND r.regency = (SELECT value FROM meta WHERE key = 'regency')"
)
"""A restored laptop has a letter behind its prefix."""
