"""The day that the campaign works towards, set by the office (F-W3)."""

from __future__ import annotations

from datetime import date

from fieldkit.records.tables import SETTING
from fieldkit.store.queries.lists.campaign import CAMPAIGN_DAY
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_planner


def set_campaign_day(unit: Unit, day: date) -> str:
    """Say on which day the vote is; the one that was said last counts. RuleError where the user is no planner."""
    require_planner(unit)
    return unit.insert(SETTING, unit.meta.regency, key=CAMPAIGN_DAY, value=day.isoformat())
