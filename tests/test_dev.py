"""The parts of dev.py that decide something."""

from __future__ import annotations

import importlib.util
import mmap
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bench.__main__ import main as bench
from tests.bench.figures import at_most, read, write


def _load_dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("fieldkit_dev", Path(__file__).parents[1] / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


dev = _load_dev()


def _texts_of(source: str) -> list[str | None]:
    return [call.text for call in dev.marked_calls(source, "x.py")]


def test_texts_of_both_markers_are_collected_also_when_split_or_renamed() -> None:
    source = (
        "from fieldkit.ui.language import tr\n"
        "from fieldkit.domain.text import text as sentence\n"
        "tr('Simpan')\nsentence('Baris {n} '\n 'kosong.', n=3)\n"
    )
    assert _texts_of(source) == ["Simpan", "Baris {n} kosong."]


def test_a_text_function_of_another_library_is_left_alone() -> None:
    assert _texts_of("from sqlalchemy import text\ntext('select 1')\nfield.text()\n") == []


@pytest.mark.parametrize("argument", ["name", "f'{n} menunggu'", "'a' + b", "3", ""])
def test_a_text_that_is_not_a_plain_string_stops_the_collection(tmp_path: Path, argument: str) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "page.py").write_text(f"from fieldkit.ui.language import tr\ntr({argument})\n", encoding="utf-8")
    with pytest.raises(dev.SetupError, match=r"package/page\.py:2"):
        list(dev.collect_texts(package))


