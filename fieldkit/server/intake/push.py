"""A push: one transaction that checks, journals whole, applies, decides, and takes the feed numbers last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import sqlalchemy as sa

from fieldkit.records.wire import CommandVerdict, FeedRun, Push, PushReply, Receipt, Verdict
from fieldkit.server.bulk import ClashError, clashes
from fieldkit.server.cases import FORK, CaseBook, open_case
from fieldkit.server.centre import Centre
from fieldkit.server.database import writing
from fieldkit.server.devices.laptops import Device, begin_incarnation
from fieldkit.server.intake.held import answers_of, free, hold, told_of_erasure
from fieldkit.server.intake.quarantine import quarantined
from fieldkit.server.ledger.batch import Change, Command, commands, read_changes
from fieldkit.server.ledger.journal import Answer, chain_at, stored_answers, write_entries
from fieldkit.server.ledger.origins import HeldOrigin, advance, locked_origin
from fieldkit.server.ledger.receipts import give_receipt, last_receipt
from fieldkit.server.merge.authority import Sender, sender_of
from fieldkit.server.merge.decide import decide_all, load_rows
from fieldkit.server.merge.proposals import read_command
from fieldkit.server.merge.rows import Key
from fieldkit.server.merge.unit import Outcome, Unit
from fieldkit.server.regencies import area_heads
from fieldkit.server.trouble import ForkError, busy, malformed, unchained

_TRIES: Final = 5
Compose = Callable[[HeldOrigin], Push]


def receive(centre: Centre, device: Device, push: Push, now_ms: int) -> PushReply:
    """Take a push in. What was taken in before gets the stored answer; TroubleError where chain or batch is unsound."""
    return receive_composed(centre, device, push.origin, lambda _: push, now_ms)


def receive_composed(centre: Centre, device: Device, origin: str, compose: Compose, now_ms: int) -> PushReply:
    """Take in a push that is composed once nobody else can push that origin any more."""
    for attempt in range(_TRIES):
        try:
            with clashes(is_last=attempt == _TRIES - 1), writing(centre.engine) as connection:
                # Hardly ever does a new row exist already: only after a clash is it worth looking.
                unit = Unit(connection, centre.bulk, now_ms, is_careful=attempt > 0)
                reply = _receive(unit, device, origin, compose)
            centre.metrics.took_in(unit.change_count, unit.cases.count)
            return reply
        except ForkError as fork:
            _record_fork(centre, device, origin, fork, now_ms)
            raise
        except ClashError:
            continue
    raise busy()


def _receive(unit: Unit, device: Device, origin: str, compose: Compose) -> PushReply:
    incarnation = device.incarnation_of(origin)
    if incarnation is None:
        raise malformed("the origin of another device")
    connection = unit.connection
    held = locked_origin(connection, device.regency, origin, device.id)
    push = compose(held)
    changes = read_changes(push, held)
    known = _count_known(connection, held, push, changes)
    sender = sender_of(connection, device)
    answers = stored_answers(connection, (held.regency, held.origin), push.first, known)
    if known == len(changes):
        unit.is_as_sent = False
        return _reply(unit, sender, last_receipt(connection, held, unit.now_ms), answers)
    answers += _take_in(unit, sender, held, changes[known:])
    unit.is_as_sent = unit.is_as_sent and not known
    begin_incarnation(connection, device, incarnation)
    held = advance(connection, held, changes[-1].number, changes[-1].chain)
    return _reply(unit, sender, give_receipt(connection, held, unit.now_ms), answers)


def _count_known(connection: sa.Connection, held: HeldOrigin, push: Push, changes: Sequence[Change]) -> int:
    """How many of the changes are held already; TroubleError where the push does not continue what is held."""
    if push.first > held.number + 1:
        raise unchained(f"changes {held.number + 1} to {push.first - 1} are missing", held.told)
    if push.first == held.number + 1:
        _check_before(push, held)
        return 0
    known = min(held.number - push.first + 1, len(changes))
    last = changes[known - 1]
    if chain_at(connection, (held.regency, held.origin), last.number) != last.chain:
        raise ForkError(last.number, held.told)
    return known


def _check_before(push: Push, held: HeldOrigin) -> None:
    if push.before.lower() != held.chain.hex():
        # Nothing is held under number 0, so that a wrong beginning claims no number.
        raise ForkError(held.number, held.told) if held.number else unchained("the hash before change 1", held.told)


def _take_in(unit: Unit, sender: Sender, held: HeldOrigin, changes: Sequence[Change]) -> list[Answer]:
    whose = (held.regency, held.origin)
    unit.change_count = len(changes)
    run = list(commands(unit.seals.strip(changes)))
    outcomes, waited_for = _decide_all(unit, sender, held, run)
    unit.take_numbers()
    answers: list[Answer] = []
    entries = _entries(unit, zip(run, outcomes, strict=True), answers)
    write_entries(unit.connection, unit.bulk, whose, entries, unit.now_ms)
    later = free(unit, waited_for)
    unit.is_as_sent = unit.is_as_sent and not later
    unit.write()
    return [later.get((*whose, answer.number), answer) for answer in answers] if later else answers


def _entries(
    unit: Unit, decided: Iterable[tuple[Command, Outcome]], answers: list[Answer]
) -> Iterator[tuple[Change, Answer]]:
    """Each change with its answer; the answers are also kept."""
    for command, outcome in decided:
        given = answers_of(unit, command, told_of_erasure(command, outcome))
        answers += given
        yield from zip(command.changes, given, strict=True)


def _decide_all(
    unit: Unit, sender: Sender, held: HeldOrigin, run: Sequence[Command]
) -> tuple[list[Outcome], list[Key]]:
    """The outcome of each command, and the rows that held ones wait for."""
    if sender.device.is_revoked:
        return quarantined(unit, sender, held, run), []
    readings = [read_command(command) for command in run]
    load_rows(unit, sender, readings)
    outcomes: list[Outcome] = []
    waited_for: list[Key] = []
    for reading, outcome in zip(readings, decide_all(unit, sender, readings), strict=True):
        outcomes.append(outcome)
        if outcome.verdict is Verdict.HELD and reading.problem is None:
            waited_for += hold(unit, sender, reading)
    return outcomes, waited_for


def _reply(unit: Unit, sender: Sender, receipt: Receipt, answers: Sequence[Answer]) -> PushReply:
    heads = [] if sender.device.is_revoked else area_heads(unit.connection, sender.grants, unit.now_ms)
    exceptions = _exceptions(answers)
    is_as_sent = unit.is_as_sent and not exceptions
    return PushReply(receipt=receipt, feed=_runs(answers), exceptions=exceptions, heads=heads, as_sent=is_as_sent)


def _runs(answers: Iterable[Answer]) -> list[FeedRun]:
    """Feed numbers of the changes that have one, where both go up by one as one run."""
    runs: list[FeedRun] = []
    number = version = count = 0
    for answer in answers:
        if answer.version is None:
            continue
        if count and (answer.number, answer.version) == (number + count, version + count):
            count += 1
            continue
        if count:
            runs.append(FeedRun(number, count, version))
        number, version, count = answer.number, answer.version, 1
    return [*runs, FeedRun(number, count, version)] if count else runs


def _exceptions(answers: Iterable[Answer]) -> list[CommandVerdict]:
    """One for each command that was not simply applied."""
    found = {answer.command: answer for answer in answers if answer.verdict is not Verdict.APPLIED}
    return [
        CommandVerdict(number=number, verdict=answer.verdict, reason=answer.reason, case_id=answer.case_id)
        for number, answer in found.items()
    ]


def _record_fork(centre: Centre, device: Device, origin: str, fork: ForkError, now_ms: int) -> None:
    """One case for an origin, however often its other content is sent while the copy looks for where it begins."""
    with writing(centre.engine) as connection:
        if open_case(connection, device.regency, FORK, [origin]) is None:
            book = CaseBook(now_ms)
            book.open(device.regency, FORK, ("", ""), (origin, fork.number), {"device": device.id})
            book.write(connection, centre.bulk)
            centre.metrics.took_in(0, book.count)
