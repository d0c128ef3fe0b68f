"""Rules as they were written: what holds, what held, what begins, and what waits for its signature."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fieldkit.domain.rules.catalogue import RULE_OF_KEY, Rule
from fieldkit.domain.rules.keys import DRAFT, WITHDRAWN, bare_key


class Stage(StrEnum):
    """Where a version of a rule stands."""

    DRAFT = "draft"
    NEXT = "next"
    IN_FORCE = "in_force"
    PAST = "past"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Setting:
    """A row as it is kept."""

    id: str
    key: str
    value: str
    since: date


@dataclass(frozen=True, slots=True)
class Version:
    """A rule with its values and the day from which they hold, or would."""

    rule: Rule
    since: date
    stage: Stage
    values: Mapping[str, str]
    ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """Of its first row; an approval names it by this."""
        return min(self.ids)


def versions(settings: Iterable[Setting], today: date) -> list[Version]:
    """All versions, the latest first; of two rows for one day the later written counts."""
    groups: dict[tuple[str, date, str], dict[str, Setting]] = defaultdict(dict)
    for each in sorted(settings, key=lambda each: each.id):
        key = bare_key(each.key)
        if key in RULE_OF_KEY:
            groups[RULE_OF_KEY[key].name, each.since, each.key.removesuffix(key)][key] = each
    made = [_version(name, since, mark, rows) for (name, since, mark), rows in groups.items()]
    begun = _in_force(made, today)
    staged = [_staged(each, today, begun) for each in made]
    return sorted(staged, key=lambda each: (each.since, each.id), reverse=True)


def values_on(rule: Rule, settings: Iterable[Setting], day: date) -> dict[str, str]:
    """What holds of a rule on a day: of each term what began last, what was never ruled where nothing did."""
    begun: dict[str, Setting] = {}
    for each in sorted(settings, key=lambda each: (each.since, each.id)):
        if each.since <= day and each.key in rule.keys:
            begun[each.key] = each
    return rule.readable({key: each.value for key, each in begun.items()})


def _version(name: str, since: date, mark: str, rows: Mapping[str, Setting]) -> Version:
    rule = next(RULE_OF_KEY[key] for key in rows)
    stage = Stage.WITHDRAWN if mark.startswith(WITHDRAWN) else Stage.DRAFT if mark == DRAFT else Stage.PAST
    values = {key: each.value for key, each in rows.items()}
    return Version(rule, since, stage, values, tuple(sorted(each.id for each in rows.values())))


def _in_force(made: Iterable[Version], today: date) -> dict[str, date]:
    begun: dict[str, date] = {}
    for each in made:
        if each.stage is Stage.PAST and each.since <= today:
            begun[each.rule.name] = max(each.since, begun.get(each.rule.name, date.min))
    return begun


def _staged(version: Version, today: date, begun: Mapping[str, date]) -> Version:
    if version.stage is not Stage.PAST:
        return version
    stage = Stage.PAST
    if version.since > today:
        stage = Stage.NEXT
    elif version.since == begun.get(version.rule.name):
        stage = Stage.IN_FORCE
    return Version(version.rule, version.since, stage, version.values, version.ids)
