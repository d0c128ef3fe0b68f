"""Step 2: which column holds what, and what the list is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.records.regions import Region
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.reading import FileRead
from fieldkit.ui.pages.office.lists.wording import field_word, file_words, sample_words
from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.entries import DateField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import IconText, Label
from fieldkit.ui.widgets.layouts import column, holder, lay, row, set_gaps, stretched
from fieldkit.work.lists.mapping import ColumnMapping, is_reduced, mapping_from, missing_fields

_FIELDS: Final = (
    "name", "nik", "nik_tail", "kk",
    "birth_date", "birth_place", "sex", "marital",
    "address", "rt", "rw", "rt_rw",
    "village", "district", "phone",
)  # fmt: skip
_NEEDED: Final = ("name", "village")
_LEAST_WIDTH: Final = 230
_MOST_COLUMNS: Final = 4
_NONE: Final = "-"
"""Answer of a box for a field that the file does not have; no column is called so."""


class FieldBox(QWidget):
    """One field: its column, and the first cells of that."""

    changed = Signal()

    def __init__(self, field: str, word: str, *, is_needed: bool) -> None:
        super().__init__()
        self.box = ComboBox(word, hint=tr("wajib") if is_needed else "")
        self._sample = Label("", "hint", elide=True)
        self._samples: dict[str, tuple[str, ...]] = {}
        _keep_narrow(self.box.combo)
        self.box.setObjectName(f"column_{field}")
        self.box.chosen.connect(lambda _title: self._on_chosen())
        column(self.box, self._sample, None, gap=2, inside=self)

    def offer(self, header: Sequence[str], samples: Mapping[str, tuple[str, ...]], title: str | None) -> None:
        """The columns of a file, and the one that is probably meant."""
        self._samples = dict(samples)
        self.box.set_options([(_NONE, tr("tidak ada")), *((name, name) for name in header)])
        self.box.set_value(title or _NONE)
        self.box.clear_finding()
        self._show_sample()

    def title(self) -> str | None:
        """The column chosen; None for a field that the file does not have."""
        value = self.box.value()
        return None if value in (None, _NONE) else value

    def _on_chosen(self) -> None:
        self._show_sample()
        self.changed.emit()

    def _show_sample(self) -> None:
        title = self.title()
        self._sample.set_text(sample_words(self._samples.get(title, ())) if title else "–")


class FieldGrid(QWidget):
    """The fields in as many columns as there is room for."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts, self._columns = list(parts), 0
        self._grid = QGridLayout(self)
        set_gaps(self._grid, 12)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fewer columns where it is narrow."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Fewer columns where the text is large."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place()

    def _place(self) -> None:
        columns = max(1, min(_MOST_COLUMNS, self.width() // look().px(_LEAST_WIDTH)))
        if columns == self._columns:
            return
        self._columns = columns
        lay(self._grid, self._parts, columns)
        for at in range(_MOST_COLUMNS):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)


class MappingStep(QWidget):
    """Columns, name and date of the list, one village for all where the file does not tell."""

    checked = Signal()
    left = Signal()
    sheet_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._read: FileRead | None = None
        self._file = Label("", "second-strong", elide=True)
        self._note = IconText("info", "", "second", "info", size=16)
        self.name = TextField(tr("Nama daftar"), limit=80)
        self.as_of = DateField(tr("Keadaan per tanggal"))
        self.sheet = ComboBox(tr("Lembar"))
        self.former = ComboBox(tr("Versi baru dari"))
        self.village = ComboBox(tr("Satu kelurahan"), hint=tr("bila berkas tidak menulisnya"))
        self.fields = {field: FieldBox(field, field_word(field), is_needed=field in _NEEDED) for field in _FIELDS}
        self.check_button = Button(tr("Periksa"), "primary", key="Ctrl+Enter", size="main", press=self.check)
        self.back_button = Button(tr("Kembali"), key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.back_button, self.check_button)
        self._arrange()
        self._listen()

    def show_file(self, read: FileRead, villages: Sequence[Region], former: Sequence[tuple[str, str]] = ()) -> None:
        """Another file, or another sheet of it; `former` are the lists of which it may be a newer version."""
        is_other = self._read is None or self._read.path != read.path
        self._read = read
        self._file.set_text(file_words(read.path.name, read.table.row_count))
        if is_other:
            self.name.set_value(read.path.stem[:80])
            self.as_of.set_date(None)
            self.former.set_options([(_NONE, tr("bukan, daftar baru")), *former])
            self.former.set_value(_NONE)
            self.former.setVisible(bool(former))
        self._offer_places(read, villages, is_other=is_other)
        columns = read.mapping.columns()
        for field, box in self.fields.items():
            box.offer(read.table.header, read.samples, columns.get(field))
        for part in (self.name, self.as_of, self.village):
            part.clear_finding()
        self.bar.set_left("")
        self._follow()

    def mapping(self) -> ColumnMapping:
        """The columns as chosen."""
        return mapping_from({field: title for field, box in self.fields.items() if (title := box.title())})

    def list_name(self) -> str:
        """What the list is called."""
        return self.name.value().strip()

    def list_date(self) -> date | None:
        """The day that the list is of."""
        return self.as_of.date()

    def former_id(self) -> str:
        """The list that this one is a newer version of; empty for a list of its own."""
        value = self.former.value()
        return "" if value in (None, _NONE) else str(value)

    def chosen_village(self) -> str | None:
        """One village for all rows; only where the file has no column for it."""
        value = self.village.value()
        return None if self.fields["village"].title() or value in (None, _NONE) else value

    def check(self) -> None:
        """Go on, if nothing is missing."""
        wrong = self._mark_missing()
        self.bar.set_left(tr("{n} isian belum benar.", n=wrong) if wrong else "")
        if not wrong:
            self.checked.emit()

    def focus_first(self) -> None:
        """To what is still open."""
        if missing_fields(self.mapping(), village_chosen=self.chosen_village() is not None):
            first = next(field for field in _NEEDED if self.fields[field].title() is None)
            self.fields[first].box.focus_answer()
        else:
            (self.as_of if self.list_name() else self.name).focus_answer()

    def _mark_missing(self) -> int:
        """Say at each part what is missing, and go to the first of them."""
        wrong: list[Findings] = []
        if not self.list_name():
            wrong.append(_marked(self.name, tr("Nama daftar masih kosong.")))
        if self.list_date() is None:
            words = tr("Daftar ini keadaan per tanggal berapa? Tulis seperti 23-02-2019.")
            wrong.append(_marked(self.as_of, words))
        for field in missing_fields(self.mapping(), village_chosen=self.chosen_village() is not None):
            words = tr(
                "Kolom {field} belum dipilih. Tanpa itu tidak ada baris yang bisa dipakai.", field=_inside(field)
            )
            wrong.append(_marked(self.fields[field].box, words))
        if wrong:
            wrong[0].focus_answer()
        return len(wrong)

    def _offer_places(self, read: FileRead, villages: Sequence[Region], *, is_other: bool) -> None:
        names = sorted((region.name, region.code) for region in villages)
        self.village.set_options([(_NONE, tr("tidak ada")), *((code, name) for name, code in names)])
        if is_other:
            self.village.set_value(_NONE)
        self.sheet.set_options([(name, name) for name in read.table.sheet_names])
        self.sheet.set_value(read.table.sheet)
        self.sheet.setVisible(len(read.table.sheet_names) > 1)

    def _follow(self) -> None:
        """Say what kind of list this is."""
        has_village = self.fields["village"].title() is not None
        self.village.setEnabled(not has_village)
        if has_village:
            self.fields["village"].box.clear_finding()
            self.village.set_value(_NONE)
        if self.fields["name"].title() is not None:
            self.fields["name"].box.clear_finding()
        self._note.set(self._kind_of_list(), "info")

    def _kind_of_list(self) -> str:
        if is_reduced(self.mapping()):
            return tr("Daftar ringkas: tanpa NIK utuh, orang dikenali dari nama, RT/RW, dan ujung NIK.")
        if self._read is not None and self._read.is_remembered:
            return tr("Kolom diingat dari daftar terakhir dengan susunan ini. Cocokkan dengan contohnya.")
        return tr("Kolom ditebak dari judulnya. Cocokkan dengan contoh di bawahnya.")

    def _arrange(self) -> None:
        middle = QWidget()
        boxes: list[QWidget] = [
            *self.fields.values(),
            *(holder(column(part, None)) for part in (self.village, self.former)),
        ]
        for combo in (self.village.combo, self.sheet.combo, self.former.combo):
            _keep_narrow(combo)
        head = row(
            stretched(self.name, 3),
            stretched(self.as_of, 2),
            stretched(self.sheet, 2),
            gap=12,
        )
        column(head, FieldGrid(boxes), None, gap=12, edges=(0, 0, 6, 0), inside=middle)
        column(
            row(stretched(self._file), self._note, gap=12),
            stretched(Scrolled(middle)),
            self.bar,
            gap=10,
            inside=self,
        )
        names = {"list_name": self.name, "as_of": self.as_of, "sheet": self.sheet, "former": self.former}
        buttons = {"check_list": self.check_button, "back_to_file": self.back_button}
        for name, part in {
            **names,
            **buttons,
            "all_rows_village": self.village,
            "list_kind": self._note,
            "file_line": self._file,
        }.items():
            part.setObjectName(name)

    def _listen(self) -> None:
        for box in self.fields.values():
            box.changed.connect(self._follow)
        self.name.edited.connect(lambda _typed: self.name.clear_finding())
        self.as_of.edited.connect(lambda _typed: self.as_of.clear_finding())
        self.village.chosen.connect(lambda _code: self.fields["village"].box.clear_finding())
        self.sheet.chosen.connect(self.sheet_chosen)


def _marked(part: Findings, words: str) -> Findings:
    part.set_finding(Severity.STOP, words)
    return part


def _inside(field: str) -> str:
    """The name of a field inside a sentence."""
    word = field_word(field)
    return word if word.isupper() else word[:1].lower() + word[1:]


def _keep_narrow(combo: QComboBox) -> None:
    # A file may have titles as long as a sentence; they must not push the page apart.
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(6)
