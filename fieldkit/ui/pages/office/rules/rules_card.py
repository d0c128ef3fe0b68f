"""The table of rules: what holds, since when, and what is on its way."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.domain.rules.catalogue import RULES, Rule
from fieldkit.store.queries.rules.versions import RulesView
from fieldkit.ui.formats import day_long
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.rules.wording import said, since_words, state_badge
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import stretched


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule as it holds today."""

    id: str
    rule: Rule
    words: str
    since: str
    badge: tuple[str, str] | None


class RulesCard(Card):
    """All rules, in their order."""

    def __init__(self) -> None:
        self._day = Label("", "hint")
        super().__init__(tr("Aturan yang berlaku"), right=self._day, gap=4, edges=(12, 12, 12, 8))
        columns = [
            Column(
                tr("Aturan"),
                lambda row: (say(row.rule.label), row.words),
                kind="two",
                width="stretch",
                tip=lambda row: row.words,
            ),
            Column(tr("Sejak"), lambda row: row.since),
            Column(tr("Yang akan datang"), lambda row: row.badge, kind="badge"),
        ]
        self.table = Table(RowsModel(columns), two_line=True, name=tr("Aturan kantor"))
        self.table.setObjectName("office_rules")
        self.add(stretched(self.table))

    def show_view(self, view: RulesView) -> None:
        """What holds today; the selection stays."""
        self._day.set_text(tr("per {day}", day=day_long(view.today)))
        rows = [
            RuleRow(rule.name, rule, said(view, rule), since_words(view, rule), state_badge(view, rule))
            for rule in RULES
        ]
        self.table.rows_model.set_rows(rows)
        if self.table.selected() is None:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def selected(self) -> Rule | None:
        """The rule that is selected."""
        row: RuleRow | None = self.table.selected()
        return row.rule if row is not None else None
