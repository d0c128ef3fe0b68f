"""At the right: what is known of the row that is selected, and what can be done, by digit."""

from __future__ import annotations

from collections.abc import Sequence

from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Card, Soft
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label


class UncollectedSide(Card):
    """The acts, under what they are about."""

    def __init__(self) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self.told, self.more = Label("", "body", wrap=True), Label("", "second", "ink2", wrap=True)
        self.spoken = Soft(gap=4)
        self.words = Label("", "body", wrap=True)
        self.spoken.add(Label(tr("Untuk warga"), "label"), self.words)
        self.acts = ActionPanel(columns=1, name=tr("Tindakan"))
        parts = {"told": self.told, "more": self.more, "words": self.words, "acts": self.acts}
        for name, part in parts.items():
            part.setObjectName(f"uncollected_{name}")
        self.add(self.told, self.spoken, self.more, self.acts, None)
        self.choices: list[Choice] = []

    def show_row(self, title: str, told: str, more: str, acts: Sequence[Choice], words: str = "") -> None:
        """What is known; `words` are those that are read out to whoever asks."""
        self.set_title(title)
        for label, text in ((self.told, told), (self.more, more), (self.words, words)):
            label.set_text(text)
            label.setVisible(bool(text))
        self.spoken.setVisible(bool(words))
        if list(acts) != self.choices:
            self.choices = list(acts)
            self.acts.set_choices(self.choices)
