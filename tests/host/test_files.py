"""Small files written whole."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from fieldkit.domain.errors import DiskFullError, FileError
from fieldkit.host.files import set_aside, write_out, write_whole


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