@pytest.fixture
def translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a source to compile, and a compiler that writes what the source says."""

    def compile_it(command: list[str]) -> None:
        Path(command[-1]).write_bytes(Path(command[-3]).read_bytes())

    monkeypatch.setattr(dev, "TRANSLATIONS", tmp_path / "fieldkit_en.ts")
    monkeypatch.setattr(dev, "check", compile_it)
    (tmp_path / "fieldkit_en.ts").write_text("first", encoding="utf-8")
    return tmp_path


def _written_later(source: Path, compiled: Path, words: str) -> None:
    source.write_text(words, encoding="utf-8")
    os.utime(compiled, ns=(0, 0))


@pytest.mark.skipif(os.name == "nt", reason="Windows lets nobody replace a file that is mapped")
def test_a_program_that_has_the_translations_mapped_keeps_them_while_they_are_made_anew(translations: Path) -> None:
    compiled = translations / "fieldkit_en.qm"
    dev.compile_translations()
    with compiled.open("rb") as running, mmap.mmap(running.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        _written_later(translations / "fieldkit_en.ts", compiled, "1")
        dev.compile_translations()
        assert mapped[:] == b"first"
    assert compiled.read_bytes() == b"1"
    assert sorted(each.name for each in translations.iterdir()) == ["fieldkit_en.qm", "fieldkit_en.ts"]


def test_translations_that_say_the_same_stay_where_they_are_and_are_not_made_again(translations: Path) -> None:
    compiled = translations / "fieldkit_en.qm"
    dev.compile_translations()
    before = compiled.stat()
    _written_later(translations / "fieldkit_en.ts", compiled, "first")
    dev.compile_translations()
    assert compiled.stat().st_ino == before.st_ino
    assert compiled.stat().st_mtime_ns >= (translations / "fieldkit_en.ts").stat().st_mtime_ns


def test_translations_that_can_not_be_made_leave_what_was_there(
    translations: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(command: list[str]) -> None:
        Path(command[-1]).write_bytes(b"half")
        raise dev.SetupError("lrelease")

    compiled = translations / "fieldkit_en.qm"
    dev.compile_translations()
    _written_later(translations / "fieldkit_en.ts", compiled, "second")
    monkeypatch.setattr(dev, "check", fail)
    with pytest.raises(dev.SetupError):
        dev.compile_translations()
    assert compiled.read_bytes() == b"first"
    assert sorted(each.name for each in translations.iterdir()) == ["fieldkit_en.qm", "fieldkit_en.ts"]


def test_every_text_of_fieldkit_can_be_collected() -> None:
    assert all(dev.collect_texts(dev.ROOT / "fieldkit"))


def test_merging_keeps_what_was_translated_drops_the_unused_and_marks_the_new() -> None:
    known = {"Simpan": "Save", "Usang": "Gone", "Batal": ""}
    assert dev.merge_translations(known, {"Simpan", "Batal", "Baru"}) == {"Baru": "", "Batal": "", "Simpan": "Save"}


@given(
    st.dictionaries(
        st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1), st.text("aé<&>\"'{}")
    )
)
def test_a_translation_file_reads_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, texts: dict[str, str]
) -> None:
    path = tmp_path_factory.mktemp("ts") / "fieldkit_en.ts"
    path.write_text(dev.render_translations(texts), encoding="utf-8", newline="\n")
    assert dev.read_translations(path) == texts


def test_a_translation_marked_unfinished_in_linguist_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "fieldkit_en.ts"
    written = dev.render_translations({"Simpan": "Save"}).replace("<translation>", '<translation type="unfinished">')
    path.write_text(written, encoding="utf-8")
    assert dev.read_translations(path) == {"Simpan": ""}


@pytest.mark.parametrize(
    ("in_file", "code"),
    [({"Simpan": "Save"}, 0), ({"Simpan": ""}, 1), ({}, 1), ({"Simpan": "Save", "Usang": "Gone"}, 1)],
)
def test_the_check_fails_when_a_text_is_missing_or_unused(in_file: dict[str, str], code: int) -> None:
    assert dev._report_differences(in_file, {"Simpan"}) == code


def test_a_machine_that_has_everything_installs_nothing() -> None:
    present = set(dev.QT_LIBRARIES.values())
    assert dev.missing_packages(qt_libraries=present, has_postgresql=True, has_ensurepip=True) == []


def test_only_what_is_missing_is_installed() -> None:
    present = set(dev.QT_LIBRARIES.values()) - {"libEGL.so.1"}
    missing = dev.missing_packages(qt_libraries=present, has_postgresql=False, has_ensurepip=False)
    assert missing == ["python3-venv", "libegl1", "postgresql"]


def test_a_command_without_a_window_asks_for_no_library_of_qt() -> None:
    assert dev.missing_packages(qt_libraries=None, has_postgresql=True, has_ensurepip=True) == []


def test_without_the_right_to_install_the_one_line_to_run_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: "/usr/bin/apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 1000)
    with pytest.raises(dev.SetupError, match=r"sudo sh -c 'apt-get update && apt-get install -y .* libegl1'"):
        dev.install_packages(["libegl1"])


def test_a_changed_lock_or_python_asks_for_a_new_set_up() -> None:
    stamps = {
        dev.stamp_text(lock, python, machine)
        for lock in (b"a", b"b")
        for python in ((3, 11), (3, 12))
        for machine in ("x86_64", "arm64")
    }
    assert len(stamps) == 8


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize(
    ("given_", "platform"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, None),
        ({"QT_QPA_PLATFORM": "vnc"}, "vnc"),
    ],
)
def test_without_a_display_qt_draws_into_memory(given_: dict[str, str], platform: str | None) -> None:
    assert dev.display_environment(given_).get("QT_QPA_PLATFORM") == platform


def test_unknown_arguments_are_refused_where_no_program_behind_takes_them(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        dev.main(["lint", "--fast"])
    assert "--fast" in capsys.readouterr().err


def test_a_bench_that_is_not_there_is_refused_and_those_that_are_there_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["dev.py bench", "serch"])

    with pytest.raises(SystemExit) as stopped:
        bench()

    assert stopped.value.code == 2
    assert "serch" in (told := capsys.readouterr().err)
    assert "thin-line" in told


def test_a_bench_that_fails_takes_no_other_with_it_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def measured(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        _, _, _, name, _, told = command
        if name == "start":
            return subprocess.CompletedProcess(command, 1)
        write([at_most(name, 4, "ms", 5)], Path(told))
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", measured)
    monkeypatch.setattr(sys, "argv", ["dev.py bench", "start", "search", "--json", str(tmp_path / "all.json")])

    assert bench() == 1
    assert [figure.name for figure in read(tmp_path / "all.json")] == ["search"]
    assert "start" in capsys.readouterr().out.splitlines()[-1]
