"""The keys under which rules are kept as settings, and what their beginnings tell of a row."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from fieldkit.domain.lists.outlook import TARGET_PERCENT
from fieldkit.domain.national.work_lists import SFE_DAYS_KEY, UPLOAD_DAYS_KEY
from fieldkit.domain.requests.receipt import PUBLIC_PAGE

DRAFT: Final = "draft:"
"""Before the key of a rule that waits for the signature of the head: nobody goes by it."""
WITHDRAWN: Final = "withdrawn:"
"""Before the key of one that was taken back before its day."""


class RuleKey(StrEnum):
    """A setting each. Those of the notices are `domain.notices.rule.Key`."""

    PRINT_ORDER = "print_order"
    POSTPONED = "postponed_reasons"
    PROXY = "proxy_rule"
    INTERIM = "interim_letter"
    INTERIM_UNTIL = "interim_until"
    TARGET = TARGET_PERCENT
    OFFICE_NAME = "office_name"
    OFFICE_ADDRESS = "office_address"
    UPLOAD_DAYS = UPLOAD_DAYS_KEY
    SFE_DAYS = SFE_DAYS_KEY
    PRINTS_PER_RIBBON = "prints_per_ribbon"
    PUBLIC = PUBLIC_PAGE
    RESCUE_KEY = "rescue_key"
    LEASE_DAYS = "lease_days"


def bare_key(key: str) -> str:
    """The key of the rule that a row is about, whatever became of it."""
    return key.removeprefix(WITHDRAWN).removeprefix(DRAFT)
