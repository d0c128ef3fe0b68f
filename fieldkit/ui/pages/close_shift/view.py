"""What the page shows in one look: a shift that is open, or the last or a chosen one as it was signed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from fieldkit.domain.errors import Problem
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.shifts.closing import Standing
from fieldkit.domain.shifts.shift import BlankCount, CardCount, PeopleCount
from fieldkit.domain.stock.movements import Product
from fieldkit.reports.closing.document import ClosingDocument, RibbonPart, read_document
from fieldkit.store.database import Database
from fieldkit.store.queries.closing.addenda import Addendum
from fieldkit.store.queries.closing.beside import NOTHING_BESIDE, Beside, beside
from fieldkit.store.queries.closing.draft import CLOSING_DRAFT, OLDER_DRAFT, Answers, kept_answers
from fieldkit.store.queries.closing.figures import Present
from fieldkit.store.queries.closing.older import OlderShift, waiting_again
from fieldkit.store.queries.closing.signed import Replaced, SignedClosing, closings, replaced
from fieldkit.store.queries.closing.standing import standing
from fieldkit.store.queries.closing.team import TeamView, team_view
from fieldkit.store.queries.shifts import Shift, current_shift, last_shift, own_shifts, shift_by_id, shifts_of_day
from fieldkit.store.queries.table.registration import QueueEntry, queue
from fieldkit.store.queries.today.day import IncidentRow, ShiftTally, recorded_by_shift
from fieldkit.work.closing.figures import ShiftFigures, figures_of
from fieldkit.work.closing.reopening import hindrance
from fieldkit.work.closing.rows import rows_problem


@dataclass(frozen=True, slots=True)
class Shown:
    """The figures on the page: of an open shift as they stand, of a closed one as they were signed."""

    people: PeopleCount
    cards: CardCount
    stock: BlankCount
    under_17: int
    out_of_hours: int
    without_phone: int
    present: tuple[Present, ...]
    incidents: tuple[IncidentRow, ...]
    consumables: tuple[tuple[str, int, int], ...] = ()
    """Ribbon and film in prints: used, and left."""
    handed_of_earlier: int = 0
    """Cards of earlier shifts that were handed over in this one."""
    receipts: int = 0

    def blanks(self, counted: int | None) -> BlankCount:
        """Blanks with what was counted."""
        return replace(self.stock, counted=counted)

    def cards_with(self, held: int | None) -> CardCount:
        """Cards with those held as they were counted; as on record where nobody did."""
        return self.cards if held is None else replace(self.cards, held=held)

    @property
    def receipts_missing(self) -> int:
        """People whose receipt was asked of a printer and never came."""
        return max(self.people.arrived - self.receipts, 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A shift of this table that was opened again elsewhere, and what it was closed with."""

    shift: OlderShift
    before: Replaced


@dataclass(frozen=True, slots=True)
class CloseView:
    """The page at a glance: `figures` while the shift is open, `closing` once it is signed."""

    shift: Shift
    shown: Shown
    queue: tuple[QueueEntry, ...]
    day: tuple[ShiftTally, ...]
    answers: Answers
    standing: Standing
    team: TeamView
    figures: ShiftFigures | None = None
    closing: SignedClosing | None = None
    closings: tuple[SignedClosing, ...] = ()
    """All closings of the shift, also those that were replaced."""
    beside: Beside = NOTHING_BESIDE
    """What stands beside the signed one."""
    is_older: bool = False
    """Whether it was chosen, and is not the one that the table works in."""
    is_own: bool = True
    """Whether this laptop opened it."""
    may_take_up: bool = False
    """Whether the table may work again in what was opened again elsewhere."""
    hindrance: Problem | None = None
    """Why it is not opened or closed again on this laptop, whoever asks."""
    waiting: Waiting | None = None

    @property
    def replaces(self) -> Replaced | None:
        """What it was closed with, while it is open again."""
        return self.figures.replaces if self.figures is not None else None

    @property
    def count_stands(self) -> bool:
        """Whether the blanks are not counted again, because their table went on with them."""
        return self.figures is not None and self.figures.ended is not None

    @property
    def addenda(self) -> tuple[Addendum, ...]:
        """What came after the signature."""
        return self.beside.addenda

    @property
    def is_open(self) -> bool:
        """Whether the shift is still to be closed."""
        return self.closing is None


def close_view(database: Database, user: UserId, chosen: str = "") -> CloseView | None:
    """Everything that the page shows of the chosen shift, or else of the present one.

    None where no shift was ever opened here, or it is not signed and its table works elsewhere.
    """
    here = current_shift(database)
    shift = shift_by_id(database, chosen) if chosen else here or last_shift(database)
    signed = closings(database, shift.id) if shift is not None else []
    is_here = shift is not None and here is not None and here.id == shift.id
    if shift is None or not (signed or is_here):
        return None
    is_older = bool(chosen) and not is_here
    if shift.closed_at is not None:
        view = _signed_view(database, shift, signed[-1])
    else:
        view = _open_view(database, user, shift, OLDER_DRAFT if is_older else CLOSING_DRAFT)
    is_own = shift.id in own_shifts(database)
    return replace(
        view,
        is_older=is_older,
        is_own=is_own,
        may_take_up=view.is_open and is_own and here is None,
        hindrance=None if is_here else (rows_problem if view.is_open else hindrance)(database, shift),
        waiting=_waiting(database, shift),
    )


