"""Which cards are printed first when blanks are scarce: the dated priority table (F-B3), and what waits and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem
from fieldkit.domain.requests.reasons import reasons_by_rank
from fieldkit.domain.requests.service import Reason
from fieldkit.domain.text import Text, text

URGENT: Final = "urgent"
"""A place in the table for whoever was let through by approval, whatever the reason."""


class Wait(StrEnum):
    """Why a card is not printed now; none is ever lost from sight."""

    UNDER_AGE = "under_age"
    IN_QUESTION = "in_question"
    AT_OFFICE = "at_office"
    """Its data are changed by the office, which prints it too (F-D3)."""
    NO_NIK = "no_nik"
    """The person has no NIK yet: biodata come first (4.2)."""
    AT_CENTRE = "at_centre"
    """The record stopped at the national centre, or was deleted there (4.1): somebody has to see to it first."""
    SCARCITY = "scarcity"
    POSTPONED = "postponed"
    """The head has its reason wait while blanks are scarce, however many lie on this table."""


@dataclass(frozen=True, slots=True)
class PriorityTable:
    """The order that the head signed: ranks of reasons, the first rank first, in force from a day on."""

    valid_from: date
    ranks: tuple[frozenset[str], ...]
    postponed: frozenset[str] = frozenset()
    """Reasons that wait altogether, but for whoever was let through."""

    def postpones(self, reason: str, *, is_urgent: bool) -> bool:
        """Whether a request waits however many blanks there are."""
        return not is_urgent and reason in self.postponed

    def rank(self, reason: str, *, is_urgent: bool) -> int:
        """The place of a request, 0 first; a reason that the table does not name comes last."""
        named = [place for place, reasons in enumerate(self.ranks) if reason in reasons]
        urgent = [place for place, reasons in enumerate(self.ranks) if is_urgent and URGENT in reasons]
        return min(named + urgent, default=len(self.ranks))


@dataclass(frozen=True, slots=True)
class CardRequest:
    """A card that is to be printed. `registered_at` keeps the order within a rank, as ISO text."""

    id: str
    reason: str
    registered_at: str
    is_urgent: bool = False
    print_eligible_on: date | None = None
    is_in_question: bool = False
    waits_for_office: bool = False
    is_without_nik: bool = False
    is_stopped: bool = False
    """At the national centre."""


@dataclass(frozen=True, slots=True)
class PrintPlan:
    """What can be printed now, in this order, and what waits, each with its reason, in the order of its turn."""

    now: tuple[str, ...]
    waiting: tuple[tuple[str, Wait], ...]


_FIRST, *_OTHERS = reasons_by_rank()
DEFAULT_TABLE: Final = PriorityTable(date.min, (_FIRST, frozenset({URGENT}), *_OTHERS))


def table_on(tables: Iterable[PriorityTable], day: date) -> PriorityTable:
    """The table in force on a day: the last one that had begun, the default of F-B3 before the first."""
    begun = [table for table in tables if table.valid_from <= day]
    return max(begun, key=lambda table: table.valid_from, default=DEFAULT_TABLE)


def plan_prints(requests: Sequence[CardRequest], printable: int, table: PriorityTable, day: date) -> PrintPlan:
    """Who gets one of the `printable` cards on a day. Who may not be printed yet takes none of them."""
    now: list[str] = []
    waiting: list[tuple[str, Wait]] = []
    ranks = {
        kind: table.rank(kind[0], is_urgent=kind[1]) for kind in {(each.reason, each.is_urgent) for each in requests}
    }
    for each in sorted(requests, key=lambda each: (ranks[each.reason, each.is_urgent], each.registered_at, each.id)):
        wait = _own_wait(each, day) or _policy_wait(each, table) or (None if len(now) < printable else Wait.SCARCITY)
        if wait is None:
            now.append(each.id)
        else:
            waiting.append((each.id, wait))
    return PrintPlan(tuple(now), tuple(waiting))


def is_held(request: CardRequest) -> bool:
    """Whether something else than its turn keeps a card from being printed here, whatever the day."""
    return request.is_in_question or request.waits_for_office or request.is_without_nik or request.is_stopped


def is_outranked(request: CardRequest, others: Iterable[CardRequest], blanks: int, table: PriorityTable) -> bool:
    """Whether all the blanks that are left belong to those whom the table puts before the reason of this request.

    Among those of one place in the table whoever is at the desk may come first, and whom the lead let through is not
    held up. Without any blank in the books nothing is said: what was printed all the same is to be written down.
    """
    if request.is_urgent or blanks <= 0:
        return False
    own = table.rank(request.reason, is_urgent=False)
    before = sum(table.rank(each.reason, is_urgent=each.is_urgent) < own for each in others if each.id != request.id)
    return blanks <= before


def read_ranks(words: str) -> tuple[frozenset[str], ...]:
    """The ranks from the setting's text, such as "first_recording | data_change moved | lost"."""
    return tuple(frozenset(rank.split()) for rank in words.split("|") if rank.split())


def write_ranks(ranks: Iterable[Iterable[str]]) -> str:
    """The ranks as the setting keeps them."""
    return " | ".join(" ".join(sorted(rank)) for rank in ranks)


def check_ranks(ranks: Sequence[frozenset[str]]) -> tuple[Problem, ...]:
    """What keeps a table from being signed: a reason in two places, or a word that is no reason."""
    places = [reason for rank in ranks for reason in rank]
    known = {*Reason, URGENT}
    twice = any(places.count(reason) > 1 for reason in places)
    return (*_named_twice(twice), *_not_known(sorted({*places} - known)))


def _own_wait(request: CardRequest, day: date) -> Wait | None:
    if request.waits_for_office:
        return Wait.AT_OFFICE
    if request.is_without_nik:
        return Wait.NO_NIK
    if request.is_stopped:
        return Wait.AT_CENTRE
    if request.print_eligible_on is not None and request.print_eligible_on > day:
        return Wait.UNDER_AGE
    return Wait.IN_QUESTION if request.is_in_question else None


def _policy_wait(request: CardRequest, table: PriorityTable) -> Wait | None:
    return Wait.POSTPONED if table.postpones(request.reason, is_urgent=request.is_urgent) else None


def _named_twice(twice: bool) -> tuple[Problem, ...]:
    words = text("Satu alasan tertulis di dua urutan. Setiap alasan punya satu tempat. Hapus salah satunya.")
    return (Problem("ranks", "named_twice", words),) if twice else ()


def _not_known(unknown: Sequence[str]) -> tuple[Problem, ...]:
    if not unknown:
        return ()
    words: Text = text("Alasan {words} tidak dikenal. Pilih dari daftar alasan.", words=", ".join(unknown))
    return (Problem("ranks", "unknown_reason", words),)
