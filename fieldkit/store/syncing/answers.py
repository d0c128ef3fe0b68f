"""What the centre answered: verdicts are noted, and what it took moves from the overlay into the base."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fieldkit.records.journal import Header, read_header
from fieldkit.records.tables import BY_NAME
from fieldkit.records.wire import ChangeOnWire, CommandVerdict, Push, PushReply, Verdict
from fieldkit.store.database import Database
from fieldkit.store.replica import Replica
from fieldkit.store.syncing.leaving import let_go
from fieldkit.store.syncing.reached import cursors_after, move_cursors
from fieldkit.store.unit import Touched

_NOT_TAKEN: Final = {Verdict.REFUSED, Verdict.CASE}
_NEEDS_ATTENTION: Final = {*_NOT_TAKEN, Verdict.HELD}


def acknowledge(database: Database, batch: Push, reply: PushReply) -> Touched:
    """Note the verdicts of a batch, and contain what was taken.

    What another program on this laptop noted before stays as it is: what came from the centre since knows more.
    """
    verdicts = {exception.number: exception for exception in reply.exceptions}
    versions = {run.number + step: run.version + step for run in reply.feed for step in range(run.count)}
    noted = {number for (number,) in database.rows(_NOTED, batch.origin, batch.first, len(batch.changes))}
    coming = [change for number, change in enumerate(batch.changes, batch.first) if number not in noted]
    answered = [_Answered.of(change, verdicts, versions) for change in coming]
    database.run_many(_MARK, [(*answer.marks(), batch.origin, answer.header.number) for answer in answered])
    _note_attention(database, batch.origin, {each.header.command for each in answered}, reply.exceptions)
    reached = cursors_after(database, reply, {each.header.regency for each in answered})
    touched = _contain(database, answered, is_whole=bool(reached))
    move_cursors(database, reached)
    let_go(database, touched)
    return touched


@dataclass(frozen=True, slots=True)
class _Answered:
    """A change that was sent, and what the centre said of its command."""

    header: Header
    change: ChangeOnWire
    verdict: Verdict
    reason: str | None
    version: int

    @classmethod
    def of(cls, change: ChangeOnWire, verdicts: dict[int, CommandVerdict], versions: dict[int, int]) -> _Answered:
        header = read_header(bytes(change.header))
        told = verdicts.get(header.command)
        verdict, reason = (told.verdict, told.reason) if told else (Verdict.APPLIED, None)
        return cls(header, change, verdict, reason, versions.get(header.number, 0))

    @property
    def is_stored(self) -> bool:
        """Whether the centre's row has the fields of this change: a case keeps a fact, but not an edit."""
        return self.version > 0 and (self.header.is_insert or self.verdict not in _NOT_TAKEN)

    def taken(self) -> tuple[int, bytes, bytes]:
        """For the base: feed number, header and fields."""
        return self.version, bytes(self.change.header), bytes(self.change.fields)

    def marks(self) -> tuple[Any, ...]:
        return self.verdict, self.reason, self.version, int(self.verdict is not Verdict.HELD)


def _contain(database: Database, answered: Sequence[_Answered], *, is_whole: bool) -> Touched:
    """`is_whole`: nobody else changed anything, so that after an edit as well the whole row is known."""
    replica, touched = Replica(database), Touched()
    overlaid = replica.overlaid(answer.header.row for answer in answered)
    by_row: dict[tuple[str, str], list[_Answered]] = defaultdict(list)
    for answer in answered:
        if answer.verdict is not Verdict.HELD:
            by_row[answer.header.table, answer.header.row].append(answer)
    plain: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (table, row), answers in by_row.items():
        first = answers[0]
        if len(answers) == 1 and first.header.is_insert and first.is_stored and row not in overlaid:
            plain[table].append((first.version, row))
            continue
        taken = [each.taken() for each in answers if each.is_stored]
        replica.contain(BY_NAME[table], row, taken, max(_seen_version(each, is_whole=is_whole) for each in answers))
        touched.add(table, [row])
    for table, rows in plain.items():
        # What came from the centre since an insert was sent knows more than a late answer to it.
        database.run_many(f"UPDATE {table} SET version = max(version, ?) WHERE id = ?", rows)
    return touched


def _seen_version(answer: _Answered, *, is_whole: bool) -> int:
    """The version that the laptop knows the whole row at: only an insert tells that where others were at work.

    An edit's version may then stand for fields of others that were never seen here, and a later edit must not claim
    them.
    """
    return answer.version if answer.is_stored and (is_whole or answer.header.is_insert) else 0


def _note_attention(
    database: Database, origin: str, commands: Collection[int], exceptions: Iterable[CommandVerdict]
) -> None:
    shown = [each for each in exceptions if each.number in commands and each.verdict in _NEEDS_ATTENTION]
    database.run_many("DELETE FROM attention WHERE origin = ? AND number = ?", [(origin, each) for each in commands])
    database.run_many(
        "INSERT INTO attention (origin, number, verdict, reason, case_id) VALUES (?, ?, ?, ?, ?)",
        [(origin, each.number, each.verdict, each.reason, each.case_id) for each in shown],
    )


_NOTED: Final = "SELECT number FROM journal WHERE origin = ?1 AND number >= ?2 AND number < ?2 + ?3 AND in_base = 1"
_MARK: Final = "UPDATE journal SET verdict = ?, reason = ?, version = ?, in_base = ? WHERE origin = ? AND number = ?"
