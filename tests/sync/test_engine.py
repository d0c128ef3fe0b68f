"""A round of a sync against a centre in memory, whole and broken at every step."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any, cast

import httpx
import msgspec
import pytest
from centre_double import AREA, CentreDouble, Fault, always, answer, once, raising, response, signed, trouble
from hypothesis import given, settings
from hypothesis import strategies as st
from laptop_double import ORIGIN, LaptopDouble

from fieldkit.domain.errors import (
    BatchTooLargeError,
    CentreBusyError,
    CentreTroubleError,
    ChainError,
    ClientTooOldError,
    DeviceRevokedError,
    DiskFullError,
    FieldKitError,
    ForkError,
    OfflineError,
    RuleError,
)
from fieldkit.domain.text import text
from fieldkit.host.secrets import new_device_key
from fieldkit.records.squeeze import is_squeezed
from fieldkit.records.wire import (
    PROTOCOL,
    CommandVerdict,
    Held,
    PullReply,
    Push,
    PushReply,
    Receipt,
    Trouble,
    Verdict,
    unpack,
)
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import SyncEngine, connect
from fieldkit.sync.progress import Progress, Step, StepState, SyncOutcome

CUT = httpx.ReadError("connection reset")


@dataclass
class SteppedClock:
    """Goes on by a millisecond each time it is asked."""

    now: datetime = datetime(2026, 2, 23, 9, tzinfo=UTC)
    seconds: float = 0.0

    def now_utc(self) -> datetime:
        return self.now

    def monotonic_s(self) -> float:
        self.seconds += 0.001
        return self.seconds


@dataclass
class Field:
    """A laptop, its centre and the line between them."""

    centre: CentreDouble = field(default_factory=CentreDouble)
    laptop: LaptopDouble = field(default_factory=LaptopDouble)
    clock: SteppedClock = field(default_factory=SteppedClock)
    told: list[Progress] = field(default_factory=list)
    handed: list[int] = field(default_factory=list)
    """How many changes came in each push."""
    stop: threading.Event = field(default_factory=threading.Event)
    on_told: Callable[[Progress], None] = lambda _: None

    def __post_init__(self) -> None:
        self.laptop.centre_key = self.centre.key.public_hex
        self.centre.now_ms = int(self.clock.now.timestamp() * 1000)
        self.engine = connect(cast(Exchange, self.laptop), self.clock, self._listen, self.centre.transport())

    def _listen(self, progress: Progress) -> None:
        self.told.append(progress)
        self.on_told(progress)

    def sync(self) -> SyncOutcome:
        self.told.clear()
        self.centre.calls.clear()
        return self.engine.run(self.stop)

    def states(self) -> list[tuple[str, str]]:
        """The states of the steps in the order in which they were told, each once."""
        return list(dict.fromkeys((each.step.value, each.state.value) for each in self.told))


@pytest.fixture
def ground() -> Field:
    return Field()


def with_small_batches(ground: Field) -> None:
    """Let each batch hold four changes."""
    ground.laptop.most_in_batch = 4


def test_a_round_sends_fetches_and_proves(ground: Field) -> None:
    ground.laptop.write(25)
    ground.centre.rows = ground.centre.head = 12
    outcome = ground.sync()
    assert (outcome.sent, outcome.waiting, outcome.cause, outcome.failed_step) == (25, 0, None, None)
    assert outcome.fetched == len(ground.laptop.rows) == 12
    assert outcome.all_sent
    assert outcome.is_complete
    assert outcome.receipt is not None
    assert outcome.receipt.number == 25
    assert ground.laptop.receipts == [outcome.receipt]
    assert ground.centre.chains == [each.chain.hex() for each in ground.laptop.journal]


def test_the_four_steps_are_told_in_their_order(ground: Field) -> None:
    ground.laptop.write(3)
    ground.sync()
    assert ground.states() == [(step.value, state) for step in Step for state in ("running", "done")]


def test_sending_comes_before_fetching(ground: Field) -> None:
    ground.laptop.write(3)
    ground.centre.rows = ground.centre.head = 4
    ground.sync()
    assert ground.centre.calls == ["hello", "push", "pull"]


@pytest.mark.parametrize(("reads", "is_small"), [(0, False), (1, True), (2, True)], ids=["older", "same", "newer"])
def test_a_push_is_squeezed_for_a_centre_that_reads_it(ground: Field, reads: int, is_small: bool) -> None:
    ground.centre.squeeze = reads
    ground.laptop.write(5)
    assert ground.engine.run(threading.Event()).all_sent
    (sent,) = [unpack(each.read()) for each in ground.centre.requests if each.url.path.endswith("push")]
    assert is_squeezed(sent) is is_small


def test_nothing_to_do_costs_a_hello_only(ground: Field) -> None:
    outcome = ground.sync()
    assert ground.centre.calls == ["hello"]
    assert (outcome.sent, outcome.fetched, outcome.waiting) == (0, 0, 0)
    assert not outcome.all_sent, "nothing was ever sent, so nothing can be proven"


def test_a_second_round_asks_for_the_proof_again(ground: Field) -> None:
    ground.laptop.write(3)
    ground.sync()
    outcome = ground.sync()
    assert ground.centre.calls == ["hello", "receipt"]
    assert outcome.sent == 0
    assert outcome.all_sent


def test_what_was_written_while_syncing_is_counted_after_the_receipt(ground: Field) -> None:
    ground.laptop.write(3)

    def write_late(progress: Progress) -> None:
        if (progress.step, progress.state) == (Step.PROVE, StepState.RUNNING):
            ground.laptop.write(2)

    ground.on_told = write_late
    outcome = ground.sync()
    assert outcome.waiting == 2
    assert outcome.is_complete
    assert not outcome.all_sent


def test_what_is_written_while_sending_goes_along(ground: Field) -> None:
    """Also what is written once all that waited before is on its way."""
    ground.laptop.write(1)
    ground.on_told = lambda told: ground.laptop.write(1) if told.sent and len(ground.laptop.journal) < 4 else None
    outcome = ground.sync()
    assert (outcome.sent, outcome.waiting) == (4, 0)


def test_progress_counts_changes_batches_and_bytes(ground: Field) -> None:
    ground.laptop.write(40)
    with_small_batches(ground)
    outcome = ground.sync()
    sending = [each for each in ground.told if each.step is Step.SEND]
    assert all(each.sent <= each.total for each in sending)
    assert all(one.sent <= other.sent and one.bytes_sent <= other.bytes_sent for one, other in pairwise(sending))
    assert all(each.batch <= each.batches_estimate and each.bytes_sent <= each.bytes_total_estimate for each in sending)
    last = sending[-1]
    assert (last.sent, last.total, last.batch) == (40, 40, len(ground.laptop.batches))
    assert last.bytes_sent == last.bytes_total_estimate
    assert outcome.bytes_sent >= last.bytes_sent
    assert len(ground.laptop.batches) > 1


def test_the_time_left_is_told_once_the_line_is_known() -> None:
    unknown = Progress(Step.SEND, StepState.RUNNING, bytes_sent=10, bytes_total_estimate=30)
    assert unknown.seconds_left is None
    assert replace(unknown, bytes_per_s=5).seconds_left == 4
    assert replace(unknown, bytes_per_s=5, bytes_sent=40).seconds_left == 0


def test_the_time_left_until_all_is_fetched_is_told_once_a_page_has_come(ground: Field) -> None:
    ground.centre.rows = ground.centre.head = 95

    def pass_two_seconds(request: httpx.Request) -> None:
        if request.url.path == "/v1/pull":
            ground.clock.seconds += 2

    ground.centre.fault = pass_two_seconds
    ground.sync()
    left = [each.seconds_left for each in ground.told if each.step is Step.FETCH and each.state is StepState.RUNNING]
    assert left[0] is None
    assert left[1] == pytest.approx(2 * (95 - 20) / 10, rel=0.01)
    assert left[-1] == 0
    assert left[1:] == sorted(left[1:], reverse=True)


def test_the_clocks_are_compared(ground: Field) -> None:
    ground.clock.now -= timedelta(hours=2)
    outcome = ground.sync()
    assert abs(outcome.clock_offset_ms - 7_200_000) <= 1
    assert ground.told[-1].clock_offset_ms == outcome.clock_offset_ms


def test_the_wish_of_the_centre_to_be_left_alone_is_passed_on(ground: Field) -> None:
    ground.centre.wait_s = 90
    assert ground.sync().wait_s == 90


def test_verdicts_that_need_a_look_are_passed_on(ground: Field) -> None:
    ground.centre.exceptions = [CommandVerdict(number=2, verdict=Verdict.CASE, reason="twice", case_id="c1")]
    ground.laptop.write(3)
    outcome = ground.sync()
    assert outcome.exceptions == (CommandVerdict(number=2, verdict=Verdict.CASE, reason="twice", case_id="c1"),)
    assert outcome.all_sent


FAULTS: dict[str, Fault] = {
    "line cut": raising(CUT),
    "500": lambda _: response(500),
    "a page": lambda _: response(200, b"<html>"),
    "nothing": lambda _: response(200),
    "half an answer": lambda _: response(200, b'{"protocol":'),
    "silence": raising(httpx.ReadTimeout("timed out")),
    "no way": raising(httpx.ConnectError("refused")),
    "busy": lambda _: trouble(503, "busy", **{"retry-after": "40"}),
}
STEPS = {"hello": Step.CONTACT, "push": Step.SEND, "pull": Step.FETCH, "receipt": Step.PROVE}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
@pytest.mark.parametrize(("path", "step"), STEPS.items(), ids=STEPS)
def test_a_failure_names_its_step_and_its_cause_and_the_next_round_goes_on(
    ground: Field, path: str, step: Step, fault: Fault
) -> None:
    ground.laptop.write(6)
    if path == "receipt":
        ground.sync()
    else:
        ground.centre.rows = ground.centre.head = 15
    ground.centre.fault = always(path, fault)
    outcome = ground.sync()
    assert outcome.failed_step is step
    assert isinstance(outcome.cause, FieldKitError)
    assert outcome.cause.retry
    assert not outcome.all_sent
    assert not outcome.is_complete
    assert (step.value, "failed") in ground.states()
    assert ground.told[-1].cause is outcome.cause
    assert [name for name, state in ground.states() if state == "done"] == [
        each.value for each in list(Step)[: list(Step).index(step)]
    ]

    ground.centre.fault = lambda _: None
    again = ground.sync()
    assert again.all_sent
    assert len(ground.centre.chains) == len(ground.laptop.journal) == 6


def test_an_answer_that_got_lost_is_asked_for_again(ground: Field) -> None:
    ground.laptop.write(5)

    def take_and_lose(request: httpx.Request) -> httpx.Response:
        ground.centre.answer_to(request)
        raise CUT

    ground.centre.fault = once("push", take_and_lose)
    assert ground.sync().waiting == 5
    assert len(ground.centre.chains) == 5
    outcome = ground.sync()
    assert outcome.all_sent
    assert len(ground.centre.chains) == 5


def on_a_known_line(ground: Field) -> None:
    """The line carried a few batches before."""
    for _ in range(3):
        ground.engine._parts.up.carried(12_000, 70_000, 1.5)


def cut_while_sending(ground: Field) -> None:
    on_a_known_line(ground)
    ground.laptop.write(5)
    ground.centre.fault = once("push", raising(CUT))
    assert ground.sync().failed_step is Step.SEND
    ground.centre.fault = lambda _: None


def test_what_was_cut_in_the_middle_goes_on_without_another_hello(ground: Field) -> None:
    cut_while_sending(ground)
    assert ground.sync().all_sent
    assert ground.centre.calls == ["push", "pull"]
    ground.laptop.write(1)
    assert ground.sync().all_sent
    assert ground.centre.calls == ["hello", "push", "pull"], "only what goes on after a cut"


def test_after_several_cuts_one_hello_is_still_enough(ground: Field) -> None:
    cut_while_sending(ground)
    for _ in range(2):
        ground.centre.fault = once("push", raising(CUT))
        assert ground.sync().failed_step is Step.SEND
    assert ground.sync().all_sent
    assert ground.centre.calls == ["push", "pull"]


def test_a_line_that_stays_dead_is_asked_with_a_hello_and_the_batch_stays_as_large(ground: Field) -> None:
    on_a_known_line(ground)
    ground.laptop.write(5)
    ground.centre.fault = always("push", raising(CUT))
    for _ in range(4):
        assert ground.sync().failed_step is Step.SEND
    before = ground.told[-1].batch_bytes
    ground.centre.fault = lambda _: None
    assert ground.sync().all_sent
    assert ground.centre.calls == ["hello", "push", "pull"]
    assert ground.told[-1].batch_bytes >= before > 11_000


def test_where_the_line_answers_and_cuts_each_batch_they_get_smaller(ground: Field) -> None:
    on_a_known_line(ground)
    ground.laptop.write(5)
    ground.centre.fault = always("push", raising(CUT))
    sizes = []
    for _ in range(7):
        assert ground.sync().failed_step is Step.SEND
        sizes.append(ground.told[-1].batch_bytes)
    assert sizes[0] == sizes[3] > sizes[4] > sizes[5] > sizes[6]


def at_most(ground: Field, changes: int) -> Fault:
    """Whoever hands in more at once is told that it is too large."""

    def befall(request: httpx.Request) -> httpx.Response | None:
        if not request.url.path.endswith("push"):
            return None
        push = msgspec.json.decode(unpack(request.read()), type=Push)
        ground.handed.append(len(push.changes))
        return trouble(413, "too_large") if len(push.changes) > changes else None

    return befall


def test_a_batch_that_the_centre_finds_too_large_is_divided(ground: Field) -> None:
    ground.laptop.write(40)
    ground.centre.fault = at_most(ground, 12)
    assert ground.sync().all_sent
    assert ground.handed[:3] == [40, 20, 10]
    assert max(ground.handed[2:]) <= 12
    assert ground.told[-1].cuts == 0
    ground.handed.clear()
    ground.laptop.write(40)
    assert ground.sync().all_sent
    assert max(ground.handed) <= 12, "it is remembered"


def test_one_command_that_is_too_large_ends_the_round_and_stays(ground: Field) -> None:
    ground.laptop.write(1)
    ground.centre.fault = at_most(ground, 0)
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.SEND, BatchTooLargeError)
    assert outcome.waiting == 1


def start_again(ground: Field, *, seconds_later: int) -> None:
    """The same laptop after a power cut."""
    ground.clock.now += timedelta(seconds=seconds_later)
    ground.engine = connect(cast(Exchange, ground.laptop), ground.clock, ground._listen, ground.centre.transport())


def test_after_a_power_cut_the_batches_are_as_large_as_the_line_was_found_to_carry(ground: Field) -> None:
    on_a_known_line(ground)
    ground.laptop.write(3)
    ground.sync()
    before = ground.engine._parts.up.bytes_per_s
    start_again(ground, seconds_later=60)
    ground.laptop.write(3)
    ground.sync()
    assert 0.6 * before < ground.told[0].bytes_per_s < 1.6 * before
    start_again(ground, seconds_later=3 * 60 * 60)
    ground.laptop.write(3)
    ground.sync()
    assert ground.told[0].bytes_per_s == 0, "by then it may be another line"


@pytest.mark.parametrize("words", ["", "x", "1 2", "1 2 3 4 -5", "1 2 3 4 5 6"])
def test_a_note_of_the_line_that_makes_no_sense_is_passed_over(ground: Field, words: str) -> None:
    ground.laptop.line = words
    ground.laptop.write(3)
    assert ground.sync().all_sent
    assert ground.told[0].bytes_per_s == 0


def test_a_line_that_stays_as_it_is_is_not_noted_again_and_again(
    ground: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted: list[str] = []
    monkeypatch.setattr(ground.laptop, "keep_line", noted.append)
    on_a_known_line(ground)
    for _ in range(5):
        ground.laptop.write(3)
        assert ground.sync().all_sent
    assert len(noted) == 1


def test_a_probe_that_was_answered_is_the_hello_of_the_round_after_it(ground: Field) -> None:
    ground.laptop.write(3)
    assert ground.engine.probe() is None
    assert ground.sync().all_sent
    assert ground.centre.calls == ["push", "pull"]


def test_a_greeting_of_long_ago_is_asked_for_again(ground: Field) -> None:
    cut_while_sending(ground)
    ground.clock.seconds += 360
    assert ground.sync().all_sent
    assert ground.centre.calls == ["hello", "push", "pull"]


def test_where_nothing_waits_after_a_cut_the_centre_is_greeted(ground: Field) -> None:
    cut_while_sending(ground)
    ground.laptop.acknowledged = 5
    ground.sync()
    assert ground.centre.calls[0] == "hello"


def test_a_centre_that_was_restored_since_a_cut_is_greeted_before_anything_counts_as_sent(ground: Field) -> None:
    cut_while_sending(ground)
    ground.centre.epoch = 2
    assert ground.sync().waiting == 5
    assert ground.laptop.acknowledged == 0
    assert ground.sync().all_sent
    assert ground.centre.calls[0] == "hello"


def test_what_got_through_before_a_cut_stays_sent_and_is_proven(ground: Field) -> None:
    ground.laptop.write(60)
    with_small_batches(ground)
    ground.centre.fault = once("push", raising(CUT), on=3)
    outcome = ground.sync()
    sent = sum(ground.laptop.batches)
    assert 0 < outcome.sent == sent < 60
    assert outcome.waiting == 60 - sent
    assert isinstance(outcome.cause, OfflineError)
    assert [receipt.number for receipt in ground.laptop.receipts] == [sent]
    assert not outcome.all_sent
    assert ground.sync().sent == 60 - sent


def with_batches_that_tell_of_the_line(ground: Field) -> None:
    """Let each batch be large enough to measure the line by, which is a quick one."""
    ground.laptop.most_in_batch = 500


def test_on_a_quick_line_a_batch_goes_out_while_the_answer_before_is_noted(
    ground: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    ground.laptop.write(2500)
    with_batches_that_tell_of_the_line(ground)
    acknowledge, fourth_is_out = ground.laptop.acknowledge, threading.Event()
    were_out: list[bool] = []

    def note_slowly(batch: Push, reply: PushReply) -> None:
        if batch.first == 1001:
            were_out.append(fourth_is_out.wait(10))
        acknowledge(batch, reply)

    def see_fourth(_: httpx.Request) -> None:
        fourth_is_out.set()

    monkeypatch.setattr(ground.laptop, "acknowledge", note_slowly)
    ground.centre.fault = once("push", see_fourth, on=4)
    outcome = ground.sync()
    assert were_out == [True]
    assert outcome.all_sent
    assert ground.laptop.batches == [500] * 5
    assert ground.centre.calls.count("push") == 5


def test_on_a_quick_line_what_got_through_before_a_cut_stays_sent_and_is_proven(ground: Field) -> None:
    ground.laptop.write(2500)
    with_batches_that_tell_of_the_line(ground)
    ground.centre.fault = once("push", raising(CUT), on=4)
    outcome = ground.sync()
    assert outcome.sent == sum(ground.laptop.batches) == 1500
    assert outcome.waiting == 1000
    assert [receipt.number for receipt in ground.laptop.receipts] == [1500]
    assert ground.sync().sent == 1000


def test_on_a_quick_line_what_is_written_while_sending_goes_along(ground: Field) -> None:
    ground.laptop.write(1500)
    with_batches_that_tell_of_the_line(ground)
    ground.centre.fault = once("push", lambda _: ground.laptop.write(50), on=3)
    assert ground.sync().sent == 1550


def test_after_a_cut_the_batches_are_smaller(ground: Field) -> None:
    ground.laptop.write(3)
    ground.centre.fault = once("push", raising(CUT))
    ground.sync()
    before, after = ground.told[0].batch_bytes, ground.told[-1].batch_bytes
    assert after == before // 2
    assert ground.told[-1].cuts == 1


def test_a_busy_centre_does_not_make_batches_smaller(ground: Field) -> None:
    ground.laptop.write(3)
    ground.centre.fault = always("push", FAULTS["busy"])
    outcome = ground.sync()
    assert isinstance(outcome.cause, CentreBusyError)
    assert outcome.cause.retry_after_s == 40
    assert ground.told[-1].cuts == 0


def tampered_push(ground: Field, **other: Any) -> Fault:
    """The centre's answer to a push with another receipt, signed by the centre's own key."""

    def tamper(request: httpx.Request) -> httpx.Response:
        told = ground.centre.answer_to(request)
        reply = msgspec.json.decode(unpack(b"".join(cast(httpx.SyncByteStream, told.stream))), type=PushReply)
        return answer(msgspec.structs.replace(reply, receipt=ground.centre.receipt(**other)))

    return always("push", tamper)


@pytest.mark.parametrize(
    "other",
    [{"origin": "3574-P9.1"}, {"number": 3}, {"chain": "00" * 32}, {"epoch": 2}, {"number": 0}, {"epoch": 0}],
    ids=lambda other: next(iter(other)),
)
def test_a_receipt_that_speaks_of_something_else_counts_for_nothing(ground: Field, other: dict[str, Any]) -> None:
    ground.laptop.write(4)
    ground.centre.fault = tampered_push(ground, **other)
    outcome = ground.sync()
    assert isinstance(outcome.cause, CentreTroubleError)
    assert (outcome.failed_step, outcome.sent, outcome.waiting) == (Step.SEND, 0, 4)
    assert ground.laptop.acknowledged == 0
    assert ground.laptop.receipts == []


@pytest.mark.parametrize("signature", ["", "zz", "00" * 64])
def test_a_receipt_that_nobody_signed_counts_for_nothing(ground: Field, signature: str) -> None:
    ground.laptop.write(4)
    ground.centre.receipt = lambda **_: Receipt(  # type: ignore[method-assign]
        origin=ORIGIN, number=4, chain=ground.centre.chains[-1], epoch=1, at_ms=1, signature=signature
    )
    outcome = ground.sync()
    assert isinstance(outcome.cause, CentreTroubleError)
    assert (ground.laptop.acknowledged, ground.laptop.receipts) == (0, [])


def test_a_receipt_of_another_centre_counts_for_nothing(ground: Field) -> None:
    ground.laptop.write(4)
    ground.centre.key = new_device_key()
    outcome = ground.sync()
    assert isinstance(outcome.cause, CentreTroubleError)
    assert "dipercaya" in str(outcome.cause.title)
    assert ground.laptop.acknowledged == 0


def test_a_signature_is_not_good_for_a_later_number(ground: Field) -> None:
    ground.laptop.write(4)
    ground.sync()
    old = ground.laptop.receipts[0]
    forged = msgspec.structs.replace(old, number=5)
    ground.laptop.write(1)
    ground.centre.fault = always("push", lambda _: answer(PushReply(receipt=forged, feed=[], exceptions=[], heads=[])))
    assert ground.sync().waiting == 1


def test_the_last_proof_is_checked_as_well(ground: Field) -> None:
    ground.laptop.write(4)
    ground.sync()
    ground.centre.fault = always("receipt", lambda _: answer(signed(ground.centre.receipt(), new_device_key())))
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.PROVE, CentreTroubleError)
    assert not outcome.all_sent


def test_a_proof_of_another_chain_is_a_chain_error(ground: Field) -> None:
    ground.laptop.write(4)
    ground.sync()
    ground.centre.fault = always("receipt", lambda _: answer(ground.centre.receipt(chain="11" * 32)))
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.PROVE, ChainError)


def test_a_centre_that_takes_no_origin_at_all_ends_the_round(ground: Field) -> None:
    ground.laptop.write(4)
    ground.centre.fault = always("push", lambda _: trouble(409, "fork"))
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.SEND, ForkError)
    assert {(origin, last) for origin, _, last in ground.laptop.parted} == {(ORIGIN, 0)}
    assert outcome.waiting == 4


def test_a_restored_centre_is_offered_again_what_it_lost(ground: Field) -> None:
    ground.laptop.write(6)
    ground.centre.rows = ground.centre.head = 12
    ground.sync()
    del ground.centre.chains[2:]
    ground.centre.epoch, ground.centre.head = 2, 2
    outcome = ground.sync()
    assert (outcome.sent, outcome.waiting, outcome.all_sent) == (4, 0, True)
    assert ground.laptop.centre_epoch == 2
    assert len(ground.centre.chains) == 6


def test_a_centre_that_lost_changes_after_the_contact_is_not_all_sent(ground: Field) -> None:
    ground.laptop.write(6)
    ground.sync()

    def lose(progress: Progress) -> None:
        if (progress.step, progress.state) == (Step.PROVE, StepState.RUNNING):
            del ground.centre.chains[2:]

    ground.on_told = lose
    outcome = ground.sync()
    assert outcome.waiting == 4
    assert not outcome.all_sent


def test_a_receipt_from_before_a_restore_still_proves(ground: Field) -> None:
    ground.laptop.write(3)
    ground.sync()
    old = ground.centre.receipt()
    ground.centre.epoch = 2
    ground.centre.fault = always("receipt", lambda _: answer(old))
    assert ground.sync().all_sent


def test_a_large_state_comes_page_by_page(ground: Field) -> None:
    ground.centre.rows = ground.centre.head = 95
    outcome = ground.sync()
    assert ground.centre.calls.count("pull") == 10
    assert outcome.fetched == 95
    assert [row[3] for row in ground.laptop.rows] == list(range(1, 96))
    assert max(each.fetched for each in ground.told) == 95
    assert ground.told[-1].fetch_estimate == 95


def test_a_cut_between_pages_goes_on_from_the_cursor(ground: Field) -> None:
    ground.centre.rows = ground.centre.head = 95
    ground.centre.fault = once("pull", raising(CUT), on=5)
    assert ground.sync().fetched == 40
    assert ground.sync().fetched == 55
    assert [row[3] for row in ground.laptop.rows] == list(range(1, 96))


def test_own_rows_are_left_out_unless_an_area_is_loaded_afresh(ground: Field) -> None:
    asked: list[str] = []

    def note(request: httpx.Request) -> None:
        asked.append(msgspec.json.decode(unpack(request.read()))["origin"])

    ground.centre.fault = always("pull", note)
    ground.centre.rows = ground.centre.head = 5
    ground.sync()
    ground.centre.rows = ground.centre.head = 9
    ground.sync()
    assert asked == ["", ORIGIN]


def test_a_load_asks_for_larger_pages_than_the_rounds_after_it(ground: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fieldkit.sync.fetching._MOST_PAGE_BYTES", 1_000)
    monkeypatch.setattr("fieldkit.sync.fetching._MOST_LOAD_BYTES", 4_000)
    asked: list[int] = []

    def note(request: httpx.Request) -> None:
        asked.append(msgspec.json.decode(unpack(request.read()))["limit_bytes"])

    ground.centre.fault = always("pull", note)
    for head in (5, 9):
        ground.centre.rows = ground.centre.head = head
        ground.sync()
    assert asked == [4_000, 1_000]


def test_pages_that_lead_nowhere_end_the_round(ground: Field) -> None:
    ground.centre.head = 20
    stuck = PullReply(epoch=1, heads={AREA: 20}, tables=[], removals=[], cursors={AREA: 0}, done=False)
    ground.centre.fault = always("pull", lambda _: answer(stuck))
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.FETCH, CentreTroubleError)
    assert ground.centre.calls.count("pull") == 1


def test_a_page_of_another_epoch_is_not_taken_in(ground: Field) -> None:
    ground.centre.rows = ground.centre.head = 20
    other = PullReply(epoch=7, heads={AREA: 20}, tables=[], removals=[], cursors={AREA: 20}, done=True)
    ground.centre.fault = always("pull", lambda _: answer(other))
    assert ground.sync().failed_step is Step.FETCH
    assert ground.laptop.positions == {}


def test_an_epoch_that_begins_in_the_middle_is_taken_up_by_the_next_round(ground: Field) -> None:
    ground.centre.rows = ground.centre.head = 20
    ground.centre.fault = once("pull", lambda _: trouble(409, "epoch"))
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.FETCH, CentreTroubleError)
    ground.centre.epoch = 2
    assert ground.sync().fetched == 20


def test_a_revoked_laptop_hands_in_its_work_and_gets_nothing(ground: Field) -> None:
    ground.laptop.write(7)
    ground.centre.rows = ground.centre.head = 10
    ground.centre.fault = lambda request: (
        trouble(403, "revoked") if request.url.path in ("/v1/hello", "/v1/pull") else None
    )
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.CONTACT, DeviceRevokedError)
    assert (outcome.sent, outcome.waiting, outcome.fetched) == (7, 0, 0)
    assert outcome.all_sent
    assert not outcome.is_complete
    assert ground.centre.calls == ["hello", "push"]
    assert ground.states()[-4:] == [("fetch", "running"), ("fetch", "failed"), ("prove", "running"), ("prove", "done")]


def dismissed(ground: Field) -> Fault:
    """The centre revoked the laptop and says what it needs to know to hand in."""

    def dismiss(request: httpx.Request) -> httpx.Response | None:
        if request.url.path not in ("/v1/hello", "/v1/pull"):
            return None
        centre = ground.centre
        holds = {ORIGIN: Held(number=len(centre.chains), chain=centre.chains[-1])} if centre.chains else {}
        return answer(Trouble(code="revoked", holds=holds, epoch=centre.epoch), 403)

    return dismiss


def test_invariant_10_a_laptop_revoked_before_its_first_hello_hands_in_its_work(ground: Field) -> None:
    ground.laptop.centre_epoch = 0
    ground.laptop.write(7)
    ground.centre.fault = dismissed(ground)
    outcome = ground.sync()
    assert (outcome.failed_step, outcome.sent, outcome.waiting, outcome.fetched) == (Step.CONTACT, 7, 0, 0)
    assert outcome.receipt is not None
    assert outcome.receipt.number == 7
    assert outcome.is_released


def test_a_revoked_laptop_offers_again_what_a_restored_centre_lost(ground: Field) -> None:
    ground.laptop.write(7)
    ground.sync()
    del ground.centre.chains[3:]
    ground.centre.epoch = 2
    ground.laptop.write(1)
    ground.centre.fault = dismissed(ground)
    outcome = ground.sync()
    assert (outcome.sent, len(ground.centre.chains), outcome.is_released) == (5, 8, True)


def test_a_revoked_laptop_without_any_work_is_released_by_a_receipt_for_nothing(ground: Field) -> None:
    ground.centre.fault = dismissed(ground)
    ground.centre._receipt = lambda _: answer(ground.centre.receipt())  # type: ignore[method-assign]
    outcome = ground.sync()
    assert ground.centre.calls == ["hello", "receipt"]
    assert outcome.is_released


@pytest.mark.parametrize("path", ["push", "receipt"])
def test_a_revoked_laptop_without_a_true_receipt_is_not_released(ground: Field, path: str) -> None:
    ground.laptop.write(0 if path == "receipt" else 3)
    dismiss = dismissed(ground)
    ground.centre.key = new_device_key()
    ground.centre._receipt = lambda _: answer(ground.centre.receipt())  # type: ignore[method-assign]
    ground.centre.fault = dismiss
    assert not ground.sync().is_released


def test_an_unknown_token_ends_the_round_and_loses_nothing(ground: Field) -> None:
    ground.laptop.write(7)
    ground.centre.fault = lambda _: trouble(401, "token")
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.CONTACT, DeviceRevokedError)
    assert (outcome.sent, outcome.waiting) == (0, 7)
    assert not outcome.is_released


def test_to_a_centre_that_does_not_know_this_laptop_no_work_is_sent(ground: Field) -> None:
    """It may be that of another office, which gets this address by mistake."""
    ground.laptop.write(7)
    ground.centre.fault = lambda _: trouble(401, "token")
    ground.sync()
    assert ground.centre.calls == ["hello"]


def test_an_old_laptop_may_hand_in_but_not_fetch(ground: Field) -> None:
    ground.laptop.write(7)
    ground.centre.oldest_protocol = PROTOCOL + 1
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.FETCH, ClientTooOldError)
    assert (outcome.sent, outcome.all_sent) == (7, True)
    assert "pull" not in ground.centre.calls


def test_too_old_is_said_before_anything_is_sent(ground: Field) -> None:
    ground.laptop.write(7)
    ground.centre.oldest_protocol = PROTOCOL + 1
    ground.sync()
    said = next(each for each in ground.told if isinstance(each.cause, ClientTooOldError))
    assert (said.step, said.state, said.sent) == (Step.CONTACT, StepState.DONE, 0)
    ground.centre.oldest_protocol = PROTOCOL
    ground.sync()
    assert [each for each in ground.told if each.cause] == []


@pytest.mark.parametrize("step", list(Step))
def test_a_stop_takes_hold_before_each_step(ground: Field, step: Step) -> None:
    ground.laptop.write(3)
    before = {Step.SEND: Step.CONTACT, Step.FETCH: Step.SEND, Step.PROVE: Step.FETCH}.get(step)

    def press(progress: Progress) -> None:
        if (progress.step, progress.state) == (before, StepState.DONE):
            ground.stop.set()

    ground.on_told = press
    if before is None:
        ground.stop.set()
    outcome = ground.sync()
    assert outcome.is_paused
    assert outcome.cause is None
    assert not outcome.all_sent
    assert (ground.told[-1].step, ground.told[-1].state) == (step, StepState.PAUSED)


def test_a_pause_between_batches_keeps_what_was_sent_and_going_on_sends_the_rest(ground: Field) -> None:
    ground.laptop.write(60)
    with_small_batches(ground)

    def press(progress: Progress) -> None:
        if progress.sent:
            ground.stop.set()

    ground.on_told = press
    outcome = ground.sync()
    assert outcome.is_paused
    assert 0 < outcome.sent < 60
    assert outcome.waiting == 60 - outcome.sent
    ground.stop.clear()
    ground.on_told = lambda _: None
    assert ground.sync().all_sent


def test_a_store_that_fails_is_told_with_its_step(ground: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiskFullError(text("Cakram penuh."), text("Kosongkan ruang."))

    ground.laptop.write(4)
    monkeypatch.setattr(ground.laptop, "acknowledge", full)
    outcome = ground.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.SEND, DiskFullError)
    assert outcome.waiting == 4
    assert ground.laptop.receipts == []


def test_a_store_that_can_not_even_count_does_not_hide_the_cause(
    ground: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> int:
        raise DiskFullError(text("Cakram penuh."), text("Kosongkan ruang."))

    ground.laptop.write(9)
    with_small_batches(ground)
    counts = iter([9, 9, 5])
    monkeypatch.setattr(ground.laptop, "waiting", lambda: next(counts, None) or full())
    monkeypatch.setattr(ground.laptop, "save_receipt", full)
    ground.centre.fault = once("push", raising(CUT), on=2)
    outcome = ground.sync()
    assert isinstance(outcome.cause, OfflineError)
    assert (outcome.sent, outcome.waiting) == (4, 5)


def test_a_bug_is_not_hidden_as_a_failure(ground: Field, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(ground.laptop, "waiting", broken)
    with pytest.raises(ZeroDivisionError):
        ground.sync()


def test_a_probe_is_one_hello(ground: Field) -> None:
    ground.laptop.write(3)
    assert ground.engine.probe() is None
    assert ground.centre.calls == ["hello"]
    ground.centre.fault = raising(httpx.ConnectError("refused"))
    assert isinstance(ground.engine.probe(), OfflineError)
    assert ground.told == []


def test_a_closed_engine_may_be_used_again(ground: Field) -> None:
    ground.laptop.write(3)
    ground.sync()
    ground.engine.close()
    assert ground.sync().all_sent


def test_a_laptop_without_an_address_is_told_so() -> None:
    laptop = LaptopDouble(centre_url="", enrolled=False)
    with pytest.raises(RuleError):
        connect(cast(Exchange, laptop), SteppedClock(), lambda _: None)


Weather = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.sampled_from(["hello", "push", "pull", "receipt"]),
        st.integers(1, 3),
        st.sampled_from(["lost request", "lost answer", "500", "busy"]),
    ),
    max_size=12,
)


@settings(max_examples=60)
@given(Weather)
def test_whatever_the_weather_each_change_arrives_once_and_is_never_called_sent_too_early(
    weather: list[tuple[int, str, int, str]],
) -> None:
    ground = Field()
    ground.centre.rows = ground.centre.head = 30
    with_small_batches(ground)
    for written, path, on, kind in weather:
        ground.laptop.write(written)
        ground.centre.fault = once(path, _weather(ground, kind), on)
        outcome = ground.sync()
        assert not outcome.all_sent or len(ground.centre.chains) == len(ground.laptop.journal)
        assert outcome.waiting >= len(ground.laptop.journal) - len(ground.centre.chains)
    ground.centre.fault = lambda _: None
    ground.laptop.write(1)
    assert ground.sync().all_sent
    assert ground.centre.chains == [each.chain.hex() for each in ground.laptop.journal]
    assert [row[3] for row in ground.laptop.rows] == list(range(1, 31))


def _weather(ground: Field, kind: str) -> Fault:
    def lose_answer(request: httpx.Request) -> httpx.Response:
        ground.centre.answer_to(request)
        raise CUT

    return {
        "lost request": raising(CUT),
        "lost answer": lose_answer,
        "500": FAULTS["500"],
        "busy": FAULTS["busy"],
    }[kind]


def test_engines_of_two_laptops_share_nothing() -> None:
    one, other = Field(), Field()
    one.engine._parts.up.cut()
    assert other.engine._parts.up.cuts == 0
    assert isinstance(one.engine, SyncEngine)
