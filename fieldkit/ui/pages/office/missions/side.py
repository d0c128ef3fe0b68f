"""Beside the table: the terms of a mission, what is known of its laptops, what is open, and the acts by digit."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.missions.mission import MissionState, next_states
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.missions.missions import Mission
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.missions.wording import (
    area_words,
    blank_words,
    early_words,
    known_tone,
    laptop_title,
    laptop_words,
    open_words,
    paper_words,
    silent_words,
)
from fieldkit.ui.widgets.cards import Card, Scrolled
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, stretched
from fieldkit.ui.widgets.rows import RowItem, RowList

ACTS = ("new", "change", "next", "cancel", "blanks")


class MissionSide(Card):
    """What belongs to the mission that is selected."""

    def __init__(self, regions: RegionTable, *, may_plan: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._regions, self._may_plan = regions, may_plan
        self.areas, self.blanks = Label("", "body", wrap=True), Label("", "body", wrap=True)
        self.laptops = RowList(name=tr("Laptop tamu"))
        self.papers, self.early = Label("", "second", wrap=True), Label("", "second", wrap=True)
        self.open = Label("", "second", "warn", wrap=True)
        self.acts = ActionPanel(columns=2, name=tr("Tindakan"))
        named = {"areas": self.areas, "blanks": self.blanks, "papers": self.papers, "laptops": self.laptops}
        self._parts = {**named, "open": self.open, "early": self.early}
        for name, part in {**self._parts, "acts": self.acts}.items():
            part.setObjectName(f"mission_{name}")
        self.add(stretched(Scrolled(holder(column(*self._parts.values(), None, gap=8)))), self.acts)
        self.show_mission(None, None)

    def show_mission(self, mission: Mission | None, today: date | None) -> None:
        """One as it stands today, or none."""
        self.set_title(mission.terms.name if mission is not None else tr("Tindakan"))
        for part in self._parts.values():
            part.setVisible(mission is not None)
        self.acts.set_choices(_choices(mission) if self._may_plan else ())
        if mission is None or today is None:
            return
        self.areas.set_text(tr("Wilayah: {areas}", areas=area_words(self._regions, mission.terms.areas)))
        self.blanks.set_text(tr("Blangko: {words}", words=blank_words(mission)))
        self.laptops.set_items(_laptops(mission))
        points = open_words(mission) if mission.state in {MissionState.RUNNING, MissionState.SETTLED} else ""
        _say(self.open, tr("Belum beres:\n{points}", points=points) if points else "")
        _say(self.papers, paper_words(mission))
        _say(self.early, early_words(mission, today) if self._may_plan else "")


def _laptops(mission: Mission) -> list[RowItem]:
    told = {each.laptop for each in mission.laptops}
    silent = [each for each in mission.terms.laptops if each not in told]
    known = [
        RowItem(
            each.laptop,
            laptop_title(mission, each),
            laptop_words(each),
            icon="laptop",
            tone=known_tone(each.known),
            wraps=True,
        )
        for each in mission.laptops
    ]
    return known + [RowItem(each, each, silent_words(mission), icon="laptop", wraps=True) for each in silent]


def _say(label: Label, words: str) -> None:
    label.set_text(words)
    label.setVisible(bool(words))


def step_label(state: MissionState) -> str:
    """What is done to bring a mission there."""
    words = {
        MissionState.LISTS_SHARED: tr("Bagikan daftar"),
        MissionState.RUNNING: tr("Mulai"),
        MissionState.SETTLED: tr("Selesaikan"),
    }
    return words[state]


def _choices(mission: Mission | None) -> list[Choice]:
    if mission is None:
        return [Choice("new", tr("Baru"), "plus")]
    following = next_states(mission.state)
    further = step_label(following[0]) if following else tr("Berakhir")
    return [
        Choice("new", tr("Baru"), "plus"),
        Choice("change", tr("Ubah"), "pencil-simple"),
        Choice("next", further, "arrow-right"),
        Choice("cancel", tr("Batalkan"), "x"),
        Choice("blanks", tr("Pinjaman"), "stack"),
    ]
