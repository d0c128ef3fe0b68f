"""Who may receive a card, and what has to be shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.pick_up import (
    DEFAULT_PROXY_RULE,
    PlaceKind,
    ProxyRule,
    Receiving,
    Relation,
    check_receiving,
    proxy_rule_on,
)
from fieldkit.domain.requests.service import Reason

OWNER = Receiving("SUMIATI", "Kartu keluarga")
SISTER = replace(OWNER, received_by="SUMARNI", relation=Relation.SAME_FAMILY_CARD, witness="Yuni Lestari")
FRIEND = replace(SISTER, relation=Relation.WITH_LETTER)


def codes(received: Receiving, rule: ProxyRule = DEFAULT_PROXY_RULE, reason: str = Reason.FIRST_RECORDING) -> set[str]:
    return {problem.code for problem in check_receiving(received, rule, reason)}


def test_the_owner_with_an_identity_receives_the_card_under_every_rule() -> None:
    assert all(codes(OWNER, rule) == set() for rule in ProxyRule)


def test_without_identity_nothing_is_handed_over() -> None:
    assert codes(replace(OWNER, identity_shown=" ")) == {"no_identity"}
    assert codes(replace(OWNER, received_by="")) == {"no_receiver"}


@pytest.mark.parametrize(
    ("rule", "sister", "friend"),
    [
        (ProxyRule.FORBIDDEN, {"proxy_forbidden"}, {"proxy_forbidden"}),
        (ProxyRule.SAME_FAMILY_CARD, set(), {"proxy_forbidden"}),
        (ProxyRule.WITH_LETTER, set(), set()),
    ],
)
def test_who_may_come_instead_is_a_rule_of_the_office(rule: ProxyRule, sister: set[str], friend: set[str]) -> None:
    assert (codes(SISTER, rule), codes(FRIEND, rule)) == (sister, friend)


def test_a_proxy_and_a_handover_at_home_need_a_witness() -> None:
    assert codes(replace(SISTER, witness="")) == {"no_witness"}
    assert codes(replace(OWNER, place_kind=PlaceKind.HOME)) == {"no_witness"}


@pytest.mark.parametrize("reason", [Reason.DAMAGED, Reason.DATA_CHANGE, Reason.MOVED])
def test_the_old_card_is_asked_for_where_there_is_one(reason: Reason) -> None:
    assert codes(OWNER, reason=reason) == {"old_card_not_asked"}
    assert codes(replace(OWNER, old_card_taken=False), reason=reason) == set()


def test_somebody_of_whom_nobody_said_who_it_is_receives_nothing() -> None:
    assert codes(replace(OWNER, relation="")) >= {"no_relation"}


@given(st.lists(st.tuples(st.dates(date(2018, 1, 1), date(2020, 1, 1)), st.sampled_from([*ProxyRule, "new"]))))
def test_an_older_day_keeps_its_rule(rules: list[tuple[date, str]]) -> None:
    before = proxy_rule_on(rules, date(2019, 1, 1))
    later = [*rules, (date(2019, 6, 1), ProxyRule.FORBIDDEN)]
    assert proxy_rule_on(later, date(2019, 1, 1)) == before
