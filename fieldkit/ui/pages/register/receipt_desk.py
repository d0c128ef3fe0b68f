"""Receipts of a table: asked for, printed in a lane of their own, and what came of it noted; none needs a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FileError
from fieldkit.domain.requests.receipt import ReceiptOutcome, ReceiptWay, way_label
from fieldkit.reports.people.receipt import receipt_html
from fieldkit.store.queries.table.receipts import ReceiptFacts, receipt_of
from fieldkit.store.receipt_setting import ReceiptSetting, keep_receipt_setting
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import tone_of
from fieldkit.ui.papers.receipt_printer import print_receipt, printer_names
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
        self.printer = ComboBox(tr("Printer"), hint=tr("kosong: printer bawaan laptop ini"))
        self.way.setObjectName("receipt_way")
        self.printer.setObjectName("receipt_printer")
        words = Label(
            tr("Berlaku di laptop ini saja. Tanpa printer, kode resi tetap ada di layar."), "second", wrap=True
        )
        column(self.way, self.printer, words, None, gap=12, inside=self)
        self.setFocusProxy(self.way.answer_widget())
        self.way.chosen.connect(lambda _way: self._on_way())
        self.printer.chosen.connect(lambda _name: self.changed.emit())

    def show_setting(self, setting: ReceiptSetting, printers: Sequence[str]) -> None:
        """What was chosen, and the printers that there are."""
        names = list(dict.fromkeys([*printers, *filter(None, [setting.printer])]))
        self.printer.set_options([("", tr("Printer bawaan")), *((name, name) for name in names)])
        self.printer.set_value(setting.printer)
        self.way.set_value(setting.way)
        self._follow()

    def setting(self) -> ReceiptSetting:
        """What is chosen."""
        way = ReceiptWay(self.way.value() or ReceiptWay.SCREEN)
        return ReceiptSetting(way, "" if way is ReceiptWay.SCREEN else self.printer.value() or "")

    def _on_way(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        self.printer.setVisible(self.setting().way is not ReceiptWay.SCREEN)


class ReceiptDesk(QObject):
    """Prints the receipt of a registration, again where that is asked for, and keeps how it is done."""

    kept = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self.setting = ReceiptSetting()
        self.printed_by, self.printers = print_receipt, printer_names
        self.form = ReceiptForm()
        self.drawer = Drawer(page, tr("Resi"), self.form)
        self.form.changed.connect(self._keep)

    def after_save(self, request_id: str) -> None:
        """Where there is a printer, it prints by itself."""
        if self.setting.way is not ReceiptWay.SCREEN:
            self.print(request_id)

    def print(self, request_id: str) -> None:
        """Print; where nothing was chosen yet, ask once for all."""
        if self.setting.way is ReceiptWay.SCREEN:
            self.open_setting()
            return
        store, setting = self._context.store, self.setting
        self._context.ask(
            self,
            lambda: (store.execute(ask_receipt, request_id, setting.way), store.query(receipt_of, request_id)),
            lambda asked: self._send(*asked, setting),
        )

    def open_setting(self) -> None:
        """The choice, with the printers that this computer knows now."""
        self.form.show_setting(self.setting, ())
        self.drawer.open_drawer()
        show = partial(self.form.show_setting, self.setting)
        self._context.ask(self, self.printers, show, lane=_LANE)

    def close_setting(self) -> bool:
        """Out of the choice; False where it was not open."""
        return self.drawer.close_drawer()

    def _send(self, intent: str, facts: ReceiptFacts, setting: ReceiptSetting) -> None:
        html, print_it = receipt_html(facts), self.printed_by
        self._context.ask(
            self,
            lambda: print_it(html, setting),
            lambda _: self._note(intent, ReceiptOutcome.PRINTED),
            lambda error: self._on_failed(intent, facts, error),
            lane=_LANE,
        )

    def _on_failed(self, intent: str, facts: ReceiptFacts, error: Exception) -> None:
        """Whose receipt is missing: by the time that is seen, others were registered."""
        self._note(intent, ReceiptOutcome.FAILED)
        if not isinstance(error, FileError):
            self._context.messages.show_failure(error)
            return
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
        setting = self.setting
        self._context.ask(self, lambda: store.write_local(keep_receipt_setting, setting), lambda _: self.kept.emit())


def _ways() -> list[Choice]:
    return [Choice(way, say(way_label(way))) for way in ReceiptWay]
