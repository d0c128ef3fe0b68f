"""One person on two sides: linked here and edited there, linked both ways at once, a NIK corrected twice."""

from __future__ import annotations

import pytest

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import device_prefix
from fieldkit.domain.people.same_person import Link, shown_ids
from fieldkit.domain.requests.service import Step
from fieldkit.records.tables import CASE_FILE, RESIDENT, SAME_PERSON_LINK
from fieldkit.store.queries.contested import contested
from fieldkit.store.queries.syncing import attention
from fieldkit.work.cards.printing import print_card
from fieldkit.work.cases import settle_case
from fieldkit.work.clashes import Holds, settle_clash
from fieldkit.work.table.outcomes import note_step
from fieldkit.work.table.same_person import link_same_person
from tests.flows.enrolled import Ground, Laptop, edit
from tests.laptops import add_people, add_user, let_print, opened, registered


@pytest.fixture
def sides(ground: Ground) -> tuple[Laptop, Laptop, str, str]:
    """Two laptops that hold the same two people."""
    here, there = ground.laptop("here"), ground.laptop("there")
    one, two = add_people(here.store, "SITI NURAINI", "SITI NURAENI")
    quiesce(here, there)
    return here, there, one, two


def quiesce(*laptops: Laptop) -> None:
    for laptop in (*laptops, *laptops):
        assert laptop.sync().cause is None


def agree(ground: Ground, *laptops: Laptop) -> None:
    """Invariant 5: with nothing pending all hold equal rows."""
    for table in (RESIDENT, SAME_PERSON_LINK, CASE_FILE):
        assert [laptop.rows(table) for laptop in laptops] == [ground.rows(table)] * len(laptops)


def links(laptop: Laptop) -> list[Link]:
    sql = "SELECT id, resident_id, other_id, coalesce(undoes_id, '') FROM same_person_link"
    return [Link(*row) for row in laptop.store.query(lambda database: database.rows(sql))]


def test_a_person_linked_here_and_edited_there_is_both(ground: Ground, sides: tuple[Laptop, Laptop, str, str]) -> None:
    here, there, one, two = sides
    here.store.execute(link_same_person, two, one)
    edit(there, two, phone="+6281200009901")
    quiesce(here, there)
    agree(ground, here, there)
    assert shown_ids(links(there)) == {one: one, two: one}
    assert any("+6281200009901" in row for row in here.rows(RESIDENT))
    assert here.store.query(attention) == []


def test_a_linked_to_b_while_b_is_linked_to_a_is_one_person(
    ground: Ground, sides: tuple[Laptop, Laptop, str, str]
) -> None:
    here, there, one, two = sides
    here.store.execute(link_same_person, one, two)
    there.store.execute(link_same_person, two, one)
    quiesce(here, there)
    agree(ground, here, there)
    for laptop in (here, there):
        assert len(links(laptop)) == 2
        assert shown_ids(links(laptop)) == {one: min(one, two), two: min(one, two)}
        assert laptop.store.query(attention) == []


def test_a_nik_corrected_on_two_sides_keeps_the_card_waiting_until_it_is_settled(
    ground: Ground, sides: tuple[Laptop, Laptop, str, str]
) -> None:
    here, there, one, two = sides
    let_print(here.store)
    opened(here.store)
    requests = [registered(here.store, person).request_id for person in (one, two)]
    for request in requests:
        here.store.execute(note_step, request, Step.RECORDED)
    quiesce(here, there)
    edit(here, one, nik="3574035705909901")
    edit(there, one, nik="3574035705909902")
    quiesce(here, there)
    agree(ground, here, there)
    with pytest.raises(RuleError) as told:
        here.store.execute(print_card, requests[0])
    assert [problem.code for problem in told.value.problems] == ["in_question"]
    here.store.execute(print_card, requests[1])
    (case,) = here.store.query(attention)
    here.store.execute(settle_case, case.case_id, Decision.CORRECTED, "Dicocokkan dengan KK")
    here.store.execute(print_card, requests[0])


def corrected_on_two_sides(here: Laptop, there: Laptop, person: str) -> str:
    """Two NIKs for one person; returns the case."""
    edit(there, person, nik="3574035705909902")
    there.sync()
    edit(here, person, nik="3574035705909901")
    quiesce(here, there)
    (case,) = here.store.query(attention)
    return case.case_id


def niks(*laptops: Laptop, of: str) -> set[str]:
    sql = "SELECT nik FROM resident WHERE id = ?"
    return {laptop.store.query(lambda database: database.value(sql, of)) for laptop in laptops}


def test_both_laptops_are_told_what_stands_against_what_and_the_value_that_is_taken_holds_everywhere(
    ground: Ground, sides: tuple[Laptop, Laptop, str, str]
) -> None:
    here, there, one, _ = sides
    case = corrected_on_two_sides(here, there, one)
    for laptop in (here, there):
        values = laptop.store.query(contested, case)
        assert values is not None
        (nik,) = values.fields
        assert (nik.field, nik.current.value, nik.proposed.value) == ("nik", "3574035705909902", "3574035705909901")
        assert (nik.current.laptop, nik.proposed.laptop) == tuple(
            device_prefix(each.store.meta.origin) for each in (there, here)
        )
        assert nik.current.user
        assert nik.current.at
    there.store.execute(settle_clash, case, Holds.PROPOSED, "KK dilihat")
    quiesce(there, here)
    agree(ground, here, there)
    assert niks(here, there, of=one) == {"3574035705909901"}
    assert [laptop.store.query(attention) for laptop in (here, there)] == [[], []]


def test_the_value_in_use_is_kept_by_a_decision_that_changes_no_row(
    ground: Ground, sides: tuple[Laptop, Laptop, str, str]
) -> None:
    here, there, one, _ = sides
    case = corrected_on_two_sides(here, there, one)
    here.store.execute(settle_clash, case, Holds.CURRENT, "KK dilihat")
    quiesce(here, there)
    agree(ground, here, there)
    assert niks(here, there, of=one) == {"3574035705909902"}
    assert [laptop.store.query(attention) for laptop in (here, there)] == [[], []]


def test_a_card_in_question_is_printed_all_the_same_with_a_reason(
    ground: Ground, sides: tuple[Laptop, Laptop, str, str]
) -> None:
    here, there, one, _ = sides
    let_print(here.store)
    opened(here.store)
    request = registered(here.store, one).request_id
    here.store.execute(note_step, request, Step.RECORDED)
    quiesce(here, there)
    edit(here, one, nik="3574035705909901")
    edit(there, one, nik="3574035705909902")
    quiesce(here, there)
    with pytest.raises(RuleError):
        here.store.execute(print_card, request, "  ")
    lead, here.store.user = here.store.user, add_user(here.store, "Agus Prasetyo", "operator")
    let_print(here.store)
    with pytest.raises(RuleError) as told:
        here.store.execute(print_card, request, "Nomor di KK asli sudah dilihat")
    assert [problem.code for problem in told.value.problems] == ["not_lead"]
    here.store.user = lead
    here.store.execute(print_card, request, "Nomor di KK asli sudah dilihat")
    kept = "SELECT note FROM stock_movement WHERE request_id = ?"
    assert here.store.query(lambda database: database.value(kept, request)) == "Nomor di KK asli sudah dilihat"
