"""Cards that nobody fetched, by district; and the batches in which they go there (NC-3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.cards.batches import BatchState, batch_state, may_go
from fieldkit.domain.cards.card import OF_BATCH, CardState, Placing, Position
from fieldkit.domain.cards.handover import RecordKind, next_number
from fieldkit.domain.identifiers import device_prefix
from fieldkit.domain.notices.plan import eligible_on
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.cards.facts import HANDED_OVER, positions, stands
from fieldkit.store.queries.cards.queue import CardRow, open_cards
from fieldkit.store.queries.literals import listed
from fieldkit.store.queries.notices.facts import messages_of, notice_rule
from fieldkit.store.queries.stock.records import SignedRecord

DISTRICT: Final = 8
"""So much of the code of a village names its district."""


@dataclass(frozen=True, slots=True)
class DistrictCards:
    """The cards of one district that lie ready, those of them that may go there, and those in batches."""

    district: str
    ready: int
    eligible: int
    in_batches: int

    @property
    def id(self) -> str:
        """The district."""
        return self.district


@dataclass(frozen=True, slots=True, repr=False)
class BatchCard:
    """A card of a batch. `card` is where it is now; in no state of the batch where it left that."""

    request_id: str
    area: str
    name: str
    address: str
    village: str
    nik_tail: str
    receipt_ref: str
    place: str
    """Where it lay when it was set aside."""
    card: Position = field(default_factory=Position)
    is_known: bool = True
    """Whether its request is on this laptop."""

    @property
    def id(self) -> str:
        """The request."""
        return self.request_id


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch and what was signed about it; numbers and instants are empty before."""

    id: str
    district: str
    cards: int
    waiting: int
    """Of how many somebody waits for something still."""
    made_at: str
    number: str = ""
    record_id: str = ""
    sent_at: str = ""
    giver: str = field(default="", repr=False)
    receipt_id: str = ""
    received_at: str = ""
    receiver: str = field(default="", repr=False)
    differences: int = 0

    @property
    def state(self) -> BatchState:
        """Where it stands."""
        return batch_state(
            is_signed=bool(self.record_id),
            is_received=bool(self.receipt_id),
            differences=self.differences,
            waiting=self.waiting,
        )


class _Listed(msgspec.Struct, frozen=True):
    request: str
    name: str = ""
    address: str = ""
    village: str = ""
    area: str = ""
    nik_tail: str = ""
    reference: str = ""
    place: str = ""


class _Distribution(msgspec.Struct, frozen=True):
    cards: tuple[_Listed, ...] = ()


@dataclass(frozen=True, slots=True)
class _Signed:
    """A record about a batch, as far as its head goes."""

    id: str
    kind: str
    number: str
    answers_id: str
    at: str
    signer: str
    district: str
    cards: int
    differences: int


def eligible_cards(database: Database, day: date, district: str = "") -> list[CardRow]:
    """The cards that may go to their district, or to this one (F-K2)."""
    cards = open_cards(database, day.isoformat())
    return [card for card in eligible_among(database, cards, day) if district_of(card).startswith(district)]


def eligible_among(database: Database, cards: Iterable[CardRow], day: date) -> list[CardRow]:
    """Those of these cards that may go."""
    ready = [card for card in cards if card.card.state is CardState.READY]
    rule = notice_rule(database, day)
    told = messages_of(database, [card.request_id for card in ready], rule)
    return [card for card in ready if may_go(card.card, eligible_on(told[card.request_id], rule), day)]


def district_cards(database: Database, cards: Sequence[CardRow], day: date) -> list[DistrictCards]:
    """Every district that has cards lying ready or in batches; where most may go, first."""
    ready: Counter[str] = Counter()
    in_batches: Counter[str] = Counter()
    for card in cards:
        ready[district_of(card)] += card.card.state is CardState.READY
        in_batches[district_of(card)] += card.card.state in OF_BATCH
    eligible = Counter(map(district_of, eligible_among(database, cards, day)))
    rows = [DistrictCards(each, ready[each], eligible[each], in_batches[each]) for each in ready]
    told = [row for row in rows if row.ready or row.in_batches]
    return sorted(told, key=lambda row: (-row.eligible, -row.ready, row.district))


