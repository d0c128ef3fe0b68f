"""What the stock keeper books reaches the tables and the centre, and a holder below zero is a case there."""

from __future__ import annotations

import pytest

from fieldkit.domain.cards.handover import DestructionWay, Minutes
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.stock.holders import store_of
from fieldkit.domain.stock.lots import LotState
from fieldkit.domain.stock.movements import OFFICE, DifferenceReason, Product, SpoilReason
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import HANDOVER_RECORD, LOT_STEP, STOCK_COUNT, STOCK_LOT, STOCK_MOVEMENT
from fieldkit.server.office.writing import add_user
from fieldkit.store.database import Database
from fieldkit.store.queries.stock.balances import balance_of
from fieldkit.store.queries.stock.lots import lots
from fieldkit.store.queries.syncing import attention
from fieldkit.work.sign_in import check_in, set_first_pin
from fieldkit.work.stock.counting import CountStock, count_stock
from fieldkit.work.stock.keeping import (
    DestroyStock,
    IssueStock,
    SpoilStock,
    destroy_stock,
    issue_stock,
    spoil_stock,
)
from fieldkit.work.stock.lots import RequestLot, StepLot, request_lot, step_lot
from tests.flows.enrolled import Ground, Laptop, in_areas, kinds
from tests.laptops import JATI, REGENCY

MAYANGAN = store_of("35.74.03")
PIN = "274913"


@pytest.fixture
def office(ground: Ground) -> tuple[Laptop, UserId]:
    """The laptop of the office, with the stock keeper at it, and 500 blanks received."""
    name, code = add_user(ground.centre, REGENCY, name="Dewi Kartika", role="keeper", now_ms=now_ms(ground.clock))
    laptop, keeper = ground.laptop("office"), UserId(name)
    set_first_pin(laptop.store, keeper, code, PIN)
    laptop.store.user = keeper
    lot = laptop.store.execute(request_lot, RequestLot(Product.BLANK, "Ditjen Dukcapil", 500))
    ground.clock.pass_by(minutes=1)
    laptop.store.execute(step_lot, StepLot(lot, LotState.RECEIVED, 500))
    return laptop, keeper


def negative_cases(database: Database) -> list[str]:
    return [
        str(subject) for (subject,) in database.rows("SELECT subject FROM case_file WHERE kind = 'negative_holder'")
    ]


def test_a_table_knows_what_the_office_gave_out_and_every_paper_is_at_the_centre(
    ground: Ground, office: tuple[Laptop, UserId]
) -> None:
    laptop, keeper = office
    laptop.store.execute(issue_stock, IssueStock(MAYANGAN, Product.BLANK, 200))
    laptop.store.execute(spoil_stock, SpoilStock(OFFICE, 3, SpoilReason.DAMAGED_BLANK))
    paper = Minutes("BA-001/2019", ("Sri Utami", "Bambang Irawan"))
    destroy = DestroyStock(3, DestructionWay.BURNED, paper)
    laptop.store.execute(destroy_stock, destroy, check_in(laptop.store, keeper, PIN))
    laptop.store.execute(count_stock, CountStock(MAYANGAN, Product.BLANK, 200, "Agus Prasetyo"))
    laptop.sync()
    assert kinds(ground) == []
    table = in_areas(ground, "table", JATI)
    assert table.store.query(balance_of, MAYANGAN, Product.BLANK) == 200
    assert [lot.count.received for lot in table.store.query(lots)] == [500]
    for each in (STOCK_LOT, LOT_STEP, STOCK_MOVEMENT, STOCK_COUNT):
        assert table.rows(each) == ground.rows(each) != []


def test_a_signed_paper_comes_to_the_places_that_it_is_about_and_to_the_office(
    ground: Ground, office: tuple[Laptop, UserId]
) -> None:
    """It names who signed: what was burned at the office is nobody's else, a district's count is the district's."""
    laptop, keeper = office
    other, table = ground.laptop("other"), in_areas(ground, "table", JATI)
    district, elsewhere = in_areas(ground, "district", "35.74.03"), in_areas(ground, "elsewhere", "35.74.01")
    laptop.store.execute(issue_stock, IssueStock(MAYANGAN, Product.BLANK, 200))
    laptop.store.execute(spoil_stock, SpoilStock(OFFICE, 3, SpoilReason.DAMAGED_BLANK))
    who = check_in(laptop.store, keeper, PIN)
    burned = DestroyStock(3, DestructionWay.BURNED, Minutes("BA-001/2019", ("Sri Utami", "Bambang Irawan")))
    laptop.store.execute(destroy_stock, burned, who)
    counted = CountStock(
        MAYANGAN,
        Product.BLANK,
        198,
        "Agus Prasetyo",
        reason=DifferenceReason.MISCOUNTED_AT_ISSUE,
        note="Dihitung ulang berdua.",
        minutes=Minutes("BA-002/2019", ("Sri Utami", "Bambang Irawan")),
    )
    laptop.store.execute(count_stock, counted, who)
    ground.clock.pass_by(minutes=1)
    for each in (laptop, other, table, district, elsewhere, laptop):
        outcome = each.sync()
        assert (outcome.cause, outcome.waiting) == (None, 0)
    assert sorted(str(row[2]) for row in ground.rows(HANDOVER_RECORD)) == [f"{REGENCY}.00", "35.74.03"]
    assert laptop.rows(HANDOVER_RECORD) == other.rows(HANDOVER_RECORD) == ground.rows(HANDOVER_RECORD)
    assert district.rows(HANDOVER_RECORD) == [row for row in ground.rows(HANDOVER_RECORD) if row[2] == "35.74.03"]
    assert (table.rows(HANDOVER_RECORD), elsewhere.rows(HANDOVER_RECORD)) == ([], [])
    assert len(table.rows(STOCK_MOVEMENT)) == len(ground.rows(STOCK_MOVEMENT)), "the figures come to all"
    assert kinds(ground) == []


def test_a_district_that_gave_away_more_than_it_had_is_a_case_at_the_centre(
    ground: Ground, office: tuple[Laptop, UserId]
) -> None:
    laptop, _keeper = office
    laptop.store.execute(spoil_stock, SpoilStock(MAYANGAN, 2, SpoilReason.PRINT_FAILED))
    laptop.store.execute(issue_stock, IssueStock(store_of("35.74.01"), Product.BLANK, 900))
    laptop.sync()
    laptop.sync()
    # The office gave more than it has on record as well: that is shown on its page, and no case.
    (case,) = laptop.store.query(attention)
    assert (case.reason, case.table) == ("negative_holder", "stock_movement")
    assert laptop.store.query(negative_cases) == [f"{MAYANGAN} blank"]
