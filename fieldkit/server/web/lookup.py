"""Where a card is, for whoever has the reference of the receipt (F-K8): its state and its place, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import sqlalchemy as sa

from fieldkit.domain.cards.card import CardState, position
from fieldkit.domain.requests.reasons import WITHOUT_CARD
from fieldkit.domain.requests.service import RequestState
from fieldkit.domain.text import Text, text
from fieldkit.records.codes import secret_hash
from fieldkit.server.centre import Centre
from fieldkit.server.database import reading, writing
from fieldkit.server.devices.guesses import site_of
from fieldkit.server.schema import METADATA
from fieldkit.server.web.facts import Asked, Facts
from fieldkit.server.web.tally import is_stopped

ADDRESS_BURST: Final = 10
ADDRESS_EACH_MS: Final = 20_000
"""An address may ask so often at once, and then once in so long."""
REGENCY_BURST: Final = 600
REGENCY_EACH_MS: Final = 500
_WHOLE: Final = 1000
_LONGEST: Final = 20
_REQUEST: Final = METADATA.tables["service_request"].c
_TAKE: Final = sa.text(
    "INSERT INTO web_allowance (regency, who, used, at_ms) VALUES (:regency, :who, 0, :now) "
    "ON CONFLICT (regency, who) DO UPDATE SET used = web_allowance.used RETURNING used, at_ms"
)
_NOTE: Final = sa.text("UPDATE web_allowance SET used = :used, at_ms = :now WHERE regency = :regency AND who = :who")
_FORGET: Final = sa.text("DELETE FROM web_allowance WHERE regency = :regency AND at_ms < :before")
_FORGOTTEN_MS: Final = 24 * 60 * 60 * 1000
UNKNOWN: Final = text("Tidak ada kartu dengan nomor itu. Cocokkan dengan resi, atau tanyakan ke kantor.")


def may_ask(centre: Centre, regency: str, address: str, now_ms: int) -> bool:
    """Whether this address, and the regency as a whole, have not asked too often; what is asked for does not count."""
    asked = (
        ("", secret_hash(f"lookup {site_of(address)}"), ADDRESS_BURST, ADDRESS_EACH_MS),
        (regency, "lookup", REGENCY_BURST, REGENCY_EACH_MS),
    )
    with writing(centre.engine) as connection:
        connection.execute(_FORGET, {"regency": "", "before": now_ms - _FORGOTTEN_MS})
        return all(_take(connection, *each, now_ms) for each in asked)


def _take(connection: sa.Connection, regency: str, who: str, burst: int, each_ms: int, now_ms: int) -> bool:
    """One of an allowance that fills up again with time; False where nothing is left of it."""
    key = {"regency": regency, "who": who, "now": now_ms}
    used, at_ms = connection.execute(_TAKE, key).one()
    left = max(0, used - max(0, now_ms - at_ms) * _WHOLE // each_ms)
    is_left = left + _WHOLE <= burst * _WHOLE
    connection.execute(_NOTE, {**key, "used": left + _WHOLE if is_left else left})
    return bool(is_left)


def card_told(centre: Centre, regency: str, reference: str) -> Text:
    """What is told of the card; the same words for every reference that nobody has."""
    with reading(centre.engine) as connection:
        # What is no reference is looked for as well: whatever is asked takes as long.
        mine = sa.and_(_REQUEST.regency == regency, _REQUEST.receipt_ref == plain_reference(reference))
        request = connection.scalar(sa.select(_REQUEST.id).where(mine).order_by(_REQUEST.at.desc()).limit(1))
        facts = Facts(connection, centre.bulk, regency)
        asked = facts.request(request or "")
        card = position(facts.cards([request or ""]).get(request or "", []))
        national = facts.national_of(asked.resident_id if asked is not None else "")
        is_held = asked is not None and asked.state in _TO_PRINT and is_stopped(facts, asked, national)
    if asked is None:
        return UNKNOWN
    if card.state is CardState.QUEUED and is_held:
        return _STOPPED
    return _words(asked, card.state, card.place)


def plain_reference(reference: str) -> str:
    """A reference as it is kept, however it is typed; empty where it can be none."""
    plain = "".join(reference.upper().replace("-", " ").split())
    return plain if plain.isascii() and plain.isalnum() and len(plain) <= _LONGEST else ""


def _words(asked: Asked, state: CardState, place: str) -> Text:
    if state is CardState.QUEUED:
        return _BEFORE_CARD.get(asked.state, _ASK) if asked.reason not in WITHOUT_CARD else _NO_CARD
    if state in _TO_FETCH:
        return text("Kartu sudah jadi dan bisa diambil di {place}. Bawa resi dan KK. Gratis.", place=place)
    return _OF_CARD.get(state, _ASK)


_TO_FETCH: Final = frozenset({CardState.READY, CardState.IN_BATCH, CardState.AT_DISTRICT})
_TO_PRINT: Final = frozenset({RequestState.RECORDED, RequestState.ACCEPTED_FOR_REPRINT})
_STOPPED: Final = text("Kartu belum bisa dicetak. Tanyakan ke kantor, bawa resi dan KK. Gratis.")
"""What the centre of the country says of somebody is told at the office, not here."""
_ASK: Final = text("Permohonan ini belum selesai. Tanyakan ke kantor, bawa resi dan KK. Gratis.")
_NO_CARD: Final = text("Permohonan ini tercatat. Tidak ada kartu baru untuk permohonan ini.")
_IN_PRINT: Final = text("Kartu belum dicetak, masih menunggu giliran.")
_BEFORE_CARD: Final[Mapping[RequestState, Text]] = {
    RequestState.WAITING: text("Permohonan tercatat, belum dilayani."),
    RequestState.IN_SERVICE: text("Permohonan sedang dilayani."),
    RequestState.RECORDED: text("Sudah direkam. Kartu belum dicetak, masih menunggu giliran."),
    RequestState.ACCEPTED_FOR_REPRINT: _IN_PRINT,
    RequestState.FORWARDED_TO_OFFICE: text("Permohonan diteruskan ke kantor. Kartu belum dicetak."),
}
_OF_CARD: Final[Mapping[CardState, Text]] = {
    CardState.PRINTED: text("Kartu sudah dicetak, sedang diperiksa petugas."),
    CardState.CHECKED: text("Kartu sudah dicetak, sedang diperiksa petugas."),
    CardState.ON_THE_WAY: text("Kartu sudah jadi, dalam perjalanan ke kecamatan. Tanyakan lagi beberapa hari lagi."),
    CardState.MISSING: text("Kartu sudah jadi, sedang dicari petugas. Tanyakan ke kantor, bawa resi dan KK."),
    CardState.HANDED_OVER: text("Kartu sudah diserahkan."),
}
