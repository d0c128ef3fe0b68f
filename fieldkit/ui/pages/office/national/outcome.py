"""Step 3 of the intake: what a file would do, before anything is written; and step 4, its button."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.national.status import status_label
from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.lists.check_step import Working
from fieldkit.ui.pages.office.lists.results import finding_columns
from fieldkit.ui.pages.office.national.reading import NationalChecked
from fieldkit.ui.pages.office.national.wording import place_words
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, EmptyState, Figure, Sunken
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, rule, stretched
from fieldkit.work.national.check import StatusCheck
from fieldkit.work.national.count_rows import CountCheck


@dataclass(frozen=True, slots=True)
class _Part:
    """So many rows of a status, or of a place."""

    id: str
    people: str


class Outcome(QWidget):
    """Figures with their sum, the rows by status or by place, the findings, and the button that takes them in."""

    taken = Signal()
    left = Signal()

    def __init__(self, regions: RegionTable) -> None:
        super().__init__()
        self._regions = regions
        self.working = Working()
        self.figures = {
            "total": Figure(tr("Baris"), tight=True),
            "taken": Figure(tr("Diambil"), tight=True),
            "refused": Figure(tr("Ditolak"), tight=True),
            "strangers": Figure(tr("Tidak dikenal di sini"), tight=True),
            "older": Figure(tr("Lebih lama"), tight=True),
            "unknown": Figure(tr("Status tak dikenal"), tight=True),
        }
        self.parts = Table(RowsModel(_part_columns()), name=tr("Isi berkas"))
        self.findings = Table(RowsModel(finding_columns()), name=tr("Kesalahan per baris"))
        self._sound = EmptyState("check-circle", tr("Semua baris baik"), tr("Tidak ada yang perlu dibetulkan."))
        self.sum, self.lists = Label("", "second-strong"), Label("", "second", "ink2", elide=True)
        self.take_button = Button("", "primary", key="Ctrl+Enter", size="main", press=self.taken.emit)
        self.back_button = Button(tr("Kembali"), key=tr("Esc"), press=self.left.emit)
        self.bar = ActionBar(self.back_button, self.take_button)
        self._stack, self._found, self._results = QStackedWidget(), QStackedWidget(), QWidget()
        self._arrange()

    def show_checking(self, done: int, total: int) -> None:
        """The dry run is at this row."""
        self.working.show_checking(done, total)
        self._show_work(tr("Hentikan"))

    def show_taking_in(self, rows: int) -> None:
        """The rows are being written."""
        self.working.show_taking_in(rows)
        self._show_work("")

    def show_checked(self, checked: NationalChecked) -> None:
        """What was found, and what can be done about it."""
        if checked.statuses is not None:
            self._show_statuses(checked.statuses)
        elif checked.counts is not None:
            self._show_counts(checked.counts)
        self.findings.rows_model.set_rows(checked.findings)
        self._found.setCurrentWidget(self.findings if checked.findings else self._sound)
        self.take_button.set_text(tr("Masukkan {n} baris", n=count(checked.taken)))
        self.take_button.setEnabled(checked.taken > 0)
        self.bar.set_draft("" if checked.taken else tr("Tidak ada baris baru yang bisa diambil."), "warn")
        self.show_results_again()

    def show_results_again(self) -> None:
        """What was found last."""
        self._stack.setCurrentWidget(self._results)
        self.back_button.set_text(tr("Kembali"))
        self.back_button.show()
        self.take_button.show()

    def focus_first(self) -> None:
        """To the findings, or to the way back."""
        if self._stack.currentWidget() is self._results:
            (self.findings if self._found.currentWidget() is self.findings else self.take_button).setFocus()
        else:
            self.back_button.setFocus()

    def _show_statuses(self, found: StatusCheck) -> None:
        figures = self.figures
        changed = tr("{n} berubah", n=count(found.changed))
        figures["total"].set(count(found.total), foot=tr("di berkas"))
        figures["taken"].set(count(found.taken), foot=changed)
        figures["refused"].set(count(found.refused), foot=tr("tidak diambil"), tone="err" if found.refused else "")
        figures["strangers"].set(count(found.strangers), foot=tr("dihitung saja"))
        figures["older"].set(count(found.older), foot=tr("disimpan, tidak mengganti"))
        unknown = sum(found.unknown.values())
        figures["unknown"].set(count(unknown), foot=tr("disimpan apa adanya"), tone="warn" if unknown else "")
        self._show_part("older", "unknown", "strangers", on=True)
        self.sum.set_text(
            tr(
                "{taken} diambil + {refused} ditolak + {strangers} tak dikenal + {rest} sudah ada = {total}",
                taken=count(found.taken),
                refused=count(found.refused),
                strangers=count(found.strangers),
                rest=count(found.already + found.doubles),
                total=count(found.total),
            )
        )
        told = sum(found.on_list_told.values())
        self.lists.set_text(
            tr(
                "Dari warga di daftar: {told} ada di berkas, {rest} tidak.",
                told=count(told),
                rest=count(found.not_told),
            )
        )
        known = [
            _Part(say(status_label(status)), count(n)) for status, n in found.by_status.items() if status != "other"
        ]
        other = [_Part(tr("{raw} (tak dikenal)", raw=raw), count(n)) for raw, n in found.unknown.items()]
        self.parts.rows_model.set_rows([*known, *other])

    def _show_counts(self, found: CountCheck) -> None:
        figures = self.figures
        figures["total"].set(count(found.total), foot=tr("di berkas"))
        doubtful = tr("{n} tidak klop, disimpan apa adanya", n=count(found.doubtful))
        figures["taken"].set(count(found.taken), foot=doubtful if found.doubtful else tr("semua klop"))
        figures["refused"].set(count(found.refused), foot=tr("tidak diambil"), tone="err" if found.refused else "")
        self._show_part("older", "unknown", "strangers", on=False)
        self.sum.set_text(
            tr(
                "{taken} diambil + {refused} ditolak = {total}",
                taken=count(found.taken),
                refused=count(found.refused),
                total=count(found.total),
            )
        )
        self.lists.set_text(tr("Angka yang tidak klop ditandai, tidak pernah dibetulkan."))
        places = [
            _Part(place_words(self._regions, each.place), count(each.count.recorded or 0)) for each in found.counts
        ]
        self.parts.rows_model.set_rows(places)

    def _show_part(self, *names: str, on: bool) -> None:
        for name in names:
            self.figures[name].setVisible(on)

    def _show_work(self, back: str) -> None:
        self._stack.setCurrentWidget(self.working)
        self.take_button.hide()
        self.back_button.set_text(back)
        self.back_button.setVisible(bool(back))
        self.bar.set_draft("")

    def _arrange(self) -> None:
        self._found.addWidget(self.findings)
        self._found.addWidget(self._sound)
        strip: list[QWidget] = []
        for name, figure in self.figures.items():
            figure.setObjectName(f"national_{name}")
            strip += [*([rule(upright=True)] if strip else []), stretched(figure)]
        tables = row(stretched(self.parts, 1), stretched(self._found, 2), gap=12)
        held = QWidget()
        tables_holder = column(tables, inside=held)
        tables_holder.setContentsMargins(0, 0, 0, 0)
        foot = row(stretched(self.lists), self.sum, gap=16)
        column(Sunken(row(*strip, gap=12)), stretched(held), foot, gap=10, inside=self._results)
        self._stack.addWidget(self.working)
        self._stack.addWidget(self._results)
        column(stretched(self._stack), self.bar, gap=10, inside=self)
        names = {"national_parts": self.parts, "national_findings": self.findings, "national_sum": self.sum}
        for name, part in {**names, "national_take": self.take_button, "national_on_list": self.lists}.items():
            part.setObjectName(name)


def _part_columns() -> list[Column]:
    return [
        Column(tr("Isi"), lambda part: part.id, width="stretch", tip=lambda part: part.id),
        Column(tr("Baris"), lambda part: part.people, align="right", kind="strong"),
    ]
