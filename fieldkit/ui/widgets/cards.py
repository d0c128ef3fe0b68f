"""Surfaces: cards, grouped blocks, notices, tiles, empty states."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from fieldkit.ui.theme.icons import STATUS_ICONS
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.flow import Flow
from fieldkit.ui.widgets.labels import Icon, IconText, Label
from fieldkit.ui.widgets.layouts import Edges, Part, column, empty, holder, row, set_gaps, stretched
from fieldkit.ui.widgets.layouts import add as add_part
from fieldkit.ui.widgets.painted import Painted, announce, brush, paint_pill, set_state


class Block(QFrame):
    """A framed box with a column of parts in it."""

    def __init__(self, kind: str, *, gap: int = 8, edges: Edges = (16, 12, 16, 12), tone: str = "") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setProperty("tone", tone)
        self.body = QVBoxLayout(self)
        set_gaps(self.body, gap, edges)

    def add(self, *parts: Part) -> None:
        """Put parts below those there are."""
        for part in parts:
            add_part(self.body, part)

    def set_tone(self, tone: str) -> None:
        """A border of 2 px for warn and err."""
        set_state(self, "tone", tone)


class Card(Block):
    """A white card, with a title if it has one."""

    def __init__(
        self,
        title: str = "",
        *,
        icon: str | None = None,
        right: QWidget | None = None,
        gap: int = 8,
        tone: str = "",
        edges: Edges = (16, 12, 16, 12),
    ) -> None:
        super().__init__("card", gap=gap, tone=tone, edges=edges)
        self.title_label = Label(title, "card")
        self.head = row(*([Icon(icon, 18)] if icon else []), self.title_label, None, gap=8)
        if right is not None:
            self.head.addWidget(right)
        if title or right is not None:
            self.body.addLayout(self.head)
        self.setAccessibleName(title)

    def set_title(self, title: str) -> None:
        """Another title."""
        self.title_label.set_text(title)
        self.setAccessibleName(title)


class Sunken(Block):
    """A grouped block inside a card."""

    def __init__(self, *parts: Part, gap: int = 8) -> None:
        super().__init__("sunken", gap=gap, edges=(12, 10, 12, 10))
        self.add(*parts)


class Soft(Block):
    """The one tinted block of a form."""

    def __init__(self, *parts: Part, gap: int = 8) -> None:
        super().__init__("soft", gap=gap, edges=(14, 12, 14, 12))
        self.add(*parts)


class Notice(Block):
    """Something that stops or wants a look, with what to do about it; stays until that is done."""

    def __init__(
        self,
        title: str = "",
        *,
        tone: str = "err",
        right: str = "",
        text: str = "",
        actions: Sequence[Button] = (),
    ) -> None:
        super().__init__("notice", gap=6, tone=tone)
        self._tone = tone
        self._icon = Icon(STATUS_ICONS[tone], 18, tone, filled=True)
        self._title, self._right = Label(title, "card", tone, wrap=True), Label(right, "strong", tone)
        self._text = Label(text, "body", wrap=True)
        self._row = row(None, gap=8)
        self.add(row(self._icon, stretched(self._title), self._right), self._text, self._row)
        self.set(title, text, right=right, tone=tone)
        self.set_actions(actions)

    def set(self, title: str, text: str = "", *, right: str = "", tone: str | None = None) -> None:
        """Say something else; it is read out if the card is on the screen."""
        self._tone = tone or self._tone
        self.set_tone(self._tone)
        self._icon.set_icon(STATUS_ICONS[self._tone], tone=self._tone)
        for label, words in ((self._title, title), (self._right, right)):
            label.set_tone(self._tone)
            label.set_text(words)
        self._text.set_text(text)
        if self._text.parent() is not None:
            self._text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if self.isVisible() and title:
            announce(self, f"{title}. {text}", urgent=self._tone == "err")

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """What can be done about it, beside each other."""
        empty(self._row)
        for place, action in enumerate(actions):
            self._row.insertWidget(place, action)


class EmptyState(QWidget):
    """Nothing here: a fact, the next step, at most one button."""

    def __init__(self, icon: str, fact: str, step: str = "", button: Button | None = None) -> None:
        super().__init__()
        self._fact, self._step = Label(fact, "card"), Label(step, "body", "ink2", wrap=True)
        for label in (self._fact, self._step):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture = Icon(icon, 36, "ink3")
        button_row = [row(None, button, None)] if button is not None else []
        column(
            None,
            row(None, picture, None),
            self._fact,
            self._step,
            *button_row,
            None,
            gap=8,
            edges=(12,) * 4,
            inside=self,
        )
        self._speak(fact, step)

    def set(self, fact: str, step: str = "") -> None:
        """Another fact."""
        self._fact.set_text(fact)
        self._step.set_text(step)
        self._speak(fact, step)

    def _speak(self, fact: str, step: str) -> None:
        self.setAccessibleName(fact)
        self.setAccessibleDescription(step)


class BarTrack(Painted):
    """A share as a bar on a track. It moves when told, and only then."""

    def __init__(self, height: int = 8, *, name: str = "") -> None:
        super().__init__()
        self._height, self._share, self._tone = height, 0.0, "accent"
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(0.0)

    def set(self, share: float, tone: str = "accent") -> None:
        """Show a share between 0 and 1."""
        self._share, self._tone = max(0.0, min(share, 1.0)), tone
        self.setAccessibleName(f"{self._name} {round(self._share * 100)} %".strip())
        self.update()

    def share(self) -> float:
        """The share shown."""
        return self._share

    def sizeHint(self) -> QSize:
        """As high as asked."""
        return QSize(look().px(80), look().px(self._height))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and bar."""
        tokens = look().tokens
        painter = brush(self)
        paint_pill(painter, self.rect(), tokens.mute_bg)
        painter.setClipRect(QRectF(0, 0, self.width() * self._share, self.height()))
        bar = QRect(0, 0, max(self.height(), round(self.width() * self._share)), self.height())
        paint_pill(painter, bar, tokens.accent if self._tone == "accent" else tokens.edge(self._tone))
        painter.end()


