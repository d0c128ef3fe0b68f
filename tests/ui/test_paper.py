"""HTML of documents to PDF."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from pypdf import PdfReader

from fieldkit.domain.errors import ReadOnlyError
from fieldkit.reports.closing.html import closing_record_html, daily_report_html
from fieldkit.reports.closing.shift_documents import closing_record, daily_report
from fieldkit.store.queries.closing.signed import SignedClosing
from fieldkit.ui.papers.paper import write_pdf
from tests.closings import SECTION_6, bare_document, closing, document, visitors


def pages(html: str, folder: Path) -> list[str]:
    """The text of each page, its blanks made single."""
    path = folder / "paper.pdf"
    write_pdf(html, path)
    return [re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(path).pages]


def daily(signed: SignedClosing, people: int = 3) -> str:
    return daily_report_html(daily_report(signed, visitors(people) if people else ()))


def record(signed: SignedClosing) -> str:
    return closing_record_html(closing_record(signed, visitors()))


@pytest.fixture(scope="module")
def both(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The text of the two papers."""
    folder = tmp_path_factory.mktemp("papers")
    return {
        "daily": " ".join(pages(daily(closing()), folder)),
        "record": " ".join(pages(record(closing()), folder)),
    }


@pytest.mark.parametrize("kind", ["daily", "record"])
@pytest.mark.parametrize(("field", "label", "value"), SECTION_6, ids=[field for field, _, _ in SECTION_6])
def test_the_paper_has_the_field(both: dict[str, str], kind: str, field: str, label: str, value: str) -> None:
    wanted = rf"(?<!\w){re.escape(label)}:? {re.escape(value)}(?!\d)"
    assert re.search(wanted, both[kind]), field


def test_pages_are_a4_and_numbered(tmp_path: Path) -> None:
    found = pages(daily(closing(), people=120), tmp_path)
    box = PdfReader(tmp_path / "paper.pdf").pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (595, 842)
    assert len(found) == 5
    for number, page in enumerate(found, start=1):
        assert f"Halaman {number} dari 5" in page


def test_the_list_of_visitors_repeats_its_head_and_loses_nobody(tmp_path: Path) -> None:
    found = pages(daily(closing(), people=120), tmp_path)
    assert all("Antrean Nama L/P NIK" in page for page in found[2:])
    assert re.findall(r"P2-\d{3}", " ".join(found)) == [*(f"P2-{n:03}" for n in range(1, 120)), "P2-999"]


def test_no_nik_is_readable(both: dict[str, str]) -> None:
    assert "357403******9901" in both["daily"]
    assert not re.search(r"\d{11,}", both["daily"].replace(" ", ""))


def test_the_file_is_titled_without_a_person(tmp_path: Path) -> None:
    pages(daily(closing()), tmp_path)
    about = PdfReader(tmp_path / "paper.pdf").metadata
    assert about is not None
    assert about.title == "Laporan harian · Kelurahan Jati · 23 Februari 2019 · Shift sore · penutupan ke-1"
    assert about.creator == "FieldKit"
    assert not about.author


def test_only_an_unsigned_paper_is_marked_and_on_every_page(tmp_path: Path) -> None:
    assert all("BELUM DITANDATANGANI" in page for page in pages(record(closing(signature="")), tmp_path))
    assert not any("BELUM DITANDATANGANI" in page for page in pages(record(closing()), tmp_path))


def test_inter_is_in_the_file(tmp_path: Path) -> None:
    pages(daily(closing()), tmp_path)
    fonts = PdfReader(tmp_path / "paper.pdf").pages[0]["/Resources"]["/Font"].values()
    assert {font.get_object()["/BaseFont"].split("+")[-1] for font in fonts} >= {"/Inter-Regular", "/Inter-Bold"}


@pytest.mark.parametrize("incidents", range(36, 50))
def test_signatures_are_never_cut_in_two(tmp_path: Path, incidents: int) -> None:
    power = {
        "kind": "power",
        "began_at": "2019-02-23T09:00:00.000Z",
        "ended_at": "2019-02-23T09:09:00.000Z",
        "effect": "",
    }
    found = pages(daily(closing(document(incidents=[power] * incidents)), people=0), tmp_path)
    signed = [page for page in found if "Mengetahui" in page]
    assert len(signed) == 1
    assert "Nama, NIP, cap" in signed[0]
    assert "sidik" in signed[0]


def test_a_table_longer_than_a_page_goes_on_over_the_next(tmp_path: Path) -> None:
    rows = "".join(f"<tr><td>baris {number}.</td></tr>" for number in range(200))
    text = " ".join(pages(f"<title>x</title><table>{rows}</table>", tmp_path))
    assert [f"baris {number}." in text for number in range(200)] == [True] * 200


def test_names_with_marks_of_html_are_printed_as_they_are(tmp_path: Path) -> None:
    present = [{"name": "Budi <b>& Co</b>", "role": "lead", "until": ""}]
    assert "Budi <b>& Co</b>" in " ".join(pages(daily(closing(document(present=present))), tmp_path))


def test_a_bare_document_prints_dashes(tmp_path: Path) -> None:
    text = " ".join(pages(daily(closing(bare_document())), tmp_path))
    assert "Surat tugas –" in text
    assert "Datang –" in text
    assert "Ribbon (cetakan) Dibawa –" in text


def test_a_paper_can_be_written_in_a_lane(tmp_path: Path) -> None:
    html = daily(closing())
    with ThreadPoolExecutor(1) as lane:
        lane.submit(write_pdf, html, tmp_path / "lane.pdf").result()
    assert len(PdfReader(tmp_path / "lane.pdf").pages) == 3


def test_a_folder_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        write_pdf("<p>x</p>", tmp_path / "tidak-ada" / "paper.pdf")