def district_of(card: CardRow) -> str:
    """The district in which the owner of a card lives; where that is not known, the one that asked for the card."""
    return (card.village or card.area)[:DISTRICT]


def batches(database: Database) -> list[Batch]:
    """All batches: those that wait for somebody before the archived ones, newest first."""
    made = dict(database.rows(_MADE))
    # Whoever has a card waits for it no more, and with time those are most.
    where = positions(database, [row[0] for row in database.rows(_NOT_FETCHED)])
    waiting = Counter(card.batch for card in where.values() if card.batch)
    # The first signature counts where there are two; that is a case besides.
    records = [_Signed(*row) for row in database.rows(_RECORDS)]
    given = {each.answers_id: each for each in records if each.kind == RecordKind.DISTRIBUTION}
    received = {each.answers_id: each for each in records if each.kind == RecordKind.RECEIPT}
    found = [_signed(given[id_], made.get(id_, ""), waiting[id_], received) for id_ in given]
    found += [_draft(database, id_, made[id_], where) for id_ in made.keys() & waiting.keys() - given.keys()]
    shown = sorted(found, key=lambda each: (each.made_at, each.id), reverse=True)
    return sorted(shown, key=lambda each: each.state is BatchState.ARCHIVED)


def batch_of(database: Database, batch_id: str) -> Batch | None:
    """One of them; None where nothing is left of it."""
    return next((batch for batch in batches(database) if batch.id == batch_id), None)


def batch_cards(database: Database, batch_id: str) -> list[BatchCard]:
    """The cards of a batch by name: of a signed one as they were signed for, of a draft those that are in it now."""
    document = database.value(
        "SELECT document FROM handover_record WHERE kind = ? AND answers_id = ? ORDER BY at, id LIMIT 1",
        RecordKind.DISTRIBUTION,
        batch_id,
    )
    if document is None:
        return _draft_cards(database, batch_id)
    signed = msgspec.json.decode(str(document), type=_Distribution).cards
    wanted = [each.request for each in signed]
    where = positions(database, wanted)
    known = _known(database, wanted)
    return [
        BatchCard(
            each.request, each.area, each.name, each.address, each.village, each.nik_tail, each.reference, each.place,
            where[each.request], each.request in known,
        )
        for each in signed
    ]  # fmt: skip


def record(database: Database, record_id: str) -> SignedRecord | None:
    """A signed record about cards."""
    row = database.row(
        "SELECT r.id, r.kind, r.number, r.document, coalesce(u.name, ''), r.at, r.signature FROM handover_record r "
        "LEFT JOIN app_user u ON u.id = r.signer_id WHERE r.id = ?",
        record_id,
    )
    return SignedRecord(*row) if row else None


def number_for(database: Database, year: int) -> str:
    """A number for the next paper of this laptop."""
    known = [str(number) for (number,) in database.rows("SELECT number FROM handover_record")]
    return next_number(known, device_prefix(Meta(database).origin), year)


def _signed(sent: _Signed, made_at: str, waiting: int, received: Mapping[str, _Signed]) -> Batch:
    batch = Batch(
        sent.answers_id, sent.district, sent.cards, waiting, made_at or sent.at,
        number=sent.number, record_id=sent.id, sent_at=sent.at, giver=sent.signer,
    )  # fmt: skip
    receipt = received.get(sent.id)
    if receipt is None:
        return batch
    return replace(
        batch,
        receipt_id=receipt.id,
        received_at=receipt.at,
        receiver=receipt.signer,
        differences=receipt.differences,
    )


