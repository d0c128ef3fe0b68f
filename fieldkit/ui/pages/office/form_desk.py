"""A desk with forms in drawers: one is open at most, and its filled button is the desk's."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.ui.context import Context
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.rows.tables import Table
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.overlays import Drawer


class FormDesk(Desk):
    """Opens its forms, keeps what is typed where the desk began a draft, and leaves them with Esc."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._saver = FormSaver(context, self)
        self._drawers: dict[DrawerForm, Drawer] = {}

    def shown(self) -> None:
        """To the form that is open, or to the table."""
        if self.form_over is not None:
            self.form_over.focus_first()
        else:
            self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Out of a drawer."""
        return self._close_forms() or self._columns.close_side()

    def _arrange(self, card: QWidget, table: Table, side: QWidget, width: int, over: Sequence[QWidget] = ()) -> None:
        """Below what is `over` it the table in its card, and beside it what can be done with the selected row."""
        self._table = table
        self._columns = Columns([(card, None), (side, width)], side_key="Ctrl+J", side_title=tr("Tindakan"))
        self.add(*over, stretched(self._columns))

    def _add_form(self, form: DrawerForm, title: str, save: Callable[[], None], *, width: int = 360) -> None:
        drawer = Drawer(self, title, form, width=width)
        form.saved.connect(save)
        form.cancelled.connect(drawer.close_drawer)
        form.edited.connect(self._saver.touch)
        drawer.closed.connect(self._on_closed)
        self._drawers[form] = drawer

    def _open(self, form: DrawerForm, title: str = "") -> None:
        """Open a form; under a title of its own where it serves several acts."""
        if title:
            self._drawers[form].set_title(title)
        self.open_form(form, self._drawers[form])

    def _is_open(self, form: DrawerForm) -> bool:
        return not self._drawers[form].isHidden()

    def _close_forms(self) -> bool:
        """Whether one was open."""
        drawer = next((each for each in self._drawers.values() if not each.isHidden()), None)
        if drawer is not None:
            drawer.close_drawer()
        return drawer is not None

    def _on_closed(self) -> None:
        self._saver.rest()
        self.form_closed()
