"""The card that is selected: where it is in one line, what can be done now with its keys, and what happened to it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.story import StoryLine
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.wording import story_items
from fieldkit.ui.whereabouts import answer, badge
from fieldkit.ui.widgets.acts import Act, ActButtons
from fieldkit.ui.widgets.cards import Block, EmptyState, Scrolled
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched
from fieldkit.ui.widgets.rows import RowList


class StoryPanel(Block):
    """The selected card, or a form about it."""

    asked = Signal(str)
    """Id of what is to be done."""
    laid = Signal()
    """A form came or went."""

    def __init__(self) -> None:
        super().__init__("card", gap=10)
        self.card: CardRow | None = None
        self._name, self._badge = Label("", "person", wrap=True, whole=True), Badge()
        self._answer = Label("", "body", wrap=True)
        self._words = Label("", "second", "ink2", wrap=True)
        self._acts = ActButtons()
        self._acts.asked.connect(self.asked)
        self.story = RowList(name=tr("Yang sudah terjadi"))
        self._empty = EmptyState("identification-card", tr("Pilih satu kartu"), tr("Kisah kartunya tampil di sini."))
        self._stack = QStackedWidget()
        self._arrange()

    def show_card(self, card: CardRow | None, acts: Sequence[Act], zone: str, day: date) -> None:
        """Another card, or the same one as it is now; a form about the same card stays."""
        if card is None or self.card is None or card.request_id != self.card.request_id:
            self.close_form()
            self.story.set_items([])
            self._words.set_text("")
            self._words.hide()
        self.card = card
        for part in (self._head, self._acts, self._told):
            part.setVisible(card is not None)
        self._empty.setVisible(card is None)
        if card is None:
            return
        self._name.set_text(card.name or "–")
        self._badge.set(*badge(card, zone))
        self._answer.set_text(answer(card, zone, day))
        self._acts.show_acts(acts)

    def show_story(self, request_id: str, lines: list[StoryLine], words: str, zone: str) -> None:
        """What happened, and what is read out to the owner; dropped where another card is selected meanwhile."""
        if self.card is not None and self.card.request_id == request_id:
            self.story.set_items(story_items(lines, zone))
            self._words.set_text(tr('Untuk warga: "{words}"', words=words) if words else "")
            self._words.setVisible(bool(words) and self.open_form() is None)

    def open_form(self) -> DrawerForm | None:
        """The form that is open."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, DrawerForm) else None

    def take_in(self, form: DrawerForm) -> None:
        """A form that is shown here from now on."""
        self._stack.addWidget(form)
        form.cancelled.connect(self.close_form)

    def begin(self, form: DrawerForm) -> None:
        """Show a form, filled already."""
        self._stack.setCurrentWidget(form)
        # The form needs the room, and says itself what has to be known.
        self._answer.hide()
        self._words.hide()
        self.laid.emit()
        form.focus_first()

    def close_form(self) -> bool:
        """Back to the story; False where no form was open."""
        if self.open_form() is None:
            return False
        self._stack.setCurrentWidget(self._overview)
        self._answer.show()
        self._words.setVisible(bool(self._words.full_text()))
        self.laid.emit()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the form."""
        if event.key() == Qt.Key.Key_Escape and self.close_form():
            return
        super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its column: what is long is wrapped or scrolled."""
        return QSize(0, super().minimumSizeHint().height())

    def answer_text(self) -> str:
        """Where the card is, as it is said."""
        return self._answer.full_text()

    def _arrange(self) -> None:
        self._overview, self._told = QWidget(), QWidget()
        self._head = QWidget()
        # A long name takes its lines alone, and is never cut: it is read aloud, and compared with the card.
        heading = Flow([stretched(self._name), holder(row(self._badge, None))], whole=True, close=True)
        column(heading, self._answer, self._words, gap=6, inside=self._head)
        title = Label(tr("Yang sudah terjadi"), "label")
        column(title, self.story, None, gap=4, inside=self._told)
        column(self._acts, rule(), stretched(Scrolled(self._told)), gap=10, inside=self._overview)
        self._stack.addWidget(self._overview)
        self.add(self._head, stretched(self._stack), self._empty)
        self.setObjectName("card_story")
        self._answer.setObjectName("card_answer")
        self._words.setObjectName("card_words")
        self._name.setObjectName("card_name")
        self.story.setObjectName("card_past")
