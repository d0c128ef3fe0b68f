"""Forms of people: somebody new, and another role."""

from __future__ import annotations

import msgspec

from fieldkit.domain.orders.order import USER_ROLES
from fieldkit.domain.roles import role_label
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label


class _Typed(msgspec.Struct, frozen=True):
    name: str = ""
    role: str = ""


class UserForm(DrawerForm):
    """Name and role of somebody who is to sign in."""

    def __init__(self) -> None:
        self.name = TextField(tr("Nama"), hint=tr("Seperti di surat tugas"))
        self.role = role_choice()
        super().__init__("user", {"name": self.name, "role": self.role}, save=tr("Tambahkan"))
        self.lay(self.name, self.role)
        self.name.edited.connect(lambda _typed: self._on_edited(self.name))
        self.role.chosen.connect(lambda _value: self._on_edited(self.role))

    def fill(self, draft: str | None) -> None:
        """Empty, or as it was left."""
        typed = decoded(draft, _Typed)
        self.name.set_value(typed.name)
        self.role.set_value(typed.role or None)
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return msgspec.json.encode(_Typed(self.name.value(), self.role.value() or "")).decode()

    def _on_edited(self, field: TextField | ChoiceGroup) -> None:
        self.right_again(field)
        self.edited.emit()


class RoleForm(DrawerForm):
    """What somebody is from now on."""

    def __init__(self) -> None:
        self.about, self.role = Label("", "body", wrap=True), role_choice()
        super().__init__("role", {"role": self.role}, save=tr("Ganti peran"))
        self.lay(self.about, self.role)
        self.role.chosen.connect(lambda _value: self.right_again(self.role))

    def fill(self, name: str, role: str) -> None:
        """Of whom, and what they are now."""
        self.about.set_text(tr("{name} sekarang {role}.", name=name, role=say(role_label(role))))
        self.role.set_value(role)
        self.begin(None)

    def state(self) -> str:
        """What is chosen."""
        return self.role.value() or ""


def role_choice() -> ChoiceGroup:
    """The roles by their digits."""
    return ChoiceGroup(tr("Peran"), [Choice(role, say(role_label(role))) for role in USER_ROLES], columns=2)
