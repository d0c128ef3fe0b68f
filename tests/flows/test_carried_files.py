"""The lead's laptop carries the work of another table home: into the centre once, and the receipt back on the stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import msgspec
import pytest
import sqlalchemy as sa
from enrolled import Ground, Laptop, ground_at
from laptops import KEY, add_people, opened, registered

from fieldkit.domain.errors import CentreTroubleError, FileError, OfflineError
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import open_folders
from fieldkit.host.places import migrations_dir
from fieldkit.records.relay import CarriedPiece, CarriedReply
from fieldkit.records.tables import TABLES
from fieldkit.records.wire import pack, unpack
from fieldkit.server.devices.laptops import revoke
from fieldkit.server.intake.bundles import take_bundle
from fieldkit.store.database import Database
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.farewell import wipe
from fieldkit.store.neighbours.carried import carried_files, count_carried, ready_receipts
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.store.syncing.leaving import leave_areas
from fieldkit.sync import carrying
from fieldkit.sync.bundle import make_bundle, take_receipt
from fieldkit.sync.engine import connect
from fieldkit.sync.progress import Step
from fieldkit.work.relay import BroughtNews, take_from_table
from tests.flows.enrolled import WeatheredLine
from tests.laptops import REGENCY

NAMES = ("SITI AMINAH", "BUDI SANTOSO", "SRI WAHYUNI")


@pytest.fixture
def sqlite_ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


def tables_of(ground: Ground) -> tuple[Laptop, Laptop]:
    """The lead's laptop, and that of another table whose day was handed over to it."""
    lead, table = ground.laptop("Meja ketua"), ground.laptop("Meja 2")
    lead.sync()
    lead.line.calls.clear()
    people = add_people(table.store, *NAMES)
    opened(table.store)
    registered(table.store, people[0])
    registered(table.store)
    take_from_table(lead.store, make_bundle(table.store).content)
    return lead, table


def changes(ground: Ground) -> int:
    """How many changes of laptops the centre has journalled."""
    with ground.centre.engine.connect() as connection:
        return int(connection.execute(sa.text("SELECT count(*) FROM journal WHERE origin LIKE '%-P%'")).scalar_one())


def receipt_of(lead: Laptop) -> bytes:
    """The one receipt that lies ready for the other table."""
    (ready,) = lead.store.query(ready_receipts)
    return ready.content


def answer(reply: CarriedReply) -> httpx.Response:
    """Something else than the centre says this."""
    return httpx.Response(200, headers={"content-encoding": "zstd"}, stream=httpx.ByteStream(pack(reply)))


def pieces(laptop: Laptop, into: list[CarriedPiece]) -> None:
    """Note every piece that sets out from now on."""

    def note(request: httpx.Request) -> None:
        if request.url.path.endswith("bundle"):
            into.append(msgspec.json.decode(unpack(request.content), type=CarriedPiece))

    laptop.line.before = note


def test_carried_work_arrives_with_the_leads_sync_and_its_receipt_closes_the_loop(ground: Ground) -> None:
    lead, table = tables_of(ground)
    waiting = Exchange(table.store).waiting()
    outcome = lead.sync()
    assert (outcome.cause, outcome.carried) == (None, 0)
    assert changes(ground) == waiting
    assert lead.store.query(lambda d: d.value("SELECT length(content) FROM carried_file")) == 0
    (ready,) = lead.store.query(ready_receipts)
    assert ready.name == f"3574-P2.1-1-{waiting}"

    assert Exchange(table.store).waiting() == waiting
    assert take_receipt(table.store, ready.content).waiting == 0

    for laptop in (table, lead, table):
        assert laptop.sync().cause is None
    assert changes(ground) == waiting
    for each in TABLES:
        assert lead.rows(each) == table.rows(each) == ground.rows(each), each.name


def test_the_other_laptop_may_sync_by_itself_meanwhile_and_nothing_is_doubled(ground: Ground) -> None:
    """Invariant 4: two roads home, one journal."""
    lead, table = tables_of(ground)
    registered(table.store)
    assert table.sync().all_sent
    held = changes(ground)
    assert lead.sync().carried == 0
    assert changes(ground) == held
    with pytest.raises(FileError, match="lewat jalan lain"):
        take_receipt(table.store, receipt_of(lead))
    assert table.sync().all_sent
    for each in TABLES:
        assert table.rows(each) == ground.rows(each), each.name


