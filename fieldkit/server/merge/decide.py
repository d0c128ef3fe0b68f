"""One command, one verdict. Its changes stand or fall together where they can not be read or lack their row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from fieldkit.records.tables import USER_KEY
from fieldkit.records.wire import Verdict
from fieldkit.server.merge.authority import Sender, Standing, Standings, speakers_of, user_keys
from fieldkit.server.merge.bonds import rows_of_proof, verifiers_of_proof
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.merge.edits import edit
from fieldkit.server.merge.inserts import insert, insert_plainly, is_plain, row_to_erase
from fieldkit.server.merge.lineage import learn_lineage
from fieldkit.server.merge.proposals import Proposal, Reading
from fieldkit.server.merge.rows import Key
from fieldkit.server.merge.rulings import weighed
from fieldkit.server.merge.signatures import SIGNED, keys_of_signed
from fieldkit.server.merge.unit import Effect, Outcome, Unit

NO_ROW = "row"
"""Why an edit is held: its row has not arrived."""


def load_rows(unit: Unit, sender: Sender, readings: Sequence[Reading]) -> None:
    """Fetch every row that deciding these commands will look at."""
    proposals = [proposal for reading in readings for proposal in reading.proposals]
    unit.learn_epochs({proposal.header.regency for proposal in proposals} | {sender.home})
    for origin in {proposal.header.origin for proposal in proposals}:
        learn_lineage(unit, sender.home, origin)
    edited: list[Key] = []
    others: dict[Key, None] = {}
    users: set[tuple[str, str]] = set()
    for proposal in proposals:
        header = proposal.header
        if header.regency not in unit.epochs:
            continue
        if not header.is_insert:
            edited.append(proposal.key)
        elif unit.is_careful:
            others[proposal.key] = None
        users.update((each, header.regency) for each in speakers_of(proposal))
        others.update(dict.fromkeys((*keys_of_signed(proposal, sender.home), *rows_of_proof(proposal))))
        edited += row_to_erase(proposal)
    for user, regency in users:
        others.update(dict.fromkeys(user_keys(user, regency, sender.home)))
    unit.rows.load(edited, locked=True)
    unit.rows.load(others, locked=False)
    proposals = [proposal for proposal in proposals if proposal.header.regency in unit.epochs]
    codes = [code for proposal in proposals for code in verifiers_of_proof(proposal, unit.rows)]
    unit.bonds.load((key for key in others if key[0] == USER_KEY.name), codes)


def decide_all(unit: Unit, sender: Sender, readings: Iterable[Reading]) -> Iterator[Outcome]:
    """The verdict on each command, and its effect on the rows of the unit."""
    standings = Standings(sender, unit.rows, unit.epochs, unit.stamp)
    for reading in readings:
        if reading.problem is None:
            yield _decide(unit, sender, reading, standings)
        else:
            yield Outcome(reading.problem.verdict, reading.problem.reason)


def _decide(unit: Unit, sender: Sender, reading: Reading, known: Standings) -> Outcome:
    own = [known.of(proposal) for proposal in reading.proposals]
    standings = weighed(unit, sender, reading.proposals, own)
    if _are_plain(unit, reading.proposals, standings):
        return insert_plainly(unit, reading.proposals)
    if _misses_row(unit, reading.proposals, standings):
        return Outcome(Verdict.HELD, NO_ROW)
    doubts: dict[str, str] = {}
    pairs = zip(reading.proposals, standings, strict=True)
    return Outcome.of([_apply(unit, sender, proposal, stands, doubts) for proposal, stands in pairs])


def _are_plain(unit: Unit, proposals: Sequence[Proposal], standings: Sequence[Standing]) -> bool:
    """Whether a command only brings new rows that nothing speaks against, as nearly all do."""
    for proposal, stands in zip(proposals, standings, strict=True):
        if stands.doubt or not is_plain(unit, proposal, stands):
            return False
    return len(proposals) == 1 or len({proposal.key for proposal in proposals}) == len(proposals)


def missing_rows(unit: Unit, reading: Reading) -> list[Proposal]:
    """The edits of a command whose rows are not there."""
    return [each for each in reading.proposals if not each.header.is_insert and unit.rows.get(each.key) is None]


def _misses_row(unit: Unit, proposals: Sequence[Proposal], standings: Sequence[Standing]) -> bool:
    """Whether an edit waits for its row. One in doubt does not: it is not applied anyway."""
    inserted = set()
    for proposal, stands in zip(proposals, standings, strict=True):
        if proposal.header.is_insert:
            inserted.add(proposal.key)
        elif not stands.doubt and proposal.key not in inserted and unit.rows.get(proposal.key) is None:
            return True
    return False


def _apply(unit: Unit, sender: Sender, proposal: Proposal, stands: Standing, doubts: dict[str, str]) -> Effect:
    if stands.doubt:
        return _doubted(unit, sender, proposal, stands, doubts)
    if proposal.header.is_insert:
        return insert(unit, sender, proposal, stands)
    row = unit.rows.get(proposal.key)
    # The row may have been kept back by a case of this same command.
    return Effect(Verdict.CASE) if row is None else edit(unit, sender, proposal, row, stands)


def _doubted(unit: Unit, sender: Sender, proposal: Proposal, stands: Standing, doubts: dict[str, str]) -> Effect:
    """New rows are stored, edits are not; one case for the command and the kind of doubt, and for each that is signed:
    by its case it is known where it shows that it is doubted."""
    effect = _without_edit(unit, sender, proposal, stands)
    if effect.verdict is Verdict.DUPLICATE:
        return effect
    header = proposal.header
    which = f"{stands.doubt} {header.row}" if proposal.table in SIGNED else stands.doubt
    if which not in doubts:
        details = {"user": header.user, "area": header.area, "proposed": proposal.edited}
        doubts[which] = unit.open_case(stands.doubt, header, sender.home, details)
    return Effect(Verdict.CASE, effect.version, stands.doubt, doubts[which])


def _without_edit(unit: Unit, sender: Sender, proposal: Proposal, stands: Standing) -> Effect:
    is_hosted = proposal.header.regency in unit.epochs
    if proposal.header.is_insert and is_hosted and not CONTENTS[proposal.table.name].is_of_office:
        return insert(unit, sender, proposal, stands)
    row = unit.rows.get(proposal.key)
    return Effect(Verdict.CASE, row.version if row else None)
