"""Forms of requests: somebody asks, somebody is refused, and a copy leaves the laptop."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Signal

from fieldkit.domain.privacy.data_request import (
    DataRequestKind,
    DataRequestWay,
    Ground,
    ground_label,
    kind_label,
    way_label,
)
from fieldkit.records.regions import RegionTable
from fieldkit.store.search import SearchHit
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.register.finder import Finder
from fieldkit.ui.pages.register.wording import hit_more, hit_second
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.rows.lists import Hit, HitList
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.search import SearchField
from fieldkit.work.data_requests.requests import AskData

_HITS_HEIGHT = 150


class _Asked(msgspec.Struct, frozen=True):
    search: str = ""
    person: str = ""
    kind: str = ""
    asked_by: str = ""
    way: str = ""
    note: str = ""


class _Refused(msgspec.Struct, frozen=True):
    ground: str = ""
    note: str = ""


class AskForm(DrawerForm):
    """Whose data, what is asked for, by whom and how."""

    searched = Signal(str)

    def __init__(self, regions: RegionTable) -> None:
        self._regions = regions
        self._hits: dict[str, SearchHit] = {}
        self._person, self._left_at = "", _Asked()
        self.search, self.hits = SearchField(tr("Cari data siapa")), HitList(tr("Data yang ketemu"))
        self.chosen = Notice(tone="info")
        kinds = [Choice(each, say(kind_label(each))) for each in DataRequestKind]
        self.kind = ChoiceGroup(tr("Yang diminta"), kinds, columns=1)
        self.asked_by = TextField(tr("Diminta oleh"), hint=tr("Orangnya, atau kuasanya"))
        ways = [Choice(each, say(way_label(each))) for each in DataRequestWay]
        self.way = ChoiceGroup(tr("Lewat"), ways, columns=2)
        self.note = NoteField(tr("Catatan"))
        fields = {"kind": self.kind, "asked_by": self.asked_by, "way": self.way, "note": self.note}
        super().__init__("data_request", fields, save=tr("Catat"))
        self._finder = Finder(self.search, self.hits)
        self._arrange()

    def fill(self, draft: str | None) -> None:
        """Nobody yet, or as it was left: who was chosen is looked for again."""
        typed = decoded(draft, _Asked)
        self._finder.clear()
        self.kind.set_value(typed.kind or None)
        self.way.set_value(typed.way or None)
        self.asked_by.set_value(typed.asked_by)
        self.note.set_value(typed.note)
        self._show([])
        self._person, self._left_at = typed.person, typed
        if typed.search:
            self.search.set_text(typed.search)
        self.begin(draft)

    def focus_first(self) -> None:
        """Into the search."""
        self.search.line.setFocus()

    def show_hits(self, typed: str, hits: Sequence[SearchHit]) -> None:
        """Who was found; an answer to what was typed before is dropped."""
        if self._finder.takes(typed):
            left_at, self._left_at = self._left_at, _Asked()
            self._show(hits)
            if typed == left_at.search and left_at.person in self._hits:
                self._choose(self._hits[left_at.person])
            self._finder.landed()

    def command(self) -> AskData:
        """What is written."""
        kind, way = self.kind.value(), self.way.value()
        return AskData(
            self._person or None,
            DataRequestKind(kind) if kind else None,
            self.asked_by.value(),
            DataRequestWay(way) if way else None,
            self.note.value(),
        )

    def state(self) -> str:
        """What is typed; who was chosen by another search than the one in the box is chosen no more."""
        search = self.search.text()
        person = self._person if self._finder.shown_for == search else ""
        kind, way = self.kind.value() or "", self.way.value() or ""
        asked = _Asked(search, person, kind, self.asked_by.value(), way, self.note.value())
        return msgspec.json.encode(asked).decode()

    def _arrange(self) -> None:
        self.search.setObjectName("data_request_search")
        self.hits.setObjectName("data_request_hits")
        self.chosen.setObjectName("data_request_chosen")
        self.hits.setFixedHeight(look().px(_HITS_HEIGHT))
        self.lay(self.search, self.hits, self.chosen, self.kind, self.asked_by, self.way, self.note)
        self._finder.asked.connect(self.searched)
        self._finder.emptied.connect(lambda: self._show([]))
        self._finder.picked.connect(self._pick)
        self.search.searched.connect(lambda _typed: self.edited.emit())
        self.kind.chosen.connect(lambda _value: self._on_edited(self.kind))
        self.asked_by.edited.connect(lambda _typed: self._on_edited(self.asked_by))
        self.way.chosen.connect(lambda _value: self._on_edited(self.way))
        self.note.edited.connect(lambda _typed: self._on_edited(self.note))

    def _on_edited(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()

    def _show(self, hits: Sequence[SearchHit]) -> None:
        self._hits, self._person = {hit.id: hit for hit in hits}, ""
        self.hits.set_hits([Hit(hit.id, hit.name, hit_second(hit), None, hit.marks, self._more(hit)) for hit in hits])
        self.hits.setVisible(bool(hits))
        self.chosen.setVisible(False)

    def _pick(self, row_id: str) -> None:
        hit = self._hits.get(row_id)
        if hit is None:
            return
        self._choose(hit)
        if not self.asked_by.value():
            self.asked_by.set_value(hit.name)
        self.kind.focus_answer()
        self.edited.emit()

    def _choose(self, hit: SearchHit) -> None:
        self._person = hit.id
        self.chosen.set(hit.name, " · ".join((hit_second(hit), *self._more(hit))))
        self.chosen.setVisible(True)
        self.hits.setVisible(False)

    def _more(self, hit: SearchHit) -> tuple[str, ...]:
        return hit_more(hit, self._regions)


class RefuseForm(DrawerForm):
    """Why a request is refused: whoever asked is told so."""

    def __init__(self) -> None:
        grounds = [Choice(each, say(ground_label(each))) for each in Ground]
        self.ground = ChoiceGroup(tr("Alasan"), grounds, columns=1)
        self.note = NoteField(tr("Catatan"))
        super().__init__("refuse", {"ground": self.ground, "note": self.note}, save=tr("Tolak"))
        self.lay(self.ground, self.note)
        self.ground.chosen.connect(lambda _value: self._on_edited(self.ground))
        self.note.edited.connect(lambda _typed: self._on_edited(self.note))

    def fill(self, draft: str | None) -> None:
        """Nothing said yet, or as it was left."""
        typed = decoded(draft, _Refused)
        self.ground.set_value(typed.ground or None)
        self.note.set_value(typed.note)
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return msgspec.json.encode(_Refused(self.ground.value() or "", self.note.value())).decode()

    def _on_edited(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()


class ExtractForm(DrawerForm):
    """In what the copy leaves the laptop."""

    def __init__(self) -> None:
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        super().__init__("extract", {"way": self.way}, save=tr("Keluarkan"))
        self.about = Label("", "body", wrap=True)
        warned = tr("Salinan memuat semua data tanpa disamarkan. Simpan di USB milik orangnya, hapus sesudah dicetak.")
        self.lay(self.about, self.way, Label(warned, "hint", wrap=True))

    def fill(self, about: str) -> None:
        """Begin: on paper."""
        self.about.set_text(about)
        self.way.set_value(SheetWay.PAPER)
        self.begin(None)

    def state(self) -> str:
        """Nothing is kept of it."""
        return ""
