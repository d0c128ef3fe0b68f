"""The column beside the list: which village, which part of its list, where, how old, who votes for the first time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.people.age_band import AgeBand, band_label
from fieldkit.domain.people.sex import Sex
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.listing import ListFilter, Sieve
from fieldkit.store.queries.lists.target_list_page import TargetListView
from fieldkit.ui.formats import count, day_month
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.target_list.counting import Tally, tally
from fieldkit.ui.pages.target_list.wording import filter_word
from fieldkit.ui.widgets.cards import Block, Scrolled
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.marks import TickBox

_EVERY = "*"
"""Answer of a box that narrows nothing."""


class Filters(Block):
    """What narrows the list; the answers stay while the page lives."""

    changed = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("card", gap=0, edges=(16, 12, 12, 12))
        self._regions, self._chosen_village = regions, ""
        self._view: TargetListView | None = None
        self._options: dict[ComboBox, list[tuple[str, str]]] = {}
        self.village = ComboBox(tr("Kelurahan atau desa"))
        self.part = ChoiceGroup(tr("Tampilkan"), [Choice(part, filter_word(part)) for part in ListFilter], columns=2)
        self.rw, self.rt = ComboBox(tr("RW")), ComboBox(tr("RT"))
        self.band, self.sex = ComboBox(tr("Umur")), ComboBox(tr("Jenis kelamin"))
        self.voters = TickBox(tr("Pemilih pemula"), key="Alt+V")
        self.part.set_value(ListFilter.LEFT)
        self._arrange()
        for box in (self.rw, self.rt, self.band, self.sex):
            self._offer(box, [])
        self._listen()

    def sieve(self) -> Sieve:
        """What is set; the village only where it was chosen here: without a choice it follows the shifts."""
        return Sieve(
            self._chosen_village,
            ListFilter(self.part.value() or ListFilter.LEFT),
            _narrow(self.rw),
            _narrow(self.rt),
            _narrow(self.sex),
            _narrow(self.band),
            self.voters.checked(),
        )

    def choose(self, part: ListFilter) -> None:
        """Show another part."""
        self.part.set_value(part)
        self.changed.emit()

    def boxes(self) -> dict[str, ComboBox]:
        """The boxes by their keys."""
        return {"Alt+K": self.village, "Alt+W": self.rw, "Alt+R": self.rt, "Alt+U": self.band, "Alt+J": self.sex}

    def is_narrowed(self) -> bool:
        """Whether anything but the part of the list is set."""
        sieve = self.sieve()
        return bool(sieve.rw or sieve.rt or sieve.sex or sieve.band or sieve.only_voters)

    def widen(self) -> bool:
        """Take back everything but village and part; False where nothing was set."""
        if not self.is_narrowed():
            return False
        for box in (self.rw, self.rt, self.band, self.sex):
            box.set_value(_EVERY)
        self.voters.set_checked(False)
        self.changed.emit()
        return True

    def show_view(self, view: TargetListView) -> None:
        """Offer what this laptop holds, with counts; the answers stay."""
        self._view = view
        self.village.set_value(view.asked.sieve.village)
        self._recount(tally(view.facets, view.asked.sieve))

    def show_villages(self, villages: Sequence[tuple[str, int]]) -> None:
        """Offer the villages that have a list here."""
        self._set(self.village, [(code, self._village_words(code, n)) for code, n in villages])
        if self._view is not None:
            self.village.set_value(self._view.asked.sieve.village)

    def _recount(self, people: Tally) -> None:
        self.part.rename({part: f"{filter_word(part)} {count(people.parts[part])}" for part in ListFilter})
        self._offer(self.rw, _numbered(people.rws))
        self._offer(self.rt, _numbered(people.rts))
        self._offer(self.band, [(band, _counted(say(band_label(band)), people.bands[band])) for band in AgeBand])
        words = {Sex.FEMALE: tr("Perempuan"), Sex.MALE: tr("Laki-laki")}
        self._offer(self.sex, [(sex, _counted(word, people.sexes[sex])) for sex, word in words.items()])
        votes_on = self._votes_on()
        day = day_month(date.fromisoformat(votes_on)) if votes_on else ""
        self.voters.set_text(tr("Pemilih pemula {day}", day=day) if day else tr("Pemilih pemula"))
        self.voters.set_hint(count(people.voters) if day else tr("belum diatur"))
        self.voters.box.setToolTip(tr("17 tahun pada hari pemilu. Harinya diatur perencana di Jadwal."))
        self.voters.setEnabled(bool(day))

    def _votes_on(self) -> str:
        return self._view.asked.sieve.votes_on if self._view is not None else ""

    def _arrange(self) -> None:
        self.setObjectName("filters")
        named = {"village": self.village, "part": self.part, "rw": self.rw, "rt": self.rt, "band": self.band}
        for name, part in {**named, "sex": self.sex, "voters": self.voters}.items():
            part.setObjectName(name)
        held = QWidget()
        column(
            self.village,
            self.part,
            row(stretched(self.rw), stretched(self.rt)),
            row(stretched(self.band), stretched(self.sex)),
            self.voters,
            None,
            gap=10,
            edges=(0, 0, 4, 0),
            inside=held,
        )
        self.add(stretched(Scrolled(held)))
        self.setFocusProxy(self.part.answer_widget())

    def _listen(self) -> None:
        self.village.chosen.connect(lambda _village: self._change_village())
        self.rw.chosen.connect(lambda _rw: self._change_rw())
        for part in (self.part, self.rt, self.band, self.sex):
            part.chosen.connect(lambda _answer: self.changed.emit())
        self.voters.ticked.connect(lambda _on: self.changed.emit())

    def _change_village(self) -> None:
        self._chosen_village = self.village.value() or ""
        self.rw.set_value(_EVERY)
        self.rt.set_value(_EVERY)
        self.changed.emit()

    def _change_rw(self) -> None:
        self.rt.set_value(_EVERY)
        self.changed.emit()

    def _offer(self, box: ComboBox, options: Sequence[tuple[str, str]]) -> None:
        chosen = box.value()
        offered = [(_EVERY, tr("Semua")), *options]
        if chosen not in {None, *(name for name, _ in offered)}:
            offered.append((str(chosen), _counted(str(chosen), 0)))
        self._set(box, offered)
        if box.value() is None:
            box.set_value(_EVERY)

    def _set(self, box: ComboBox, options: list[tuple[str, str]]) -> None:
        # Filling a box that is open would close it under the hands.
        if self._options.get(box) != options and not box.combo.view().isVisible():
            self._options[box] = options
            box.set_options(options)

    def _village_words(self, code: str, number: int) -> str:
        # The name first, so that its letters typed into the box find it.
        region = self._regions.by_code(code)
        return tr("{village} · {n} orang", village=region.name if region else code, n=count(number))


def _numbered(people: Counter[str]) -> list[tuple[str, str]]:
    return [(number, _counted(number, people[number])) for number in sorted(filter(None, people))]


def _counted(word: str, people: int) -> str:
    return f"{word} · {count(people)}"


def _narrow(box: ComboBox) -> str:
    value = box.value() or _EVERY
    return "" if value == _EVERY else value
