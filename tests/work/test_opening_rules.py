"""What a shift is opened with is held where it is written, whoever asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.records.tables import TEAM, TEAM_MEMBER
from fieldkit.store.queries.closing.figures import frame_of
from fieldkit.store.queries.shifts import current_shift
from fieldkit.store.unit import Unit
from fieldkit.work.shifts.opening import OpenShift, open_shift
from tests.laptops import JATI, REGENCY, SATURDAY, ZONE, add_user, laptop

USUAL = OpenShift(None, SATURDAY, "Shift sore", "Kantor", JATI, "16:00", "19:00", ZONE, 100, 0, ())


@pytest.mark.parametrize(
    ("field", "command"),
    [
        ("name", replace(USUAL, name="  ")),
        ("target", replace(USUAL, target_count=-5)),
        ("start", replace(USUAL, planned_start="x")),
        ("end", replace(USUAL, planned_end="")),
    ],
)
def test_a_shift_without_name_hours_or_a_target_that_can_be_is_not_opened(
    tmp_path: Path, field: str, command: OpenShift
) -> None:
    store = laptop(tmp_path)
    add_user(store)
    with pytest.raises(RuleError) as refused:
        store.execute(open_shift, command)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert store.query(current_shift) is None


def test_a_session_that_nobody_planned_is_of_the_team_of_its_lead(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    lead = add_user(store)

    def join(unit: Unit) -> None:
        team = unit.insert(TEAM, REGENCY, name="Tim 2", district=JATI[:8], active=1)
        unit.insert(TEAM_MEMBER, REGENCY, team_id=team, user_id=lead, role="lead")

    store.execute(join)
    assert store.query(frame_of, store.execute(open_shift, USUAL)).team == "Tim 2"
