"""The desk of national data: what came in, counts side by side, and the lists of work that it gives."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QStackedWidget

from fieldkit.domain.areas import AreaLevel
from fieldkit.store.drafts import draft
from fieldkit.store.queries.national.files import NationalFile
from fieldkit.store.queries.national.page import NationalView, national_view
from fieldkit.store.queries.national.work_lists import WorkListCount, WorkListEntry, work_list, work_list_villages
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.drawer_form import FormSaver
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.desk import Desk
from fieldkit.ui.pages.office.national.count_form import CountForm
from fieldkit.ui.pages.office.national.home import Home
from fieldkit.ui.pages.office.national.intake import Intake
from fieldkit.ui.pages.office.national.people import PeopleList
from fieldkit.ui.pages.office.national.sheets import ListSheets
from fieldkit.ui.pages.office.national.wording import file_title, place_words
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse
from fieldkit.work.national.taking_in import TakenIn, put_back_file, take_back_file, type_count
from fieldkit.work.table.looks import note_list

_DRAFT = "national_count"
_SHOWN = 500
"""Nobody reads more of a list in one go; on paper it is whole."""


class NationalDesk(Desk):
    """Files, counts and work lists, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._view: NationalView | None = None
        self._noted: set[str] = set()
        self.home, self.intake, self.people = Home(context.regions), Intake(context), PeopleList(context.regions)
        self.form, self.sheets = CountForm(), ListSheets(context, self)
        self._saver = FormSaver(context, self)
        self._drawer = Drawer(self, tr("Ketik angka"), self.form)
        self._stack = QStackedWidget()
        for part in (self.home, self.intake, self.people):
            self._stack.addWidget(part)
        self.add(stretched(self._stack))
        self._listen()
        self._fit_stack()
        self._follow()

    def subtitle(self) -> str:
        """What is open."""
        return tr("Status dan angka dari pusat")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        return [
            ("Ctrl+Enter", tr("Ambil berkas; di dalamnya langkah berikutnya")),
            ("Ctrl+N", tr("Ketik angka dari surat")),
            (tr("Enter"), tr("Buka daftar kerja yang terpilih")),
            ("Ctrl+P", tr("Cetak daftar kerja, per kelurahan atau semua")),
            ("Ctrl+T", tr("Tarik berkas yang salah, atau berlakukan lagi")),
            (tr("Esc"), tr("Kembali satu langkah")),
            ("Ctrl+Backspace", tr("Urungkan yang baru dicatat")),
        ]

    def refresh(self) -> None:
        """Ask for everything again."""
        store, now_utc = self._context.store, self._context.clock.now_utc()
        self._context.ask(self, lambda: store.query(national_view, now_utc), self._show)

    def shown(self) -> None:
        """To what is open."""
        self._current().focus_first()

    def step_out(self) -> bool:
        """Out of a drawer, a step of the intake, a list."""
        if self.sheets.close() or self._drawer.close_drawer():
            return True
        current = self._current()
        if current is self.home:
            return False
        if current is not self.intake or not self.intake.step_out():
            self._go_to(self.home)
        return True

    def _listen(self) -> None:
        self.home.opened.connect(self._open_list)
        self.home.asked_file.connect(self._begin_intake)
        self.home.asked_count.connect(self._open_form)
        self.home.asked_back.connect(self._take_back)
        self.intake.turned.connect(self._follow)
        self.intake.was_taken_in.connect(self._on_taken_in)
        self.people.chosen.connect(self._ask_people)
        self.people.printed.connect(self._print)
        self.people.left.connect(self.step_out)
        self.sheets.turned.connect(self._follow)
        self.form.saved.connect(self._save_count)
        self.form.cancelled.connect(self._drawer.close_drawer)
        self.form.edited.connect(self._saver.touch)
        self._drawer.closed.connect(self._on_closed)
        bind(self, "Ctrl+N", self._open_form, everywhere=True)
        bind(self, "Ctrl+T", self._ask_back, everywhere=True)
        bind(self, "Ctrl+P", self._print, everywhere=True)

    def _show(self, view: NationalView) -> None:
        self._view = view
        self.home.show_view(view)
        if self._current() is self.people:
            self.people.show_sets(view.unsent)
            self._ask_villages()
            self._ask_people(self.people.village())
        self.header_changed.emit()

    def _current(self) -> Home | Intake | PeopleList:
        return (self.home, self.intake, self.people)[self._stack.currentIndex()]

    def _go_to(self, part: Home | Intake | PeopleList) -> None:
        self._stack.setCurrentWidget(part)
        self._fit_stack()
        self._follow()
        if self.isVisible():
            part.focus_first()

    def _fit_stack(self) -> None:
        # A stack is as high as its highest part; those that are not shown ask for nothing.
        for part in (self.home, self.intake, self.people):
            policy = part.sizePolicy()
            is_shown = part is self._stack.currentWidget()
            policy.setVerticalPolicy(policy.Policy.Preferred if is_shown else policy.Policy.Ignored)
            part.setSizePolicy(policy)

    def _follow(self) -> None:
        """The filled button is that of the drawer, or of what is open."""
        buttons = (self.home.take_button, self.intake.primary(), self.people.print_button)
        drawer = self.form.save_button if not self._drawer.isHidden() else self.sheets.primary()
        self.primary = drawer or buttons[self._stack.currentIndex()]
        self.header_changed.emit()

    def _begin_intake(self) -> None:
        self.intake.begin()
        self._go_to(self.intake)

    def _on_taken_in(self, done: TakenIn) -> None:
        self._go_to(self.home)
        title = tr("{n} baris diambil", n=count(done.rows))
        told = tr("Aman di laptop ini, dikirim saat ada jaringan.")
        self._context.done(title, told, inverse=done.inverse, undone=tr("Berkas ditarik"))

    def _open_list(self, counts: WorkListCount | None) -> None:
        if counts is None or self._view is None:
            return
        self.people.open_list(counts, self._view.unsent)
        self._go_to(self.people)
        self._ask_villages()
        self._ask_people("")

    def _ask_villages(self) -> None:
        if self._view is not None:
            store, wanted, day = self._context.store, self.people.work_list, self._view.day
            self._context.ask(self, lambda: store.query(work_list_villages, wanted, day), self.people.show_villages)

    def _ask_people(self, village: str) -> None:
        if self._view is None:
            return
        store, wanted, day = self._context.store, self.people.work_list, self._view.day
        ask = partial(store.query, work_list, wanted, day, village, _SHOWN)
        self._context.ask(self, ask, partial(self._show_people, village))

    def _show_people(self, village: str, people: list[WorkListEntry]) -> None:
        self.people.show_people(people)
        if people and self._view is not None and self.isVisible():
            self._note_list(village or self._view.regency)

    def _note_list(self, place: str) -> None:
        """Once for each village while somebody is signed in, and once for all of them (F-P5)."""
        if place not in self._noted:
            self._noted.add(place)
            work = partial(self._context.store.execute, note_list, place)
            self._context.ask(self, work, lambda _id: None)

    def _print(self) -> None:
        if self._current() is self.people and self._view is not None and self.people.print_button.isEnabled():
            self.sheets.open(self.people.work_list, self.people.village(), self._view.day, self._now())

    def _now(self) -> datetime:
        zone = self._view.time_zone if self._view is not None else self._context.home_zone
        return at_site(self._context.clock.now_utc(), zone)

    def _open_form(self) -> None:
        if self._current() is not self.home or self._view is None:
            return
        store, user = self._context.store, self._context.user.id
        self.form.fill(self._places(self._view.regency), store.query(draft, user, _DRAFT))
        self._saver.begin(self.form, _DRAFT)
        self._drawer.open_drawer()
        self.form.focus_first()
        self._follow()

    def _places(self, regency: str) -> list[tuple[str, str]]:
        """The regency, its districts, and its villages."""
        regions = self._context.regions
        codes = [regency]
        for level in (AreaLevel.DISTRICT, AreaLevel.VILLAGE):
            codes += [each.code for each in regions.descendants(regency, level)]
        return [(code, place_words(regions, code)) for code in codes]

    def _save_count(self) -> None:
        store, command = self._context.store, self.form.answer()
        self._saver.save(self.form, lambda: store.execute(type_count, command), self._on_typed)

    def _on_typed(self, done: TakenIn) -> None:
        self._drawer.close_drawer()
        told = tr("Aman di laptop ini, dikirim saat ada jaringan.")
        self._context.done(tr("Angka tersimpan"), told, inverse=done.inverse, undone=tr("Angka ditarik"))
        self.shown()

    def _on_closed(self) -> None:
        self._saver.rest()
        self._follow()

    def _ask_back(self) -> None:
        if self._current() is self.home and self._drawer.isHidden():
            self.home.ask_back()

    def _take_back(self, file: NationalFile) -> None:
        store, title = self._context.store, file_title(self._context.regions, file)
        if file.counts:
            said, undone = tr("{name} ditarik", name=title), tr("{name} berlaku lagi", name=title)
            self._context.ask(
                self,
                lambda: store.execute(take_back_file, file.id),
                lambda inverse: self._said(said, inverse, undone),
            )
            return
        said, undone = tr("{name} berlaku lagi", name=title), tr("{name} ditarik", name=title)
        self._context.ask(
            self,
            lambda: store.execute(put_back_file, file.word_id),
            lambda inverse: self._said(said, inverse, undone),
        )

    def _said(self, title: str, inverse: Inverse[str], undone: str) -> None:
        told = tr("Isinya tetap tersimpan; yang berlaku dihitung lagi.")
        self._context.done(title, told, inverse=inverse, undone=undone)
