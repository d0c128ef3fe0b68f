"""National data for tests: files of invented people, taken in as the office does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from fieldkit.domain.national.file import FileKind
from fieldkit.domain.national.status import read_status
from fieldkit.store.queries.national.files import people_to_match
from fieldkit.store.store import Store
from fieldkit.work.lists.files import read_rows
from fieldkit.work.national.check import StatusCheck, check_statuses
from fieldkit.work.national.columns import guess_columns
from fieldkit.work.national.people import Known, People
from fieldkit.work.national.status_rows import StatusRow, status_rows
from fieldkit.work.national.taking_in import TakeInStatuses, TakenIn, take_in_statuses
from tests.work.list_file_makers import save_xlsx

DAY = date(2019, 2, 20)


def nik_of(store: Store, person: str) -> str:
    """The NIK of somebody."""
    return str(store.query(lambda database: database.value("SELECT nik FROM resident WHERE id = ?", person)))


def status_row(nik: str, raw: str, as_of: date = DAY, *, line: int = 2, name: str = "") -> StatusRow:
    """A row of a file."""
    return StatusRow(line, nik, name, "", str(read_status(raw)), raw, as_of.isoformat())


def people_of(store: Store) -> People:
    """Everybody on a laptop."""
    return People(map(Known._make, store.query(people_to_match)))


def checked(store: Store, rows: Sequence[StatusRow]) -> StatusCheck:
    """What taking these rows in would do."""
    return check_statuses(rows, people_of(store), row_count=len(rows))


def took_in(store: Store, told: dict[str, str], as_of: date = DAY) -> TakenIn:
    """A file that tells these statuses of these people."""
    rows = [status_row(nik_of(store, person), raw, as_of) for person, raw in told.items()]
    check = checked(store, rows)
    assert check.refused == 0
    return store.execute(take_in_statuses, TakeInStatuses("Status", as_of, check.told, check.total, {}))


def status_file(
    path: Path, rows: Sequence[Sequence[object]], header: Sequence[str] = ("NIK", "NAMA", "STATUS")
) -> Path:
    """A workbook as the database admin sends it."""
    return save_xlsx(path, [header, *rows])


def checked_file(store: Store, path: Path, as_of: date = DAY) -> StatusCheck:
    """What taking a file in would do, with the columns as they are guessed."""
    table = read_rows(path)
    columns = guess_columns(FileKind.STATUSES, table.header)
    return check_statuses(status_rows(table, columns, as_of), people_of(store), row_count=table.row_count)


def status_of(store: Store, person: str) -> tuple[str, str] | None:
    """Status and day that hold of somebody."""
    row = store.query(
        lambda database: database.row("SELECT status, as_of FROM national_state WHERE resident_id = ?", person)
    )
    return (str(row[0]), str(row[1])) if row else None


def entry_of(store: Store, person: str) -> str:
    """Where somebody stands on the list."""
    sql = "SELECT coalesce((SELECT state FROM resident_state WHERE resident_id = ?), '')"
    return str(store.query(lambda database: database.value(sql, person)))
