"""Many at once, on a real PostgreSQL: no row is skipped, no edit is lost, nobody is turned away."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from field_pens import AT, JATI, NOW_MS, PROBOLINGGO, FieldLaptop, Ground, Pen, new_id, resident

from fieldkit.records.wire import PushReply, Verdict
from fieldkit.server.cases import open_cases
from fieldkit.server.devices.laptops import Device, devices
from fieldkit.server.intake.push import receive
from fieldkit.server.merge.unit import Unit
from tests.citus_cluster import lock_waits
from tests.patience import PATIENCE_S, until

INCIDENT = {"shift_id": "s1", "kind": "power", "began_at": AT, "at": AT}


@pytest.fixture
def ground(postgres_ground: Ground) -> Ground:
    return postgres_ground


def hand_in(ground: Ground, pen: Pen) -> PushReply:
    """Push what a pen has not sent, in this thread."""
    device = next(each for each in devices(ground.centre, PROBOLINGGO) if each.incarnation_of(pen.origin))
    reply = receive(ground.centre, device, pen.batch(), NOW_MS)
    pen.sent = reply.receipt.number
    return reply


def at_once(*work: Callable[[], Any]) -> list[Any]:
    """The results of what begins together in threads."""
    gate = threading.Barrier(len(work))

    def one(do: Callable[[], Any]) -> Any:
        gate.wait(PATIENCE_S)
        return do()

    with ThreadPoolExecutor(len(work)) as pool:
        return list(pool.map(one, work))


def waiting_for_locks(ground: Ground) -> int:
    """How many transactions of this database wait for another."""
    return lock_waits(ground.centre.engine.url.render_as_string(hide_password=False))


class TestNoRowIsSkipped:
    def test_a_slow_transaction_holds_the_numbers_after_its_own(
        self, ground: Ground, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        slow, fast, reader = ground.laptop(), ground.laptop(), ground.laptop()
        slow_row = slow.pen.insert("incident", INCIDENT)
        fast_row = fast.pen.insert("incident", INCIDENT)
        has_numbers, may_commit = threading.Event(), threading.Event()
        write = Unit.write

        def write_slowly(unit: Unit) -> None:
            write(unit)
            if slow_row in {row.key[2] for row in unit.rows.new}:
                has_numbers.set()
                assert may_commit.wait(PATIENCE_S)

        monkeypatch.setattr(Unit, "write", write_slowly)
        with ThreadPoolExecutor(2) as pool:
            first = pool.submit(hand_in, ground, slow.pen)
            assert has_numbers.wait(PATIENCE_S)
            second = pool.submit(hand_in, ground, fast.pen)
            until(lambda: waiting_for_locks(ground) == 1)
            page = reader.pull()
            assert page.heads == {PROBOLINGGO: 1}
            assert not second.done()
            may_commit.set()
            replies = [first.result(PATIENCE_S), second.result(PATIENCE_S)]
        assert [reply.feed[0].version for reply in replies] == [2, 3]
        assert list(reader.rows("incident", cursors=page.cursors)) == [slow_row, fast_row]

    def test_a_reader_who_follows_sees_every_row_once_at_its_last_version(self, ground: Ground) -> None:
        writers, reader = [ground.laptop() for _ in range(4)], ground.laptop()
        is_over = threading.Event()

        def write(laptop: FieldLaptop) -> None:
            for _ in range(12):
                laptop.pen.insert("incident", INCIDENT)
                laptop.pen.insert("resident", resident())
                hand_in(ground, laptop.pen)

        def follow() -> list[tuple[str, int]]:
            seen: list[tuple[str, int]] = []
            cursors = {PROBOLINGGO: 0}
            while True:
                was_over = is_over.is_set()
                for page in reader.pages(cursors, limit_bytes=2_000):
                    seen += [(row[0], row[3]) for each in page.tables for row in each.rows]
                    cursors = page.cursors
                if was_over:
                    return seen

        with ThreadPoolExecutor(1) as pool:
            following = pool.submit(follow)
            at_once(*(lambda laptop=laptop: write(laptop) for laptop in writers))
            is_over.set()
            seen = following.result(PATIENCE_S)
        assert sorted(version for _, version in seen) == list(range(1, 98))
        assert len({row for row, _ in seen}) == 97

    def test_numbers_of_two_regencies_are_taken_without_a_deadlock(self, ground: Ground) -> None:
        from fieldkit.server.database import writing
        from fieldkit.server.regencies import add_regency
        from fieldkit.server.schema import DEVICE_GRANT

        add_regency(ground.centre, "35.10", "Kabupaten Banyuwangi")
        laptops = [ground.laptop() for _ in range(4)]
        with writing(ground.centre.engine) as connection:
            rows = [{"device_id": laptop.enrolment.device_id, "area": "35.10"} for laptop in laptops]
            connection.execute(DEVICE_GRANT.insert(), [row | {"regency": PROBOLINGGO, "from_ms": 0} for row in rows])

        def work(laptop: FieldLaptop, areas: Sequence[str]) -> list[PushReply]:
            replies = []
            for _ in range(10):
                for area in areas:
                    laptop.pen.insert("incident", INCIDENT, area=area)
                replies.append(hand_in(ground, laptop.pen))
            return replies

        orders = [(JATI, "35.10.01.2001"), ("35.10.01.2001", JATI)] * 2
        done = at_once(*(lambda pair=pair: work(*pair) for pair in zip(laptops, orders, strict=True)))
        assert [reply.exceptions for replies in done for reply in replies] == [[]] * 40


class TestRaces:
    def test_one_batch_raced_is_taken_once_and_answered_alike(self, ground: Ground) -> None:
        laptop = ground.laptop()
        for _ in range(20):
            laptop.pen.insert("incident", INCIDENT)
        batches = [laptop.pen.batch(1, last) for last in (20, 20, 7, 13)]
        device = devices(ground.centre, PROBOLINGGO)[0]
        replies = at_once(*(lambda batch=batch: receive(ground.centre, device, batch, NOW_MS) for batch in batches))
        versions = [
            {run.number + n: run.version + n for run in reply.feed for n in range(run.count)} for reply in replies
        ]
        assert versions[0] == versions[1]
        for part in versions[2:]:
            assert part.items() <= versions[0].items()
        assert len(laptop.rows("incident")) == 20

    def test_the_same_new_row_from_two_laptops_is_a_duplicate(self, ground: Ground) -> None:
        laptops = [ground.laptop() for _ in range(4)]
        for _ in range(8):
            row = new_id()
            for laptop in laptops:
                laptop.pen.insert("incident", INCIDENT, row=row)
            replies = at_once(*(lambda laptop=laptop: hand_in(ground, laptop.pen) for laptop in laptops))
            verdicts = sorted(each.verdict for reply in replies for each in reply.exceptions)
            assert verdicts == [Verdict.DUPLICATE] * 3
        assert open_cases(ground.centre, PROBOLINGGO) == []

    def test_two_rows_that_claim_one_id_are_a_case(self, ground: Ground) -> None:
        laptops, row = [ground.laptop() for _ in range(2)], new_id()
        for kind, laptop in zip(("power", "network"), laptops, strict=True):
            laptop.pen.insert("incident", INCIDENT | {"kind": kind}, row=row)
        at_once(*(lambda laptop=laptop: hand_in(ground, laptop.pen) for laptop in laptops))
        assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["fork"]

    def test_edits_of_one_row_at_once_are_all_there_afterwards(self, ground: Ground) -> None:
        fields = ("phone", "address", "remarks", "rt", "rw", "marital")
        laptops = [ground.laptop() for _ in fields]
        for turn in range(6):
            person = laptops[0].pen.insert("resident", resident())
            hand_in(ground, laptops[0].pen)
            for name, laptop in zip(fields, laptops, strict=True):
                laptop.pen.edit("resident", person, seen=99_999, **{name: f"{turn}"})
            at_once(*(lambda laptop=laptop: hand_in(ground, laptop.pen) for laptop in laptops))
            now = laptops[0].rows("resident")[person]
            assert [now[name] for name in fields] == [f"{turn}"] * len(fields)

    def test_rows_edited_in_opposite_orders_do_not_lock_each_other_out(self, ground: Ground) -> None:
        laptops = [ground.laptop() for _ in range(4)]
        people = [laptops[0].pen.insert("resident", resident()) for _ in range(6)]
        hand_in(ground, laptops[0].pen)

        def edit(laptop: FieldLaptop, order: Sequence[str], name: str) -> None:
            for turn in range(8):
                for person in order:
                    laptop.pen.edit("resident", person, seen=99_999, **{name: f"{turn}"})
                hand_in(ground, laptop.pen)

        names = ("phone", "address", "remarks", "rt")
        orders = (people, people[::-1]) * 2
        at_once(*(lambda each=each: edit(*each) for each in zip(laptops, orders, names, strict=True)))
        for row in laptops[0].rows("resident").values():
            assert [row[name] for name in names] == ["7"] * 4

    def test_an_edit_that_races_with_its_row_is_applied(self, ground: Ground) -> None:
        writer, editor = ground.laptop(), ground.laptop()
        for turn in range(20):
            person = new_id()
            writer.pen.insert("resident", resident(), row=person)
            editor.pen.edit("resident", person, phone=f"{turn}")
            at_once(lambda: hand_in(ground, writer.pen), lambda: hand_in(ground, editor.pen))
            assert writer.rows("resident")[person]["phone"] == f"{turn}"

    def test_laptops_that_enrol_at_once_get_prefixes_of_their_own(self, ground: Ground) -> None:
        laptops = at_once(*[ground.laptop] * 16)
        assert {laptop.pen.origin for laptop in laptops} == {f"3574-P{n}.1" for n in range(1, 17)}


class TestLostConnections:
    @pytest.fixture
    def cut(self, ground: Ground) -> Iterator[Callable[[], None]]:
        """Ends every other connection to this database, as a restart of PostgreSQL does."""
        url = ground.centre.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(url, autocommit=True) as connection:

            def end_others() -> None:
                connection.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )

            yield end_others

    def test_a_database_that_goes_away_in_the_middle_is_busy_and_nothing_is_half_done(
        self, ground: Ground, cut: Callable[[], None], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("incident", INCIDENT)
        write = Unit.write

        def write_and_be_cut(unit: Unit) -> None:
            write(unit)
            cut()

        with monkeypatch.context() as patch:
            patch.setattr(Unit, "write", write_and_be_cut)
            status, told = laptop.push_trouble(laptop.pen.batch())
        assert (status, told.code) == (503, "busy")
        assert laptop.rows("incident") == {}
        assert laptop.push().exceptions == []
        assert len(laptop.rows("incident")) == 1

    def test_connections_that_were_cut_between_requests_are_made_again(
        self, ground: Ground, cut: Callable[[], None]
    ) -> None:
        laptop = ground.laptop()
        cut()
        laptop.pen.insert("incident", INCIDENT)
        assert laptop.push().exceptions == []


def test_a_device_is_known_by_any_of_its_incarnations() -> None:
    device = Device(PROBOLINGGO, "d", "x", "P1", 1, None)
    assert [device.incarnation_of(f"3574-{end}") for end in ("P1.1", "P1.12", "P11.1", "P1.0", "P1.", "P1")] == [
        1,
        12,
        None,
        None,
        None,
        None,
    ]
