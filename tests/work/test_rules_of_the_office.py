"""A rule is written with its day, holds once the head has signed it, and is taken back before it begins."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec
import pytest

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.errors import RuleError
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.versions import Stage
from fieldkit.store.queries.cards.rules import proxy_rule
from fieldkit.store.queries.rules.versions import interim_rule, rule_values, rules_view
from fieldkit.store.store import Store
from fieldkit.work.rules.versions import (
    Renamed,
    WriteRule,
    rename,
    sign_rule,
    withdraw_rule,
    withdraw_signed,
    write_rule,
)
from tests.laptops import SATURDAY, StillClock, add_user
from tests.ruling import HEAD, draft_of, head_of, put_in_force

LATER = SATURDAY + timedelta(days=5)
FORBIDDEN = {"proxy_rule": "forbidden"}


def codes(error: pytest.ExceptionInfo[RuleError]) -> list[tuple[str, str]]:
    return [(problem.field, problem.code) for problem in error.value.problems]


def write(store: Store, values: dict[str, str] = FORBIDDEN, since: date | None = LATER) -> Renamed:
    return store.execute(write_rule, WriteRule(RuleName.PROXY, values, since))


def stages(store: Store, name: RuleName = RuleName.PROXY) -> list[Stage]:
    return [each.stage for each in store.query(rules_view, SATURDAY).of(name)]


@pytest.fixture
def planner(store: Store) -> Store:
    add_user(store, "Dewi Anggraini", "planner")
    return store


def test_a_draft_holds_on_no_day_until_the_head_has_signed_it(planner: Store) -> None:
    write(planner)
    assert stages(planner) == [Stage.DRAFT]
    assert planner.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
    signer = head_of(planner)
    with planner.acting(signer.user_id):
        planner.execute(sign_rule, draft_of(planner, RuleName.PROXY, LATER), signer)
    assert stages(planner) == [Stage.NEXT]
    assert planner.query(proxy_rule, LATER) is ProxyRule.FORBIDDEN
    assert planner.query(proxy_rule, LATER - timedelta(days=1)) is ProxyRule.SAME_FAMILY_CARD


def test_what_was_read_is_kept_with_the_name_of_the_head_and_the_time(store: Store) -> None:
    put_in_force(store, RuleName.PROXY, FORBIDDEN, LATER)
    document = msgspec.json.decode(store.query(lambda d: d.value("SELECT document FROM approval")))
    assert document["says"] == ["Siapa boleh mengambilkan kartu: Hanya pemiliknya sendiri"]
    assert (document["title"], document["since"]) == ("Pengambilan oleh wakil", LATER.isoformat())
    assert (document["signer"]["name"], document["signer"]["role"]) == (HEAD, "head")
    assert [(each["key"], each["value"]) for each in document["settings"]] == [("proxy_rule", "forbidden")]
    view = store.query(rules_view, SATURDAY)
    assert view.signatures[view.versions[0].id].signer_name == HEAD


def test_signature_and_rule_are_one_command(store: Store) -> None:
    put_in_force(store, RuleName.PROXY, FORBIDDEN, LATER)
    sql = "SELECT command, table_name FROM journal ORDER BY number DESC LIMIT 2"
    assert len({command for command, _ in store.query(lambda d: d.rows(sql))}) == 1
    assert {table for _, table in store.query(lambda d: d.rows(sql))} == {"approval", "setting"}


def test_of_several_terms_all_begin_together_under_one_signature(store: Store) -> None:
    put_in_force(store, RuleName.INTERIM, {"interim_letter": "allowed", "interim_until": "2019-06-30"}, LATER)
    assert store.query(interim_rule, LATER).until == date(2019, 6, 30)
    assert not store.query(interim_rule, SATURDAY).is_allowed
    assert store.query(lambda d: d.value("SELECT count(*) FROM approval")) == 1


def test_what_is_no_policy_holds_from_its_day_without_a_signature(planner: Store) -> None:
    command = WriteRule(RuleName.OFFICE, {"office_name": " Dispendukcapil   Kota Probolinggo "}, SATURDAY)
    written = planner.execute(write_rule, command)
    held = planner.query(rule_values, RuleName.OFFICE, SATURDAY)
    assert held["office_name"] == "Dispendukcapil Kota Probolinggo"
    planner.execute(rename, written)
    assert planner.query(rule_values, RuleName.OFFICE, SATURDAY)["office_name"] == ""


def test_a_typo_is_mended_on_the_same_day(planner: Store, clock: StillClock) -> None:
    for name in ("Dispendukcapl", "Dispendukcapil"):
        planner.execute(write_rule, WriteRule(RuleName.OFFICE, {"office_name": name}, SATURDAY))
        clock.pass_by(seconds=1)
    assert planner.query(rule_values, RuleName.OFFICE, SATURDAY)["office_name"] == "Dispendukcapil"


@pytest.mark.parametrize(
    ("values", "since", "told"),
    [
        (FORBIDDEN, SATURDAY - timedelta(days=1), [("since", "past_day")]),
        (FORBIDDEN, None, [("since", "no_date")]),
        ({"proxy_rule": "anybody"}, LATER, [("proxy_rule", "unreadable")]),
        ({"proxy_rule": "same_family_card"}, LATER, [("proxy_rule", "unchanged")]),
    ],
)
def test_what_can_not_be_ruled_is_refused(
    planner: Store, values: dict[str, str], since: date | None, told: list[tuple[str, str]]
) -> None:
    with pytest.raises(RuleError) as error:
        write(planner, values, since)
    assert codes(error) == told
    assert stages(planner) == []


def test_one_day_has_one_version_of_a_rule(planner: Store) -> None:
    write(planner)
    with pytest.raises(RuleError) as error:
        write(planner, {"proxy_rule": "with_letter"})
    assert codes(error) == [("since", "day_taken")]
    assert "28-02-2019" in str(error.value.problems[0].message)
    signer = head_of(planner)
    with planner.acting(signer.user_id):
        planner.execute(sign_rule, draft_of(planner, RuleName.PROXY, LATER), signer)
    with pytest.raises(RuleError):
        write(planner, {"proxy_rule": "with_letter"})


def test_a_draft_whose_day_passed_unsigned_is_signed_no_more(planner: Store, clock: StillClock) -> None:
    write(planner, since=SATURDAY)
    signer, draft = head_of(planner), draft_of(planner, RuleName.PROXY, SATURDAY)
    clock.pass_by(days=1)
    with planner.acting(signer.user_id), pytest.raises(RuleError) as error:
        planner.execute(sign_rule, draft, signer)
    assert codes(error) == [("since", "past_day")]
    assert planner.query(proxy_rule, SATURDAY + timedelta(days=1)) is ProxyRule.SAME_FAMILY_CARD


def test_a_draft_is_withdrawn_and_put_back(planner: Store) -> None:
    write(planner)
    back = planner.execute(withdraw_rule, draft_of(planner, RuleName.PROXY, LATER))
    assert stages(planner) == [Stage.WITHDRAWN]
    planner.execute(rename, back)
    assert stages(planner) == [Stage.DRAFT]


def test_a_written_draft_is_undone_until_it_is_signed(planner: Store) -> None:
    undo = write(planner)
    signer = head_of(planner)
    with planner.acting(signer.user_id):
        planner.execute(sign_rule, draft_of(planner, RuleName.PROXY, LATER), signer)
    with pytest.raises(RuleError) as error:
        planner.execute(rename, undo)
    assert codes(error) == [("rule", "gone")]
    assert planner.query(proxy_rule, LATER) is ProxyRule.FORBIDDEN


def test_only_the_head_withdraws_what_was_signed_and_only_before_its_day(planner: Store, clock: StillClock) -> None:
    put_in_force(planner, RuleName.PROXY, FORBIDDEN, LATER)
    version = planner.query(rules_view, SATURDAY).versions[0].id
    with pytest.raises(RuleError) as error:
        planner.execute(withdraw_rule, version)
    assert codes(error) == [("rule", "signed")]
    signer = head_of(planner)
    with planner.acting(signer.user_id):
        planner.execute(withdraw_signed, version, signer)
    assert stages(planner) == [Stage.WITHDRAWN]
    assert planner.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
    ids = [each for (each,) in planner.query(lambda d: d.rows("SELECT id FROM setting"))]
    with pytest.raises(RuleError):
        planner.execute(rename, Renamed(dict.fromkeys(ids, "proxy_rule")))


def test_what_began_is_not_withdrawn_any_more(store: Store) -> None:
    put_in_force(store, RuleName.PROXY, FORBIDDEN, SATURDAY)
    version, signer = store.query(rules_view, SATURDAY).versions[0].id, head_of(store)
    with store.acting(signer.user_id), pytest.raises(RuleError) as error:
        store.execute(withdraw_signed, version, signer)
    assert codes(error) == [("rule", "gone")]


def drafted(store: Store) -> str:
    with store.acting(add_user(store, "Perencana", "planner")):
        write(store)
    return draft_of(store, RuleName.PROXY, LATER)


@pytest.mark.parametrize("role", ["lead", "operator", "clerk"])
def test_who_writes_no_rules_is_told_so(store: Store, role: str) -> None:
    add_user(store, "Agus Prasetyo", role)
    with pytest.raises(RuleError) as error:
        write(store)
    assert codes(error) == [("user", "not_rule_writer")]


@pytest.mark.parametrize("role", ["lead", "planner", "clerk"])
def test_only_a_head_puts_policy_in_force(store: Store, role: str) -> None:
    draft, signer = drafted(store), head_of(store)
    add_user(store, "Agus Prasetyo", role)
    with pytest.raises(RuleError) as error:
        store.execute(sign_rule, draft, signer)
    assert codes(error) == [("user", "not_head")]
    assert store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
