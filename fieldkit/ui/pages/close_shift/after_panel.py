"""What comes after the signature, in the drawer: all closings of the shift, opening it again, and corrections."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.roles import LEADS
from fieldkit.domain.shifts.closing import check_correction, check_reopening, may_report
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.close_shift.view import CloseView
from fieldkit.ui.pages.close_shift.wording import why_not_again
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Scrolled
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.work.instants import at_site, moment


class AfterPanel(QWidget):
    """A shift that is closed: its lead opens it again that day, the office later, or adds a correction."""

    printing = Signal(str)
    """The papers of an older closing are wanted; its id."""
    reopening = Signal()
    reporting = Signal()
    listing = Signal()
    """The list of those who were served is wanted."""
    correcting = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._view: CloseView | None = None
        self._role, self._today = "", date.min
        self._closings = RowList(name=tr("Penutupan shift ini"))
        self._closings.acted.connect(self.printing)
        self.reason = NoteField(tr("Alasan membuka lagi"), hint=tr("tanpa nama warga"), lines=3)
        self.correction = NoteField(tr("Koreksi"), hint=tr("angka mana, seharusnya berapa"), lines=3)
        self._what, self._stop = Label("", "hint", wrap=True), Label("", "second-strong", "err", wrap=True)
        self.report_button = Button(tr("Laporan sudah diterima kantor"), press=self.reporting.emit)
        self.attendance = Button(tr("Simpan daftar hadir warga"), "small", press=self.listing.emit)
        self._listed = Label(tr("NIK disamarkan. Siapa yang mengambilnya ikut dicatat."), "hint", wrap=True)
        self.done_button = Button("", "primary", key="Ctrl+Enter", press=self._press)
        self.bar = ActionBar(self.done_button)
        for name, part in {
            "reopen_reason": self.reason,
            "correction": self.correction,
            "report_closing": self.report_button,
            "attendance_list": self.attendance,
            "after_done": self.done_button,
        }.items():
            part.setObjectName(name)
        for field in (self.reason, self.correction):
            field.edited.connect(lambda _typed: self._again())
        self._arrange()

    def show_view(self, view: CloseView, role: str, today: date) -> None:
        """The shift as it was signed; `today` at its site."""
        self._view, self._role, self._today = view, role, today
        self._closings.set_items(_items(view))
        self.attendance.setEnabled(not view.is_open and role in LEADS)
        self.attendance.set_reason("" if role in LEADS else tr("Hanya ketua tim yang mengambil daftar hadir."))
        self._again()

    def clear(self) -> None:
        """Nothing typed is left over from before."""
        self.reason.set_value("")
        self.correction.set_value("")

    @property
    def is_reported(self) -> bool:
        """Whether only corrections are left."""
        return self._view is not None and self._view.standing.is_reported

    def _again(self) -> None:
        view = self._view
        if view is None:
            return
        reported, stops = self.is_reported, self._stops(view)
        self.reason.setVisible(not reported)
        self.correction.setVisible(reported)
        self.setFocusProxy(self.correction if reported else self.reason)
        self.report_button.setVisible(not reported and may_report(self._role))
        self._what.set_text(_what(is_reported=reported))
        words = tr("Tambah koreksi & tanda tangani") if reported else tr("Buka lagi & tanda tangani")
        self.done_button.set_text(words)
        # That nothing is written yet is seen in the empty field.
        told = " ".join(stops) if self._words() else ""
        self._stop.set_text(told)
        self._stop.setVisible(bool(told))
        self.done_button.setEnabled(not stops)
        self.done_button.set_reason(" ".join(stops))

    def _words(self) -> str:
        return (self.correction if self.is_reported else self.reason).value().strip()

    def _stops(self, view: CloseView) -> list[str]:
        if self.is_reported:
            found = check_correction(view.standing, what=self.correction.value())
        else:
            found = check_reopening(view.standing, role=self._role, today=self._today, reason=self.reason.value())
        unwritten = (say(each.message) for each in found if each.field in {"reason", "correction"})
        barred = why_not_again(view, self._role, self._today)
        return [*([barred] if barred else []), *unwritten]

    def _press(self) -> None:
        (self.correcting if self.is_reported else self.reopening).emit()

    def _arrange(self) -> None:
        self.setObjectName("after_closing")
        inner = QWidget()
        column(
            Label(tr("Penutupan shift ini"), "strong"),
            self._closings,
            row(self.attendance, None),
            self._listed,
            6,
            self.reason,
            self.correction,
            self._stop,
            self._what,
            self.report_button,
            None,
            gap=8,
            inside=inner,
        )
        column(stretched(Scrolled(inner)), self.bar, gap=8, inside=self)


def _what(*, is_reported: bool) -> str:
    if is_reported:
        return tr(
            "Penutupan yang dilaporkan tidak dibuka lagi. Koreksi berdiri di sampingnya, di halaman ini dan di dokumen."
        )
    return tr("Penutupan yang lama tetap tersimpan dan bisa dicetak. Yang baru menyebut yang digantikannya.")


def _items(view: CloseView) -> list[RowItem]:
    last = view.closings[-1].id if view.closings else ""
    rows = []
    for one in reversed(view.closings):
        at = at_site(moment(one.at), view.shift.time_zone)
        badge = (tr("Berlaku"), "ok") if one.id == last and not view.is_open else (tr("Digantikan"), "mute")
        badge = (tr("Tanda tangan diragukan"), "err") if one.is_doubted else badge
        rows.append(
            RowItem(
                one.id,
                tr("Penutupan ke-{n}", n=one.number),
                f"{one.signer_name}, {day_short(at.date())} {clock(at)}",
                badge=badge,
                action=tr("Simpan dokumen"),
                wraps=True,
            )
        )
    return rows + [
        RowItem(f"correction-{one.number}", tr("Koreksi ke-{n}", n=one.number), one.what, wraps=True)
        for one in view.beside.corrections
    ]
