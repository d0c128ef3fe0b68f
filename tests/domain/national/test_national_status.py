"""Statuses as files spell them, and what each of them stops."""

from __future__ import annotations

import pytest

from fieldkit.domain.national.status import (
    FORBIDS_RECORDING,
    STOPS,
    NationalStatus,
    read_status,
    remedy,
    status_label,
    stop_words,
)


@pytest.mark.parametrize(
    ("raw", "meant"),
    [
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
    ],
)
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


def test_every_status_has_a_word() -> None:
    for status in NationalStatus:
        assert str(status_label(status)) != status
