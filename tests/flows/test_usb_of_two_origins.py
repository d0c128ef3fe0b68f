"""A restored laptop with work under two origins hands in both on one stick, and one receipt closes both."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from enrolled import Ground, Laptop, WeatheredLine, ground_at
from laptops import add_people

from fieldkit.domain.errors import FileError
from fieldkit.host.clock import now_ms
from fieldkit.host.places import migrations_dir
from fieldkit.records.bundle import BUNDLE, BundleHeader, Span, seal_bundle
from fieldkit.records.signed_file import read_file
from fieldkit.records.tables import TABLES
from fieldkit.server.intake.bundles import News, Taken, take_bundle
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.usb import unsent, usb_keys
from fieldkit.sync.bundle import make_bundle, take_receipt
from fieldkit.sync.engine import connect
from tests.laptops import KEY


@pytest.fixture
def ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


def restored(ground: Ground) -> Laptop:
    """A laptop that came back from a backup with work that waits, and went on working."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI")
    assert laptop.sync().all_sent
    add_people(laptop.store, "BUDI HARTONO", on_list=False)
    backup = back_up(laptop.store, ground.folder / "backups").path
    laptop.store.close()
    store = Store(backup, KEY, migrations_dir(), ground.clock)
    ground.open.callback(store.close)
    store.user = ground.lead
    line = WeatheredLine(ground.transport)
    engine = connect(Exchange(store), ground.clock, lambda _: None, line)
    ground.open.callback(engine.close)
    add_people(store, "DEWI LESTARI", on_list=False)
    return Laptop(store, line, engine, [])


def taken(ground: Ground, content: bytes) -> Taken:
    """At the office."""
    return take_bundle(ground.centre, content, now_ms(ground.clock))


def test_one_hand_over_carries_what_waits_under_both_origins_and_one_receipt_closes_both(ground: Ground) -> None:
    """Invariant 4: and brought a second time it changes nothing."""
    laptop = restored(ground)
    waiting = Exchange(laptop.store).waiting()
    bundle = make_bundle(laptop.store)
    assert bundle.changes == waiting
    header = read_file(BUNDLE, bundle.content).read_header(BundleHeader)
    assert header.spans == [Span("3574-P1.1", 3, 3), Span("3574-P1.2", 1, 2)]

    answer = taken(ground, bundle.content)

    assert answer.news is News.NEW
    assert taken(ground, bundle.content).news is News.DOUBLED
    assert take_receipt(laptop.store, answer.receipt).waiting == 0
    assert laptop.sync().all_sent
    assert laptop.store.query(chain_is_whole)
    for table in TABLES:
        assert laptop.rows(table) == ground.rows(table), table.name


def test_what_the_centre_held_of_the_first_origin_already_hinders_nothing(ground: Ground) -> None:
    laptop = restored(ground)
    before = make_bundle(laptop.store)
    taken(ground, before.content)
    add_people(laptop.store, "SRI WAHYUNI", on_list=False)
    after = make_bundle(laptop.store)
    assert after.changes == before.changes + 1
    assert taken(ground, after.content).news is News.NEW
    assert take_receipt(laptop.store, taken(ground, after.content).receipt).waiting == 0


def test_a_receipt_of_which_half_is_known_closes_the_other_half_and_a_known_one_nothing(ground: Ground) -> None:
    laptop = restored(ground)
    before = taken(ground, make_bundle(laptop.store).content)
    add_people(laptop.store, "SRI WAHYUNI", on_list=False)
    after = taken(ground, make_bundle(laptop.store).content)
    assert take_receipt(laptop.store, before.receipt).waiting == 1
    assert take_receipt(laptop.store, after.receipt).waiting == 0
    with pytest.raises(FileError, match="sudah pernah dibaca"):
        take_receipt(laptop.store, after.receipt)


def test_a_file_that_says_more_than_it_holds_is_refused(ground: Ground) -> None:
    """A laptop's own signature does not make a header true."""
    laptop = restored(ground)
    keys, pushes = laptop.store.query(usb_keys), laptop.store.query(unsent, 1 << 20)
    header = read_file(BUNDLE, make_bundle(laptop.store).content).read_header(BundleHeader)
    signer = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(keys.device_secret))
    content = seal_bundle(header, pushes[:1], bytes.fromhex(keys.receiver), signer)
    with pytest.raises(FileError, match="rusak"):
        taken(ground, content)
