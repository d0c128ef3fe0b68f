"""How the import words its files, figures and findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.lists.version import VersionState, version_label
from fieldkit.domain.masking import masked
from fieldkit.domain.people.nik import mask_number
from fieldkit.domain.people.person import Marital
from fieldkit.domain.people.phone import mask_phone
from fieldkit.domain.people.sex import Sex
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.imported import ImportedList
from fieldkit.store.queries.lists.versions import ListVersion, StepTold
from fieldkit.ui.formats import clock, count, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.places import village_label
from fieldkit.work.import_list import Imported
from fieldkit.work.instants import at_site, moment
from fieldkit.work.lists.dry_run import DryRun
from fieldkit.work.lists.mapping import FIELDS, field_label

_DOUBLE: Final = "double_in_file"


def field_word(field: str) -> str:
    """The name of a field, as a label."""
    word = say(field_label(field)) if field in FIELDS else field
    return word[:1].upper() + word[1:]


def value_words(regions: RegionTable, field: str, value: str) -> str:
    """A value of a person as it may be shown: numbers masked, codes in words."""
    if field in {"nik", "kk"}:
        return mask_number(value)
    if field == "phone":
        return mask_phone(value)
    if field == "village":
        return village_label(regions, value)
    if field == "birth_date":
        return date_numeric(date.fromisoformat(value))
    return _coded_words().get(value, value) if field in {"sex", "marital"} else value


def _coded_words() -> dict[str, str]:
    return {
        Sex.MALE: tr("Laki-laki"),
        Sex.FEMALE: tr("Perempuan"),
        Marital.SINGLE: tr("Belum kawin"),
        Marital.MARRIED: tr("Kawin"),
        Marital.EVER_MARRIED: tr("Pernah kawin"),
    }


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


def taken_in_words(done: Imported) -> str:
    """What became of the people of a list."""
    known = (
        tr("{n} orang sudah ada di laptop ini, sekarang ikut daftar ini.", n=count(done.known)) if done.known else ""
    )
    added = tr("{n} orang baru bisa dicari di Pendaftaran dan Daftar sasaran.", n=count(done.added))
    return f"{added} {known}".strip()


def stayed_out_words(run: DryRun) -> str:
    """How many rows an import leaves out; empty where it takes all."""
    if not run.refused + run.doubles_in_file:
        return ""
    return tr(
        "{n} baris tidak ikut: {refused} ditolak, {doubles} dobel.",
        n=count(run.refused + run.doubles_in_file),
        refused=count(run.refused),
        doubles=count(run.doubles_in_file),
    )


def version_badge(version: ListVersion) -> tuple[str, str] | None:
    """Whether a version is active; nothing is said of a list that has no other version."""
    if version.versions < 2:
        return None
    tone = "ok" if version.state == VersionState.ACTIVE else "mute"
    return say(version_label(version.state)), tone


def version_story(version: ListVersion, time_zone: str) -> str:
    """Who stands on a version alone, then what became of it, the last step first."""
    steps = [_step_words(step, time_zone) for step in reversed(version.steps)]
    if version.state != VersionState.SUPERSEDED:
        return " ".join(steps)
    people = count(version.people)
    alone = tr("{n} orang hanya ada di versi ini; mereka keluar lewat usulan dengan bukti.", n=people)
    return " ".join([alone, *steps])


def _step_words(step: StepTold, time_zone: str) -> str:
    local = at_site(moment(step.at), time_zone)
    by = tr("oleh {name}", name=step.user_name) if step.user_name else ""
    other = f"({step.other_name})" if step.other_name and step.state != VersionState.CHECKED else ""
    when = f"{day_short(local.date())} {clock(local)}"
    return " ".join(filter(None, (say(version_label(step.state)), other, when, by))) + "."


def imported_at(row: ImportedList, time_zone: str) -> str:
    """When a list came in."""
    local = at_site(moment(row.imported_at), time_zone)
    return f"{day_short(local.date())} {local.year} {clock(local)}"


def as_of_day(row: ImportedList) -> str:
    """The date that the list itself tells."""
    return date_numeric(date.fromisoformat(row.as_of))
