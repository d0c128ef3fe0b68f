"""Lists and Coverage around midnight in Papua: the day is that of the site, where UTC is still on the former one.

23.30 and 00.30 WIT are of one day by UTC, and so is 08.30 of the next morning there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fieldkit.console import lists
from fieldkit.console.laptop import Access, Who
from fieldkit.console.lists import Import, place_of, run_import
from fieldkit.store.meta import Meta
from fieldkit.store.queries.coverage.page import coverage_now
from fieldkit.store.queries.lists.versions import list_versions
from fieldkit.store.store import Store
from tests.laptops import JATI, StillClock, add_user, laptop

HOURS = [
    (datetime(2019, 2, 23, 14, 30, tzinfo=UTC), date(2019, 2, 23)),
    (datetime(2019, 2, 23, 15, 30, tzinfo=UTC), date(2019, 2, 24)),
    (datetime(2019, 2, 23, 23, 30, tzinfo=UTC), date(2019, 2, 24)),
]


def in_papua(folder: Path, now_utc: datetime) -> Store:
    store = laptop(folder, StillClock(now_utc))
    store.write_local(lambda database: Meta(database).put("regency", "94.71"))
    add_user(store)
    return store


@pytest.fixture
def list_file(tmp_path: Path) -> Path:
    file = tmp_path / "daftar.csv"
    file.write_text("Nama;Tgl Lahir;RT;RW\nSITI AMINAH;24-02-2002;01;02\nBUDI HARTONO;01-03-1990;01;02\n", "utf-8")
    return file


@pytest.mark.parametrize(("now_utc", "day"), HOURS)
def test_a_list_is_read_on_the_day_of_the_site(tmp_path: Path, now_utc: datetime, day: date) -> None:
    assert place_of(in_papua(tmp_path, now_utc)).on == day


@pytest.mark.parametrize(("now_utc", "day"), HOURS)
def test_a_list_without_a_day_of_its_own_is_of_the_day_of_the_site(
    tmp_path: Path,
    list_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    now_utc: datetime,
    day: date,
) -> None:
    store = in_papua(tmp_path, now_utc)

    @contextmanager
    def opened(_access: object) -> Iterator[Store]:
        yield store

    monkeypatch.setattr(lists, "enrolled", opened)
    monkeypatch.setattr(lists, "sign_in", lambda *_: None)
    said: list[str] = []
    asked = Import(list_file, "Daftar", None, village=JATI)
    assert run_import(Access(tmp_path), Who(), asked, as_json=True, say=said.append) == 0
    assert json.loads(said[0])["added"] == 2
    assert [version.list.as_of for version in store.query(list_versions)] == [day.isoformat()]


@pytest.mark.parametrize(("now_utc", "day"), HOURS)
def test_coverage_is_counted_on_the_day_of_the_site(tmp_path: Path, now_utc: datetime, day: date) -> None:
    assert in_papua(tmp_path, now_utc).query(coverage_now, None, None, now_utc).today == day
