"""Rules of the office: what each says, what it refuses, and what holds on a day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.cards.print_order import DEFAULT_TABLE, read_ranks
from fieldkit.domain.notices.rule import DEFAULT_RULE, Key, rule_on
from fieldkit.domain.rules.catalogue import RULE, RULES, SIGNED_KEYS, Rule, RuleName
from fieldkit.domain.rules.interim import InterimRule, interim_on
from fieldkit.domain.rules.keys import DRAFT, WITHDRAWN
from fieldkit.domain.rules.versions import Setting, Stage, values_on, versions

DAY = date(2019, 2, 23)
PROXY = RULE[RuleName.PROXY]


def row(number: int, key: str, value: str, since: date) -> Setting:
    return Setting(f"{number:04}", key, value, since)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_what_was_never_ruled_can_be_read_and_said(rule: Rule) -> None:
    usual = rule.tidy({})
    assert rule.problems(usual, DAY) == ()
    assert str(rule.says(usual))
    assert all(str(label) and str(said) for label, said in rule.lines(usual))


def test_every_key_belongs_to_one_rule() -> None:
    keys = [key for rule in RULES for key in rule.keys]
    assert len(keys) == len(set(keys))
    assert set(Key) <= set(keys)


def test_the_defaults_are_those_that_hold_without_any_rule() -> None:
    assert read_ranks(RULE[RuleName.PRINT_ORDER].tidy({})["print_order"]) == DEFAULT_TABLE.ranks
    told = RULE[RuleName.NOTICES].tidy({}) | {Key.OFFICE: "", Key.INFO: ""}
    assert rule_on({key: [(date.min, value)] for key, value in told.items()}, DAY) == DEFAULT_RULE


def test_policy_is_signed_and_what_the_office_is_called_is_not() -> None:
    assert {"print_order", "proxy_rule", "interim_letter", "postponed_reasons", "target_percent"} <= SIGNED_KEYS
    assert {Key.DAYS, Key.READING, Key.POSTINGS} <= SIGNED_KEYS
    assert not SIGNED_KEYS & {"office_name", "office_address", Key.INFO, "national_sfe_days", "prints_per_ribbon"}


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (RuleName.PRINT_ORDER, {"print_order": "lost | lost"}),
        (RuleName.PRINT_ORDER, {"print_order": ""}),
        (RuleName.SCARCITY, {"postponed_reasons": "lost holiday"}),
        (RuleName.PROXY, {"proxy_rule": "anybody"}),
        (RuleName.INTERIM, {"interim_letter": "allowed", "interim_until": "soon"}),
        (RuleName.INTERIM, {"interim_letter": "allowed", "interim_until": "2019-02-22"}),
        (RuleName.NOTICES, {"notice_days": "0 60 60"}),
        (RuleName.NOTICES, {"notice_hours": "21:00-22:00"}),
        (RuleName.TARGET, {"target_percent": "0"}),
        (RuleName.TARGET, {"target_percent": "100,01"}),
        (RuleName.NATIONAL, {"national_sfe_days": "0"}),
        (RuleName.RIBBON, {"prints_per_ribbon": "many"}),
    ],
)
def test_what_can_not_be_read_is_refused_beside_its_term(name: RuleName, values: dict[str, str]) -> None:
    rule = RULE[name]
    problems = rule.problems(rule.tidy(values), DAY)
    assert [problem.field for problem in problems] == [list(values)[-1]]
    assert str(problems[0].message)


def test_rules_are_said_in_words() -> None:
    assert str(RULE[RuleName.TARGET].says({"target_percent": "98.5"})) == "98,5 %"
    assert str(PROXY.says({"proxy_rule": "forbidden"})) == "Hanya pemiliknya sendiri"
    assert str(RULE[RuleName.SCARCITY].says({"postponed_reasons": "lost damaged"})) == "Hilang, Rusak"
    told = str(RULE[RuleName.PRINT_ORDER].says({"print_order": "first_recording urgent | lost"}))
    assert told == "1. Rekam baru, Mendesak, disetujui · 2. Hilang"
    assert str(PROXY.says({"proxy_rule": "anybody"})) == str(PROXY.says({}))


def test_the_last_begun_holds_and_of_two_for_one_day_the_later_written() -> None:
    rows = [
        row(1, "proxy_rule", "with_letter", DAY - timedelta(days=9)),
        row(2, "proxy_rule", "same_family_card", DAY),
        row(3, "proxy_rule", "forbidden", DAY),
        row(4, "proxy_rule", "with_letter", DAY + timedelta(days=1)),
    ]
    assert values_on(PROXY, rows, DAY)["proxy_rule"] == "forbidden"
    assert values_on(PROXY, rows, DAY - timedelta(days=1))["proxy_rule"] == "with_letter"
    assert values_on(PROXY, rows, DAY - timedelta(days=10))["proxy_rule"] == "same_family_card"


def test_nobody_goes_by_a_draft_or_by_what_was_withdrawn() -> None:
    rows = [row(1, f"{DRAFT}proxy_rule", "forbidden", DAY), row(2, f"{WITHDRAWN}proxy_rule", "forbidden", DAY)]
    assert values_on(PROXY, rows, DAY) == PROXY.tidy({})


def test_every_version_stands_somewhere() -> None:
    later = DAY + timedelta(days=5)
    rows = [
        row(1, "proxy_rule", "with_letter", DAY - timedelta(days=9)),
        row(2, "proxy_rule", "forbidden", DAY),
        row(3, "proxy_rule", "with_letter", later),
        row(4, f"{DRAFT}proxy_rule", "same_family_card", later),
        row(5, f"{WITHDRAWN}{DRAFT}proxy_rule", "forbidden", later),
        row(6, "vote_day", "2019-04-17", date.min),
    ]
    found = [(each.stage, each.values["proxy_rule"]) for each in versions(rows, DAY)]
    assert found == [
        (Stage.WITHDRAWN, "forbidden"),
        (Stage.DRAFT, "same_family_card"),
        (Stage.NEXT, "with_letter"),
        (Stage.IN_FORCE, "forbidden"),
        (Stage.PAST, "with_letter"),
    ]


@given(st.lists(st.tuples(st.integers(-9, 9), st.sampled_from(("forbidden", "with_letter", "?"))), max_size=8))
def test_the_order_in_which_rows_are_read_changes_nothing(told: list[tuple[int, str]]) -> None:
    rows = [row(at, "proxy_rule", value, DAY + timedelta(days=days)) for at, (days, value) in enumerate(told)]
    assert values_on(PROXY, rows, DAY) == values_on(PROXY, rows[::-1], DAY)
    assert versions(rows, DAY) == versions(rows[::-1], DAY)


def test_the_interim_letter_is_forbidden_unless_it_is_allowed_on_the_day() -> None:
    assert interim_on("forbidden", "2019-06-30", DAY) == InterimRule()
    assert interim_on("allowed", "", DAY) == InterimRule(is_allowed=True)
    assert interim_on("allowed", "2019-02-23", DAY) == InterimRule(is_allowed=True, until=DAY)
    assert interim_on("allowed", "2019-02-22", DAY) == InterimRule()
