"""A table without a network hands its closing to the lead's laptop by stick, and its work with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from enrolled import Ground, Laptop, ground_at, in_areas, signer
from hypothesis import given, settings
from hypothesis import strategies as st
from laptops import JATI, add_people, opened, registered

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.service import Step
from fieldkit.records.bundle import BUNDLE, BundleHeader, open_box, open_note
from fieldkit.records.signed_file import head_of, read_file, signed
from fieldkit.server.devices.laptops import revoke
from fieldkit.store.database import Database
from fieldkit.store.neighbours.carried import carried_files, count_carried
from fieldkit.store.neighbours.team import own_box_key, team_laptops
from fieldkit.store.queries.closing.tables import TableClosing, other_tables, table_closings
from fieldkit.store.queries.shifts import OPENED_HERE, last_shift, own_shifts
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.usb import usb_keys
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.relay import Brought, BroughtNews, take_from_table
from fieldkit.work.table.outcomes import note_step

SATURDAY = "2019-02-23"


@pytest.fixture
def ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


@pytest.fixture
def tables(ground: Ground) -> tuple[Laptop, Laptop]:
    """The lead's laptop and that of the other table, which know each other and are now in a village without network."""
    lead, table = ground.laptop("Meja ketua"), ground.laptop("Meja 2")
    lead.sync()
    return lead, table


def closed(ground: Ground, table: Laptop, people: int = 2) -> str:
    """A shift with some people, each recorded, that the table's lead closed and signed; returns its closing."""
    who = signer(ground, table)
    shift = opened(table.store)
    for _ in range(people):
        table.store.execute(note_step, registered(table.store).request_id, Step.RECORDED)
    return table.store.execute(close_shift, CloseShift(shift, 46), who)


def brought(table: Laptop, lead: Laptop) -> Brought:
    """By stick from the one to the other."""
    return take_from_table(lead.store, make_bundle(table.store).content)


def refused(lead: Laptop, content: bytes) -> str:
    """The words in which the lead's laptop refuses a file; nothing came in by it."""
    before = lead.store.query(stood)
    with pytest.raises(FileError) as told:
        take_from_table(lead.store, content)
    assert lead.store.query(stood) == before
    return str(told.value.title)


def stood(database: Database) -> list[tuple[object, ...]]:
    """What lies here of other tables."""
    carried = database.rows("SELECT digest, length(content) FROM carried_file ORDER BY digest")
    return [*carried, *database.rows("SELECT id, origin, public_key FROM brought_closing ORDER BY id")]


def closings(laptop: Laptop, village: str = JATI) -> list[TableClosing]:
    """The closings of all tables of the village that day."""
    return laptop.store.query(table_closings, SATURDAY, village)


