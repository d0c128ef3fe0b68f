"""An office's template neither holds the program nor fills its memory, and reaches no file and no network."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from fieldkit.domain.errors import FileError
from fieldkit.host.apart import COUNTS_WORK
from fieldkit.reports.closing.html import daily_report_html
from fieldkit.reports.closing.shift_documents import daily_report
from fieldkit.reports.making import filling
from tests.closings import closing, visitors

ENDLESS = "Templat kantor tidak selesai diisi, atau hasilnya terlalu besar."
LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% for c in range(99999) %}{% endfor %}{% endfor %}"
COUNTED = pytest.mark.skipif(not COUNTS_WORK, reason="this system does not count the work of a process")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="memory is limited on Linux only")


def filled(folder: Path, template: str) -> str:
    """The daily report with this letterhead."""
    (folder / "kop.html").write_text(template, encoding="utf-8")
    return daily_report_html(daily_report(closing(), visitors()), [folder])


def refusal(folder: Path, template: str) -> str:
    with pytest.raises(FileError) as told:
        filled(folder, template)
    assert "templat asli" in str(told.value.advice)
    return str(told.value.title)


def test_a_paper_is_the_same_whichever_process_fills_it(tmp_path: Path) -> None:
    kop = (filling.resources_dir() / "documents" / "kop.html").read_text(encoding="utf-8")
    assert filled(tmp_path, kop) == daily_report_html(daily_report(closing(), visitors()))


def test_a_template_that_never_ends_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filling, "MAX_SECONDS", 2.0)
    assert refusal(tmp_path, LOOP + "{% endfor %}") == ENDLESS


@COUNTED
def test_a_template_that_never_ends_is_stopped_by_its_work_however_long_others_hold_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "MAX_CPU_SECONDS", 1)
    assert refusal(tmp_path, LOOP + "{% endfor %}") == ENDLESS


@LINUX
@pytest.mark.parametrize(
    "greedy",
    [
        "{{ 'a' * 10 ** 10 }}",
        "{{ [0] * 10 ** 10 }}",
        "{{ 'x'.ljust(10 ** 10) }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:9999999999}'.format(1) }}",
        "{{ 'a' | center(10 ** 10) }}",
        "{{ lipsum(10 ** 9) }}",
    ],
)
def test_a_template_that_wants_all_memory_is_refused_and_the_app_lives_on(
    tmp_path: Path, greedy: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filling, "MAX_SECONDS", 6.0)
    assert refusal(tmp_path, greedy) in {ENDLESS, "Templat kantor kop.html rusak di baris 1."}


def test_a_template_that_writes_a_book_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "{% for a in range(99999) %}{{ 'a' * 99 }}{% endfor %}") == ENDLESS


def test_a_template_that_calls_itself_for_ever_is_broken(tmp_path: Path) -> None:
    assert "kop.html" in refusal(tmp_path, '{% include "kop.html" %}')
    assert "kop.html" in refusal(tmp_path, "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}")


@pytest.mark.parametrize(
    "reach",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ report.__init__.__globals__ }}",
        "{{ report.__reduce__() }}",
        "{{ (report | attr('__class__')).mro() }}",
        "{{ ''.format.__globals__ }}",
        "{{ '{0.__class__}'.format(report) }}",
        "{% import 'os' as os %}{{ os.system('id') }}",
        "{{ open('/etc/passwd').read() }}",
        '{% include "/etc/passwd" %}',
        '{% include "../../../../etc/passwd" %}',
        '{% extends "http://127.0.0.1:9/x.html" %}',
        "{{ report.attendance.append(1) }}",
    ],
)
def test_a_template_reaches_nothing_but_the_words_of_its_paper(tmp_path: Path, reach: str) -> None:
    title = refusal(tmp_path, reach)
    assert "rusak di baris 1" in title or "tidak ditemukan" in title


def test_what_the_process_says_is_bounded_and_a_babbling_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = subprocess.Popen
    for says in ("import sys; sys.stdin.read(); print('x')", "import os; os.abort()"):
        command = [sys.executable, "-c", says]
        monkeypatch.setattr(subprocess, "Popen", lambda _, command=command, **options: start(command, **options))
        assert refusal(tmp_path, "x") == ENDLESS


def test_the_installed_program_fills_through_its_own_hidden_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    start = subprocess.Popen

    def started(command: list[str], **options: object) -> subprocess.Popen[bytes]:
        commands.append(command)
        return start([sys.executable, "-m", "fieldkit", *command[1:]], **options)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(subprocess, "Popen", started)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "KOP KITA" in filled(tmp_path, "<p>KOP KITA</p>")
    assert commands == [[sys.executable, "fill-template"]]


def test_no_process_is_started_for_the_templates_of_the_house(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(filling, "start_apart", lambda *_: pytest.fail("not needed"))
    assert daily_report_html(daily_report(closing()), [tmp_path, tmp_path / "not there"])
