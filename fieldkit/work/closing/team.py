"""Close a team: one document over the closings of its tables, each named by id and print, with their sum."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.shifts.closing import ClosingKind, check_team_closing
from fieldkit.domain.text import text
from fieldkit.store.queries.closing.standing import standing
from fieldkit.store.queries.closing.tables import TableClosing
from fieldkit.store.queries.closing.team import TeamView, team_view
from fieldkit.store.queries.shifts import Shift, shift_by_id
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead
from fieldkit.work.closing.merging import merged
from fieldkit.work.closing.signing import Statement, named, sign_statement
from fieldkit.work.sign_in import Signer


@dataclass(frozen=True, slots=True)
class CloseTeam:
    """What the lead saw and adds: the closings that are counted, the tables that are missing, and why they are."""

    shift_id: str
    closing_ids: tuple[str, ...]
    missing: tuple[str, ...] = ()
    note: str = ""
    remarks: str = ""


def close_team(unit: Unit, command: CloseTeam, signer: Signer) -> str:
    """Sign the closing of the team; returns its id. A closing that comes later asks for a new one."""
    require_lead(unit)
    shift = unit.query(shift_by_id, command.shift_id)
    if shift is None:
        raise KeyError(command.shift_id)
    view = unit.query(team_view, shift)
    problems = [*_checked(unit, shift, view, command), *_seen(view, command)]
    if problems:
        raise RuleError(*problems)
    before = view.last.id if view.last is not None else None
    statement = Statement(ClosingKind.TEAM, shift, view.number + 1, team_document(view, command), before)
    return sign_statement(unit, statement, signer)


def team_document(view: TeamView, command: CloseTeam) -> dict[str, Any]:
    """What is signed, and before that previewed."""
    own = [each for each in view.counted if each.shift_id == command.shift_id]
    others = [each for each in view.counted if each.shift_id != command.shift_id]
    return {
        **merged([each.document for each in (*own, *others)]),
        "kind": ClosingKind.TEAM,
        "tables": [_table(each) for each in view.counted],
        "missing": list(command.missing),
        "missing_note": command.note.strip() if command.missing else "",
        "remarks": command.remarks.strip(),
        "replaces": named(view.last) if view.last is not None else None,
    }


def _checked(unit: Unit, shift: Shift, view: TeamView, command: CloseTeam) -> tuple[Problem, ...]:
    return check_team_closing(
        is_own_closed=unit.query(standing, shift).is_closed,
        counted=len(view.counted),
        missing=len(command.missing),
        note=command.note,
    )


def _seen(view: TeamView, command: CloseTeam) -> tuple[Problem, ...]:
    """What the lead did not see: another closing than those shown, or a known table that is not told as missing."""
    if {each.id for each in view.counted} == set(command.closing_ids) and set(view.absent) <= set(command.missing):
        return ()
    words = text("Sementara itu penutupan satu meja berubah. Lihat lagi angkanya, lalu tanda tangani.")
    return (Problem("tables", "tables_changed", words),)


def _table(closing: TableClosing) -> dict[str, Any]:
    return {
        "id": closing.id,
        "sha256": closing.digest,
        "table": closing.table,
        "shift_id": closing.shift_id,
        "number": closing.number,
        "signer": closing.signer_name,
        "at": closing.at,
        **_figures(closing),
        **_told(closing),
    }


def _told(closing: TableClosing) -> dict[str, str]:
    """Why the blanks of a table differ, and what else it remarked, as its own closing says."""
    document = json.loads(closing.document)
    return {name: str(document.get(name, "")) for name in ("reason", "note", "remarks")}


def _figures(closing: TableClosing) -> dict[str, Any]:
    figures = closing.figures
    if figures is None:
        return {}
    people, blanks, cards = figures.people, figures.blanks, figures.cards
    return {
        "arrived": people.arrived,
        "recorded": people.recorded,
        "taken": blanks.taken,
        "printed": blanks.printed,
        "spoiled": blanks.spoiled,
        "returned": blanks.returned,
        "counted": blanks.counted,
        "difference": blanks.difference,
        "handed_over": cards.handed_over,
        "held": cards.held,
        "card_difference": cards.difference,
    }
