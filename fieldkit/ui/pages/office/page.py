"""The office page: a by-name list comes in, in four steps, with nothing written before the last."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.records.regions import Region
from fieldkit.store.queries.office_page import OfficeView, office_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.check_step import CheckStep
from fieldkit.ui.pages.office.file_step import FileStep
from fieldkit.ui.pages.office.findings_file import save_findings
from fieldkit.ui.pages.office.lists_card import ListsCard
from fieldkit.ui.pages.office.mapping_step import MappingStep
from fieldkit.ui.pages.office.reading import CancelledError, Check, Checked, FileRead, read_file, take_in
from fieldkit.ui.pages.office.steps import Step, StepLine
from fieldkit.ui.shell.page import Page
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.cards import Card, Notice
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import holder, row, stretched
from fieldkit.work.import_list import Imported, ImportList
from fieldkit.work.instants import at_site
from fieldkit.work.lists.mapping import is_reduced
from fieldkit.work.lists.rows import ListPlace

T = TypeVar("T")
_log = logging.getLogger(__name__)


class _Told(QObject):
    """Carries the progress of a check from its lane to the main thread."""

    at = Signal(int, int)


class OfficePage(Page):
    """Import of by-name lists, with a dry run."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.title = tr("Kantor")
        self._context = context
        self._view: OfficeView | None = None
        self._read: FileRead | None = None
        self._check: Check | None = None
        self._checked: Checked | None = None
        self._villages: list[Region] = []
        self._is_taking_in = False
        self._told = _Told(self)
        self.steps, self.notice = StepLine(), Notice()
        self.file, self.columns, self.check = FileStep(), MappingStep(), CheckStep(context.regions)
        self.lists = ListsCard()
        self._arrange()
        self._listen()

    def subtitle(self) -> str:
        """What the page is for now."""
        return tr("Impor daftar sasaran")

    def header_slot(self) -> QWidget:
        """The way to the keys."""
        return holder(row(KeyCap("F1"), Label(tr("Bantuan"), "second", "ink2"), gap=10))

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the import."""
        return [
            ("Ctrl+O", tr("Pilih berkas")),
            ("Ctrl+Enter", tr("Langkah berikutnya: baca, periksa, masukkan")),
            (tr("Esc"), tr("Kembali satu langkah; saat memeriksa: hentikan")),
            ("Ctrl+P", tr("Simpan daftar kesalahan")),
        ]

    def refresh(self) -> None:
        """Ask for the lists that are here."""
        self._run("store", lambda: self._context.store.query(office_view), self._show)

    def shown(self) -> None:
        """To the step that is open."""
        self._current().focus_first()

    def step_out(self) -> bool:
        """One step back; a check that runs is stopped, an import is not."""
        if self._is_taking_in:
            return True
        if self._check is not None:
            self._check.stop()
            return True
        before = {Step.COLUMNS: Step.FILE, Step.CHECK: Step.COLUMNS}.get(self._step())
        if before is None:
            return False
        self.notice.hide()
        self._go_to(before)
        return True

    def _arrange(self) -> None:
        self._stack = QStackedWidget()
        for step in (self.file, self.columns, self.check):
            self._stack.addWidget(step)
        self.card = Card(tr("Impor daftar sasaran"), right=self.steps, gap=12)
        self.card.add(self.notice, stretched(self._stack))
        self.notice.setObjectName("import_notice")
        self.notice.hide()
        self.card.setObjectName("import_card")
        self.add(self.card, stretched(self.lists))
        self._go_to(Step.FILE)

    def _listen(self) -> None:
        self.file.chosen.connect(self._read_file)
        self.columns.sheet_chosen.connect(self._read_sheet)
        self.columns.checked.connect(self._start_check)
        self.columns.left.connect(self.step_out)
        self.check.left.connect(self.step_out)
        self.check.saved.connect(self._save_findings)
        self.check.taken.connect(self._take_in)
        self._told.at.connect(self._show_progress)
        bind(self, "Ctrl+P", self._save_findings, everywhere=True)

    def _run(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        self._context.lanes.run(lane, work, done, failed or self._context.messages.show_failure, self)

    def _show(self, view: OfficeView) -> None:
        self._view = view
        self.lists.show_lists(view.lists, view.time_zone)
        if not self._villages and view.regency:
            self._villages = list(self._context.regions.descendants(view.regency, AreaLevel.VILLAGE))

    def _step(self) -> Step:
        return Step(self._stack.currentIndex())

    def _current(self) -> FileStep | MappingStep | CheckStep:
        return (self.file, self.columns, self.check)[self._stack.currentIndex()]

    def _go_to(self, step: Step) -> None:
        """Another step: the lists are only there where there is room for them."""
        self._stack.setCurrentIndex(min(step, Step.CHECK))
        self._fit_stack()
        self.steps.set_step(step)
        self.lists.setVisible(step is Step.FILE)
        self.primary = {
            Step.FILE: self.file.read_button,
            Step.COLUMNS: self.columns.check_button,
        }.get(step, self.check.take_button)
        if self.isVisible():
            self._current().focus_first()

    def _fit_stack(self) -> None:
        # A stack is as high as its highest step; those that are not shown ask for nothing.
        for step in (self.file, self.columns, self.check):
            policy = step.sizePolicy()
            is_shown = step is self._stack.currentWidget()
            policy.setVerticalPolicy(policy.Policy.Preferred if is_shown else policy.Policy.Ignored)
            step.setSizePolicy(policy)

    def _read_file(self, path: Path) -> None:
        self._open(path, None)

    def _read_sheet(self, sheet: str) -> None:
        if self._read is not None:
            self._open(self._read.path, sheet)

    def _open(self, path: Path, sheet: str | None) -> None:
        self.notice.hide()
        self.file.show_reading(is_reading=True)
        store = self._context.store
        self._run("network", lambda: read_file(store, path, sheet), self._on_read, self._on_unreadable)

    def _on_read(self, read: FileRead) -> None:
        self.file.show_reading(is_reading=False)
        self._read = read
        self.columns.show_file(read, self._villages)
        self._go_to(Step.COLUMNS)

    def _on_unreadable(self, error: Exception) -> None:
        self.file.show_reading(is_reading=False)
        self._tell(error)
        self._current().focus_first()

    def _tell(self, error: Exception) -> None:
        """What is wrong with a file stays on the page, with what to do; anything else goes its usual way."""
        if isinstance(error, FileError):
            self.notice.show()
            self.notice.set(say(error.title), say(error.advice), tone="err")
        else:
            self._context.messages.show_failure(error)

    def _start_check(self) -> None:
        if self._read is None or self._view is None or self._check is not None:
            return
        self.notice.hide()
        regency, village = self._view.regency, self.columns.chosen_village()
        place = ListPlace(self._context.regions, regency, self._day(), village)
        check = self._check = Check(self._read, self.columns.mapping(), place)
        self.check.show_checking(0, self._read.table.row_count)
        self._go_to(Step.CHECK)
        store, told = self._context.store, self._told.at.emit
        self._run("network", lambda: check.run(store, told), self._on_checked, self._on_not_checked)

    def _day(self) -> date:
        if self._view is not None and self._view.day:
            return date.fromisoformat(self._view.day)
        return at_site(self._context.clock.now_utc(), self._time_zone()).date()

    def _time_zone(self) -> str:
        return self._view.time_zone if self._view is not None else "UTC"

    def _show_progress(self, done: int, total: int) -> None:
        if self._check is not None:
            self.check.working.show_checking(done, total)

    def _on_checked(self, checked: Checked) -> None:
        self._check, self._checked = None, checked
        self.check.show_checked(checked)
        self._go_to(Step.TAKE_IN)

    def _on_not_checked(self, error: Exception) -> None:
        self._check = None
        self._go_to(Step.COLUMNS)
        if not isinstance(error, CancelledError):
            self._tell(error)

    def _save_findings(self) -> None:
        if self._checked is None or self._read is None or not self.check.save_button.isVisible():
            return
        findings, folder = self._checked.findings, self._context.folders.documents
        local = at_site(self._context.clock.now_utc(), self._time_zone())
        as_text = self._read.path.suffix.lower() in {".csv", ".txt"}
        _log.info("findings of an import saved by %s", self._context.user.id)
        self._run("network", lambda: save_findings(folder, findings, local, as_text=as_text), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        self._context.messages.done(tr("Daftar kesalahan tersimpan"), str(path))

    def _take_in(self) -> None:
        day = self.columns.list_date()
        if self._is_taking_in or self._checked is None or day is None:
            return
        self._is_taking_in = True
        run, reduced = self._checked.run, is_reduced(self.columns.mapping())
        command = ImportList(self.columns.list_name(), day, run.rows, reduced)
        self.check.show_taking_in(run.good)
        store = self._context.store
        self._run("store", lambda: take_in(store, command), self._on_taken_in, self._on_not_taken_in)

    def _on_taken_in(self, done: Imported) -> None:
        self._is_taking_in, self._checked, self._read = False, None, None
        name = self.columns.list_name()
        self.file.path.set_value("")
        self._go_to(Step.FILE)
        self.notice.show()
        self.notice.set(tr("{name} sudah masuk", name=name), _taken_in_words(done), tone="ok")
        self._context.messages.done(
            tr("{n} orang masuk daftar", n=count(done.added + done.known)),
            tr("Aman di laptop ini, dikirim saat ada jaringan."),
        )

    def _on_not_taken_in(self, error: Exception) -> None:
        self._is_taking_in = False
        if self._checked is not None:
            self.check.show_checked(self._checked)
        if not isinstance(error, FieldKitError):
            raise error
        self._context.messages.show_error(error, retry=self._take_in)


def _taken_in_words(done: Imported) -> str:
    known = (
        tr("{n} orang sudah ada di laptop ini, sekarang ikut daftar ini.", n=count(done.known)) if done.known else ""
    )
    added = tr("{n} orang baru bisa dicari di Pendaftaran dan Daftar sasaran.", n=count(done.added))
    return f"{added} {known}".strip()