def _draft(database: Database, id_: str, made_at: str, where: Mapping[str, Position]) -> Batch:
    cards = people_of_cards(database, [request for request, card in where.items() if card.batch == id_], where)
    return Batch(id_, _most_common(cards), len(cards), len(cards), made_at)


def _most_common(cards: Sequence[BatchCard]) -> str:
    found = Counter((card.village or card.area)[:DISTRICT] for card in cards)
    return min(found, key=lambda district: (-found[district], district), default="")


def _draft_cards(database: Database, batch_id: str) -> list[BatchCard]:
    requests = [row[0] for row in database.rows(f"{_SET_ASIDE_IN} AND l.record_id = ?", batch_id)]
    where = positions(database, requests)
    mine = [id_ for id_ in requests if where[id_].state is CardState.IN_BATCH and where[id_].batch == batch_id]
    return people_of_cards(database, mine, where)


def people_of_cards(database: Database, requests: Iterable[str], where: Mapping[str, Position]) -> list[BatchCard]:
    """Whose cards these are, with name and address (F-K2), by name."""
    wanted = msgspec.json.encode(list(requests)).decode()
    return [
        BatchCard(id_, area, name, _address(*parts), village, nik_tail, reference, where[id_].place, where[id_])
        for id_, area, name, village, nik_tail, reference, *parts in database.rows(_PEOPLE, wanted)
    ]


def _address(address: str, rt: str, rw: str) -> str:
    parts = [address.strip(), f"RT {rt}" if rt else "", f"RW {rw}" if rw else ""]
    return " ".join(filter(None, parts))


def _known(database: Database, requests: Collection[str]) -> set[str]:
    wanted = msgspec.json.encode(list(requests)).decode()
    sql = "SELECT id FROM service_request WHERE id IN (SELECT value FROM json_each(?))"
    return {row[0] for row in database.rows(sql, wanted)}


_SET_ASIDE_IN: Final = (
    f"SELECT DISTINCT l.request_id FROM card_place l WHERE l.state = '{Placing.BATCHED}' AND {stands('l')}"
)
_MADE: Final = (
    f"SELECT l.record_id, min(l.at) FROM card_place l WHERE l.record_id IS NOT NULL AND l.state = '{Placing.BATCHED}' "
    f"AND {stands('l')} GROUP BY l.record_id"
)
_NOT_FETCHED: Final = (
    "SELECT DISTINCT l.request_id FROM card_place l WHERE l.record_id IS NOT NULL "
    f"AND l.state IN ({listed([Placing.BATCHED, Placing.SENT, Placing.AT_DISTRICT, Placing.MISSING])}) "
    f"AND NOT EXISTS (SELECT 1 FROM card_handover h WHERE h.request_id = l.request_id AND {HANDED_OVER})"
)
_OF_CARDS: Final = listed([RecordKind.DISTRIBUTION, RecordKind.RECEIPT])
_RECORDS: Final = (
    "SELECT r.id, r.kind, r.number, coalesce(r.answers_id, ''), r.at, coalesce(u.name, ''), "
    "coalesce(json_extract(r.document, '$.district.code'), ''), "
    "coalesce(json_array_length(r.document, '$.cards'), 0), "
    "coalesce(json_array_length(r.document, '$.differences'), 0) "
    "FROM handover_record r LEFT JOIN app_user u ON u.id = r.signer_id "
    f"WHERE r.kind IN ({_OF_CARDS}) ORDER BY r.at DESC, r.id DESC"
)
_PEOPLE: Final = (
    "SELECT q.id, q.area, coalesce(r.name, ''), coalesce(r.village, ''), "
    "coalesce(r.nik_tail, substr(r.nik, -4), ''), q.receipt_ref, "
    "coalesce(r.address, ''), coalesce(r.rt, ''), coalesce(r.rw, '') "
    "FROM service_request q LEFT JOIN resident r ON r.id = q.resident_id "
    "WHERE q.id IN (SELECT value FROM json_each(?)) ORDER BY r.name, q.id"
)
