"""Count files and counts that are typed in: kept as told, the newest side by side, and what does not add up flagged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.national.counts import Count, Source
from fieldkit.domain.national.file import FileKind
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.national.counts import SideBySide, counts_side_by_side
from fieldkit.store.store import Store
from fieldkit.work.lists.files import read_rows
from fieldkit.work.national.columns import guess_columns
from fieldkit.work.national.count_rows import CountCheck, check_counts
from fieldkit.work.national.taking_in import TakeInCounts, TypedCount, take_back_file, take_in_counts, type_count
from tests.laptops import REGENCY
from tests.work.list_file_makers import save_xlsx

HEADER = ("KECAMATAN", "KELURAHAN", "WAJIB KTP", "SUDAH REKAM", "BELUM REKAM")
JANUARY = date(2018, 1, 5)


def read(tmp_path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = HEADER) -> CountCheck:
    table = read_rows(save_xlsx(tmp_path / "counts.xlsx", [header, *rows]))
    columns = guess_columns(FileKind.COUNTS, table.header)
    return check_counts(table, columns, RegionTable(resources_dir() / "regions"), REGENCY)


def test_places_are_known_by_district_village_code_and_total(tmp_path: Path) -> None:
    rows = [
        ["Mayangan", "", "30.000", 28000, "2.000"],
        ["", "Jati", 9000, 8500, 500],
        ["Kec. Wonoasih", None, 20000, 19000, 1000],
        ["Entah", "", 1, 1, 0],
        ["JUMLAH", "", 50_000, 47_000, 3_000],
    ]
    check = read(tmp_path, rows)
    assert [row.place for row in check.counts] == ["35.74.03", "35.74.03.1004", "35.74.02", REGENCY]
    assert check.counts[0].count == Count(30_000, 28_000, 2_000)
    assert (check.total, check.taken, check.refused) == (5, 4, 1)
    assert {finding.problem.code for finding in check.findings} == {"place_unknown", "sum_differs"}


def test_f_t5_figures_that_do_not_add_up_are_taken_as_they_are_and_flagged(tmp_path: Path, office: Store) -> None:
    check = read(tmp_path, [["JUMLAH", "", 492_765, 445_540, 48_523]])
    assert (check.taken, check.doubtful) == (1, 1)
    assert "494.063" in str(check.findings[0].problem.message)
    office.execute(take_in_counts, TakeInCounts("Denpasar", Source.LOCAL, JANUARY, check.counts, 1, {}))
    (row,) = office.query(counts_side_by_side)
    assert row.local is not None
    assert row.local.count == Count(492_765, 445_540, 48_523)
    assert "1.298" in str(row.doubts[0])


def test_a_place_twice_and_a_number_that_can_not_be_read_are_refused(tmp_path: Path) -> None:
    rows = [
        ["35.74.03", 10, 9],
        ["35.74.03", 11, 9],
        ["35.74.02", "banyak", 9],
        ["35.73.01", 1, 1],
        ["35.74.04", "", ""],
    ]
    check = read(tmp_path, rows, ("KODE WILAYAH", "WAJIB KTP", "PEREKAMAN"))
    assert [row.place for row in check.counts] == ["35.74.03"]
    codes = [finding.problem.code for finding in check.findings]
    assert codes == ["place_twice", "number_unread", "place_unknown", "number_missing"]


def typed(source: Source, as_of: date, count: Count) -> TypedCount:
    return TypedCount(REGENCY, source, as_of, count)


def beside(store: Store) -> SideBySide:
    (row,) = store.query(counts_side_by_side)
    return row


def test_a13_local_and_national_stand_side_by_side_with_the_gap_in_people(office: Store) -> None:
    office.execute(type_count, typed(Source.NATIONAL, JANUARY, Count(169_067, 155_769)))
    office.execute(type_count, typed(Source.LOCAL, date(2018, 2, 26), Count(note="97 %")))
    row = beside(office)
    assert row.gap is not None
    assert row.gap.people == 8_226
    assert "belum diketahui" in str(row.gap.words)
    assert row.national is not None
    assert (row.national.as_of, row.national.count.left) == ("2018-01-05", 13_298)


def test_an_older_count_never_overrides_a_newer_one_and_can_be_taken_back(office: Store) -> None:
    newer = office.execute(type_count, typed(Source.NATIONAL, JANUARY, Count(100, 92)))
    office.execute(type_count, typed(Source.NATIONAL, date(2017, 1, 5), Count(100, 80)))
    assert beside(office).national.count.recorded == 92  # type: ignore[union-attr]
    back = office.execute(take_back_file, newer.file_id)
    assert beside(office).national.count.recorded == 80  # type: ignore[union-attr]
    office.execute(back.verb, back.command)
    assert beside(office).national.count.recorded == 92  # type: ignore[union-attr]


def test_a_count_needs_a_place_a_day_and_a_figure(office: Store) -> None:
    with pytest.raises(RuleError) as refused:
        office.execute(type_count, TypedCount("51.71", Source.LOCAL, None, Count()))
    assert {problem.code for problem in refused.value.problems} == {"place_unknown", "as_of_missing", "count_missing"}
