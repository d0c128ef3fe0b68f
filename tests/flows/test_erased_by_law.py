"""Lawful erasure with a real centre and laptops: at both ends the values are gone, the chains hold, and a restore of
either end brings nothing back."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fieldkit.domain.errors import CentreTooOldError, RuleError
from fieldkit.host.clock import now_ms
from fieldkit.records.erasure import Order
from fieldkit.records.tables import CASE_FILE, ERASURE, RESIDENT, SERVICE_REQUEST
from fieldkit.records.wire import Hello
from fieldkit.server.database import reading
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.erasure import Wish, erase, standings
from fieldkit.server.office.watch import Watch
from fieldkit.store.drafts import draft, keep_draft
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.search import search_residents
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.bundle import make_bundle, take_receipt
from fieldkit.sync.doorway import Doorway
from fieldkit.work.table.same_person import link_same_person, undo_links_between
from tests.flows.enrolled import Ground, Laptop, edit, in_areas, kinds, village_and_office
from tests.flows.restoring import backed_up, opened_at, restored
from tests.laptops import JATI, KEY, REGENCY, add_people, opened, registered

MARK = "QXZMARKED"
GROUND = "UU 27/2022 pasal 43"
_PAGE, _RESERVED, _IV, _FRAME = 4096, 80, 16, 24


def ordered(ground: Ground, person: str, *fields: str) -> list[Order]:
    """The office orders it."""
    wish = Wish("resident", person, GROUND, ground.lead, fields)
    return erase(ground.centre, REGENCY, wish, now_ms=now_ms(ground.clock))


def decrypted(path: Path) -> bytes:
    """Every page of a laptop's database and of the log beside it in clear, free ones and leftovers too."""
    pages = [path.read_bytes()[start : start + _PAGE] for start in range(0, path.stat().st_size, _PAGE)]
    wal = path.with_name(f"{path.name}-wal")
    log = wal.read_bytes()[32:] if wal.exists() else b""
    pages += [log[start + _FRAME : start + _FRAME + _PAGE] for start in range(0, len(log), _FRAME + _PAGE)]
    return b"".join(map(_clear, pages))


def _clear(page: bytes) -> bytes:
    """A page of SQLCipher; the first begins with 16 bytes that are not encrypted."""
    iv = page[-_RESERVED : -_RESERVED + _IV]
    sealed = page[:-_RESERVED]
    whole = len(sealed) // _IV * _IV
    decryptor = Cipher(algorithms.AES(KEY), modes.CBC(iv)).decryptor()
    tail = decryptor.update(sealed[:whole])
    decryptor = Cipher(algorithms.AES(KEY), modes.CBC(iv)).decryptor()
    return tail + decryptor.update(sealed[_IV:whole])


def is_gone(laptop: Laptop, *marks: str) -> bool:
    told = decrypted(laptop.store.path).lower()
    return not any(mark.lower().encode() in told for mark in marks)


def journal_holds(ground: Ground, laptop: Laptop) -> bool:
    """Whether the chains of a laptop verify at both ends."""
    with reading(ground.centre.engine) as connection:
        at_centre = all(is_whole(connection, (REGENCY, origin)) for origin in Exchange(laptop.store).origins())
    return at_centre and laptop.store.query(chain_is_whole)


def one_of(laptop: Laptop, person: str) -> dict[str, object]:
    """A resident as a laptop holds it."""
    row = next(row for row in laptop.rows(RESIDENT) if row[0] == person)
    return dict(zip(("id", "regency", "area", "version", *RESIDENT.column_names), row, strict=True))


def settled(*laptops: Laptop) -> None:
    """Rounds until everybody knows everything."""
    for laptop in (*laptops, *laptops):
        outcome = laptop.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)


def marked(laptop: Laptop) -> str:
    """Somebody whose every word is marked, and two others."""
    (person, *_) = add_people(laptop.store, f"{MARK} SATU", "DEWI LESTARI", "BUDI HARTONO")
    edit(laptop, person, phone=f"{MARK}0812", address=f"Jl. {MARK} 14")
    return person


def test_invariant_3_values_are_gone_at_both_ends_and_the_chains_hold(ground: Ground) -> None:
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    nik = str(one_of(ani, person)["nik"])
    settled(ani, budi)
    assert not is_gone(ani, MARK)
    assert not is_gone(budi, MARK)
    ani.store.write_local(
        keep_draft, ground.lead, "visit", f'{{"person":"{person}","note":"{MARK}"}}', ground.clock.now
    )

    orders = ordered(ground, person)
    for laptop in (ani, budi):
        outcome = laptop.sync()
        assert outcome.all_sent
        assert outcome.sent == len(orders)

    for laptop in (ani, budi):
        assert is_gone(laptop, MARK, nik)
        assert journal_holds(ground, laptop)
        assert laptop.rows(RESIDENT) == ground.rows(RESIDENT)
        assert (one_of(laptop, person)["name"], one_of(laptop, person)["nik"]) == ("", None)
        assert laptop.store.query(search_residents, MARK, JATI) == []
        assert [hit.name for hit in laptop.store.query(search_residents, "dewi", JATI)] == ["DEWI LESTARI"]
    assert ani.store.query(draft, ground.lead, "visit") is None
    settled(ani, budi)
    assert [len(each.done) for each in standings(ground.centre, REGENCY)] == [2]
    assert ani.rows(ERASURE) == budi.rows(ERASURE) == ground.rows(ERASURE)


