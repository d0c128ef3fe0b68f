"""What a screen reader is told of a window, walked as it walks: through the accessible interfaces."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLabel, QLineEdit, QWidget

from fieldkit.ui.rows.tables import Table
from fieldkit.ui.widgets.labels import Label

_MOST_ROWS = 40
_ROLE = QAccessible.Role
_CONTROLS = {
    *(_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.EditableText),
    *(_ROLE.List, _ROLE.Table, _ROLE.Tree, _ROLE.Slider, _ROLE.SpinBox, _ROLE.Dialog),
}
_NAME = QAccessible.Text.Name


def unnamed(window: QWidget) -> list[str]:
    """Everything that can be used but is called nothing, and cells and heads that are shown but not said."""
    return [
        *(_described(part) for part in _parts(QAccessible.queryAccessibleInterface(window)) if _is_nameless(part)),
        *(fault for view in window.findChildren(QAbstractItemView) if view.isVisible() for fault in _unsaid(view)),
    ]


def words(window: QWidget) -> Iterator[str]:
    """All that a window says now, to the eye, under the pointer and to the ear."""
    for part in seen(window):
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription())
        if isinstance(part, QLabel):
            yield part.full_text() if isinstance(part, Label) else part.text()
        elif isinstance(part, QAbstractButton):
            yield part.text()
        elif isinstance(part, QLineEdit):
            yield part.placeholderText()
        elif isinstance(part, QAbstractItemView):
            yield from _said_in(part)


def seen(part: QWidget) -> Iterator[QWidget]:
    """A part and all in it that is shown; what is hidden is not gone through."""
    if part.isVisible():
        yield part
        for child in part.children():
            if isinstance(child, QWidget):
                yield from seen(child)


def _parts(part: QAccessibleInterface | None) -> Iterator[QAccessibleInterface]:
    if part is None or not part.isValid() or part.state().invisible:
        return
    yield part
    if not isinstance(part.object(), QAbstractItemView):
        for at in range(part.childCount()):
            yield from _parts(part.child(at))


def _is_nameless(part: QAccessibleInterface) -> bool:
    is_used = part.state().focusable or part.role() in _CONTROLS
    return bool(is_used and (not part.text(_NAME) or part.role() == _ROLE.NoRole))


def _described(part: QAccessibleInterface) -> str:
    made = part.object()
    return f"{part.role().name}: {type(made).__name__}#{made.objectName() if made is not None else ''}"


def _unsaid(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        cells = [model.index(row, column) for column in range(model.columnCount())]
        if not any(cell.data(Qt.ItemDataRole.AccessibleTextRole) for cell in cells):
            yield f"row {row} of {view.accessibleName()}"
        for cell in cells:
            shown, said = (
                cell.data(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            )
            if shown and not said:
                yield f"cell {shown!r} of {view.accessibleName()}"
    if isinstance(view, Table):
        role = Qt.ItemDataRole.AccessibleTextRole
        heads = [model.headerData(at, Qt.Orientation.Horizontal, role) for at in range(model.columnCount())]
        yield from (f"head {at} of {view.accessibleName()}" for at, head in enumerate(heads) if not head)


def _said_in(view: QAbstractItemView) -> Iterator[str]:
    model, role = view.model(), Qt.ItemDataRole
    for at in range(model.columnCount()):
        yield str(model.headerData(at, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), _MOST_ROWS)):
            cell = model.index(row, at)
            yield from (str(cell.data(each) or "") for each in (role.AccessibleTextRole, role.ToolTipRole))
