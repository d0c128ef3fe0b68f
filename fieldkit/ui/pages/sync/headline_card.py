"""The card at the top of the page Sync: headline, figure, bar, the four steps, and the one button."""

from __future__ import annotations

from PySide6.QtCore import Signal

from fieldkit.store.queries.sync_page import SyncView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.sync.headline import Act, Headline, headline_of, tally_of
from fieldkit.ui.pages.sync.steps import StepList
from fieldkit.ui.sync_driver import SyncState
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import BarTrack, Card
from fieldkit.ui.widgets.labels import Icon, Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched


class HeadlineCard(Card):
    """Says how things stand and offers the next step."""

    sync_asked = Signal()
    pause_asked = Signal()

    def __init__(self) -> None:
        super().__init__(gap=7, edges=(18, 12, 18, 8))
        self._icon = Icon("arrows-clockwise", 22)
        self._title = Label("", "card")
        self.figure, self._unit = Label("", "figure"), Label("", "body", "ink2")
        self._right = Label("", "strong")
        self.track = BarTrack(12, name=tr("Sudah diterima pusat"))
        self._foot, self._foot_right = Label("", "second", wrap=True), Label("", "second-strong")
        self.sync_button = Button(
            tr("Sinkronkan sekarang"), "primary", key="Ctrl+Enter", icon="arrows-clockwise", press=self.sync_asked.emit
        )
        self.pause_button = Button(tr("Jeda"), icon="pause", key=tr("Esc"), press=self.pause_asked.emit)
        self.steps = StepList()
        self._name_parts()
        self._arrange()

    def show_state(self, view: SyncView, state: SyncState) -> None:
        """Show how things stand."""
        said, tally = headline_of(view, state), tally_of(view, state)
        self._show_headline(said)
        self.figure.set_text(count(tally.received))
        unit = tr("dari {n} perubahan sudah diterima pusat", n=count(tally.total))
        self._unit.set_text(unit if tally.total else tr("perubahan baru sejak terakhir dicocokkan"))
        self.track.set(tally.share, "ok" if said.tone == "ok" else "accent")
        self.steps.show_steps(view, state)
        self._show_act(said.act)

    def _show_headline(self, said: Headline) -> None:
        self._icon.set_icon(said.icon, tone=said.tone or "ink2", filled=said.tone not in {"", "accent"})
        self._title.set_text(said.title)
        self._foot.set_text(said.foot)
        self._foot_right.set_text(said.foot_right)
        self._right.set_text(said.right)
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(" ".join(filter(None, (said.foot, said.foot_right))))

    def _show_act(self, act: Act) -> None:
        pauses = act in {Act.PAUSE, Act.WAIT_FOR_PAUSE}
        had_focus = self.sync_button.hasFocus() or self.pause_button.hasFocus()
        self.pause_button.setVisible(pauses)
        self.pause_button.setEnabled(act is Act.PAUSE)
        self.pause_button.set_text(tr("Jeda") if act is Act.PAUSE else tr("Menunggu paket ini"))
        self.sync_button.setVisible(not pauses)
        self.sync_button.setEnabled(act is not Act.NOTHING)
        self.sync_button.set_reason(tr("Daftarkan laptop ini dulu.") if act is Act.NOTHING else "")
        self.sync_button.set_icon("play" if act is Act.GO_ON else "arrows-clockwise")
        self.sync_button.set_text(tr("Lanjutkan") if act is Act.GO_ON else tr("Sinkronkan sekarang"))
        if had_focus:
            (self.pause_button if pauses else self.sync_button).setFocus()

    def _name_parts(self) -> None:
        names = {
            "sync_headline": self._title,
            "sync_figure": self.figure,
            "sync_unit": self._unit,
            "sync_left": self._right,
            "sync_foot": self._foot,
            "sync_foot_right": self._foot_right,
            "sync_bar": self.track,
            "sync_now": self.sync_button,
            "sync_pause": self.pause_button,
        }
        for name, part in names.items():
            part.setObjectName(name)

    def _arrange(self) -> None:
        self.pause_button.hide()
        self.add(
            row(self._icon, stretched(self._title), self.pause_button, self.sync_button, gap=10),
            row(self.figure, self._unit, None, self._right, gap=10),
            column(self.track, row(stretched(self._foot), self._foot_right, gap=16), gap=6),
            rule(),
            self.steps,
        )
