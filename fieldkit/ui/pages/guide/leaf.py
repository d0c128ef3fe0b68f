"""The open chapter, as a text to read: arrows and PgUp, PgDn scroll, links lead to other chapters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from fieldkit.ui.language import tr
from fieldkit.ui.pages.guide.book import Chapter, chapter_html
from fieldkit.ui.theme.look import colour, look
from fieldkit.ui.widgets.ring import FocusRing

_WIDTH: Final = 720
_BEYOND_THE_TEXT: Final = 120
"""Pictures are as wide as the leaf; a line of text is shorter, with at most 75 letters."""
_EDGE: Final = 24


class Leaf(QTextBrowser):
    """Shows a chapter in the look in force."""

    chapter_asked = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._chapter: Chapter | None = None
        self._words: Sequence[str] = ()
        self._section = ""
        self._styled_for = look()
        self.setProperty("role", "leaf")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(tr("Isi bab"))
        FocusRing(self)
        self.anchorClicked.connect(self._follow)

    def show_chapter(self, chapter: Chapter) -> None:
        """Another chapter, from its beginning."""
        self._chapter, self._section = chapter, ""
        self._set()

    def show_section(self, title: str) -> None:
        """Scroll to a part of the chapter by its heading; where there is none, the beginning stays."""
        self._section = title
        self.scrollToAnchor(title)

    def mark(self, words: Sequence[str]) -> None:
        """Words that were searched for stand out."""
        self._words = words
        found = [self._selection(cursor) for word in words for cursor in self._places_of(word)]
        self.setExtraSelections(found)
        if found:
            self.setTextCursor(QTextCursor(found[0].cursor))
            self.ensureCursorVisible()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme or text size: the same chapter again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._styled_for != look():
            self._set()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines do not get longer than can be read."""
        super().resizeEvent(event)
        spare = self.width() - look().px(_WIDTH + 2 * _EDGE)
        self.setViewportMargins(look().px(_EDGE), look().px(8), look().px(_EDGE) + max(0, spare), look().px(8))
        # Only now is it known where the lines are.
        self.scrollToAnchor(self._section)

    def _set(self) -> None:
        self._styled_for = look()
        if self._chapter is not None:
            self.document().setDefaultStyleSheet(_sheet())
            self.setHtml(chapter_html(self._chapter, self._language, look().px(_WIDTH)))
            self.mark(self._words)

    def _places_of(self, word: str) -> list[QTextCursor]:
        places, document = list[QTextCursor](), self.document()
        cursor = document.find(word, 0, QTextDocument.FindFlag(0))
        while not cursor.isNull():
            places.append(cursor)
            cursor = document.find(word, cursor, QTextDocument.FindFlag(0))
        return places

    def _selection(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        found, marked = QTextEdit.ExtraSelection(), QTextCharFormat()
        marked.setBackground(colour(look().tokens.mark))
        found.cursor, found.format = cursor, marked
        return found

    def _follow(self, link: QUrl) -> None:
        self.chapter_asked.emit(link.toString())


def _sheet() -> str:
    """The look of a chapter, in the CSS that Qt's documents know."""
    tokens, px, font = look().tokens, look().px, look().scale.font_px
    return f"""
    body, p, li, td, th {{ color: {tokens.ink}; font-size: {font("body")}px; line-height: 140%; }}
    p {{ margin-top: {px(6)}px; margin-bottom: {px(6)}px; }}
    li {{ margin-top: {px(4)}px; margin-bottom: {px(4)}px; }}
    p, li {{ margin-right: {px(_BEYOND_THE_TEXT)}px; }}
    p.picture {{ margin-right: 0; }}
    .h1 {{ color: {tokens.ink}; font-size: {font("page")}px; font-weight: 600;
        margin-top: {px(8)}px; margin-bottom: {px(8)}px; }}
    .h2 {{ color: {tokens.ink}; font-size: {font("card")}px; font-weight: 600;
        margin-top: {px(20)}px; margin-bottom: {px(4)}px; }}
    code {{ font-family: Inter; font-size: {font("second")}px; font-weight: 600; color: {tokens.ink};
        background-color: {tokens.mute_bg}; }}
    a {{ color: {tokens.accent_ink}; }}
    td, th {{ padding: {px(4)}px {px(12)}px {px(4)}px 0; }}
    th {{ color: {tokens.ink2}; font-weight: 600; text-align: left; }}
    """
