"""Where to go next, and the reason in words."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.lists.ranking import Candidate, KnownSite, Order, ranked, site_words
from fieldkit.domain.planning.site import Access, Network, Power, Surroundings

GOOD = Surroundings(Network.GOOD, Power.MAINS, Access.CAR)
WEAK = Surroundings(Network.WEAK, Power.MAINS, Access.CAR)
DARK = Surroundings(Network.GOOD, Power.NONE, Access.CAR)
ON_FOOT = Surroundings(Network.GOOD, Power.MAINS, Access.FOOT)
surroundings = st.builds(
    Surroundings, *(st.sampled_from(["", *kind]) for kind in (list(Network), list(Power), list(Access)))
)
candidates = st.lists(
    st.builds(
        Candidate,
        st.integers(0, 9_999).map(lambda number: f"35.74.03.{number:04}"),
        st.integers(0, 5),
        st.lists(st.builds(KnownSite, st.sampled_from("ABC"), surroundings), max_size=3).map(tuple),
    ),
    unique_by=lambda each: each.code,
)


def site(found: Surroundings, name: str = "Balai") -> tuple[KnownSite, ...]:
    return (KnownSite(name, found),)


def codes(*all_: Candidate, order: Order = Order.REMAINDER) -> list[str]:
    return [each.candidate.code for each in ranked(all_, order)]


def test_a2_mangunharjo_stands_first_and_jati_second() -> None:
    jati, mangunharjo = Candidate("35.74.03.1004", 1_024), Candidate("35.74.03.1002", 1_025)
    assert codes(jati, mangunharjo) == [mangunharjo.code, jati.code]


def test_a15_putussibau_selatan_kalis_and_silat_hilir_stand_by_remainder_among_all_23_districts() -> None:
    left = {"61.06.17": 1_001, "61.06.18": 930, "61.06.15": 820}
    everywhere = [Candidate(f"61.06.{number:02}", left.get(f"61.06.{number:02}", 0)) for number in range(1, 24)]
    standing = codes(*everywhere)
    assert standing[:3] == ["61.06.17", "61.06.18", "61.06.15"]
    assert len(standing) == 23


def test_of_two_with_as_many_left_the_one_with_signal_comes_first_and_the_other_says_why() -> None:
    weak, good = Candidate("35.74.03.1001", 500, site(WEAK)), Candidate("35.74.03.1002", 500, site(GOOD))
    first, second = ranked([weak, good])
    assert first.candidate == good
    assert str(first.reason) == (
        "Sisa terjangkau paling banyak, 500 orang. Tempat terbaik: Balai: Sinyal baik, PLN, Mobil."
    )
    assert str(second.reason) == (
        "Sisanya sama, 500 orang, tetapi tempatnya lebih sulit: Balai: Sinyal lemah, PLN, Mobil."
    )


def test_a_village_is_judged_by_its_best_known_place() -> None:
    both = Candidate("35.74.03.1001", 1, (*site(DARK, "Pasar"), *site(GOOD, "SDN 1")))
    assert both.best_site == KnownSite("SDN 1", GOOD)
    assert str(site_words(both.best_site)) == "SDN 1: Sinyal baik, PLN, Mobil"


def test_what_nobody_has_looked_at_stands_between_good_and_bad() -> None:
    places = [Candidate(f"35.74.03.100{number}", 9, site(found)) for number, found in enumerate((DARK, GOOD, WEAK), 1)]
    unknown = Candidate("35.74.03.1004", 9)
    assert codes(*places, unknown) == ["35.74.03.1002", "35.74.03.1003", "35.74.03.1004", "35.74.03.1001"]
    assert "belum ada tempat yang tercatat" in str(ranked([unknown])[0].reason)


def test_of_two_places_that_are_as_good_the_one_that_a_car_reaches_comes_first() -> None:
    foot, car = Candidate("35.74.03.1001", 9, site(ON_FOOT)), Candidate("35.74.03.1002", 9, site(GOOD))
    assert codes(foot, car) == [car.code, foot.code]


def test_by_place_a_better_one_goes_before_a_larger_remainder() -> None:
    dark, good = Candidate("35.74.03.1001", 900, site(DARK)), Candidate("35.74.03.1002", 10, site(GOOD))
    assert codes(dark, good) == [dark.code, good.code]
    assert codes(dark, good, order=Order.SITE) == [good.code, dark.code]


def test_where_nobody_is_left_nobody_goes_next() -> None:
    done, open_ = Candidate("35.74.03.1001", 0, site(GOOD)), Candidate("35.74.03.1002", 1, site(DARK))
    assert codes(done, open_, order=Order.SITE) == [open_.code, done.code]
    assert str(ranked([done])[0].reason) == "Semua yang terjangkau sudah terekam."


@given(candidates, st.sampled_from(Order))
def test_all_are_ranked_once_in_any_order_they_come_in(all_: list[Candidate], order: Order) -> None:
    standing = ranked(all_, order)
    assert [each.place for each in standing] == list(range(1, len(all_) + 1))
    assert standing == ranked(reversed(all_), order)
    assert {each.candidate.code for each in standing} == {each.code for each in all_}


@given(candidates)
def test_nobody_stands_before_one_with_more_people_left(all_: list[Candidate]) -> None:
    left = [each.candidate.left for each in ranked(all_)]
    assert left == sorted(left, reverse=True)


@given(candidates.filter(bool), st.sampled_from(Order))
def test_one_more_who_is_left_never_puts_a_place_further_back(all_: list[Candidate], order: Order) -> None:
    first, *others = all_
    place = {each.candidate.code: each.place for each in ranked(all_, order)}[first.code]
    grown = replace(first, left=first.left + 1)
    assert {each.candidate.code: each.place for each in ranked([grown, *others], order)}[first.code] <= place
