"""Enter leads through every form of a drawer, in the order in which it is read."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import signature
from typing import Any, Final

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fieldkit.domain.rules.catalogue import RULES
from fieldkit.domain.stock.movements import MovementKind
from fieldkit.host.places import resources_dir
from fieldkit.records.regions import RegionTable
from fieldkit.ui import pages
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.pages.office.missions.forms import MissionForm
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings

OnScreen = Callable[..., QWidget]
_TOLD: Final[dict[str, Callable[[], object]]] = {
    "regions": lambda: RegionTable(resources_dir() / "regions"),
    "rule": lambda: max(RULES, key=lambda rule: len(rule.terms)),
    "kind": lambda: MovementKind.GIVE_BACK,
    "time_zone": lambda: "UTC",
}
"""What a form is made with, by the name of the argument; any other is a word."""


def _all_of(kind: type[DrawerForm]) -> Iterator[type[DrawerForm]]:
    for form in kind.__subclasses__():
        yield from _all_of(form) if form.__subclasses__() else [form]


def _forms() -> list[type[DrawerForm]]:
    """Every form of the program; those of a test are not among them."""
    for module in pkgutil.walk_packages(pages.__path__, f"{pages.__name__}."):
        import_module(module.name)
    found = [form for form in _all_of(DrawerForm) if form.__module__.startswith("fieldkit.")]
    return sorted(found, key=_name)


def _name(form: type[DrawerForm]) -> str:
    return f"{form.__module__.removeprefix('fieldkit.ui.')}.{form.__name__}"


def _made(kind: type[DrawerForm], on_screen: OnScreen) -> DrawerForm:
    made: Callable[..., DrawerForm] = kind
    asked = signature(kind).parameters
    told: dict[str, Any] = {name: _TOLD[name]() if name in _TOLD else name for name in asked}
    form = made(**told)
    if isinstance(form, MissionForm):
        form.areas.offer([("35.74.01", "Kademangan")])
    on_screen(form).resize(480, 2400)
    QApplication.processEvents()
    return form


def _as_read(form: DrawerForm) -> list[Findings]:
    """The fields in sight, line by line."""

    def place(field: Findings) -> tuple[int, int]:
        at = field.mapTo(form, QPoint())
        return at.y(), at.x()

    return sorted((field for field in form.fields.values() if field.isVisible()), key=place)


def _expected(following: list[Findings], form: DrawerForm) -> QWidget:
    """The next that wants an answer, or the next at all, or the filled button."""
    enabled = [field for field in following if field.isEnabled()]
    wanting = [field for field in enabled if not field.settled()]
    return (wanting or enabled)[0].answer_widget() if enabled else form.save_button


@pytest.mark.parametrize("kind", _forms(), ids=_name)
def test_enter_in_a_line_leads_to_the_next_that_wants_an_answer(kind: type[DrawerForm], on_screen: OnScreen) -> None:
    form = _made(kind, on_screen)
    fields, saves = _as_read(form), QSignalSpy(form.saved)
    assert fields == [field for field in form.fields.values() if field.isVisible()]
    for at, field in enumerate(fields):
        if isinstance(field, TextField):
            field.focus_answer()
            QTest.keyClick(field.line, Qt.Key.Key_Return)
            assert QApplication.focusWidget() is _expected(fields[at + 1 :], form)
    assert saves.count() == 0


@pytest.mark.parametrize("kind", _forms(), ids=_name)
def test_enter_never_leaves_the_cursor_behind_an_answer(kind: type[DrawerForm], on_screen: OnScreen) -> None:
    form = _made(kind, on_screen)
    saves = QSignalSpy(form.saved)
    for field in form.fields.values():
        if isinstance(field, TextField):
            field.set_value("7")
    fields = _as_read(form)
    for at, field in enumerate(fields):
        if isinstance(field, TextField):
            field.focus_answer()
            QTest.keyClick(field.line, Qt.Key.Key_Return)
            found = QApplication.focusWidget()
            assert found is _expected(fields[at + 1 :], form)
            if isinstance(found, QLineEdit):
                assert found.selectedText() == found.text()
    assert saves.count() == 0
