"""What stands on a handover record: its number."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.handover import next_number

YEARS = st.integers(2018, 2030)
SERIES = st.sampled_from(["P1", "P2", "P12", "P2B"])
KNOWN = st.lists(
    st.builds("BA-{}-{:03}/{}".format, SERIES, st.integers(1, 12), YEARS)
    | st.sampled_from(["BA-001/2019", "470/12/2019", "BA-P2-x/2019", ""])
)


def test_the_numbers_of_a_laptop_go_on_after_its_last_one_of_the_year() -> None:
    known = ["BA-P2-001/2019", "BA-P2-003/2019", "BA-P1-009/2019", "BA-P2-007/2018", "470/12/2019"]
    assert next_number(known, "P2", 2019) == "BA-P2-004/2019"
    assert next_number([], "P2", 2019) == "BA-P2-001/2019"


@given(KNOWN, SERIES, SERIES, YEARS)
def test_a_number_is_new_and_never_that_of_another_laptop(known: list[str], one: str, other: str, year: int) -> None:
    number = next_number(known, one, year)
    assert number not in known
    assert one == other or number != next_number(known, other, year)
