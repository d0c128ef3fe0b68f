"""How the program comes into a menu and onto a computer: .deb and installer of Windows."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from fieldkit import __version__
from shipping import package
from shipping.debian import copyright_of
from shipping.icons import SIZES, draw_icon
from shipping.parts import ROOT, Part

LINUX = ROOT / "shipping" / "linux"


def test_the_entry_of_the_menu_is_as_desktops_want_it() -> None:
    entry = LINUX / "fieldkit.desktop"
    done = subprocess.run(["desktop-file-validate", entry], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")
    lines = entry.read_text("utf-8").splitlines()
    assert {"Icon=fieldkit", "Exec=fieldkit", "StartupWMClass=fieldkit"} <= set(lines)


def test_the_entry_of_software_centres_names_the_entry_of_the_menu() -> None:
    told = ET.parse(LINUX / "id.fieldkit.FieldKit.metainfo.xml").getroot()
    assert told.findtext("launchable") == "fieldkit.desktop"
    assert told.find("releases/release").attrib == {"version": "@VERSION@", "date": "@DATE@"}


@pytest.mark.parametrize("pixels", [SIZES[0], SIZES[-1]])
def test_the_icon_is_drawn_in_every_size(qapp: object, tmp_path: Path, pixels: int) -> None:
    draw_icon(tmp_path / "fieldkit.png", pixels)
    icon = QImage(str(tmp_path / "fieldkit.png"))
    assert (icon.width(), icon.height()) == (pixels, pixels)
    assert icon.pixelColor(0, 0).alpha() == 0
    assert icon.pixelColor(pixels // 2, pixels // 5).name() == "#f2b84b"


def test_debian_is_told_every_licence() -> None:
    told = copyright_of([Part("sqlcipher3", "0.6.4", "Zlib", "", "words", "pkg:pypi/sqlcipher3@0.6.4")])
    assert "License: Expat\n MIT License\n .\n" in told
    assert "  sqlcipher3 0.6.4: Zlib\n" in told
    assert all(line.startswith((" ", "Format", "Upstream", "Files", "Copyright", "License", "Comment")) or not line
               for line in told.splitlines())  # fmt: skip


def test_the_installer_of_windows_compiles_around_a_program(
    qapp: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "DIST", tmp_path)
    program = tmp_path / "fieldkit"
    (program / "_internal").mkdir(parents=True)
    for name in ("fieldkit.exe", "fieldkit-cli.exe", "_internal/python311.dll"):
        (program / name).write_bytes(b"MZ")
    draw_icon(tmp_path / "fieldkit.png", 256)
    made = package.build_setup(program, tmp_path / "fieldkit.png")
    assert made.name == f"FieldKit-{__version__}-setup.exe"
    assert made.read_bytes()[:2] == b"MZ"


def test_the_uninstaller_leaves_the_data_and_says_so() -> None:
    script = (ROOT / "shipping" / "windows" / "fieldkit.nsi").read_text("utf-8")
    removing = script.partition('Section "Uninstall"')[2]
    assert "$LOCALAPPDATA" not in removing
    assert "$DOCUMENTS" not in removing
    assert 'RMDir /r "$INSTDIR"' not in script
    for words in ("Data laptop ini tetap tinggal", "The data of this laptop stay"):
        assert words in script
    assert "RequestExecutionLevel user" in script
