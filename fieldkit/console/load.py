"""`fieldkit load`: registrations or residents from a file of JSON lines, through the verbs of the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fieldkit.console.kinds import Kind
from fieldkit.console.laptop import Access, Who, enrolled, sign_in
from fieldkit.console.lines import Lines, read_lines, registrations, residents
from fieldkit.console.lists import checked, place_of
from fieldkit.console.shift import WhichShift, opening
from fieldkit.console.talk import DONE, REFUSED, Say, say_as, told
from fieldkit.domain.errors import FieldKitError, Problem, RuleError, Severity
from fieldkit.domain.text import text
from fieldkit.store.queries.people import AppUser
from fieldkit.store.queries.shifts import site_day
from fieldkit.store.store import Store
from fieldkit.work.authority import require_lead
from fieldkit.work.import_list import ImportList
from fieldkit.work.lists.dry_run import DryRun
from fieldkit.work.lists.mapping import FIELDS, mapping_from
from fieldkit.work.loading import LoadRegistrations, load_registrations, load_residents


@dataclass(frozen=True, slots=True)
class Load:
    """What to load, and where it belongs."""

    file: Path
    kind: Kind
    shift: WhichShift
    list_name: str
    as_of: date | None


def run_load(access: Access, who: Who, asked: Load, *, as_json: bool, say: Say = print) -> int:
    """Load a file: every line, or none where one is bad; then each bad line is told by number and reason."""
    bad: list[Problem] = []
    loaded = 0
    code = DONE
    try:
        lines = read_lines(asked.file)
        with enrolled(access) as store:
            user = sign_in(store, who, access.ask)
            loaded = _LOADERS[asked.kind](store, user, asked, lines)
    except RuleError as error:
        bad, code = [problem for problem in error.problems if problem.field.isdecimal()], REFUSED
        _tell(error, bad)
    except FieldKitError as error:
        code = told(error)
    facts = {"loaded": loaded, "bad": len({problem.field for problem in bad})}
    reasons = [{"line": int(problem.field), "reason": str(problem.message)} for problem in bad]
    sentence = text("{loaded} baris dimuat, {bad} baris tidak bisa dipakai.", **facts)
    say_as({**facts, "lines": reasons}, sentence, as_json=as_json, say=say)
    return code


def _tell(error: RuleError, bad: list[Problem]) -> None:
    if not bad:
        told(error)
        return
    reasons = [text("Baris {line}: {reason}", line=problem.field, reason=problem.message) for problem in bad]
    nothing = text("Tidak ada yang dimuat. Betulkan berkasnya, lalu muat lagi.")
    told(RuleError(*(Problem("line", "bad_line", reason) for reason in (*reasons, nothing))))


def _load_registrations(store: Store, user: AppUser, asked: Load, lines: Lines) -> int:
    forms = registrations(lines)
    command = LoadRegistrations(lines.file_hash, forms, opening(store, asked.shift, user))
    return store.execute(load_registrations, command)


def _load_residents(store: Store, _user: AppUser, asked: Load, lines: Lines) -> int:
    # Before the lines are looked at: what is said of them tells who of them is known here.
    store.execute(require_lead)
    table = residents(lines)
    run = checked(store, mapping_from({name: name for name in FIELDS}), table, place_of(store))
    _refuse_bad(run)
    as_of = asked.as_of or store.query(site_day, store.clock.now_utc())
    is_reduced = all(row.nik is None for row in run.rows)
    done = store.execute(load_residents, ImportList(asked.list_name, as_of, run.rows, is_reduced), lines.file_hash)
    return done.added + done.known if done else 0


def _refuse_bad(run: DryRun) -> None:
    stops = [each for each in run.findings if each.problem.severity is Severity.STOP]
    if stops:
        raise RuleError(*(Problem(str(each.line), each.problem.code, each.problem.message) for each in stops))


_LOADERS = {Kind.REGISTRATIONS: _load_registrations, Kind.RESIDENTS: _load_residents}
