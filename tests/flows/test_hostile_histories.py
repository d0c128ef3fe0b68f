"""Histories in which replicas lose something easily, each from its beginning to its peace (design.md, section 3)."""

from __future__ import annotations

from datetime import timedelta

import httpx
import msgspec
import sqlalchemy as sa

from fieldkit.domain.errors import OfflineError
from fieldkit.records.declaration import Table
from fieldkit.records.journal import digest, genesis, link
from fieldkit.records.tables import INCIDENT, REQUEST_STEP, RESIDENT, TABLES
from fieldkit.records.wire import pack
from fieldkit.server.cases import open_cases
from fieldkit.store.database import Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.queries.syncing import attention
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.unit import Unit
from tests.flows.enrolled import Fault, Ground, Laptop, edit
from tests.laptops import JATI, REGENCY, add_people

AT = "2019-02-23T09:05:00.000Z"
CUT = httpx.ReadError("connection reset")
A_YEAR_AND_MORE = timedelta(days=400)


def noted(laptop: Laptop, table: Table = INCIDENT, **values: object) -> str:
    """A fact."""
    fields: dict[str, object] = {"shift_id": "s1", "kind": "power", "began_at": AT} if table is INCIDENT else {}

    def verb(unit: Unit) -> str:
        return str(unit.insert(table, JATI, **{**fields, "at": AT, **values}))

    return laptop.store.execute(verb)


def phone_of(laptop: Laptop, person: str) -> str:
    sql = "SELECT phone FROM resident WHERE id = ?"
    return str(laptop.store.query(lambda database: database.value(sql, person)))


def answer_lost(path: str) -> Fault:
    """The centre does what a request asks for, and its answer never gets back."""

    def befall(request: httpx.Request) -> None:
        if request.url.path.endswith(path):
            raise CUT

    return befall


def is_calm(_request: httpx.Request) -> None:
    """Nothing befalls."""


def require_peace(ground: Ground, *laptops: Laptop) -> None:
    """Invariants 5 and 13: everything sent, and every laptop has the very rows of the centre."""
    for laptop in (*laptops, *laptops):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)
    for table in TABLES:
        for laptop in laptops:
            assert laptop.rows(table) == ground.rows(table), table.name
    assert all(laptop.store.query(chain_is_whole) for laptop in laptops)


def test_two_own_offline_edits_of_one_field_never_conflict_with_each_other(ground: Ground) -> None:
    one, other = ground.laptop("one"), ground.laptop("other")
    person = add_people(one.store, "SITI NURAINI")[0]
    one.sync()
    other.sync()
    for nik in ("3574035211870001", "3574035211870002"):
        edit(one, person, nik=nik)
    outcome = one.sync()
    assert outcome.exceptions == ()
    require_peace(ground, one, other)
    assert open_cases(ground.centre, REGENCY) == []
    assert ground.rows(RESIDENT)[0][4] == "3574035211870002"


def test_two_own_offline_edits_sent_apart_never_conflict_either(ground: Ground) -> None:
    one, other = ground.laptop("one"), ground.laptop("other")
    person = add_people(one.store, "SITI NURAINI")[0]
    one.sync()
    other.sync()
    edit(one, person, nik="3574035211870001")
    one.line.after = answer_lost("/push")
    one.sync()
    edit(one, person, nik="3574035211870002")
    one.line.after = is_calm
    assert one.sync().exceptions == ()
    require_peace(ground, one, other)


def test_what_was_typed_after_a_lost_answer_and_before_the_pull_stands(ground: Ground) -> None:
    """Answer lost after the commit, then the screen before the pull."""
    one, other = ground.laptop("one"), ground.laptop("other")
    person = add_people(one.store, "SITI NURAINI")[0]
    one.sync()
    other.sync()
    edit(one, person, phone="+6281200000001")
    one.line.after = answer_lost("/push")
    assert isinstance(one.sync().cause, OfflineError)
    one.line.after = is_calm
    # The centre has it, and another laptop builds on it, while the first one's screen still waits for its answer.
    other.sync()
    assert phone_of(other, person) == "+6281200000001"
    ground.clock.pass_by(minutes=1)
    edit(other, person, phone="+6281200000002")
    other.sync()
    assert phone_of(one, person) == "+6281200000001"
    ground.clock.pass_by(minutes=1)
    edit(one, person, phone="+6281200000003")
    require_peace(ground, one, other)
    assert phone_of(other, person) == "+6281200000003"
    with ground.centre.engine.connect() as connection:
        lost = connection.scalars(sa.text("SELECT value FROM field_history WHERE field = 'phone'")).all()
    assert '"+6281200000002"' in lost


def test_a_fact_that_refers_to_an_unknown_row_counts_everywhere(ground: Ground) -> None:
    one, other = ground.laptop("one"), ground.laptop("other")
    step = noted(one, REQUEST_STEP, request_id="01691999-0000-7000-8000-000000000000", step="recorded")
    assert one.sync().exceptions == ()
    require_peace(ground, one, other)
    assert [row[0] for row in other.rows(REQUEST_STEP)] == [step]


