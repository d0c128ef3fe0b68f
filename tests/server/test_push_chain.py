"""Numbers and chain: what continues is taken, what was taken is answered again, what forks is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from field_pens import AT, JATI, PROBOLINGGO, FieldLaptop, Ground, Pen, new_id, read, resident, trouble

from fieldkit.records.journal import SALT_BYTES, SealedChange, digest, genesis, link
from fieldkit.records.wire import Hello, Push, Receipt, Verdict, pack, receipt_bytes
from fieldkit.server.cases import open_cases
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.laptops import devices, revoke
from fieldkit.server.intake import quarantine
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.schema import JOURNAL


def copied(pen: Pen) -> Pen:
    """The pen of a cloned disk."""
    return replace(pen, journal=list(pen.journal))


def state(ground: Ground) -> dict[str, dict[str, Any]]:
    """The residents at the centre."""
    return ground.laptop().rows("resident")


class TestAgain:
    def test_a_batch_sent_again_gets_the_same_answer_and_changes_nothing(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(phone="1"))
        laptop.pen.edit("resident", new_id(), phone="2")
        laptop.pen.insert("resident", {"name": 1})
        laptop.pen.edit("resident", person, phone="3")
        first = laptop.push()
        before = state(ground)
        ground.clock.now_ms += 60_000
        assert laptop.push(laptop.pen.batch(1)) == first
        assert state(ground) == before

    def test_a_batch_may_overlap_what_is_held(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for _ in range(5):
            laptop.pen.insert("resident", resident())
        whole = laptop.pen.batch()
        laptop.push(laptop.pen.batch(1, 3))
        reply = laptop.push(whole)
        assert reply.receipt.number == 5
        assert [(run.number, run.count) for run in reply.feed] == [(1, 5)]
        assert len(state(ground)) == 5

    def test_a_part_in_the_middle_sent_again_gets_its_own_answers(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for _ in range(5):
            laptop.pen.insert("resident", resident())
        whole = laptop.push()
        part = laptop.push(laptop.pen.batch(2, 4))
        assert part.receipt == whole.receipt
        assert [(run.number, run.count, run.version) for run in part.feed] == [(2, 3, whole.feed[0].version + 1)]

    def test_a_command_of_many_changes_is_answered_once(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.command([("drone_flight", new_id(), JATI, {}, True, {})] * 3)
        first = laptop.push()
        assert [(each.number, each.verdict) for each in first.exceptions] == [(1, Verdict.HELD)]
        assert laptop.push(laptop.pen.batch(1)) == first

    def test_what_was_refused_gets_the_same_answer_again(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for part in ({"command": 7}, {"command_size": 3, "command": 9}, {"command_size": -1}, {"command_size": 0}):
            laptop.pen.command([("resident", new_id(), JATI, resident(), True, part)])
        first = laptop.push()
        assert [(each.number, each.verdict) for each in first.exceptions] == [
            (number, Verdict.REFUSED) for number in (1, 2, 3, 4)
        ]
        assert laptop.push(laptop.pen.batch(1)) == first


class TestWhatDoesNotContinue:
    @pytest.fixture
    def laptop(self, ground: Ground) -> FieldLaptop:
        laptop = ground.laptop()
        for _ in range(4):
            laptop.pen.insert("resident", resident())
        laptop.push(laptop.pen.batch(1, 2))
        return laptop

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda batch: msgspec.structs.replace(batch, first=4, changes=batch.changes[1:]),
            lambda batch: msgspec.structs.replace(batch, before="00" * 32),
            lambda batch: msgspec.structs.replace(batch, after="00" * 32),
            lambda batch: msgspec.structs.replace(batch, changes=batch.changes[::-1]),
            lambda batch: msgspec.structs.replace(batch, changes=batch.changes[1:]),
            lambda batch: msgspec.structs.replace(batch, first=2),
        ],
        ids=["gap", "before", "after", "order", "missing", "numbers"],
    )
    def test_it_is_answered_with_what_is_held(self, laptop: FieldLaptop, spoil: Callable[[Push], Push]) -> None:
        status, body = laptop.push_trouble(spoil(laptop.pen.batch(3, 4)))
        assert (status, body.code) == (409, "chain")
        assert body.held is not None
        assert (body.held.number, body.held.chain) == (2, laptop.pen.chain_at(2).hex())
        assert laptop.push(laptop.pen.batch(3, 4)).receipt.number == 4

    def test_a_first_batch_from_a_wrong_beginning_is_told_the_right_one(self, ground: Ground) -> None:
        laptop = ground.laptop()
        wrong = Pen(laptop.pen.origin, laptop.pen.user)
        wrong.chain_at = lambda number: wrong.journal[number - 1].chain if number else b"\0" * 32  # type: ignore[method-assign]
        wrong.insert("resident", resident())
        status, body = laptop.push_trouble(wrong.batch())
        assert (status, body.code) == (409, "chain")
        assert body.held is not None
        assert (body.held.number, body.held.chain) == (0, genesis(laptop.pen.origin).hex())

    def test_a_byte_changed_on_the_way_is_noticed(self, laptop: FieldLaptop) -> None:
        body = msgspec.json.encode(laptop.pen.batch(3, 4)).replace(b"SRI WAHYUNI", b"SRI WAHYUNA", 1)
        status, told = laptop.push_trouble(msgspec.json.decode(body, type=Push))
        assert (status, told.code) == (409, "chain")

    @pytest.mark.parametrize(
        "spoil",
        [
            lambda batch: msgspec.structs.replace(batch, changes=[]),
            lambda batch: msgspec.structs.replace(batch, first=0),
            lambda batch: msgspec.structs.replace(batch, first=-3),
            lambda batch: msgspec.structs.replace(batch, before="xyz"),
            lambda batch: msgspec.structs.replace(batch, before="00"),
            lambda batch: msgspec.structs.replace(batch, origin="3574-P9.1"),
            lambda batch: msgspec.structs.replace(batch, origin="3574-P1.01"),
            lambda batch: msgspec.structs.replace(batch, origin="3574-P1.1\0"),
            lambda batch: msgspec.structs.replace(
                batch, changes=[msgspec.structs.replace(each, salt="zz") for each in batch.changes]
            ),
            lambda batch: msgspec.structs.replace(
                batch, changes=[msgspec.structs.replace(each, salt="00") for each in batch.changes]
            ),
        ],
    )
    def test_what_makes_no_sense_is_malformed(self, laptop: FieldLaptop, spoil: Callable[[Push], Push]) -> None:
        status, body = laptop.push_trouble(spoil(laptop.pen.batch(3, 4)))
        assert (status, body.code) == (400, "malformed")

    def test_a_batch_that_ends_within_a_command_is_malformed_and_leaves_nothing(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.command([("resident", new_id(), JATI, resident(), True, {}) for _ in range(3)])
        status, body = laptop.push_trouble(laptop.pen.batch(1, 2))
        assert (status, body.code) == (400, "malformed")
        assert state(ground) == {}
        assert laptop.push().receipt.number == 3


class TestForks:
    def test_other_content_under_a_held_number_is_a_fork_and_a_case(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.push()
        clone = copied(laptop.pen)
        laptop.pen.insert("resident", resident("SITI AMINAH"))
        clone.insert("resident", resident("SITI AMINA"))
        laptop.push()

        for _ in range(2):
            status, body = laptop.push_trouble(clone.batch(2, 2))
            assert (status, body.code) == (409, "fork")
            assert body.held is not None
            assert body.held.number == 2
        cases = open_cases(ground.centre, PROBOLINGGO)
        assert [(case.kind, case.origin, case.number) for case in cases] == [("fork", laptop.pen.origin, 2)]
        assert {each["name"] for each in state(ground).values()} == {"SRI WAHYUNI", "SITI AMINAH"}

    def test_a_clone_that_goes_on_behind_other_content_is_a_fork(self, ground: Ground) -> None:
        laptop = ground.laptop()
        clone = copied(laptop.pen)
        laptop.pen.insert("resident", resident())
        laptop.push()
        for _ in range(2):
            clone.insert("resident", resident())
        assert laptop.push_trouble(clone.batch(2, 2))[1].code == "fork"
        assert laptop.push_trouble(clone.batch(1, 2))[1].code == "fork"


class TestIncarnations:
    def test_a_new_incarnation_begins_at_one_and_is_the_latest(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.push()
        laptop.pen = Pen("3574-P1.2", ground.lead)
        laptop.pen.insert("resident", resident())
        assert laptop.push().receipt.origin == "3574-P1.2"
        hello = read(laptop.ask("GET", "/v1/hello"), Hello)
        assert {origin: held.number for origin, held in hello.held.items()} == {"3574-P1.1": 1, "3574-P1.2": 1}
        assert read(laptop.ask("GET", "/v1/receipt"), Receipt).origin == "3574-P1.2"

    def test_rows_of_the_older_incarnation_come_back_to_the_newer(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        assert laptop.rows("resident", origin="3574-P1.1") == {}
        assert list(laptop.rows("resident", origin="3574-P1.2")) == [person]


class TestReceipts:
    def test_a_receipt_is_signed_by_the_key_told_at_enrolment(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        receipt = laptop.push().receipt
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(laptop.enrolment.centre_key))
        key.verify(bytes.fromhex(receipt.signature), receipt_bytes(receipt))

    def test_it_is_had_again_as_it_was_given(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        receipt = laptop.push().receipt
        ground.clock.now_ms += 60_000
        assert read(laptop.ask("GET", "/v1/receipt"), Receipt) == receipt
        assert read(laptop.ask("GET", "/v1/receipt?origin=3574-P1.1"), Receipt) == receipt

    def test_before_the_first_push_nothing_is_held(self, ground: Ground) -> None:
        laptop = ground.laptop()
        receipt = read(laptop.ask("GET", "/v1/receipt"), Receipt)
        assert (receipt.number, receipt.chain) == (0, genesis(laptop.pen.origin).hex())

    @pytest.mark.parametrize("origin", ["3574-P2.1", "", "x", "3574-P1.0", "3574-P1.9999999", "%00"])
    def test_another_device_s_is_not_told(self, ground: Ground, origin: str) -> None:
        laptop = ground.laptop()
        ground.laptop()
        assert trouble(laptop.ask("GET", f"/v1/receipt?origin={origin}"))[0] == 400


class TestRevokedDevices:
    @pytest.fixture
    def laptop(self, ground: Ground) -> FieldLaptop:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        laptop.push()
        assert revoke(ground.centre, PROBOLINGGO, laptop.enrolment.device_id, now_ms=ground.clock())
        return laptop

    def test_it_hands_in_its_work_which_is_put_aside_and_receipted(self, ground: Ground, laptop: FieldLaptop) -> None:
        laptop.pen.insert("resident", resident("SITI AMINAH"))
        laptop.pen.insert("resident", resident("DEWI LESTARI"))
        reply = laptop.push()
        assert reply.receipt.number == 3
        assert [(each.verdict, each.reason) for each in reply.exceptions] == [(Verdict.CASE, "revoked")] * 2
        assert (reply.feed, reply.heads) == ([], [])
        assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["revoked"]
        assert [each["name"] for each in state(ground).values()] == ["SRI WAHYUNI"]
        with reading(ground.centre.engine) as connection:
            assert is_whole(connection, (PROBOLINGGO, laptop.pen.origin))

    def test_one_case_stands_for_all_that_it_hands_in_until_that_is_settled(
        self, ground: Ground, laptop: FieldLaptop
    ) -> None:
        office = ground.laptop()
        for _ in range(8):
            laptop.pen.insert("resident", resident())
        for number in range(2, 6):
            laptop.push(laptop.pen.batch(number, number))
        (case,) = open_cases(ground.centre, PROBOLINGGO)
        assert (case.details["first"], case.details["last"]) == (2, 5)
        assert list(office.rows("case_file")) == [case.id]
        said = {"case_id": case.id, "decision": "right", "settled_by": ground.lead, "at": AT}
        office.pen.insert("case_settlement", said)
        office.push()
        replies = [laptop.push(laptop.pen.batch(number, number)) for number in range(6, 10)]
        (later,) = open_cases(ground.centre, PROBOLINGGO)
        assert {each.case_id for reply in replies for each in reply.exceptions} == {later.id} != {case.id}

    def test_what_it_hands_in_under_other_origins_is_in_the_same_case(
        self, ground: Ground, laptop: FieldLaptop
    ) -> None:
        laptop.pen.insert("resident", resident())
        laptop.push()
        for incarnation in range(2, 6):
            another = Pen(laptop.pen.origin.removesuffix("1") + str(incarnation), laptop.pen.user)
            another.insert("resident", resident())
            laptop.push(another.batch())
        (case,) = open_cases(ground.centre, PROBOLINGGO)
        assert (case.origin, case.details["last"]) == (laptop.pen.origin, 2)

    def test_it_gets_nothing_else(self, laptop: FieldLaptop) -> None:
        body = pack(msgspec.convert({"epoch": 1, "cursors": {PROBOLINGGO: 0}}, type=_pull()))
        for method, path, content in (("GET", "/v1/hello", None), ("POST", "/v1/pull", body)):
            status, told = trouble(laptop.ask(method, path, content))
            assert (status, told.code) == (403, "revoked")

    def test_it_is_told_what_is_held_and_has_its_receipt(self, laptop: FieldLaptop) -> None:
        told = trouble(laptop.ask("GET", "/v1/hello"))[1]
        assert told.epoch == 1
        assert {origin: held.number for origin, held in told.holds.items()} == {laptop.pen.origin: 1}
        assert read(laptop.ask("GET", "/v1/receipt"), Receipt).number == 1

    def test_it_can_not_fill_the_centre(self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(quarantine, "LIMIT_BYTES", 1000)
        for _ in range(10):
            laptop.pen.insert("resident", resident())
        laptop.push(laptop.pen.batch(2, 10))
        status, body = laptop.push_trouble(laptop.pen.batch(11, 11))
        assert (status, body.code) == (413, "too_large")

    def test_it_can_not_fill_the_centre_under_other_origins_either(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(quarantine, "LIMIT_BYTES", 1000)
        for _ in range(10):
            laptop.pen.insert("resident", resident())
        laptop.push(laptop.pen.batch(2, 10))
        another = Pen(laptop.pen.origin.removesuffix("1") + "2", laptop.pen.user)
        another.insert("resident", resident())
        status, body = laptop.push_trouble(another.batch())
        assert (status, body.code) == (413, "too_large")

    def test_it_can_not_fill_the_centre_with_very_many_tiny_changes_either(
        self, laptop: FieldLaptop, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(quarantine, "LIMIT_BYTES", 1000)
        for _ in range(10):
            before = laptop.pen.chain_at(len(laptop.pen.journal))
            chain = link(before, b"0", digest(bytes(SALT_BYTES), b"0"))
            laptop.pen.journal.append(SealedChange(b"0", bytes(SALT_BYTES), b"0", chain))
        laptop.push(laptop.pen.batch(2, 10))
        status, body = laptop.push_trouble(laptop.pen.batch(11, 11))
        assert (status, body.code) == (413, "too_large")

    def test_it_is_listed_as_revoked_and_stays_so(self, ground: Ground, laptop: FieldLaptop) -> None:
        assert [device.is_revoked for device in devices(ground.centre, PROBOLINGGO)] == [True]
        assert not revoke(ground.centre, PROBOLINGGO, laptop.enrolment.device_id, now_ms=ground.clock())


def _pull() -> Any:
    from fieldkit.records.wire import Pull

    return Pull


class TestTheJournal:
    @pytest.mark.parametrize("column", ["header", "fields", "salt", "chain"])
    def test_a_byte_changed_in_the_database_is_noticed(self, ground: Ground, column: str) -> None:
        laptop = ground.laptop()
        for _ in range(3):
            laptop.pen.insert("resident", resident())
        laptop.push()
        whose = (PROBOLINGGO, laptop.pen.origin)
        with writing(ground.centre.engine) as connection:
            this = (JOURNAL.c.origin == whose[1], JOURNAL.c.number == 2)
            connection.execute(JOURNAL.update().where(*this).values({column: b"{}"}))
            assert not is_whole(connection, whose)

    def test_a_missing_entry_is_noticed(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for _ in range(3):
            laptop.pen.insert("resident", resident())
        laptop.push()
        with writing(ground.centre.engine) as connection:
            connection.execute(JOURNAL.delete().where(JOURNAL.c.origin == laptop.pen.origin, JOURNAL.c.number == 3))
            assert is_whole(connection, (PROBOLINGGO, laptop.pen.origin))
            connection.execute(JOURNAL.delete().where(JOURNAL.c.origin == laptop.pen.origin, JOURNAL.c.number == 1))
            assert not is_whole(connection, (PROBOLINGGO, laptop.pen.origin))
