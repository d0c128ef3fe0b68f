"""The report of coverage: by place, sex, reason and site, with its day and the missing laptops on each part."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.records.wire import SilentLaptop
from fieldkit.reports.planning.coverage import CoveragePaper, Section, coverage_paper
from fieldkit.reports.planning.coverage_files import coverage_html, write_coverage_book
from fieldkit.store.meta import Meta
from fieldkit.store.queries.coverage.places import Place
from fieldkit.store.queries.coverage.report import coverage_report
from fieldkit.store.store import Store
from fieldkit.store.told import SILENT_LAPTOPS
from tests.laptops import JATI, REGENCY, add_user, laptop
from tests.places import Somebody, counted, settle

NOW = datetime(2019, 2, 23, 12, 26, tzinfo=UTC)
MANGUNHARJO = "35.74.03.1002"


@pytest.fixture(scope="module")
def regions() -> RegionTable:
    return RegionTable(resources_dir() / "regions")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store, role="planner")
    return store


def paper(store: Store, regions: RegionTable) -> CoveragePaper:
    return coverage_paper(store.query(coverage_report, Place(REGENCY), date(2019, 2, 23)), regions, NOW)


def section(made: CoveragePaper, name: str) -> Section:
    return next(each for each in made.sections if each.name == name)


def rows(made: CoveragePaper, name: str) -> list[tuple[str | int | Decimal, ...]]:
    return [line.values for line in section(made, name).lines]


def city(store: Store) -> None:
    """Two villages, of which one has a count."""
    settle(
        store, [Somebody(JATI, sex="male", fate="recorded"), Somebody(JATI, sex=None), Somebody(JATI, fate="approved")]
    )
    settle(store, [Somebody(MANGUNHARJO, fate="away"), Somebody(MANGUNHARJO, fate="moved")], site="Balai RW 05")
    settle(store, [Somebody(MANGUNHARJO, fate="recorded", day="2019-02-21", reason="re_recording")], site="Balai RW 05")
    counted(store, JATI, "local", 100, 90)


def test_ho4_places_stand_by_their_counts_and_by_their_lists_apart(store: Store, regions: RegionTable) -> None:
    city(store)
    made = paper(store, regions)
    jati = next(row for row in rows(made, "Wilayah") if str(row[0]).endswith("Jati"))
    assert jati[1:] == (100, 91, Decimal("91.00"), 7, "–", "10-02-2019")
    mangunharjo = next(row for row in rows(made, "Wilayah") if str(row[0]).endswith("Mangunharjo"))
    assert mangunharjo[1:] == ("–", "–", "–", "–", "–", "daftar saja")
    assert rows(made, "Daftar")[-1] == ("Jumlah", 6, 2, 2, 1, 1, 1)


def test_ho4_by_sex_by_reason_and_by_site(store: Store, regions: RegionTable) -> None:
    city(store)
    made = paper(store, regions)
    assert {row[0]: row[1:3] for row in rows(made, "Jenis kelamin")} == {
        "Tidak diketahui": (1, 0),
        "Perempuan": (4, 1),
        "Laki-laki": (1, 1),
        "Jumlah": (6, 2),
    }
    assert {row[0]: row[1:3] for row in rows(made, "Keperluan")} == {
        "Rekam baru": (1, 1),
        "Rekam ulang": (1, 1),
        "Jumlah": (2, 2),
    }
    assert rows(made, "Lokasi") == [
        ("Balai RW 05", "Mangunharjo", 1, 1, 1),
        ("Kantor Kelurahan", "Jati", 1, 1, 1),
        ("Jumlah", "", 2, 2, 2),
    ]


def test_ho4_cleaning_stands_apart_and_lifts_no_percentage(store: Store, regions: RegionTable) -> None:
    city(store)
    found = {row[0]: row[2] for row in rows(paper(store, regions), "Pembersihan")}
    assert found["Meninggal, disahkan"] == found["Dilaporkan pindah"] == found["Merantau"] == 1
    assert found["Cakupan daftar, dari seluruhnya"] == Decimal("33.33")
    assert found["Terekam dari yang terjangkau, sebagai pembanding"] == Decimal("50.00")


def test_ho2_every_sheet_tells_its_day_and_the_missing_laptops(
    store: Store, regions: RegionTable, tmp_path: Path
) -> None:
    city(store)
    silent = msgspec.json.encode([SilentLaptop("P-04", "Kedopok", 0, 60, "")]).decode()
    store.write_local(lambda database: Meta(database).put(SILENT_LAPTOPS, silent))
    made = paper(store, regions)
    write_coverage_book(made, tmp_path / "cakupan.xlsx")
    book = load_workbook(tmp_path / "cakupan.xlsx")
    assert book.sheetnames == [each.name for each in made.sections]
    for sheet in book.worksheets:
        words = "\n".join(str(cell.value) for row in sheet.iter_rows(max_row=5) for cell in row if cell.value)
        assert "Per Sabtu, 23 Februari 2019 pukul 19.26" in words
        assert "Belum melapor, jadi belum terhitung: P-04 Kedopok (60 perubahan menunggu)." in words
    html = coverage_html(made)
    assert html.count("P-04 Kedopok") == len(made.sections) + 1


def test_a13_the_gap_to_the_nation_is_told_in_people_only_on_the_same_base(store: Store, regions: RegionTable) -> None:
    counted(store, REGENCY, "local", 169_067, 163_995, "2018-01-31")
    counted(store, REGENCY, "national", 169_067, 155_769, "2018-01-05")
    facts = " ".join(paper(store, regions).facts)
    assert "Selisih 8.226 orang pada wajib KTP yang sama." in facts
    counted(store, REGENCY, "national", 170_000, 155_769, "2018-01-06")
    facts = " ".join(paper(store, regions).facts)
    assert "Dasarnya belum tentu sama" in facts
    assert "8.226" not in facts


def test_an_empty_regency_has_a_report_without_figures(store: Store, regions: RegionTable) -> None:
    made = paper(store, regions)
    assert made.facts == ()
    assert rows(made, "Keperluan") == [("Jumlah", 0, 0, 0, 0)]
    assert "<table" in coverage_html(made)
