"""A fortnight of the stock: a lot in parts, districts that print, a loan from the province, spoiled cards destroyed."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, time, timedelta
from typing import Final

from fieldkit.demo.day import DAY, PIN
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.demo.office import REGENCY
from fieldkit.domain.cards.handover import DestructionWay, Minutes
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock.holders import store_of
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import OFFICE, SPOILED, SUPPLIER, USED, MovementKind, Product, SpoilReason
from fieldkit.records.tables import APP_USER, STOCK_MOVEMENT
from fieldkit.store.queries.stock.balances import table_holder
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.instants import instant
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.stock.keeping import (
    DestroyStock,
    IssueStock,
    LendStock,
    destroy_stock,
    issue_stock,
    lend_stock,
)
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot

KEEPER: Final = "Dewi Kartika"
_CODE: Final = "GUDANG-2019"
_MAYANGAN: Final = store_of("35.74.03")
_KANIGARAN: Final = store_of("35.74.04")
_KADEMANGAN: Final = store_of("35.74.01")
_PRINTED: Final = {
    _MAYANGAN: (41, 38, 44, 29, 40, 47, 36, 43, 39, 45),
    _KANIGARAN: (22, 25, 19, 31, 27, 24, 28, 21, 26, 23),
}
"""Cards of the last ten days, first day first."""
_GIVEN: Final = (
    (10, _MAYANGAN, 250),
    (10, _KANIGARAN, 150),
    (5, _MAYANGAN, 200),
    (4, _KANIGARAN, 120),
    (2, _KADEMANGAN, 60),
)
"""Days ago, to whom, how many."""


def keep_stock(laptop: PracticeLaptop) -> None:
    """What lay in the store before the practice day, and what its keeper does on that morning."""
    store = laptop.store
    signed_in, keeper = store.user, store.execute(_add_keeper)
    set_first_pin(store, keeper, _CODE, PIN)
    with store.acting(keeper):
        store.execute(_write_history)
        signer = check_in(store, keeper, PIN)
        _lots(store)
        _papers(store, signer)
        store.execute(issue_stock, IssueStock(store.query(table_holder), Product.RIBBON, 500))
        store.execute(issue_stock, IssueStock(_MAYANGAN, Product.BLANK, 80, "Untuk shift malam"))
    store.user = signed_in


def _add_keeper(unit: Unit) -> UserId:
    code = hashlib.sha256(_CODE.encode()).hexdigest()
    return UserId(unit.insert(APP_USER, REGENCY, name=KEEPER, role="keeper", active=1, start_code_hash=code))


def _write_history(unit: Unit) -> None:
    """As the office's own laptop wrote it day by day."""
    _note(unit, 12, MovementKind.RECEIVE, Product.BLANK, SUPPLIER, OFFICE, 1_500)
    _note(unit, 12, MovementKind.RECEIVE, Product.RIBBON, SUPPLIER, OFFICE, 3_000)
    for holder in _PRINTED:
        _note(unit, 11, MovementKind.ISSUE, Product.RIBBON, OFFICE, holder, 1_000)
    for days, holder, pieces in _GIVEN:
        _note(unit, days, MovementKind.ISSUE, Product.BLANK, OFFICE, holder, pieces)
    for holder, printed in _PRINTED.items():
        for at, cards in enumerate(printed):
            for product in (Product.BLANK, Product.RIBBON):
                _note(unit, len(printed) - at, MovementKind.PRINT_USE, product, holder, USED, cards)
        _note(unit, 3, MovementKind.SPOIL, Product.BLANK, holder, SPOILED, 7, SpoilReason.PRINT_FAILED)
        _note(unit, 6, MovementKind.SPOIL, Product.BLANK, holder, SPOILED, 4, SpoilReason.ENCODE_FAILED)


def _note(
    unit: Unit,
    days_ago: int,
    kind: MovementKind,
    product: Product,
    giver: str,
    taker: str,
    pieces: int,
    reason: str = "",
) -> None:
    at = datetime.combine(DAY - timedelta(days=days_ago), time(3, 30), UTC)
    ends = {"from_holder": giver, "to_holder": taker, "quantity": pieces, "reason": reason or None}
    unit.insert(STOCK_MOVEMENT, REGENCY, product=product, kind=kind, **ends, at=instant(at))


def _lots(store: Store) -> None:
    lot = store.execute(request_lot, RequestLot(Product.BLANK, "Ditjen Dukcapil", 6_000, "Surat 470/118/2019"))
    store.execute(step_lot, StepLot(lot, LotState.APPROVED, 6_000))
    store.execute(step_lot, StepLot(lot, LotState.AT_LOCATION, 2_000, "Surabaya"))
    store.execute(step_lot, StepLot(lot, LotState.IN_TRANSIT, 3_000, "Jakarta"))
    store.execute(request_lot, RequestLot(Product.RIBBON, "Provinsi Jawa Timur", 5_000))


def _papers(store: Store, signer: Signer) -> None:
    borrowed = Minutes("BA-001/2019", (), "Hadi Prayitno", "Jawa Timur")
    store.execute(lend_stock, LendStock(MovementKind.BORROW, "35", Product.BLANK, 400, borrowed), signer)
    back = Minutes("BA-002/2019", (), "Hadi Prayitno", "Jawa Timur")
    store.execute(lend_stock, LendStock(MovementKind.GIVE_BACK, "35", Product.BLANK, 150, back), signer)
    burned = Minutes("BA-003/2019", ("Sri Utami", "Bambang Irawan"))
    store.execute(destroy_stock, DestroyStock(16, DestructionWay.BURNED, burned), signer)
