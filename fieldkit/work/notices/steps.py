"""What the clerk notes of a notice: how a call went, or what became of a message nobody knows of (4.6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.notices.messages import UNDONE, UNSENT, Channel, NoticeState, reference_of, standing
from fieldkit.domain.notices.rule import NoticeRule
from fieldkit.domain.text import Text, text
from fieldkit.records.tables import NOTICE_STEP
from fieldkit.store.queries.notices.desk import NoticeCard, notice_card
from fieldkit.store.queries.notices.facts import notice_rule, notice_steps, office_clock
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_notice_worker
from fieldkit.work.instants import behind
from fieldkit.work.inverse import Inverse

ASKED = "asked"
"""Why the clerk says what became of a message: the person, or the gateway's own books, were asked."""


@dataclass(frozen=True, slots=True)
class NoteResult:
    """How telling somebody went, or what became of a message."""

    request_id: str
    result: NoticeState


@dataclass(frozen=True, slots=True)
class UndoSteps:
    """Steps that were noted by mistake, in one go."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Noted:
    """What was written, and what takes it back."""

    ids: tuple[str, ...]

    @property
    def inverse(self) -> Inverse[UndoSteps]:
        """One more step each."""
        return Inverse(undo_steps, UndoSteps(self.ids))


def note_result(unit: Unit, command: NoteResult) -> Noted:
    """Note it; RuleError where the card is not there any more, or nothing is to be said of its notice now."""
    require_notice_worker(unit)
    rule, day = rule_of_today(unit)
    card = card_of(unit, command.request_id, rule, day)
    if command.result not in card.answers:
        raise refused("not_now", _NOT_NOW)
    if command.result is NoticeState.POSTED:
        require_posting(card, rule)
    cause = ASKED if command.result in (NoticeState.DELIVERED, NoticeState.FAILED) else ""
    return Noted((write_step(unit, card, command.result, cause),))


def undo_steps(unit: Unit, command: UndoSteps) -> tuple[str, ...]:
    """Take steps back; RuleError where one is taken back already, or where another word followed it."""
    require_notice_worker(unit)
    rows = [unit.row(_STEP, step) for step in command.ids]
    found = [row for row in rows if row is not None]
    if len(found) < len(rows):
        raise KeyError(command.ids)
    for step, (request, reference, *_) in zip(command.ids, found, strict=True):
        _require_last(unit, step, request, reference)
    given = [
        (area, _values(unit, request, reference, sequence, channel, UNDONE, cause=step))
        for step, (request, reference, sequence, channel, area) in zip(command.ids, found, strict=True)
    ]
    return tuple(unit.insert_many(NOTICE_STEP, given))


def rule_of_today(unit: Unit) -> tuple[NoticeRule, date]:
    """The rule that holds now, and the day by the office's clock."""
    day = unit.now_utc.astimezone(unit.query(office_clock)).date()
    return unit.query(notice_rule, day), day


def card_of(unit: Unit, request_id: str, rule: NoticeRule, day: date) -> NoticeCard:
    """The card as it lies ready; RuleError where it does not any more."""
    card = unit.query(notice_card, request_id, rule, day)
    if card is None:
        raise refused("not_ready", _NOT_READY)
    return card


def require_posting(card: NoticeCard, rule: NoticeRule) -> None:
    """RuleError where a posting is no notice for this person: the head did not approve it, or there is a number."""
    if not rule.postings_count:
        raise refused("no_postings", _NO_POSTINGS)
    if not may_be_posted(card):
        raise refused("has_number", _HAS_NUMBER)


def may_be_posted(card: NoticeCard) -> bool:
    """Whether nobody can reach the person by a number."""
    lost = UNSENT | {NoticeState.UNREACHABLE}
    return not card.way.number or any(message.state in lost for message in card.told)


def write_step(unit: Unit, card: NoticeCard, state: NoticeState, cause: str = "") -> str:
    """One more step of the message that is open, or the first one of the next."""
    area, values = step_of(unit, card, state, cause)
    return unit.insert(NOTICE_STEP, area, **values)


def step_of(unit: Unit, card: NoticeCard, state: NoticeState, cause: str = "") -> tuple[str, dict[str, object]]:
    """The same, to be written with others."""
    message = card.subject
    sequence = message.sequence if message else max((each.sequence for each in card.told), default=0) + 1
    reference = message.reference if message else reference_of(unit.meta.regency, card.request_id, sequence)
    channel = Channel.SMS if state in (NoticeState.DELIVERED, NoticeState.FAILED) else Channel.CALL_LIST
    values = _values(unit, card.request_id, reference, sequence, channel, state, cause, card.way.number)
    return card.area, values


def refused(code: str, words: Text) -> RuleError:
    """What the rules of notices say against a step."""
    return RuleError(Problem("request", code, words))


def _values(
    unit: Unit,
    request: str,
    reference: str,
    sequence: int,
    channel: str,
    state: str,
    cause: str = "",
    phone: str = "",
) -> dict[str, object]:
    return {
        "request_id": request,
        "sequence": sequence,
        "channel": str(channel),
        "state": str(state),
        "reference": reference,
        "phone": phone or None,
        "cause": cause or None,
        "at": _behind_the_last(unit, request),
    }


def _behind_the_last(unit: Unit, request: str) -> str:
    """Now, or just behind what is known of the card's notices where this clock is behind the centre's."""
    return behind(unit.value("SELECT max(at) FROM notice_step WHERE request_id = ?", request), unit.now_utc)


def _require_last(unit: Unit, step: str, request: str, reference: str) -> None:
    """The last word about its message stands last; of two at one instant the later row."""
    said = standing(unit.query(notice_steps, [request])[request])
    last = [each.id for each in said if each.reference == reference][-1:]
    if last != [step]:
        raise refused("not_the_last", _NOT_THE_LAST)


_STEP = "SELECT request_id, reference, sequence, channel, area FROM notice_step WHERE id = ? AND sequence > 0"
_NOT_NOW = text("Sekarang tidak ada yang perlu dicatat untuk kartu ini. Lihat kabarnya di panel kanan.")
_NOT_READY = text("Kartu ini sudah tidak menunggu diambil, jadi tidak ada kabar yang dicatat.")
_NO_POSTINGS = text("Daftar tempel belum disetujui kepala dinas sebagai kabar. Telepon warganya, atau lewat RT.")
_HAS_NUMBER = text("Warga ini punya nomor. Telepon dulu; daftar tempel hanya untuk yang tidak bisa dihubungi.")
_NOT_THE_LAST = text("Sudah ada catatan lain sesudahnya. Lihat kabarnya di panel kanan.")
