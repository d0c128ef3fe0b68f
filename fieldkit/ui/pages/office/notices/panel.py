"""One card at the right: how its notices stand, what can be noted, and what was said so far."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from fieldkit.store.queries.notices.desk import NoticeCard, StoryStep
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.notices.wording import answer, badge, second_line, story_items
from fieldkit.ui.widgets.acts import Act, ActButtons
from fieldkit.ui.widgets.cards import Block, EmptyState, Scrolled
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched
from fieldkit.ui.widgets.rows import RowList


class NoticePanel(Block):
    """The selected card."""

    asked = Signal(str)
    """Id of what is to be noted."""

    def __init__(self) -> None:
        super().__init__("card", gap=10)
        self.card: NoticeCard | None = None
        self._shows_number = False
        self._name, self._badge = Label("", "person", elide=True), Badge()
        self._where, self._answer = Label("", "second", wrap=True), Label("", "body", wrap=True)
        self._acts = ActButtons()
        self._acts.asked.connect(self.asked)
        self.story = RowList(name=tr("Kabar sejauh ini"))
        self._none = Label(tr("Belum ada kabar tentang kartu ini."), "hint", wrap=True)
        self._empty = EmptyState("chat-text", tr("Pilih satu kartu"), tr("Kabarnya tampil di sini."))
        self._arrange()

    def show_card(self, card: NoticeCard | None, acts: Sequence[Act]) -> None:
        """Another card, or the same one as it is now."""
        if card is None or self.card is None or card.request_id != self.card.request_id:
            self.show_story("", [])
            self._shows_number = False
        self.card = card
        self._shown.setVisible(card is not None)
        self._empty.setVisible(card is None)
        if card is None:
            return
        self._name.set_text(card.name or "–")
        self._badge.set(*badge(card))
        self._show_where()
        self._answer.set_text(answer(card))
        self._acts.show_acts(acts)

    def show_story(self, request_id: str, steps: Sequence[StoryStep]) -> None:
        """What was said; dropped where another card is selected meanwhile."""
        if not request_id or (self.card is not None and self.card.request_id == request_id):
            self.story.set_items(story_items(steps))
            self._none.setVisible(bool(request_id) and not steps)

    def turn_number(self) -> bool:
        """Show the number of the card, or mask it again; True where it is seen now."""
        self._shows_number = self.card is not None and not self._shows_number
        self._show_where()
        return self._shows_number

    def hide_number(self) -> bool:
        """Mask the number again; False where none is seen."""
        return self._shows_number and not self.turn_number()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody finds the number there who comes back."""
        super().hideEvent(event)
        self.hide_number()

    def answer_text(self) -> str:
        """How it stands, as it is said."""
        return self._answer.full_text()

    def minimumSizeHint(self) -> QSize:
        """As narrow as its column: what is long is wrapped or scrolled."""
        return QSize(0, super().minimumSizeHint().height())

    def _show_where(self) -> None:
        if self.card is not None:
            self._where.set_text(second_line(self.card, whole=self._shows_number))

    def _arrange(self) -> None:
        self._shown = QWidget()
        told = QWidget()
        heading = Flow([stretched(self._name), holder(row(self._badge, None))], whole=True, close=True)
        title = Label(tr("Kabar sejauh ini"), "label")
        column(self._answer, self._acts, rule(), title, self._none, self.story, None, gap=8, inside=told)
        column(heading, self._where, stretched(Scrolled(told)), gap=8, inside=self._shown)
        self.add(stretched(self._shown), self._empty)
        names = {
            "notice_panel": self,
            "notice_answer": self._answer,
            "notice_name": self._name,
            "notice_where": self._where,
        }
        for name, part in {**names, "notice_story": self.story}.items():
            part.setObjectName(name)
