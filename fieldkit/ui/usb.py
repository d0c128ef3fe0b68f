"""The road by USB: write what waits onto a stick, read the receipt that came back; and the same for
another table, whose bundle is taken in here and whose receipt goes back to it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from fieldkit.host.files import write_out
from fieldkit.records.bundle import RECEIPT_SUFFIX
from fieldkit.sync.bundle import BUNDLE_SUFFIX, Bundle, Closed, make_bundle, read_brought, take_receipt
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.shell.page import Page
from fieldkit.work.relay import Brought, closings_of, news_of, take_from_table, write_receipts


class UsbRoad:
    """Asks for the files, and says what came of it. Nothing counts as sent before its receipt was read."""

    def __init__(self, page: Page, context: Context) -> None:
        self._page, self._context = page, context

    def write(self) -> None:
        """Make a bundle of what waits, and ask where it goes."""
        store = self._context.store
        self._context.ask(self._page, lambda: make_bundle(store), self._save)

    def read(self) -> None:
        """Ask for a receipt, and close what it speaks of."""
        store, kinds = self._context.store, f"{tr('Bukti terima')} (*{RECEIPT_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Pilih bukti terima"), "", kinds)
        if name:
            self._context.ask(self._page, lambda: take_receipt(store, read_brought(Path(name))), self._closed)

    def take(self) -> None:
        """Ask for the bundle of another table, and carry it on from here."""
        store, kinds = self._context.store, f"{tr('Kiriman USB')} (*{BUNDLE_SUFFIX})"
        name, _ = QFileDialog.getOpenFileName(self._page, tr("Pilih kiriman meja lain"), "", kinds)
        if name:
            self._context.ask(self._page, lambda: take_from_table(store, read_brought(Path(name))), self._taken)

    def give(self) -> None:
        """Ask where the receipts for the other tables go."""
        store = self._context.store
        name = QFileDialog.getExistingDirectory(self._page, tr("Simpan bukti untuk meja lain"))
        if name:
            self._context.ask(self._page, lambda: write_receipts(store, Path(name)), self._given)

    def _taken(self, brought: Brought) -> None:
        self._context.messages.done(say(news_of(brought)), say(closings_of(brought)))

    def _given(self, files: list[str]) -> None:
        self._context.messages.done(
            tr("{n} bukti ditulis ke USB", n=count(len(files))),
            tr("Baca di laptop meja yang menulis kirimannya, dengan Bukti dari USB."),
        )

    def _save(self, bundle: Bundle) -> None:
        path = place_for(self._page, bundle)
        if path is not None:
            self._context.ask(
                self._page,
                lambda: write_out(path, bundle.content),
                lambda _: self._written(bundle),
                lane="network",
            )

    def _written(self, bundle: Bundle) -> None:
        changes = count(bundle.changes)
        self._context.messages.done(
            tr("{n} perubahan ditulis ke kiriman USB", n=changes),
            tr("Bawa ke kantor. Semua tetap menunggu di sini sampai bukti terimanya dibaca."),
        )

    def _closed(self, closed: Closed) -> None:
        # What the centre answered stays on this laptop, so no change of the store tells of it.
        self._page.mark_stale()
        self._page.status_changed.emit()
        left = tr("{n} masih menunggu.", n=count(closed.waiting)) if closed.waiting else tr("Tidak ada yang menunggu.")
        self._context.messages.done(tr("Bukti terima dari kantor sudah dibaca"), left)


def place_for(parent: QWidget, bundle: Bundle) -> Path | None:
    """Ask where a bundle goes; None where nobody wants it any more."""
    kinds = f"{tr('Kiriman USB')} (*{BUNDLE_SUFFIX})"
    name, _ = QFileDialog.getSaveFileName(parent, tr("Simpan kiriman USB"), bundle.name, kinds)
    return Path(name) if name else None