def test_the_lead_reads_the_signed_figures_of_the_other_table_without_any_network(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """Invariant 8: they are the figures that were signed, to the byte."""
    lead, table = tables
    closing = closed(ground, table)
    told = brought(table, lead)

    assert (told.news, told.prefix, told.laptop_name) == (BroughtNews.NEW, "P2", "Meja 2")
    assert (told.closings, told.unsigned, told.is_of_before) == (1, 0, False)
    (found,) = closings(lead)
    assert (found.id, found.table, found.number, found.is_brought) == (closing, "P2", 1, True)
    written = table.store.query(lambda d: d.row("SELECT document, signature, at FROM closing"))
    assert (found.document, found.signature, found.at) == written
    assert found.is_signed
    assert found.figures is not None
    assert (found.figures.people.arrived, found.figures.people.recorded) == (2, 2)
    assert (found.figures.blanks.taken, found.figures.blanks.counted) == (46, 46)
    assert closings(lead, "35.74.03.1002") == []


def test_the_closings_of_the_others_are_told_and_never_the_own_one(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    lead, table = tables
    closed(ground, lead, people=1)
    assert lead.store.query(other_tables) == ()
    closing = closed(ground, table)
    brought(table, lead)
    assert [(each.id, each.table, each.is_brought) for each in lead.store.query(other_tables)] == [
        (closing, "P2", True)
    ]
    table.sync()
    lead.sync()
    assert [(each.id, each.is_brought) for each in lead.store.query(other_tables)] == [(closing, False)]


def test_a_laptop_that_noted_no_shifts_of_its_own_finds_them_in_its_journal(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """A program of before noted none: the closings of the others are the same, and its next shift is noted with all."""
    lead, table = tables
    closed(ground, lead, people=0)
    closing = closed(ground, table, people=0)
    brought(table, lead)
    table.sync()
    lead.sync()
    told, own, last = lead.store.query(other_tables), lead.store.query(own_shifts), lead.store.query(last_shift)
    assert last is not None
    lead.store.write_local(lambda database: database.run("DELETE FROM meta WHERE key = ?", OPENED_HERE))
    assert lead.store.query(other_tables) == told
    assert [(each.id, each.table) for each in told] == [(closing, "P2")]
    assert lead.store.query(own_shifts) == own == [last.id]
    later = opened(lead.store)
    assert lead.store.query(own_shifts) == [*own, later]


def test_what_was_brought_is_told_also_where_no_shift_was_opened(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, table = tables
    closing = closed(ground, table)
    assert lead.store.query(other_tables) == ()
    brought(table, lead)
    assert [each.id for each in lead.store.query(other_tables)] == [closing]


def test_the_lead_reads_the_closing_alone_and_carries_the_rest_as_it_is(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """Invariant 10: whoever carries work of another table learns nothing of its residents."""
    lead, table = tables
    add_people(table.store, "SITI NURAINI")
    closed(ground, table)
    content = make_bundle(table.store).content
    file, key = read_file(BUNDLE, content), lead.store.query(own_box_key)
    note = open_note(file, key)
    assert note is not None
    for word in (b"SUMIATI", b"SITI NURAINI", b"81234901117", b"3574035211879901"):
        assert word not in msgspec.json.encode(note)
        assert word not in content
    with pytest.raises(FileError):
        open_box(file, key)
    take_from_table(lead.store, content)
    assert lead.store.query(lambda d: bytes(d.value("SELECT content FROM carried_file"))) == content
    assert lead.store.query(lambda d: d.value("SELECT count(*) FROM resident")) == 0


def test_what_the_centre_says_later_of_a_closing_takes_the_place_of_what_was_brought(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """Invariant 5: the brought closing is no row of the replica, so nothing is left on top."""
    lead, table = tables
    closed(ground, table)
    brought(table, lead)
    table.sync()
    lead.sync()
    (found,) = closings(lead)
    assert (found.table, found.is_brought, found.is_signed) == ("P2", False, True)


def test_a_closing_that_came_by_line_is_read_as_one_that_was_brought(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    lead, table = tables
    closing = closed(ground, table)
    table.sync()
    lead.sync()
    (found,) = closings(lead)
    assert (found.id, found.table, found.is_brought, found.is_signed) == (closing, "P2", False, True)
    assert found.figures is not None


def test_a_table_to_which_nobody_came_is_named_all_the_same(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    """No queue number tells whose it was: on the own laptop, by stick and by line."""
    lead, table = tables
    closed(ground, table, people=0)
    assert [each.table for each in closings(table)] == ["P2"]
    brought(table, lead)
    assert [each.table for each in closings(lead)] == ["P2"]
    table.sync()
    third = ground.laptop("Meja 3")
    assert [each.table for each in closings(third)] == ["P2"]


def test_own_and_brought_closings_stand_beside_each_other_and_a_later_one_takes_the_place_of_the_earlier(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    lead, table = tables
    closed(ground, lead, people=1)
    first = closed(ground, table)
    brought(table, lead)
    assert {each.table: each.number for each in closings(lead)} == {"P1": 1, "P2": 1}

    def again(database: Database) -> None:
        """As it will be once a shift can be opened again."""
        database.run(
            "INSERT INTO brought_closing SELECT 'second', area, shift_id, kind, 2, id, document, signer_id, key_id, "
            "signature, at, origin, public_key FROM brought_closing"
        )

    lead.store.write_local(again)
    assert {each.table: each.id for each in closings(lead)}["P2"] == "second"
    assert first != "second"


def test_a_closing_that_its_signer_did_not_sign_is_carried_but_does_not_count(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    lead, table = tables
    closed(ground, table)
    forge = "UPDATE closing SET document = replace(document, '\"counted\":46', '\"counted\":45')"
    table.store.write_local(lambda database: database.run(forge))
    told = brought(table, lead)
    assert (told.closings, told.unsigned) == (0, 1)
    assert [each.is_signed for each in closings(lead)] == [False]
    assert lead.store.query(count_carried) == 1


def test_work_without_a_closing_is_carried_all_the_same(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, table = tables
    opened(table.store)
    registered(table.store)
    waiting = Exchange(table.store).waiting()
    told = brought(table, lead)
    assert (told.changes, told.closings, told.unsigned) == (waiting, 0, 0)
    assert [each.changes for each in lead.store.query(carried_files)] == [waiting]


def test_a_laptop_whose_key_the_table_did_not_know_carries_what_it_can_not_read(ground: Ground) -> None:
    table = ground.laptop("Meja 2")
    closed(ground, table)
    bundle = make_bundle(table.store)
    lead = ground.laptop("Meja ketua")
    assert take_from_table(lead.store, bundle.content).closings == 0
    assert closings(lead) == []
    assert lead.store.query(count_carried) == 1


def test_the_same_file_again_changes_nothing_and_is_told_apart(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    """Invariant 4."""
    lead, table = tables
    closed(ground, table)
    content = make_bundle(table.store).content
    take_from_table(lead.store, content)
    before = lead.store.query(stood)
    again = take_from_table(lead.store, content)
    assert (again.news, again.closings) == (BroughtNews.DOUBLED, 1)
    assert lead.store.query(stood) == before


def test_a_bundle_that_a_later_one_holds_whole_is_outdated(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, table = tables
    opened(table.store)
    early = make_bundle(table.store).content
    registered(table.store)
    take_from_table(lead.store, make_bundle(table.store).content)
    assert refused(lead, early) == "Kiriman yang lebih baru dari laptop itu sudah ada di sini."
    registered(table.store)
    assert brought(table, lead).news is BroughtNews.NEW
    assert lead.store.query(count_carried) == 2


def test_a_bundle_from_before_a_restore_of_the_centre_is_carried_and_said_to_be(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """The other laptop could not know, and can not write a better one before it meets a network itself."""
    lead, table = tables
    closed(ground, table)
    Exchange(lead.store).set_epoch(Exchange(lead.store).epoch() + 1)
    told = brought(table, lead)
    assert (told.news, told.is_of_before, told.closings) == (BroughtNews.NEW, True, 1)


def test_a_bundle_for_another_centre_or_another_regency_is_not_taken(
    ground: Ground, tables: tuple[Laptop, Laptop], tmp_path: Path, postgres_database: str
) -> None:
    lead, table = tables
    opened(table.store)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with ground_at(postgres_database, elsewhere) as other:
        stranger = other.laptop("P1")
        opened(stranger.store)
        assert refused(lead, make_bundle(stranger.store).content) == "Kiriman ini untuk pusat lain."
    assert refused(lead, rewritten(table, regency="35.13")) == "Kiriman ini untuk pusat lain."


def test_a_bundle_of_a_laptop_that_is_not_of_the_team_is_not_taken(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    lead, _ = tables
    stranger = in_areas(ground, "Baru", JATI)
    opened(stranger.store)
    unknown = "Laptop yang menulis kiriman ini belum dikenal di sini."
    assert refused(lead, make_bundle(stranger.store).content) == unknown
    lead.sync()
    assert brought(stranger, lead).news is BroughtNews.NEW
    assert revoke(ground.centre, "35.74", stranger.store.meta.get("device_id"), now_ms=1)
    lead.sync()
    assert {each.prefix for each in lead.store.query(team_laptops)} == {"P2"}
    registered(stranger.store)
    assert refused(lead, make_bundle(stranger.store).content) == unknown


def test_a_bundle_that_another_laptop_signed_is_told_apart(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, table = tables
    opened(table.store)
    forged = rewritten(table, signer_key=Ed25519PrivateKey.generate())
    assert refused(lead, forged) == "Tanda tangan kiriman ini bukan dari laptop P2."


def test_a_laptop_does_not_carry_its_own_bundle(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, _ = tables
    opened(lead.store)
    assert refused(lead, make_bundle(lead.store).content) == "Kiriman ini ditulis laptop ini sendiri."


def test_what_is_no_bundle_or_a_newer_one_is_told_apart(ground: Ground, tables: tuple[Laptop, Laptop]) -> None:
    lead, table = tables
    closed(ground, table)
    content = make_bundle(table.store).content
    assert content.startswith(b"FIELDKIT-BUNDLE 2")
    assert refused(lead, b"\xff\xd8\xff" * 50) == "Ini bukan berkas yang dicari."
    newer = content.replace(b"FIELDKIT-BUNDLE 2", b"FIELDKIT-BUNDLE 9", 1)
    assert refused(lead, newer) == "Berkas ini ditulis FieldKit yang lebih baru."


def test_whichever_byte_flips_or_wherever_it_ends_the_bundle_is_refused(
    ground: Ground, tables: tuple[Laptop, Laptop]
) -> None:
    """Invariant 6: a damaged bundle is refused whole, and its laptop still holds everything."""
    lead, table = tables
    closed(ground, table)
    content, waiting = make_bundle(table.store).content, Exchange(table.store).waiting()

    @settings(deadline=None)
    @given(at=st.integers(0, len(content) - 1), bit=st.integers(0, 7), cut=st.booleans())
    def is_refused(at: int, bit: int, *, cut: bool) -> None:
        spoilt = content[:at] if cut else content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]
        with pytest.raises(FileError):
            take_from_table(lead.store, spoilt)

    is_refused()
    assert lead.store.query(stood) == []
    assert Exchange(table.store).waiting() == waiting
    assert take_from_table(lead.store, content).news is BroughtNews.NEW


def rewritten(table: Laptop, *, signer_key: Ed25519PrivateKey | None = None, regency: str = "35.74") -> bytes:
    """What a table wrote with another header, signed again."""
    file = read_file(BUNDLE, make_bundle(table.store).content)
    own = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(table.store.query(usb_keys).device_secret))
    key = signer_key or own
    header = msgspec.structs.replace(
        file.read_header(BundleHeader), device_key=key.public_key().public_bytes_raw().hex(), regency=regency
    )
    return signed(head_of(BUNDLE, header, file.format), file.body, key)
