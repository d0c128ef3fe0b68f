"""The rules in force as a sheet to hang up: each with who signed it, and when."""

from __future__ import annotations

from pathlib import Path

from fieldkit.domain.formats import clock, date_numeric, day_long
from fieldkit.domain.rules.catalogue import RULES, Rule, RuleName
from fieldkit.domain.rules.keys import RuleKey
from fieldkit.domain.rules.versions import Stage
from fieldkit.reports.rules_sheet import RuleLine, RulesSheet, rules_sheet_html
from fieldkit.store.meta import Meta
from fieldkit.store.queries.rules.versions import RulesView, Signature
from fieldkit.store.store import Store
from fieldkit.ui.paper import write_pdf
from fieldkit.work.instants import at_site, moment


def write_rules(view: RulesView, store: Store, folder: Path) -> Path:
    """Write the sheet as PDF, and tell where. StoreError where the file can not be written."""
    office = view.values[RuleName.OFFICE]
    regency = store.query(lambda database: Meta(database).get("regency_name"))
    sheet = RulesSheet(
        office[RuleKey.OFFICE_NAME] or "Dinas Kependudukan dan Pencatatan Sipil",
        regency,
        day_long(view.today),
        tuple(_line(rule, view) for rule in RULES),
        tuple(_coming(view)),
    )
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"aturan-kantor-{view.today.isoformat()}.pdf"
    write_pdf(rules_sheet_html(sheet), path)
    return path


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
