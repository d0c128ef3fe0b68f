"""Where a card lies and who keeps it: one place at a time, the last one said (4.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fieldkit.domain.cards.card import NEXT_PLACINGS, CardState, Placing, Position
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.domain.text import text
from fieldkit.records.tables import CARD_PLACE
from fieldkit.store.queries.cards.facts import position_of
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_card_worker
from fieldkit.work.cards.box import into_box
from fieldkit.work.cards.written import area_of, behind_the_last, refused


@dataclass(frozen=True, slots=True)
class PlaceCard:
    """A card lies somewhere, with somebody, and why it does where that is not for its owner to fetch."""

    request_id: str
    placing: Placing
    place: str
    custodian: str
    note: str = ""


def place_card(unit: Unit, command: PlaceCard) -> str:
    """A card is put somewhere; returns the id of the fact. RuleError where there is no card to put."""
    require_card_worker(unit)
    card = unit.query(position_of, command.request_id)
    _require_card(card, command.placing)
    problems = [
        Problem(name, f"no_{name}", words)
        for name, words, value in (
            ("place", text("Tempatnya belum ditulis. Tulis di mana kartunya ditaruh."), command.place),
            ("custodian", text("Pemegangnya belum ditulis. Tulis siapa yang memegang kartunya."), command.custodian),
            ("note", text("Keterangan belum ditulis. Tulis singkat apa yang terjadi."), _note_of(command)),
        )
        if not value.strip()
    ]
    if problems:
        raise RuleError(*problems)
    area = area_of(unit, command.request_id)
    if command.placing is Placing.BOXED:
        into_box(unit, area, command.request_id, SpoilReason.WITHDRAWN)
    return unit.insert(
        CARD_PLACE,
        area,
        request_id=command.request_id,
        state=command.placing,
        place=command.place.strip(),
        custodian=command.custodian.strip(),
        note=command.note.strip() or None,
        at=behind_the_last(unit, command.request_id),
    )


def _require_card(card: Position, placing: Placing) -> None:
    if card.state is CardState.QUEUED:
        raise refused("not_printed", text("Kartu ini belum dicetak."))
    if placing is Placing.RETURNED and card.state is not CardState.HANDED_OVER:
        raise refused("not_handed_over", text("Kartu ini belum diserahkan, jadi tidak bisa dicatat kembali."))
    if placing is Placing.BOXED and card.state is not CardState.WITHDRAWN:
        raise refused("not_withdrawn", text("Kartu ini belum ditarik. Catat dulu kenapa ditarik."))
    if placing not in NEXT_PLACINGS.get(card.state, Placing):
        raise refused("handed_over" if card.state is CardState.HANDED_OVER else "withdrawn", _STUCK[card.state])
    if placing is Placing.READY and card.state is CardState.PRINTED:
        raise refused("not_checked", text("Kartu ini belum diperiksa. Cocokkan dulu data dan chipnya."))


def _note_of(command: PlaceCard) -> str:
    """What has to be written: a card that is ready somewhere or goes into the box needs no story."""
    return "-" if command.placing in (Placing.READY, Placing.BOXED) else command.note


_STUCK: Final = {
    CardState.HANDED_OVER: text("Kartu ini sudah diserahkan. Catat dulu kalau kembali."),
    CardState.WITHDRAWN: text("Kartu ini sudah ditarik. Sesudah itu hanya masuk kotak kartu rusak."),
    CardState.BOXED: text("Kartu ini sudah di kotak kartu rusak, menunggu dimusnahkan."),
}
