"""Laptops and the real centre together: work goes up once, comes down everywhere, and is proven."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
import sqlalchemy as sa

from fieldkit.domain.errors import CentreTroubleError, DeviceRevokedError, OfflineError, RuleError
from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import APP_USER, RESIDENT, SERVICE_REQUEST, SHIFT_PLAN, TABLES
from fieldkit.records.wire import receipt_bytes
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.laptops import devices, note_found, note_missing, revoke
from fieldkit.server.office.writing import put_office_row
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.enrolment import enrol
from fieldkit.sync.progress import Step
from fieldkit.sync.proof import require_genuine
from tests.flows.enrolled import REGENCY, URL, Fault, Ground, Laptop
from tests.laptops import KEY, add_people, opened, registered

NAMES = ("SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI", "AGUS PRASETYO", "NUR HASANAH")
CUT = httpx.ReadError("connection reset")


def worked(laptop: Laptop) -> list[str]:
    """A list comes in, a shift is opened, two people are registered."""
    people = add_people(laptop.store, *NAMES)
    opened(laptop.store)
    registered(laptop.store, people[0])
    registered(laptop.store)
    return people


def require_equal(ground: Ground, *laptops: Laptop) -> None:
    """Each laptop holds the very rows of the centre (invariant 5)."""
    for table in TABLES:
        at_the_centre = ground.rows(table)
        for each in laptops:
            assert each.rows(table) == at_the_centre, table.name


def changes_at(ground: Ground, origin: str) -> list[int]:
    with ground.centre.engine.connect() as connection:
        query = sa.text("SELECT number FROM journal WHERE regency = :r AND origin = :o ORDER BY number")
        return [row[0] for row in connection.execute(query, {"r": REGENCY, "o": origin})]


def test_a_days_work_arrives_whole_and_is_proven(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    laptop.sync()
    worked(laptop)
    made = laptop.store.meta.last_number
    outcome = laptop.sync()
    assert outcome.cause is None
    assert outcome.exceptions == ()
    assert (outcome.sent, outcome.waiting, outcome.all_sent) == (made, 0, True)
    origin = Exchange(laptop.store).origin()
    assert origin is not None
    assert changes_at(ground, origin) == list(range(1, made + 1))
    assert laptop.store.query(chain_is_whole)
    assert len(ground.rows(RESIDENT)) == len(NAMES) + 1
    require_equal(ground, laptop)


def test_the_receipt_is_the_centres_word_on_the_laptops_own_chain(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    worked(laptop)
    receipt = laptop.sync().receipt
    exchange = Exchange(laptop.store)
    assert receipt is not None
    require_genuine(receipt, exchange.connection().centre_key, exchange.origin() or "", exchange.epoch())
    kept = laptop.store.query(lambda database: database.rows("SELECT number, chain, signature FROM sync_receipt"))
    assert kept == [(receipt.number, receipt.chain, receipt.signature)]
    assert receipt_bytes(receipt).startswith(receipt.origin.encode())


def test_what_one_laptop_wrote_another_one_reads(ground: Ground) -> None:
    one, other = ground.laptop("P1"), ground.laptop("P2")
    worked(one)
    one.sync()
    outcome = other.sync()
    assert outcome.fetched >= len(NAMES)
    assert other.rows(SERVICE_REQUEST) == one.rows(SERVICE_REQUEST)
    require_equal(ground, one, other)


def test_two_laptops_that_worked_apart_end_up_equal(ground: Ground) -> None:
    one, other = ground.laptop("P1"), ground.laptop("P2")
    worked(one)
    opened(other.store)
    for _ in range(3):
        registered(other.store)
    for laptop in (one, other, one):
        assert laptop.sync().all_sent
    require_equal(ground, one, other)


def test_plans_and_people_of_the_office_come_down(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    plan = {
        "day": "2019-02-23",
        "name": "Shift sore",
        "site_name": "Kantor Kelurahan Jati",
        "village": "35.74.03.1004",
        "planned_start": "16:00",
        "planned_end": "19:00",
        "time_zone": "Asia/Jakarta",
    }
    put_office_row(ground.centre, REGENCY, "shift_plan", plan, area="35.74.03.1004", now_ms=now_ms(ground.clock))
    laptop.sync()
    assert len(laptop.rows(SHIFT_PLAN)) == 1
    assert [row[0] for row in laptop.rows(APP_USER)] == [ground.lead]


def test_a_second_round_moves_nothing(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    worked(laptop)
    laptop.sync()
    laptop.line.calls.clear()
    outcome = laptop.sync()
    assert (outcome.sent, outcome.fetched, outcome.all_sent) == (0, 0, True)
    assert "push" not in laptop.line.calls


def fresh(ground: Ground, folder: Path) -> Exchange:
    """A laptop that nobody enrolled yet."""
    store = Store(folder / "fresh.db", KEY, migrations_dir(), ground.clock)
    ground.open.callback(store.close)
    return Exchange(store)


def test_a_code_that_was_used_enrols_nobody(ground: Ground, tmp_path: Path) -> None:
    code = issue_code(ground.centre, REGENCY, areas=[REGENCY], now_ms=now_ms(ground.clock))
    first = ground.laptop("P1", code=code)
    late = fresh(ground, tmp_path)
    with pytest.raises(RuleError) as refused:
        enrol(Doorway(URL, transport=first.line), late, code, "P2")
    assert refused.value.problems[0].field == "code"
    assert late.origin() is None
    assert len(devices(ground.centre, REGENCY)) == 1


def test_a_code_may_be_typed_in_small_letters(ground: Ground) -> None:
    code = issue_code(ground.centre, REGENCY, areas=[REGENCY], now_ms=now_ms(ground.clock))
    assert Exchange(ground.laptop("P1", code=f" {code.lower()} ").store).origin() is not None


def test_a_revoked_laptop_hands_in_its_work_and_learns_nothing_new(ground: Ground) -> None:
    lost, other = ground.laptop("P1"), ground.laptop("P2")
    lost.sync()
    worked(lost)
    device = Exchange(lost.store).connection().device_id
    assert revoke(ground.centre, REGENCY, device, now_ms=now_ms(ground.clock))
    opened(other.store)
    other.sync()
    before = len(lost.rows(SERVICE_REQUEST))
    outcome = lost.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.CONTACT, DeviceRevokedError)
    assert (outcome.waiting, outcome.fetched, outcome.all_sent) == (0, 0, True)
    assert {each.reason for each in outcome.exceptions} == {"revoked"}
    assert len(lost.rows(SERVICE_REQUEST)) == before


def test_invariant_10_a_laptop_revoked_before_its_first_contact_hands_in_its_work(ground: Ground) -> None:
    lost = ground.laptop("P1", contacts=False)
    add_people(lost.store, *NAMES)
    made = lost.store.meta.last_number
    revoke(ground.centre, REGENCY, Exchange(lost.store).connection().device_id, now_ms=now_ms(ground.clock))
    outcome = lost.sync()
    assert (outcome.sent, outcome.waiting, outcome.fetched, outcome.is_released) == (made, 0, 0, True)
    assert outcome.receipt is not None
    assert outcome.receipt.number == made
    assert set(lost.line.calls) == {"enrol", "hello", "push"}


def test_a_revoked_laptop_without_work_is_released_as_well(ground: Ground) -> None:
    lost = ground.laptop("P1")
    revoke(ground.centre, REGENCY, Exchange(lost.store).connection().device_id, now_ms=now_ms(ground.clock))
    assert lost.sync().is_released


@pytest.mark.parametrize(("is_found", "at_once"), [(False, True), (True, False)])
def test_a_revoked_laptop_hears_whether_the_office_knows_where_it_is(
    ground: Ground, is_found: bool, at_once: bool
) -> None:
    lost = ground.laptop("P1")
    device = Exchange(lost.store).connection().device_id
    note_missing(ground.centre, REGENCY, device, at_ms=now_ms(ground.clock))
    if is_found:
        assert note_found(ground.centre, REGENCY, device, at_ms=now_ms(ground.clock) + 1)
    revoke(ground.centre, REGENCY, device, now_ms=now_ms(ground.clock))
    outcome = lost.sync()
    assert (outcome.is_released, outcome.is_released_at_once) == (True, at_once)


def nth(path: str, on: int, error: Exception) -> Fault:
    """The n-th request to a path is lost."""
    counted = 0

    def befall(request: httpx.Request) -> None:
        nonlocal counted
        counted += request.url.path.endswith(path)
        if request.url.path.endswith(path) and counted == on:
            raise error

    return befall


@pytest.mark.parametrize("path", ["hello", "push", "pull", "receipt"])
@pytest.mark.parametrize("lost", ["before", "after"], ids=["request lost", "answer lost"])
def test_a_cut_anywhere_loses_nothing_and_doubles_nothing(ground: Ground, path: str, lost: str) -> None:
    laptop, other = ground.laptop("P1"), ground.laptop("P2")
    laptop.sync()
    worked(laptop)
    made = laptop.store.meta.last_number
    opened(other.store)
    other.sync()
    if path == "receipt":
        laptop.sync()
    setattr(laptop.line, lost, nth(path, 1, CUT))
    outcome = laptop.sync()
    assert isinstance(outcome.cause, OfflineError)
    assert not outcome.all_sent
    assert laptop.sync().all_sent
    assert changes_at(ground, Exchange(laptop.store).origin() or "") == list(range(1, made + 1))
    assert other.sync().all_sent
    require_equal(ground, laptop, other)


def test_a_bundle_of_small_batches_cut_again_and_again_arrives(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    people = worked(laptop)
    for _ in range(6):
        laptop.engine._parts.up.cut()
    for person in people[1:]:
        registered(laptop.store, person)
    made = laptop.store.meta.last_number
    rounds = 0
    while not laptop.sync().all_sent:
        rounds += 1
        laptop.line.after = nth("push", 2, CUT)
        assert rounds < 20
    assert changes_at(ground, Exchange(laptop.store).origin() or "") == list(range(1, made + 1))
    require_equal(ground, laptop)


def test_a_fault_of_the_centre_is_told_and_mended_by_the_next_round(
    ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = ground.laptop("P1")
    worked(laptop)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("fieldkit.server.intake.push.give_receipt", broken)
        outcome = laptop.sync()
    assert (outcome.failed_step, type(outcome.cause)) == (Step.SEND, CentreTroubleError)
    assert outcome.waiting == laptop.store.meta.last_number
    assert ground.rows(RESIDENT) == []
    assert laptop.sync().all_sent
    require_equal(ground, laptop)


def test_no_request_carries_a_resident_in_its_address(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    asked: list[str] = []
    laptop.line.before = lambda request: asked.append(str(request.url))
    worked(laptop)
    laptop.sync()
    laptop.sync()
    assert {url.partition("?")[0] for url in asked} <= {
        f"http://127.0.0.1/v1/{p}" for p in ["hello", "push", "pull", "receipt", "sums"]
    }
    assert not any(name.split()[0].lower() in url.lower() or "35740352" in url for url in asked for name in NAMES)


def test_what_was_learnt_of_the_line_is_still_there_at_the_next_start(ground: Ground) -> None:
    laptop = ground.laptop("Meja 1")
    exchange = Exchange(laptop.store)
    assert exchange.known_line() == ""
    for words in ("1 8000 1048576 0 1048576", "2 9000 1048576 0 1048576"):
        exchange.keep_line(words)
        assert Exchange(laptop.store).known_line() == words
