"""What an import would do, row by row, before anything is written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.people.nik import looks_rounded
from fieldkit.domain.text import text
from fieldkit.work.lists.counting import Progress, counted
from fieldkit.work.lists.doubles import DoubleFinder
from fieldkit.work.lists.known import KnownPeople
from fieldkit.work.lists.rows import ListRow

_NIK_OF_ANOTHER: Final = Problem(
    "nik",
    "nik_of_another",
    text("NIK ini di laptop ini milik orang lain. Diambil sebagai orang baru; cocokkan keduanya dengan KK."),
    Severity.WARN,
)
_NIK_DIFFERS: Final = Problem(
    "nik",
    "maybe_two_niks",
    text(
        "Nama, tanggal lahir, dan kelurahan ini di laptop ini sudah ada dengan NIK lain. Diambil sebagai orang baru; "
        "mungkin orang yang sama."
    ),
    Severity.WARN,
)


@dataclass(frozen=True, slots=True)
class RowFinding:
    """Something about one row; `line` is the number that Excel shows beside it."""

    line: int
    problem: Problem


@dataclass(frozen=True)
class DryRun:
    """The figures of a list, its findings, and the rows that an import would take.

    `total` = `good` + `refused` + `doubles_in_file`. `with_warnings`, `known_already` and `without_nik` count among the
    good ones; `by_village` adds up to `good`. `matches` are the rows of people who are known, each with its resident.
    """

    total: int
    good: int
    with_warnings: int
    refused: int
    doubles_in_file: int
    known_already: int
    without_nik: int
    by_village: Mapping[str, int]
    findings: tuple[RowFinding, ...]
    rounded_niks_suspected: bool
    rows: tuple[ListRow, ...]
    matches: tuple[tuple[ListRow, str], ...]


def dry_run(
    rows: Iterable[ListRow],
    *,
    row_count: int,
    known: KnownPeople | None = None,
    progress: Progress | None = None,
) -> DryRun:
    """Check every row; `known` holds the people who are here already.

    `progress` is called with the rows done and `row_count`, every thousand rows and at the end; what it raises stops
    the run.
    """
    return counted(_Tally(known or KnownPeople()), rows, row_count, progress)


class _Tally:
    """Counts as the rows go by."""

    def __init__(self, known: KnownPeople) -> None:
        self._known = known
        self._doubles = DoubleFinder()
        self.total = 0
        self._good: list[ListRow] = []
        self._findings: list[RowFinding] = []
        self._matches: list[tuple[ListRow, str]] = []
        self._refused = self._certain_doubles = self._with_warnings = 0

    def add(self, row: ListRow) -> None:
        self.total += 1
        if row.findings and self._note(row):
            self._refused += 1
            return
        doubled = self._doubles.seen_before(row)
        if doubled is not None:
            self._findings.append(RowFinding(row.line, doubled.problem))
            if doubled.certain:
                self._certain_doubles += 1
                return
        self._take(row, warned=doubled is not None)

    def _note(self, row: ListRow) -> bool:
        """Keep the findings of a row, and tell whether one of them refuses it."""
        self._findings += [RowFinding(row.line, problem) for problem in row.findings]
        return row.refused

    def _take(self, row: ListRow, *, warned: bool) -> None:
        self._good.append(row)
        resident = self._known.match(row)
        if resident is not None:
            self._matches.append((row, resident))
        elif problem := self._question(row):
            self._findings.append(RowFinding(row.line, problem))
            warned = True
        if warned or (row.findings and any(finding.severity is Severity.WARN for finding in row.findings)):
            self._with_warnings += 1

    def _question(self, row: ListRow) -> Problem | None:
        """What to ask about somebody who is new here."""
        if self._known.has_nik(row.nik):
            return _NIK_OF_ANOTHER
        return _NIK_DIFFERS if row.nik and self._known.has_face(row) else None

    def result(self) -> DryRun:
        niks = [row.nik for row in self._good if row.nik is not None]
        return DryRun(
            total=self.total,
            good=len(self._good),
            with_warnings=self._with_warnings,
            refused=self._refused,
            doubles_in_file=self._certain_doubles,
            known_already=len(self._matches),
            without_nik=len(self._good) - len(niks),
            by_village=Counter(row.village_code for row in self._good),
            findings=tuple(self._findings),
            rounded_niks_suspected=looks_rounded(niks),
            rows=tuple(self._good),
            matches=tuple(self._matches),
        )
