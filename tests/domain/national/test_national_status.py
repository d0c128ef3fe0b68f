"""Statuses as files spell them, and what each of them stops."""

from __future__ import annotations

import pytest

from fieldkit.domain.national.status import (
    FORBIDS_RECORDING,
    HALTED,
    STOPS,
    NationalStatus,
    read_status,
    remedy,
    status_label,
    stop_words,
)
from fieldkit.domain.national.work_lists import STATUSES
from fieldkit.domain.text import words_of

SPELT = (
    ("PRINT_READY_RECORD", NationalStatus.PRINT_READY),
    ("prr", NationalStatus.PRINT_READY),
    (" Print Ready Record ", NationalStatus.PRINT_READY),
    ("SENT_FOR_ENROLLMENT", NationalStatus.SENT),
    ("SFE", NationalStatus.SENT),
    ("BIO_CAPTURED", NationalStatus.BIO_CAPTURED),
    ("bio capture", NationalStatus.BIO_CAPTURED),
    ("ENROLL_FAILURE_AT_REGIONAL", NationalStatus.ENROL_FAILED),
    ("Efac", NationalStatus.ENROL_FAILED),
    ("SEARCH_FAILURE_AT_CENTRAL", NationalStatus.SEARCH_FAILED),
    ("ADJUDICATE_RECORD", NationalStatus.ADJUDICATE),
    ("Request Validation", NationalStatus.VALIDATION_REQUESTED),
    ("DUPLICATE_RECORD (ONE TO MANY)", NationalStatus.DUPLICATE),
    ("DUPLICATE_RECORD_1:N", NationalStatus.DUPLICATE),
    ("RECEIVED_AT_CENTRAL", NationalStatus.RECEIVED),
    ("UNREGISTERED", NationalStatus.UNREGISTERED),
    ("PROCESSING", NationalStatus.PROCESSING),
    ("CARD_SHIPPED", NationalStatus.OTHER),
    ("", NationalStatus.OTHER),
    ("DELETED_AT_CENTRAL", NationalStatus.DELETED_AT_CENTRE),
)


@pytest.mark.parametrize(("raw", "meant"), SPELT)
def test_a_status_is_known_however_a_file_spells_it(raw: str, meant: NationalStatus) -> None:
    assert read_status(raw) is meant


def test_an_unknown_status_keeps_its_text() -> None:
    assert str(status_label(NationalStatus.OTHER, "CARD_SHIPPED {1}")) == "CARD_SHIPPED {1}"
    assert str(status_label("a_newer_word")) == "a newer word"


def test_every_stop_has_its_remedy_and_forbids_another_recording() -> None:
    assert all(remedy(status) is not None for status in STOPS)
    assert STOPS < FORBIDS_RECORDING
    assert NationalStatus.DELETED_AT_CENTRE not in FORBIDS_RECORDING
    assert NationalStatus.UNREGISTERED not in FORBIDS_RECORDING
    words = str(stop_words(NationalStatus.DUPLICATE, "2018-01-05"))
    assert "05-01-2018" in words
    assert "penghapusan" in words


KNOWN = [status for status in NationalStatus if status is not NationalStatus.OTHER]


@pytest.mark.parametrize("status", NationalStatus)
def test_every_status_has_a_word_of_its_own(status: NationalStatus) -> None:
    assert str(status_label(status)) != str(words_of(status))


@pytest.mark.parametrize("status", KNOWN)
def test_every_status_is_spelt_in_some_way_in_files(status: NationalStatus) -> None:
    assert status in {meant for _, meant in SPELT}


@pytest.mark.parametrize("status", KNOWN)
def test_every_status_can_bring_somebody_onto_one_work_list(status: NationalStatus) -> None:
    assert sum(status in statuses for statuses in STATUSES.values()) == 1


@pytest.mark.parametrize("status", sorted(HALTED))
def test_a_record_that_goes_no_further_has_its_remedy(status: NationalStatus) -> None:
    assert remedy(status) is not None
