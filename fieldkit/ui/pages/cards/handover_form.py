"""Which cards stand on the list that is signed when they are fetched, in which order, and in what it goes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.cards.card import CardState
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.labels import Label

_EVERYWHERE: Final = "everywhere"
_MOST_PLACES: Final = 5


class ListOrder(StrEnum):
    """How the cards follow on the list."""

    QUEUE = "queue"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class ListWish:
    """What was answered; None for all places."""

    place: str | None
    order: ListOrder
    way: SheetWay

    def of(self, cards: Sequence[CardRow]) -> tuple[CardRow, ...]:
        """Those among the cards that stand on the list."""
        wanted = [card for card in ready_cards(cards) if self.place in (None, card.card.place)]
        return tuple(sorted(wanted, key=lambda card: card.name.casefold()) if self.order is ListOrder.NAME else wanted)


def ready_cards(cards: Sequence[CardRow]) -> list[CardRow]:
    """Those that lie ready for their owners, in the order of the queue."""
    return [card for card in cards if card.is_due and card.card.state is CardState.READY]


class HandoverListForm(DrawerForm):
    """The place is asked for only where cards lie in several."""

    def __init__(self) -> None:
        self.place = ChoiceGroup(tr("Kartu yang siap di"), [], columns=1)
        orders = [Choice(ListOrder.QUEUE, tr("Antrean")), Choice(ListOrder.NAME, tr("Nama"))]
        self.order = ChoiceGroup(tr("Urutan"), orders, columns=2)
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        fields = {"place": self.place, "order": self.order, "way": self.way}
        super().__init__("handover_list", fields, save=tr("Keluarkan"))
        self._places: dict[str, str] = {}
        self.scope = Label("", "second-strong", wrap=True)
        self.scope.setObjectName("handover_list_scope")
        warned = tr("Berkasnya memuat nama warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.")
        self.lay(self.place, self.order, self.way, self.scope, Label(warned, "hint", wrap=True))
        for group in (self.place, self.order, self.way):
            group.chosen.connect(lambda _answer, here=group: self.right_again(here))

    def fill(self, cards: Sequence[CardRow], here: str) -> None:
        """Begin: what lies ready `here`, where anything does, in the order of the queue."""
        lying = Counter(card.card.place for card in ready_cards(cards))
        named = sorted(lying, key=lambda place: (place != here, -lying[place], place))[:_MOST_PLACES]
        self._places = {f"place_{number}": place for number, place in enumerate(named)}
        choices = [Choice(id_, f"{place or '–'} · {lying[place]}") for id_, place in self._places.items()]
        self.place.set_choices([*choices, Choice(_EVERYWHERE, tr("Semua tempat"))])
        self.place.set_value("place_0" if here in lying else _EVERYWHERE)
        self.place.setVisible(len(lying) > 1)
        self.order.set_value(ListOrder.QUEUE)
        self.way.set_value(SheetWay.PDF)
        self.scope.set_text(tr("{n} kartu siap diambil. Satu baris tiap kartu.", n=count(lying.total())))
        self.begin(None)

    def focus_first(self) -> None:
        """To the place, where there is one to choose."""
        (self.order if self.place.isHidden() else self.place).focus_answer()

    def wish(self) -> ListWish:
        """What was answered."""
        place = self._places.get(self.place.value() or "")
        return ListWish(place, ListOrder(self.order.value() or ListOrder.QUEUE), SheetWay(self.way.value() or "pdf"))
