"""Edits of rows that exist, field by field."""

from __future__ import annotations

from typing import Any, Final

from fieldkit.records.wire import Verdict
from fieldkit.server.cases import OFFICE, WEIGHTY
from fieldkit.server.merge.authority import AREA, AREA_FIELD, Sender, Standing
from fieldkit.server.merge.fields import Edit, Fate, fate, is_overtaken, is_touched, known_version, mark_after
from fieldkit.server.merge.proposals import Proposal
from fieldkit.server.merge.rows import Mark, Row
from fieldkit.server.merge.unit import Effect, Unit

_UNSTORED: Final = {Fate.LOST, Fate.CONTESTED, Fate.DENIED}
_SET: Final = {Fate.TAKEN, Fate.WON}


def edit(unit: Unit, sender: Sender, proposal: Proposal, row: Row, standing: Standing) -> Effect:
    """Bring an edit into the row, as far as nobody else stands against it."""
    header = proposal.header
    by = Edit(
        header.origin,
        unit.stamp(header),
        known_version(header.seen, unit.epochs[header.regency]),
        standing.is_of_office,
        header.number,
        unit.lineages.get(header.origin, {}),
        standing.is_signed,
    )
    fates = _fates(proposal, row, by)
    moves = _moves(proposal, row, by, fates)
    if moves or any(each is not Fate.EQUAL for each in fates.values()):
        row.version = unit.numbers.next(header.regency)
        # Whoever edited it may know less of the row than it now holds: everybody is told, the editor too.
        row.is_own_only = False
    _keep_losers(unit, proposal, row, by, fates)
    effect = _effect(unit, sender, proposal, row, fates)
    _set(proposal, row, by, fates)
    if moves:
        _move(unit, proposal, row, by)
    elif header.area != row.area:
        unit.is_as_sent = False
    return effect


def _fates(proposal: Proposal, row: Row, by: Edit) -> dict[str, Fate]:
    return {
        name: fate(proposal.table.column(name).merge, row.value(name), value, row.marks.get(name), by)
        for name, value in proposal.edited.items()
    }


def _moves(proposal: Proposal, row: Row, by: Edit, fates: dict[str, Fate]) -> bool:
    """Whether the edit takes the row to another area; one made on a row that has moved since does not move it back."""
    mark = row.marks.get(AREA)
    if proposal.header.area == row.area or is_touched(mark, by) or is_overtaken(mark, by):
        return False
    return fates.get(AREA_FIELD) not in _UNSTORED


def _keep_losers(unit: Unit, proposal: Proposal, row: Row, by: Edit, fates: dict[str, Fate]) -> None:
    for name, outcome in fates.items():
        if outcome is Fate.WON:
            mark = row.marks[name]
            unit.keep_loser(proposal.header, name, row.value(name), (mark.origin, mark.stamp))
        elif outcome is Fate.LOST:
            unit.keep_loser(proposal.header, name, proposal.edited[name], (by.origin, by.stamp))


def _effect(unit: Unit, sender: Sender, proposal: Proposal, row: Row, fates: dict[str, Fate]) -> Effect:
    effect = Effect(Verdict.MERGED if _met_another(fates) else Verdict.APPLIED, row.version)
    for against, kind in ((Fate.DENIED, OFFICE), (Fate.CONTESTED, WEIGHTY)):
        names = [name for name, outcome in fates.items() if outcome is against]
        if names:
            details = {
                "user": proposal.header.user,
                "stamp": unit.stamp(proposal.header),
                "fields": _both(proposal, row, names),
            }
            case_id = unit.open_case(kind, proposal.header, sender.home, details)
            effect = Effect(Verdict.CASE, row.version, kind, case_id)
    return effect


def _met_another(fates: dict[str, Fate]) -> bool:
    return Fate.WON in fates.values() or Fate.LOST in fates.values()


def _both(proposal: Proposal, row: Row, names: list[str]) -> dict[str, dict[str, Any]]:
    return {
        name: {"current": row.value(name), "proposed": proposal.edited[name], "by": _last_by(row.marks.get(name))}
        for name in names
    }


def _last_by(mark: Mark | None) -> tuple[str, int, int]:
    """The change that gave a field its value: origin, number and stamp."""
    return (mark.origin, mark.number, mark.stamp) if mark else ("", 0, 0)


def _set(proposal: Proposal, row: Row, by: Edit, fates: dict[str, Fate]) -> None:
    for name, outcome in fates.items():
        if outcome in _SET:
            row.set(name, proposal.edited[name])
        mark = mark_after(outcome, row.marks.get(name), by, row.version)
        if mark is not None:
            row.marks[name] = mark
    row.is_changed = True


def _move(unit: Unit, proposal: Proposal, row: Row, by: Edit) -> None:
    unit.leave_area(proposal, row.area, row.version)
    row.area = proposal.header.area
    row.marks[AREA] = Mark(row.version, by.stamp, by.origin, number=by.number)