def test_a_fact_that_refers_to_a_refused_row_counts_everywhere(ground: Ground) -> None:
    """The row is refused with its reason at both ends (invariant 6), the fact about it is not."""
    one, other = ground.laptop("one"), ground.laptop("other")
    person = add_people(one.store, "SITI NURAINI", on_list=False)[0]
    spoil_last(one, b'"name":"SITI NURAINI"', b'"name":["SITI NURAINI"]')
    noted(one, REQUEST_STEP, request_id=person, step="recorded")
    outcome = one.sync()
    assert [each.verdict for each in outcome.exceptions] == ["refused"]
    assert [(each.number, each.verdict) for each in one.store.query(attention)] == [(1, "refused")]
    assert other.sync().cause is None
    assert other.rows(RESIDENT) == ground.rows(RESIDENT) == []
    assert len(other.rows(REQUEST_STEP)) == 1


def spoil_last(laptop: Laptop, was: bytes, becomes: bytes) -> None:
    """A fault of the laptop's program: the last change has other fields, and is sealed as it stands."""

    def spoil(database: Database) -> None:
        sql = "SELECT number, header, salt, fields FROM journal ORDER BY number DESC"
        number, header, salt, fields = database.rows(sql)[0]
        before = database.value("SELECT chain FROM journal WHERE number = ?", number - 1)
        spoilt = bytes(fields).replace(was, becomes)
        assert spoilt != bytes(fields)
        chain = link(before or genesis(laptop.store.meta.origin), header, digest(salt, spoilt))
        database.run("UPDATE journal SET fields = ?, chain = ? WHERE number = ?", spoilt, chain, number)

    laptop.store.write_local(spoil)


def test_a_command_of_several_changes_that_is_cut_in_the_middle_leaves_nothing_and_then_all(ground: Ground) -> None:
    one, other = ground.laptop("one"), ground.laptop("other")
    people = add_people(one.store, *(f"WARGA {number}" for number in range(6)), on_list=False)
    one.sync()
    other.sync()
    edit(one, *people, remarks="satu perintah")
    whole = Exchange(one.store).next_batch(1 << 20)
    assert whole is not None
    half = msgspec.structs.replace(whole, changes=whole.changes[:3], after=_chain_at(one, whole.first + 2))
    token = Exchange(one.store).connection().token
    request = httpx.Request(
        "POST", "http://127.0.0.1/v1/push", headers={"Authorization": f"Bearer {token}"}, content=pack(half)
    )
    assert ground.transport.handle_request(request).status_code == 400
    assert all(row[RESIDENT_REMARKS] is None for row in ground.rows(RESIDENT))
    one.line.before = truncated("/push")
    assert one.sync().cause is not None
    assert all(row[RESIDENT_REMARKS] is None for row in ground.rows(RESIDENT))
    one.line.before = is_calm
    require_peace(ground, one, other)
    assert [row[RESIDENT_REMARKS] for row in other.rows(RESIDENT)] == ["satu perintah"] * 6


RESIDENT_REMARKS = 4 + RESIDENT.column_names.index("remarks")


def _chain_at(laptop: Laptop, number: int) -> str:
    sql = "SELECT hex(chain) FROM journal WHERE number = ?"
    return str(laptop.store.query(lambda database: database.value(sql, number))).lower()


def truncated(path: str) -> Fault:
    """The line is gone before a request got there whole."""

    def befall(request: httpx.Request) -> None:
        if request.url.path.endswith(path):
            raise httpx.WriteError("cut")

    return befall


def test_one_poison_command_among_a_thousand_stops_nobody(ground: Ground) -> None:
    """It alone is refused and listed at both ends; the rest is applied (invariant 6)."""
    one, other = ground.laptop("one"), ground.laptop("other")
    facts = [noted(one) for _ in range(499)]
    poison = noted(one)
    spoil_last(one, b'"kind":"power"', b'"kind":{"$":1}')
    facts += [noted(one) for _ in range(500)]
    outcome = one.sync()
    assert (outcome.sent, outcome.waiting, outcome.all_sent) == (1000, 0, True)
    assert [(each.number, each.verdict) for each in outcome.exceptions] == [(500, "refused")]
    assert [(each.number, each.verdict) for each in one.store.query(attention)] == [(500, "refused")]
    assert other.sync().cause is None
    assert sorted(str(row[0]) for row in other.rows(INCIDENT)) == sorted(facts)
    assert sorted(str(row[0]) for row in ground.rows(INCIDENT)) == sorted(facts)
    with ground.centre.engine.connect() as connection:
        journal = "SELECT number, verdict, reason FROM journal WHERE verdict <> 'applied' AND origin = :o"
        told = connection.execute(sa.text(journal), {"o": Exchange(one.store).origin()}).all()
    assert [(number, verdict) for number, verdict, _ in told] == [(500, "refused")]
    assert told[0].reason
    assert poison not in facts


def test_a_laptop_400_days_away_sends_all_and_has_everything_again(ground: Ground) -> None:
    away, other = ground.laptop("away"), ground.laptop("other")
    people = add_people(away.store, "SITI NURAINI", "BUDI HARTONO")
    away.sync()
    other.sync()
    facts = [noted(away) for _ in range(20)]
    edit(away, people[0], phone="+6281200000001")
    ground.clock.now += A_YEAR_AND_MORE
    edit(other, people[0], phone="+6281200000002")
    edit(other, people[1], village="35.74.03.1002")
    newcomers = add_people(other.store, "SUMIATI", on_list=False)
    other.sync()
    outcome = away.sync()
    assert (outcome.cause, outcome.waiting) == (None, 0)
    require_peace(ground, away, other)
    assert set(facts) == {row[0] for row in other.rows(INCIDENT)}
    assert {row[0] for row in away.rows(RESIDENT)} == {*people, *newcomers}
    assert phone_of(away, people[0]) == "+6281200000002", "the later stamp wins"
