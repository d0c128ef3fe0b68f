"""Sex as it travels in the database."""

from __future__ import annotations

from fieldkit.domain.people.sex import Sex


def test_the_values_that_travel_do_not_change() -> None:
    assert [sex.value for sex in Sex] == ["male", "female"]
