"""The column beside the list: which village, which part of its list, which RW and RT."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.lists.listing import ListFilter
from fieldkit.store.queries.lists.target_list_page import TargetListView
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.target_list.wording import filter_word
from fieldkit.ui.widgets.cards import Block
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.layouts import row, stretched

_EVERY = "*"
"""Answer of a box that narrows nothing."""


class Filters(Block):
    """What narrows the list."""

    changed = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__("card", gap=12)
        self._regions, self._chosen_village = regions, ""
        self._households: tuple[tuple[str, str], ...] = ()
        self._options: dict[ComboBox, list[tuple[str, str]]] = {}
        self.village = ComboBox(tr("Kelurahan atau desa"))
        self.part = ChoiceGroup(tr("Tampilkan"), [Choice(part, filter_word(part)) for part in ListFilter], columns=1)
        self.rw, self.rt = ComboBox(tr("RW")), ComboBox(tr("RT"))
        self.part.set_value(ListFilter.LEFT)
        self._offer(self.rw, [])
        self._offer(self.rt, [])
        self._arrange()

    def chosen_village(self) -> str:
        """The village that was chosen here, or nothing: what is shown without a choice follows the shifts."""
        return self._chosen_village

    def chosen_part(self) -> ListFilter:
        """The part of the list."""
        return ListFilter(self.part.value() or ListFilter.LEFT)

    def chosen_rw(self) -> str:
        """One RW, or nothing for all."""
        return _narrow(self.rw)

    def chosen_rt(self) -> str:
        """One RT, or nothing for all."""
        return _narrow(self.rt)

    def choose(self, part: ListFilter) -> None:
        """Show another part."""
        self.part.set_value(part)
        self.changed.emit()

    def show_view(self, view: TargetListView) -> None:
        """Offer what this laptop holds; the answers stay."""
        self._households = view.households
        self._set(self.village, [(code, self._village_words(code, n)) for code, n in view.villages])
        self.village.set_value(view.asked.village)
        self._offer(self.rw, [rw for rw, _ in view.households])
        self._offer_rts()

    def _arrange(self) -> None:
        self.setObjectName("filters")
        for name, part in {"village": self.village, "part": self.part, "rw": self.rw, "rt": self.rt}.items():
            part.setObjectName(name)
        self.add(self.village, self.part, row(stretched(self.rw), stretched(self.rt)), None)
        self.village.chosen.connect(lambda _village: self._change_village())
        self.part.chosen.connect(lambda _part: self.changed.emit())
        self.rw.chosen.connect(lambda _rw: self._change_rw())
        self.rt.chosen.connect(lambda _rt: self.changed.emit())
        self.setFocusProxy(self.part.answer_widget())

    def _change_village(self) -> None:
        self._chosen_village = self.village.value() or ""
        self.rw.set_value(_EVERY)
        self.rt.set_value(_EVERY)
        self.changed.emit()

    def _change_rw(self) -> None:
        self.rt.set_value(_EVERY)
        self._offer_rts()
        self.changed.emit()

    def _offer_rts(self) -> None:
        wanted = self.chosen_rw()
        self._offer(self.rt, [rt for rw, rt in self._households if wanted in ("", rw)])

    def _offer(self, box: ComboBox, numbers: Sequence[str]) -> None:
        every = [(_EVERY, tr("Semua"))]
        self._set(box, every + [(number, number) for number in sorted(set(filter(None, numbers)))])
        if box.value() is None:
            box.set_value(_EVERY)

    def _set(self, box: ComboBox, options: list[tuple[str, str]]) -> None:
        # Filling a box that is open would close it under the hands.
        if self._options.get(box) != options:
            self._options[box] = options
            box.set_options(options)

    def _village_words(self, code: str, number: int) -> str:
        # The name first, so that its letters typed into the box find it.
        region = self._regions.by_code(code)
        return tr("{village} · {n} orang", village=region.name if region else code, n=count(number))


def _narrow(box: ComboBox) -> str:
    value = box.value() or _EVERY
    return "" if value == _EVERY else value
