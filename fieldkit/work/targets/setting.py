"""Targets are set, shared out and taken back; each word stands beside those before it, and the last one counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.areas import AreaCode, parent, regency_of
from fieldkit.domain.errors import Problem, RuleError, Severity
from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.targets import Tally, check_target, check_total, shared_out
from fieldkit.domain.text import text
from fieldkit.records.tables import TARGET
from fieldkit.store.queries.targets.lists import list_tallies
from fieldkit.store.queries.targets.targets import TargetWord, target_words
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner
from fieldkit.work.days import today
from fieldkit.work.inverse import Inverse


@dataclass(frozen=True, slots=True)
class SetTarget:
    """So many people of a district or village until a day; None and no day where nothing was typed."""

    place: str
    quantity: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class ShareOut:
    """A total of all lists here, among villages and their districts, by who is left there."""

    total: int | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Changed:
    """A word on a target, and what held before it."""

    id: str
    place: str
    quantity: int
    until: date | None


@dataclass(frozen=True, slots=True)
class Written:
    """How many places have a new word, and what takes all of it back."""

    places: int
    inverse: Inverse[tuple[Changed, ...]]


def set_target(unit: Unit, command: SetTarget) -> Written:
    """Set the target of one place."""
    require_planner(unit)
    numbers = _numbers(unit.query(list_tallies), command.place)
    _require(*check_target(command.quantity or 0, command.until, today(unit), numbers))
    return _write(unit, [(command.place, command.quantity or 0, command.until)])


def share_out(unit: Unit, command: ShareOut) -> Written:
    """Set the targets of all villages with a list, and of their districts, so that they add up to the total."""
    require_planner(unit)
    tallies = unit.query(list_tallies)
    dated = check_target(1, command.until, today(unit), None)
    _require(*check_total(command.total or 0, tallies), *dated)
    shares = dict(shared_out(command.total or 0, tallies))
    for village, share in list(shares.items()):
        district = parent(AreaCode(village))
        if district is not None:
            shares[district] = shares.get(district, 0) + share
    return _write(unit, [(place, share, command.until) for place, share in sorted(shares.items())])


def take_back_target(unit: Unit, place: str) -> Written:
    """The place has no target any more."""
    require_planner(unit)
    word = unit.query(target_words).get(place)
    if word is None or word.target is None:
        raise RuleError(Problem("place", "no_target", text("Tempat ini tidak punya target.")))
    return _write(unit, [(place, 0, word.until)])


def put_back_targets(unit: Unit, changed: tuple[Changed, ...]) -> None:
    """What held before holds again. RuleError where somebody has set another target since."""
    require_planner(unit)
    words = unit.query(target_words)
    if any(words[each.place].id != each.id for each in changed):
        words_ = text("Targetnya sudah diganti sesudah itu, jadi tidak diurungkan. Tulis target yang benar.")
        raise RuleError(Problem("place", "changed_since", words_))
    _insert(unit, [(each.place, each.quantity, each.until) for each in changed])


def _numbers(tallies: Sequence[Tally], place: str) -> ListNumbers | None:
    """The list of a district or village; None where there is none here."""
    parts = [each.numbers for each in tallies if each.place == place or each.place.startswith(f"{place}.")]
    if not parts:
        return None
    columns = ("gross", "explained_approved", "away", "recorded")
    return ListNumbers(*(sum(getattr(each, name) for each in parts) for name in columns))


def _require(*problems: Problem) -> None:
    stops = [problem for problem in problems if problem.severity is Severity.STOP]
    if stops:
        raise RuleError(*stops)


def _write(unit: Unit, wanted: list[tuple[str, int, date | None]]) -> Written:
    if any(regency_of(place) != unit.meta.regency for place, _, _ in wanted):
        raise RuleError(Problem("place", "other_regency", text("Tempat itu di luar daerah ini.")))
    before = unit.query(target_words)
    ids = _insert(unit, wanted)
    changed = tuple(_change(id_, wish, before.get(wish[0])) for id_, wish in zip(ids, wanted, strict=True))
    return Written(len(changed), Inverse(put_back_targets, changed))


def _change(id_: str, wish: tuple[str, int, date | None], before: TargetWord | None) -> Changed:
    place, _, until = wish
    return Changed(id_, place, before.quantity if before else 0, before.until if before else until)


def _insert(unit: Unit, wanted: list[tuple[str, int, date | None]]) -> list[str]:
    rows = [
        (place, {"village": place, "quantity": quantity, "until": until.isoformat() if until else None})
        for place, quantity, until in wanted
    ]
    return list(unit.insert_last(TARGET, rows))
