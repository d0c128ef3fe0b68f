"""Cards that nobody fetched go to their districts in batches: which may go, and where a batch stands (F-K2, 4.7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.errors import Problem
from fieldkit.domain.text import Text, text, words_of


class BatchState(StrEnum):
    """Where the handover record of a batch stands."""

    DRAFT = "draft"
    SIGNED = "signed_by_giver"
    WITH_DIFFERENCES = "received_with_differences"
    RECEIVED = "received"
    ARCHIVED = "archived"
    """Nobody waits for any of its cards any more."""


class Difference(StrEnum):
    """What did not arrive as it is written."""

    MISSING = "missing"
    DAMAGED = "damaged"
    NOT_LISTED = "not_listed"


@dataclass(frozen=True, slots=True)
class FoundDifferent:
    """One card that is otherwise than the list says. `request_id` is empty where nobody here knows the card."""

    kind: Difference
    name: str = field(repr=False)
    request_id: str = ""
    note: str = field(default="", repr=False)


_STATES: Final[Mapping[str, Text]] = {
    BatchState.DRAFT: text("Disiapkan"),
    BatchState.SIGNED: text("Dikirim"),
    BatchState.WITH_DIFFERENCES: text("Diterima, ada selisih"),
    BatchState.RECEIVED: text("Diterima"),
    BatchState.ARCHIVED: text("Arsip"),
}
_DIFFERENCES: Final[Mapping[str, Text]] = {
    Difference.MISSING: text("Tidak ada"),
    Difference.DAMAGED: text("Rusak"),
    Difference.NOT_LISTED: text("Tidak di daftar"),
}


def batch_label(state: str) -> Text:
    """The word for where a batch stands."""
    return _STATES.get(state) or words_of(state)


def difference_label(kind: str) -> Text:
    """The word for what was found otherwise."""
    return _DIFFERENCES.get(kind) or words_of(kind)


def may_go(card: Position, eligible_on: date | None, today: date) -> bool:
    """Whether a card goes to its district: its owner was told often enough, by the rule, and did not come (F-K2)."""
    return card.state is CardState.READY and eligible_on is not None and eligible_on <= today


def batch_state(*, is_signed: bool, is_received: bool, differences: int, waiting: int) -> BatchState:
    """Where a batch stands, of whose cards so many wait for something still."""
    if not is_received:
        return BatchState.SIGNED if is_signed else BatchState.DRAFT
    if not waiting:
        return BatchState.ARCHIVED
    return BatchState.WITH_DIFFERENCES if differences else BatchState.RECEIVED


def check_count(listed: Collection[str], found: Sequence[FoundDifferent], counted: int) -> tuple[Problem, ...]:
    """What keeps a receipt from being signed: the cards that were counted are those of the list, and what is named."""
    kinds = [each.kind for each in found]
    known = [each.request_id for each in found if each.request_id]
    problems = []
    expected = len(listed) - kinds.count(Difference.MISSING) + kinds.count(Difference.NOT_LISTED)
    if counted != expected:
        words = text(
            "Dihitung {counted} kartu, menurut daftar dan selisihnya {expected}. Hitung lagi, atau sebut kartu yang "
            "kurang, rusak, atau tidak di daftar satu per satu.",
            counted=counted,
            expected=expected,
        )
        problems.append(Problem("counted", "count_differs", words))
    if any(not each.name.strip() for each in found):
        words = text("Kartu yang tidak di daftar belum disebut namanya. Tulis nama yang tercetak di kartunya.")
        problems.append(Problem("name", "no_name", words))
    if len(set(known)) < len(known):
        words = text("Satu kartu disebut dua kali. Hapus salah satunya.")
        problems.append(Problem("counted", "named_twice", words))
    strangers = {each.request_id for each in found if each.kind is not Difference.NOT_LISTED} - set(listed)
    if strangers:
        words = text("Ada kartu yang disebut kurang atau rusak, tetapi tidak ada di daftar ini. Hapus dari selisih.")
        problems.append(Problem("counted", "not_on_list", words))
    return tuple(problems)
