"""The desk of rules: what holds, what begins, what waits for the head; written, signed, withdrawn, printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.roles import HEADS, RULE_WRITERS
from fieldkit.domain.rules.catalogue import Rule
from fieldkit.domain.rules.versions import Stage, Version
from fieldkit.store.drafts import draft
from fieldkit.store.queries.rules.versions import RulesView, rules_now
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.rules.form import RuleForm
from fieldkit.ui.pages.office.rules.rules_card import RulesCard
from fieldkit.ui.pages.office.rules.side import SHEET, SIGN, WITHDRAW, WRITE, RuleSide
from fieldkit.ui.pages.office.rules.wording import question_words
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.inverse import Inverse
from fieldkit.work.rules.versions import (
    Renamed,
    rename,
    sign_rule,
    withdraw_rule,
    withdraw_signed,
    write_rule,
)


class RulesDesk(Desk):
    """Rules, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: RulesView | None = None
        self.card, self.side = RulesCard(), RuleSide(context.user.role)
        self.signing, self._saver = PinSigning(context, self), FormSaver(context, self)
        self._forms: dict[str, tuple[RuleForm, Drawer]] = {}
        self._open: RuleForm | None = None
        self._columns = Columns([(self.card, None), (self.side, 400)], side_key="Ctrl+J", side_title=tr("Aturan"))
        self.add(stretched(self._columns))
        self.card.table.selected_row.connect(lambda _row: self._show_selected())
        self.card.table.activated_row.connect(lambda _row: self._do(WRITE))
        self.side.acts.picked.connect(self._do)
        for digit, name in enumerate(self.side.names(), start=1):
            bind(self.card.table, str(digit), partial(self._do, name))
        bind(self, "Ctrl+P", partial(self._do, SHEET))

    def subtitle(self) -> str:
        """What waits for the head."""
        waiting = len(self._view.waiting()) if self._view is not None else 0
        return tr("{n} menunggu tanda tangan kepala dinas", n=count(waiting)) if waiting else ""

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        acts = [(str(digit), choice) for digit, choice in enumerate(self.side.captions(), start=1)]
        return [
            *acts,
            ("Ctrl+Enter", tr("Langkah berikut; di isian: simpan")),
            ("Ctrl+J", tr("Ke isi aturan dan tindakannya")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, now_utc = self._context.store, self._context.clock.now_utc()
        self._context.ask(self, lambda: store.query(rules_now, now_utc), self._show)

    def shown(self) -> None:
        """To the form that is open, or to the table."""
        if self._open is not None:
            self._open.focus_first()
        else:
            self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def opened_with(self, argument: object) -> None:
        """Another page asks for one rule, by its name."""
        if isinstance(argument, str):
            self.card.table.select(argument)

    def step_out(self) -> bool:
        """Out of the form, or of the column that lies over the table."""
        if self._open is not None:
            self._forms[self._open.rule.name][1].close_drawer()
            return True
        return self._columns.close_side()

    def _show(self, view: RulesView) -> None:
        self._view = view
        self.card.show_view(view)
        self._show_selected()
        self.header_changed.emit()

    def _show_selected(self) -> None:
        rule = self.card.selected()
        if rule is not None and self._view is not None:
            self.side.show_rule(rule, self._view)
            self._put_forward(self._view)

    def _put_forward(self, view: RulesView) -> None:
        role = self._context.user.role
        if role in HEADS and view.waiting():
            self.lead(tr("Tanda tangani"), self._sign_waiting)
        elif role in RULE_WRITERS:
            self.lead(tr("Tulis yang baru"), partial(self._do, WRITE))

    def _sign_waiting(self) -> None:
        """What is selected, where that waits; or else the rule that waits first."""
        rule, waiting = self.card.selected(), self._view.waiting() if self._view is not None else []
        if waiting and rule not in [version.rule for version in waiting]:
            self.card.table.select(waiting[0].rule.name)
        self._do(SIGN)

    def _do(self, which: str) -> None:
        rule = self.card.selected()
        if rule is None or self._open is not None or which not in self.side.names():
            return
        acts: dict[str, Callable[[Rule], None]] = {
            WRITE: self._write,
            SIGN: self._sign,
            WITHDRAW: self._withdraw,
            SHEET: lambda _rule: self._print(),
        }
        acts[which](rule)

    def _write(self, rule: Rule) -> None:
        if self._view is None:
            return
        form, drawer = self._form(rule)
        kind, user = f"rule {rule.name}", self._context.user.id
        form.fill(self._view.values[rule.name], self._view.today, self._context.store.query(draft, user, kind))
        self._saver.begin(form, kind)
        self._open = form
        self.open_form(form, drawer)

    def _form(self, rule: Rule) -> tuple[RuleForm, Drawer]:
        if rule.name not in self._forms:
            form = RuleForm(rule)
            drawer = Drawer(self, say(rule.label), form, width=440)
            form.saved.connect(self._save)
            form.cancelled.connect(drawer.close_drawer)
            form.edited.connect(self._saver.touch)
            drawer.closed.connect(self._on_closed)
            self._forms[rule.name] = form, drawer
        return self._forms[rule.name]

    def _on_closed(self) -> None:
        self._saver.rest()
        self._open = None
        self.form_closed()

    def _save(self) -> None:
        form, store = self._open, self._context.store
        if form is not None:
            command = form.command()
            self._saver.save(form, lambda: store.execute(write_rule, command), lambda done: self._written(form, done))

    def _written(self, form: RuleForm, done: Renamed) -> None:
        rule = form.rule
        self._forms[rule.name][1].close_drawer()
        self.shown()
        told = tr("Berlaku setelah ditandatangani kepala dinas.") if rule.is_signed else tr("Berlaku mulai harinya.")
        undone = tr("{rule}: rancangan ditarik", rule=say(rule.label))
        title = tr("{rule}: tersimpan", rule=say(rule.label))
        self._context.done(title, told, inverse=Inverse(rename, done), undone=undone)
        if rule.is_signed and self._context.user.role in HEADS:
            self._sign(rule)

    def _sign(self, rule: Rule) -> None:
        drafts = self._view.of(rule.name, Stage.DRAFT) if self._view is not None else []
        if not drafts:
            self._context.messages.done(tr("Tidak ada rancangan yang menunggu tanda tangan di aturan ini."))
            return
        version = drafts[-1]
        question = Question(say(rule.label), question_words(version), tr("Tanda tangani"))
        store = self._context.store
        self.signing.ask(
            question,
            lambda signer: store.execute(sign_rule, version.id, signer),
            lambda _id: self._signed(version),
        )

    def _signed(self, version: Version) -> None:
        day = date_numeric(version.since)
        told = tr("Berlaku mulai {day} di laptop yang sudah sinkron.", day=day)
        self._context.messages.done(tr("{rule}: ditandatangani", rule=say(version.rule.label)), told)

    def _withdraw(self, rule: Rule) -> None:
        if self._view is None:
            return
        found = self._view.of(rule.name, Stage.DRAFT) or self._view.of(rule.name, Stage.NEXT)
        if not found:
            self._context.messages.done(tr("Tidak ada yang bisa ditarik: yang sudah berlaku diganti dengan yang baru."))
            return
        version, store = found[-1], self._context.store
        if version.stage is Stage.NEXT and rule.is_signed and self._context.user.role in HEADS:
            self._withdraw_signed(version)
            return
        self._context.ask(
            self,
            lambda: store.execute(withdraw_rule, version.id),
            lambda done: self._withdrawn(version, Inverse(rename, done)),
        )

    def _withdraw_signed(self, version: Version) -> None:
        question = Question(
            tr("Tarik: {rule}", rule=say(version.rule.label)), question_words(version), tr("Tarik dengan tanda tangan")
        )
        store = self._context.store
        self.signing.ask(
            question,
            lambda signer: store.execute(withdraw_signed, version.id, signer),
            lambda _id: self._withdrawn(version, None),
        )

    def _withdrawn(self, version: Version, inverse: Inverse[Renamed] | None) -> None:
        label, day = say(version.rule.label), date_numeric(version.since)
        title = tr("{rule}: yang mulai {day} ditarik", rule=label, day=day)
        self._context.done(title, inverse=inverse, undone=tr("{rule}: seperti semula", rule=label))

    def _print(self) -> None:
        view, store, folder = self._view, self._context.store, self._context.folders.documents
        if view is not None:
            # Templates take their time to import, and few who look at the rules print them.
            from fieldkit.ui.pages.office.rules.paper import write_rules

            self._context.ask(self, lambda: write_rules(view, store, folder), self._say_written)

    def _say_written(self, path: Path) -> None:
        said = tr("{name}, di folder {folder}.", name=path.name, folder=path.parent.name)
        self._context.messages.done(tr("Lembar aturan tersimpan"), said)
