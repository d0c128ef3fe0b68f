"""Beside the table: who is selected, and what an admin can order, by digit."""

from __future__ import annotations

from fieldkit.domain.roles import role_label
from fieldkit.store.queries.orders.people import OfficeUser
from fieldkit.ui.language import say, tr
from fieldkit.ui.pages.office.orders_wording import waiting_words
from fieldkit.ui.pages.office.people.people_card import keys_words, paper_lines
from fieldkit.ui.widgets.cards import Card
from fieldkit.ui.widgets.choices import ActionPanel, Choice
from fieldkit.ui.widgets.labels import Label


class PeopleSide(Card):
    """The acts, under whom they are about."""

    def __init__(self, *, may_order: bool) -> None:
        super().__init__(tr("Tindakan"), gap=8)
        self._may_order = may_order
        self._is_active: bool | None = None
        self.role, self.pin = Label("", "body", wrap=True), Label("", "second", wrap=True)
        self.papers, self.waiting = Label("", "second", wrap=True), Label("", "second", "warn", wrap=True)
        self.acts = ActionPanel(_choices(may_order=may_order, is_active=True), columns=1, name=tr("Tindakan"))
        self.acts.setObjectName("people_acts")
        for name, part in (("role", self.role), ("waiting", self.waiting), ("papers", self.papers)):
            part.setObjectName(f"people_{name}")
        self.add(self.role, self.pin, self.papers, self.waiting, self.acts, None)

    def names(self) -> list[str]:
        """The acts by their digits."""
        return [choice.id for choice in _choices(may_order=self._may_order, is_active=True)]

    def show_user(self, user: OfficeUser | None) -> None:
        """Who is selected."""
        self.set_title(user.name if user is not None else tr("Tindakan"))
        told = (
            (self.role, say(role_label(user.role)) if user else ""),
            (self.pin, tr("PIN: {said}", said=keys_words(user)) if user else ""),
            (self.papers, paper_lines(user.papers) if user else ""),
            (self.waiting, waiting_words(user.waiting) if user else ""),
        )
        for label, words in told:
            label.set_text(words)
            label.setVisible(bool(words))
        is_active = user is None or user.is_active
        if is_active is not self._is_active:
            self._is_active = is_active
            self.acts.set_choices(_choices(may_order=self._may_order, is_active=is_active))


def _choices(*, may_order: bool, is_active: bool) -> list[Choice]:
    end = Choice("end", tr("Akhiri tugas"), "prohibit") if is_active else Choice("end", tr("Aktifkan lagi"), "check")
    orders = [
        Choice("new", tr("Tambah pengguna"), "user-plus"),
        Choice("role", tr("Ganti peran"), "identification-card"),
        Choice("code", tr("Kode PIN baru"), "key"),
        end,
    ]
    return [*(orders if may_order else []), Choice("papers", tr("Surat & sertifikat"), "identification-badge")]
