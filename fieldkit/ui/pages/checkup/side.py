"""Beside the table: one finding in full."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fieldkit.domain.checkup.finding import Finding, topic_name
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.checkup.findings_card import TONES, grade_words
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.labels import Badge, Label
from fieldkit.ui.widgets.layouts import column, stretched
from fieldkit.ui.widgets.reading import Reading


class FindingSide(Card):
    """What it is, what it means, what to do."""

    def __init__(self) -> None:
        super().__init__(tr("Rincian"), gap=10)
        self._badge = Badge("", "mute")
        self.head.addWidget(self._badge)
        self.what, self.meaning, self.advice = (Label("", "body", wrap=True) for _ in range(3))
        self.what.setProperty("role", "strong")
        self._act = Label(tr("Yang perlu dilakukan"), "label")
        inner = QWidget()
        column(
            self.what,
            12,
            Label(tr("Artinya"), "label"),
            self.meaning,
            12,
            self._act,
            self.advice,
            None,
            gap=4,
            inside=inner,
        )
        self.add(stretched(Reading(inner, name=tr("Rincian"))))
        self.hide()

    def show_finding(self, finding: Finding | None) -> None:
        """The one that is selected."""
        self.setVisible(finding is not None)
        if finding is None:
            return
        self.set_title(say(topic_name(finding.topic)))
        self._badge.set(grade_words(finding.grade), TONES[finding.grade])
        self.what.set_text(say(finding.what))
        self.meaning.set_text(say(finding.meaning))
        self.advice.set_text(say(finding.advice) if finding.advice is not None else "")
        for part in (self._act, self.advice):
            part.setVisible(finding.advice is not None)