def test_while_a_carried_file_waits_nothing_says_that_all_is_sent(sqlite_ground: Ground, tmp_path: Path) -> None:
    """Invariant 13, and the same for what may only go once all is sent: the laptop's data, and its villages."""
    lead, _ = tables_of(sqlite_ground)
    add_people(lead.store, "NUR HASANAH")

    def cut(request: httpx.Request) -> None:
        if request.url.path.endswith("bundle"):
            raise httpx.ReadError("cut")

    lead.line.before = cut
    outcome = lead.sync()
    assert isinstance(outcome.cause, OfflineError)
    assert (outcome.failed_step, outcome.waiting, outcome.carried, outcome.all_sent) == (Step.SEND, 0, 1, False)
    assert Exchange(lead.store).waiting() == 0
    lead.store.write_local(lambda d: d.run("INSERT OR IGNORE INTO cursor (area, version) VALUES (?, 1)", REGENCY))
    lead.store.take_in(leave_areas, [])
    assert lead.store.query(lambda d: d.value("SELECT count(*) FROM cursor")) == 1
    assert wipe(lead.store, open_folders(tmp_path / "elsewhere")) is None
    lead.line.before = lambda _: None
    assert lead.sync().all_sent


def test_a_file_goes_in_pieces_and_goes_on_where_it_was_cut(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "MOST_PIECE_BYTES", 400)
    lead, table = tables_of(sqlite_ground)
    sent: list[CarriedPiece] = []
    pieces(lead, sent)

    def cut(request: httpx.Request) -> None:
        if request.url.path.endswith("bundle") and len(sent) == 3:
            raise httpx.ReadError("cut")

    lead.line.after = cut
    assert lead.sync().carried == 1
    lead.line.after = lambda _: None
    assert lead.sync().carried == 0
    (size,) = {piece.size for piece in sent}
    assert size > 4 * 400
    # The answer to the third piece was lost: it is the only one that set out twice.
    assert sum(len(piece.content) for piece in sent) == size + 400
    assert take_receipt(table.store, receipt_of(lead)).waiting == 0


def test_a_lost_last_answer_is_given_again(sqlite_ground: Ground) -> None:
    lead, table = tables_of(sqlite_ground)

    def cut(request: httpx.Request) -> None:
        if request.url.path.endswith("bundle"):
            raise httpx.ReadError("cut")

    lead.line.after = cut
    assert lead.sync().carried == 1
    held = changes(sqlite_ground)
    assert held == table.store.meta.last_number
    lead.line.after = lambda _: None
    assert lead.sync().carried == 0
    assert changes(sqlite_ground) == held
    assert take_receipt(table.store, receipt_of(lead)).waiting == 0


def test_a_centre_that_has_forgotten_the_pieces_gets_them_again(
    sqlite_ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "MOST_PIECE_BYTES", 400)
    lead, _ = tables_of(sqlite_ground)
    sent: list[CarriedPiece] = []
    pieces(lead, sent)

    def cut(_: httpx.Request) -> None:
        if len(sent) == 3:
            raise httpx.ReadError("cut")

    lead.line.after = cut
    lead.sync()
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(sa.text("DELETE FROM bundle_piece"))
    lead.line.after = lambda _: None
    assert lead.sync().carried == 0


def test_what_comes_before_its_forerunner_waits_for_it_without_being_sent_again(sqlite_ground: Ground) -> None:
    lead, table = sqlite_ground.laptop("Meja ketua"), sqlite_ground.laptop("Meja 2")
    lead.sync()
    opened(table.store)
    early = make_bundle(table.store).content
    table.store.write_local(lambda d: d.run("UPDATE journal SET verdict = 'applied', in_base = 1"))
    registered(table.store)
    take_from_table(lead.store, make_bundle(table.store).content)
    assert lead.sync().carried == 1
    assert [each.refusal for each in lead.store.query(carried_files)] == ["gap"]
    sent: list[CarriedPiece] = []
    pieces(lead, sent)
    assert lead.sync().carried == 1
    assert [len(piece.content) for piece in sent] == [0]

    take_bundle(sqlite_ground.centre, early, now_ms(sqlite_ground.clock))
    assert lead.sync().carried == 0
    assert take_receipt(table.store, receipt_of(lead)).waiting == 0


