"""The desk as it opens: the work lists, the files, and the counts of places side by side."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.national.work_lists import list_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.national.counts import DatedCount, SideBySide
from fieldkit.store.queries.national.files import NationalFile
from fieldkit.store.queries.national.page import NationalView
from fieldkit.store.queries.national.work_lists import WorkListCount
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.national.wording import (
    count_words,
    day,
    file_kind,
    file_title,
    gap_words,
    list_hint,
    place_story,
    place_words,
    share_words,
    taken_at,
)
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Card, EmptyState
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched


class Home(QWidget):
    """Three tables, and what can be begun from them."""

    opened = Signal(object)
    """The work list of which the people are asked for."""
    asked_file = Signal()
    asked_count = Signal()
    asked_back = Signal(object)
    """The file that is to be taken back, or to count again."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions, self._time_zone = regions, "UTC"
        self.lists = Table(RowsModel(self._list_columns()), name=tr("Pekerjaan dari data pusat"), grows=True)
        self.files = Table(RowsModel(self._file_columns()), name=tr("Berkas yang masuk"))
        self.places = Table(RowsModel(self._place_columns()), name=tr("Lokal dan pusat berdampingan"), two_line=True)
        self.story = Label("", "second", "ink2", wrap=True)
        self._no_file = EmptyState(
            "database", tr("Belum ada berkas"), tr("Ambil status atau angka dari admin data dengan Ctrl+Enter.")
        )
        self._no_count = EmptyState(
            "chart-bar", tr("Belum ada angka"), tr("Ambil berkas angka, atau ketik dari surat dengan Ctrl+N.")
        )
        self.take_button = Button(
            tr("Ambil berkas"), "primary", key="Ctrl+Enter", size="main", press=self.asked_file.emit
        )
        self.type_button = Button(tr("Ketik angka"), icon="pencil-simple", key="Ctrl+N", press=self.asked_count.emit)
        self.back_button = Button(tr("Tarik berkas"), icon="arrow-u-up-left", key="Ctrl+T", press=self._ask_back)
        self._arrange()

    def show_view(self, view: NationalView) -> None:
        """What stands now."""
        self._time_zone = view.time_zone
        self.lists.rows_model.set_rows(view.lists)
        # All of them at a glance: they are few, and none may be missed below the edge.
        self.lists.setMinimumHeight((len(view.lists) + 1) * self.lists.least_row_height())
        self.files.rows_model.set_rows(view.files)
        self.places.rows_model.set_rows(view.places)
        self._files.setCurrentWidget(self.files if view.files else self._no_file)
        self._places.setCurrentWidget(self.places if view.places else self._no_count)
        for table in (self.lists, self.files, self.places):
            if table.selected() is None and table.rows_model.rowCount():
                table.setCurrentIndex(table.rows_model.index(0, 0))
        self._on_file(self.files.selected())
        self._on_place(self.places.selected())

    def hasHeightForWidth(self) -> bool:
        """Never: a page with a wrapped label would be as high as its tables would like to be."""
        return False

    def focus_first(self) -> None:
        """To the work lists."""
        self.lists.setFocus()

    def ask_back(self) -> None:
        """Ctrl+T."""
        if self.back_button.isEnabled():
            self._ask_back()

    def _arrange(self) -> None:
        self._files, self._places = QStackedWidget(), QStackedWidget()
        for held in (self.files, self._no_file):
            self._files.addWidget(held)
        for shown in (self.places, self._no_count):
            self._places.addWidget(shown)
        lists, files = Card(tr("Pekerjaan dari data pusat")), Card(tr("Berkas yang masuk"))
        places = Card(tr("Lokal dan pusat berdampingan"))
        lists.add(stretched(self.lists))
        files.add(stretched(self._files))
        places.add(stretched(self._places), self.story)
        bar = ActionBar(self.back_button, self.type_button, self.take_button)
        bar.set_draft(tr("Angka dan status disimpan dengan tanggalnya, tidak ada yang ditimpa"))
        top = holder(row(stretched(lists), stretched(files), gap=12))
        column(stretched(top, 5), stretched(places, 4), bar, gap=12, inside=self)
        names = {"national_lists": self.lists, "national_files": self.files, "national_places": self.places}
        buttons = {"take_file": self.take_button, "type_count": self.type_button, "take_back_file": self.back_button}
        for name, part in {**names, **buttons, "place_story": self.story}.items():
            part.setObjectName(name)
        self.lists.activated_row.connect(self.opened)
        self.files.selected_row.connect(self._on_file)
        self.places.selected_row.connect(self._on_place)

    def _on_file(self, file: NationalFile | None) -> None:
        self.back_button.setEnabled(file is not None)
        is_gone = file is not None and not file.counts
        self.back_button.set_text(tr("Berlakukan lagi") if is_gone else tr("Tarik berkas"))

    def _on_place(self, place: SideBySide | None) -> None:
        words = place_story(place) if place is not None else ""
        self.story.set_text(words)
        self.story.setVisible(bool(words))

    def _ask_back(self) -> None:
        file = self.files.selected()
        if file is not None:
            self.asked_back.emit(file)

    def _list_columns(self) -> list[Column]:
        return [
            Column(tr("Daftar"), lambda each: say(list_label(each.id)), kind="strong"),
            Column(tr("Orang"), lambda each: count(each.people), align="right", kind="strong"),
            Column(tr("Yang dilakukan"), _hint, width="stretch", tip=_hint, kind="muted"),
        ]

    def _file_columns(self) -> list[Column]:
        return [
            Column(tr("Berkas"), self._title, width="stretch", kind="strong", tip=self._taken),
            Column(tr("Keadaan per"), lambda each: day(each.as_of)),
            Column(tr("Dipakai"), lambda each: count(each.known), align="right"),
            Column("", _gone, kind="badge", said=tr("Status")),
        ]

    def _title(self, file: NationalFile) -> str:
        return file_title(self._regions, file)

    def _taken(self, file: NationalFile) -> str:
        when = taken_at(file, self._time_zone)
        return f"{file_title(self._regions, file)} · {file_kind(file)} · {when}"

    def _place_columns(self) -> list[Column]:
        return [
            Column(tr("Wilayah"), lambda each: place_words(self._regions, each.id), kind="strong", width="stretch"),
            Column(tr("Lokal: rekam / wajib"), lambda each: _told(each.local), kind="two"),
            Column(tr("Pusat: rekam / wajib"), lambda each: _told(each.national), kind="two"),
            Column(tr("Selisih orang"), gap_words, align="right", kind="strong"),
            Column("", _doubtful, kind="badge", said=tr("Status")),
        ]


def _hint(each: WorkListCount) -> str:
    return list_hint(each.id)


def _told(count_of: DatedCount | None) -> tuple[str, str]:
    return count_words(count_of), share_words(count_of) if count_of is not None else ""


def _gone(file: NationalFile) -> tuple[str, str] | None:
    return None if file.counts else (tr("Ditarik"), "mute")


def _doubtful(place: SideBySide) -> tuple[str, str] | None:
    return (tr("Tidak klop"), "err") if place.doubts else None
