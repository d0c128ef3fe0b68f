"""The head signs at the office and a table obeys after its sync; what nobody signed holds on no other laptop."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from fieldkit.domain.cards.pick_up import ProxyRule
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.signed import RULED
from fieldkit.domain.signing import canonical
from fieldkit.records.tables import APPROVAL, SETTING
from fieldkit.store.queries.cards.rules import proxy_rule
from fieldkit.store.unit import Unit
from fieldkit.work.rules.versions import WriteRule, sign_rule, withdraw_rule, withdraw_signed, write_rule
from fieldkit.work.sign_in import Signer
from tests.flows.enrolled import Ground, Laptop, in_areas, kinds, planner, signer
from tests.laptops import JATI, REGENCY, SATURDAY
from tests.ruling import draft_of

LATER = date(2019, 3, 1)
FORBIDDEN = WriteRule(RuleName.PROXY, {"proxy_rule": "forbidden"}, LATER)


def settings(ground: Ground) -> list[tuple[Any, ...]]:
    return [row[4:] for row in ground.rows(SETTING)]


def raw(laptop: Laptop, key: str = "proxy_rule", value: str = "forbidden") -> str:
    """A row as nobody's verb would write it."""
    values = {"key": key, "value": value, "valid_from": LATER.isoformat()}
    return laptop.store.execute(lambda unit: unit.insert(SETTING, REGENCY, **values))


def test_what_the_head_signs_at_the_office_is_obeyed_at_the_table_after_its_sync(ground: Ground) -> None:
    office, table = planner(ground, ground.laptop("office")), in_areas(ground, "table", JATI)
    office.store.execute(write_rule, FORBIDDEN)
    office.sync()
    table.sync()
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
    head = ground.laptop("head")
    by = signer(ground, head, "head")
    head.store.execute(sign_rule, draft_of(head.store, RuleName.PROXY, LATER), by)
    head.sync()
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
    table.sync()
    assert table.store.query(proxy_rule, LATER) is ProxyRule.FORBIDDEN
    assert table.store.query(proxy_rule, SATURDAY) is ProxyRule.SAME_FAMILY_CARD
    assert settings(ground) == [("proxy_rule", "forbidden", LATER.isoformat())]
    assert (kinds(ground), table.rows(APPROVAL)) == ([], ground.rows(APPROVAL))


def test_what_the_head_withdraws_before_its_day_holds_nowhere(ground: Ground) -> None:
    head, table = ground.laptop("head"), in_areas(ground, "table", JATI)
    by = signer(ground, head, "head")
    head.store.execute(write_rule, FORBIDDEN)
    head.store.execute(sign_rule, draft_of(head.store, RuleName.PROXY, LATER), by)
    head.sync()
    table.sync()
    version = str(ground.rows(SETTING)[0][0])
    head.store.execute(withdraw_signed, version, by)
    head.sync()
    table.sync()
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD
    assert (kinds(ground), settings(ground)[0][0]) == ([], "withdrawn:proxy_rule")


def test_a_planner_withdraws_a_draft_everywhere(ground: Ground) -> None:
    office, other = planner(ground, ground.laptop("office")), ground.laptop("other")
    office.store.execute(write_rule, FORBIDDEN)
    office.sync()
    office.store.execute(withdraw_rule, draft_of(office.store, RuleName.PROXY, LATER))
    office.sync()
    other.sync()
    assert other.rows(SETTING) == ground.rows(SETTING)
    assert (kinds(ground), settings(ground)[0][0]) == ([], "withdrawn:draft:proxy_rule")


@pytest.mark.parametrize("first", ["head", "planner"])
def test_who_withdraws_a_draft_takes_nothing_from_the_head_who_signed_it_elsewhere(ground: Ground, first: str) -> None:
    office, head = planner(ground, ground.laptop("office")), ground.laptop("head")
    by = signer(ground, head, "head")
    office.store.execute(write_rule, FORBIDDEN)
    office.sync()
    head.sync()
    draft = draft_of(head.store, RuleName.PROXY, LATER)
    head.store.execute(sign_rule, draft, by)
    ground.clock.pass_by(hours=1)
    office.store.execute(withdraw_rule, draft)
    for laptop in (head, office, head, office) if first == "head" else (office, head, office, head):
        laptop.sync()
    assert settings(ground) == [("proxy_rule", "forbidden", LATER.isoformat())]
    assert {laptop.store.query(proxy_rule, LATER) for laptop in (office, head)} == {ProxyRule.FORBIDDEN}
    assert kinds(ground) == (["signature"] if first == "head" else [])


