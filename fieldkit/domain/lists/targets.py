"""Targets: how many of a place's list are to be recorded until a day, and a regency's total shared among its places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from fieldkit.domain.areas import regency_of
from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import count
from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.text import text

APPROVAL_KIND: Final = "targets"
"""What the head's signature under the targets is called."""


@dataclass(frozen=True, slots=True)
class Target:
    """So many people of a place are to be recorded, those included who are already, until a day."""

    place: str
    quantity: int
    until: date | None

    def missing(self, recorded: int) -> int:
        """People who are still missing to it."""
        return max(0, self.quantity - recorded)


@dataclass(frozen=True, slots=True)
class Tally:
    """A place with its list in numbers."""

    place: str
    numbers: ListNumbers


def check_target(quantity: int, until: date | None, today: date, numbers: ListNumbers | None) -> tuple[Problem, ...]:
    """What speaks against a target. One above the list is allowed and said: lists grow (F-W4)."""
    found = []
    if quantity <= 0:
        found.append(Problem("quantity", "not_positive", text("Targetnya harus 1 orang atau lebih.")))
    if until is None:
        found.append(Problem("until", "no_date", text("Tanggalnya belum ditulis, misalnya 27-02-2019.")))
    elif until < today:
        found.append(Problem("until", "past", text("Tanggal itu sudah lewat. Tulis hari ini atau sesudahnya.")))
    if numbers is not None and quantity > numbers.gross:
        words = text(
            "Daftarnya hanya {n} orang. Target ini lebih banyak; boleh, kalau memang begitu.", n=count(numbers.gross)
        )
        found.append(Problem("quantity", "above_list", words, Severity.WARN))
    return tuple(found)


def check_total(total: int, tallies: Sequence[Tally]) -> tuple[Problem, ...]:
    """What speaks against sharing out a total: below what is recorded, or above all who can be reached."""
    recorded = sum(each.numbers.recorded for each in tallies)
    reachable = sum(each.numbers.reachable for each in tallies)
    if total <= recorded:
        words = text("Sudah {n} orang terekam. Total yang dibagi harus lebih dari itu.", n=count(recorded))
        return (Problem("total", "reached", words),)
    if total > reachable:
        words = text("Yang terjangkau hanya {n} orang, jadi tidak bisa dibagi lebih dari itu.", n=count(reachable))
        return (Problem("total", "above_reachable", words),)
    return ()


def shared_out(total: int, tallies: Sequence[Tally]) -> Mapping[str, int]:
    """A total among places in proportion to who is left there, on top of who is recorded. The shares add
    up to the total, no place gets more than can be reached there, and one that nobody can be recorded in gets none.

    ValueError where the total lies below what is recorded, or above all who can be reached.
    """
    extra = total - sum(each.numbers.recorded for each in tallies)
    left = sum(each.numbers.left for each in tallies)
    if not 0 <= extra <= left:
        raise ValueError(f"can not be shared out: {total}")
    quotas = {each.place: divmod(extra * each.numbers.left, left) if left else (0, 0) for each in tallies}
    over = extra - sum(whole for whole, _ in quotas.values())
    first = sorted(quotas, key=lambda place: (-quotas[place][1], place))[:over]
    return {
        each.place: each.numbers.recorded + quotas[each.place][0] + (each.place in first)
        for each in tallies
        if each.numbers.reachable
    }


def signed_form(targets: Mapping[str, Target], regency: str) -> list[dict[str, Any]]:
    """The targets of a regency as they stand in the document that is signed, by place."""
    return [
        {"place": place, "quantity": target.quantity, "until": target.until.isoformat() if target.until else ""}
        for place, target in sorted(targets.items())
        if regency_of(place) == regency
    ]
