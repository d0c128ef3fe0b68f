"""Roles, and what each may decide."""

from __future__ import annotations

import pytest

from fieldkit.domain.planning.schedule import CrewRole
from fieldkit.domain.roles import (
    LATE_REOPENING,
    LEADS,
    LOST_WORK,
    STOCK_KEEPERS,
    TABLE_WORKERS,
    may_settle,
    role_label,
)


@pytest.mark.parametrize(
    ("role", "usual", "late", "lost"),
    [
        ("admin", True, True, True),
        ("planner", True, True, False),
        ("lead", True, False, False),
        ("operator", False, False, False),
        (None, False, False, False),
    ],
)
def test_that_work_is_lost_only_an_admin_says_and_the_office_what_a_lead_may_not(
    role: str | None, usual: bool, late: bool, lost: bool
) -> None:
    assert [may_settle(kind, role) for kind in ("weighty", LATE_REOPENING, LOST_WORK)] == [usual, late, lost]


def test_every_role_and_every_part_in_a_team_has_a_word() -> None:
    unnamed = [
        role for role in (*LEADS, *STOCK_KEEPERS, *TABLE_WORKERS, "viewer", *CrewRole) if str(role_label(role)) == role
    ]
    assert not unnamed


def test_what_somebody_typed_as_a_role_stands_for_itself() -> None:
    assert (str(role_label("Pendamping")), str(role_label(""))) == ("Pendamping", "")
