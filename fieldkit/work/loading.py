"""Take many registrations in at once: each as at the table, and all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_desk_worker, require_lead
from fieldkit.work.import_list import Imported, ImportList, import_list
from fieldkit.work.shifts.opening import OpenShift, open_shift, the_open_shift
from fieldkit.work.table.registration import Register, register

_MARK = "loaded:"


@dataclass(frozen=True, slots=True)
class LoadRegistrations:
    """The lines of a file, numbered as they stand there. `file_hash` tells the file again.

    `opening` is the shift that is opened for them; None where they belong to the one that is open.
    """

    file_hash: str
    lines: Sequence[tuple[int, Register]]
    opening: OpenShift | None = None


def was_loaded(unit: Unit, file_hash: str) -> bool:
    """Whether a file of this content was taken in before."""
    return bool(unit.meta.get(_MARK + file_hash))


def load_registrations(unit: Unit, command: LoadRegistrations) -> int:
    """Register everybody, a command each; returns how many: 0 for a file that was taken in before.

    RuleError names each line that breaks a rule, as the field of its problems; nothing was written then.
    """
    require_desk_worker(unit)
    if was_loaded(unit, command.file_hash):
        return 0
    if command.opening is not None:
        open_shift(unit, command.opening)
        unit.next_command()
    the_open_shift(unit)
    problems = [problem for number, form in _served_once(command.lines) for problem in _register(unit, number, form)]
    if problems:
        raise RuleError(*problems)
    unit.meta.put(_MARK + command.file_hash, len(command.lines))
    return len(command.lines)


def load_residents(unit: Unit, command: ImportList, file_hash: str) -> Imported | None:
    """Take a list in, once; None for a file that was taken in before."""
    require_lead(unit)
    if was_loaded(unit, file_hash):
        return None
    done = import_list(unit, command)
    unit.meta.put(_MARK + file_hash, len(command.rows))
    return done


def _served_once(lines: Sequence[tuple[int, Register]]) -> Iterator[tuple[int, Register | Problem]]:
    """Nobody stands twice in the queue, which is looked at only when all are in it."""
    seen: set[str] = set()
    for number, form in lines:
        is_second = form.resident_id is not None and form.resident_id in seen
        seen.add(form.resident_id or "")
        yield number, _twice(number) if is_second else form


def _register(unit: Unit, number: int, form: Register | Problem) -> list[Problem]:
    if isinstance(form, Problem):
        return [form]
    if form.resident_id is not None and not _is_known(unit, form.resident_id):
        return [Problem(str(number), "unknown", text("Orang ini tidak ada di laptop ini."))]
    try:
        register(unit, form)
    except RuleError as error:
        return [replace(problem, field=str(number)) for problem in error.problems]
    unit.next_command()
    return []


def _is_known(unit: Unit, resident_id: str) -> bool:
    return unit.value("SELECT 1 FROM resident WHERE id = ?", resident_id) is not None


def _twice(number: int) -> Problem:
    return Problem(str(number), "twice", text("Orang yang sama sudah ada di baris sebelumnya."))
