"""Folders of an installation."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from fieldkit.domain.errors import DiskFullError, ReadOnlyError
from fieldkit.host._errors import folder_errors
from fieldkit.host.folders import open_folders
from fieldkit.host.installation import installation_id


def test_a_given_root_holds_everything(tmp_path: Path) -> None:
    folders = open_folders(tmp_path / "kit")
    assert folders.data == tmp_path / "kit"
    assert {folders.backups.parent, folders.documents.parent, folders.logs.parent} == {folders.data}
    assert all(folder.is_dir() for folder in (folders.backups, folders.documents, folders.logs))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a profile's folders private by itself")
def test_what_is_made_is_closed_to_others(tmp_path: Path) -> None:
    folders = open_folders(tmp_path / "kit")
    for folder in (folders.data, folders.backups, folders.documents, folders.logs):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_opening_again_changes_nothing(tmp_path: Path) -> None:
    first = open_folders(tmp_path)
    (first.documents / "laporan.pdf").write_bytes(b"%PDF")
    assert open_folders(tmp_path) == first
    assert (first.documents / "laporan.pdf").read_bytes() == b"%PDF"


@pytest.mark.skipif(os.name == "nt", reason="the folders of Windows do not follow the environment")
def test_without_a_root_the_folders_are_those_of_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    folders = open_folders()
    assert all(
        tmp_path in folder.parents for folder in (folders.data, folders.backups, folders.documents, folders.logs)
    )
    assert folders.documents.name == "FieldKit"


def test_a_folder_that_can_not_be_made_is_told_without_its_path(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("bukan folder", "utf-8")
    with pytest.raises(ReadOnlyError) as refused:
        open_folders(tmp_path / "berkas" / "kit")
    assert str(tmp_path) not in str(refused.value)


def test_a_full_disk_is_told_as_such() -> None:
    with pytest.raises(DiskFullError), folder_errors():
        raise OSError(errno.ENOSPC, "No space left on device")


def test_the_installation_keeps_its_name(tmp_path: Path) -> None:
    name = installation_id(tmp_path)
    assert len(name) == 32
    assert installation_id(tmp_path) == name
    (tmp_path / "lain").mkdir()
    assert installation_id(tmp_path / "lain") != name


def test_a_damaged_name_is_set_aside_and_given_anew(tmp_path: Path) -> None:
    (tmp_path / "installation").write_bytes(b"\xff\x00rusak")
    name = installation_id(tmp_path)
    assert installation_id(tmp_path) == name
    assert (tmp_path / "installation.damaged-1").read_bytes() == b"\xff\x00rusak"
