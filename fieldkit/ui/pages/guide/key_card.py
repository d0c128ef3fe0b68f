"""Writes the card of keys: every page tells its own, one at a time, since to make a page takes its moment."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer

from fieldkit.domain.roles import role_label
from fieldkit.ui.context import Context
from fieldkit.ui.language import say, tr
from fieldkit.ui.shell.window import MainWindow

KEY_CARD_FILE: Final = "kartu-tombol.pdf"
Keys = Sequence[tuple[str, str]]


class KeyCardWriter(QObject):
    """From the keys of all pages of a window to one sheet in the folder of documents."""

    def __init__(self, window: MainWindow, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        self._told: list[tuple[str, Keys]] = []
        self._is_asking = False
        window.key_card_asked.connect(self.begin)

    def begin(self) -> None:
        """Ask page after page; while that goes on, nothing begins anew."""
        if not self._is_asking:
            self._is_asking = True
            self._told = [(tr("Di semua halaman"), self._window.common_keys())]
            self._ask(self._window.labels())

    def _ask(self, labels: Sequence[tuple[str, str]]) -> None:
        (name, label), *others = labels
        self._told.append((label, self._window.page(name).keys()))
        if others:
            QTimer.singleShot(0, self, partial(self._ask, others))
        else:
            self._is_asking = False
            self._write()

    def _write(self) -> None:
        role, folders = say(role_label(self._context.user.role)), self._context.folders
        title = tr("Kartu tombol FieldKit")
        note = tr("Untuk {role}. F1: tombol halaman yang terbuka; F1 sekali lagi: panduannya.", role=role)
        work = partial(_written, title, note, self._told, folders.documents, [folders.templates])
        self._context.ask(self, work, self._say, lane="network")

    def _say(self, path: Path) -> None:
        told = tr("{names}, di folder {folder}.", names=path.name, folder=path.parent.name)
        self._context.messages.done(tr("Kartu tombol tersimpan"), told)


def _written(title: str, note: str, pages: Sequence[tuple[str, Keys]], folder: Path, templates: Sequence[Path]) -> Path:
    # What lays out paper takes longer to import than a page may take to open.
    from fieldkit.reports.key_card import KeyCard, PageKeys, key_card_html
    from fieldkit.ui.papers.paper import write_pdf

    card = KeyCard(title, note, [PageKeys(label, keys) for label, keys in pages])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / KEY_CARD_FILE
    write_pdf(key_card_html(card, templates), path)
    return path
