"""The form of one rule: its terms, and the day from which they hold."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import msgspec

from fieldkit.domain.rules.catalogue import Rule
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.rules.fields import answer_for
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.rules.versions import WriteRule


class _Typed(msgspec.Struct, frozen=True):
    values: dict[str, str] = {}
    since: str = ""


class RuleForm(DrawerForm):
    """Begins with what holds; days that are past keep their rule."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.about = Label("", "body", "ink2", wrap=True)
        self.answers = {term.key: answer_for(term) for term in rule.terms}
        self.since = DateField(tr("Berlaku mulai"))
        fields: dict[str, Findings] = {key: answer.field for key, answer in self.answers.items()}
        fields["since"] = self.since
        save = tr("Simpan rancangan") if rule.is_signed else tr("Tetapkan")
        super().__init__("rule", fields, save=save)
        self.lay(self.about, *fields.values())
        for answer in self.answers.values():
            answer.changed.connect(lambda *_, here=answer.field: self._on_answered(here))
        self.since.edited.connect(lambda _typed: self._on_answered(self.since))

    def fill(self, values: Mapping[str, str], day: date, draft: str | None) -> None:
        """Begin with what holds, or with what was typed before."""
        typed = decoded(draft, _Typed)
        for key, answer in self.answers.items():
            answer.put(typed.values.get(key, values[key]))
        self.since.set_date(day)
        if typed.since:
            self.since.set_value(typed.since)
        self.about.set_text(
            tr("Rancangan berlaku setelah ditandatangani kepala dinas, mulai harinya. Hari yang lewat tidak berubah.")
            if self.rule.is_signed
            else tr("Berlaku mulai harinya, tanpa tanda tangan. Hari yang lewat tidak berubah.")
        )
        self.begin(draft)

    def state(self) -> str:
        """What is answered so far."""
        values = {key: answer.get() for key, answer in self.answers.items()}
        return msgspec.json.encode(_Typed(values, self.since.value())).decode()

    def command(self) -> WriteRule:
        """What is to hold."""
        values = {key: answer.get() for key, answer in self.answers.items()}
        return WriteRule(self.rule.name, values, self.since.date())

    def _on_answered(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()
