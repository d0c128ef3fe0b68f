"""Receipts of a table: asked for, printed in a lane of their own, and what came of it noted; none needs a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FileError, Severity
from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay, way_label
from fieldkit.reports.people.receipt import receipt_html
from fieldkit.store.queries.table.receipts import ReceiptFacts, receipt_of
from fieldkit.store.receipt_setting import ReceiptSetting, keep_receipt_setting
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.papers.receipt_printer import PRINTER_ABSENT, print_receipt, printer_names
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.table.receipts import ask_receipt, note_receipt

_LANE = "paper"


class ReceiptForm(QWidget):
    """How this laptop gives receipts; each choice is kept at once."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = ChoiceGroup(tr("Resi diberikan lewat"), _ways(), columns=2)
        self.printer = ComboBox(tr("Printer"))
        self.way.setObjectName("receipt_way")
        self.printer.setObjectName("receipt_printer")
        words = Label(
            tr("Berlaku di laptop ini saja. Tanpa printer, kode resi tetap ada di layar."), "second", wrap=True
        )
        column(self.way, self.printer, words, None, gap=12, inside=self)
        self.setFocusProxy(self.way.answer_widget())
        self.way.chosen.connect(lambda _way: self._on_way())
        self.printer.chosen.connect(lambda _name: self.changed.emit())

    def show_setting(self, setting: ReceiptSetting, printers: Sequence[str] | None) -> None:
        """What was chosen, and the printers that there are; None while they are being looked for."""
        is_none_known = printers is not None and not printers
        names = list(dict.fromkeys([*(printers or ()), *filter(None, [setting.printer])]))
        system = tr("Belum ada printer") if is_none_known else tr("Printer bawaan")
        self.printer.set_options([("", system), *((name, name) for name in names)])
        self.printer.set_value(setting.printer)
        self._tell_none(is_none_known=is_none_known)
        self.way.set_value(setting.way)
        self._follow()

    def setting(self) -> ReceiptSetting:
        """What is chosen."""
        way = ReceiptWay(self.way.value() or ReceiptWay.SCREEN)
        return ReceiptSetting(way, "" if way is ReceiptWay.SCREEN else self.printer.value() or "")

    def _tell_none(self, *, is_none_known: bool) -> None:
        if is_none_known:
            none = tr("Laptop ini belum mengenal printer. Pasang printernya lalu buka lagi, atau pilih Layar saja.")
            self.printer.set_finding(Severity.WARN, none)
        else:
            self.printer.clear_finding()

    def _on_way(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self.printer.setVisible(self.setting().way is not ReceiptWay.SCREEN)


class ReceiptDesk(QObject):
    """Prints the receipt of a registration, again where that is asked for, and keeps how it is done."""

    changed = Signal()
    """How receipts are given is another now, or what became of one."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self.setting = ReceiptSetting()
        self._absence = ""
        self._outcomes: dict[str, ReceiptOutcome] = {}
        self.printed_by, self.printers = print_receipt, printer_names
        self.form = ReceiptForm()
        self.drawer = Drawer(page, tr("Resi"), self.form)
        self.form.changed.connect(self._keep)

    @property
    def is_printer_absent(self) -> bool:
        """Whether the last receipt found no printer that this laptop knows."""
        return bool(self._absence)

    def outcome_of(self, request_id: str) -> ReceiptOutcome | None:
        """What became of the receipt of a request since this window was opened; None where it was not printed yet."""
        return self._outcomes.get(request_id)

    def after_save(self, request_id: str) -> None:
        """Where there is a printer, it prints by itself; that there is none is said once, not for each."""
        if self.setting.way is not ReceiptWay.SCREEN:
            self._ask(request_id, is_asked_for=False)

    def print(self, request_id: str) -> None:
        """Print; where nothing was chosen yet, ask once for all."""
        if self.setting.way is ReceiptWay.SCREEN:
            self.open_setting()
        else:
            self._ask(request_id, is_asked_for=True)

    def _ask(self, request_id: str, *, is_asked_for: bool) -> None:
        store, setting = self._context.store, self.setting
        self._become(request_id, ReceiptOutcome.ASKED)
        self._context.ask(
            self,
            lambda: (store.execute(ask_receipt, request_id, setting.way), store.query(receipt_of, request_id)),
            lambda asked: self._send(*asked, setting, is_asked_for=is_asked_for),
            lambda error: self._on_refused(request_id, error),
        )

    def _on_refused(self, request_id: str, error: Exception) -> None:
        self._become(request_id, ReceiptOutcome.FAILED)
        self._context.messages.show_failure(error)

    def open_setting(self) -> None:
        """The choice, with the printers that this computer knows now."""
        self.form.show_setting(self.setting, None)
        self.drawer.open_drawer()
        # What was chosen by the time that the printers are known.
        show = self.form.show_setting
        self._context.ask(self, self.printers, lambda names: show(self.setting, names), lane=_LANE)

    def close_setting(self) -> bool:
        """Out of the choice; False where it was not open."""
        return self.drawer.close_drawer()

    def _send(self, intent: str, facts: ReceiptFacts, setting: ReceiptSetting, *, is_asked_for: bool) -> None:
        html, print_it = receipt_html(facts), self.printed_by
        self._context.ask(
            self,
            lambda: print_it(html, setting),
            lambda _: self._on_printed(intent, facts.request_id),
            lambda error: self._on_failed(intent, facts, error, is_asked_for=is_asked_for),
            lane=_LANE,
        )

    def _on_printed(self, intent: str, request_id: str) -> None:
        self._note(intent, ReceiptOutcome.PRINTED)
        self._is_absent_now("")
        self._become(request_id, ReceiptOutcome.PRINTED)

    def _on_failed(self, intent: str, facts: ReceiptFacts, error: Exception, *, is_asked_for: bool) -> None:
        self._note(intent, ReceiptOutcome.FAILED)
        self._become(facts.request_id, ReceiptOutcome.FAILED)
        if not isinstance(error, FileError):
            self._context.messages.show_failure(error)
            return
        is_new = self._is_absent_now(say(error.advice) if error.code == PRINTER_ABSENT else "")
        if is_asked_for or is_new or not self.is_printer_absent:
            self._tell_failed(facts, error)

    def _become(self, request_id: str, outcome: ReceiptOutcome) -> None:
        self._outcomes[request_id] = outcome
        self.changed.emit()

    def _is_absent_now(self, absence: str) -> bool:
        """Keep why there is no printer, or "" where there is one; tells whether that is another than before."""
        is_new, self._absence = absence != self._absence, absence
        if is_new:
            self.changed.emit()
        return is_new

    def _tell_failed(self, facts: ReceiptFacts, error: FileError) -> None:
        """Whose receipt is missing: by the time that is seen, others were registered."""
        title = tr("Resi {queue_no} {name} belum tercetak.", queue_no=facts.queue_no, name=facts.name)
        again = partial(self.print, facts.request_id)
        self._context.messages.window.toast(
            title, say(error.advice), tone=tone_of(error), action=tr("Coba lagi"), on_action=again
        )

    def _note(self, intent: str, outcome: ReceiptOutcome) -> None:
        store = self._context.store
        self._context.ask(self, lambda: store.execute(note_receipt, intent, outcome), lambda _: None)

    def _keep(self) -> None:
        self.setting, store = self.form.setting(), self._context.store
        setting, self._absence = self.setting, ""
        self._context.ask(self, lambda: store.write_local(keep_receipt_setting, setting), lambda _: self.changed.emit())


def _ways() -> list[Choice]:
    return [Choice(way, say(way_label(way))) for way in ReceiptWay]
