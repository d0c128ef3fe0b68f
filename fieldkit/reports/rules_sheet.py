"""The rules of the office on paper: what holds, since when, and who signed it (HO-3)."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.reports.html import filled


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule in words. `signed` is name and time of the approval, empty where none is needed."""

    title: str
    says: tuple[str, ...]
    since: str
    signed: str


@dataclass(frozen=True, slots=True)
class RulesSheet:
    """What holds on a day, and what will."""

    office: str
    regency: str
    day: str
    lines: tuple[RuleLine, ...]
    coming: tuple[RuleLine, ...]


def rules_sheet_html(sheet: RulesSheet) -> str:
    """The sheet on paper."""
    return filled("aturan-kantor.html", (), sheet=sheet)
