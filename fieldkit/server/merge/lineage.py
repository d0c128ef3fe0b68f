"""Origins that go on from another: what the laptop says of its predecessor, and what the office has to know."""

from __future__ import annotations

from typing import Final

import sqlalchemy as sa

from fieldkit.domain.identifiers import incarnation_beside, incarnation_number
from fieldkit.records.tables import INCARNATION
from fieldkit.records.wire import Verdict
from fieldkit.server.cases import COPY, GAP, TAMPERED
from fieldkit.server.devices.laptops import devices_in
from fieldkit.server.ledger.journal import knows_chain
from fieldkit.server.merge.authority import Sender, is_of_centre
from fieldkit.server.merge.proposals import Proposal
from fieldkit.server.merge.rows import Row
from fieldkit.server.merge.unit import Effect, Unit
from fieldkit.server.schema import METADATA

_ROW: Final = METADATA.tables[INCARNATION.name].c
_KINDS: Final = {"copied": COPY, "tampered": TAMPERED}


def begun(unit: Unit, sender: Sender, proposal: Proposal, version: int) -> Effect:
    """A laptop goes on under a new origin: the office is told what is known of the one before."""
    predecessor, last_number, _, cause, _ = proposal.inserted
    details = {"device": _whose(unit, sender, predecessor), "predecessor": predecessor, "last_number": last_number}
    # What a laptop found of tampering stands behind the word.
    kind = _KINDS.get(cause.partition(" ")[0], GAP)
    case_id = unit.open_case(kind, proposal.header, sender.home, details)
    _learn_from(unit, sender, proposal)
    return Effect(Verdict.CASE, version, kind, case_id)


def told_again(unit: Unit, sender: Sender, proposal: Proposal, row: Row) -> None:
    """A laptop says itself what the office had entered in its place after a restore: from now on it is its own word."""
    if is_of_centre(row.origin) and not sender.is_office:
        row.origin, row.is_own_only, row.is_changed = proposal.header.origin, False, True
        _learn_from(unit, sender, proposal)


def learn_lineage(unit: Unit, home: str, origin: str) -> None:
    """Find out from which origins one goes on; the first incarnation of a laptop goes on from none.

    It may name several: what a copy wrote under a name that was not its own comes along with what it said of that.
    """
    if incarnation_number(origin) > 1 and origin not in unit.lineages:
        unit.lineages[origin] = {}
        query = sa.select(_ROW.predecessor, _ROW.last_number, _ROW.last_chain)
        for found in unit.connection.execute(query.where(_ROW.regency == home, _ROW.origin == origin)).all():
            _learn(unit, home, origin, (found.predecessor, found.last_number, found.last_chain))


def _whose(unit: Unit, sender: Sender, predecessor: str) -> str:
    """The laptop that goes on. Where the office enters it after a restore, "" for one that was enrolled since."""
    if not sender.is_office:
        return sender.device.id
    known = devices_in(unit.connection, sender.home)
    return next((each.id for each in known if each.incarnation_of(predecessor) is not None), "")


def _learn_from(unit: Unit, sender: Sender, proposal: Proposal) -> None:
    """What the office enters again after a restore does not make it the one that wrote before."""
    if not sender.is_office:
        predecessor, last_number, last_chain, *_ = proposal.inserted
        _learn(unit, sender.home, proposal.header.origin, (predecessor, last_number, last_chain))


def _learn(unit: Unit, home: str, origin: str, named: tuple[str, int, str]) -> None:
    """Only what the centre holds as the laptop names it counts as the laptop's own. Who wrote nothing under a name
    knows nothing of whoever did; and another laptop's work is not one's own, whoever has seen it (decision 52)."""
    predecessor, last_number, last_chain = named
    known = unit.lineages.setdefault(origin, {})
    earlier = incarnation_beside(origin, predecessor)
    if not (last_number and earlier and earlier < incarnation_number(origin)):
        return
    if knows_chain(unit.connection, (home, predecessor), last_number, last_chain):
        learn_lineage(unit, home, predecessor)
        for each, number in {**unit.lineages.get(predecessor, {}), predecessor: last_number}.items():
            known[each] = max(number, known.get(each, 0))