def test_what_the_centre_can_never_take_is_said_and_hinders_neither_other_files_nor_all_sent(
    sqlite_ground: Ground,
) -> None:
    """Invariant 6: it stays with its reason, and its laptop still holds all of it."""
    lead, table = tables_of(sqlite_ground)
    waiting = Exchange(table.store).waiting()
    with sqlite_ground.centre.engine.begin() as connection:
        connection.execute(sa.text("UPDATE device SET public_key = :k WHERE prefix = 'P2'"), {"k": "00" * 32})
    third = sqlite_ground.laptop("Meja 3")
    lead.sync()
    opened(third.store)
    take_from_table(lead.store, make_bundle(third.store).content)
    lead.sync()
    assert [(each.prefix, each.refusal) for each in lead.store.query(carried_files)] == [("P2", "unknown"), ("P3", "")]
    assert lead.store.query(count_carried) == 0
    assert lead.store.query(lambda d: d.value("SELECT length(content) FROM carried_file ORDER BY origin")) > 0
    assert Exchange(table.store).waiting() == waiting


def test_a_receipt_that_the_own_centre_did_not_sign_leaves_the_file_waiting(sqlite_ground: Ground) -> None:
    lead, _ = tables_of(sqlite_ground)
    centre = lead.line.centre

    def forged(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("bundle"):
            return answer(CarriedReply(held=1, receipt=b"FIELDKIT-RECEIPT 1\n"))
        return centre.handle_request(request)

    lead.line.centre = httpx.MockTransport(forged)
    outcome = lead.sync()
    assert isinstance(outcome.cause, CentreTroubleError)
    assert (outcome.failed_step, outcome.carried) == (Step.SEND, 1)
    assert lead.store.query(ready_receipts) == []


def test_a_centre_that_never_comes_to_an_end_is_not_asked_for_ever(sqlite_ground: Ground) -> None:
    lead, _ = tables_of(sqlite_ground)
    centre = lead.line.centre

    def forgetful(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("bundle"):
            return answer(CarriedReply(held=0))
        return centre.handle_request(request)

    lead.line.centre = httpx.MockTransport(forgetful)
    assert isinstance(lead.sync().cause, CentreTroubleError)
    assert lead.line.calls.count("bundle") == 2


def test_a_revoked_laptop_hands_on_what_it_carries_before_it_may_wipe_itself(sqlite_ground: Ground) -> None:
    """Invariant 10: and the other laptop is not revoked with it, so that its work is taken in as always."""
    lead, table = tables_of(sqlite_ground)
    assert revoke(sqlite_ground.centre, REGENCY, lead.store.meta.get("device_id"), now_ms=now_ms(sqlite_ground.clock))
    outcome = lead.sync()
    assert (outcome.carried, outcome.is_released) == (0, True)
    assert changes(sqlite_ground) == table.store.meta.last_number
    assert table.sync().all_sent
    assert {row[0] for row in table.store.query(lambda d: d.rows("SELECT verdict FROM journal"))} == {"applied"}


def test_what_is_carried_is_in_the_backup_and_goes_on_from_there(sqlite_ground: Ground) -> None:
    lead, _ = tables_of(sqlite_ground)
    backup = back_up(lead.store, sqlite_ground.folder / "backups").path
    lead.store.close()
    store = Store(backup, KEY, migrations_dir(), sqlite_ground.clock)
    sqlite_ground.open.callback(store.close)
    line = WeatheredLine(sqlite_ground.transport)
    engine = connect(Exchange(store), sqlite_ground.clock, lambda _: None, line)
    sqlite_ground.open.callback(engine.close)
    restored = Laptop(store, line, engine, [])
    assert store.query(count_carried) == 1
    assert restored.sync().carried == 0
    assert receipt_of(restored)


def test_a_file_whose_receipt_is_here_already_is_told_apart(sqlite_ground: Ground) -> None:
    lead, table = tables_of(sqlite_ground)
    content = make_bundle(table.store).content
    # The same changes in another file: sealing makes new bytes each time.
    with pytest.raises(FileError, match="lebih baru"):
        take_from_table(lead.store, content)
    first = lead.store.query(file_content)
    lead.sync()
    assert take_from_table(lead.store, first).news is BroughtNews.ANSWERED
    assert lead.store.query(count_carried) == 0


def file_content(database: Database) -> bytes:
    """The one file that is carried."""
    return bytes(database.value("SELECT content FROM carried_file"))
