"""A file for whoever helps, from a laptop at which work can not begin: looked at, read, and only then written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.checkup.look import Laptop, Moment
from fieldkit.checkup.support import support_of
from fieldkit.domain.checkup.finding import Finding, Grade, topic_name
from fieldkit.domain.errors import FieldKitError
from fieldkit.host.files import write_out
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.checkup.findings_card import grade_words
from fieldkit.ui.pages.checkup.looking import LOOK, IsOver, Looking
from fieldkit.ui.pages.checkup.support_sheet import SupportSheet, asked_file
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.theme.look import look
from fieldkit.ui.threads import LanesLike
from fieldkit.ui.widgets.buttons import Button, bind

T = TypeVar("T")
_SHEET: Final = 250


class SupportScreen(StartScreen):
    """What was found in words, and below it what would be written, to the letter.

    A piece of the look at a time, so that the window never waits.
    """

    left = Signal()

    def __init__(self, laptop: Callable[[IsOver], Laptop], lanes: LanesLike) -> None:
        super().__init__("support", tr("Berkas bantuan untuk kantor"), tr("Laptop ini sedang diperiksa."))
        self._laptop, self._lanes = laptop(lanes.is_closed), lanes
        self._looking = Looking(laptop, lanes, self)
        self._looking.moment.connect(self._on_moment)
        self._looking.ended.connect(self._read)
        self._looking.failed.connect(self._on_failed)
        self._findings: list[Finding] = []
        self._content = ""
        self.sheet = SupportSheet()
        self.sheet.save_button.hide()
        self.sheet.text.setFixedHeight(look().px(_SHEET))
        self.sheet.hide()
        back = Button(tr("Kembali"), "quiet", key=tr("Esc"), press=self.left.emit)
        back.setObjectName("support_back")
        self.arrange(self.sheet, accept=tr("Simpan berkas"), key="Ctrl+Enter", others=(back,))
        bind(self, "Esc", self.left.emit)
        self.set_busy(on=True)

    def begin(self) -> None:
        """Look at the laptop."""
        self._looking.go_on()

    def first_focus(self) -> QWidget:
        """The text, once it is there."""
        return self.sheet.text if self._content else self

    def accept(self) -> None:
        """Ask where to, and write it there."""
        self.clear_failure()
        path = asked_file(self, self._laptop.clock.now_utc())
        if path is not None:
            self.set_busy(on=True)
            self._run("network", lambda: write_out(path, self._content.encode()), lambda _none: self._on_saved(path))

    def _run(self, lane: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._lanes.run(lane, work, done, self._on_failed, self)

    def _read(self) -> None:
        laptop, findings = self._laptop, tuple(self._findings)
        self._run(LOOK, lambda: support_of(laptop, findings), self._on_text)

    def _on_moment(self, moment: Moment) -> None:
        if moment.finding is not None:
            self._findings.append(moment.finding)
        what = say(topic_name(moment.topic)).lower()
        self.text.set_text(tr("Memeriksa {what} … {n} dari {total}", what=what, n=moment.done + 1, total=moment.total))

    def _on_text(self, content: str) -> None:
        self._content = content
        self.text.hide()
        self.sheet.show_text(f"{_in_words(self._findings)}\n\n{tr('Isi berkasnya, huruf demi huruf:')}\n\n{content}")
        self.sheet.show()
        self.set_busy(on=False)
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, path: Path) -> None:
        self.set_busy(on=False)
        words = tr("Tersimpan sebagai {name}. Kirim ke kantor lewat surel atau USB.", name=path.name)
        self.line.set(words, "ok")
        self.line.show()

    def _on_failed(self, problem: Exception) -> None:
        if not isinstance(problem, FieldKitError):
            raise problem
        self.show_failure(problem)


def _in_words(findings: Sequence[Finding]) -> str:
    """What was found, as the page of the checkup says it, what is most urgent first."""
    urgent_first = sorted(findings, key=lambda finding: list(Grade).index(finding.grade), reverse=True)
    return "\n\n".join(
        f"{say(topic_name(each.topic))} · {grade_words(each.grade)}\n{say(each.what)} {say(each.meaning)}"
        for each in urgent_first
    )
