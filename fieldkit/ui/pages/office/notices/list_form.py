"""Which list goes out, for which village and RT, and in what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.lists.list_sheet import SheetKind, sheet_label
from fieldkit.domain.notices.messages import NoticeState
from fieldkit.domain.notices.tasks import FOR_LIST, Task
from fieldkit.domain.text import text
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.notices.desk import NoticeCard, NoticeView
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.places import village_label
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.labels import Label
from fieldkit.work.notices.steps import may_be_posted

_EVERYWHERE: Final = "everywhere"
_MOST_VILLAGES: Final = 5
_DUE, _ALL = "due", "all"


@dataclass(frozen=True, slots=True)
class ListWish:
    """What was answered."""

    kind: SheetKind
    requests: tuple[str, ...]
    way: SheetWay


class NoticeListForm(DrawerForm):
    """The village is asked for only where people of several wait."""

    def __init__(self, regions: RegionTable) -> None:
        self._regions = regions
        kinds = [Choice(kind, say(sheet_label(kind))) for kind in (SheetKind.CARD_CALLS, SheetKind.CARD_POSTING)]
        self.kind = ChoiceGroup(tr("Lembar"), kinds, columns=1)
        self.village = ChoiceGroup(tr("Desa atau kelurahan"), [], columns=1)
        whom = [Choice(_DUE, tr("Yang perlu diberi tahu")), Choice(_ALL, tr("Juga yang antre SMS"))]
        self.whom = ChoiceGroup(tr("Siapa"), whom, columns=1)
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        fields = {"kind": self.kind, "village": self.village, "whom": self.whom, "way": self.way}
        super().__init__("notice_list", fields, save=tr("Keluarkan"))
        self._villages: dict[str, str] = {}
        self._cards: tuple[NoticeCard, ...] = ()
        self.scope = Label("", "second-strong", wrap=True)
        self.scope.setObjectName("notice_list_scope")
        self._note = Label("", "hint", wrap=True)
        self.lay(self.kind, self.village, self.whom, self.way, self.scope, self._note)
        for group in (self.kind, self.village, self.whom, self.way):
            group.chosen.connect(lambda _answer, here=group: self._answered(here))

    def fill(self, view: NoticeView, here: str) -> None:
        """Begin: the call list of `here`, where anybody waits there; a posting only where it counts."""
        self._cards = view.cards
        waiting = Counter(card.area for card in view.cards if card.task in (*FOR_LIST, Task.SEND))
        named = sorted(waiting, key=lambda area: (area != here, -waiting[area], area))[:_MOST_VILLAGES]
        self._villages = {f"village_{number}": area for number, area in enumerate(named)}
        choices = [Choice(id_, village_label(self._regions, area)) for id_, area in self._villages.items()]
        self.village.set_choices([*choices, Choice(_EVERYWHERE, tr("Semua desa"))])
        self.village.set_value("village_0" if here in waiting else _EVERYWHERE)
        self.village.setVisible(len(waiting) > 1)
        self.kind.set_value(SheetKind.CARD_CALLS)
        self.kind.setVisible(view.rule.postings_count)
        self.whom.set_value(_DUE)
        self.way.set_value(SheetWay.PDF)
        self.begin(None)
        self._answered(self.way)

    def focus_first(self) -> None:
        """To the first that is asked."""
        shown = [each for each in (self.kind, self.village, self.whom) if not each.isHidden()]
        shown[0].focus_answer()

    def wish(self) -> ListWish:
        """What was answered; RuleError where nobody is on the list."""
        requests = tuple(card.request_id for card in self._named())
        if not requests:
            raise RuleError(Problem("whom", "nobody", text("Tidak ada warga untuk lembar ini. Pilih yang lain.")))
        return ListWish(self._kind(), requests, SheetWay(self.way.value() or SheetWay.PDF))

    def _kind(self) -> SheetKind:
        return SheetKind(self.kind.value() or SheetKind.CARD_CALLS)

    def _named(self) -> list[NoticeCard]:
        area = self._villages.get(self.village.value() or "")
        return [card for card in self._cards if area in (None, card.area) and self._is_on(card)]

    def _is_on(self, card: NoticeCard) -> bool:
        if self._kind() is SheetKind.CARD_POSTING:
            return may_be_posted(card) and NoticeState.POSTED in card.answers
        waits = card.subject is None or card.subject.state is NoticeState.QUEUED
        return card.task in FOR_LIST or (self.whom.value() == _ALL and card.task is Task.SEND and waits)

    def _answered(self, group: ChoiceGroup) -> None:
        self.right_again(group)
        is_board = self._kind() is SheetKind.CARD_POSTING
        self.whom.setVisible(not is_board)
        self.scope.set_text(tr("{n} warga. Satu halaman tiap RT.", n=count(len(self._named()))))
        if is_board:
            self.scope.set_text(tr("{n} warga tanpa nomor yang bisa dihubungi.", n=count(len(self._named()))))
        self._note.set_text(_board_note() if is_board else _call_note(self.whom.value() == _ALL))


def _board_note() -> str:
    return tr("Begitu keluar, daftar tempel dihitung sebagai satu kabar untuk tiap warga di situ. Tanpa NIK dan nomor.")


def _call_note(takes_messages: bool) -> str:
    if takes_messages:
        return tr("Yang ada di daftar ini tidak dikirimi SMS lagi oleh pusat. Ketik hasilnya sesudah ditelepon.")
    return tr("Berkasnya memuat nama dan nomor warga, tidak terkunci. Simpan di USB, hapus sesudah dicetak.")


def village_in(cards: Sequence[NoticeCard]) -> str:
    """Where most of these people live."""
    return next((area for area, _n in Counter(card.area for card in cards).most_common(1)), "")
