"""The findings, what wants somebody first; while a look goes on, how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fieldkit.checkup.look import Moment
from fieldkit.domain.checkup.finding import Finding, Grade, topic_name
from fieldkit.ui.language import say, tr
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.cards import BarTrack, Card
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, holder, stretched

TONES: Final = {Grade.FINE: "ok", Grade.UNKNOWN: "mute", Grade.LOOK: "warn", Grade.STOP: "err"}
_URGENT_FIRST: Final = (Grade.STOP, Grade.LOOK, Grade.UNKNOWN, Grade.FINE)


def grade_words(grade: Grade) -> str:
    """How a finding stands."""
    return {
        Grade.FINE: tr("Baik"),
        Grade.UNKNOWN: tr("Belum diketahui"),
        Grade.LOOK: tr("Perlu dilihat"),
        Grade.STOP: tr("Perlu tindakan"),
    }[grade]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding in the table."""

    id: str
    finding: Finding


class FindingsCard(Card):
    """One line a topic."""

    def __init__(self) -> None:
        super().__init__(tr("Yang ditemukan"), gap=8, edges=(12, 12, 12, 8))
        self._now, self._track = Label("", "second", "ink2"), BarTrack(6, name=tr("Pemeriksaan"))
        self.progress = holder(column(self._now, self._track, gap=6, edges=(0, 0, 0, 4)))
        columns = [
            Column(tr("Bagian"), lambda row: say(topic_name(row.finding.topic))),
            Column(
                tr("Keadaan"), lambda row: say(row.finding.what), width="stretch", tip=lambda row: say(row.finding.what)
            ),
            Column(
                "",
                lambda row: (grade_words(row.finding.grade), TONES[row.finding.grade]),
                kind="badge",
                said=tr("Status"),
            ),
        ]
        self.table = Table(RowsModel(columns), name=tr("Yang ditemukan"))
        self.add(self.progress, stretched(self.table))

    def show_moment(self, moment: Moment) -> None:
        """What is looked at now."""
        self.progress.show()
        words = tr(
            "Memeriksa {what} … {n} dari {total}",
            what=say(topic_name(moment.topic)).lower(),
            n=moment.done + 1,
            total=moment.total,
        )
        self._now.set_text(words)
        self._track.set((moment.done + 1) / moment.total)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """All of them; the selection stays where it was."""
        self.progress.hide()
        ordered = sorted(findings, key=lambda finding: _URGENT_FIRST.index(finding.grade))
        self.table.rows_model.set_rows([FindingRow(finding.topic, finding) for finding in ordered])
        if self.table.selected() is None and ordered:
            self.table.select(ordered[0].topic)

    def selected(self) -> Finding | None:
        """The finding that is selected."""
        row: FindingRow | None = self.table.selected()
        return row.finding if row is not None else None
