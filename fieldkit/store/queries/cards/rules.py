"""Rules that the office set with a day, and who may print where: each day keeps what held then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from fieldkit.domain.cards.pick_up import ProxyRule, proxy_rule_on
from fieldkit.domain.cards.print_order import PriorityTable, read_ranks, table_on
from fieldkit.domain.cards.print_right import Certificate, Permit, check_place, check_print_right
from fieldkit.domain.errors import Problem
from fieldkit.domain.rules.catalogue import RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.store.database import Database
from fieldkit.store.queries.rules.versions import rule_values


def priority_table(database: Database, day: date) -> PriorityTable:
    """The order of printing that holds on a day, and what waits altogether (F-B3)."""
    told = _dated(database, RuleKey.PRINT_ORDER)
    table = table_on((PriorityTable(since, read_ranks(value)) for since, value in told), day)
    postponed = rule_values(database, RuleName.SCARCITY, day)[RuleKey.POSTPONED]
    return replace(table, postponed=frozenset(postponed.split()))


def proxy_rule(database: Database, day: date) -> ProxyRule:
    """Who may come for somebody's card on a day (F-K4)."""
    return proxy_rule_on(_dated(database, RuleKey.PROXY), day)


def print_problems(database: Database, user_id: str, day: date, district: str) -> tuple[Problem, ...]:
    """What keeps a user from booking prints on a day (F-B6); the district is empty for the office itself."""
    papers = database.rows(
        "SELECT kind, valid_from, coalesce(valid_until, '') FROM certificate WHERE user_id = ?", user_id
    )
    own = check_print_right((Certificate(kind, _day(since), _until(end)) for kind, since, end in papers), day)
    return (*own, *(check_place(_permits(database, district), day) if district else ()))


def _permits(database: Database, district: str) -> Iterator[Permit]:
    rows = database.rows(
        "SELECT valid_from, coalesce(valid_until, ''), funds, network, equipment, staff FROM print_permit "
        "WHERE district = ?",
        district,
    )
    for since, end, *conditions in rows:
        yield Permit(_day(since), _until(end), *map(bool, conditions))


def _dated(database: Database, key: str) -> list[tuple[date, str]]:
    """Values of a setting; the last one written for a day counts."""
    rows: list[tuple[Any, ...]] = database.rows(
        "SELECT valid_from, value FROM setting WHERE key = ? ORDER BY coalesce(valid_from, ''), id", key
    )
    return list({_day(since or ""): (_day(since or ""), str(value)) for since, value in rows}.values())


def _day(told: str) -> date:
    return date.fromisoformat(told) if told else date.min


def _until(told: str) -> date | None:
    return date.fromisoformat(told) if told else None
