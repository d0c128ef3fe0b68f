"""New rows: facts above all, which nobody can refuse afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from fieldkit.records.erasure import Order, order_of
from fieldkit.records.journal import Header
from fieldkit.records.tables import CASE_SETTLEMENT, ERASURE, INCARNATION, USER_KEY
from fieldkit.records.wire import Verdict
from fieldkit.server.cases import FORK, KEY, OFFICE, SIGNATURE
from fieldkit.server.merge.authority import AREA, Sender, Standing, is_of_centre
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.lineage import begun, told_again
from fieldkit.server.merge.proposals import Proposal, is_name
from fieldkit.server.merge.rows import Key, Mark, Row
from fieldkit.server.merge.seals import blank, target_of
from fieldkit.server.merge.signatures import SIGNED, is_signed
from fieldkit.server.merge.unit import Effect, Outcome, Unit

_WEIGHED: Final = (*SIGNED, USER_KEY, INCARNATION, ERASURE, CASE_SETTLEMENT)
_DECIDER: Final = "settled_by"
_DECIDER_PLACE: Final = CONTENTS[CASE_SETTLEMENT.name].position[_DECIDER]


def is_plain(unit: Unit, proposal: Proposal, standing: Standing) -> bool:
    """Whether nothing has to be weighed: a new row, not of the office unless its user is, without a signature."""
    if not proposal.header.is_insert or proposal.table in _WEIGHED or unit.rows.get(proposal.key) is not None:
        return False
    return standing.is_of_office or not _of_office(proposal)


def insert_plainly(unit: Unit, proposals: Sequence[Proposal]) -> Outcome:
    """Store the new rows of a command."""
    return Outcome(Verdict.APPLIED, versions=[_add(unit, proposal, {}).version for proposal in proposals])


def insert(unit: Unit, sender: Sender, proposal: Proposal, standing: Standing) -> Effect:
    """Store a new row. One that exists is a duplicate or a fork, never a no-op."""
    existing = unit.rows.get(proposal.key)
    if existing is not None:
        return _meet(unit, sender, proposal, existing)
    if proposal.table is ERASURE:
        return _ordered(unit, sender, proposal)
    return _store(unit, sender, proposal, standing)


def _store(unit: Unit, sender: Sender, proposal: Proposal, standing: Standing) -> Effect:
    denied = _unfounded(sender, proposal, standing) | ({} if standing.is_of_office else _of_office(proposal))
    if denied and CONTENTS[proposal.table.name].is_of_office:
        return _denied(unit, sender, proposal, denied)
    row = _add(unit, proposal, denied)
    if denied:
        return _denied(unit, sender, proposal, denied, row.version)
    if proposal.table in SIGNED and not is_signed(proposal, sender.home, unit.rows, unit.bonds):
        return _unproved(unit, sender, proposal, row.version, SIGNATURE)
    if proposal.table is USER_KEY and (standing.doubt or not unit.bonds.bind(proposal, unit.rows)):
        return _unproved(unit, sender, proposal, row.version, KEY)
    if proposal.table is INCARNATION:
        return begun(unit, sender, proposal, row.version)
    return Effect(Verdict.APPLIED, row.version)


def _unproved(unit: Unit, sender: Sender, proposal: Proposal, version: int, kind: str) -> Effect:
    """Kept, and shown as doubted: nothing is shown as signed by somebody who may not have signed it."""
    case_id = unit.open_case(kind, proposal.header, sender.home, {"user": proposal.header.user})
    return Effect(Verdict.CASE, version, kind, case_id)


def _ordered(unit: Unit, sender: Sender, proposal: Proposal) -> Effect:
    """An order to erase, or a laptop's word that it was done, which brings back an order that a restore has lost.

    One that nobody here signed is stored nowhere: laptops would obey it.
    """
    header, order = proposal.header, _order(proposal)
    if not unit.seals.is_genuine(order):
        case_id = unit.open_case(SIGNATURE, header, sender.home, {"user": header.user, "area": header.area})
        return Effect(Verdict.CASE, None, SIGNATURE, case_id)
    version = _add(unit, proposal, {}).version
    if order.issuer == header.regency and unit.seals.bring(order) and (row := unit.rows.get(target_of(order))):
        blank(row, order.names)
        row.version = unit.numbers.next(order.issuer)
    return Effect(Verdict.APPLIED, version)


def row_to_erase(proposal: Proposal) -> list[Key]:
    """The row that an order is about, where it lies in the regency of the order; empty for everything else."""
    if proposal.table is not ERASURE or (order := _order(proposal)).issuer != proposal.header.regency:
        return []
    return [target_of(order)] if order.table_name in CONTENTS and is_name(order.row_id) else []


def _order(proposal: Proposal) -> Order:
    return order_of(dict(zip(ERASURE.column_names, proposal.inserted, strict=True)))


def _add(unit: Unit, proposal: Proposal, without: dict[str, Any]) -> Row:
    header, values = proposal.header, proposal.inserted
    version = unit.numbers.next(header.regency)
    row = Row(proposal.key, header.area, version, header.origin, values)
    for name in without:
        row.set(name, None)
    row.is_own_only = not without
    if is_of_centre(header.origin) and not proposal.table.is_fact:
        # The office wrote what it knew at that time: older words that come later meet it as they would meet an edit.
        mark = Mark(version, unit.stamp(header), header.origin, number=header.number)
        row.marks = dict.fromkeys((AREA, *proposal.table.column_names), mark)
    if proposal.table is CASE_SETTLEMENT:
        _clamp(unit, row, header)
    unit.rows.add(row)
    return row


def _clamp(unit: Unit, row: Row, header: Header) -> None:
    """Of two decisions the later shows: none claims to be later than the centre's clock allows.

    The claimed time stays in the change, and its sender is told the row as it stands.
    """
    latest = unit.latest_instant
    if row.value("at") > latest:
        row.set("at", latest)
        row.marks["at"] = Mark(row.version, unit.stamp(header), header.origin, number=header.number)
        row.is_own_only = False
        unit.is_as_sent = False


def _meet(unit: Unit, sender: Sender, proposal: Proposal, row: Row) -> Effect:
    """An id that exists: the same row once more, or two rows that claim to be one."""
    differing = _differing(proposal, row)
    if not differing:
        if proposal.table is INCARNATION:
            told_again(unit, sender, proposal, row)
        return Effect(Verdict.DUPLICATE, row.version)
    details = {"user": proposal.header.user, "area": proposal.header.area, "proposed": differing}
    case_id = unit.open_case(FORK, proposal.header, sender.home, details)
    return Effect(Verdict.CASE, row.version, FORK, case_id)


def _differing(proposal: Proposal, row: Row) -> dict[str, Any]:
    """Values other than the row was inserted with; fields edited since tell nothing."""
    names = proposal.table.column_names
    pairs = zip(names, proposal.inserted, row.values, strict=True)
    differing = {name: value for name, value, held in pairs if value != held and name not in row.marks}
    if row.area != proposal.header.area and "area" not in row.marks:
        differing["area"] = proposal.header.area
    return differing


def _of_office(proposal: Proposal) -> dict[str, Any]:
    """The values of a new row that belong to the office."""
    contents = CONTENTS[proposal.table.name]
    if not contents.office_names:
        return {}
    values = {name: proposal.inserted[contents.position[name]] for name in contents.office_names}
    return {name: value for name, value in values.items() if value is not None}


def _unfounded(sender: Sender, proposal: Proposal, standing: Standing) -> dict[str, Any]:
    """Who is said to settle a case, where another one wrote it, or where it was not theirs: then it decides nothing."""
    if proposal.table is not CASE_SETTLEMENT or sender.is_office:
        return {}
    decider = proposal.inserted[_DECIDER_PLACE]
    is_founded = decider in (None, proposal.header.user) and not standing.doubt
    return {} if is_founded else {_DECIDER: decider}


def _denied(
    unit: Unit, sender: Sender, proposal: Proposal, denied: dict[str, Any], version: int | None = None
) -> Effect:
    case_id = unit.open_case(OFFICE, proposal.header, sender.home, {"user": proposal.header.user, "proposed": denied})
    return Effect(Verdict.CASE, version, OFFICE, case_id)
