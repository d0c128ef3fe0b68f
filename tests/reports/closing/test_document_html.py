"""Documents as HTML, and templates that an office edits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from fieldkit.domain.errors import FileError
from fieldkit.host.places import resources_dir
from fieldkit.reports.closing.html import closing_record_html, daily_report_html
from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from tests.closings import closing, document, visitors

TEMPLATES = resources_dir() / "documents"


def html(folder: Path | None = None) -> str:
    return daily_report_html(daily_report(closing(), visitors()), [folder] if folder else [])


def test_names_with_marks_of_html_are_shown_as_they_are() -> None:
    present = [{"name": "Budi <b>& Co</b>", "role": "<script>", "until": ""}]
    shown = daily_report_html(daily_report(closing(document(present=present, remarks="1 < 2 & 3"))))
    assert "Budi &lt;b&gt;&amp; Co&lt;/b&gt;" in shown
    assert "1 &lt; 2 &amp; 3" in shown
    assert "<script>" not in shown


def test_only_an_unsigned_paper_is_marked() -> None:
    preview = closing(signature="")
    assert "BELUM DITANDATANGANI" not in html()
    assert daily_report_html(daily_report(preview)).count("BELUM DITANDATANGANI") == 2
    assert closing_record_html(closing_record(preview)).count("BELUM DITANDATANGANI") == 2


def test_the_annex_is_left_out_where_nobody_is_listed() -> None:
    assert "DAFTAR HADIR" in html()
    assert "DAFTAR HADIR" not in daily_report_html(daily_report(closing()))


def test_a_copy_in_the_folder_of_the_office_wins(tmp_path: Path) -> None:
    (tmp_path / "kop.html").write_text("<p>KOP KANTOR {{ report.letterhead.office }}</p>", encoding="utf-8")
    assert "KOP KANTOR DINAS" in html(tmp_path)
    assert "KOP KANTOR" not in html()


def test_the_first_of_several_folders_wins(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kop.html").write_text(f"kop {name}", encoding="utf-8")
    shown = daily_report_html(daily_report(closing()), [tmp_path / "a", tmp_path / "b"])
    assert "kop a" in shown
    assert "kop b" not in shown


def test_a_folder_that_is_not_there_changes_nothing(tmp_path: Path) -> None:
    assert html(tmp_path / "tidak-ada") == html()


@pytest.mark.parametrize(
    "broken",
    [
        "{% if report.mark %}",
        "{{ report.markk }}",
        "{{ report.people.figures[0].salah }}",
        "{{ 1 / 0 }}",
        "{{ tidak_ada() }}",
        "{{ report.__class__.__mro__ }}",
        "{% for x in range(99999999) %}{% endfor %}",
        "{{ report.title | saring }}",
    ],
)
def test_a_broken_template_is_named_with_its_line(tmp_path: Path, broken: str) -> None:
    (tmp_path / "kop.html").write_text(f"<p>satu</p>\n<p>dua</p>\n{broken}\n", encoding="utf-8")
    with pytest.raises(FileError) as told:
        html(tmp_path)
    title = str(told.value.title)
    assert "kop.html" in title
    assert "baris 3" in title or ("if" in broken and "baris" in title)


def test_a_broken_main_template_is_named_with_its_line(tmp_path: Path) -> None:
    shutil.copy(TEMPLATES / "laporan-harian.html", tmp_path)
    lines = (tmp_path / "laporan-harian.html").read_text(encoding="utf-8").splitlines()
    lines[6] = "{{ report.salah }}"
    (tmp_path / "laporan-harian.html").write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(FileError, match=r"laporan-harian\.html rusak di baris 7"):
        html(tmp_path)


def test_a_template_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "kop.html").write_bytes(b"<p>satu</p>\n<p>caf\xe9</p>\n")
    with pytest.raises(FileError, match=r"kop\.html rusak di baris 2"):
        html(tmp_path)


def test_a_template_that_is_included_but_missing_is_named(tmp_path: Path) -> None:
    (tmp_path / "kop.html").write_text('{% include "logo.html" %}', encoding="utf-8")
    with pytest.raises(FileError, match=r"logo\.html tidak ditemukan"):
        html(tmp_path)


def test_a_template_can_not_reach_out_of_its_folders(tmp_path: Path) -> None:
    (tmp_path / "rahasia.txt").write_text("rahasia", encoding="utf-8")
    office = tmp_path / "kantor"
    office.mkdir()
    (office / "kop.html").write_text('{% include "../rahasia.txt" %}', encoding="utf-8")
    with pytest.raises(FileError, match="tidak ditemukan"):
        html(office)
