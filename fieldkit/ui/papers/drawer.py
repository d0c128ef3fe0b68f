"""The drawer in which is asked which paper leaves the laptop: it is noted first, and only then brought out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.papers.ways import SheetWay, ask_way_out
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

T = TypeVar("T")


class PaperDrawer(QObject):
    """Opens over a page or a desk; what the paper is, a subclass says in `_begin`."""

    turned = Signal()

    def __init__(self, context: Context, page: QWidget, form: DrawerForm, title: str, name: str) -> None:
        super().__init__(page)
        self._context, self._page, self._form = context, page, form
        self._drawer = Drawer(page, title, form, width=440)
        self._drawer.setObjectName(name)
        self._drawer.offer_close(on=False)
        form.saved.connect(self._begin)
        form.cancelled.connect(self._drawer.close_drawer)
        self._drawer.closed.connect(self.turned)

    def is_open(self) -> bool:
        """Whether the drawer is there."""
        return not self._drawer.isHidden()

    def primary(self) -> Button | None:
        """The filled button while the drawer is open."""
        return self._form.save_button if self.is_open() else None

    def close(self) -> bool:
        """Esc; False where it was not open."""
        return self._drawer.close_drawer()

    def _begin(self) -> None:
        """The form was answered: find out what goes out, then `_lead_out`."""
        raise NotImplementedError

    def _show(self) -> None:
        self._drawer.open_drawer()
        self._form.focus_first()
        self.turned.emit()

    def _lead_out(
        self,
        way: SheetWay,
        title: str,
        drive: Path | None,
        note: Callable[[], T],
        bring: Callable[[T, Path | QPrinter], None],
    ) -> None:
        """Ask for folder or printer, note that the paper goes out, and bring it there."""
        out = ask_way_out(self._page, way, title, drive)
        if out is not None:
            self._context.ask(self, note, lambda noted: bring(noted, out), self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, RuleError):
            self._form.show_problems(error)
        else:
            self._context.messages.show_failure(error)

    def _gone_out(self, way: SheetWay, printed: str, saved: str, told: str = "") -> None:
        """Say that it lies in the printer or in the folder; `told` is what else is to be known of the file."""
        self._drawer.close_drawer()
        if way is SheetWay.PAPER:
            self._context.messages.done(printed, tr("Tidak ada berkas yang tertinggal di laptop ini."))
        else:
            plain = tr("Berkas memuat nama dan tidak terkunci. Hapus sesudah dicetak.")
            self._context.messages.done(saved, told or plain)
