"""Putting a finished document into a folder."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from fieldkit.domain.errors import DiskFullError, ReadOnlyError
from fieldkit.reports.making.saving import save_document


def test_a_document_replaces_the_one_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"old and longer")
    save_document(path, b"new")
    assert path.read_bytes() == b"new"
    assert [file.name for file in tmp_path.iterdir()] == ["laporan.pdf"]


def test_a_full_disk_keeps_the_old_document_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "laporan.pdf"
    path.write_bytes(b"old")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(DiskFullError) as told:
        save_document(path, b"new")
    assert "penuh" in str(told.value.title)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["laporan.pdf"]


def test_a_file_that_is_open_elsewhere_is_told_in_words_without_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    path = tmp_path / "laporan.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(ReadOnlyError) as told:
        save_document(path, b"new")
    assert "terbuka di program lain" in str(told.value.advice)
    assert str(tmp_path) not in str(told.value)


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        save_document(tmp_path / "tidak-ada" / "laporan.pdf", b"new")
