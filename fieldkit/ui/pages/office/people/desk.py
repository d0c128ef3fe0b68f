"""The desk of people: users and their roles, ordered with the PIN of an admin."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.roles import role_label
from fieldkit.domain.zones import zone_of
from fieldkit.store.drafts import draft
from fieldkit.store.queries.orders.people import OfficeUser, office_people
from fieldkit.ui.context import Context
from fieldkit.ui.forms.signing import Question
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.people.forms import RoleForm, UserForm
from fieldkit.ui.pages.office.people.people_card import PeopleCard
from fieldkit.ui.pages.office.people.side import PeopleSide
from fieldkit.ui.pages.office.signing_desk import SigningDesk
from fieldkit.ui.shell.page import AtDesk
from fieldkit.ui.widgets.buttons import bind
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

_DRAFT = "office_user"


class PeopleDesk(SigningDesk):
    """Users, worked from the keyboard."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.people, self.side = PeopleCard(), PeopleSide(may_order=self._may_order)
        self.user_form, self.role_form = UserForm(), RoleForm()
        self._add_form(self.user_form, tr("Pengguna baru"), self._sign_user)
        self._add_form(self.role_form, tr("Ganti peran"), self._sign_role)
        self._arrange(self.people, self.people.table, self.side, 320)
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

        told = partial(self._tell_user, command.name)
        question = Question(
            tr("Tambah {name}", name=command.name or tr("pengguna")),
            tr("Masuk sebagai {role} di laptop mana pun dengan kode ini.", role=role),
            tr("Tanda tangani"),
        )
        self._sign(question, lambda signer: store.execute(order_user, command, signer), told, form)

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
            partial(self._tell_user, user.name),
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

    def _tell_user(self, name: str, given: CodeGiven) -> None:
        what = tr("Berlaku sesudah laptop ini dan laptop tujuan sinkron. Berikan langsung kepada orangnya.")
        self._tell(tr("Kode untuk {name}", name=name), what, given)
