"""Who works here: the names, by digit, by arrows, or by their first letter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.roles import role_label
from fieldkit.store.queries.people import AppUser
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.lists import QueueList, QueueRow
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.cards import EmptyState
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, stretched

_DIGITS: Final = range(1, 10)
_LEAST_SHOWN: Final = 4
_MOST_SHOWN: Final = 7
"""A list with more names scrolls, and shows half of one more at its foot."""


class NameList(QueueList):
    """Names; a typed letter goes to the names that begin with it."""

    def sizeHint(self) -> QSize:
        """As high as its names."""
        return QSize(super().sizeHint().width(), self._high(_MOST_SHOWN))

    def minimumSizeHint(self) -> QSize:
        """Never so low that whoever looks for a name sees hardly any."""
        return QSize(super().minimumSizeHint().width(), self._high(_LEAST_SHOWN))

    def _high(self, most: int) -> int:
        names, each = self.rows_model.rowCount(), max(0, self.sizeHintForRow(0))
        return each * min(names, most) + (each // 2 if names > most else 0)

    def keyboardSearch(self, search: str) -> None:
        """Take the only name with this first letter, or go on to the next one of several."""
        rows = [self.rows_model.at(at) for at in range(self.rows_model.rowCount())]
        wanted = [row.id for row in rows if row.name.casefold().startswith(search.casefold())]
        if len(wanted) == 1:
            self.activated_row.emit(wanted[0])
        elif wanted:
            current = self.current_id()
            after = wanted.index(current) + 1 if current in wanted else 0
            self.select(wanted[after % len(wanted)])


class NameStep(QWidget):
    """Choose a name, by digit, by arrows, or by its first letter."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ids: list[str] = []
        self.list = NameList(tr("Siapa yang bekerja?"))
        self.list.setObjectName("names")
        self._none = EmptyState(
            "users-three",
            tr("Nama petugas sedang dibaca"),
            tr("Tunggu sebentar, nama muncul begitu data laptop selesai dibaca."),
        )
        hint = Label(tr("Panah lalu Enter, angka di depan nama, atau huruf pertamanya."), "hint")
        self.ended = IconText("user-circle", "", "second-strong", "warn", wrap=True, size=16)
        self.ended.setObjectName("work_ended")
        self.ended.hide()
        title = Label(tr("Siapa yang bekerja?"), "card")
        column(self.ended, title, stretched(self.list), self._none, hint, gap=8, inside=self)
        self.list.activated_row.connect(self.chosen)
        for digit in _DIGITS:
            bind(self, str(digit), partial(self._choose_at, digit - 1))

    def show_users(self, users: Sequence[AppUser]) -> None:
        """Everybody who may sign in here."""
        self._ids = [user.id for user in users]
        self.list.set_rows(
            [QueueRow(user.id, str(at), user.name, _second(user)) for at, user in enumerate(users, start=1)]
        )
        self.list.updateGeometry()
        self.list.setVisible(bool(users))
        self._none.set(
            tr("Belum ada petugas di laptop ini"),
            tr("Daftarkan laptop ini di kantor, nama petugas datang bersama sinkron pertama."),
        )
        self._none.setVisible(not users)
        if self.list.current_id() is None and users:
            self.list.select(users[0].id)

    def tell_ended(self, name: str) -> None:
        """Why somebody who was at work stands here, until a name is chosen."""
        said = tr(
            "Tugas {name} diakhiri kantor, jadi layar ini terkunci. Yang sudah disimpan tetap dikirim; isian yang "
            "belum disimpan diisi lagi oleh petugas lain. Kalau ini keliru, hubungi kantor.",
            name=name,
        )
        self.ended.set(said if name else "", "warn")
        self.ended.setVisible(bool(name))

    def show_failure(self, error: FieldKitError) -> None:
        """The names can not be had."""
        self.list.hide()
        self._none.set(say(error.title), say(error.advice))
        self._none.show()

    def _choose_at(self, at: int) -> None:
        if at < len(self._ids):
            self.chosen.emit(self._ids[at])


def _second(user: AppUser) -> str:
    role = say(role_label(user.role))
    return role if user.has_pin else tr("{role} · pakai kode awal", role=role)
