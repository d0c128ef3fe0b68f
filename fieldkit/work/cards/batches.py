"""Cards that nobody fetched go to their district: set aside, signed for, counted in there (F-K2, NC-3).

A batch has an id before anybody signed anything: its cards carry it from the draft on. The record of whoever gives
answers the batch, and the record of whoever receives answers that one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from fieldkit.domain.cards.batches import BatchState, Difference, FoundDifferent, check_count
from fieldkit.domain.cards.card import CardFact, CardState, Kind, Placing, standing
from fieldkit.domain.cards.handover import Minutes, RecordKind
from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.identifiers import row_id
from fieldkit.domain.text import Text, text
from fieldkit.records.tables import CARD_PLACE
from fieldkit.store.queries.cards.batches import Batch, BatchCard, batch_cards, batch_of, eligible_cards, record
from fieldkit.store.queries.cards.facts import card_facts, position_of, positions
from fieldkit.store.queries.people import app_user
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_batch_giver, require_batch_taker
from fieldkit.work.cards.written import area_of, behind_all, behind_the_last
from fieldkit.work.days import today
from fieldkit.work.sign_in import Signer
from fieldkit.work.stock.records import head_of, keep_signed


@dataclass(frozen=True, slots=True)
class CrossOut:
    """A card leaves a batch that nobody signed yet, and why."""

    batch_id: str
    request_id: str
    note: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class SendBatch:
    """Whoever gives signs for a batch. `district` is its code, `name` how it is called: Kec. Sukarami."""

    batch_id: str
    district: str
    name: str
    minutes: Minutes


@dataclass(frozen=True, slots=True)
class ReceiveBatch:
    """Whoever receives has counted: so many cards, what of it is otherwise, and where they lie from now on."""

    batch_id: str
    counted: int
    place: str
    minutes: Minutes
    found: tuple[FoundDifferent, ...] = ()


@dataclass(frozen=True, slots=True)
class FindCard:
    """A card that was missing turned up at the district."""

    request_id: str
    place: str


def make_batch(unit: Unit, district: str) -> str:
    """Set aside every card of a district that may go there; returns the id of the batch. They stay where they lie."""
    require_batch_giver(unit)
    cards = unit.query(eligible_cards, today(unit), district)
    if not cards:
        raise _refused("no_cards", text("Belum ada kartu yang boleh dikirim ke kecamatan ini."))
    batch_id = row_id(unit.now_ms, os.urandom(10))
    behind = behind_all(unit, [card.request_id for card in cards])
    rows = [
        (card.area, _placed(card.request_id, Placing.BATCHED, batch_id, behind, card.card.place, card.card.custodian))
        for card in cards
    ]
    unit.insert_many(CARD_PLACE, rows)
    return batch_id


def undo_batch(unit: Unit, batch_id: str) -> int:
    """Nothing is sent after all: the cards of a draft lie ready as before. Returns how many."""
    require_batch_giver(unit)
    _draft(unit, batch_id)
    cards = unit.query(batch_cards, batch_id)
    facts = unit.query(card_facts, [card.request_id for card in cards])
    behind = behind_all(unit, facts)
    rows = [
        (card.area, {"request_id": card.request_id, "state": str(Placing.UNDONE), "place": fact.id,
                     "at": behind[card.request_id]})
        for card in cards
        for fact in _set_aside(facts[card.request_id], batch_id)
    ]  # fmt: skip
    unit.insert_many(CARD_PLACE, rows)
    return len(cards)


def cross_out(unit: Unit, command: CrossOut) -> str:
    """One card leaves a draft and lies ready again, with a note why; returns the fact, by which it can be undone."""
    require_batch_giver(unit)
    _draft(unit, command.batch_id)
    if not command.note.strip():
        words = text("Keterangan belum ditulis. Tulis singkat kenapa kartu ini tidak ikut dikirim.")
        raise RuleError(Problem("note", "no_note", words))
    card = unit.query(position_of, command.request_id)
    if card.batch != command.batch_id:
        raise _refused("not_in_batch", text("Kartu ini sudah tidak di kiriman ini."))
    return unit.insert(
        CARD_PLACE,
        area_of(unit, command.request_id),
        request_id=command.request_id,
        state=Placing.READY,
        place=card.place,
        custodian=card.custodian or None,
        note=command.note.strip(),
        record_id=command.batch_id,
        at=behind_the_last(unit, command.request_id),
    )


def send_batch(unit: Unit, command: SendBatch, signer: Signer) -> str:
    """Whoever gives signs for the cards that are in the batch now, by name and address (F-K2); returns the record."""
    require_batch_giver(unit)
    _draft(unit, command.batch_id)
    cards = unit.query(batch_cards, command.batch_id)
    document = {
        **head_of(unit, RecordKind.DISTRIBUTION, command.minutes, signer),
        "batch": command.batch_id,
        "district": {"code": command.district, "name": command.name},
        "cards": [_written(card) for card in cards],
    }
    record_id = keep_signed(unit, document, signer, area=command.district, answers_id=command.batch_id)
    behind = behind_all(unit, [card.request_id for card in cards])
    giver = _name(unit, signer)
    rows = [
        (card.area, _placed(card.request_id, Placing.SENT, command.batch_id, behind, command.name, giver))
        for card in cards
    ]
    unit.insert_many(CARD_PLACE, rows)
    return record_id


def receive_batch(unit: Unit, command: ReceiveBatch, signer: Signer) -> str:
    """Whoever receives signs for what arrived, each difference by name; returns the record. What its owner fetched
    meanwhile is expected no more."""
    require_batch_taker(unit)
    batch = _on_its_way(unit, command.batch_id)
    cards = unit.query(batch_cards, command.batch_id)
    listed = [card for card in cards if card.card.state is not CardState.HANDED_OVER]
    _require_counted(command, listed)
    document = {
        **head_of(unit, RecordKind.RECEIPT, command.minutes, signer),
        "batch": command.batch_id,
        "answers": {"id": batch.record_id, "number": batch.number, "sha256": _print_of(unit, batch.record_id)},
        "district": {"code": batch.district, "name": command.place},
        "listed": len(cards),
        "counted": command.counted,
        "collected": [_written(card) for card in cards if card.card.state is CardState.HANDED_OVER],
        "differences": [_difference(each, cards) for each in command.found],
    }
    record_id = keep_signed(unit, document, signer, area=batch.district, answers_id=batch.record_id)
    rows = list(_arrived(unit, command, batch, listed, _name(unit, signer)))
    if rows:
        unit.insert_many(CARD_PLACE, rows)
    return record_id


def find_card(unit: Unit, command: FindCard) -> str:
    """A card that did not arrive with the others lies at the district after all; returns the fact."""
    require_batch_taker(unit)
    card = unit.query(position_of, command.request_id)
    if card.state is not CardState.MISSING:
        raise _refused("not_missing", text("Kartu ini tidak sedang dicari."))
    if not command.place.strip():
        raise RuleError(Problem("place", "no_place", _NO_PLACE))
    return unit.insert(
        CARD_PLACE,
        area_of(unit, command.request_id),
        request_id=command.request_id,
        state=Placing.AT_DISTRICT,
        place=command.place.strip(),
        custodian=_user_name(unit, unit.user),
        record_id=card.batch,
        at=behind_the_last(unit, command.request_id),
    )


def _arrived(
    unit: Unit, command: ReceiveBatch, batch: Batch, listed: Collection[BatchCard], receiver: str
) -> Iterable[tuple[str, dict[str, Any]]]:
    """Where each card is now: at the district, missing on the way, or damaged and withdrawn."""
    kinds = {each.request_id: each for each in command.found if each.request_id}
    areas = {card.request_id: card.area if card.is_known else batch.district for card in listed}
    extra = [request for request, each in kinds.items() if each.kind is Difference.NOT_LISTED]
    areas |= {request: area_of(unit, request) for request in extra}
    behind = behind_all(unit, areas)
    where = unit.query(positions, areas)
    for request, area in areas.items():
        found = kinds.get(request)
        if found is not None and found.kind is Difference.MISSING:
            lost = where[request]
            place, keeper = lost.place or command.place, lost.custodian or batch.giver
            yield area, _placed(request, Placing.MISSING, batch.id, behind, place, keeper, found.note)
        elif found is not None and found.kind is Difference.DAMAGED:
            note = found.note.strip() or str(_DAMAGED)
            yield area, _placed(request, Placing.WITHDRAWN, batch.id, behind, command.place, receiver, note)
        else:
            yield area, _placed(request, Placing.AT_DISTRICT, batch.id, behind, command.place.strip(), receiver)


def _placed(
    request: str, placing: Placing, batch: str, behind: dict[str, str], place: str, custodian: str, note: str = ""
) -> dict[str, Any]:
    return {
        "request_id": request,
        "state": str(placing),
        "place": place,
        "custodian": custodian or None,
        "note": note.strip() or None,
        "record_id": batch,
        "at": behind[request],
    }


def _draft(unit: Unit, batch_id: str) -> Batch:
    """A batch of which something is left, and that nobody signed; RuleError else."""
    batch = unit.query(batch_of, batch_id)
    if batch is None:
        raise _refused("empty", text("Kiriman ini kosong: kartunya sudah diambil, dicoret, atau ada di kiriman lain."))
    if batch.state is not BatchState.DRAFT:
        raise _refused("signed", text("Kiriman ini sudah ditandatangani, jadi tetap seperti tertulis."))
    return batch


def _on_its_way(unit: Unit, batch_id: str) -> Batch:
    batch = unit.query(batch_of, batch_id)
    if batch is None or batch.state is BatchState.DRAFT:
        raise _refused("not_sent", text("Kiriman ini belum ditandatangani yang menyerahkan."))
    if batch.state is not BatchState.SIGNED:
        raise _refused("received", text("Kiriman ini sudah diterima di kecamatan."))
    return batch


def _require_counted(command: ReceiveBatch, listed: Collection[BatchCard]) -> None:
    problems = [*check_count({card.request_id for card in listed}, command.found, command.counted)]
    if not command.place.strip():
        problems.append(Problem("place", "no_place", _NO_PLACE))
    if problems:
        raise RuleError(*problems)


def _set_aside(facts: Iterable[CardFact], batch_id: str) -> list[CardFact]:
    return [
        fact
        for fact in standing(facts)
        if fact.kind is Kind.PLACE and fact.word == Placing.BATCHED and fact.batch == batch_id
    ]


def _written(card: BatchCard) -> dict[str, str]:
    return {
        "request": card.request_id,
        "name": card.name,
        "address": card.address,
        "village": card.village,
        "area": card.area,
        "nik_tail": card.nik_tail,
        "reference": card.receipt_ref,
        "place": card.place,
    }


def _difference(found: FoundDifferent, cards: Iterable[BatchCard]) -> dict[str, str]:
    card = next((card for card in cards if card.request_id == found.request_id), None)
    return {
        "kind": str(found.kind),
        "request": found.request_id,
        "name": card.name if card is not None else found.name.strip(),
        "reference": card.receipt_ref if card is not None else "",
        "note": found.note.strip(),
    }


def _print_of(unit: Unit, record_id: str) -> str:
    signed = unit.query(record, record_id)
    return sha256(signed.document.encode()).hexdigest() if signed is not None else ""


def _name(unit: Unit, signer: Signer) -> str:
    return _user_name(unit, signer.user_id)


def _user_name(unit: Unit, user_id: str) -> str:
    user = unit.query(app_user, user_id)
    return user.name if user is not None else ""


def _refused(code: str, words: Text) -> RuleError:
    return RuleError(Problem("batch", code, words))


_DAMAGED: Final = text("Rusak saat diterima di kecamatan")
_NO_PLACE: Final = text("Tempatnya belum ditulis. Tulis di mana kartunya ditaruh.")
