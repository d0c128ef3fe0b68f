"""The rules of the office: what holds on a day, and every version with its signature."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from fieldkit.domain.rules.catalogue import RULE, RuleName
from fieldkit.domain.rules.interim import InterimRule, interim_on
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.signed import RULED, TAKEN_BACK, day_of
from fieldkit.domain.rules.versions import Setting, Stage, Version, values_on, versions
from fieldkit.store.database import Database
from fieldkit.store.queries.doubts import is_doubted
from fieldkit.store.queries.lists.campaign import campaign_day
from fieldkit.store.queries.shifts import current_shift, site_day, site_zone


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed a version, or took it back, and when."""

    signer_name: str
    at: str


@dataclass(frozen=True, slots=True)
class RulesView:
    """All rules at a glance: what holds today, and every version, the latest first."""

    today: date
    time_zone: str
    values: Mapping[str, Mapping[str, str]]
    """By the name of the rule."""
    versions: tuple[Version, ...]
    signatures: Mapping[str, Signature]
    """By the id of the version."""
    campaign_day: date | None
    """The day of the vote, as the planner noted it in the calendar."""

    def of(self, name: str, *stages: Stage) -> list[Version]:
        """The versions of a rule, or those at some stages."""
        return [each for each in self.versions if each.rule.name == name and (not stages or each.stage in stages)]

    def waiting(self) -> list[Version]:
        """Those that wait for the signature of the head."""
        return [each for each in self.versions if each.stage is Stage.DRAFT]


def rules_now(database: Database, now_utc: datetime) -> RulesView:
    """What holds on the day of the open shift, or on the one of the clock."""
    shift = current_shift(database)
    today = site_day(database, now_utc)
    return rules_view(database, date.fromisoformat(shift.day) if shift is not None else today)


def rules_view(database: Database, today: date) -> RulesView:
    """What the desk of rules shows on a day."""
    settings = office_settings(database)
    values = {name: values_on(rule, settings, today) for name, rule in RULE.items()}
    return RulesView(
        today, site_zone(database), values, tuple(versions(settings, today)), _signatures(database), _vote(database)
    )


def rule_values(database: Database, name: RuleName, day: date) -> dict[str, str]:
    """What holds of a rule on a day, by key; what was never ruled is as usual."""
    return values_on(RULE[name], office_settings(database), day)


def interim_rule(database: Database, day: date) -> InterimRule:
    """Whether a paper is given in place of the card on a day."""
    held = rule_values(database, RuleName.INTERIM, day)
    return interim_on(held[RuleKey.INTERIM], held[RuleKey.INTERIM_UNTIL], day)


def office_settings(database: Database) -> list[Setting]:
    """All settings of the office, as they are kept."""
    rows = database.rows("SELECT id, key, value, valid_from FROM setting")
    return [Setting(id_, key, value, day_of(since)) for id_, key, value, since in rows]


def _vote(database: Database) -> date | None:
    day = campaign_day(database)
    return date.fromisoformat(day) if day else None


def _signatures(database: Database) -> dict[str, Signature]:
    rows = database.rows(
        "SELECT a.subject, coalesce(u.name, ''), a.at FROM approval a LEFT JOIN app_user u ON u.id = a.signer_id "
        f"WHERE a.kind IN (?, ?) AND NOT {is_doubted('a.id')} ORDER BY a.at, a.id",
        RULED,
        TAKEN_BACK,
    )
    return {subject: Signature(signer, at) for subject, signer, at in rows}
