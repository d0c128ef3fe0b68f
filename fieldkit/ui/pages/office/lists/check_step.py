"""Step 3: what an import would do, before anything is written; and step 4, its button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.reading import Checked
from fieldkit.ui.pages.office.lists.results import Results
from fieldkit.ui.pages.office.lists.wording import take_words
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, BarTrack
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched


class Working(QWidget):
    """How far the work is, in words and as a bar."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Label("", "card")
        self._hint = Label(tr("Jendela tetap bisa dipakai. Belum ada yang diubah."), "second", "ink2")
        self.track = BarTrack(10, name=tr("Kemajuan"))
        column(None, self._words, self.track, self._hint, None, gap=8, edges=(0, 20, 0, 20), inside=self)
        self._words.setObjectName("working_words")
        self.track.setObjectName("working_track")

    def show_checking(self, done: int, total: int) -> None:
        """Rows that were looked at."""
        self._words.set_text(tr("Memeriksa {n} dari {total} baris", n=count(done), total=count(total)))
        self._hint.set_text(tr("Jendela tetap bisa dipakai. Belum ada yang diubah. Esc menghentikan."))
        self.track.setVisible(True)
        self.track.set(done / total if total else 0.0)

    def show_taking_in(self, people: int) -> None:
        """People who are being written."""
        self._words.set_text(tr("Memasukkan {n} orang", n=count(people)))
        self._hint.set_text(tr("Semua masuk sekaligus, atau tidak sama sekali. Halaman lain tetap bisa dipakai."))
        self.track.setVisible(False)


class CheckStep(QWidget):
    """The dry run while it runs, what it found, and the button that takes the good rows in."""

    taken = Signal()
    left = Signal()
    saved = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self.working, self.results = Working(), Results(regions)
        self.take_button = Button("", "primary", key="Ctrl+Enter", size="main", press=self.taken.emit)
        self.save_button = Button(tr("Simpan kesalahan"), icon="file-arrow-down", key="Ctrl+P", press=self.saved.emit)
        self.back_button = Button(tr("Kembali"), key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.save_button, self.back_button, self.take_button)
        self._stack = QStackedWidget()
        self._people, self._has_findings = 0, False
        self._arrange()

    @property
    def is_working(self) -> bool:
        """Whether nothing can be chosen yet."""
        return self._stack.currentWidget() is self.working

    def show_checking(self, done: int, total: int) -> None:
        """The dry run is at this row."""
        self.working.show_checking(done, total)
        self._show_work(back=tr("Hentikan"))

    def show_taking_in(self, people: int) -> None:
        """The good rows are being written."""
        self.working.show_taking_in(people)
        self._show_work(back="")

    def show_checked(self, checked: Checked) -> None:
        """What was found, and what can be done about it."""
        self._people, self._has_findings = checked.run.good, bool(checked.findings)
        self.results.show_checked(checked)
        self.show_results_again()

    def show_results_again(self) -> None:
        """What was found last, with the choices that were made there."""
        people = self._people
        self._stack.setCurrentWidget(self.results)
        self.back_button.set_text(tr("Kembali"))
        for button in (self.back_button, self.take_button):
            button.show()
        self.save_button.setVisible(self._has_findings)
        self.take_button.set_text(take_words(people))
        self.take_button.setEnabled(people > 0)
        reason = "" if people else tr("Tidak ada baris yang bisa diambil.")
        self.take_button.set_reason(reason)
        self.bar.set_draft(reason, "warn")

    def show_past(self) -> None:
        """What was found in a list that is in by now: it can be read and saved, and nothing else."""
        self.results.show_findings_alone()
        self._stack.setCurrentWidget(self.results)
        self.take_button.hide()
        self.save_button.show()
        self.back_button.set_text(tr("Kembali"))
        self.back_button.show()
        self.bar.set_draft(tr("Daftar ini sudah masuk; baris yang ditolak atau dobel tidak ikut."))

    def focus_first(self) -> None:
        """To the findings, or to the way back."""
        if self.is_working:
            self.back_button.setFocus()
        else:
            self.results.focus_first()

    def _show_work(self, *, back: str) -> None:
        self._stack.setCurrentWidget(self.working)
        self.save_button.hide()
        self.take_button.hide()
        self.back_button.set_text(back)
        self.back_button.setVisible(bool(back))
        self.bar.set_draft("")

    def _arrange(self) -> None:
        self._stack.addWidget(self.working)
        self._stack.addWidget(self.results)
        column(stretched(self._stack), self.bar, gap=10, inside=self)
        self.take_button.setObjectName("take_in")
        self.save_button.setObjectName("save_findings")
        self.back_button.setObjectName("back_to_columns")
