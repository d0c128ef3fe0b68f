"""Whatever a laptop says who sits there: what that role may not write is doubted in every table that travels."""

from __future__ import annotations

from typing import Any

import pytest
from field_pens import AT, JATI, PROBOLINGGO, Ground

from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.records.declaration import Column, Kind, Table
from fieldkit.records.tables import TABLES
from fieldkit.server.office.writing import add_user

OF_ANYBODY = {
    # Each says these of themselves.
    "look",
    "sign_in_step",
    "phone_step",
    # It is kept; who may not decide decides nothing by it.
    "case_settlement",
}
OF_TABLES = {"resident", "service_request", "request_step", "card_print", "card_place", "stock_movement", "lot_step"}
MAY = {
    # Who only reads writes nothing else; the head writes drafts of rules, and signs.
    "viewer": OF_ANYBODY,
    "head": OF_ANYBODY | {"setting"},
    "keeper": OF_ANYBODY | OF_TABLES | {"stock_lot", "stock_count"},
}
SAID: dict[Kind, Any] = {
    Kind.TEXT: "x",
    Kind.INTEGER: 1,
    Kind.FLAG: 0,
    Kind.DATE: "2019-02-23",
    Kind.INSTANT: AT,
    Kind.DOCUMENT: "{}",
}
NEVER = {"app_user", "device_file", "case_file"}
"""The centre alone writes these, whoever sits at a laptop."""


def said(column: Column) -> Any:
    return JATI if column.name == "village" else SAID[column.kind]


def taken_from(ground: Ground, role: str) -> set[str]:
    """The tables of which the centre takes a bare row from somebody of a role, without a doubt."""
    user, _ = add_user(ground.centre, PROBOLINGGO, name="Dewi Lestari", role=role, now_ms=ground.clock())
    laptop = ground.laptop(user=user)
    for table in TABLES:
        laptop.pen.insert(table.name, _bare(table))
    doubted = {TABLES[each.number - 1].name for each in laptop.push().exceptions}
    return {table.name for table in TABLES} - doubted


def _bare(table: Table) -> dict[str, Any]:
    return {column.name: said(column) for column in table.columns if column.required}


@pytest.mark.parametrize("role", sorted(MAY))
def test_who_has_little_to_write_writes_no_more_under_any_table(sqlite_ground: Ground, role: str) -> None:
    assert taken_from(sqlite_ground, role) == MAY[role]


@pytest.mark.parametrize("role", USER_ROLES)
def test_no_role_writes_what_the_centre_alone_says(sqlite_ground: Ground, role: str) -> None:
    assert not taken_from(sqlite_ground, role) & NEVER


@pytest.mark.parametrize("table", ["shift_opening", "shift_withdrawal", "attendance", "closing", "target_list"])
def test_a_shift_is_opened_and_closed_by_who_leads(sqlite_ground: Ground, table: str) -> None:
    assert {role for role in USER_ROLES if table in taken_from(sqlite_ground, role)} <= {"lead", "planner", "admin"}


def test_where_shifts_are_held_is_said_by_who_plans(sqlite_ground: Ground) -> None:
    assert {role for role in USER_ROLES if "site" in taken_from(sqlite_ground, role)} == {"planner", "admin"}
