"""How far each place is: against a naive count of small worlds, and the acceptance cases A1, A3, A12, A13 and A15."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.lists.coverage import ListNumbers
from fieldkit.domain.lists.proposal import ProposalKind
from fieldkit.store.queries.coverage.page import CoverageView, coverage_view
from fieldkit.store.queries.coverage.places import Level, Place
from fieldkit.store.store import Store
from tests.laptops import JATI, REGENCY, add_user, laptop
from tests.places import Somebody, counted, set_rule, settle

TODAY = date(2019, 2, 23)
CITY = Place(REGENCY)
MANGUNHARJO, KEDOPOK = "35.74.03.1002", "35.74.04.1001"
VILLAGES = (JATI, MANGUNHARJO, KEDOPOK)
DAYS = ("2019-02-08", "2019-02-10", "2019-02-18", "2019-02-23")
FATES = (
    "",
    "recorded",
    "recorded",
    "recorded",
    "approved",
    "rejected",
    ProposalKind.AWAY,
    ProposalKind.DECEASED,
    ProposalKind.NOT_FOUND,
)
ALONE = st.builds(
    Somebody,
    village=st.sampled_from(VILLAGES),
    rw=st.sampled_from((None, "01", "02")),
    rt=st.sampled_from((None, "01", "02")),
    on_list=st.booleans(),
    fate=st.sampled_from(FATES),
    day=st.sampled_from(DAYS),
    eligible_on=st.sampled_from((None, "2019-02-22", "2019-03-05")),
    in_shift=st.booleans(),
)
OF_TWO_ROWS = st.builds(
    Somebody,
    village=st.sampled_from(VILLAGES),
    on_list=st.booleans(),
    fate=st.sampled_from(FATES),
    twin=st.sampled_from(("", *VILLAGES)),
)
"""Whoever has a second row has it on a list."""


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = laptop(tmp_path)
    add_user(store, role="planner")
    return store


def seen(store: Store, place: Place = CITY, level: Level | None = None) -> CoverageView:
    return store.query(coverage_view, place, level, TODAY)


def by_place(view: CoverageView) -> dict[Place, tuple[ListNumbers, int]]:
    return {part.place: (part.standing.numbers, part.standing.proposed) for part in view.parts}


def naive(people: list[Somebody]) -> tuple[ListNumbers, int]:
    fates = Counter(each.fate for each in people)
    reported = fates[ProposalKind.DECEASED] + fates[ProposalKind.NOT_FOUND]
    return ListNumbers(len(people), fates["approved"], fates[ProposalKind.AWAY], fates["recorded"]), reported


def split(people: list[Somebody], place: Place, level: Level) -> dict[Place, list[Somebody]]:
    keys = {
        Level.DISTRICT: lambda each: each.village[:8],
        Level.VILLAGE: lambda each: each.village,
        Level.RW: lambda each: each.rw or "",
        Level.RT: lambda each: each.rt or "",
    }
    found: dict[Place, list[Somebody]] = {}
    for each in people:
        found.setdefault(place.part(level, keys[level](each)), []).append(each)
    return found


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(ALONE, min_size=1, max_size=14))
def test_every_level_and_every_day_count_what_a_naive_count_finds(people: list[Somebody]) -> None:
    with world(people) as store:
        _same_at_each_level(store, [each for each in people if each.on_list])
        _same_by_day(store, people)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(OF_TWO_ROWS, min_size=1, max_size=10))
def test_a_person_of_two_rows_counts_once(people: list[Somebody]) -> None:
    everybody = [each for each in people if each.on_list or each.twin]
    recorded = [each for each in everybody if each.fate == "recorded"]
    with world(people) as store:
        for level in (Level.DISTRICT, Level.VILLAGE):
            view = seen(store, CITY, level)
            assert sum(part.standing.numbers.gross for part in view.parts) == len(everybody)
            assert naive(everybody) == (view.whole.standing.numbers, view.whole.standing.proposed)
            assert sum(view.by_day.values()) == len(recorded)


@contextmanager
def world(people: list[Somebody]) -> Iterator[Store]:
    """A laptop with these people."""
    with tempfile.TemporaryDirectory() as folder:
        store = laptop(Path(folder))
        add_user(store, role="planner")
        settle(store, people)
        yield store
        store.close()


def _same_at_each_level(store: Store, listed: list[Somebody]) -> None:
    def check(place: Place, level: Level, people: list[Somebody]) -> None:
        expected = split(people, place, level)
        assert by_place(seen(store, place, level)) == {part: naive(those) for part, those in expected.items()}
        for part, those in expected.items():
            for deeper in part.splits_into:
                check(part, deeper, those)

    check(CITY, Level.DISTRICT, listed)
    check(CITY, Level.VILLAGE, listed)


def _same_by_day(store: Store, people: list[Somebody]) -> None:
    recorded = [each for each in people if each.fate == "recorded"]
    on_list = Counter(date.fromisoformat(each.day) for each in recorded if each.on_list)
    assert +Counter(seen(store).by_day) == on_list
    for village in VILLAGES:
        counted(store, village, "local", 1_000, 900)
    counted(store, REGENCY, "local", 3_000, 2_700)
    since = [each for each in recorded if each.day > "2019-02-10" and (each.eligible_on or "") <= "2019-02-23"]
    view = seen(store)
    assert view.whole.standing.since == len(since)
    assert {part.place.code: part.standing.since for part in view.parts} == {
        village: sum(each.village == village for each in since) for village in VILLAGES
    }


def test_a1_jati_after_98_recordings_has_926_left_and_stands_at_9_57_percent(store: Store) -> None:
    settle(store, [Somebody(JATI, fate="recorded" if number < 98 else "") for number in range(1_024)])
    jati = seen(store, Place(JATI)).whole.standing
    assert (jati.numbers.left, jati.share) == (926, Decimal("9.57"))
    assert jati.base is None


def test_a3_explained_people_leave_the_reachable_only_by_the_offices_word(store: Store) -> None:
    away, dead = [Somebody(JATI, fate=ProposalKind.AWAY)] * 3, [Somebody(JATI, fate=ProposalKind.DECEASED)] * 2
    settle(store, [Somebody(JATI)] * 95 + away + dead)
    standing = seen(store).whole.standing
    assert (standing.whole, standing.numbers.reachable, standing.proposed, standing.out_of_reach) == (100, 97, 2, 3)
    settle(store, [Somebody(JATI, fate="approved")] * 2)
    later = seen(store).whole.standing
    assert (later.whole, later.numbers.reachable, later.out_of_reach) == (102, 97, 5)


def test_a12_a13_own_and_national_counts_stand_beside_each_other_each_with_its_day(store: Store) -> None:
    counted(store, REGENCY, "national", 169_067, 155_769, "2018-01-05")
    alone = seen(store).whole
    assert alone.standing.base == alone.national
    assert (alone.standing.share, alone.standing.to_go(Decimal(98))) == (Decimal("92.13"), 9_917)
    counted(store, REGENCY, "local", 169_067, 163_995, "2018-01-31")
    both = seen(store).whole
    assert both.national is not None
    assert both.standing.share == Decimal("97.00")
    assert both.standing.recorded - both.national.recorded == 8_226


def test_a15_the_places_that_miss_most_stand_first(store: Store) -> None:
    settle(store, [Somebody(JATI)] * 3 + [Somebody(MANGUNHARJO)] * 5 + [Somebody(KEDOPOK)] * 4)
    assert [part.place.code for part in seen(store).parts] == [MANGUNHARJO, KEDOPOK, JATI]


def test_an_older_count_never_stands_for_a_newer_one_and_one_without_numbers_for_none(store: Store) -> None:
    counted(store, REGENCY, "local", 200, 150, "2019-01-31")
    counted(store, REGENCY, "local", 100, 50, "2018-12-31")
    counted(store, REGENCY, "local", 300, None, "2019-02-20")
    counted(store, REGENCY, "local", None, 100, "2019-02-21")
    assert seen(store).whole.standing.whole == 200


def test_where_one_place_has_no_count_all_stand_by_their_lists(store: Store) -> None:
    settle(store, [Somebody(JATI), Somebody(MANGUNHARJO, fate="recorded")])
    counted(store, JATI, "local", 1_000, 970)
    view = seen(store)
    assert view.uncounted == 1
    assert all(part.standing.base is None for part in view.parts)
    counted(store, MANGUNHARJO, "local", 1_000, 990)
    after = seen(store)
    assert after.uncounted == 0
    assert [part.place.code for part in after.below] == [JATI]
    assert [part.place.code for part in after.passed] == [MANGUNHARJO]


def test_no_rw_has_a_count_whatever_its_village_has(store: Store) -> None:
    settle(store, [Somebody(JATI)])
    counted(store, JATI, "local", 1_000, 970)
    view = seen(store, Place(JATI))
    assert view.whole.standing.base is not None
    assert (view.level, view.uncounted) == (Level.RW, 1)
    inside = seen(store, view.parts[0].place)
    assert inside.whole.standing.base is None
    rt = seen(store, inside.parts[0].place)
    assert (rt.level, rt.parts, rt.whole.standing.numbers.gross) == (None, (), 1)


def test_the_target_is_the_last_that_has_begun(store: Store) -> None:
    assert seen(store).target == 98
    set_rule(store, "target_percent", "98,5", "2019-02-01")
    set_rule(store, "target_percent", "99", "2019-03-01")
    assert seen(store).target == Decimal("98.5")


def test_the_campaign_day_and_the_pace_lead_to_a_day(store: Store) -> None:
    counted(store, REGENCY, "local", 100, 60)
    settle(store, [Somebody(JATI, on_list=False, fate="recorded", day=f"2019-02-{day}") for day in range(17, 24)])
    set_rule(store, "vote_day", "2019-04-11")
    found = seen(store).outlook
    assert (found.pace.people, found.pace.days, found.to_go) == (7, 7, 31)
    assert (found.met_on, found.by, found.needed) == (date(2019, 3, 26), date(2019, 4, 11), 1)