def test_policy_that_nobody_signed_is_a_case_and_reaches_no_other_laptop(ground: Ground) -> None:
    office, table = planner(ground, ground.laptop("office")), in_areas(ground, "table", JATI)
    raw(office)
    office.sync()
    table.sync()
    assert (kinds(ground), settings(ground)) == (["signature"], [])
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD


@pytest.mark.parametrize("way", ["later", "in the same command"])
def test_a_draft_that_is_made_a_rule_without_a_signature_stays_a_draft(ground: Ground, way: str) -> None:
    office, table = planner(ground, ground.laptop("office")), in_areas(ground, "table", JATI)

    def at_once(unit: Unit) -> None:
        values = {"key": "draft:proxy_rule", "value": "forbidden", "valid_from": LATER.isoformat()}
        unit.update(SETTING, unit.insert(SETTING, REGENCY, **values), key="proxy_rule")

    if way == "later":
        draft = raw(office, "draft:proxy_rule")
        office.sync()
        office.store.execute(lambda unit: unit.update(SETTING, draft, key="proxy_rule"))
    else:
        office.store.execute(at_once)
    office.sync()
    table.sync()
    assert kinds(ground) == ["signature"]
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD


def sign_otherwise(unit: Unit, draft: str, by: Signer, **document: Any) -> None:
    """A rule put in force under a document of another kind."""
    written = canonical(document)
    values = {"document": written.decode(), "signer_id": by.user_id, "key_id": by.key_id, "signature": by.sign(written)}
    unit.insert(APPROVAL, REGENCY, kind=RULED, subject=draft, at="2019-02-23T09:05:00.000Z", **values)
    unit.update(SETTING, draft, key="proxy_rule")


def document(draft: str, **changed: str) -> dict[str, Any]:
    row = {"id": draft, "key": "proxy_rule", "value": "forbidden", "since": LATER.isoformat()} | changed
    return {"kind": RULED, "settings": [row]}


@pytest.mark.parametrize("role", ["planner", "lead"])
def test_the_signature_of_somebody_else_puts_nothing_in_force(ground: Ground, role: str) -> None:
    office, table = ground.laptop("office"), in_areas(ground, "table", JATI)
    by = signer(ground, office, role)
    planner(ground, office)
    draft = raw(office, "draft:proxy_rule")
    office.store.user = UserId(by.user_id)
    office.store.execute(sign_otherwise, draft, by, **document(draft))
    office.sync()
    table.sync()
    assert set(kinds(ground)) >= {"user"}
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD


@pytest.mark.parametrize(
    "changed", [{"value": "with_letter"}, {"since": "2019-02-23"}, {"id": "another"}, {"key": "x"}]
)
def test_a_signature_under_something_else_puts_nothing_in_force(ground: Ground, changed: dict[str, str]) -> None:
    head, table = ground.laptop("head"), in_areas(ground, "table", JATI)
    by = signer(ground, head, "head")
    draft = raw(head, "draft:proxy_rule")
    head.sync()
    head.store.execute(sign_otherwise, draft, by, **document(draft, **changed))
    head.sync()
    table.sync()
    assert kinds(ground) == ["signature"]
    assert table.store.query(proxy_rule, LATER) is ProxyRule.SAME_FAMILY_CARD


def test_who_leads_a_team_writes_no_settings(ground: Ground) -> None:
    laptop = ground.laptop("P1")
    raw(laptop, "office_name", "Kantor saya")
    laptop.sync()
    assert (kinds(ground), settings(ground)) == (["office"], [])


def test_what_is_no_policy_needs_no_signature(ground: Ground) -> None:
    office, table = planner(ground, ground.laptop("office")), in_areas(ground, "table", JATI)
    office.store.execute(write_rule, WriteRule(RuleName.RIBBON, {"prints_per_ribbon": "450"}, SATURDAY))
    office.sync()
    table.sync()
    assert (kinds(ground), table.rows(SETTING)) == ([], ground.rows(SETTING))
