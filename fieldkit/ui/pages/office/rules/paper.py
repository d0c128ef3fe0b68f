"""The rules in force as a sheet to hang up: each with who signed it, and when."""

from __future__ import annotations

from pathlib import Path

from fieldkit.reports.rules_sheet import rules_sheet, rules_sheet_html
from fieldkit.store.meta import Meta
from fieldkit.store.queries.rules.versions import RulesView
from fieldkit.store.store import Store
from fieldkit.ui.papers.paper import write_pdf


def write_rules(view: RulesView, store: Store, folder: Path) -> Path:
    """Write the sheet as PDF, and tell where. StoreError where the file can not be written."""
    regency = store.query(lambda database: Meta(database).get("regency_name"))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"aturan-kantor-{view.today.isoformat()}.pdf"
    write_pdf(rules_sheet_html(rules_sheet(view, regency)), path)
    return path
