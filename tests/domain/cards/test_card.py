"""A card has one state and one place, whatever is told of it, in whatever order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.card import (
    CARE_OF_OFFICE,
    OF_BATCH,
    CardFact,
    CardState,
    Check,
    Kind,
    Placing,
    Position,
    Where,
    live_prints,
    position,
)

_TIMES = [f"2019-02-23T{hour:02d}:00:00.000Z" for hour in range(8)]
_PRINTS = ["p1", "p2", "p3"]
_WORDS = {Kind.CHECK: [*Check, "unheard_of"], Kind.PLACE: [*Placing, "unheard_of_place"]}


@st.composite
def _fact(draw: st.DrawFn, number: int) -> CardFact:
    kind = draw(st.sampled_from(list(Kind)))
    at, about = draw(st.sampled_from(_TIMES)), draw(st.sampled_from(_PRINTS))
    if kind is Kind.PRINT:
        return CardFact(kind, at, about, place="Balai Jati", custodian="Rina")
    word = draw(st.sampled_from(_WORDS.get(kind, [""])))
    batch = draw(st.sampled_from(["", "one", "two"]))
    return CardFact(kind, at, f"f{number}", word, about, "Rak A", "Yuni", batch)


@st.composite
def _facts(draw: st.DrawFn) -> list[CardFact]:
    facts = [draw(_fact(number)) for number in range(draw(st.integers(0, 12)))]
    return list({each.id: each for each in facts}.values())


def told(*facts: CardFact) -> Position:
    return position(facts)


def printed(id_: str = "p1", at: str = "09:00") -> CardFact:
    return CardFact(Kind.PRINT, at, id_, place="Balai Jati")


def checked(result: str = Check.OK, print_id: str = "p1", at: str = "09:10") -> CardFact:
    return CardFact(Kind.CHECK, at, f"c{print_id}{at}", result, print_id)


def placed(word: str = Placing.READY, at: str = "09:20") -> CardFact:
    return CardFact(Kind.PLACE, at, f"l{at}", word, place="Rak A", custodian="Yuni")


def given_away(at: str = "10:00") -> CardFact:
    return CardFact(Kind.HANDOVER, at, f"h{at}")


@given(_facts())
def test_any_facts_give_exactly_one_state_and_one_place(facts: list[CardFact]) -> None:
    found = position(facts)
    assert found.state in set(CardState)
    assert found.where in set(Where)
    assert (found.where is Where.OWNER) == (found.state is CardState.HANDED_OVER)
    assert (found.where is Where.NOWHERE) == (found.state is CardState.QUEUED)
    if found.where is Where.NOWHERE:
        assert (found.place, found.custodian, found.print_id) == ("", "", "")
    if found.where is Where.TABLE:
        assert found.print_id
    if found.state not in OF_BATCH:
        assert found.batch == ""
    if found.where is not Where.NOWHERE and found.where is not Where.OWNER:
        assert (found.place, found.custodian) != ("", "")


@given(_facts(), st.randoms(use_true_random=False))
def test_the_order_in_which_facts_arrive_changes_nothing(facts: list[CardFact], chance: object) -> None:
    shuffled = list(facts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert position(shuffled) == position(facts)


@given(_facts())
def test_a_card_that_was_handed_over_is_never_printed_again_unless_it_came_back(facts: list[CardFact]) -> None:
    found = position(facts)
    if found.handovers and not any(each.word in {Placing.RETURNED, Placing.WITHDRAWN} for each in facts):
        assert found.state is CardState.HANDED_OVER


@given(_facts())
def test_a_card_on_the_table_is_a_print_that_nothing_has_ended(facts: list[CardFact]) -> None:
    found = position(facts)
    if found.where is Where.TABLE:
        prints = [each.id for each in facts if each.kind is Kind.PRINT]
        checks = [(each.print_id, each.word) for each in facts if each.kind is Kind.CHECK]
        assert found.print_id in live_prints(prints, checks)


def test_the_way_of_a_card() -> None:
    way = [printed(), checked(), placed(), given_away()]
    states = [position(way[:steps]).state for steps in range(5)]
    assert states == ["queued", "printed", "checked", "ready", "handed_over"]
    assert position(way[:3]).place == "Rak A"
    assert position(way[:3]).custodian == "Yuni"


def test_a_spoiled_print_goes_back_to_the_queue_and_may_be_printed_again() -> None:
    spoiled = [printed(), checked(Check.ENCODE_FAILED)]
    assert (position(spoiled).state, position(spoiled).spoiled) == (CardState.QUEUED, 1)
    again = told(*spoiled, printed("p2", "09:30"))
    assert (again.state, again.print_id) == (CardState.PRINTED, "p2")


def test_a_print_booked_by_mistake_spoils_nothing() -> None:
    found = told(printed(), checked(Check.NOT_PRINTED))
    assert (found.state, found.spoiled) == (CardState.QUEUED, 0)


def test_a_card_that_went_to_the_wrong_person_comes_back_and_goes_out_again() -> None:
    back = [printed(), given_away(), placed(Placing.RETURNED, "11:00")]
    assert (position(back).state, position(back).returns) == (CardState.RETURNED, 1)
    assert told(*back, given_away("12:00")).handovers == 2


def test_a_card_in_the_hands_of_its_owner_is_not_ready_somewhere() -> None:
    assert told(printed(), given_away(), placed(at="11:00")).state is CardState.HANDED_OVER


def test_of_two_prints_the_other_is_the_card_when_one_is_spoiled() -> None:
    found = told(printed(), printed("p2", "09:05"), checked(Check.WRONG_DATA))
    assert (found.state, found.print_id) == (CardState.PRINTED, "p2")


def test_a_card_printed_elsewhere_is_where_it_is_said_to_be() -> None:
    assert told(placed()).state is CardState.READY


def test_a_card_without_an_owner_lies_somewhere_until_the_office_decides() -> None:
    for word in (Placing.OWNER_DECEASED, Placing.OWNER_MOVED, Placing.WITHDRAWN):
        found = told(printed(), placed(), placed(word, "12:00"))
        assert found.state in CARE_OF_OFFICE
        assert found.where is Where.SHELF


def test_what_was_withdrawn_is_never_ready_again_and_goes_into_the_box() -> None:
    away = [printed(), placed(), placed(Placing.WITHDRAWN, "12:00")]
    assert told(*away, placed(at="12:30")).state is CardState.WITHDRAWN
    boxed = told(*away, placed(Placing.BOXED, "13:00"))
    assert (boxed.state, boxed.where) == (CardState.BOXED, Where.BOX)
    assert told(printed(), placed(Placing.BOXED)).state is CardState.PRINTED


def test_a_fact_that_was_written_by_mistake_never_was() -> None:
    def undone(fact: CardFact) -> CardFact:
        return CardFact(Kind.PLACE, "20:00", f"u{fact.id}", Placing.UNDONE, place=fact.id)

    way = [printed(), checked(), placed(), given_away()]
    for steps in (2, 3, 4):
        assert told(*way[:steps], undone(way[steps - 1])) == position(way[: steps - 1])
    spoiled = [printed(), checked(Check.WRONG_DATA)]
    assert told(*spoiled, undone(spoiled[1])) == told(printed())


def test_of_a_card_that_was_printed_twice_two_pieces_are_about() -> None:
    both = [printed(), printed("p2", "09:05"), given_away()]
    assert position(both).pieces == 2
    ended = told(*both, checked(Check.PRINTED_TWICE, "p2", "11:00"))
    assert (ended.state, ended.pieces, ended.spoiled) == (CardState.HANDED_OVER, 1, 1)


def test_a_word_of_a_newer_laptop_changes_nothing() -> None:
    assert told(printed(), placed("lost_at_sea")).state is CardState.PRINTED
    assert told(printed(), checked("scratched")).state is CardState.PRINTED


def in_batch(word: str, batch: str, at: str) -> CardFact:
    return CardFact(Kind.PLACE, at, f"b{word}{batch}{at}", word, place="Kec. Mayangan", custodian="Dewi", batch=batch)


def test_the_way_of_a_card_that_nobody_fetched() -> None:
    way = [
        printed(),
        checked(),
        placed(),
        in_batch(Placing.BATCHED, "one", "10:00"),
        in_batch(Placing.SENT, "one", "11:00"),
        in_batch(Placing.AT_DISTRICT, "one", "12:00"),
        given_away("13:00"),
    ]
    states = [(position(way[:steps]).state, position(way[:steps]).batch) for steps in range(4, 8)]
    assert states == [("in_handover_batch", "one"), ("on_the_way", "one"), ("at_district", "one"), ("handed_over", "")]
    assert [position(way[:steps]).where for steps in (4, 5, 6)] == [Where.SHELF, Where.ROAD, Where.SHELF]


def test_of_two_batches_the_first_has_the_card_unless_only_the_other_is_signed() -> None:
    ready = [printed(), placed()]
    drafts = [*ready, in_batch(Placing.BATCHED, "one", "10:00"), in_batch(Placing.BATCHED, "two", "10:30")]
    assert position(drafts).batch == "one"
    signed = [*drafts, in_batch(Placing.SENT, "two", "11:00")]
    assert (position(signed).state, position(signed).batch) == (CardState.ON_THE_WAY, "two")
    both = [*signed, in_batch(Placing.SENT, "one", "11:30")]
    assert position(both).batch == "two"
    # What the other paper misses is on the road with this one.
    assert position([*both, in_batch(Placing.MISSING, "one", "12:00")]).state is CardState.ON_THE_WAY
    assert position([*both, in_batch(Placing.MISSING, "two", "12:00")]).state is CardState.MISSING


def test_a_card_that_was_fetched_meanwhile_is_neither_in_a_batch_nor_missing_there() -> None:
    fetched = [printed(), placed(), in_batch(Placing.BATCHED, "one", "10:00"), given_away("10:30")]
    for word in (Placing.SENT, Placing.MISSING, Placing.AT_DISTRICT):
        assert position([*fetched, in_batch(word, "one", "11:00")]).state is CardState.HANDED_OVER


def test_a_missing_card_turns_up_at_the_office_or_at_the_district() -> None:
    missing = [printed(), placed(), in_batch(Placing.SENT, "one", "10:00"), in_batch(Placing.MISSING, "one", "11:00")]
    assert position(missing).where is Where.ROAD
    assert position([*missing, placed(at="12:00")]).state is CardState.READY
    assert position([*missing, in_batch(Placing.AT_DISTRICT, "one", "12:00")]).state is CardState.AT_DISTRICT


def test_only_a_card_that_lies_ready_is_set_aside_for_its_district() -> None:
    assert position([printed(), in_batch(Placing.BATCHED, "one", "10:00")]).state is CardState.PRINTED
    # Where nothing is known of its print, it was made elsewhere.
    assert position([in_batch(Placing.AT_DISTRICT, "one", "10:00")]).state is CardState.AT_DISTRICT


@pytest.mark.parametrize("state", CardState)
def test_a_card_of_each_state_is_in_one_place(state: CardState) -> None:
    assert Position(state).where in Where
