"""A receipt that is asked for and what came of it are facts apart."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.interim import InterimRule
from fieldkit.store.queries.table.receipts import receipt_of
from fieldkit.store.receipt_setting import ReceiptSetting, keep_receipt_setting, receipt_setting
from fieldkit.store.store import Store
from fieldkit.work.table.receipts import ask_receipt, note_receipt
from fieldkit.work.table.registration import REFERENCE_ALPHABET
from tests.laptops import SATURDAY, add_people, add_user, laptop, opened, registered
from tests.ruling import put_in_force


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store)
    opened(store)
    return store


def prints(store: Store) -> list[tuple[str, ...]]:
    return store.query(lambda d: d.rows("SELECT way, outcome, intent_id IS NOT NULL FROM receipt_print ORDER BY seq"))


def test_the_asking_stands_before_the_outcome_which_names_it(store: Store) -> None:
    request = registered(store).request_id
    asked = store.execute(ask_receipt, request, ReceiptWay.THERMAL_58)
    assert prints(store) == [("thermal_58", "asked", 0)]
    store.execute(note_receipt, asked, ReceiptOutcome.PRINTED)
    assert prints(store) == [("thermal_58", "asked", 0), ("thermal_58", "printed", 1)]


def test_only_what_came_out_of_a_printer_counts_as_printed(store: Store) -> None:
    request = registered(store).request_id
    for outcome in (ReceiptOutcome.FAILED, ReceiptOutcome.PRINTED, ReceiptOutcome.PRINTED):
        store.execute(note_receipt, store.execute(ask_receipt, request, ReceiptWay.A6), outcome)
    store.execute(ask_receipt, request, ReceiptWay.A6)
    assert store.query(receipt_of, request).prints == 2


def test_an_outcome_of_nothing_that_was_asked_for_is_a_bug(store: Store) -> None:
    with pytest.raises(KeyError):
        store.execute(note_receipt, "nothing", ReceiptOutcome.PRINTED)


def test_the_receipt_knows_number_reference_and_no_number_of_the_person(store: Store) -> None:
    resident = add_people(store, "SITI NURAINI")[0]
    done = registered(store, resident)
    facts = store.query(receipt_of, done.request_id)
    assert (facts.queue_no, facts.reference, facts.name) == (done.queue_no, done.receipt_ref, "SITI NURAINI")
    assert not any("3574035211879901" in str(getattr(facts, name)) for name in facts.__slots__)


def test_references_are_ten_of_an_unambiguous_alphabet_and_follow_no_row(store: Store) -> None:
    references = [registered(store, phone=f"08120000{number:04}").receipt_ref for number in range(20)]
    assert all(len(reference) == 10 and set(reference) <= set(REFERENCE_ALPHABET) for reference in references)
    assert not set("01IO") & set(REFERENCE_ALPHABET)
    assert len({reference[:5] for reference in references}) == len(references)


def test_the_way_is_chosen_once_for_this_laptop(store: Store) -> None:
    assert store.query(receipt_setting) == ReceiptSetting()
    chosen = ReceiptSetting(ReceiptWay.THERMAL_80, "Struk-Meja-2")
    store.write_local(keep_receipt_setting, chosen)
    assert store.query(receipt_setting) == chosen


def test_a_way_that_a_newer_program_chose_is_the_screen_here(store: Store) -> None:
    store.write_local(lambda d: d.run("INSERT INTO meta (key, value) VALUES ('receipt_way', 'watch')"))
    assert store.query(receipt_setting).way is ReceiptWay.SCREEN


def test_the_receipt_says_what_the_office_ruled_for_its_day_and_not_for_a_later_one(store: Store) -> None:
    put_in_force(store, RuleName.OFFICE, {"office_name": "Dispendukcapil"}, SATURDAY)
    put_in_force(store, RuleName.OFFICE, {"office_name": "Disdukcapil"}, SATURDAY + timedelta(days=1))
    put_in_force(store, RuleName.INTERIM, {"interim_letter": "allowed"}, SATURDAY)
    facts = store.query(receipt_of, registered(store).request_id)
    assert (facts.office_name, facts.interim) == ("Dispendukcapil", InterimRule(is_allowed=True))
