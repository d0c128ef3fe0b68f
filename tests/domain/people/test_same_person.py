"""Same-person links: any order, any circle, one answer."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.people.same_person import (
    Identity,
    Link,
    active_links,
    disagreeing,
    disputed,
    links_by_rule,
    shown_ids,
)

ROWS = st.sampled_from("abcdef")
NIK = "3574035211879901"


@st.composite
def histories(draw: st.DrawFn) -> list[Link]:
    """Links between six rows, some of them undone."""
    pairs = draw(st.lists(st.tuples(ROWS, ROWS, st.booleans()), max_size=12))
    links = [Link(f"l{number}", one, other) for number, (one, other, _) in enumerate(pairs)]
    undone = [
        Link(f"u{number}", one, other, f"l{number}")
        for number, (one, other, is_undone) in enumerate(pairs)
        if is_undone
    ]
    return links + undone


@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_the_facts_says_nothing(links: list[Link], random: object) -> None:
    shuffled = list(links)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert shown_ids(shuffled) == shown_ids(links)
    assert sorted(disputed(shuffled)) == sorted(disputed(links))


@given(histories())
def test_every_row_of_a_person_shows_the_smallest(links: list[Link]) -> None:
    shown = shown_ids(links)
    for link in active_links(links):
        assert shown[link.resident_id] == shown[link.other_id]
    for row, smallest in shown.items():
        assert smallest <= row
        assert shown[smallest] == smallest


@given(histories())
def test_a_link_that_is_undone_is_as_if_it_had_never_been(links: list[Link]) -> None:
    assert shown_ids(links) == shown_ids(active_links(links))


def test_a_circle_is_resolved_to_the_smallest() -> None:
    assert shown_ids([Link("1", "a", "b"), Link("2", "b", "a")]) == {"a": "a", "b": "a"}
    assert shown_ids([Link("1", "c", "b"), Link("2", "b", "d"), Link("3", "d", "c")]) == dict.fromkeys("bcd", "b")


def test_same_nik_birth_date_and_sound_are_linked() -> None:
    people = [
        Identity("b", NIK, "MOH. SUPRIYADI", "1987-11-12"),
        Identity("a", NIK, "MUHAMMAD SOEPRIJADI", "1987-11-12"),
        Identity("c", "3574035211879902", "MUHAMMAD SUPRIYADI", "1987-11-12"),
    ]
    assert links_by_rule(people) == [("b", "a")]
    assert disagreeing(people) == []


def test_the_same_nik_with_another_name_or_birth_date_is_a_disagreement() -> None:
    one = Identity("a", NIK, "SITI AMINAH", "1987-11-12")
    for other in (Identity("b", NIK, "BUDI HARTONO", "1987-11-12"), Identity("b", NIK, "SITI AMINAH", "1988-11-12")):
        assert links_by_rule([one, other]) == []
        assert disagreeing([one, other]) == [("a", "b")]


def test_what_is_not_known_is_neither_a_link_nor_a_disagreement() -> None:
    people = [Identity("a", NIK, "SITI AMINAH", "1987-11-12"), Identity("b", NIK, "SITI AMINAH", "")]
    assert links_by_rule(people) == disagreeing(people) == []
    tails = [Identity("a", "9901", "SITI AMINAH", "1987-11-12"), Identity("b", "9901", "BUDI", "1987-11-12")]
    assert links_by_rule(tails) == disagreeing(tails) == []


@given(st.permutations([Identity(row, NIK, "SITI AMINAH", "1987-11-12") for row in "abcd"]))
def test_all_rows_of_one_nik_become_one_person_in_any_order(people: list[Identity]) -> None:
    links = [Link(f"l{number}", *pair) for number, pair in enumerate(links_by_rule(people))]
    assert shown_ids(links) == dict.fromkeys("abcd", "a")


def test_a_pair_that_one_links_again_after_another_undid_it_is_disputed() -> None:
    said = [Link("1", "a", "b"), Link("2", "a", "b", "1")]
    assert disputed(said) == []
    assert disputed([*said, Link("3", "b", "a")]) == [("1", "2", "3")]
