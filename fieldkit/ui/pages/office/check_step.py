"""Step 3: what an import would do, before anything is written; and step 4, its button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.reading import Checked, NumberedFinding, VillageCount
from fieldkit.ui.pages.office.wording import field_word, finding_badge, finding_words, take_words, total_sum
from fieldkit.ui.places import village_label
from fieldkit.ui.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, BarTrack, EmptyState, Figure, Notice, Sunken
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched
from fieldkit.work.lists.dry_run import DryRun


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


class Results(QWidget):
    """Figures, villages, and findings by row."""

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self.figures = {
            "total": Figure(tr("Baris")),
            "good": Figure(tr("Baik")),
            "refused": Figure(tr("Ditolak")),
            "doubles": Figure(tr("Dobel")),
            "warned": Figure(tr("Perlu dilihat")),
            "known": Figure(tr("Sudah ada")),
        }
        self.rounded = Notice(tone="warn")
        self.villages = Table(RowsModel(self._village_columns()), name=tr("Per kelurahan"))
        self.findings = Table(RowsModel(_finding_columns()), name=tr("Kesalahan per baris"))
        self._sound = EmptyState("check-circle", tr("Semua baris baik"), tr("Tidak ada yang perlu dibetulkan."))
        self._stack = QStackedWidget()
        self._whole, self._sum = Label("", "second", "ink2", elide=True), Label("", "second-strong")
        self._arrange()

    def show_checked(self, checked: Checked) -> None:
        """What was found."""
        run = checked.run
        self._show_figures(run)
        self.rounded.setVisible(run.rounded_niks_suspected)
        self.villages.rows_model.set_rows(checked.villages)
        self.findings.rows_model.set_rows(checked.findings)
        self._stack.setCurrentWidget(self.findings if checked.findings else self._sound)
        if checked.findings:
            self.findings.setCurrentIndex(self.findings.rows_model.index(0, 0))

    def _show_figures(self, run: DryRun) -> None:
        figures, among = self.figures, tr("termasuk baik")
        figures["total"].set(count(run.total), foot=tr("di berkas"))
        self._sum.set_text(total_sum(run))
        figures["good"].set(count(run.good), foot=tr("{n} tanpa NIK utuh", n=count(run.without_nik)))
        figures["refused"].set(count(run.refused), foot=tr("tidak diambil"), tone="err" if run.refused else "")
        figures["doubles"].set(count(run.doubles_in_file), foot=tr("diambil sekali"))
        figures["warned"].set(count(run.with_warnings), foot=among, tone="warn" if run.with_warnings else "")
        figures["known"].set(count(run.known_already), foot=among)

    def _village_columns(self) -> list[Column]:
        return [
            Column(tr("Kelurahan"), lambda found: village_label(self._regions, found.id), width="stretch"),
            Column(tr("Orang"), _people, align="right", kind="strong"),
        ]

    def _arrange(self) -> None:
        for name, figure in self.figures.items():
            figure.setObjectName(f"rows_{name}")
        self.rounded.set(
            tr("Banyak NIK berakhir angka 0"),
            tr("Biasanya karena Excel membulatkan. Bandingkan beberapa dengan KK, atau minta daftar dengan NIK teks."),
        )
        self.rounded.setObjectName("rounded_niks")
        self.villages.setObjectName("by_village")
        self.findings.setObjectName("findings")
        self._whole.setObjectName("finding_words")
        self._sum.setObjectName("rows_sum")
        self._stack.addWidget(self.findings)
        self._stack.addWidget(self._sound)
        tables = holder(row(stretched(self.villages, 1), stretched(self._stack, 3), gap=12))
        column(
            self._strip(),
            self.rounded,
            stretched(tables),
            row(stretched(self._whole), self._sum, gap=16),
            gap=10,
            inside=self,
        )
        # The column cuts long sentences; the one that is selected is said whole.
        self.findings.selected_row.connect(lambda found: self._whole.set_text(_words(found) if found else ""))

    def _strip(self) -> Sunken:
        parts: list[QWidget] = []
        for figure in self.figures.values():
            parts += [*([rule(upright=True)] if parts else []), stretched(figure)]
        return Sunken(row(*parts, gap=12))


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
        people = checked.run.good
        self.results.show_checked(checked)
        self._stack.setCurrentWidget(self.results)
        self.back_button.set_text(tr("Kembali"))
        for button in (self.back_button, self.take_button):
            button.show()
        self.save_button.setVisible(bool(checked.findings))
        self.take_button.set_text(take_words(people))
        self.take_button.setEnabled(people > 0)
        reason = "" if people else tr("Tidak ada baris yang bisa diambil.")
        self.take_button.set_reason(reason)
        self.bar.set_draft(reason, "warn")

    def focus_first(self) -> None:
        """To the findings, or to the way back."""
        (self.back_button if self.is_working else self.results.findings).setFocus()

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


def _people(found: VillageCount) -> str:
    return count(found.people)


def _finding_columns() -> list[Column]:
    return [
        Column(tr("Baris"), _line, align="right"),
        Column(tr("Kolom"), _field),
        Column(tr("Yang salah"), _words, width="stretch", tip=_words),
        Column(tr("Hasil"), _badge, kind="badge"),
    ]


def _line(finding: NumberedFinding) -> str:
    return str(finding.line)


def _field(finding: NumberedFinding) -> str:
    return field_word(finding.problem.field)


def _words(finding: NumberedFinding) -> str:
    return finding_words(finding.problem)


def _badge(finding: NumberedFinding) -> tuple[str, str]:
    return finding_badge(finding.problem)
