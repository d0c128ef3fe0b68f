"""Cards that lie ready and that nobody fetches, by the hundred. Everybody here is invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from fieldkit.domain.stock.movements import OFFICE, SUPPLIER
from fieldkit.records.declaration import Table
from fieldkit.records.tables import (
    CARD_PLACE,
    CARD_PRINT,
    NOTICE_STEP,
    REQUEST_STEP,
    RESIDENT,
    SERVICE_REQUEST,
    STOCK_MOVEMENT,
)
from fieldkit.store.database import Database
from fieldkit.store.queries.cards.batches import DistrictCards, district_cards
from fieldkit.store.queries.cards.queue import open_cards
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from tests.laptops import JATI

MANGUNHARJO = "35.74.03.1002"
KANIGARAN = "35.74.04.1003"
READY_ON = date(2018, 7, 1)
TOLD_ON = (date(2018, 7, 1), date(2018, 9, 1), date(2018, 11, 1))
"""Three in six months: the cards may go from 1 January 2019 on."""
ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def uncollected(
    store: Store,
    villages: Mapping[str, int],
    *,
    told_on: Sequence[date] = TOLD_ON,
    ready_on: date = READY_ON,
    asked_in: str = "",
    place: str = "Kantor Dinas",
) -> list[str]:
    """So many cards of people of each village; returns their requests. `asked_in` is where they came to a table."""

    def verb(unit: Unit) -> list[str]:
        return [
            request
            for village, people in villages.items()
            for request in _cards(unit, village, people, told_on, ready_on, asked_in or village, place)
        ]

    return store.execute(verb)


def _cards(
    unit: Unit, village: str, people: int, told_on: Sequence[date], ready_on: date, asked_in: str, place: str
) -> list[str]:
    at = f"{ready_on}T03:00:00.000Z"
    taken = int(unit.value("SELECT count(*) FROM service_request"))
    names = [f"WARGA {_letters(taken + number)}" for number in range(people)]
    residents = _many(
        unit, RESIDENT, village,
        [{"name": name, "village": village, "sex": "female", "address": f"Jl. Melati {number}", "rt": "02", "rw": "05",
          "nik": f"357403{(taken + number) % 28 + 41:02}0590{9900 + number % 100:04}", "phone": "+6281200009901"}
         for number, name in enumerate(names, 1)],
    )  # fmt: skip
    requests = _many(
        unit, SERVICE_REQUEST, asked_in,
        [{"shift_id": "s", "resident_id": person, "reason": "lost", "queue_no": f"P2-{taken + number:03}",
          "receipt_ref": reference_no(taken + number), "phone_answer": "own", "sms_consent": 1, "on_list": 0,
          "out_of_hours": 0, "at": at} for number, person in enumerate(residents)],
    )  # fmt: skip
    _many(
        unit,
        REQUEST_STEP,
        asked_in,
        [{"request_id": request, "step": "accepted_for_reprint", "at": at} for request in requests],
    )
    moved = unit.insert(
        STOCK_MOVEMENT, asked_in, product="blank", kind="receive", from_holder=SUPPLIER, to_holder=OFFICE,
        quantity=people, at=at,
    )  # fmt: skip
    _many(
        unit,
        CARD_PRINT,
        asked_in,
        [{"request_id": request, "movement_id": moved, "at": f"{ready_on}T03:10:00.000Z"} for request in requests],
    )
    _many(
        unit, CARD_PLACE, asked_in,
        [{"request_id": request, "state": "ready", "place": place, "custodian": "Yuni Lestari",
          "at": f"{ready_on}T03:30:00.000Z"} for request in requests],
    )  # fmt: skip
    _many(
        unit, NOTICE_STEP, asked_in,
        [{"request_id": request, "sequence": number, "channel": "sms", "state": "delivered",
          "reference": f"{request}-{number}", "phone": "+6281200009901", "at": f"{day}T04:00:00.000Z"}
         for request in requests for number, day in enumerate(told_on, 1)],
    )  # fmt: skip
    return requests


def piles(database: Database, day: date) -> list[DistrictCards]:
    """What lies ready, by district."""
    return district_cards(database, open_cards(database, day.isoformat()), day)


def one_uncollected(store: Store, village: str = JATI, **how: Any) -> str:
    """The request of one of them."""
    return uncollected(store, {village: 1}, **how)[0]


def reference_no(number: int) -> str:
    """A reference of ten characters, as it stands on a receipt."""
    digits = []
    for _ in range(10):
        number, digit = divmod(number, len(ALPHABET))
        digits.append(ALPHABET[digit])
    return "".join(reversed(digits))


def _many(unit: Unit, table: Table, area: str, rows: list[dict[str, Any]]) -> list[str]:
    return list(unit.insert_many(table, [(area, row) for row in rows])) if rows else []


def _letters(number: int) -> str:
    """A name of its own for each of many."""
    parts = (number // 676, number // 26, number)
    return "".join(chr(ord("A") + part % 26) for part in parts) + "I"