def test_other_work_in_the_command_of_an_erased_change_stands(ground: Ground) -> None:
    ani = ground.laptop("ani")
    opened(ani.store)
    done = registered(ani.store, None)
    settled(ani)
    before = ani.rows(SERVICE_REQUEST)
    ordered(ground, done.resident_id, "name", "phone")
    settled(ani)
    assert ani.rows(SERVICE_REQUEST) == ground.rows(SERVICE_REQUEST) == before
    assert one_of(ani, done.resident_id)["name"] == ""
    assert journal_holds(ground, ani)


def test_a_laptop_long_offline_edits_the_person_meanwhile(ground: Ground) -> None:
    """Invariants 5 and 6: what it wrote is erased at the door and on the laptop, and it is told; the rest stands."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani, budi)
    ordered(ground, person, "name", "phone", "address")
    settled(ani)
    ground.clock.pass_by(days=90)
    edit(budi, person, phone=f"{MARK}NEW", remarks="sudah pindah")

    outcome = budi.sync()

    assert [(each.verdict, each.reason) for each in outcome.exceptions] == [("merged", "erased")]
    settled(budi, ani)
    for laptop in (ani, budi):
        row = one_of(laptop, person)
        assert (row["name"], row["phone"], row["remarks"]) == ("", None, "sudah pindah")
        assert is_gone(laptop, MARK)
        assert journal_holds(ground, laptop)
        assert laptop.rows(RESIDENT) == ground.rows(RESIDENT)


def test_one_order_reaches_every_row_of_the_person(ground: Ground) -> None:
    """Two linked rows on two laptops; a row from which the person was parted again is somebody else's."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani, budi)
    (double, other) = add_people(budi.store, f"{MARK} DUA", "SRI WAHYUNI", on_list=False)
    for each in (double, other):
        budi.store.execute(link_same_person, person, each)
    budi.store.execute(undo_links_between, person, other)
    settled(budi, ani)

    orders = ordered(ground, person)
    settled(ani, budi)

    assert {double, person} <= {order.row_id for order in orders}
    for laptop in (ani, budi):
        assert is_gone(laptop, MARK)
        assert journal_holds(ground, laptop)
        assert one_of(laptop, other)["name"] == "SRI WAHYUNI"
    assert MARK not in str(ground.rows(RESIDENT))


def test_a_case_tells_nothing_of_it_any_more(ground: Ground) -> None:
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani, budi)
    edit(ani, person, name=f"{MARK} A")
    edit(budi, person, name=f"{MARK} B")
    settled(ani, budi)
    assert MARK in str([row[4:] for row in budi.rows(CASE_FILE)])

    ordered(ground, person, "name", "phone", "address")
    settled(ani, budi)

    assert kinds(ground) == ["weighty"]
    for laptop in (ani, budi):
        assert is_gone(laptop, MARK)
        assert journal_holds(ground, laptop)
        assert laptop.rows(CASE_FILE) == ground.rows(CASE_FILE)


def test_a_case_that_is_filed_after_the_order_tells_nothing(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani, budi)
    edit(ani, person, name=f"{MARK} A")
    edit(budi, person, name=f"{MARK} B")
    with monkeypatch.context() as patch:
        patch.setattr(Watch, "look", lambda *_: None)
        settled(ani, budi)
        assert ani.rows(CASE_FILE) == []
        ordered(ground, person)
    settled(ani, budi)
    assert [row[4] for row in ani.rows(CASE_FILE)] == ["weighty"]
    assert MARK not in str(ground.rows(CASE_FILE))


def test_what_was_erased_can_not_be_filled_in_again(ground: Ground) -> None:
    ani = ground.laptop("ani")
    person = marked(ani)
    settled(ani)
    ordered(ground, person, "phone")
    settled(ani)
    with pytest.raises(RuleError) as told:
        edit(ani, person, phone="081234901111")
    assert [problem.field for problem in told.value.problems] == ["phone"]
    edit(ani, person, remarks="boleh")
    assert one_of(ani, person)["remarks"] == "boleh"


def test_a_laptop_erases_what_it_wrote_in_a_village_that_it_has_no_more(ground: Ground) -> None:
    here, office, person = village_and_office(ground)
    edit(here, person, remarks=MARK)
    settled(here, office)
    edit(office, person, village="35.74.03.1001")
    settled(office, here)
    assert person not in [row[0] for row in here.rows(RESIDENT)]
    assert not is_gone(here, MARK)
    ordered(ground, person)
    settled(here, office)
    assert is_gone(here, MARK)
    assert journal_holds(ground, here)


