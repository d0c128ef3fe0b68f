"""A newer FieldKit is started on the data of this one, and given up again: what each of the two says, and that nothing
is lost on the way."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starting import Begin, worked

from fieldkit import __version__
from fieldkit.domain.errors import UpgradeError
from fieldkit.host.clock import SystemClock
from fieldkit.host.folders import Folders
from fieldkit.host.logs import open_log
from fieldkit.store._errors import disk_full
from fieldkit.store.database import SCHEMA_VERSION, Database
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.keeping.backup import back_up
from fieldkit.store.keeping.notes import backups_in, note_of
from fieldkit.store.keeping.opening import open_store
from fieldkit.store.syncing.exchange import Exchange
from tests.laptops import add_people
from tests.newer_programs import FAILS, FINE, NEWER, newer_program


def works(folders: Folders, name: str) -> None:
    """One more person, and nothing of it is sent."""
    store = open_store(folders, str, SystemClock())
    add_people(store, name)
    store.close()


def known(folders: Folders) -> tuple[list[str], int, str]:
    """Who is on this laptop, how many changes wait, and as what it writes."""
    store = open_store(folders, str, SystemClock())
    names = store.query(lambda database: [str(name) for (name,) in database.rows("SELECT name FROM resident")])
    assert store.query(chain_is_whole)
    assert store.query(Database.is_sound)
    found = sorted(names), Exchange(store).waiting(), store.meta.origin
    store.close()
    return found


def test_an_upgrade_that_fails_is_told_calmly_and_the_former_program_goes_on_with_all_of_it(
    begin: Begin, folders: Folders, tmp_path: Path
) -> None:
    worked(folders)
    works(folders, "BUDI HARTONO")
    before = known(folders)
    with newer_program(tmp_path, FAILS):
        app = begin()
        app.wait_for("trouble")
        assert app.says().startswith(
            "Data laptop ini belum bisa dibawa ke FieldKit yang baru Data tidak berubah dan tidak ada yang hilang"
        )
        assert [app.button(f"trouble_{name}").caption() for name in ("accept", "other", "close")] == [
            "Coba lagi", "Pulihkan cadangan", "Tutup",
        ]  # fmt: skip
        with app.another():
            app.enter()
        app.wait_for("trouble")
        begin.end()
    assert known(folders) == before
    begin().wait_for("sign_in")


def test_the_copy_of_before_the_upgrade_is_put_back_where_somebody_wants_that(
    begin: Begin, folders: Folders, tmp_path: Path
) -> None:
    worked(folders)
    works(folders, "BUDI HARTONO")
    names, waiting, origin = known(folders)
    with newer_program(tmp_path, FAILS):
        app = begin()
        app.wait_for("trouble")
        app.go_to("trouble_other")
        app.enter()
        app.wait_for("restore")
        assert app.choices("restore_backups")[0].endswith("· sebelum naik versi")
        assert f"sebelum naik ke FieldKit {__version__}" in app.label("restore_opens")
        app.ctrl_enter()
        app.wait_for("restored")
        app.enter()
        app.wait_for("trouble")
        assert app.says().startswith("Data laptop ini belum bisa dibawa ke FieldKit yang baru")
        begin.end()
    begin().wait_for("sign_in")
    begin.end()
    again, waits, writes_as = known(folders)
    assert (again, writes_as) == (names, origin.replace(".1", ".2"))
    assert waits == waiting + 1, "what waited, and the word of the restore"


def test_who_goes_back_after_an_upgrade_is_led_to_the_copy_of_before_it(
    begin: Begin, folders: Folders, tmp_path: Path
) -> None:
    worked(folders)
    works(folders, "BUDI HARTONO")
    names, waiting, _ = known(folders)
    with newer_program(tmp_path, FINE):
        begin().wait_for("sign_in")
        begin.end()
        works(folders, "RATNA SARI")
        later = known(folders)
        store = open_store(folders, str, SystemClock())
        newest = back_up(store, folders.backups).path
        store.close()
    app = begin()
    app.wait_for("trouble")
    assert app.says().startswith("Data ini ditulis FieldKit yang lebih baru Tidak ada yang diubah.")
    assert app.button("trouble_accept").caption() == "Tutup FieldKit"
    app.go_to("trouble_other")
    app.enter()
    app.wait_for("restore")
    offered = app.choices("restore_backups")
    assert "sebelum naik versi" in offered[0]
    app.digit(len(offered))
    assert app.label("restore_opens").startswith("Ditulis FieldKit yang lebih baru")
    app.ctrl_enter()
    app.wait_idle()
    assert "Data ini ditulis FieldKit yang lebih baru" in app.says()
    app.go_to("restore_backups")
    app.digit(1)
    app.ctrl_enter()
    app.wait_for("restored")
    assert f"tetap utuh sebagai fieldkit.db.newer-1, di map {folders.data}." in app.label("restored_aside")
    app.enter()
    app.wait_for("sign_in")
    begin.end()
    again, waits, _ = known(folders)
    assert (again, waits) == (names, waiting + 1)
    assert newest.exists()
    with newer_program(tmp_path, FINE):
        (aside,) = folders.data.glob("fieldkit.db.newer-*")
        aside.rename(folders.data / "fieldkit.db")
        assert set(known(folders)[0]) == set(later[0]), "what was written since lies beside it, whole"


def test_the_copy_of_before_an_upgrade_has_a_note_and_one_of_an_earlier_try_goes_with_its_own(
    begin: Begin, folders: Folders, tmp_path: Path
) -> None:
    worked(folders, escrowed=True)
    with newer_program(tmp_path, FAILS):
        for _ in range(2):
            app = begin()
            app.wait_for("trouble")
    begin.end()
    (copy,) = folders.backups.glob("*-schema*.fkb")
    note = note_of(copy)
    assert note is not None
    assert (note.schema, note.upgrade_to, note.origin) == (SCHEMA_VERSION, __version__, "3574-P2.1")
    assert note.last_number == max(each.reached[1] for each in backups_in(folders.backups))
    assert note.escrow is not None, "the office's rescue key opens it as well"
    assert len(list(folders.backups.iterdir())) == 2 * len(backups_in(folders.backups)) == 4


NAMED, NIK = "RATNA WEXQORI", "3574031211879901"
NAMES_SOMEBODY = f"""from sqlalchemy import text; op.get_bind().execute(
        text("UPDATE resident SET nik = :nik, kk = :kk WHERE name = :name"), {{"name": {NAMED!r}, "nik": {NIK!r}}})"""


@pytest.fixture
def log(folders: Folders) -> Iterator[Path]:
    root = logging.getLogger()
    level, handler = root.level, open_log(folders.logs)
    yield folders.logs / "fieldkit.log"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)


def test_invariant_12_a_step_that_fails_over_somebody_names_nobody_in_the_log(
    begin: Begin, folders: Folders, log: Path, tmp_path: Path
) -> None:
    worked(folders)
    with newer_program(tmp_path, NAMES_SOMEBODY):
        with pytest.raises(UpgradeError) as told:
            open_store(folders, str, SystemClock())
        begin().wait_for("trouble")
        begin.end()
    assert all(word in str(told.value.__cause__) for word in (NAMED, NIK)), "the look is blind"
    written = log.read_text("utf-8")
    assert written.count("the database could not be brought up") == 2
    assert "StatementError" in written
    assert f"{NEWER:04}_newer.py:" in written
    assert NAMED not in written
    assert NIK not in written


def test_a_full_disk_hinders_an_upgrade_in_words_of_a_start(
    begin: Begin, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked(folders)
    before = known(folders)

    def refuse(*_: object) -> None:
        raise disk_full()

    with newer_program(tmp_path, FINE):
        monkeypatch.setattr("fieldkit.store.keeping.before_upgrade.verified", refuse)
        app = begin()
        app.wait_for("trouble")
        assert app.says().startswith("Penyimpanan laptop penuh Semua yang tersimpan utuh.")
        begin.end()
    assert known(folders) == before
