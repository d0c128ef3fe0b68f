"""Rows that the office writes at the centre."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from field_pens import JATI, PROBOLINGGO, Ground, resident

from fieldkit.records.start_codes import fits
from fieldkit.server.cases import open_cases
from fieldkit.server.database import reading
from fieldkit.server.ledger.journal import is_whole
from fieldkit.server.office.writing import (
    OfficeRow,
    add_user,
    dismiss_user,
    put_composed_rows,
    put_office_row,
    put_office_rows,
)
from fieldkit.server.schema import RECEIPT


def pushes(ground: Ground) -> int:
    """How many of them the centre signed for."""
    with reading(ground.centre.engine) as connection:
        return connection.scalar(sa.select(sa.func.count()).select_from(RECEIPT)) or 0


def test_an_office_row_is_journalled_and_comes_to_every_laptop(ground: Ground) -> None:
    row = {"village": JATI, "quantity": 1024, "until": "2019-02-23"}
    target = put_office_row(ground.centre, PROBOLINGGO, "target", row, area=PROBOLINGGO, now_ms=ground.clock())
    assert ground.laptop().rows("target")[target]["quantity"] == 1024
    with reading(ground.centre.engine) as connection:
        assert is_whole(connection, (PROBOLINGGO, "3574-OFFICE.1"))


def test_it_keeps_the_id_that_it_is_given(ground: Ground) -> None:
    row = {"id": "target-jati", "village": JATI, "quantity": 1024, "until": "2019-02-23"}
    assert put_office_row(ground.centre, PROBOLINGGO, "target", row, area=JATI, now_ms=ground.clock()) == "target-jati"


def test_a_user_is_told_a_code_of_which_only_the_verifier_is_kept(ground: Ground) -> None:
    user, code = add_user(ground.centre, PROBOLINGGO, name="Budi", role="operator", now_ms=ground.clock())
    row = ground.laptop().rows("app_user")[user]
    assert (row["name"], row["role"], row["active"]) == ("Budi", "operator", 1)
    assert fits(code, row["start_code_hash"])
    assert code not in row["start_code_hash"]


def test_many_rows_go_in_at_once(ground: Ground) -> None:
    rows = [
        OfficeRow("target", JATI, f"target-{n}", {"village": JATI, "quantity": n, "until": "2019-02-23"})
        for n in range(50)
    ]
    before = pushes(ground)
    put_office_rows(ground.centre, PROBOLINGGO, rows, now_ms=ground.clock())
    assert pushes(ground) == before + 1
    assert len(ground.laptop().rows("target")) == 50


def test_where_nothing_is_composed_nothing_is_written(ground: Ground) -> None:
    before = pushes(ground)
    assert put_composed_rows(ground.centre, PROBOLINGGO, list, now_ms=ground.clock()) == 0
    assert pushes(ground) == before


@pytest.mark.parametrize("row", [{"village": JATI}, {"village": JATI, "quantity": "x", "until": "2019-02-23"}])
def test_an_unsound_row_is_an_error(ground: Ground, row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="refused"):
        put_office_row(ground.centre, PROBOLINGGO, "target", row, area=JATI, now_ms=ground.clock())


def test_a_regency_that_is_not_hosted_is_an_error(ground: Ground) -> None:
    with pytest.raises(ValueError, match="not hosted"):
        add_user(ground.centre, "35.10", name="Budi", role="operator", now_ms=ground.clock())


def test_two_who_write_for_the_office_at_once_do_not_fork_it(ground: Ground) -> None:
    def add(number: int) -> str:
        return add_user(ground.centre, PROBOLINGGO, name=f"{number}", role="operator", now_ms=ground.clock())[0]

    with ThreadPoolExecutor(4) as pool:
        users = set(pool.map(add, range(12)))
    assert users | {ground.lead} == set(ground.laptop().rows("app_user"))
    assert open_cases(ground.centre, PROBOLINGGO) == []


def test_a_dismissed_user_is_inactive_everywhere_and_later_work_is_taken_and_listed(ground: Ground) -> None:
    user, _ = add_user(ground.centre, PROBOLINGGO, name="Budi", role="operator", now_ms=ground.clock())
    laptop = ground.laptop(user=user)
    assert dismiss_user(ground.centre, PROBOLINGGO, user, now_ms=ground.clock())
    assert ground.laptop().rows("app_user")[user]["active"] == 0
    person = laptop.pen.insert("resident", resident())
    reply = laptop.push()
    assert reply.receipt.number == 1
    assert [each.reason for each in reply.exceptions] == ["user"]
    assert [(case.kind, case.row) for case in open_cases(ground.centre, PROBOLINGGO)] == [("user", person)]
    assert not dismiss_user(ground.centre, PROBOLINGGO, user, now_ms=ground.clock())
    assert not dismiss_user(ground.centre, PROBOLINGGO, "nobody", now_ms=ground.clock())
