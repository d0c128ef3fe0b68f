"""Lists of people who are told by hand: what is on one is told from it alone, and by no message (NC-1)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.tasks import FOR_LIST, Task
from fieldkit.domain.text import text
from fieldkit.records.tables import NOTICE_STEP
from fieldkit.store.queries.notices.desk import NoticeCard, notice_cards
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_notice_worker
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from fieldkit.work.notices.steps import Noted, may_be_posted, refused, require_posting, rule_of_today, step_of

TAKEN_OUT = "taken_out"
"""Why a notice is on the call list: the clerk took it out, and the centre sends it no more."""


@dataclass(frozen=True, slots=True)
class TakeOut:
    """A call list, or one for the boards, of these people goes out."""

    kind: SheetKind
    requests: tuple[str, ...]


def take_out(unit: Unit, command: TakeOut) -> Noted:
    """Note that the list goes out, before it does (F-P5): with each village how many it names.

    Whom a message was still to be sent to is from now on told from the list; a list for the boards is a notice by
    itself. RuleError where nobody of them is to be told any more.
    """
    require_notice_worker(unit)
    cards = listed_cards(unit, command)
    if not cards:
        raise refused("nobody", _NOBODY)
    is_posting = command.kind is SheetKind.CARD_POSTING
    rows = [_row(unit, card, is_posting=is_posting) for card in cards if is_posting or _is_new(card)]
    for village, people in Counter(card.area for card in cards).items():
        note_sheets(unit, NoteSheets(command.kind, village, (("", "", people),)))
    return Noted(tuple(unit.insert_many(NOTICE_STEP, rows)) if rows else ())


def listed_cards(unit: Unit, command: TakeOut) -> list[NoticeCard]:
    """Whom the list names as things stand now: another may have told them meanwhile."""
    rule, day = rule_of_today(unit)
    cards = unit.query(notice_cards, command.requests, rule, day)
    if command.kind is SheetKind.CARD_POSTING:
        if not rule.postings_count:
            raise RuleError(Problem("kind", "no_postings", _NO_POSTINGS))
        return [card for card in cards if may_be_posted(card) and NoticeState.POSTED in card.answers]
    return [card for card in cards if card.task in FOR_LIST or _is_waiting_for_message(card)]


def _row(unit: Unit, card: NoticeCard, *, is_posting: bool) -> tuple[str, dict[str, object]]:
    if is_posting:
        require_posting(card, rule_of_today(unit)[0])
        return step_of(unit, card, NoticeState.POSTED)
    return step_of(unit, card, NoticeState.CALL_LIST, TAKEN_OUT)


def _is_new(card: NoticeCard) -> bool:
    """Whether the centre does not know yet that the person is told by hand."""
    return card.subject is None or card.subject.state is NoticeState.QUEUED


def _is_waiting_for_message(card: NoticeCard) -> bool:
    return card.task is Task.SEND and (card.subject is None or card.subject.state is NoticeState.QUEUED)


_NOBODY = text("Tidak ada lagi yang perlu diberi tahu di daftar ini. Tutup, lalu lihat lagi.")
_NO_POSTINGS = text("Daftar tempel belum disetujui kepala dinas sebagai kabar.")
