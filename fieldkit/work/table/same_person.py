"""Say that two rows are one person, and take it back: facts, after which both rows are as they were."""

from __future__ import annotations

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.people.same_person import LinkRule
from fieldkit.domain.text import text
from fieldkit.records.tables import SAME_PERSON_LINK
from fieldkit.store.queries.one_person import links_between
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_list_worker
from fieldkit.work.instants import instant
from fieldkit.work.places import place_of


def link_same_person(unit: Unit, resident_id: str, other_id: str) -> str:
    """Two rows are one person; returns the id of the link. RuleError where it is one row."""
    require_list_worker(unit)
    if resident_id == other_id:
        raise RuleError(Problem("other", "same_row", text("Ini data yang sama. Pilih data lain dari orang ini.")))
    return unit.insert(
        SAME_PERSON_LINK,
        place_of(unit, resident_id) or unit.meta.regency,
        resident_id=resident_id,
        other_id=other_id,
        rule=LinkRule.BY_HAND,
        at=instant(unit.now_utc),
    )


def undo_link(unit: Unit, link_id: str) -> str:
    """A link does not hold; returns the id of the fact that says so. RuleError where it was taken back before."""
    require_list_worker(unit)
    link = unit.row("SELECT resident_id, other_id, undoes_id FROM same_person_link WHERE id = ?", link_id)
    if link is None:
        raise KeyError(link_id)
    if link[2] or unit.value("SELECT 1 FROM same_person_link WHERE undoes_id = ?", link_id):
        raise RuleError(_undone())
    return unit.insert(
        SAME_PERSON_LINK,
        place_of(unit, link[0]) or unit.meta.regency,
        resident_id=link[0],
        other_id=link[1],
        rule=LinkRule.UNDONE,
        undoes_id=link_id,
        at=instant(unit.now_utc),
    )


def undo_links_between(unit: Unit, resident_id: str, other_id: str) -> list[str]:
    """None of the links between two rows holds; returns the facts that say so. RuleError where none did."""
    require_list_worker(unit)
    holding = unit.query(links_between, resident_id, other_id)
    if not holding:
        raise RuleError(_undone())
    return [undo_link(unit, link) for link in holding]


def _undone() -> Problem:
    return Problem("link", "undone", text("Ini sudah dibatalkan. Kalau ternyata satu orang, satukan lagi."))
