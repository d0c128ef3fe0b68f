"""The desk of lists: a by-name list comes in, in four steps, with nothing written before the last."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.areas import AreaLevel
from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.domain.lists.version import VersionState
from fieldkit.records.regions import Region
from fieldkit.store.queries.lists.versions import ListVersion
from fieldkit.store.queries.office_page import OfficeView, office_view
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.lists.check_step import CheckStep
from fieldkit.ui.pages.office.lists.file_step import FileStep
from fieldkit.ui.pages.office.lists.importing import Importing
from fieldkit.ui.pages.office.lists.lists_card import ListsCard
from fieldkit.ui.pages.office.lists.mapping_step import MappingStep
from fieldkit.ui.pages.office.lists.reading import Checked, FileRead
from fieldkit.ui.pages.office.lists.steps import Step, StepLine
from fieldkit.ui.pages.office.lists.wording import stayed_out_words, taken_in_words
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import Card, Notice
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.import_list import Imported
from fieldkit.work.lists.versions import activate_version


class ListsDesk(Desk):
    """Import of by-name lists, with a dry run."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: OfficeView | None = None
        self._villages: list[Region] = []
        self._stayed_out = ""
        self._is_past = False
        self.importing = Importing(context, self)
        self.steps = StepLine()
        self.again_button = Button(tr("Lihat kesalahan"), "small", key="Ctrl+T", press=self._show_past)
        self.keep_button = Button(
            tr("Simpan kesalahan"), "small", icon="file-arrow-down", key="Ctrl+P", press=self._save_findings
        )
        self.notice = Notice(actions=(self.again_button, self.keep_button))
        self.file, self.columns, self.check = FileStep(), MappingStep(), CheckStep(context.regions)
        self.lists = ListsCard()
        self._arrange()
        self._listen()

    def subtitle(self) -> str:
        """What the desk is for now."""
        return tr("Impor daftar sasaran")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the import."""
        return [
            ("Ctrl+O", tr("Pilih berkas")),
            ("Ctrl+Enter", tr("Langkah berikutnya: baca, periksa, masukkan")),
            (tr("Esc"), tr("Kembali satu langkah; saat memeriksa: hentikan")),
            ("Ctrl+P", tr("Simpan daftar kesalahan")),
            ("Ctrl+T", tr("Lihat kesalahan daftar yang baru masuk")),
            ("Ctrl+B", tr("Berlakukan lagi versi lama yang terpilih")),
        ]

    def refresh(self) -> None:
        """Ask for the lists that are here."""
        self._context.ask(self, lambda: self._context.store.query(office_view), self._show)

    def shown(self) -> None:
        """To the step that is open."""
        self._current().focus_first()

    def step_out(self) -> bool:
        """One step back; a check that runs is stopped, an import is not."""
        if self.importing.is_taking_in:
            return True
        if self.importing.is_checking:
            self.importing.stop()
            return True
        if self._is_past:
            self.notice.show()
            self._go_to(Step.FILE)
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
        self.again_button.setObjectName("see_findings_again")
        self.keep_button.setObjectName("save_findings_again")
        self.notice.hide()
        self.card.setObjectName("import_card")
        self.add(self.card, stretched(self.lists))
        self._go_to(Step.FILE)

    def _listen(self) -> None:
        self.file.chosen.connect(lambda path: self._open(path, None))
        self.columns.sheet_chosen.connect(self._read_sheet)
        self.columns.checked.connect(self._start_check)
        self.columns.left.connect(self.step_out)
        self.check.left.connect(self.step_out)
        self.check.saved.connect(self._save_findings)
        self.check.taken.connect(self._take_in)
        self._hear(self.importing)
        self.lists.asked_back.connect(self._bring_back)
        bind(self, "Ctrl+P", self._save_findings, everywhere=True)
        bind(self, "Ctrl+T", self._show_past, everywhere=True)
        bind(self, "Ctrl+B", self.lists.ask_back, everywhere=True)

    def _hear(self, importing: Importing) -> None:
        importing.was_read.connect(self._on_read)
        importing.not_read.connect(self._on_unreadable)
        importing.progress.connect(self._show_progress)
        importing.was_checked.connect(self._on_checked)
        importing.not_checked.connect(self._on_not_checked)
        importing.saved.connect(self._on_saved)
        importing.was_taken_in.connect(self._on_taken_in)
        importing.not_taken_in.connect(self._on_not_taken_in)

    def _show(self, view: OfficeView) -> None:
        self._view = view
        self.lists.show_lists(view.lists, view.time_zone)
        if not self._villages and view.regency:
            self._villages = list(self._context.regions.descendants(view.regency, AreaLevel.VILLAGE))

    def _active_lists(self) -> list[tuple[str, str]]:
        lists = self._view.lists if self._view is not None else ()
        return [(each.id, each.list.name) for each in lists if each.state == VersionState.ACTIVE]

    def _bring_back(self, version: ListVersion) -> None:
        store = self._context.store
        self._context.ask(
            self,
            lambda: store.execute(activate_version, version.id),
            lambda inverse: self._context.done(
                tr("{name} berlaku lagi", name=version.list.name),
                tr("Tidak ada orang yang keluar dari daftar."),
                inverse=inverse,
                undone=tr("Versi seperti semula"),
            ),
        )

    def _step(self) -> Step:
        return Step(self._stack.currentIndex())

    def _current(self) -> FileStep | MappingStep | CheckStep:
        return (self.file, self.columns, self.check)[self._stack.currentIndex()]

    def _go_to(self, step: Step) -> None:
        """Another step: the lists are only there where there is room for them."""
        self._is_past = False
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

    def _read_sheet(self, sheet: str) -> None:
        if self.importing.read is not None:
            self._open(self.importing.read.path, sheet)

    def _open(self, path: Path, sheet: str | None) -> None:
        self.notice.hide()
        self.file.show_reading(is_reading=True)
        self.importing.open(path, sheet)

    def _on_read(self, read: FileRead) -> None:
        self.file.show_reading(is_reading=False)
        self.columns.show_file(read, self._villages, self._active_lists())
        self._go_to(Step.COLUMNS)

    def _on_unreadable(self, error: Exception) -> None:
        self.file.show_reading(is_reading=False)
        self._tell(error)
        self._current().focus_first()

    def _tell(self, error: Exception) -> None:
        """What is wrong with a file stays on the page, with what to do; anything else goes its usual way."""
        if isinstance(error, FileError):
            self._offer_findings(is_offered=False)
            self.notice.show()
            self.notice.set(say(error.title), say(error.advice), tone="err")
        else:
            self._context.messages.show_failure(error)

    def _start_check(self) -> None:
        read, view = self.importing.read, self._view
        if read is None or view is None or self.importing.is_checking:
            return
        self.notice.hide()
        self.check.show_checking(0, read.table.row_count)
        self._go_to(Step.CHECK)
        self.importing.check(self.columns.mapping(), self.columns.chosen_village(), view, self.columns.former_id())

    def _show_progress(self, done: int, total: int) -> None:
        if self.importing.is_checking:
            self.check.working.show_checking(done, total)

    def _on_checked(self, checked: Checked) -> None:
        self.check.show_checked(checked)
        self._go_to(Step.TAKE_IN)

    def _on_not_checked(self, error: Exception | None) -> None:
        self._go_to(Step.COLUMNS)
        if error is not None:
            self._tell(error)

    def _save_findings(self) -> None:
        if self.check.save_button.isVisible() or self.keep_button.isVisible():
            self.importing.save_findings(self._view)

    def _on_saved(self, path: Path) -> None:
        self._context.messages.done(tr("Daftar kesalahan tersimpan"), str(path))

    def _take_in(self) -> None:
        day, checked = self.columns.list_date(), self.importing.checked
        if day is None or checked is None or self.importing.is_taking_in:
            return
        taken_over = self.check.results.differences.taken_over()
        self._stayed_out = stayed_out_words(checked.run)
        self.check.show_taking_in(checked.run.good)
        self.importing.take_in(
            self.columns.list_name(), day, self.columns.mapping(), taken_over, self.columns.former_id()
        )

    def _on_taken_in(self, done: Imported) -> None:
        name = self.columns.list_name()
        self.file.path.set_value("")
        self._go_to(Step.FILE)
        self._offer_findings(is_offered=bool(self.importing.findings))
        self.notice.show()
        words = " ".join(filter(None, (taken_in_words(done), self._stayed_out)))
        self.notice.set(tr("{name} sudah masuk", name=name), words, tone="ok")
        self._context.messages.done(
            tr("{n} orang masuk daftar", n=count(done.added + done.known)),
            tr("Aman di laptop ini, dikirim saat ada jaringan."),
        )

    def _offer_findings(self, *, is_offered: bool) -> None:
        self.again_button.setVisible(is_offered)
        self.keep_button.setVisible(is_offered)

    def _show_past(self) -> None:
        """Ctrl+T: what was found in the list that came in last."""
        if self.again_button.isVisible():
            self.check.show_past()
            self._go_to(Step.TAKE_IN)
            self._is_past = True
            self.notice.hide()

    def _on_not_taken_in(self, error: Exception) -> None:
        self.check.show_results_again()
        if not isinstance(error, FieldKitError):
            raise error
        self._context.messages.show_error(error, retry=self._take_in)
