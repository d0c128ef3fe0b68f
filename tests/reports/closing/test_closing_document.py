"""Reading the signed document of a closing back."""

from __future__ import annotations

import json

import pytest

from fieldkit.domain.errors import FileError
from fieldkit.reports.closing.document import read_document
from tests.closings import bare_document, document


def test_what_may_be_absent_is_read_as_absent() -> None:
    read = read_document(json.dumps(bare_document()))
    assert (read.people_count, read.card_count, read.village_target, read.uploads, read.sets) == (
        None,
        None,
        None,
        None,
        (),
    )
    assert read.people.recorded_first_time is None


def test_what_a_later_version_adds_is_passed_over() -> None:
    read = read_document(json.dumps(document(weather="cerah")))
    assert read.stock.taken == 65


def test_a_later_format_says_to_update() -> None:
    with pytest.raises(FileError) as told:
        read_document(json.dumps(document(format=2)))
    assert "lebih baru" in str(told.value.title)
    assert "Perbarui FieldKit" in str(told.value.advice)


@pytest.mark.parametrize("broken", ["", "[]", '{"format": 1}', json.dumps(document(stock="banyak"))])
def test_a_damaged_document_is_told_in_words(broken: str) -> None:
    with pytest.raises(FileError) as told:
        read_document(broken)
    assert "tidak bisa dibaca" in str(told.value.title)
