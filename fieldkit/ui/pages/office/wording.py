"""How the import words its files, figures and findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.host.logs import masked
from fieldkit.store.queries.lists import ImportedList
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site, moment
from fieldkit.work.lists.dry_run import DryRun
from fieldkit.work.lists.mapping import FIELDS, field_label

_DOUBLE: Final = "double_in_file"


def field_word(field: str) -> str:
    """The name of a field, as a label."""
    word = say(field_label(field)) if field in FIELDS else field
    return word[:1].upper() + word[1:]


def finding_words(problem: Problem) -> str:
    """What is wrong, without a NIK that stood in a wrong column."""
    return masked(say(problem.message))


def finding_badge(problem: Problem) -> tuple[str, str]:
    """What becomes of the row."""
    if problem.code == _DOUBLE:
        return tr("Dobel"), "mute"
    return {
        Severity.STOP: (tr("Ditolak"), "err"),
        Severity.WARN: (tr("Perlu dilihat"), "warn"),
        Severity.INFO: (tr("Catatan"), "info"),
    }[problem.severity]


def sample_words(samples: Sequence[str]) -> str:
    """A few cells of a column."""
    return " · ".join(samples) if samples else tr("kosong")


def file_words(name: str, rows: int) -> str:
    """The file that is being taken in."""
    return tr("{file}, {n} baris", file=name, n=count(rows))


def total_sum(run: DryRun) -> str:
    """What all rows come to."""
    return tr(
        "{good} baik + {refused} ditolak + {doubles} dobel = {total}",
        good=count(run.good),
        refused=count(run.refused),
        doubles=count(run.doubles_in_file),
        total=count(run.total),
    )


def take_words(people: int) -> str:
    """What the filled button does."""
    return tr("Masukkan {n} orang", n=count(people))


def imported_at(row: ImportedList, time_zone: str) -> str:
    """When a list came in."""
    local = at_site(moment(row.imported_at), time_zone)
    return f"{day_short(local.date())} {local.year} {clock(local)}"


def as_of_day(row: ImportedList) -> str:
    """The date that the list itself tells."""
    return date_numeric(date.fromisoformat(row.as_of))
