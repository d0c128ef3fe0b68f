"""What a receipt says, and what it never says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from fieldkit.domain.requests.receipt import grouped, short_name
from fieldkit.domain.rules.interim import InterimRule
from fieldkit.reports.people.receipt import qr_uri, receipt_html
from fieldkit.store.queries.table.receipts import ReceiptFacts

FACTS = ReceiptFacts(
    request_id="r1",
    queue_no="P2-083",
    reference="K7Q2M9XRTB",
    name="SITI NURAINI",
    reason="first_recording",
    state="waiting",
    day="2019-02-23",
    site_name="Balai Kelurahan Jati",
    office_name="Dispendukcapil Kota Probolinggo",
    print_eligible_on="",
    prints=0,
)


def test_number_reference_place_and_that_it_is_free_are_on_it() -> None:
    html = receipt_html(FACTS)
    for words in ("P2-083", "K7Q2M 9XRTB", "SITI N.", "Rekam baru", "Balai Kelurahan Jati", "GRATIS"):
        assert words in html


def test_the_qr_code_holds_the_reference_and_nothing_else() -> None:
    assert qr_uri("K7Q2M9XRTB") in receipt_html(FACTS)
    assert qr_uri("K7Q2M9XRTB") != qr_uri("K7Q2M9XRTC")


def test_the_whole_name_does_not_lie_about_on_a_slip() -> None:
    assert "NURAINI" not in receipt_html(FACTS)
    assert short_name("SITI NURAINI PUTRI") == "SITI N. P."
    assert short_name("") == ""


def test_the_reference_is_grouped_to_be_copied() -> None:
    assert grouped("K7Q2M9XRTB") == "K7Q2M 9XRTB"


LETTER = "Selama KTP-el belum jadi, suket bisa diminta di kantor Dukcapil"


def test_where_the_office_gives_the_interim_letter_the_receipt_says_until_when() -> None:
    assert f"{LETTER}." in receipt_html(replace(FACTS, interim=InterimRule(is_allowed=True)))
    allowed = replace(FACTS, interim=InterimRule(is_allowed=True, until=date(2019, 6, 30)))
    assert f"{LETTER} sampai 30-06-2019." in receipt_html(allowed)
    assert LETTER not in receipt_html(FACTS)


@pytest.mark.parametrize(
    "changes",
    [
        {"state": "redirected_to_pickup"},
        {"state": "rejected_duplicate"},
        {"reason": "pick_up"},
        {"print_eligible_on": "2019-10-05"},
    ],
)
def test_who_waits_for_no_card_is_told_of_no_letter(changes: dict[str, str]) -> None:
    assert LETTER not in receipt_html(replace(FACTS, interim=InterimRule(is_allowed=True), **changes))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"reason": "data_change"}, "Diselesaikan di kantor Dukcapil, bukan di meja ini."),
        ({"reason": "lost", "state": "redirected_to_pickup"}, "Kartu Anda sudah jadi. Ambil dengan membawa KK."),
        ({"state": "rejected_duplicate"}, "Sudah pernah direkam. Kantor Dukcapil yang melanjutkan."),
        ({"print_eligible_on": "2019-10-05"}, "Kartu dicetak mulai 05-10-2019."),
    ],
)
def test_what_the_resident_has_to_know_is_on_it(changes: dict[str, str], said: str) -> None:
    assert said in receipt_html(replace(FACTS, **changes))
    assert said not in receipt_html(FACTS)


def test_who_is_seventeen_already_is_not_told_a_day() -> None:
    assert "dicetak mulai" not in receipt_html(replace(FACTS, print_eligible_on="2018-01-01"))
