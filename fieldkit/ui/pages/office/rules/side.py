"""Beside the table: one rule in full, its versions with their signatures, and what can be done, by digit."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.roles import HEADS, RULE_WRITERS
from fieldkit.domain.rules.catalogue import Rule, RuleName
from fieldkit.domain.rules.versions import Version
from fieldkit.store.queries.rules.versions import RulesView
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.rules.wording import campaign_words, signed_words, stage_badge
from fieldkit.ui.widgets.cards import Card, Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList

WRITE, SIGN, WITHDRAW, SHEET = "write", "sign", "withdraw", "sheet"
_VERSIONS_SHOWN = 12


class RuleSide(Card):
    """The rule that is selected."""

    def __init__(self, role: str) -> None:
        super().__init__(tr("Aturan"), gap=10)
        self._choices = _choices(role)
        self.terms = RowList(name=tr("Isi aturan"))
        self.versions = RowList(name=tr("Versi aturan"))
        self.none = Label(tr("Belum pernah ditetapkan: yang berlaku bawaan."), "second", wrap=True)
        self.acts = ActionPanel(self._choices, columns=2, name=tr("Tindakan"))
        self.acts.setObjectName("rule_acts")
        inner = QWidget()
        column(self.terms, Label(tr("Versi"), "label"), self.none, self.versions, None, gap=8, inside=inner)
        self.add(stretched(Scrolled(inner)), self.acts)

    def names(self) -> list[str]:
        """The acts by their digits."""
        return [choice.id for choice in self._choices]

    def captions(self) -> list[str]:
        """What the digits do, in words."""
        return [choice.caption for choice in self._choices]

    def show_rule(self, rule: Rule, view: RulesView) -> None:
        """What holds of it today, then its versions, the latest first."""
        self.set_title(say(rule.label))
        lines = [(say(label), say(words)) for label, words in rule.lines(view.values[rule.name])]
        if rule.name is RuleName.TARGET:
            lines.append((tr("Hari pemungutan suara"), campaign_words(view)))
        self.terms.set_items([RowItem(label, label, words, wraps=True) for label, words in lines])
        versions = view.of(rule.name)[:_VERSIONS_SHOWN]
        self.none.setVisible(not versions)
        self.versions.set_items(_items(versions, view))


def _items(versions: Sequence[Version], view: RulesView) -> list[RowItem]:
    return [
        RowItem(
            each.id,
            tr("Mulai {day}", day=date_numeric(each.since)),
            "\n".join(filter(None, (say(each.rule.says(each.values)), _signed(each, view)))),
            badge=stage_badge(each),
            wraps=True,
        )
        for each in versions
    ]


def _signed(version: Version, view: RulesView) -> str:
    return signed_words(view.signatures.get(version.id), view.time_zone)


def _choices(role: str) -> list[Choice]:
    writes, signs = role in RULE_WRITERS, role in HEADS
    return [
        *([Choice(WRITE, tr("Tulis yang baru"), "pencil-simple")] if writes else []),
        *([Choice(SIGN, tr("Tanda tangani"), "check-circle")] if signs else []),
        *([Choice(WITHDRAW, tr("Tarik"), "arrow-u-up-left")] if writes else []),
        Choice(SHEET, tr("Lembar aturan"), "printer"),
    ]
