"""`fieldkit rescue` as the office runs it: what it says and how it ends, with the right key and with a wrong one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.host.folders import Folders
from fieldkit.store.keeping.places import DATABASE_FILE
from tests.rescuing import WORDS, another_key, rescue_key, sealed_laptop
from tests.small_disks import filled, small_disk

NEW_PHRASE = "kata baru yang panjang"


def rescue(*words: str | Path, typed: str = "") -> tuple[int, str, str]:
    """Run it in a process of its own, where no keyring is; secrets come line by line."""
    null = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    ran = subprocess.run(
        [sys.executable, "-m", "fieldkit", "rescue", *map(str, words)],
        input=typed, capture_output=True, text=True, check=False, timeout=120, env={**os.environ, **null},
    )  # fmt: skip
    return ran.returncode, ran.stdout, ran.stderr


def key_file(folder: Path, content: bytes | None = None) -> Path:
    path = folder / "kantor.fkrescue"
    path.write_bytes(rescue_key().content if content is None else content)
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Folders:
    """A laptop whose account lost its key; it was sealed to the office before."""
    return sealed_laptop(tmp_path / "laptop")


def test_a_key_is_made_with_a_sheet_checked_and_never_written_over(tmp_path: Path) -> None:
    file, sheet = tmp_path / "kantor.fkrescue", tmp_path / "lembar.html"
    made = ("new-key", file, "--sheet", sheet, "--key-passphrase-fd", "0", "--json")
    code, said, trouble = rescue(*made, typed=f"{WORDS}\n{WORDS}\n")
    assert (code, trouble) == (0, "")
    told = json.loads(said)
    for part in (told["code"], told["print"]):
        assert part in sheet.read_text("utf-8")
    assert WORDS not in said + sheet.read_text("utf-8") + file.read_text("utf-8")
    code, said, _ = rescue("check", file, "--key-passphrase-fd", "0", "--json", typed=f"{WORDS}\n")
    assert (code, json.loads(said)) == (0, told)
    before = file.read_bytes()
    code, _, trouble = rescue(*made, typed=f"{WORDS}\n{WORDS}\n")
    assert (code, file.read_bytes()) == (1, before)
    assert "Berkas kantor.fkrescue sudah ada." in trouble
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kantor.fkrescue", "lembar.html"]


def test_wrong_words_and_a_damaged_file_are_told_in_words(tmp_path: Path) -> None:
    code, said, trouble = rescue("check", key_file(tmp_path), "--key-passphrase-fd", "0", typed="bukan yang itu\n")
    assert (code, said) == (1, "")
    assert "Frasa kunci darurat tidak cocok" in trouble
    code, said, trouble = rescue("check", key_file(tmp_path, b"{"), "--key-passphrase-fd", "0", typed=f"{WORDS}\n")
    assert (code, said) == (1, "")
    assert "Traceback" not in trouble
    assert trouble.strip().endswith(".")


def test_on_a_full_disk_no_key_is_left_half(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", megabytes=1) as disk, filled(disk):
        made = ("new-key", disk / "kantor.fkrescue", "--key-passphrase-fd", "0")
        code, said, trouble = rescue(*made, typed=f"{WORDS}\n{WORDS}\n")
        assert (code != 0, said) == (True, "")
        assert "tempat yang dipilih penuh" in trouble
        assert [path.name for path in disk.iterdir()] == ["filler"]


def test_a_laptop_is_unlocked_by_the_key_of_its_office_and_by_no_other(broken: Folders, tmp_path: Path) -> None:
    before = (broken.data / DATABASE_FILE).read_bytes()
    secrets = f"{WORDS}\n{NEW_PHRASE}\n{NEW_PHRASE}\n"
    fds = ("--key-passphrase-fd", "0", "--passphrase-fd", "0")
    wrong = key_file(tmp_path, another_key().content)
    code, said, trouble = rescue("unlock", "--database", broken.data, "--key", wrong, *fds, typed=secrets)
    assert (code, said) == (1, "")
    assert "Traceback" not in trouble
    assert not (broken.data / "key.json").exists()
    right = key_file(tmp_path)
    code, said, trouble = rescue("unlock", "--database", broken.data, "--key", right, *fds, typed=secrets)
    assert (code, trouble) == (0, "")
    assert said.startswith("Laptop ini terbuka lagi.")
    assert (broken.data / DATABASE_FILE).read_bytes() == before
    assert NEW_PHRASE not in (broken.data / "key.json").read_text("utf-8")
