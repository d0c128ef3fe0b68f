"""What a case tells of contested values: read by whoever can, and never in the way of whoever can not."""

from __future__ import annotations

import pytest

from fieldkit.records.clash import CaseDetails, Clash, Said, decoded_details, encoded_details

DETAILS = CaseDetails([Clash("nik", Said("3574030205849951"), Said("3574030205849952", "agus", "3574-P2.1"))])


def test_what_is_written_is_read_again() -> None:
    assert decoded_details(encoded_details(DETAILS)) == DETAILS


def test_what_a_newer_centre_adds_falls_away() -> None:
    told = encoded_details(DETAILS).replace('"clashes"', '"weight":3,"clashes"')
    assert decoded_details(told) == DETAILS


@pytest.mark.parametrize("column", [None, "", "null", "[]", "{", '{"clashes":[{"field":1}]}'])
def test_what_can_not_be_read_tells_nothing(column: str | None) -> None:
    assert decoded_details(column) == CaseDetails()


def test_no_value_stands_in_the_words_for_a_log() -> None:
    """Invariant 12."""
    assert "35740302" not in repr(DETAILS)
