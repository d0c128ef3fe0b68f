"""Status files: read, matched with the people here, checked, taken in, and taken back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.errors import FileError, RuleError
from fieldkit.domain.lists.listing import EntryState
from fieldkit.domain.national.status import NationalStatus
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.national.files import national_files
from fieldkit.store.store import Store
from fieldkit.work.import_list import ImportList, import_list
from fieldkit.work.national.check import StatusCheck
from fieldkit.work.national.taking_in import TakeInStatuses, put_back_file, take_back_file, take_in_statuses
from fieldkit.work.table.same_person import link_same_person
from tests.laptops import JATI, add_people, add_user, laptop
from tests.nationals import (
    DAY,
    checked,
    checked_file,
    entry_of,
    nik_of,
    status_file,
    status_of,
    status_row,
    took_in,
)
from tests.work.test_import_list import person

STRANGER = "3574035211879998"


def adds_up(check: StatusCheck) -> bool:
    return check.total == check.taken + check.refused + check.strangers + check.already + check.doubles


def test_a_file_is_read_matched_and_counted_before_anything_is_written(office: Store, tmp_path: Path) -> None:
    siti, budi = add_people(office, "SITI AMINAH", "BUDI SANTOSO")
    rows = [
        [nik_of(office, siti), "SITI AMINAH", "PRINT_READY_RECORD"],
        [nik_of(office, budi), "BUDI SANTOSO", "CARD_SHIPPED"],
        [STRANGER, "ORANG LAIN", "SENT_FOR_ENROLLMENT"],
        ["12345", "TANPA NIK", "PRR"],
        [3574035211879901, "SITI AMINAH", "PRR"],
        [nik_of(office, siti), "SITI AMINAH", "PRINT_READY_RECORD"],
        [nik_of(office, budi), "SRI RAHAYU", "PRR"],
    ]
    check = checked_file(office, status_file(tmp_path / "status.xlsx", rows))
    assert (check.total, check.taken, check.refused, check.strangers, check.doubles) == (7, 2, 3, 1, 1)
    assert adds_up(check)
    assert check.unknown == {"CARD_SHIPPED": 1}
    assert {finding.problem.code for finding in check.findings} == {
        "not_16_digits",
        "nik_as_number",
        "other_name",
        "double_in_file",
    }
    assert national_files_of(office) == []


def national_files_of(store: Store) -> list[str]:
    return [each.name for each in store.query(national_files)]


def test_an_unknown_status_is_kept_as_text(office: Store) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    took_in(office, {siti: "CARD_SHIPPED"})
    kept = office.query(lambda d: d.row("SELECT status, raw FROM national_status"))
    assert kept == ("other", "CARD_SHIPPED")
    assert status_of(office, siti) == ("other", DAY.isoformat())


def test_an_older_file_changes_nothing_of_what_a_newer_one_said(office: Store) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    took_in(office, {siti: "PRR"}, date(2019, 2, 20))
    check = checked(office, [status_row(nik_of(office, siti), "SFE", date(2019, 2, 1))])
    assert (check.taken, check.older) == (1, 1)
    took_in(office, {siti: "SFE"}, date(2019, 2, 1))
    assert status_of(office, siti) == ("print_ready", "2019-02-20")


def test_the_same_file_twice_writes_nothing_twice(office: Store) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    took_in(office, {siti: "PRR"})
    check = checked(office, [status_row(nik_of(office, siti), "PRR")])
    assert (check.taken, check.already) == (0, 1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations([(1, "SFE"), (5, "PRR"), (9, "DUPLICATE_RECORD"), (12, "DELETED"), (20, "SFE")]))
def test_any_order_of_files_gives_the_same_state(
    tmp_path_factory: pytest.TempPathFactory, order: list[tuple[int, str]]
) -> None:
    office = laptop(tmp_path_factory.mktemp("office"))
    add_user(office, role="planner")
    (siti,) = add_people(office, "SITI AMINAH")
    for day, raw in order:
        took_in(office, {siti: raw}, date(2019, 2, day))
    state = office.query(lambda d: d.row("SELECT status, as_of, since FROM national_state"))
    office.close()
    assert state == ("sent", "2019-02-20", "2019-02-20")


def test_a_nik_on_two_people_is_a_finding_and_nobody_gets_the_status(office: Store) -> None:
    nik = "3574035211879901"
    rows = (person("SITI NURAINI", nik, birth_date="1987-11-12"), person("SITI NURAENI", nik))
    office.execute(import_list, ImportList("Satu", DAY, rows[:1], False))
    office.execute(import_list, ImportList("Dua", DAY, (person("BUDI HARTONO", nik),), False))
    check = checked(office, [status_row(nik, "PRR")])
    assert [finding.problem.code for finding in check.findings] == ["nik_shared"]
    assert check.taken == 0
    named = checked(office, [status_row(nik, "PRR", name="SITI NURAINI")])
    assert named.taken == 1


def test_two_rows_of_one_person_are_no_two_people(office: Store) -> None:
    siti, again = add_people(office, "SITI AMINAH", "SITI AMINAH")
    office.execute(link_same_person, siti, again)
    took_in(office, {again: "PRR"})
    assert entry_of(office, siti) == EntryState.RECORDED_ELSEWHERE


def test_a_file_that_was_wrong_is_taken_back_and_nothing_is_deleted(office: Store) -> None:
    (siti,) = add_people(office, "SITI AMINAH")
    took_in(office, {siti: "SFE"}, date(2019, 2, 1))
    wrong = took_in(office, {siti: "PRR"})
    assert entry_of(office, siti) == EntryState.RECORDED_ELSEWHERE
    back = office.execute(take_back_file, wrong.file_id)
    assert status_of(office, siti) == ("sent", "2019-02-01")
    assert entry_of(office, siti) == ""
    with pytest.raises(RuleError):
        office.execute(take_back_file, wrong.file_id)
    gone = [each.id for each in office.query(national_files) if not each.counts]
    assert gone == [wrong.file_id]
    office.execute(back.verb, back.command)
    assert status_of(office, siti) == ("print_ready", "2019-02-20")
    with pytest.raises(RuleError):
        office.execute(put_back_file, back.command)
    assert office.query(lambda d: d.value("SELECT count(*) FROM national_status")) == 2


def test_only_the_office_takes_files_in_and_none_of_tomorrow(store: Store, office: Store) -> None:
    empty = TakeInStatuses("Status", DAY, (), 0, {})
    add_user(store, role="lead")
    with pytest.raises(RuleError):
        store.execute(take_in_statuses, empty)
    add_user(office, role="planner")
    with pytest.raises(RuleError, match="belum terjadi"):
        office.execute(take_in_statuses, TakeInStatuses("Status", date(2019, 3, 30), (), 0, {}))


def test_a_column_of_names_is_no_column_of_statuses(office: Store) -> None:
    rows = [status_row(STRANGER, f"WARGA NOMOR {number}") for number in range(60)]
    with pytest.raises(FileError):
        checked(office, rows)


def test_the_list_of_15053_is_split_into_carded_unrecorded_and_not_found(office: Store) -> None:
    listed = [person(f"WARGA {number}", f"35740352118{number:05}") for number in range(10_000, 25_053)]
    office.execute(import_list, ImportList("Daftar pemilih", DAY, listed, False))
    told = [(row.nik or "", "PRINT_READY_RECORD") for row in listed[:4_492]]
    told += [(row.nik or "", "UNREGISTERED") for row in listed[4_492 : 4_492 + 6_315]]
    check = checked(office, [status_row(nik, raw) for nik, raw in told])
    assert dict(check.on_list_told) == {NationalStatus.PRINT_READY: 4_492, NationalStatus.UNREGISTERED: 6_315}
    assert check.not_told == 4_246
    assert sum(check.on_list_told.values()) + check.not_told == 15_053
    office.execute(take_in_statuses, TakeInStatuses("Status", DAY, check.told, check.total, {}))
    counts = office.query(list_counts, JATI)
    assert (counts.total, counts.approved, counts.left) == (15_053, 4_492, 15_053 - 4_492)
