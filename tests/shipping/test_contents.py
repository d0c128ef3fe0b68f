"""What is in the packed program: no centre, nothing that nobody named, nothing that is imported late and missing."""

from __future__ import annotations

import ast
import sysconfig
from pathlib import Path

import pytest

from shipping import contents
from shipping.bundle import EXCLUDES, HIDDEN, datas, wanted
from shipping.contents import ContentsError, check_contents, packages_of, require_known_makers, require_resources
from shipping.parts import ROOT, Part, shipped_parts

SITE = Path(sysconfig.get_path("purelib"))
KNOWN = {"httpx": ["httpx"], "PySide6": ["PySide6_Essentials"], "qtawesome": ["QtAwesome"], "_pytest": ["pytest"]}


def part(name: str) -> Part:
    return Part(name, "1.0", "MIT", "", "words", f"pkg:pypi/{name}@1.0")


def packed(work: Path, *sources: Path) -> Path:
    """PyInstaller's lists as they would be, had it taken in these files."""
    late = [(name, f"/somewhere/{name}.py", "PYMODULE") for name in HIDDEN]
    entries = [*late, *((source.name, str(source), "PYMODULE") for source in sources)]
    (work / "PYZ-00.toc").write_text(repr(("archive", entries)), encoding="utf-8")
    (work / "COLLECT-00.toc").write_text(repr(("folder", [])), encoding="utf-8")
    return work


def test_the_spec_leaves_the_centre_out_and_asks_for_nothing_that_is_left_out() -> None:
    spec = (ROOT / "build_installer.spec").read_text("utf-8")
    assert "excludes=list(EXCLUDES)" in spec
    assert {"fieldkit.server", "fieldkit.demo.centre", "litestar", "uvicorn", "psycopg", "readline"} <= set(EXCLUDES)
    assert not set(EXCLUDES) & set(HIDDEN)


def test_nothing_that_is_left_out_is_imported_by_the_laptop() -> None:
    rooms = [path for path in (ROOT / "fieldkit").rglob("*.py") if "server" not in path.parts]
    left_out = {name for name in EXCLUDES if not name.startswith("fieldkit")}
    found = {
        (path.name, name)
        for path in rooms
        for name in imported(path)
        if any(name == each or name.startswith(f"{each}.") for each in left_out)
    }
    assert found == set()


def imported(path: Path) -> set[str]:
    """Every module that a file imports, late ones too."""
    names = set[str]()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update([node.module, *(f"{node.module}.{alias.name}" for alias in node.names)])
    return names


def test_the_files_of_the_laptop_travel_and_those_of_the_centre_stay() -> None:
    placed = [(Path(file).name, folder) for file, folder in datas()]
    assert ("villages.csv", "resources/regions") in placed
    assert ("Inter-Regular.otf", "resources/fonts") in placed
    assert ("fieldkit.svg", "resources/icons") in placed
    assert ("phosphor-1.3.0.ttf", "qtawesome/fonts") in placed
    assert ("env.py", "migrations/laptop") in placed
    assert len([name for name, folder in placed if folder == "migrations/laptop/versions"]) > 10
    assert [file for file, folder in datas() if not Path(file).is_file() or "__pycache__" in folder] == []
    assert not any(name.startswith(".") for name, _ in placed)
    assert not any("web" in folder or "centre" in folder or name.endswith(".ts") for name, folder in placed)
    assert [name for name, folder in placed if folder == "qtawesome/fonts" and "phosphor" not in name] == []


@pytest.mark.parametrize(
    ("name", "is_kept"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/imageformats/libqtiff.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/translations/qtbase_de.qm", False),
        ("resources/translations/fieldkit_en.qm", True),
        ("PySide6/Qt/lib/libQt6Gui.so.6", True),
        ("PySide6/Qt/lib/libQt6Network.so.6", False),
    ],
)
def test_of_qt_only_what_a_window_on_a_desktop_needs_is_kept(name: str, is_kept: bool) -> None:
    entry = (name, str(SITE / name), "BINARY")
    assert wanted([entry]) == ([entry] if is_kept else [])


def test_files_are_traced_to_the_packages_that_they_came_with() -> None:
    entries = [("httpx", str(SITE / "httpx" / "_api.py")), ("os", "/somewhere/os.py"), ("x", "-")]
    assert packages_of([*entries, ("a", str(SITE / "PySide6" / "QtCore.abi3.so"))], KNOWN) == {
        "httpx",
        "pyside6-essentials",
    }


def test_what_ships_unnamed_and_what_is_named_and_does_not_ship_both_stop_the_package(tmp_path: Path) -> None:
    work = packed(tmp_path, SITE / "httpx" / "_api.py", SITE / "qtawesome" / "fonts" / "phosphor-1.3.0.ttf")
    check_contents(work, [part("httpx"), Part("Inter", "1", "OFL-1.1", "", "words", "pkg:github/rsms/inter@v1")])
    with pytest.raises(ContentsError, match="in no list of licences: httpx"):
        check_contents(work, [])
    with pytest.raises(ContentsError, match="not shipped: jinja2"):
        check_contents(work, [part("httpx"), part("jinja2")])


def test_a_module_that_is_imported_late_and_was_not_taken_in_stops_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work = packed(tmp_path)
    monkeypatch.setattr(contents, "HIDDEN", (*HIDDEN, "keyring.backends.kwallet"))
    with pytest.raises(ContentsError, match=r"not shipped: keyring\.backends\.kwallet"):
        check_contents(work, [])


def test_a_file_that_does_not_travel_or_not_whole_stops_the_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = tmp_path / "panduan.md", tmp_path / "fieldkit/_internal/resources/panduan.md"
    here.write_text("Panduan")
    there.parent.mkdir(parents=True)
    monkeypatch.setattr(contents, "datas", lambda: [(str(here), "resources")])
    for words in ("", "Panduan lain"):
        there.write_text(words)
        with pytest.raises(ContentsError, match=r"panduan\.md"):
            require_resources(tmp_path / "fieldkit")
    there.write_text("Panduan")
    require_resources(tmp_path / "fieldkit")


def test_each_file_of_the_program_is_traced_to_whoever_made_it(tmp_path: Path) -> None:
    program, inside = tmp_path / "fieldkit", tmp_path / "fieldkit" / "_internal"
    httpx, own, unknown = SITE / "httpx" / "_api.py", ROOT / "resources" / "icons" / "fieldkit.svg", Path("/srv/x.so")
    stdlib = Path(ast.__file__)
    inside.mkdir(parents=True)
    for source in (httpx, own, stdlib):
        (inside / source.name).touch()
    (inside / "link.so").symlink_to("fieldkit.svg")
    entries = [(source.name, str(source), "DATA") for source in (httpx, own, stdlib, unknown)]
    (tmp_path / "COLLECT-00.toc").write_text(repr(("folder", entries)), encoding="utf-8")
    named = [part("httpx"), part("CPython")]
    assert require_known_makers(program, tmp_path, named) == 3
    with pytest.raises(ContentsError, match=r"_api\.py \(httpx\), ast\.py \(CPython\)"):
        require_known_makers(program, tmp_path, [])
    for name in (unknown.name, "not-of-pyinstaller"):
        (inside / name).touch()
        with pytest.raises(ContentsError, match=rf"{name} \(nobody knows\)"):
            require_known_makers(program, tmp_path, named)
        (inside / name).unlink()


def test_of_its_own_names_only_the_loader_is_not_a_package_of_the_laptop() -> None:
    assert "pyinstaller" in {each.name for each in shipped_parts()}
