"""Roles, and what each may decide."""

from __future__ import annotations

import pytest

from fieldkit.domain.roles import LOST_WORK, may_settle


@pytest.mark.parametrize(
    ("role", "usual", "lost"),
    [
        ("admin", True, True),
        ("planner", True, False),
        ("lead", True, False),
        ("operator", False, False),
        (None, False, False),
    ],
)
def test_that_work_is_lost_for_good_only_an_admin_says(role: str | None, usual: bool, lost: bool) -> None:
    assert (may_settle("weighty", role), may_settle(LOST_WORK, role)) == (usual, lost)
