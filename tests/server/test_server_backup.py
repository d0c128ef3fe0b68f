"""A backup of the centre, a restore from it, and what a restored centre gives out."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from field_pens import NOW_MS, PROBOLINGGO, Clock, FieldLaptop, Ground, ground_at, plain, read, resident, trouble
from litestar.testing import TestClient
from served_centre import refused, run

from fieldkit.domain.errors import FileError
from fieldkit.records.wire import EnrolRequest, Hello, LostRows, LostRowsReply, Pull, TablePage, pack
from fieldkit.server.centre import Centre, open_centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.doorway.routes import build_app
from fieldkit.server.keeping.backup import _failed, back_up, restore
from fieldkit.server.keeping.restoration import RETRY_AFTER_S, begin_epoch, confirm
from fieldkit.server.office.refill import still_lost
from fieldkit.server.regencies import epoch_of
from tests.postgres_cluster import MIGRATIONS

LATER_MS = NOW_MS + 86_400_000


@contextmanager
def opened(database: str) -> Iterator[Ground]:
    """A restored centre with its doorway."""
    centre = open_centre(database)
    clock = Clock(LATER_MS)
    try:
        with TestClient(build_app(centre, clock=clock), raise_server_exceptions=False) as client:
            yield Ground(centre, client, clock, "", "")
    finally:
        centre.close()


def moved(laptop: FieldLaptop, ground: Ground) -> FieldLaptop:
    """The laptop at the doorway of the restored centre, which it takes for the same."""
    return FieldLaptop(ground.client, laptop.enrolment, laptop.pen)


def epoch(centre: Centre) -> int:
    """The epoch of the regency."""
    with reading(centre.engine) as connection:
        return epoch_of(connection, PROBOLINGGO)


@pytest.fixture
def lost(centre_database: str, new_database: str, tmp_path: Path) -> Iterator[tuple[FieldLaptop, Ground]]:
    """A laptop that sent one person before the backup and one after it, and the centre restored from that backup."""
    file = tmp_path / "centre.backup"
    with ground_at(centre_database) as ground:
        laptop = ground.laptop()
        laptop.pen.insert("resident", resident("SITI AMINAH"))
        laptop.push()
        back_up(centre_database, file)
        laptop.pen.insert("resident", resident("BUDI SANTOSO"))
        laptop.push()
    restore(new_database, file, MIGRATIONS, now_ms=LATER_MS)
    with opened(new_database) as ground:
        yield moved(laptop, ground), ground


def test_a_restored_centre_holds_what_it_held_and_begins_a_new_epoch(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, _ = lost
    hello = read(laptop.ask("GET", "/v1/hello"), Hello)
    assert hello.epoch == LATER_MS // 1000 > 1
    assert hello.held[laptop.pen.origin].number == 1


def test_a_restored_centre_takes_in_what_it_lost_and_gives_nothing_out(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, _ = lost
    assert laptop.push(laptop.pen.batch(2)).receipt.number == 2
    asked = Pull(epoch=LATER_MS // 1000, cursors={PROBOLINGGO: 0})
    response = laptop.ask("POST", "/v1/pull", pack(asked))
    assert (trouble(response)[0], trouble(response)[1].code) == (503, "restored")
    assert response.headers["Retry-After"] == str(RETRY_AFTER_S)


def test_a_restored_centre_lets_no_laptop_in_and_spends_no_code(lost: tuple[FieldLaptop, Ground]) -> None:
    _, ground = lost
    code = issue_code(ground.centre, PROBOLINGGO, [PROBOLINGGO], now_ms=LATER_MS)
    asked = pack(EnrolRequest(code=code, device_name="Laptop Jati", public_key="ab" * 32))
    for _ in range(9):
        assert trouble(ground.client.post("/v1/enrol", content=asked))[1].code == "restored"
    assert confirm(ground.centre)
    assert ground.client.post("/v1/enrol", content=asked).status_code == 200


def test_once_the_revocations_are_confirmed_rows_are_given_out_again(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, ground = lost
    laptop.push(laptop.pen.batch(2))
    assert confirm(ground.centre)
    assert not confirm(ground.centre)
    asked = Pull(epoch=LATER_MS // 1000, cursors={PROBOLINGGO: 0})
    assert b"BUDI SANTOSO" in plain(laptop.ask("POST", "/v1/pull", pack(asked)))


def test_one_backup_restored_twice_never_gives_one_epoch_twice(sqlite_ground: Ground) -> None:
    first = begin_epoch(sqlite_ground.centre, LATER_MS)
    assert begin_epoch(sqlite_ground.centre, LATER_MS) == first + 1
    assert begin_epoch(sqlite_ground.centre, 0) == first + 2
    assert epoch(sqlite_ground.centre) == first + 2


def test_a_backup_is_taken_while_the_centre_writes(ground: Ground, tmp_path: Path, centre_database: str) -> None:
    laptop = ground.laptop()
    laptop.pen.insert("resident", resident())
    laptop.push()
    with writing(ground.centre.engine) as connection:
        connection.execute(sa.text("UPDATE feed_counter SET number = number"))
        back_up(centre_database, tmp_path / "b")
    assert (tmp_path / "b").stat().st_size > 0


def test_a_backup_is_for_its_owner_only_and_overwrites_nothing(sqlite_database: str, tmp_path: Path) -> None:
    file = tmp_path / "b"
    back_up(sqlite_database, file)
    assert file.stat().st_mode & 0o777 == 0o600
    before = file.read_bytes()
    with pytest.raises(FileError, match="sudah ada"):
        back_up(sqlite_database, file)
    assert file.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith("b")) == ["b"]


def test_a_database_that_holds_something_is_never_restored_over(
    centre_database: str, new_database: str, tmp_path: Path
) -> None:
    file = tmp_path / "b"
    with ground_at(centre_database) as ground:
        back_up(centre_database, file)
        with pytest.raises(FileError, match="sudah"):
            restore(centre_database, file, MIGRATIONS, now_ms=LATER_MS)
        assert epoch(ground.centre) == 1


def test_a_log_that_lies_there_of_a_database_that_is_gone_is_not_played_into_the_backup(
    sqlite_database: str, tmp_path: Path
) -> None:
    """The centre was killed and its damaged file moved away: SQLite would take that log for one of the backup."""
    gone, log = Path(str(sa.make_url(sqlite_database).database)), tmp_path / "log"
    with ground_at(sqlite_database) as ground:
        laptop = ground.laptop()
        back_up(sqlite_database, tmp_path / "b")
        laptop.pen.insert("resident", resident("BUDI SANTOSO"))
        laptop.push()
        shutil.copyfile(f"{gone}-wal", log)
    gone.unlink()
    log.rename(f"{gone}-wal")
    with pytest.raises(FileError, match=f"{gone.name}-wal sudah ada"):
        restore(sqlite_database, tmp_path / "b", MIGRATIONS, now_ms=LATER_MS)
    assert not gone.exists()
    assert Path(f"{gone}-wal").stat().st_size > 0


@pytest.mark.parametrize("content", [b"", b"nonsense", b"SQLite format 3\0" + b"x" * 4096, b"PGDMP" + b"x" * 4096])
def test_a_file_that_is_no_backup_changes_nothing(new_database: str, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "b"
    file.write_bytes(content)
    with pytest.raises(FileError):
        restore(new_database, file, MIGRATIONS, now_ms=LATER_MS)
    if new_database.startswith("sqlite"):
        assert not (tmp_path / "restored.sqlite").exists()
        assert not (tmp_path / "restored.sqlite.part").exists()
    else:
        engine = sa.create_engine(new_database)
        assert sa.inspect(engine).get_table_names() == []
        engine.dispose()


def test_a_damaged_backup_is_told(sqlite_database: str, tmp_path: Path) -> None:
    file = tmp_path / "b"
    with ground_at(sqlite_database) as ground:
        laptop = ground.laptop()
        for _ in range(200):
            laptop.pen.insert("resident", resident())
        laptop.push()
        back_up(sqlite_database, file)
    damaged = bytearray(file.read_bytes())
    damaged[len(damaged) // 2 : len(damaged) // 2 + 20_000] = b"\xff" * 20_000
    file.write_bytes(damaged)
    with pytest.raises(FileError):
        restore(f"sqlite:///{tmp_path / 'new'}", file, MIGRATIONS, now_ms=LATER_MS)
    assert not (tmp_path / "new").exists()


def test_what_postgresql_says_of_a_row_is_not_repeated() -> None:
    told = "x\npg_restore: error: could not execute query: ERROR:  duplicate key\nDETAIL:  Key (nik)=(3574035705909901)"
    assert "3574035705909901" not in str(_failed("pg_restore", told))
    assert "duplicate key" in str(_failed("pg_restore", told).title)


def test_backup_restore_and_confirmation_by_the_commands(
    centre_database: str, new_database: str, tmp_path: Path
) -> None:
    file = str(tmp_path / "centre.backup")
    with ground_at(centre_database) as ground:
        kept, lost = ground.laptop(), ground.laptop()
    assert "diperiksa" in run("backup", "--database", centre_database, file)
    assert "sudah ada" in refused("backup", "--database", centre_database, file)
    assert "confirm-revocations" in run("restore", "--database", new_database, file)
    run("revoke", "--database", new_database, "--regency", PROBOLINGGO, lost.enrolment.device_id)
    listed = run("confirm-revocations", "--database", new_database)
    assert f"{PROBOLINGGO}\tP1\t{kept.enrolment.device_id}\taktif" in listed
    assert f"{PROBOLINGGO}\tP2\t{lost.enrolment.device_id}\tdicabut" in listed
    assert run("confirm-revocations", "--database", new_database, "--yes") == ""
    assert "tidak sedang menunggu" in refused("confirm-revocations", "--database", new_database, "--yes")


def test_a_password_is_not_told_to_whoever_lists_processes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: list[tuple[list[str], str]] = []

    def run_it(words: list[str], *, env: dict[str, str], **_: object) -> subprocess.CompletedProcess[str]:
        seen.append((words, env.get("PGPASSWORD", "")))
        return subprocess.CompletedProcess(words, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run_it)
    back_up("postgresql://office:opensesame@db.example/centre?sslmode=require", tmp_path / "b")
    words, password = seen[0]
    assert password == "opensesame"
    assert "opensesame" not in " ".join(words)
    assert "--dbname=postgresql://office@db.example/centre?sslmode=require" in words


def offered(laptop: FieldLaptop, user: str, **values: Any) -> None:
    """A laptop says that the centre lost this of a user."""
    known = read(laptop.ask("GET", "/v1/hello"), Hello)
    (point,) = [each for each in known.restores if each.regency == PROBOLINGGO]
    columns = ["id", "regency", "area", "version", *values]
    row = [user, PROBOLINGGO, PROBOLINGGO, point.head + 1, *values.values()]
    body = LostRows(epoch=point.epoch, tables=[TablePage(table="app_user", columns=columns, rows=[row])])
    assert read(laptop.ask("POST", "/v1/lost", pack(body)), LostRowsReply).kept == 1


def test_a_user_whom_a_laptop_made_up_can_not_hide_in_the_list(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, ground = lost
    database = ground.centre.engine.url.render_as_string(hide_password=False)
    name = "Sri Rahayu\x1b[2K\x1b[1A\r"
    offered(laptop, "01691999-0000-7000-8000-000000000001", name=name, role="admin", active=1)
    listed = run("refill", "--database", database, "--regency", PROBOLINGGO)
    assert "app_user\tadmin\tSri Rahayu?" in listed
    assert "\x1b" not in listed


def test_no_laptop_says_by_which_code_a_known_user_signs_in(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, ground = lost
    named = {"name": "Rina Wulandari", "role": "lead", "active": 1}
    offered(laptop, laptop.pen.user, **named, start_code_hash="ab" * 32)
    assert still_lost(ground.centre, PROBOLINGGO) == []


def test_what_was_lost_is_listed_and_entered_by_a_command(lost: tuple[FieldLaptop, Ground]) -> None:
    laptop, ground = lost
    database = ground.centre.engine.url.render_as_string(hide_password=False)
    known = read(laptop.ask("GET", "/v1/hello"), Hello)
    (point,) = [each for each in known.restores if each.regency == PROBOLINGGO]
    row = ["01691999-0000-7000-8000-000000000001", PROBOLINGGO, PROBOLINGGO, point.head + 1, "Sri Rahayu", "admin", 1]
    columns = ["id", "regency", "area", "version", "name", "role", "active"]
    body = LostRows(epoch=point.epoch, tables=[TablePage(table="app_user", columns=columns, rows=[row])])
    assert read(laptop.ask("POST", "/v1/lost", pack(body)), LostRowsReply).kept == 1
    about = ("--database", database, "--regency", PROBOLINGGO)
    listed = run("refill", *about)
    assert "app_user\tadmin\tSri Rahayu" in listed
    assert "app_user\t1" in listed
    assert "Tunggu sampai semua laptop melapor" in listed
    assert run("refill", *about, "--yes") == "app_user\t1"
    assert "Tidak ada yang perlu" in run("refill", *about, "--yes")
    assert "Sri Rahayu" in run("user", "list", *about)
