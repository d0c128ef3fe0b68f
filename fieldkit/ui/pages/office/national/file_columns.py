"""Step 2 of the intake: what kind of file it is, of which day, and which column holds what."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.domain.national.counts import Source
from fieldkit.domain.national.file import FileKind
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.lists.mapping_step import FieldBox, FieldGrid
from fieldkit.ui.pages.office.lists.wording import file_words
from fieldkit.ui.pages.office.national.reading import NationalRead, Wanted
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, holder, row, stretched
from fieldkit.work.national.columns import FIELDS, label, missing_fields

_NEEDED: Final = frozenset({"nik", "status"})
_KINDS: Final = (FileKind.STATUSES, FileKind.COUNTS)


class FileColumns(QWidget):
    """Nothing is checked before the kind, the day and the needed columns are known."""

    checked = Signal(object)
    """What was chosen: a Wanted."""
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._read: NationalRead | None = None
        self._file = Label("", "second-strong", elide=True)
        self._note = IconText("info", "", "second", "info", size=16)
        kinds = [Choice(FileKind.STATUSES, tr("Status warga")), Choice(FileKind.COUNTS, tr("Angka wilayah"))]
        self.kind = ChoiceGroup(tr("Isi berkas"), kinds, columns=2)
        sources = [Choice(Source.NATIONAL, tr("Pusat")), Choice(Source.LOCAL, tr("Data lokal"))]
        self.source = ChoiceGroup(tr("Menurut"), sources, columns=2)
        self.name = TextField(tr("Nama berkas"), limit=80)
        self.as_of = DateField(tr("Keadaan per tanggal"))
        self.boxes = {
            kind: {field: FieldBox(field, _word(field), is_needed=field in _NEEDED) for field in FIELDS[kind]}
            for kind in _KINDS
        }
        self.check_button = Button(tr("Periksa"), "primary", key="Ctrl+Enter", size="main", press=self.check)
        self.back_button = Button(tr("Kembali"), key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.back_button, self.check_button)
        self._grids = QStackedWidget()
        self._arrange()

    def show_file(self, read: NationalRead) -> None:
        """Another file."""
        self._read = read
        self._file.set_text(file_words(read.path.name, read.table.row_count))
        self.name.set_value(read.path.stem[:80])
        self.as_of.set_date(None)
        self.source.set_value(Source.NATIONAL)
        for kind, boxes in self.boxes.items():
            for field, box in boxes.items():
                box.offer(read.table.header, read.samples, read.columns[kind].get(field))
        self.kind.set_value(read.kind)
        self._show_kind()
        self.bar.set_left("")

    def check(self) -> None:
        """Go on, if nothing is missing."""
        wrong = self._mark_missing()
        self.bar.set_left(tr("{n} isian belum benar.", n=wrong) if wrong else "")
        day = self.as_of.date()
        if not wrong and day is not None:
            self.checked.emit(Wanted(self._kind(), self._columns(), self.name.value().strip(), self._source(), day))

    def focus_first(self) -> None:
        """To the day, which no file tells by itself."""
        self.as_of.focus_answer()

    def _kind(self) -> FileKind:
        return FileKind(self.kind.value() or FileKind.STATUSES)

    def _source(self) -> Source:
        is_of_people = self._kind() is FileKind.STATUSES
        return Source.NATIONAL if is_of_people else Source(self.source.value() or Source.NATIONAL)

    def _columns(self) -> dict[str, str]:
        titles = {field: box.title() for field, box in self.boxes[self._kind()].items()}
        return {field: title for field, title in titles.items() if title is not None}

    def _mark_missing(self) -> int:
        """Say at each part what is missing, and go to the first of them."""
        wrong: list[Findings] = []
        if not self.name.value().strip():
            wrong.append(_marked(self.name, tr("Nama berkas masih kosong.")))
        if self.as_of.date() is None:
            words = tr("Berkas ini keadaan per tanggal berapa? Tulis seperti 05-01-2018.")
            wrong.append(_marked(self.as_of, words))
        for field in missing_fields(self._kind(), self._columns()):
            words = tr("Kolom {field} belum dipilih.", field=say(label(field)))
            wrong.append(_marked(self.boxes[self._kind()][field].box, words))
        if wrong:
            wrong[0].focus_answer()
        return len(wrong)

    def _show_kind(self) -> None:
        kind = self._kind()
        self._grids.setCurrentIndex(_KINDS.index(kind))
        self.source.setVisible(kind is FileKind.COUNTS)
        is_remembered = self._read is not None and kind in self._read.remembered
        words = (
            tr("Kolom diingat dari berkas terakhir dengan susunan ini. Cocokkan dengan contohnya.")
            if is_remembered
            else tr("Kolom ditebak dari judulnya. Cocokkan dengan contoh di bawahnya.")
        )
        self._note.set(words, "info")

    def _arrange(self) -> None:
        for boxes in self.boxes.values():
            self._grids.addWidget(Scrolled(holder(column(FieldGrid(list(boxes.values())), None))))
            for box in boxes.values():
                box.changed.connect(box.box.clear_finding)
        head = row(stretched(self.name, 3), stretched(self.as_of, 2), gap=12)
        kinds = row(stretched(self.kind), stretched(self.source), gap=12)
        column(
            row(stretched(self._file), self._note, gap=12),
            kinds,
            head,
            stretched(self._grids),
            self.bar,
            gap=10,
            inside=self,
        )
        names = {"file_kind": self.kind, "file_source": self.source, "file_name": self.name, "file_as_of": self.as_of}
        for name, part in {**names, "check_file": self.check_button, "file_note": self._note}.items():
            part.setObjectName(name)
        self.kind.chosen.connect(lambda _kind: self._show_kind())
        for field in (self.name, self.as_of):
            field.edited.connect(lambda _typed, here=field: here.clear_finding())


def _word(field: str) -> str:
    word = say(label(field))
    return word[:1].upper() + word[1:]


def _marked(part: Findings, words: str) -> Findings:
    part.set_finding(Severity.STOP, words)
    return part
