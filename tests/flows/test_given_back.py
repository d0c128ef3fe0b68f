"""A laptop is lost, or given back: the centre takes its work, and then nothing of anybody is on it (invariant 10)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from enrolled import URL, Ground, Laptop, WeatheredLine, device_of, ground_at, kinds
from restoring import backed_up, opened_at, restored

from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.host.clock import now_ms
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.tables import RESIDENT
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.devices.laptops import devices, revoke
from fieldkit.server.keeping.restoration import confirm
from fieldkit.server.office.refill import still_lost
from fieldkit.server.office.writing import add_user
from fieldkit.store.drafts import keep_draft
from fieldkit.store.keeping.backup import back_up, back_up_everywhere
from fieldkit.store.keeping.farewell import farewell_of, wipe
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.safety import choose_second_place
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.doorway import Doorway
from fieldkit.sync.engine import connect
from fieldkit.sync.enrolment import enrol
from fieldkit.work.giving_back import give_back, keep_laptop
from tests.keyrings import RealKeyring
from tests.laptops import REGENCY, add_people, opened
from tests.marks import Marks, files_below, scan

MARKED = "SITI WEXQORI"
MARKS = Marks(frozenset({"Wexqori"}), frozenset({"81234509903"}))


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return open_folders(tmp_path / "laptop")


@pytest.fixture
def sqlite(tmp_path: Path, sqlite_database: str) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


def in_folders(ground: Ground, folders: Folders) -> Laptop:
    """A laptop as it stands on a disk, with its key in the keyring; whoever leads is signed in."""
    store = open_store(folders, str, ground.clock)
    ground.open.callback(store.close)
    line = WeatheredLine(ground.transport)
    code = issue_code(ground.centre, REGENCY, areas=[REGENCY], now_ms=now_ms(ground.clock))
    enrol(Doorway(URL, transport=line), Exchange(store), code, "Laptop P2")
    engine = connect(Exchange(store), ground.clock, lambda _: None, line)
    ground.open.callback(engine.close)
    laptop = Laptop(store, line, engine, [])
    store.user = ground.lead
    laptop.sync()
    return laptop


def worked_on(laptop: Laptop, folders: Folders, second: Path) -> Path:
    """Marked people, half a form, backups in both places, and a paper; returns the paper."""
    second.mkdir()
    choose_second_place(folders, str(second))
    add_people(laptop.store, MARKED)
    now = laptop.store.clock.now_utc()
    laptop.store.write_local(keep_draft, laptop.store.user, "register", f"{MARKED} 081234509903", now)
    back_up_everywhere(laptop.store, folders)
    paper = folders.documents / "daftar-hadir.csv"
    paper.write_text(MARKED, "utf-8")
    return paper


def nothing_is_left(folders: Folders, second: Path, account_keyring: RealKeyring) -> None:
    assert [path.name for path in files_below([folders.data, second])] == ["handed-in.json"]
    assert scan(MARKS, [folders.data, second], []) == {}
    assert account_keyring.entries == {}


def test_a_lost_laptop_hands_in_what_waited_and_keeps_no_byte_of_anybody(
    sqlite: Ground, folders: Folders, account_keyring: RealKeyring, tmp_path: Path
) -> None:
    lost = in_folders(sqlite, folders)
    paper = worked_on(lost, folders, tmp_path / "second")
    assert set(scan(MARKS, [folders.data], [])) == {str(paper)}, "the search is not blind, and the rest is sealed"
    revoke(sqlite.centre, REGENCY, device_of(lost), now_ms=now_ms(sqlite.clock))
    outcome = lost.sync()
    assert outcome.is_released
    told = wipe(lost.store, folders)
    assert told is not None
    assert (told.number, told.is_given_back) == (2, False)
    nothing_is_left(folders, tmp_path / "second", account_keyring)
    assert kinds(sqlite) == ["revoked"], "kept for the office, applied by nobody else"
    assert sqlite.rows(RESIDENT) == []


def test_a_lost_laptop_that_meets_no_centre_keeps_its_work(
    sqlite: Ground, folders: Folders, account_keyring: RealKeyring, tmp_path: Path
) -> None:
    lost = in_folders(sqlite, folders)
    worked_on(lost, folders, tmp_path / "second")
    revoke(sqlite.centre, REGENCY, device_of(lost), now_ms=now_ms(sqlite.clock))

    def away(_request: httpx.Request) -> None:
        raise httpx.ConnectError("")

    lost.line.before = away
    outcome = lost.sync()
    assert not outcome.is_released
    assert wipe(lost.store, folders) is None
    assert farewell_of(folders) is None
    assert account_keyring.entries


def test_a_laptop_that_is_given_back_is_let_go_once_all_of_it_arrived(
    sqlite: Ground, folders: Folders, account_keyring: RealKeyring, tmp_path: Path
) -> None:
    laptop = in_folders(sqlite, folders)
    worked_on(laptop, folders, tmp_path / "second")
    with pytest.raises(RuleError, match=r"2 catatan belum sampai di pusat") as told:
        laptop.store.execute(give_back)
    assert [problem.code for problem in told.value.problems] == ["unsent"]
    laptop.sync()
    laptop.store.execute(give_back)
    outcome = laptop.sync()
    assert outcome.is_released
    farewell = wipe(laptop.store, folders)
    assert farewell is not None
    assert (farewell.number, farewell.is_given_back) == (2, True)
    nothing_is_left(folders, tmp_path / "second", account_keyring)
    assert kinds(sqlite) == [], "its work was sent while it was at work: nothing of it is put aside"
    assert len(sqlite.rows(RESIDENT)) == 1
    assert [each.is_revoked for each in devices(sqlite.centre, REGENCY)] == [True]


def test_what_is_saved_after_it_was_given_back_goes_out_first(ground: Ground) -> None:
    laptop = ground.laptop("table")
    laptop.store.execute(give_back)
    add_people(laptop.store, MARKED)
    first = laptop.sync()
    assert (first.all_sent, first.is_released) == (True, False)
    assert len(ground.rows(RESIDENT)) == 1
    assert laptop.sync().is_released
    assert kinds(ground) == []


def test_a_centre_that_lacks_some_of_it_does_not_let_the_laptop_go(ground: Ground) -> None:
    """As one that was restored meanwhile, and asks for the work again: it is not to be put aside as of one shut out."""
    laptop = ground.laptop("table")
    add_people(laptop.store, MARKED)
    # The laptop believes that it was answered.
    laptop.store.write_local(lambda d: d.run("UPDATE journal SET verdict = 'applied'"))
    laptop.store.execute(give_back)
    assert not laptop.sync().is_released
    assert len(ground.rows(RESIDENT)) == 1
    assert laptop.sync().is_released
    assert kinds(ground) == []


def test_who_changes_the_mind_in_time_keeps_the_laptop(ground: Ground) -> None:
    laptop = ground.laptop("table")
    laptop.store.execute(give_back)
    laptop.store.execute(keep_laptop)
    outcome = laptop.sync()
    assert (outcome.cause, outcome.is_released) == (None, False)


def test_an_open_shift_is_closed_first_and_only_who_leads_gives_a_laptop_back(ground: Ground) -> None:
    laptop = ground.laptop("table")
    opened(laptop.store)
    laptop.sync()
    with pytest.raises(RuleError) as told:
        laptop.store.execute(give_back)
    assert [problem.code for problem in told.value.problems] == ["shift_open"]
    made, _ = add_user(ground.centre, REGENCY, name="Budi Santoso", role="operator", now_ms=now_ms(ground.clock))
    laptop.sync()
    laptop.store.user = UserId(made)
    for act in (give_back, keep_laptop):
        with pytest.raises(RuleError) as refused:
            laptop.store.execute(act)
        assert [problem.code for problem in refused.value.problems] == ["not_lead"]
    assert not laptop.sync().is_released


def test_a_centre_that_was_restored_has_what_it_lost_of_others_before_it_lets_a_laptop_go(
    ground: Ground, new_database: str
) -> None:
    """The one that wrote it is gone: the copy here may be the last one."""
    gone, last = ground.laptop("gone"), ground.laptop("last")
    backed_up(ground)
    add_people(gone.store, "SITI NURAINI", "BUDI HARTONO")
    assert gone.sync().all_sent
    assert last.sync().cause is None
    last.store.execute(give_back)
    ground.clock.pass_by(hours=1)

    after = restored(ground, new_database, last)
    confirm(after.centre)
    assert not last.sync().is_released
    lost = [each.table for each in still_lost(after.centre, REGENCY)]
    assert lost.count(RESIDENT.name) == 2
    assert last.sync().is_released


def test_a_laptop_is_let_go_under_the_origin_that_it_wrote_under_last(ground: Ground, new_database: str) -> None:
    """The restored centre holds as many changes of the origin before, and none of the present one."""
    laptop = ground.laptop("P1")
    add_people(laptop.store, "SITI NURAINI", "BUDI HARTONO")
    assert laptop.sync().all_sent
    copy = back_up(laptop.store, ground.folder / "backups").path
    backed_up(ground)
    laptop.store.close()
    laptop = opened_at(ground, copy)
    add_people(laptop.store, "SUMIATI")
    assert laptop.sync().all_sent
    laptop.store.execute(give_back)
    ground.clock.pass_by(hours=1)
    after = restored(ground, new_database, laptop)
    confirm(after.centre)
    for _ in range(3):
        outcome = laptop.sync()
    assert outcome.is_released
    assert "revoked" not in kinds(after)
    assert len(after.rows(RESIDENT)) == 3
