"""The drill: the database of a laptop is destroyed in several ways, its backup put in place, and the next sync leaves
nothing lost and nothing doubled."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from fieldkit.console.laptop import Access, Who
from fieldkit.console.rescue import RescueKey, run_open
from fieldkit.console.talk import DONE
from fieldkit.domain.errors import CorruptError, OutdatedError, TooNewError
from fieldkit.host.folders import Folders, open_folders
from fieldkit.records.tables import RESIDENT, SERVICE_REQUEST
from fieldkit.server.cases import GAP
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up_everywhere
from fieldkit.store.keeping.notes import Opens
from fieldkit.store.keeping.offered import offered_backups
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.keeping.own_key import keep_key
from fieldkit.store.keeping.places import DATABASE_FILE
from fieldkit.store.keeping.restore import restore
from fieldkit.store.store import Store
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from tests.flows.enrolled import Ground, Laptop, WeatheredLine, kinds, signer
from tests.keyrings import RealKeyring
from tests.laptops import KEY, REGENCY, add_people, opened, registered
from tests.newer_programs import FINE, newer_program
from tests.rescuing import WORDS, rescue_key, rule_rescue_key

Harm = Callable[[Path], None]


def deleted(path: Path) -> None:
    for each in _with_log(path):
        each.unlink(missing_ok=True)


def gone_without_its_log(path: Path) -> None:
    """As a virus scanner takes a file away: what SQLite keeps beside it stays."""
    path.unlink()


def emptied(path: Path) -> None:
    for each in _with_log(path):
        each.write_bytes(b"")


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def written_over(path: Path) -> None:
    for each in _with_log(path):
        each.write_bytes(os.urandom(max(each.stat().st_size, 4096)) if each.exists() else b"")


def half_written_over(path: Path) -> None:
    """The first half: what a disk does that was formatted quickly, or written to by something else."""
    content = path.read_bytes()
    path.write_bytes(os.urandom(len(content) // 2) + content[len(content) // 2 :])


def _with_log(path: Path) -> tuple[Path, ...]:
    return path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


@dataclass
class Drilled:
    """A laptop with folders as it has them in the field."""

    ground: Ground
    folders: Folders
    laptop: Laptop

    @property
    def path(self) -> Path:
        """Its database."""
        return self.folders.data / DATABASE_FILE

    def work(self, *names: str) -> list[str]:
        """Somebody is taken in and registered; the numbers on their slips."""
        people = add_people(self.laptop.store, *names, on_list=False)
        return [registered(self.laptop.store, person).queue_no for person in people]

    def broken_by(self, harm: Harm) -> None:
        """The power goes while it works, and then the file is harmed: its log was not taken in yet."""
        whole = {each: each.read_bytes() for each in _with_log(self.path) if each.exists()}
        self.laptop.store.close()
        for each in _with_log(self.path):
            each.unlink(missing_ok=True)
        for each, content in whole.items():
            each.write_bytes(content)
        harm(self.path)

    def opened(self) -> Store:
        """FieldKit is started."""
        return open_store(self.folders, str, self.ground.clock)

    def restored(self) -> None:
        """The first backup that is offered is put in place, and FieldKit started."""
        first = offered_backups(self.folders)[0]
        assert first.opens is Opens.OWN
        restore(self.folders, first.backup.path, str)
        self.go_on()

    def go_on(self) -> None:
        """FieldKit is started, and somebody signs in."""
        store = self.opened()
        self.ground.open.callback(store.close)
        store.user = self.ground.lead
        line = WeatheredLine(self.ground.transport)
        engine = connect(Exchange(store), self.ground.clock, lambda _: None, line)
        self.ground.open.callback(engine.close)
        self.laptop = Laptop(store, line, engine, [])

    def close(self) -> None:
        """Whoever works here stops for now."""
        self.laptop.store.close()


@pytest.fixture
def drilled(ground: Ground, account_keyring: RealKeyring, monkeypatch: pytest.MonkeyPatch) -> Drilled:
    for room in ("backup", "offered"):
        monkeypatch.setattr(f"fieldkit.store.keeping.{room}.carried_drive", lambda: None)
    return in_the_field(ground, "P1")


def in_the_field(ground: Ground, name: str) -> Drilled:
    folders = open_folders(ground.folder / name)
    keep_key(folders, KEY, str)
    laptop = ground.laptop(f"{name}/fieldkit")
    made = Drilled(ground, folders, laptop)
    made.close()
    made.go_on()
    return made


def names_at(ground: Ground) -> list[str]:
    """Who is known at the centre."""
    return sorted(str(row[4 + RESIDENT.column_names.index("name")]) for row in ground.rows(RESIDENT))


def numbers_at(ground: Ground) -> list[str]:
    """The numbers on the slips, as the centre has them."""
    return sorted(str(row[4 + SERVICE_REQUEST.column_names.index("queue_no")]) for row in ground.rows(SERVICE_REQUEST))


def assert_nothing_lost_or_doubled(drilled: Drilled, names: list[str], numbers: list[str]) -> None:
    """Everybody is there once, at both ends, and all journals are whole."""
    ground, laptop = drilled.ground, drilled.laptop
    assert laptop.sync().all_sent
    assert laptop.sync().all_sent
    assert (names_at(ground), numbers_at(ground)) == (sorted(names), sorted(numbers))
    for table in (RESIDENT, SERVICE_REQUEST):
        assert laptop.rows(table) == ground.rows(table)
    assert laptop.store.query(chain_is_whole)
    for origin in Exchange(laptop.store).origins():
        with reading(ground.centre.engine) as connection:
            assert is_whole(connection, (REGENCY, origin))
    assert set(kinds(ground)) <= {GAP}


@pytest.mark.parametrize("harm", [deleted, gone_without_its_log, emptied, cut_off, written_over, half_written_over])
def test_what_was_sent_or_backed_up_is_there_again_and_once(drilled: Drilled, harm: Harm) -> None:
    """Sent before the backup, waiting in it, and sent after it: three kinds of work, and none of it is lost."""
    opened(drilled.laptop.store)
    sent = drilled.work("SITI NURAINI")
    assert drilled.laptop.sync().all_sent
    waiting = drilled.work("BUDI HARTONO")
    back_up_everywhere(drilled.laptop.store, drilled.folders)
    later = drilled.work("DEWI LESTARI")
    assert drilled.laptop.sync().all_sent

    drilled.broken_by(harm)
    with pytest.raises(CorruptError):
        drilled.opened()
    drilled.restored()
    after = drilled.work("EKO PRASETYO")

    names = ["SITI NURAINI", "BUDI HARTONO", "DEWI LESTARI", "EKO PRASETYO"]
    assert_nothing_lost_or_doubled(drilled, names, [*sent, *waiting, *later, *after])
    assert drilled.laptop.store.meta.origin.endswith(".2")


@pytest.mark.parametrize("harm", [deleted, written_over])
def test_a_day_without_a_network_is_in_the_backup_of_its_closing(drilled: Drilled, harm: Harm) -> None:
    """Nothing was sent all day: what the backup at the closing holds is what there is, and all of it comes home."""
    opened(drilled.laptop.store)
    numbers = drilled.work("SITI NURAINI", "BUDI HARTONO", "DEWI LESTARI")
    back_up_everywhere(drilled.laptop.store, drilled.folders)
    drilled.broken_by(harm)
    drilled.restored()
    assert_nothing_lost_or_doubled(drilled, ["SITI NURAINI", "BUDI HARTONO", "DEWI LESTARI"], numbers)


def test_a_lost_log_is_noticed_by_the_backup_and_what_was_in_it_comes_back(drilled: Drilled) -> None:
    """The file alone opens, and is whole as far as it goes: only the backup knows that it went further."""
    opened(drilled.laptop.store)
    drilled.laptop.store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
    numbers = drilled.work("SITI NURAINI", "BUDI HARTONO")
    back_up_everywhere(drilled.laptop.store, drilled.folders)
    drilled.broken_by(lambda path: path.with_name(f"{path.name}-wal").unlink())
    with pytest.raises(OutdatedError):
        drilled.opened()
    drilled.restored()
    assert_nothing_lost_or_doubled(drilled, ["SITI NURAINI", "BUDI HARTONO"], numbers)


def test_a_lost_log_whose_work_was_sent_is_noticed_by_the_centre(drilled: Drilled) -> None:
    """No backup knows of it: the centre holds more of this laptop than it has itself."""
    opened(drilled.laptop.store)
    assert drilled.laptop.sync().all_sent
    drilled.laptop.store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
    numbers = drilled.work("SITI NURAINI", "BUDI HARTONO")
    assert drilled.laptop.sync().all_sent
    drilled.broken_by(lambda path: path.with_name(f"{path.name}-wal").unlink())
    drilled.go_on()
    numbers += drilled.work("DEWI LESTARI")
    for _ in range(2):
        assert drilled.laptop.sync().all_sent
    assert names_at(drilled.ground) == ["BUDI HARTONO", "DEWI LESTARI", "SITI NURAINI"]
    assert drilled.laptop.rows(RESIDENT) == drilled.ground.rows(RESIDENT)
    assert len(numbers_at(drilled.ground)) == 3


def test_what_a_restore_that_the_power_ended_left_is_not_played_into_the_next(drilled: Drilled) -> None:
    """It may have been another backup, and what SQLite noted of that fits no other."""
    opened(drilled.laptop.store)
    numbers = drilled.work("SITI NURAINI")
    back_up_everywhere(drilled.laptop.store, drilled.folders)
    shutil.copyfile(_with_log(drilled.path)[1], drilled.folders.data / f".{DATABASE_FILE}.restore-wal")
    drilled.close()
    drilled.restored()
    assert_nothing_lost_or_doubled(drilled, ["SITI NURAINI"], numbers)
    assert not list(drilled.folders.data.glob(f".{DATABASE_FILE}*"))


def test_two_drills_after_each_other_lose_nothing_either(drilled: Drilled) -> None:
    opened(drilled.laptop.store)
    names, numbers = [], []
    for name in ("SITI NURAINI", "BUDI HARTONO"):
        names.append(name)
        numbers += drilled.work(name)
        drilled.ground.clock.pass_by(minutes=5)
        back_up_everywhere(drilled.laptop.store, drilled.folders)
        drilled.broken_by(written_over)
        drilled.restored()
    assert_nothing_lost_or_doubled(drilled, names, numbers)
    assert drilled.laptop.store.meta.origin.endswith(".3")
    assert len(list(drilled.folders.data.glob(f"{DATABASE_FILE}.damaged-*"))) >= 2


def test_what_a_newer_program_took_in_before_it_was_given_up_is_brought_home_by_the_office(
    drilled: Drilled, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The newer file holds the only copy of that work; it lies under a name that says so, and is opened as it lies."""
    ground, office = drilled.ground, in_the_field(drilled.ground, "office")
    rule_rescue_key(office.laptop.store, signer(ground, office.laptop, "head"), rescue_key())
    admin = signer(ground, office.laptop, "admin")
    assert office.laptop.sync().all_sent
    assert drilled.laptop.sync().all_sent
    opened(drilled.laptop.store)
    numbers = drilled.work("SITI NURAINI")
    office.close()
    drilled.close()

    with newer_program(tmp_path, FINE):
        drilled.go_on()
        newest = drilled.work("DEWI LESTARI", "RATNA SARI")
        drilled.close()
    with pytest.raises(TooNewError):
        drilled.opened()
    drilled.restored()
    (aside,) = drilled.folders.data.glob(f"{DATABASE_FILE}.newer-*")
    numbers += drilled.work("EKO PRASETYO")
    assert drilled.laptop.sync().all_sent
    assert names_at(ground) == ["EKO PRASETYO", "SITI NURAINI"]

    for room in ("laptop", "rescue"):
        monkeypatch.setattr(f"fieldkit.console.{room}.SystemClock", lambda: ground.clock)
    for _ in range(2):
        with newer_program(tmp_path, FINE):
            rescued(office.folders, Who(admin.user_id), aside)
            office.go_on()
            assert office.laptop.sync().all_sent
            office.close()

    names = ["SITI NURAINI", "DEWI LESTARI", "RATNA SARI", "EKO PRASETYO"]
    assert_nothing_lost_or_doubled(drilled, names, [*numbers, *newest])


def rescued(office: Folders, who: Who, file: Path) -> None:
    """`fieldkit rescue open` on the office's laptop."""
    key, said = office.data / "kantor.fkrescue", list[str]()
    key.write_bytes(rescue_key().content)
    access = Access(office.data, ask=lambda asked: "482915" if "PIN" in asked else WORDS)
    assert run_open(access, who, RescueKey(key), file, None, as_json=True, say=said.append) == DONE
    assert json.loads(said[0])["whole"] is True
