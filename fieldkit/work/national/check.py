"""What taking in a status file would do, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from fieldkit.domain.errors import FileError, Problem, Severity
from fieldkit.domain.text import text
from fieldkit.work.lists.counting import Progress, counted
from fieldkit.work.lists.dry_run import RowFinding
from fieldkit.work.national.people import Known, People
from fieldkit.work.national.status_rows import StatusRow, is_unknown

_MOST_UNKNOWN: Final = 40
"""More texts than this that no version knows are no statuses: another column was chosen."""


class Told(NamedTuple):
    """What would be written: of whom, where the person lives, and what the centre says."""

    resident_id: str
    village: str
    status: str
    raw: str
    as_of: str


@dataclass(frozen=True)
class StatusCheck:
    """The figures of a file. `total` = taken + refused + of nobody here + known already + double in the file.

    `older`, `unchanged` and `changed` count among those taken; `not_told` are people of a list here whom the file does
    not name at all.
    """

    total: int
    refused: int
    strangers: int
    already: int
    doubles: int
    older: int
    changed: int
    by_status: Mapping[str, int]
    unknown: Mapping[str, int]
    on_list_told: Mapping[str, int]
    not_told: int
    findings: tuple[RowFinding, ...]
    told: tuple[Told, ...]

    @property
    def taken(self) -> int:
        """How many rows would be written."""
        return len(self.told)


def check_statuses(
    rows: Iterable[StatusRow],
    people: People,
    *,
    row_count: int,
    progress: Progress | None = None,
) -> StatusCheck:
    """Check every row; `progress` is called with the rows done, and what it raises stops the run.

    FileError where the column of the statuses holds something else.
    """
    return counted(_Tally(people), rows, row_count, progress)


class _Tally:
    """Counts as the rows go by."""

    def __init__(self, people: People) -> None:
        self._people = people
        self.total = 0
        self._refused = self._strangers = self._already = self._doubles = self._older = self._changed = 0
        self._by_status: Counter[str] = Counter()
        self._unknown: Counter[str] = Counter()
        self._listed: Counter[str] = Counter()
        self._seen: dict[str, tuple[str, str, str]] = {}
        self._findings: list[RowFinding] = []
        self._told: list[Told] = []

    def add(self, row: StatusRow) -> None:
        self.total += 1
        if row.problem is not None:
            self._refuse(row, row.problem)
            return
        self._note_unknown(row)
        person, problem = self._people.find(row)
        if problem is not None:
            if person is None:
                self._refuse(row, problem)
                return
            self._findings.append(RowFinding(row.line, problem))
        if person is None:
            self._strangers += 1
        else:
            self._weigh(row, person)

    def _weigh(self, row: StatusRow, person: Known) -> None:
        said = (row.status, row.raw, row.as_of)
        before = self._seen.get(person.id)
        if before == said:
            self._doubles += 1
            self._findings.append(RowFinding(row.line, _DOUBLE))
            return
        if before is not None and before[2] == row.as_of:
            self._findings.append(RowFinding(row.line, _TWO_STATUSES))
        elif before is None and person.id in self._people.on_list:
            self._listed[row.status] += 1
        self._seen[person.id] = said
        if said == (person.status, person.raw, person.as_of):
            self._already += 1
            return
        self._take(row, person)

    def _take(self, row: StatusRow, person: Known) -> None:
        self._told.append(Told(person.id, person.village, row.status, row.raw, row.as_of))
        self._by_status[row.status] += 1
        if person.as_of and row.as_of < person.as_of:
            self._older += 1
        elif (row.status, row.raw) != (person.status, person.raw):
            self._changed += 1

    def _refuse(self, row: StatusRow, problem: Problem) -> None:
        self._refused += 1
        self._findings.append(RowFinding(row.line, problem))

    def _note_unknown(self, row: StatusRow) -> None:
        if is_unknown(row):
            self._unknown[row.raw] += 1
            if len(self._unknown) > _MOST_UNKNOWN:
                raise FileError(
                    text("Kolom status berisi terlalu banyak tulisan yang berbeda."),
                    text("Kemungkinan kolom lain yang terpilih. Pilih kolom statusnya, lalu periksa lagi."),
                )

    def result(self) -> StatusCheck:
        return StatusCheck(
            self.total,
            self._refused,
            self._strangers,
            self._already,
            self._doubles,
            self._older,
            self._changed,
            self._by_status,
            self._unknown,
            self._listed,
            len(self._people.on_list - self._seen.keys()),
            tuple(self._findings),
            tuple(self._told),
        )


_DOUBLE: Final = Problem(
    "nik", "double_in_file", text("Orang dan status yang sama sudah ada di baris lain. Diambil sekali."), Severity.INFO
)
_TWO_STATUSES: Final = Problem(
    "status",
    "two_statuses",
    text("Orang ini punya dua status pada tanggal yang sama di berkas ini. Yang berlaku baris yang terakhir."),
    Severity.WARN,
)