def _waiting(database: Database, shift: Shift) -> Waiting | None:
    found = waiting_again(database)
    before = replaced(database, found.id) if found is not None and found.id != shift.id else None
    return Waiting(found, before) if found is not None and before is not None else None


def _open_view(database: Database, user: UserId, shift: Shift, kind: str) -> CloseView:
    """The figures as they stand; of a shift that was opened again, with what was told before besides the count."""
    figures, before = figures_of(database, shift.id), closings(database, shift.id)
    kept = kept_answers(database, user, shift.id, kind)
    if before and kept == Answers(shift.id):
        told = read_document(before[-1].document)
        kept = Answers(
            shift.id,
            remarks=told.remarks,
            products=tuple(told.other_products.items()),
            letter_number=told.letter_number,
            assignment_letter=told.assignment_letter,
            held=told.held_counted if figures.ended is not None else None,
        )
    if figures.ended is not None:
        kept = replace(kept, counted=figures.ended.counted, counted_at="")
    return CloseView(
        shift,
        _as_they_stand(figures),
        tuple(queue(database, shift.id)),
        _day(database, shift),
        kept,
        standing(database, shift),
        team_view(database, shift),
        figures=figures,
        closings=tuple(before),
    )


def _signed_view(database: Database, shift: Shift, closing: SignedClosing) -> CloseView:
    """The figures as they were signed, whatever was written since (invariant 8)."""
    document = read_document(closing.document)
    answers = Answers(
        shift.id,
        document.counted,
        "",
        document.reason,
        document.note,
        document.remarks,
        tuple(document.other_products.items()),
        tuple((name, part.told) for name, part in _told(document) if part.told is not None),
        document.uploads[0].waiting if document.uploads else None,
        document.letter_number,
        document.assignment_letter,
        document.held_counted,
    )
    return CloseView(
        shift,
        _as_signed(document),
        (),
        _day(database, shift),
        answers,
        standing(database, shift),
        team_view(database, shift),
        closing=closing,
        closings=tuple(closings(database, shift.id)),
        beside=beside(database, closing),
    )


def _told(document: ClosingDocument) -> list[tuple[str, RibbonPart]]:
    parts = ((Product.RIBBON.value, document.ribbon), (Product.FILM.value, document.film))
    return [(name, part) for name, part in parts if part is not None]


def _as_they_stand(figures: ShiftFigures) -> Shown:
    people = figures.people
    return Shown(
        figures.people_count,
        figures.card_count,
        figures.blank_count(None),
        under_17=people.recorded_under_17,
        out_of_hours=people.out_of_hours,
        without_phone=people.without_phone,
        present=figures.present,
        incidents=figures.incidents,
        consumables=tuple(
            (name.value, used.printed + used.spoiled, used.on_hand) for name, used in figures.consumables
        ),
        handed_of_earlier=figures.cards.handed_of_earlier,
        receipts=people.receipts,
    )


def _as_signed(document: ClosingDocument) -> Shown:
    people, stock = document.people, document.stock
    return Shown(
        _people_signed(document),
        _cards_signed(document),
        BlankCount(stock.taken, stock.printed, stock.spoiled, stock.returned, None, stock.settled),
        under_17=people.recorded_under_17,
        out_of_hours=people.out_of_hours,
        without_phone=people.without_phone,
        present=tuple(Present(one.name, one.role, one.until) for one in document.present),
        incidents=tuple(
            IncidentRow("", one.kind, one.began_at, one.ended_at, one.effect) for one in document.incidents
        ),
        consumables=tuple((name, part.used, part.left) for name, part in _told(document)),
        handed_of_earlier=document.cards.handed_of_earlier or 0,
        receipts=people.receipts,
    )


def _cards_signed(document: ClosingDocument) -> CardCount:
    signed, cards = document.card_count, document.cards
    if signed is None:
        return CardCount(cards.printed, cards.handed_over, cards.printed - cards.handed_over)
    return CardCount(signed.printed, signed.handed_over, signed.held)


def _people_signed(document: ClosingDocument) -> PeopleCount:
    if document.people_count is None:
        raise KeyError("people_count")
    return PeopleCount(**msgspec.structs.asdict(document.people_count))


def _day(database: Database, shift: Shift) -> tuple[ShiftTally, ...]:
    own = own_shifts(database)
    if shift.id not in own:
        return tuple(one for one in recorded_by_shift(database, shift.day) if one.shift_id == shift.id)
    here = {one.id for one in shifts_of_day(database, shift.day) if one.village == shift.village and one.id in own}
    return tuple(one for one in recorded_by_shift(database, shift.day) if one.shift_id in here)
