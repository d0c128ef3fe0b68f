"""The road home by USB: a bundle to the office, its receipt back, and every way in which either can be wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError
from fieldkit.host.clock import now_ms
from fieldkit.records.bundle import BUNDLE, BundleHeader
from fieldkit.records.signed_file import head_of, read_file, signed
from fieldkit.records.tables import TABLES
from fieldkit.server.devices.laptops import devices, revoke
from fieldkit.server.intake.bundles import News, Taken, take_bundle
from fieldkit.server.schema import REGENCY as REGENCY_TABLE
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.usb import usb_keys
from fieldkit.sync.bundle import Bundle, make_bundle, take_receipt
from tests.flows.enrolled import REGENCY, Ground, Laptop, ground_at
from tests.laptops import add_people, opened, registered

NAMES = ("SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI")


@pytest.fixture
def sqlite_ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


def worked(laptop: Laptop) -> None:
    """A list, an open shift and two registrations."""
    people = add_people(laptop.store, *NAMES)
    opened(laptop.store)
    registered(laptop.store, people[0])
    registered(laptop.store)


def bundle_of(laptop: Laptop) -> Bundle:
    """What waits on a laptop."""
    return make_bundle(laptop.store)


def taken(ground: Ground, bundle: Bundle | bytes) -> Taken:
    """At the office."""
    content = bundle.content if isinstance(bundle, Bundle) else bundle
    return take_bundle(ground.centre, content, now_ms(ground.clock))


def refused(ground: Ground, content: bytes) -> str:
    """The words in which the office refuses a file; nothing came in by it."""
    before = changes(ground)
    with pytest.raises(FileError) as told:
        taken(ground, content)
    assert changes(ground) == before
    return str(told.value.title)


def unread(laptop: Laptop, content: bytes) -> str:
    """The words in which the laptop refuses a receipt; everything goes on waiting."""
    before = Exchange(laptop.store).waiting()
    with pytest.raises(FileError) as told:
        take_receipt(laptop.store, content)
    assert Exchange(laptop.store).waiting() == before
    return str(told.value.title)


def changes(ground: Ground) -> int:
    """How many changes of laptops the centre has journalled."""
    with ground.centre.engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM journal WHERE origin LIKE '%-P%'")).scalar_one())


def test_a_bundle_goes_to_the_office_and_its_receipt_closes_the_loop(ground: Ground) -> None:
    by_usb, by_line = ground.laptop("P1"), ground.laptop("P2")
    worked(by_usb)
    waiting = Exchange(by_usb.store).waiting()
    bundle = bundle_of(by_usb)
    assert Exchange(by_usb.store).waiting() == waiting
    at_office = taken(ground, bundle)
    assert (at_office.news, at_office.held) == (News.NEW, bundle.last)
    closed = take_receipt(by_usb.store, at_office.receipt)
    assert (closed.waiting, closed.first, closed.last) == (0, bundle.first, bundle.last)
    by_line.sync()
    outcome = by_usb.sync()
    assert (outcome.sent, outcome.all_sent) == (0, True)
    assert by_usb.store.query(chain_is_whole)
    for table in TABLES:
        assert by_usb.rows(table) == by_line.rows(table) == ground.rows(table), table.name


def test_a_receipt_from_the_stick_leaves_the_journal_as_an_answer_on_the_line_does(sqlite_ground: Ground) -> None:
    by_usb, by_line = sqlite_ground.laptop("P1"), sqlite_ground.laptop("P2")
    sql = "SELECT number, verdict, reason, version > 0, in_base FROM journal ORDER BY number"
    for each in (by_usb, by_line):
        worked(each)
    take_receipt(by_usb.store, taken(sqlite_ground, bundle_of(by_usb)).receipt)
    by_line.sync()
    marks = [each.store.query(lambda database: database.rows(sql)) for each in (by_usb, by_line)]
    assert marks[0] == marks[1]
    kept = by_usb.store.query(lambda database: database.rows("SELECT number FROM sync_receipt"))
    assert kept == [(by_usb.store.meta.last_number,)]


def test_work_that_goes_on_after_the_bundle_waits_after_its_receipt(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    first = bundle_of(laptop)
    registered(laptop.store)
    later = laptop.store.meta.last_number - first.last
    assert take_receipt(laptop.store, taken(sqlite_ground, first).receipt).waiting == later
    assert bundle_of(laptop).first == first.last + 1


def test_a_large_bundle_holds_several_batches(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    for number in range(8):
        add_people(laptop.store, *(f"WARGA {number} {serial}" for serial in range(400)))
    bundle = bundle_of(laptop)
    answered = taken(sqlite_ground, bundle)
    assert answered.receipt.count(b"FIELDKIT-RECEIPT") == 1
    assert take_receipt(laptop.store, answered.receipt).waiting == 0
    assert changes(sqlite_ground) == bundle.last


def test_a_bundle_tells_nobody_on_the_way_who_is_in_it(sqlite_ground: Ground) -> None:
    """Invariant 12: no name, NIK or phone in the file or in its name."""
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    bundle = bundle_of(laptop)
    answered = taken(sqlite_ground, bundle)
    personal = [*(name.encode() for name in NAMES), b"SUMIATI", b"3574035211879901", b"81234901117", b"Ikan Paus"]
    for word in personal:
        assert word not in bundle.content
        assert word not in answered.receipt
    assert bundle.name == f"3574-P1.1-{bundle.first}-{bundle.last}.fkbundle"
    header = read_file(BUNDLE, bundle.content).read_header(BundleHeader)
    told = {"origin", "regency", "first", "last", "device_key", "receiver", "made_ms", "epoch"}
    assert set(msgspec.to_builtins(header)) == told


def test_where_nothing_waits_no_bundle_is_made(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    laptop.sync()
    with pytest.raises(FileError, match="Tidak ada yang menunggu"):
        bundle_of(laptop)


def test_a_bundle_that_was_taken_before_changes_nothing_and_gets_its_receipt_again(sqlite_ground: Ground) -> None:
    """Invariant 4: what is brought twice is taken once."""
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    bundle = bundle_of(laptop)
    taken(sqlite_ground, bundle)
    before = changes(sqlite_ground)
    again = taken(sqlite_ground, bundle)
    assert (again.news, changes(sqlite_ground)) == (News.DOUBLED, before)
    assert take_receipt(laptop.store, again.receipt).waiting == 0
    assert "sudah pernah dibaca" in unread(laptop, again.receipt)


def test_a_bundle_that_came_late_is_called_outdated_and_loses_nothing(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    old = bundle_of(laptop)
    registered(laptop.store)
    laptop.sync()
    before = changes(sqlite_ground)
    late = taken(sqlite_ground, old)
    assert (late.news, late.held, changes(sqlite_ground)) == (News.OUTDATED, before, before)
    assert "lewat jalan lain" in unread(laptop, late.receipt)


def test_a_bundle_that_overlaps_what_came_by_line_brings_the_rest(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    half = bundle_of(laptop)
    registered(laptop.store)
    whole = bundle_of(laptop)
    taken(sqlite_ground, half)
    answer = taken(sqlite_ground, whole)
    assert (answer.news, changes(sqlite_ground)) == (News.NEW, whole.last)
    assert take_receipt(laptop.store, answer.receipt).waiting == 0


def test_a_bundle_whose_forerunner_is_missing_is_told_apart(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    # As if the centre had been restored to a day before the first bundle.
    reply = taken(sqlite_ground, bundle_of(laptop)).receipt
    take_receipt(laptop.store, reply)
    registered(laptop.store)
    later = bundle_of(laptop)
    with sqlite_ground.centre.engine.begin() as connection:
        for table in ("journal", "origin", "receipt"):
            connection.execute(sa.text(f"DELETE FROM {table}"))
    assert refused(sqlite_ground, later.content).startswith("Sebelum kiriman ini ada perubahan")


def test_a_bundle_for_another_centre_is_not_opened(
    sqlite_ground: Ground, tmp_path: Path, postgres_database: str
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    with ground_at(postgres_database, elsewhere) as other:
        laptop, stranger = other.laptop("P1"), sqlite_ground.laptop("P1")
        worked(laptop)
        worked(stranger)
        assert refused(sqlite_ground, bundle_of(laptop).content) == "Kiriman ini untuk pusat lain."
        receipt = taken(other, bundle_of(laptop)).receipt
        assert unread(stranger, receipt) == "Bukti ini bukan dari pusat laptop ini."


def test_a_bundle_of_a_laptop_that_never_enrolled_is_not_opened(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    file, stranger = read_file(BUNDLE, bundle_of(laptop).content), Ed25519PrivateKey.generate()
    header = file.read_header(BundleHeader)
    forged = msgspec.structs.replace(header, device_key=stranger.public_key().public_bytes_raw().hex())
    content = signed(head_of(BUNDLE, forged), file.body, stranger)
    assert refused(sqlite_ground, content).startswith("Laptop yang menulis kiriman ini tidak terdaftar")


def test_one_laptop_can_not_speak_for_another(sqlite_ground: Ground) -> None:
    """A header that names another origin, signed by a laptop that is enrolled all the same."""
    one, other = sqlite_ground.laptop("P1"), sqlite_ground.laptop("P2")
    worked(one)
    file = read_file(BUNDLE, bundle_of(one).content)
    secret = bytes.fromhex(other.store.query(usb_keys).device_secret)
    key = Ed25519PrivateKey.from_private_bytes(secret)
    header = file.read_header(BundleHeader)
    forged = msgspec.structs.replace(header, device_key=key.public_key().public_bytes_raw().hex())
    content = signed(head_of(BUNDLE, forged), file.body, key)
    assert refused(sqlite_ground, content).startswith("Laptop yang menulis kiriman ini tidak terdaftar")


def test_a_receipt_for_another_laptop_marks_nothing(sqlite_ground: Ground) -> None:
    one, other = sqlite_ground.laptop("P1"), sqlite_ground.laptop("P2")
    worked(one)
    worked(other)
    assert unread(other, taken(sqlite_ground, bundle_of(one)).receipt) == "Bukti ini untuk laptop lain."


def test_a_receipt_from_before_a_restore_of_the_centre_marks_nothing(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    receipt = taken(sqlite_ground, bundle_of(laptop)).receipt
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(REGENCY_TABLE.update().values(epoch=REGENCY_TABLE.c.epoch + 1))
    Exchange(laptop.store).set_epoch(Exchange(laptop.store).epoch() + 1)
    assert unread(laptop, receipt) == "Bukti ini dari sebelum pusat dipulihkan."


def test_a_receipt_of_a_centre_that_was_restored_since_says_that_this_laptop_has_to_meet_it_once(
    sqlite_ground: Ground,
) -> None:
    """What it answered is not lost with it: one contact, or the file once more after it, closes the same work."""
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    bundle = bundle_of(laptop)
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(REGENCY_TABLE.update().values(epoch=REGENCY_TABLE.c.epoch + 1))
    receipt = taken(sqlite_ground, bundle).receipt
    assert unread(laptop, receipt) == "Pusat dipulihkan sejak laptop ini terakhir tersambung."
    Exchange(laptop.store).set_epoch(Exchange(laptop.store).epoch() + 1)
    assert take_receipt(laptop.store, receipt).waiting == 0


def test_bundle_and_receipt_are_not_taken_for_each_other_and_a_photo_for_neither(sqlite_ground: Ground) -> None:
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    bundle = bundle_of(laptop)
    receipt = taken(sqlite_ground, bundle).receipt
    for content in (receipt, b"", b"\xff\xd8\xff" * 50):
        assert refused(sqlite_ground, content) == "Ini bukan berkas yang dicari."
    assert unread(laptop, bundle.content) == "Ini bukan berkas yang dicari."
    newer = bundle.content.replace(b"FIELDKIT-BUNDLE 1", b"FIELDKIT-BUNDLE 9", 1)
    assert refused(sqlite_ground, newer) == "Berkas ini ditulis FieldKit yang lebih baru."


def test_a_revoked_laptop_hands_in_its_work_by_usb_too(sqlite_ground: Ground) -> None:
    """Invariant 10: a revoked device can still hand in work."""
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    (device,) = devices(sqlite_ground.centre, REGENCY)
    revoke(sqlite_ground.centre, REGENCY, device.id, now_ms=now_ms(sqlite_ground.clock))
    assert take_receipt(laptop.store, taken(sqlite_ground, bundle_of(laptop)).receipt).waiting == 0


def test_whichever_byte_flips_or_wherever_it_ends_the_file_is_refused(sqlite_ground: Ground) -> None:
    """Invariant 6: a damaged bundle is refused whole, and its laptop still holds everything."""
    laptop = sqlite_ground.laptop("P1")
    worked(laptop)
    bundle = bundle_of(laptop).content
    receipt = taken(sqlite_ground, bundle).receipt
    known = changes(sqlite_ground)

    @given(at=st.integers(0, len(bundle) - 1), bit=st.integers(0, 7), cut=st.booleans())
    def bundle_is_refused(at: int, bit: int, *, cut: bool) -> None:
        with pytest.raises(FileError):
            taken(sqlite_ground, bundle[:at] if cut else flipped(bundle, at, bit))

    @given(at=st.integers(0, len(receipt) - 1), bit=st.integers(0, 7), cut=st.booleans())
    def receipt_is_refused(at: int, bit: int, *, cut: bool) -> None:
        with pytest.raises(FileError):
            take_receipt(laptop.store, receipt[:at] if cut else flipped(receipt, at, bit))

    bundle_is_refused()
    receipt_is_refused()
    assert changes(sqlite_ground) == known
    assert take_receipt(laptop.store, receipt).waiting == 0


def flipped(content: bytes, at: int, bit: int) -> bytes:
    """The same with one bit the other way."""
    return content[:at] + bytes([content[at] ^ (1 << bit)]) + content[at + 1 :]
