"""What a dry run found: figures, villages, findings by row, and what differs from this laptop."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.records.regions import RegionTable
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.lists.difference_panel import DifferencePanel
from fieldkit.ui.pages.office.lists.reading import Checked, NumberedFinding, VillageCount
from fieldkit.ui.pages.office.lists.wording import field_word, finding_badge, finding_words, total_sum
from fieldkit.ui.places import village_label
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import EmptyState, Figure, Notice, Sunken
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, row, rule, stretched
from fieldkit.work.lists.dry_run import DryRun

_FINDINGS: Final = "findings"
_DIFFERENCES: Final = "differences"


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
            "gone": Figure(tr("Tidak ada lagi"), tight=True),
        }
        self.rounded = Notice(tone="warn")
        self.villages = Table(RowsModel(self._village_columns()), name=tr("Per kelurahan"))
        self.findings = Table(RowsModel(finding_columns()), name=tr("Kesalahan per baris"))
        self._sound = EmptyState("check-circle", tr("Semua baris baik"), tr("Tidak ada yang perlu dibetulkan."))
        self.part = ChoiceGroup(tr("Tampilkan"), [])
        self.differences = DifferencePanel(regions)
        self._stack, self._parts = QStackedWidget(), QStackedWidget()
        self._whole, self._sum = Label("", "second", "ink2", elide=True), Label("", "second-strong")
        self._arrange()

    def show_checked(self, checked: Checked) -> None:
        """What was found."""
        run = checked.run
        self._show_figures(run)
        gone = checked.gone
        self.figures["gone"].setVisible(gone is not None)
        self.figures["gone"].set(count(gone or 0), foot=tr("di versi lama saja"), tone="warn" if gone else "")
        self.rounded.setVisible(run.rounded_niks_suspected)
        self.villages.rows_model.set_rows(checked.villages)
        self.findings.rows_model.set_rows(checked.findings)
        self._stack.setCurrentWidget(self.findings if checked.findings else self._sound)
        if checked.findings:
            self.findings.setCurrentIndex(self.findings.rows_model.index(0, 0))
        self.differences.show_checked(checked)
        self._offer_parts(len(checked.findings), len(checked.differences))

    def show_findings_alone(self) -> None:
        """Nothing can be chosen any more: the findings stay."""
        self.part.hide()
        self.part.set_value(_FINDINGS)
        self._show_part(_FINDINGS)

    def _offer_parts(self, findings: int, differing: int) -> None:
        """Without a difference there is nothing to choose between."""
        self.part.setVisible(differing > 0)
        self.part.set_choices(
            [
                Choice(_FINDINGS, tr("Kesalahan per baris, {n}", n=count(findings))),
                Choice(_DIFFERENCES, tr("Beda dengan laptop ini, {n}", n=count(differing))),
            ]
        )
        first = _FINDINGS if findings or not differing else _DIFFERENCES
        self.part.set_value(first)
        self._show_part(first)

    def focus_first(self) -> None:
        """To what is shown."""
        if self._parts.currentWidget() is self.differences:
            self.differences.focus_first()
        else:
            self.findings.setFocus()

    def _show_part(self, part: str) -> None:
        self._parts.setCurrentIndex((_FINDINGS, _DIFFERENCES).index(part))
        found = self.findings.selected() if part == _FINDINGS else None
        self._whole.set_text(words_of_finding(found) if found else "")

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
        self.figures["gone"].hide()
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
        self._parts.addWidget(holder(row(stretched(self.villages, 1), stretched(self._stack, 3), gap=12)))
        self._parts.addWidget(self.differences)
        column(
            self._strip(),
            self.rounded,
            self.part,
            stretched(self._parts),
            row(stretched(self._whole), self._sum, gap=16),
            gap=10,
            inside=self,
        )
        self.part.setObjectName("part_of_results")
        self.part.chosen.connect(self._show_part)
        # The column cuts long sentences; the one that is selected is said whole.
        self.findings.selected_row.connect(lambda found: self._whole.set_text(words_of_finding(found) if found else ""))

    def _strip(self) -> Sunken:
        parts: list[QWidget] = []
        for figure in self.figures.values():
            parts += [*([rule(upright=True)] if parts else []), stretched(figure)]
        return Sunken(row(*parts, gap=12))


def _people(found: VillageCount) -> str:
    return count(found.people)


def finding_columns() -> list[Column]:
    """How findings by row are shown."""
    return [
        Column(tr("Baris"), _line, align="right"),
        Column(tr("Kolom"), _field),
        Column(tr("Yang salah"), words_of_finding, width="stretch", tip=words_of_finding),
        Column(tr("Hasil"), _badge, kind="badge"),
    ]


def _line(finding: NumberedFinding) -> str:
    return str(finding.line)


def _field(finding: NumberedFinding) -> str:
    return field_word(finding.problem.field)


def words_of_finding(finding: NumberedFinding) -> str:
    return finding_words(finding.problem)


def _badge(finding: NumberedFinding) -> tuple[str, str]:
    return finding_badge(finding.problem)
