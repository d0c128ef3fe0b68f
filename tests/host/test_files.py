"""Small files written whole."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from fieldkit.domain.errors import DiskFullError, FileError
from fieldkit.host.files import copy_file, move_file, read_small, set_aside, write_out, write_whole


def test_a_file_is_replaced_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "kecil"
    write_whole(path, b"lama")
    write_whole(path, b"baru")
    assert [each.name for each in tmp_path.iterdir()] == ["kecil"]
    assert path.read_bytes() == b"baru"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_only_the_owner_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "kecil", b"isi")
    assert stat.S_IMODE((tmp_path / "kecil").stat().st_mode) == 0o600


def test_a_disk_that_fills_up_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kecil"
    write_whole(path, b"lama")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFullError):
        write_whole(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert [each.name for each in tmp_path.iterdir()] == ["kecil"]


def test_a_full_stick_is_no_full_laptop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError) as refused:
        write_out(tmp_path / "kiriman", b"isi")
    assert str(refused.value.title) == "Berkas belum ditulis: tempat yang dipilih penuh."
    assert list(tmp_path.iterdir()) == []


def test_setting_aside_overwrites_nothing(tmp_path: Path) -> None:
    path = tmp_path / "rusak.json"
    for content in (b"satu", b"dua"):
        path.write_bytes(content)
        set_aside(path)
    assert not path.exists()
    assert (tmp_path / "rusak.json.damaged-1").read_bytes() == b"satu"
    assert (tmp_path / "rusak.json.damaged-2").read_bytes() == b"dua"
    path.write_bytes(b"tiga")
    assert set_aside(path, "newer").name == "rusak.json.newer-1"


def test_a_small_file_is_read_up_to_the_very_last_byte_that_it_may_have(tmp_path: Path) -> None:
    file = tmp_path / "mark"
    file.write_bytes(bytes(16))
    assert read_small(file, 16) == bytes(16)
    assert read_small(file, 15) == b""


@pytest.mark.parametrize(
    "put",
    [
        lambda source, target: write_whole(target, b"new"),
        lambda source, target: write_out(target, b"new"),
        copy_file,
        move_file,
    ],
    ids=["written", "written out", "copied", "moved"],
)
def test_a_new_name_is_on_the_disk_before_the_file_counts_as_there(
    put: Callable[[Path, Path], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source, target = tmp_path / "source", tmp_path / "beside" / "target"
    source.write_bytes(b"new")
    target.parent.mkdir()
    settle, settled = os.fsync, list[bool]()

    def noting(handle: int) -> None:
        if os.path.samestat(os.fstat(handle), target.parent.stat()):
            settled.append(target.exists())
        settle(handle)

    monkeypatch.setattr(os, "fsync", noting)
    put(source, target)
    assert settled == [True]
