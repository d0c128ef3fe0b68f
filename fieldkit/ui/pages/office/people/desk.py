"""The desk of people: users and their roles, ordered with the PIN of an admin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import ADMINS, role_label
from fieldkit.domain.zones import zone_of
from fieldkit.store.drafts import draft
from fieldkit.store.queries.orders.people import OfficeUser, office_people
from fieldkit.ui.context import Context
from fieldkit.ui.drawer_form import DrawerForm
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.form_desk import FormDesk
from fieldkit.ui.pages.office.people.forms import RoleForm, UserForm
from fieldkit.ui.pages.office.people.people_card import PeopleCard
from fieldkit.ui.pages.office.people.side import PeopleSide
from fieldkit.ui.pages.office.told_once import CodeModal, tell_code
from fieldkit.ui.shell.page import AtDesk
from fieldkit.ui.signing import PinSigning, Question
from fieldkit.ui.widgets.buttons import bind
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.layouts import stretched
from fieldkit.work.instants import at_site
from fieldkit.work.orders.users import (
    CodeGiven,
    NewUser,
    UserActive,
    UserRole,
    order_active,
    order_role,
    order_start_code,
    order_user,
)
from fieldkit.work.sign_in import Signer

T = TypeVar("T")
_DRAFT = "office_user"


class PeopleDesk(FormDesk):
    """Users, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._may_order = context.user.role in ADMINS
        self.people, self.side = PeopleCard(), PeopleSide(may_order=self._may_order)
        self.signing = PinSigning(context, self)
        self.told: CodeModal | None = None
        self.user_form, self.role_form = UserForm(), RoleForm()
        self._add_form(self.user_form, tr("Pengguna baru"), self._sign_user)
        self._add_form(self.role_form, tr("Ganti peran"), self._sign_role)
        self._columns = Columns([(self.people, None), (self.side, 320)], side_key="Ctrl+J", side_title=tr("Tindakan"))
        self.add(stretched(self._columns))
        self._listen()

    def subtitle(self) -> str:
        """What is done here, and by whom."""
        return tr("Pengguna dan perannya") if self._may_order else tr("Pengguna dan perannya, diatur admin")

    def keys(self) -> list[tuple[str, str]]:
        """The keys of the desk."""
        orders = [
            ("1 / 5", tr("Tambah, ganti peran, kode PIN, akhiri atau aktifkan, surat")),
            ("Ctrl+Enter", tr("Tambah pengguna; di isian: tanda tangani dengan PIN")),
        ]
        return [*(orders if self._may_order else [("1", tr("Surat & sertifikat"))]), ("Ctrl+J", tr("Ke tindakan"))]

    def refresh(self) -> None:
        """Ask for everybody again."""
        store, today = self._context.store, self._today()
        self._context.ask(self, lambda: store.query(office_people, today), self._show)

    def shown(self) -> None:
        """To the form that is open, or to the table."""
        if self.form_over is not None:
            self.form_over.focus_first()
        else:
            self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Out of a drawer."""
        return self._close_forms() or self._columns.close_side()

    def _listen(self) -> None:
        self.people.table.selected_row.connect(self.side.show_user)
        if self._may_order:
            self.lead(tr("Tambah pengguna"), partial(self._do, "new"))
        else:
            self.lead(tr("Surat & sertifikat"), partial(self._do, "papers"))
        self.side.acts.picked.connect(self._do)
        for digit, name in enumerate(self.side.names(), start=1):
            bind(self.people.table, str(digit), partial(self._do, name))

    def _show(self, people: list[OfficeUser]) -> None:
        self.people.show_people(people)
        self.side.show_user(self.people.table.selected())

    def _today(self) -> date:
        return at_site(self._context.clock.now_utc(), zone_of(self._context.store.meta.regency)).date()

    def _do(self, which: str) -> None:
        if self.form_over is not None:
            return
        acts: dict[str, Callable[[], None]] = {
            "new": self._open_new,
            "role": self._open_role,
            "code": self._new_code,
            "end": self._turn,
            "papers": lambda: self.go.emit("schedule", AtDesk("paper")),
        }
        acts[which]()

    def _open_new(self) -> None:
        self.user_form.fill(self._context.store.query(draft, UserId(self._context.user.id), _DRAFT))
        self._saver.begin(self.user_form, _DRAFT)
        self._open(self.user_form)

    def _open_role(self) -> None:
        user = self.people.table.selected()
        if user is not None:
            self.role_form.fill(user.name, user.role)
            self._open(self.role_form)

    def _sign_user(self) -> None:
        form, store = self.user_form, self._context.store
        command = NewUser(form.name.value(), form.role.value() or "")
        role = say(role_label(command.role)) if command.role else ""

        def ordered(given: CodeGiven) -> None:
            self._saver.save(form, lambda: given, told)

        def told(given: CodeGiven) -> None:
            self._close_forms()
            self._tell(tr("Kode untuk {name}", name=command.name), given)

        question = Question(
            tr("Tambah {name}", name=command.name or tr("pengguna")),
            tr("Masuk sebagai {role} di laptop mana pun dengan kode ini.", role=role),
            tr("Tanda tangani"),
        )
        self._sign(question, lambda signer: store.execute(order_user, command, signer), ordered, form)

    def _sign_role(self) -> None:
        user, form, store = self.people.table.selected(), self.role_form, self._context.store
        if user is None:
            return
        command = UserRole(user.id, form.role.value() or "")
        question = Question(
            tr("{name} menjadi {role}", name=user.name, role=say(role_label(command.role))),
            tr("Berlaku di tiap laptop sesudah laptop itu tersambung."),
            tr("Tanda tangani"),
        )
        title = tr("Peran {name} diganti", name=user.name)
        self._sign(
            question, lambda signer: store.execute(order_role, command, signer), lambda _: self._done(title), form
        )

    def _new_code(self) -> None:
        user, store = self.people.table.selected(), self._context.store
        if user is None:
            return
        question = Question(
            tr("Kode PIN baru untuk {name}", name=user.name),
            tr("Dipakai sekali di tiap laptop untuk membuat PIN. Kode yang lama tidak berlaku lagi."),
            tr("Tanda tangani"),
        )
        self._sign(
            question,
            lambda signer: store.execute(order_start_code, user.id, signer),
            lambda given: self._tell(tr("Kode untuk {name}", name=user.name), given),
        )

    def _turn(self) -> None:
        user, store = self.people.table.selected(), self._context.store
        if user is None:
            return
        command = UserActive(user.id, not user.is_active)
        ends = tr("Tidak bisa masuk lagi di laptop mana pun sesudah laptop itu tersambung. Catatannya tetap.")
        begins = tr("Bisa masuk lagi dengan PIN yang sudah dibuat, atau dengan kode baru.")
        question = Question(
            tr("Akhiri tugas {name}", name=user.name) if user.is_active else tr("Aktifkan {name}", name=user.name),
            ends if user.is_active else begins,
            tr("Tanda tangani"),
        )
        title = tr("Tugas {name} diakhiri", name=user.name) if user.is_active else tr("{name} aktif", name=user.name)
        self._sign(question, lambda signer: store.execute(order_active, command, signer), lambda _: self._done(title))

    def _sign(
        self,
        question: Question,
        work: Callable[[Signer], T],
        done: Callable[[T], None],
        form: DrawerForm | None = None,
    ) -> None:
        self.signing.ask(question, work, done, form.show_problems if form is not None else None)

    def _tell(self, title: str, given: CodeGiven) -> None:
        self.refresh()
        self.people.table.select(given.subject)
        what = tr("Berlaku sesudah laptop ini dan laptop tujuan sinkron. Berikan langsung kepada orangnya.")
        self.told = tell_code(self.window(), title, what, given.code)

    def _done(self, title: str) -> None:
        self._close_forms()
        self._context.messages.done(title, tr("Berlaku sesudah sinkron."))
        self.shown()
