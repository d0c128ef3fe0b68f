"""The page itself: a look goes on in a lane of its own, so that nothing that is saved meanwhile waits for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from fieldkit.checkup.look import Laptop, Moment
from fieldkit.checkup.support import support_of
from fieldkit.domain.checkup.finding import Finding, Grade
from fieldkit.host.files import write_out
from fieldkit.store.keeping.looking import reader
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import tr
from fieldkit.ui.pages.checkup.findings_card import FindingsCard
from fieldkit.ui.pages.checkup.looking import LOOK, IsOver, Looking
from fieldkit.ui.pages.checkup.side import FindingSide
from fieldkit.ui.pages.checkup.support_sheet import SupportSheet, asked_file
from fieldkit.ui.shell.page import Page, PageAsked
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.ui.widgets.overlays import Drawer

_SIDE = 384
_SHEET = 720


class CheckupPage(Page):
    """Looks once it is shown, and again when asked; what is saved meanwhile does not wait for it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Pemeriksaan laptop")
        self._context = context
        self._came_from = ""
        self._looking: Looking | None = None
        self._findings: list[Finding] = []
        self._text = ""
        self.card, self.side, self.sheet = FindingsCard(), FindingSide(), SupportSheet()
        self._again = Button(tr("Periksa lagi"), "primary", key="Ctrl+Enter", press=self.look)
        self._columns = Columns([(self.card, None), (self.side, _SIDE)], side_key="Ctrl+J", side_title=tr("Rincian"))
        self.add(stretched(self._columns))
        self._drawer = Drawer(self, tr("Berkas bantuan"), self.sheet, width=_SHEET)
        self._drawer.setObjectName("support_drawer")
        self.primary = self._again
        self._listen()

    def subtitle(self) -> str:
        """How it stands altogether."""
        if self._looking is not None:
            return tr("Sedang diperiksa; pekerjaan lain jalan terus")
        return _summary(self._findings)

    def header_slot(self) -> QWidget:
        """The file for a helper, another look, and the way back."""
        support = Button(tr("Berkas bantuan"), key="Ctrl+P", press=self.prepare)
        back = Button(tr("Kembali bekerja"), "quiet", key="Esc", press=self.step_out)
        self._details = Button(tr("Rincian"), key="Ctrl+J", press=self._columns.open_side)
        self._back = back
        slot = holder(row(back, self._details, support, self._again, gap=8))
        # Which of the two has room is known once the columns lie: both at once would widen the window for good.
        self._details.hide()
        back.hide()
        self._columns.settled.connect(self._show_ways)
        return slot

    def keys(self) -> list[tuple[str, str]]:
        """Keys of this page."""
        return [
            ("Ctrl+Enter", tr("Periksa lagi; di berkas bantuan: simpan")),
            ("Ctrl+P", tr("Berkas bantuan untuk kantor, tanpa data pribadi")),
            ("Ctrl+J", tr("Ke rincian; panah dan PgDn menggulirnya")),
            (tr("Esc"), tr("Kembali bekerja; yang diketik tetap ada")),
        ]

    def opened_with(self, argument: object) -> None:
        """Where somebody came from, and goes back to."""
        if isinstance(argument, PageAsked):
            self._came_from = argument.page

    def shown(self) -> None:
        """Look, unless that goes on already."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.look()

    def step_out(self) -> bool:
        """Out of the file, then back to the page that somebody came from."""
        if not self._drawer.close_drawer() and not self._columns.close_side():
            self.go.emit(self._came_from or "sync", None)
        return True

    def look(self) -> None:
        """Look at everything anew."""
        if self._looking is not None:
            return
        self._findings = []
        looking = self._looking = Looking(self._laptop, self._context.lanes, self)
        looking.moment.connect(self._on_moment)
        looking.ended.connect(self._end)
        looking.failed.connect(self._on_failure)
        self._again.setEnabled(False)
        self.header_changed.emit()
        looking.go_on()

    def prepare(self) -> None:
        """Put the file together, and show it."""
        if self._looking is None:
            laptop, findings = self._laptop(self._context.lanes.is_closed), list(self._findings)
            self._context.ask(self, lambda: support_of(laptop, findings), self._show_sheet, lane=LOOK)

    def _laptop(self, is_over: IsOver) -> Laptop:
        context = self._context
        path, key = context.store.path, context.store.key
        return Laptop(context.folders, context.computer, context.clock, lambda: reader(path, key, is_over))

    def _on_moment(self, moment: Moment) -> None:
        self.card.show_moment(moment)
        if moment.finding is not None:
            self._findings.append(moment.finding)

    def _on_failure(self, problem: Exception) -> None:
        self._end()
        self._context.messages.show_failure(problem)

    def _end(self) -> None:
        if self._looking is not None:
            self._looking.deleteLater()
        self._looking = None
        self._again.setEnabled(True)
        self.card.show_findings(self._findings)
        self.side.show_finding(self.card.selected())
        if self.hasFocus():
            self.card.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.header_changed.emit()

    def _show_ways(self) -> None:
        """Where it is narrow there is room for the details or for the way back, which F1 names as well."""
        self._details.setVisible(self._columns.narrow())
        self._back.setVisible(not self._columns.narrow())

    def _show_sheet(self, text: str) -> None:
        self._text = text
        self.sheet.show_text(text)
        self.primary = self.sheet.save_button
        self._again.hide()
        self._drawer.open_drawer()

    def _sheet_closed(self) -> None:
        self.primary = self._again
        self._again.show()

    def _save(self) -> None:
        path, content = asked_file(self, self._context.clock.now_utc()), self._text.encode()
        if path is not None:
            self._context.ask(self, lambda: write_out(path, content), lambda _: self._saved(), lane="network")

    def _saved(self) -> None:
        self._drawer.close_drawer()
        self._context.messages.done(
            tr("Berkas bantuan tersimpan"), tr("Isinya hanya yang tadi tampil. Kirim ke kantor lewat surel atau USB.")
        )

    def _listen(self) -> None:
        self.card.table.selected_row.connect(lambda _row: self.side.show_finding(self.card.selected()))
        self.card.table.activated_row.connect(lambda _row: self._columns.open_side())
        self.sheet.save_asked.connect(self._save)
        self._drawer.closed.connect(self._sheet_closed)
        bind(self, "Ctrl+P", self.prepare)
        bind(self, "Ctrl+J", self._columns.open_side)


def _summary(findings: list[Finding]) -> str:
    urgent = sum(finding.grade is Grade.STOP for finding in findings)
    open_ = sum(finding.grade is Grade.LOOK for finding in findings)
    if urgent:
        return tr("{n} perlu tindakan, {m} perlu dilihat", n=count(urgent), m=count(open_))
    if open_:
        return tr("{m} perlu dilihat, yang lain baik", m=count(open_))
    return tr("Tidak ada yang perlu tindakan") if findings else ""
