"""Sheets of a list that leave the laptop: who made them, for which RT, and how many people they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from fieldkit.domain.lists.list_sheet import OF_ALL, SheetKind
from fieldkit.records.tables import LIST_SHEET
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_lister, require_lead, require_notice_worker
from fieldkit.work.instants import instant


@dataclass(frozen=True, slots=True)
class NoteSheets:
    """Sheets of one kind: RW, RT and number of people of each page; empty text for people without RT."""

    kind: SheetKind
    village: str
    pages: tuple[tuple[str, str, int], ...]
    plan_id: str = ""


def note_sheets(unit: Unit, command: NoteSheets) -> list[str]:
    """Write that sheets go out, before they do (F-P5); returns their ids. RuleError where the user may not."""
    if command.kind in (SheetKind.HANDOVER, SheetKind.DISTRIBUTION):
        require_card_lister(unit)
    elif command.kind in (SheetKind.CARD_CALLS, SheetKind.CARD_POSTING):
        require_notice_worker(unit)
    else:
        require_lead(unit)
    is_of_all = command.kind in OF_ALL
    rows = [
        (
            command.village,
            {
                "kind": str(command.kind),
                "village": command.village,
                "rw": None if is_of_all else rw,
                "rt": None if is_of_all else rt,
                "plan_id": command.plan_id or None,
                "row_count": people,
                "user_id": unit.user,
                "at": instant(unit.now_utc),
            },
        )
        for rw, rt, people in command.pages
    ]
    return list(unit.insert_many(LIST_SHEET, rows))


@dataclass(frozen=True, slots=True)
class NotePaper:
    """A paper that names people of whole villages, and how many of each."""

    kind: SheetKind
    by_village: Mapping[str, int]


def note_paper(unit: Unit, command: NotePaper) -> None:
    """Write with each village that a paper about its people goes out (F-P5). RuleError where the user may not."""
    for village, people in command.by_village.items():
        note_sheets(unit, NoteSheets(command.kind, village, (("", "", people),)))