class Figure(QWidget):
    """Label, big figure, footnote; several of them make a strip of figures.

    With `tight` the words take what room the figures leave: the foot in two lines, the label with dots and a tooltip.
    """

    def __init__(self, label: str, *, icon: str = "", track: bool = False, tight: bool = False) -> None:
        super().__init__()
        self._name = label
        self._figure, self._unit = Label("–", "figure"), Label("", "body", "ink2")
        self._foot = Label("", "second", wrap=tight)
        self.track = BarTrack(name=label) if track else None
        head = stretched(Label(label, "label", elide=True)) if tight else Label(label, "label")
        parts: list[Part] = [row(head, *([] if tight else [None]), *([Icon(icon, 18)] if icon else []))]
        numbers = row(self._figure, self._unit, None, gap=8)
        parts += [numbers, *([self.track] if self.track else []), None, self._foot]
        column(*parts, gap=4, inside=self)

    def set(self, figure: str, unit: str = "", *, foot: str = "", share: float | None = None, tone: str = "") -> None:
        """Show a figure; `–` for none, `0` for a counted nothing."""
        self._figure.set_text(figure)
        self._figure.set_tone(tone)
        self._unit.set_text(unit)
        self._foot.set_text(foot)
        self._foot.set_tone(tone)
        if self.track is not None:
            self.track.setVisible(share is not None)
            self.track.set(share or 0.0)
        self.setAccessibleName(" ".join(part for part in (self._name, figure, unit, foot) if part))


class FigureTile(Block):
    """A figure on a card of its own."""

    def __init__(self, label: str, icon: str = "", *, track: bool = False) -> None:
        super().__init__("card")
        self.figure = Figure(label, icon=icon, track=track)
        self.add(self.figure)

    def set(self, figure: str, unit: str = "", *, foot: str = "", share: float | None = None, tone: str = "") -> None:
        """Show a figure, on a track where a share is given."""
        self.figure.set(figure, unit, foot=foot, share=share, tone=tone)


class SumBar(Painted):
    """A sum and its verdict: green when it adds up, red when it does not."""

    def __init__(self, sum_text: str = "", verdict: str = "", *, agrees: bool = True) -> None:
        super().__init__()
        self._tone = "ok"
        self._icon = Icon(STATUS_ICONS["ok"], 16, "ok", filled=True)
        self._sum, self._verdict = Label("", "strong", "ok"), Label("", "strong", "ok")
        words = Flow([stretched(self._sum), self._verdict], close=True)
        row(self._icon, stretched(words), gap=8, edges=(10, 9, 10, 9), inside=self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set(sum_text, verdict, agrees=agrees)

    def set(self, sum_text: str, verdict: str, *, agrees: bool) -> None:
        """Show a sum, such as `31 + 2 + 12 = 45` and `kurang 1`."""
        self._tone = "ok" if agrees else "err"
        self._icon.set_icon(STATUS_ICONS[self._tone], tone=self._tone)
        for label, words in ((self._sum, sum_text), (self._verdict, verdict)):
            label.set_tone(self._tone)
            label.set_text(words)
        self.setAccessibleName(f"{sum_text}, {verdict}")
        self.update()

    def sizeHint(self) -> QSize:
        """As high as a field, or as two lines where the verdict goes below the sum."""
        return QWidget.sizeHint(self).expandedTo(QSize(0, look().px(38)))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the sum alone."""
        return QWidget.minimumSizeHint(self).expandedTo(QSize(0, look().px(38)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        painter = brush(self)
        paint_pill(painter, self.rect(), look().tokens.ground(self._tone), radius=look().px(6))
        painter.end()


class Scrolled(QScrollArea):
    """The one part of a page that may scroll."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setProperty("kind", "plain")
        inner.setProperty("kind", "scrolled")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inner)
        self.viewport().setAutoFillBackground(False)


_BEFORE_SPARE = 50
"""The state of a draft has its words before the rest of the room is left empty."""


class ActionBar(QWidget):
    """Pinned to the foot of a form: state of the draft at the left, buttons at the right."""

    def __init__(self, *buttons: QWidget, stacks: bool = False) -> None:
        """With `stacks` the state stands above the buttons where the column is narrow, so that they are never cut."""
        super().__init__()
        # It gives way to the buttons: nothing is lost where only "Draf …" is to be read.
        self.draft = IconText("check-circle", "", "second", "ok", elide=not stacks, size=16)
        self.draft.hide()
        self.line = IconText("warning-circle", "", "second-strong", "err", size=16)
        self.line.hide()
        beside: Part = row(stretched(self.draft, _BEFORE_SPARE), None, *buttons, gap=8)
        if stacks:
            beside = Flow([stretched(holder(row(self.draft, None))), holder(row(None, *buttons, gap=8))])
        column(self.line, beside, gap=6, inside=self)

    def set_draft(self, text: str, tone: str = "ok") -> None:
        """Say how safe what is half typed is, such as `Draf aman`."""
        self.draft.set(text, tone)
        self.draft.setVisible(bool(text))

    def set_left(self, text: str) -> None:
        """Say above the bar how many answers are still wrong; empty takes the line away."""
        self.line.set(text, "err")
        self.line.setVisible(bool(text))
        if text:
            announce(self, text, urgent=True)
