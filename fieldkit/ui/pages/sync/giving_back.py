"""The laptop goes back to the office: asked here, done once the centre holds all of its work."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.errors import FieldKitError
from fieldkit.domain.roles import LEADS
from fieldkit.domain.text import text
from fieldkit.store.keeping.places import set_aside_in
from fieldkit.store.queries.giving_back import Leaving, leaving
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.overlays import Modal
from fieldkit.work.giving_back import give_back, keep_laptop, what_stands_in_the_way


class GiveBackCard(Card):
    """Offered to who leads; says that it waits for the centre once it was asked."""

    asked = Signal()
    kept = Signal()

    def __init__(self, role: str) -> None:
        super().__init__(tr("Kembalikan laptop"), gap=8)
        self.setObjectName("give_back")
        self._is_asked = False
        self._words = Label("", "second", "ink2", wrap=True)
        self.button = Button("", "small", press=self._press)
        self.button.setObjectName("give_back_button")
        self.add(self._words, self.button)
        self.show_standing(is_asked=False)
        if role not in LEADS:
            self.hide()

    def show_standing(self, *, is_asked: bool) -> None:
        """Show what pressing does now."""
        self._is_asked = is_asked
        self._words.set_text(
            tr("Menunggu pusat. Begitu semua terkirim dan dibuktikan, laptop ini dikosongkan.")
            if is_asked
            else tr("Kalau laptop ini tidak dipakai lagi: setelah semua terkirim, datanya dihapus.")
        )
        self.button.set_text(tr("Batal, tetap dipakai") if is_asked else tr("Kembalikan ke kantor"))

    def _press(self) -> None:
        (self.kept if self._is_asked else self.asked).emit()


class GivingBack(QObject):
    """Asks before, says what is missing, and lets the next round do it."""

    def __init__(self, page: Page, context: Context, card: GiveBackCard) -> None:
        super().__init__(page)
        self._page, self._context = page, context
        card.asked.connect(self._look)
        card.kept.connect(self._keep)

    def _look(self) -> None:
        store, folders = self._context.store, self._context.folders
        self._context.ask(
            self, lambda: (store.query(leaving), len(set_aside_in(folders))), lambda known: self._confirm(*known)
        )

    def _confirm(self, standing: Leaving, aside: int) -> None:
        if problem := what_stands_in_the_way(standing):
            self._context.messages.show_error(
                FieldKitError(text("Laptop ini belum bisa dikembalikan."), problem.message)
            )
            return
        modal = Modal(
            self._page.window(),
            tr("Kembalikan laptop ini ke kantor?"),
            tr(
                "Data warga, cadangan, dokumen buatan FieldKit, dan kuncinya dihapus dari laptop ini. Formulir yang "
                "setengah terisi ikut terhapus."
            ),
            tr("Pekerjaan yang tersimpan tidak hilang: pusat dulu membuktikan bahwa semuanya sudah diterima."),
            accept=tr("Kembalikan"),
            other=tr("Batal"),
            tone="warn",
        )
        modal.setObjectName("give_back_modal")
        if aside:
            modal.body.addWidget(_aside_line(aside))
        modal.accepted.connect(lambda: self._write(give_back))
        modal.finished.connect(modal.deleteLater)
        modal.open()

    def _keep(self) -> None:
        self._write(keep_laptop)

    def _write(self, verb: Callable[..., None]) -> None:
        store = self._context.store
        self._context.ask(self, lambda: store.execute(verb), lambda _none: self._context.sync.sync_afresh())


def _aside_line(files: int) -> IconText:
    """Nobody can tell what is in them: they are not read again, and their key goes with the rest."""
    line = IconText("hard-drive", "", "second-strong", "warn", wrap=True, size=16)
    line.setObjectName("give_back_aside")
    line.set(
        tr(
            "Ada {n} berkas data yang dulu disisihkan waktu cadangan dipasang. Isinya tidak dibaca lagi: yang hanya "
            "ada di sana tidak ikut terkirim, dan sesudah ini hanya kunci darurat kantor yang membukanya. Tanyakan "
            "dulu ke kantor.",
            n=count(files),
        ),
        "warn",
    )
    return line
