"""What a shift is opened with is held where it is written, whoever asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fieldkit.domain.errors import RuleError
from fieldkit.store.queries.shifts import current_shift
from fieldkit.work.shifts.opening import OpenShift, open_shift
from tests.laptops import JATI, SATURDAY, ZONE, add_user, laptop

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