def test_a_laptop_restored_from_before_the_order_erases_again(ground: Ground) -> None:
    """Invariant 3: also what waited in the backup, and is offered again whole, is erased at both ends."""
    ani = ground.laptop("ani")
    person = marked(ani)
    backup = back_up(ani.store, ground.folder / "backups").path
    settled(ani)
    ordered(ground, person)
    settled(ani)

    again = opened_at(ground, backup)
    assert not is_gone(again, MARK)
    settled(again)

    assert is_gone(again, MARK)
    assert journal_holds(ground, again)
    assert one_of(again, person)["name"] == ""
    assert again.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_centre_restored_from_before_the_order_gets_it_back_from_the_laptops(
    ground: Ground, new_database: str
) -> None:
    """Invariant 3: the laptops' own words, signed by the centre, bring the order back; erased changes are offered."""
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    early = marked(ani)
    settled(ani, budi)
    backed_up(ground)
    late = marked(ani)
    settled(ani, budi)
    for person in (early, late):
        ordered(ground, person)
    settled(ani, budi)
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    assert MARK in str(after.rows(RESIDENT))
    for laptop in (ani, budi):
        laptop.sync()
    assert confirm(after.centre)
    settled(ani, budi)

    with reading(after.centre.engine) as connection:
        rows = connection.exec_driver_sql("SELECT header, fields FROM journal").all()
    assert MARK.encode() not in b"".join(bytes(value) for row in rows for value in row)
    assert MARK not in str(after.rows(RESIDENT))
    for laptop in (ani, budi):
        assert is_gone(laptop, MARK)
        assert journal_holds(after, laptop)
        assert laptop.rows(RESIDENT) == after.rows(RESIDENT)
    assert {one_of(ani, early)["name"], one_of(ani, late)["name"]} == {""}
    fresh = after.laptop("citra")
    assert MARK not in str(fresh.rows(RESIDENT))


def test_an_order_that_no_laptop_had_anything_of_comes_back_to_a_restored_centre(
    ground: Ground, new_database: str
) -> None:
    """It lies on a laptop as the centre signed it; nobody has to give it again, nor to enter it."""
    ani, budi = ground.laptop("ani"), in_areas(ground, "budi", "35.74.03.1001")
    person = marked(ani)
    settled(ani, budi)
    backed_up(ground)
    ordered(ground, person)
    settled(budi)
    assert [each.done for each in standings(ground.centre, REGENCY)] == [()]
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, ani, budi)
    assert MARK in str(after.rows(RESIDENT))
    budi.sync()
    assert [each.order.row_id for each in standings(after.centre, REGENCY)] == [person]
    assert MARK not in str(after.rows(RESIDENT))
    assert confirm(after.centre)
    settled(ani, budi)
    assert is_gone(ani, MARK)
    assert ani.rows(RESIDENT) == after.rows(RESIDENT)


def test_an_order_that_the_centre_did_not_sign_is_not_brought_back(ground: Ground, new_database: str) -> None:
    ani, budi = ground.laptop("ani"), ground.laptop("budi")
    person = marked(ani)
    settled(ani)
    backed_up(ground)
    ordered(ground, person, "phone")
    budi.sync()
    budi.store.write_local(lambda database: database.run("UPDATE erasure SET fields = '[\"name\"]'"))
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, budi)
    budi.sync()
    assert standings(after.centre, REGENCY) == []
    assert MARK in str(after.rows(RESIDENT))


def test_erased_changes_travel_by_usb(ground: Ground, new_database: str) -> None:
    ani = ground.laptop("ani")
    backed_up(ground)
    person = marked(ani)
    settled(ani)
    ordered(ground, person)
    settled(ani)
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, ani)

    def no_push(request: httpx.Request) -> None:
        if request.url.path.endswith("/push"):
            raise httpx.ConnectError("cut")

    ani.line.before = no_push
    assert ani.sync().waiting > 0
    bundle = make_bundle(ani.store)
    closed = take_receipt(ani.store, take_bundle(after.centre, bundle.content, now_ms(ground.clock)).receipt)

    assert closed.waiting == 0
    assert journal_holds(after, ani)
    assert is_gone(ani, MARK)
    assert MARK not in str(after.rows(RESIDENT))
    assert len(after.rows(RESIDENT)) == 3


def test_an_older_centre_is_named_before_anything_is_sent(
    ground: Ground, new_database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A centre that does not know erased changes can not take them; nothing is lost, and it is said."""
    ani = ground.laptop("ani")
    backed_up(ground)
    person = marked(ani)
    settled(ani)
    ordered(ground, person)
    settled(ani)
    ground.clock.pass_by(hours=1)
    restored(ground, new_database, ani)
    hello = Doorway.hello

    def older(*args: object, **more: object) -> Hello:
        told = hello(*args, **more)  # type: ignore[arg-type]
        return type(told)(**{name: getattr(told, name) for name in told.__struct_fields__} | {"protocol": 1})

    monkeypatch.setattr(Doorway, "hello", older)
    before = len(ani.line.calls)
    outcome = ani.sync()
    assert isinstance(outcome.cause, CentreTooOldError)
    assert outcome.waiting > 0
    assert "push" not in ani.line.calls[before:]
    monkeypatch.undo()
    ani.sync()
    assert Exchange(ani.store).waiting() == 0
