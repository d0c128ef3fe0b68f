"""Requests about personal data: opened, answered, refused with a ground, opened again; and what is kept of somebody."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.domain.privacy.data_request import (
    DataRequestKind,
    DataRequestState,
    DataRequestWay,
    Ground,
)
from fieldkit.domain.requests.service import Step
from fieldkit.records.declaration import Table
from fieldkit.records.tables import RESIDENT, TABLES
from fieldkit.reports.people.kept_data import ExtractHead, extract_html, extract_of, write_extract
from fieldkit.store.queries.data_requests.kept import KeptRow, kept_of_person, named_things
from fieldkit.store.queries.data_requests.requests import DataRequest, data_requests
from fieldkit.store.store import Store
from fieldkit.work.data_requests.requests import (
    AskData,
    EndRequest,
    ask_data,
    end_request,
    note_extract,
    reopen_request,
)
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person
from fieldkit.work.visits.requests import AskVisit, ask_visit
from tests.laptops import StillClock, add_people, add_user, laptop, opened, registered


@pytest.fixture
def clock() -> StillClock:
    return StillClock()


@pytest.fixture
def store(tmp_path: Path, clock: StillClock) -> Iterator[Store]:
    """A laptop of the office with its planner."""
    made = laptop(tmp_path, clock)
    add_user(made, "Dewi Lestari", "planner")
    yield made
    made.close()


def ask(store: Store, person: str | None, kind: DataRequestKind = DataRequestKind.ACCESS, **more: str) -> str:
    return store.execute(ask_data, AskData(person, kind, "SITI NURAINI", DataRequestWay.COUNTER, **more))


def requests(store: Store) -> list[DataRequest]:
    return store.query(data_requests, store.clock.now_utc())


def test_a_request_runs_for_three_days_and_ends_with_its_answer(store: Store, clock: StillClock) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    request = ask(store, person)
    clock.pass_by(hours=50)
    (known,) = requests(store)
    assert (known.name, known.state, known.clock.is_soon) == ("SITI NURAINI", DataRequestState.OPEN, True)
    assert known.clock.left == timedelta(hours=22)
    store.execute(end_request, EndRequest(request, DataRequestState.ANSWERED))
    clock.pass_by(hours=100)
    (answered,) = requests(store)
    assert (answered.state, answered.is_open, answered.clock.is_late) == (DataRequestState.ANSWERED, False, False)


def test_the_most_urgent_comes_first_and_what_is_answered_last(store: Store, clock: StillClock) -> None:
    one, two, three = add_people(store, "SITI NURAINI", "BUDI HARTONO", "SUMIATI")
    first = ask(store, one)
    clock.pass_by(hours=1)
    second = ask(store, two)
    clock.pass_by(hours=1)
    third = ask(store, three)
    store.execute(end_request, EndRequest(first, DataRequestState.ANSWERED))
    assert [each.id for each in requests(store)] == [second, third, first]


def test_a_refusal_has_a_ground_and_can_be_taken_back(store: Store) -> None:
    request = ask(store, None, note="Tidak ada di daftar mana pun")
    with pytest.raises(RuleError, match="Alasan menolak"):
        store.execute(end_request, EndRequest(request, DataRequestState.REFUSED))
    store.execute(end_request, EndRequest(request, DataRequestState.REFUSED, "Dicek di KK", Ground.NOT_HERE))
    assert [(each.state, each.said) for each in requests(store)] == [
        (DataRequestState.REFUSED, "not_here: Dicek di KK")
    ]
    with pytest.raises(RuleError, match="tidak terbuka"):
        store.execute(end_request, EndRequest(request, DataRequestState.ANSWERED))
    store.execute(reopen_request, request)
    assert requests(store)[0].is_open


@pytest.mark.parametrize(
    ("kind", "end"),
    [
        (DataRequestKind.ACCESS, (DataRequestState.REFUSED, "Dicek: di KK", Ground.NOT_HERE)),
        (DataRequestKind.ACCESS, (DataRequestState.REFUSED, "", Ground.LAW)),
        (DataRequestKind.ACCESS, (DataRequestState.ANSWERED, "")),
        (DataRequestKind.CORRECTION, (DataRequestState.CORRECTED, "Tanggal: dibetulkan")),
        (DataRequestKind.ACCESS, (DataRequestState.WITHDRAWN, "")),
    ],
)
def test_a_request_that_was_opened_again_by_mistake_ends_as_it_had_ended(
    store: Store, clock: StillClock, kind: DataRequestKind, end: tuple[Any, ...]
) -> None:
    request = ask(store, None, kind, note="Tidak ada di daftar mana pun")
    store.execute(end_request, EndRequest(request, *end))
    clock.pass_by(hours=1)
    (ended,) = requests(store)
    inverse = store.execute(reopen_request, request)
    assert inverse is not None
    assert requests(store)[0].is_open
    assert store.execute(reopen_request, request) is None
    store.execute(inverse.verb, inverse.command)
    (again,) = requests(store)
    assert (again.state, again.said) == (ended.state, ended.said)


def test_a_correction_is_not_answered_by_a_copy(store: Store) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    request = ask(store, person, DataRequestKind.CORRECTION)
    with pytest.raises(RuleError, match="dengan cara lain"):
        store.execute(end_request, EndRequest(request, DataRequestState.ANSWERED))
    store.execute(end_request, EndRequest(request, DataRequestState.CORRECTED))
    assert not requests(store)[0].is_open


@pytest.mark.parametrize("role", ["lead", "operator", "clerk", "head"])
def test_only_planner_and_admin_write_about_requests(store: Store, role: str) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    request = ask(store, person)
    add_user(store, "Rina Wulandari", role)
    for work in (
        lambda: ask(store, person),
        lambda: store.execute(end_request, EndRequest(request, DataRequestState.ANSWERED)),
        lambda: store.execute(reopen_request, request),
        lambda: store.execute(note_extract, request),
    ):
        with pytest.raises(RuleError, match="perencana atau admin"):
            work()


def test_what_is_missing_is_said_of_each_field(store: Store) -> None:
    with pytest.raises(RuleError) as refused:
        store.execute(ask_data, AskData(None, None, " "))
    assert [each.field for each in refused.value.problems] == ["kind", "asked_by", "note"]


def kept(store: Store) -> tuple[str, str]:
    """Somebody of two rows with a service and a visit, and somebody else."""
    person, same, other = add_people(store, "SITI NURAINI", "SITI NUR AINI", "BUDI HARTONO")
    opened(store)
    request = registered(store, person)
    store.execute(note_step, request.request_id, Step.RECORDED)
    store.execute(ask_visit, AskVisit(same, "Pak RT", "pagar biru"))
    registered(store, other)
    store.execute(link_same_person, person, same)
    return person, other


def test_an_extract_holds_every_row_of_the_person_and_of_nobody_else(store: Store) -> None:
    person, other = kept(store)
    rows = store.query(kept_of_person, person)
    tables = [row.table for row in rows]
    assert tables.count("resident") == 2
    assert {"service_request", "request_step", "visit_request", "same_person_link"} <= set(tables)
    told = " ".join(str(value) for row in rows for _, value in row.values)
    assert "3574035211879901" in told, "nothing is masked for the person"
    assert "BUDI HARTONO" not in told
    assert other not in told


def test_an_extract_knows_each_table_that_names_a_person(store: Store) -> None:
    """A table that is added with a resident or a request in it is a part of the extract without another word."""
    names = {table.name for table in TABLES if {"resident_id", "request_id"} & set(table.column_names)}
    (person,) = add_people(store, "SITI NURAINI")
    asked = store.query(lambda database: _tables_asked(database, person))
    assert names <= asked


def _tables_asked(database, person: str) -> set[str]:  # type: ignore[no-untyped-def]
    asked: set[str] = set()

    class Listening:
        def rows(self, sql: str, *values: object) -> list[tuple[object, ...]]:
            asked.update(word for word in sql.replace(",", " ").split() if word in {each.name for each in TABLES})
            found: list[tuple[object, ...]] = database.rows(sql, *values)
            return found

    kept_of_person(Listening(), person)  # type: ignore[arg-type]
    return asked


OF_A_PERSON = [table for table in TABLES if {"resident_id", "request_id"} & set(table.column_names)] + [RESIDENT]


@pytest.mark.parametrize("table", OF_A_PERSON, ids=lambda table: table.name)
def test_the_extract_calls_tables_and_columns_by_words_of_the_resident(table: Table) -> None:
    """Whatever has no word of its own would stand there by its name in the database."""
    told = [name for name in table.column_names if not name.endswith("_id")]
    head = ExtractHead("Disdukcapil", "Kota Probolinggo", datetime(2019, 2, 23, 9, 5, tzinfo=UTC), {"u": "Rina"})
    (section,) = extract_of(head, [KeptRow(table.name, tuple((name, "u") for name in told))]).sections
    written = [section.title, *(fact.label for fact in section.entries[0])]
    assert not set(written) & {name.replace("_", " ").capitalize() for name in (table.name, *told)}


def test_the_extract_is_a_paper_and_a_workbook_whose_name_tells_nothing(store: Store, tmp_path: Path) -> None:
    person, _ = kept(store)
    head = ExtractHead("Disdukcapil", "Kota Probolinggo", store.clock.now_utc(), store.query(named_things))
    paper = extract_of(head, store.query(kept_of_person, person))
    html = extract_html(paper)
    assert "SITI NURAINI" in html
    assert "3574035211879901" in html
    assert "Rekam baru" in html
    path = tmp_path / f"{paper.file_name}.xlsx"
    write_extract(paper, path)
    assert path.name == "salinan-data-2019-02-23-0905.xlsx"
    page = openpyxl.load_workbook(path).worksheets[0]
    cells = {str(cell.value) for line in page.iter_rows() for cell in line if cell.value is not None}
    assert {"Identitas", "NIK", "3574035211879901", "Permintaan kunjungan rumah", "pagar biru"} <= cells


def test_who_gave_out_an_extract_is_noted(store: Store) -> None:
    (person,) = add_people(store, "SITI NURAINI")
    request = ask(store, person)
    store.execute(note_extract, request)
    looks = store.query(lambda database: database.rows("SELECT resident_id, field, user_id FROM look"))
    assert looks == [(person, "extract", store.user)]
