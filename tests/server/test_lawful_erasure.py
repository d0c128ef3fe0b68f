"""Lawful erasure at the centre: values go from everywhere, chains verify, what comes later is erased at the door."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest
import sqlalchemy as sa
from field_pens import (
    AT,
    JATI,
    NOW_MS,
    PROBOLINGGO,
    FieldLaptop,
    Ground,
    new_id,
    request_for,
    resident,
)
from served_centre import refused, run
from typer.testing import CliRunner

from fieldkit.records.erasure import Order, remaining
from fieldkit.records.journal import kept_digest
from fieldkit.records.wire import ChangeOnWire, Push, Verdict
from fieldkit.server.cases import open_cases
from fieldkit.server.commands.cli import server_commands
from fieldkit.server.database import reading
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.intake.parked import decide_parked
from fieldkit.server.keeping.scrubbing import scrub
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.merge.contents import CONTENTS
from fieldkit.server.office.erasure import Wish, change_at, erase, standings
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.schema import METADATA
from tests.postgres_cluster import MIGRATIONS

MARK = "QXZMARKED"
GROUND = "UU 27/2022 pasal 43, permintaan tertulis"


def wished(ground: Ground, row: str, *fields: str, table: str = "resident", user: str = "") -> list[Order]:
    """The office orders it."""
    wish = Wish(table, row, GROUND, user or ground.lead, fields)
    return erase(ground.centre, PROBOLINGGO, wish, now_ms=ground.clock())


def found(ground: Ground, mark: str = MARK) -> list[str]:
    """The tables of the centre in which a marked value stands anywhere."""
    with reading(ground.centre.engine) as connection:
        rows = {name: connection.execute(sa.select(table)).all() for name, table in METADATA.tables.items()}
    return [name for name, each in rows.items() if mark.encode() in b"".join(map(_bytes, each))]


def _bytes(row: Any) -> bytes:
    return b" ".join(value if isinstance(value, bytes) else str(value).encode() for value in row)


def chains_hold(ground: Ground, *laptops: FieldLaptop) -> bool:
    origins = [laptop.pen.origin for laptop in laptops]
    with reading(ground.centre.engine) as connection:
        return all(is_whole(connection, (PROBOLINGGO, origin)) for origin in (*origins, "3574-OFFICE.1"))


def without(change: ChangeOnWire, *names: str) -> ChangeOnWire:
    """A change as a laptop offers it that erased these fields."""
    fields = bytes(change.fields)
    kept = kept_digest(bytes.fromhex(change.salt), fields, None)
    return ChangeOnWire(change.header, "", msgspec.Raw(remaining(fields, names)), kept.hex())


def verdicts(laptop: FieldLaptop, batch: Push | None = None) -> list[tuple[int, Verdict, str]]:
    return [(each.number, each.verdict, each.reason) for each in laptop.push(batch).exceptions]


class TestAnOrder:
    def test_invariant_3_the_values_are_gone_from_everywhere_and_the_chain_holds(self, ground: Ground) -> None:
        ani, budi = ground.laptop(), ground.laptop()
        person = ani.pen.insert("resident", resident(f"{MARK} A", phone=f"{MARK} B", remarks="tetap"))
        ani.push()
        seen = ground.laptop().rows("resident")[person]["version"]
        ani.pen.edit("resident", person, seen=seen, phone=f"{MARK} C", name=f"{MARK} D")
        ani.push()
        budi.pen.edit("resident", person, seen=seen, phone=f"{MARK} E", name=f"{MARK} F")
        budi.pen.insert("resident", resident(f"{MARK} G"), row=person)
        budi.push()
        assert {"resident", "journal", "field_history", "case"} <= set(found(ground))

        order, of_case = wished(ground, person, "name", "phone")
        assert of_case.table_name == "case_file"

        assert found(ground) == []
        assert chains_hold(ground, ani, budi)
        row = ground.laptop().rows("resident")[person]
        assert (row["name"], row["phone"], row["remarks"], row["village"]) == ("", None, "tetap", JATI)
        told = ground.laptop().rows("erasure")[order.order_id]
        assert (told["ground"], told["ordered_by"], told["row_id"]) == (GROUND, ground.lead, person)
        assert told["fields"] == '["name","phone"]'

    def test_every_laptop_of_the_regency_is_told_whatever_villages_it_has(self, ground: Ground) -> None:
        elsewhere = ground.laptop("35.74.03.1001")
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        (order,) = wished(ground, person, "nik")
        assert list(elsewhere.rows("erasure", cursors={"35.74.03.1001": 0})) == [order.order_id]

    def test_all_that_tells_of_a_person_goes_when_no_field_is_named(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(MARK, nik=MARK, address=MARK, contact_name=MARK))
        request = laptop.pen.insert("service_request", request_for(person, priority=MARK))
        laptop.pen.insert("request_step", {"request_id": request, "step": "called", "note": MARK, "at": AT})
        laptop.pen.insert("visit_request", {"resident_id": person, "asked_by": MARK, "at": AT})
        other = laptop.pen.insert("resident", resident("ORANG LAIN"))
        laptop.push()
        assert len(wished(ground, person)) == 4
        assert found(ground) == []
        rows = ground.laptop().rows("resident")
        assert rows[other]["name"] == "ORANG LAIN"
        assert rows[person]["village"] == JATI
        assert [row["step"] for row in ground.laptop().rows("request_step").values()] == ["called"]
        assert chains_hold(ground, laptop)

    def test_held_parked_and_quarantined_work_is_reached(self, ground: Ground) -> None:
        laptop, lost = ground.laptop(), ground.laptop()
        person = new_id()
        laptop.pen.edit("resident", person, phone=MARK)
        laptop.push()
        with pytest.MonkeyPatch.context() as patch:
            patch.delitem(CONTENTS, "resident")
            laptop.pen.insert("resident", resident(MARK, phone=MARK), row=person)
            laptop.push()
        revoke(ground.centre, PROBOLINGGO, lost.enrolment.device_id, now_ms=ground.clock())
        lost.pen.edit("resident", person, name=MARK)
        lost.push()

        assert wished(ground, person)

        assert found(ground) == []
        assert decide_parked(ground.centre, NOW_MS) == 1
        row = ground.laptop().rows("resident")[person]
        assert (row["name"], row["phone"], row["village"]) == ("", None, JATI)
        assert chains_hold(ground, laptop, lost)

    def test_a_change_can_be_named_instead_of_a_row(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident("SRI WAHYUNI"))
        number = laptop.pen.edit("resident", person, seen=9, phone=MARK, village=JATI)
        laptop.push()
        assert change_at(ground.centre, PROBOLINGGO, laptop.pen.origin, number) == ("resident", person, ["phone"])
        assert change_at(ground.centre, PROBOLINGGO, laptop.pen.origin, 99) == ("", "", [])

    def test_a_guest_hears_of_it_through_its_own_regency(self, ground: Ground) -> None:
        """What laptops of another regency wrote here lies in the journal of their home."""
        add_regency(ground.centre, "35.13", "Kabupaten Probolinggo")
        guest = ground.laptop("35.13", "35.74.03", regency="35.13")
        assert guest.ask("GET", "/v1/hello").status_code == 200
        person = guest.pen.insert("resident", resident(MARK))
        guest.push()
        assert "journal" in found(ground)

        (order,) = wished(ground, person)

        assert found(ground) == []
        with reading(ground.centre.engine) as connection:
            assert is_whole(connection, ("35.13", guest.pen.origin))
        (told,) = guest.rows("erasure", cursors={"35.13": 0}).values()
        assert (told["order_id"], told["issuer"], told["regency"]) == (order.order_id, PROBOLINGGO, "35.13")
        guest.pen.insert("erasure", {**said(order), "at": AT}, area="35.13", user="")
        assert verdicts(guest) == []

    @pytest.mark.parametrize(
        ("table", "fields", "is_lead", "is_there"),
        [
            ("resident", ("village",), True, True),
            ("resident", ("nothing",), True, True),
            ("closing", (), True, True),
            ("nothing", (), True, True),
            ("resident", ("name",), False, True),
            ("resident", ("name",), True, False),
        ],
    )
    def test_what_can_not_be_ordered_changes_nothing(
        self, ground: Ground, table: str, fields: tuple[str, ...], is_lead: bool, is_there: bool
    ) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(MARK))
        laptop.push()
        operator, _ = add_user(ground.centre, PROBOLINGGO, name="Dewi", role="operator", now_ms=ground.clock())
        row, user = person if is_there else new_id(), ground.lead if is_lead else operator
        assert wished(ground, row, *fields, table=table, user=user) == []
        assert set(found(ground)) == {"resident", "journal"}

    def test_the_same_order_twice_changes_nothing_more(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(MARK))
        laptop.push()
        wished(ground, person, "name")
        before = ground.laptop().rows("resident")[person]["name"]
        wished(ground, person, "name")
        assert ground.laptop().rows("resident")[person]["name"] == before == ""
        assert chains_hold(ground, laptop)


class TestWhatComesLater:
    def test_a_laptop_that_knows_of_nothing_is_told_that_its_value_was_erased(self, ground: Ground) -> None:
        """Invariant 6: the writer learns why the value is not there; the other fields of the change stand."""
        ani, budi = ground.laptop(), ground.laptop()
        person = ani.pen.insert("resident", resident())
        ani.push()
        wished(ground, person, "phone")
        budi.pen.edit("resident", person, seen=9, phone=MARK, remarks="sudah datang")
        budi.pen.edit("resident", person, seen=9, phone=f"{MARK} 2")
        budi.pen.edit("resident", person, seen=9, remarks="sudah pulang")
        assert verdicts(budi) == [(1, Verdict.MERGED, "erased"), (2, Verdict.MERGED, "erased")]
        assert found(ground) == []
        assert ground.laptop().rows("resident")[person]["remarks"] == "sudah pulang"
        assert chains_hold(ground, ani, budi)
        assert verdicts(budi, budi.pen.batch(1, 3)) == [(1, Verdict.MERGED, "erased"), (2, Verdict.MERGED, "erased")]

    def test_what_a_revoked_laptop_hands_in_is_erased_too(self, ground: Ground) -> None:
        ani, lost = ground.laptop(), ground.laptop()
        person = ani.pen.insert("resident", resident())
        ani.push()
        wished(ground, person, "name")
        revoke(ground.centre, PROBOLINGGO, lost.enrolment.device_id, now_ms=ground.clock())
        lost.pen.edit("resident", person, name=MARK)
        assert verdicts(lost) == [(1, Verdict.CASE, "revoked")]
        assert found(ground) == []

    def test_the_row_itself_may_come_after_the_order(self, ground: Ground) -> None:
        ani, budi = ground.laptop(), ground.laptop()
        person = new_id()
        budi.pen.edit("resident", person, phone=MARK)
        budi.push()
        assert wished(ground, person)
        ani.pen.insert("resident", resident(MARK, remarks=MARK), row=person)
        assert verdicts(ani) == [(1, Verdict.MERGED, "erased")]
        assert found(ground) == []
        row = ground.laptop().rows("resident")[person]
        assert (row["name"], row["phone"]) == ("", None)

    def test_other_rows_and_other_fields_are_as_before(self, ground: Ground) -> None:
        ani = ground.laptop()
        person, other = (ani.pen.insert("resident", resident()) for _ in range(2))
        ani.push()
        wished(ground, person, "phone")
        ani.pen.edit("resident", person, seen=9, address="Jl. Ikan Paus 1")
        ani.pen.edit("resident", other, seen=9, phone="0812")
        assert verdicts(ani) == []
        rows = ground.laptop().rows("resident")
        assert (rows[person]["address"], rows[other]["phone"]) == ("Jl. Ikan Paus 1", "0812")


class TestAnErasedChangeOnTheWire:
    def test_it_is_taken_as_erased_and_verifies(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident(MARK, phone=MARK))
        request = laptop.pen.insert("service_request", request_for(person))
        batch = laptop.pen.batch()
        batch = msgspec.structs.replace(batch, changes=[without(batch.changes[0], "name", "phone"), batch.changes[1]])
        assert verdicts(laptop, batch) == []
        assert found(ground) == []
        row = ground.laptop().rows("resident")[person]
        assert (row["name"], row["phone"], row["sex"]) == ("", None, "P")
        assert request in ground.laptop().rows("service_request")
        assert chains_hold(ground, laptop)

    def test_whole_or_erased_it_is_the_same_change(self, ground: Ground) -> None:
        """Invariant 4: what was taken whole is answered as it was when it is offered erased, and the reverse."""
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        whole = laptop.pen.batch()
        erased = msgspec.structs.replace(whole, changes=[without(whole.changes[0], "name")])
        first = laptop.push(whole)
        again = laptop.push(erased)
        assert again == laptop.push(whole)
        assert (again.receipt, again.feed, again.exceptions) == (first.receipt, first.feed, first.exceptions)

    @pytest.mark.parametrize("digest", ["00" * 31, "xx", "00" * 33])
    def test_a_digest_that_is_none_is_malformed(self, ground: Ground, digest: str) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        batch = laptop.pen.batch()
        spoilt = ChangeOnWire(batch.changes[0].header, "", msgspec.Raw(b"{}"), digest)
        status, told = laptop.push_trouble(msgspec.structs.replace(batch, changes=[spoilt]))
        assert (status, told.code) == (400, "malformed")

    def test_a_digest_beside_a_salt_is_malformed(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        batch = laptop.pen.batch()
        both = msgspec.structs.replace(batch.changes[0], digest="00" * 32)
        assert laptop.push_trouble(msgspec.structs.replace(batch, changes=[both]))[0] == 400

    def test_another_digest_breaks_the_chain(self, ground: Ground) -> None:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident())
        batch = laptop.pen.batch()
        forged = msgspec.structs.replace(without(batch.changes[0], "name"), digest=os.urandom(32).hex())
        status, told = laptop.push_trouble(msgspec.structs.replace(batch, changes=[forged]))
        assert (status, told.code) == (409, "chain")


class TestTheWordOfALaptop:
    def test_it_is_listed_beside_the_order(self, ground: Ground) -> None:
        laptop, other = ground.laptop(), ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        (order,) = wished(ground, person, "name")
        laptop.pen.insert("erasure", {**said(order), "at": AT}, area=PROBOLINGGO)
        assert verdicts(laptop) == []
        (standing,) = standings(ground.centre, PROBOLINGGO)
        assert (standing.order, standing.done) == (order, (laptop.enrolment.origin[5:-2],))
        assert len(other.rows("erasure")) == 2

    def test_it_needs_nobody_who_is_signed_in(self, ground: Ground) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident())
        laptop.push()
        (order,) = wished(ground, person, "name")
        laptop.pen.insert("erasure", {**said(order), "at": AT}, area=PROBOLINGGO, user="")
        assert verdicts(laptop) == []

    @pytest.mark.parametrize(
        "spoilt",
        [
            {"row_id": "other"},
            {"fields": '["name","phone"]'},
            {"issuer": "35.73"},
            {"signature": "00"},
            {"ground": "x"},
        ],
    )
    def test_an_order_that_the_centre_did_not_sign_erases_nothing_and_travels_to_nobody(
        self, ground: Ground, spoilt: dict[str, str]
    ) -> None:
        laptop = ground.laptop()
        person = laptop.pen.insert("resident", resident("SRI", phone="0812"))
        laptop.push()
        (order,) = wished(ground, person, "name")
        laptop.pen.insert("erasure", {**said(order), "order_id": new_id(), "at": AT, **spoilt}, area=PROBOLINGGO)
        assert verdicts(laptop) == [(2, Verdict.CASE, "signature")]
        assert [case.kind for case in open_cases(ground.centre, PROBOLINGGO)] == ["signature"]
        assert list(ground.laptop().rows("erasure")) == [order.order_id]
        assert ground.laptop().rows("resident")[person]["phone"] == "0812"


def said(order: Order) -> dict[str, str]:
    """What a laptop repeats of an order."""
    return {name: getattr(order, name) for name in Order.__slots__}


def test_no_byte_of_the_file_holds_it_any_more(sqlite_ground: Ground, tmp_path: Path) -> None:
    laptop = sqlite_ground.laptop()
    people = [laptop.pen.insert("resident", resident(f"{MARK} {n}", address=MARK * 50)) for n in range(30)]
    laptop.push()
    assert MARK.encode() in _files(tmp_path)
    for person in people:
        wished(sqlite_ground, person)
    scrub(sqlite_ground.centre)
    assert MARK.encode() not in _files(tmp_path)


def _files(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("centre.sqlite*"))


def test_no_byte_of_a_dump_holds_it_any_more(postgres_ground: Ground) -> None:
    laptop = postgres_ground.laptop()
    person = laptop.pen.insert("resident", resident(MARK, address=MARK * 50))
    laptop.push()
    url = postgres_ground.centre.engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    assert MARK.encode().hex().encode() in _dump(url)
    wished(postgres_ground, person)
    scrub(postgres_ground.centre)
    dump = _dump(url)
    assert MARK.encode() not in dump
    assert MARK.encode().hex().encode() not in dump


def _dump(url: str) -> bytes:
    return subprocess.run(["pg_dump", f"--dbname={url}"], capture_output=True, check=True).stdout


def test_it_is_a_command(centre_database: str, ground: Ground) -> None:
    laptop = ground.laptop()
    person = laptop.pen.insert("resident", resident(MARK))
    number = laptop.pen.edit("resident", person, seen=9, phone=MARK)
    laptop.push()
    told = ("--database", centre_database, "--regency", PROBOLINGGO)
    why = ("--ground", GROUND, "--user", ground.lead)
    assert '["phone"]' in run("erase", *told, *why, "--change", f"{laptop.pen.origin}/{number}")
    assert '["name"]' in run("erase", *told, *why, "--field", "name", person)
    assert found(ground) == []
    assert run("erasures", *told).count(GROUND) == 2
    after_a_restore = run("confirm-revocations", *told[:2])
    assert after_a_restore.count(f"\tresident\t{person}") == 2
    assert "perintahkan lagi" in after_a_restore
    assert "Tidak ada yang dihapus" in refused("erase", *told, *why, "--field", "village", person)
    assert "Tidak ada yang dihapus" in refused("erase", *told, *why, "--change", f"{laptop.pen.origin}/99")
    assert "Tidak ada yang dihapus" in refused("erase", *told, *why, "--change", "x")


def test_a_nik_is_asked_for_and_never_an_argument(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop()
    one, other = (laptop.pen.insert("resident", resident(MARK, nik="3574035211879901")) for _ in range(2))
    laptop.push()
    database = sqlite_ground.centre.engine.url.render_as_string(hide_password=False)
    words = ("--database", database, "--regency", PROBOLINGGO, "--ground", GROUND, "--user", sqlite_ground.lead, "-")
    told = CliRunner().invoke(server_commands(MIGRATIONS), ["erase", *words], input="3574035211879901\n")
    assert told.exit_code == 0
    assert one in told.output
    assert other in told.output
    assert "3574035211879901" not in told.output
    assert found(sqlite_ground) == []
