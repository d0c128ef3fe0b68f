"""The rules of the office on paper: what holds, since when, and who signed it (HO-3)."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.formats import clock, date_numeric, day_long
from fieldkit.domain.rules.catalogue import RULES, Rule, RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.versions import Stage
from fieldkit.reports.making.html import filled
from fieldkit.store.queries.rules.versions import RulesView, Signature
from fieldkit.work.instants import at_site, moment


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


def rules_sheet(view: RulesView, regency: str) -> RulesSheet:
    """The rules of the day of the view, written as documents are."""
    return RulesSheet(
        view.values[RuleName.OFFICE][RuleKey.OFFICE_NAME] or "Dinas Kependudukan dan Pencatatan Sipil",
        regency,
        day_long(view.today),
        tuple(_line(rule, view) for rule in RULES),
        tuple(_coming(view)),
    )


def rules_sheet_html(sheet: RulesSheet) -> str:
    """The sheet on paper."""
    return filled("aturan-kantor.html", (), sheet=sheet)


def _line(rule: Rule, view: RulesView) -> RuleLine:
    held = view.of(rule.name, Stage.IN_FORCE)
    says = tuple(f"{label}: {words}" for label, words in rule.lines(view.values[rule.name]))
    since = date_numeric(held[0].since) if held else "bawaan"
    return RuleLine(str(rule.label), says, since, _signed(view.signatures.get(held[0].id) if held else None, view))


def _coming(view: RulesView) -> list[RuleLine]:
    found = sorted((each for each in view.versions if each.stage is Stage.NEXT), key=lambda each: each.since)
    return [
        RuleLine(
            str(each.rule.label),
            tuple(f"{label}: {words}" for label, words in each.rule.lines(each.values)),
            date_numeric(each.since),
            _signed(view.signatures.get(each.id), view),
        )
        for each in found
    ]


def _signed(signature: Signature | None, view: RulesView) -> str:
    if signature is None:
        return ""
    at = at_site(moment(signature.at), view.time_zone)
    return f"{signature.signer_name}, {date_numeric(at.date())} {clock(at)}"
