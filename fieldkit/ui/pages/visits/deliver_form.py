"""A card is brought home: who received it, which identity was shown, who saw it (HV-4)."""

from __future__ import annotations

import msgspec

from fieldkit.domain.cards.pick_up import PlaceKind, Receiving, Relation
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.work.cards.handover import HandOver


class DeliverState(msgspec.Struct, frozen=True):
    """The form as it is kept while it is typed."""

    relation: str = ""
    received_by: str = ""
    identity: str = ""
    witness: str = ""
    old_card: str = ""


class DeliverForm(DrawerForm):
    """The questions of every handover, at a home."""

    def __init__(self) -> None:
        self.relation = ChoiceGroup(tr("Yang menerima"), _relations(), columns=1)
        self.received_by = TextField(tr("Nama penerima"), limit=80)
        self.identity = TextField(tr("Identitas yang ditunjukkan"), hint=tr("KK, KTP lama, resi"), limit=80)
        self.witness = TextField(tr("Saksi"), hint=tr("RT, tetangga, atau petugas"), limit=80)
        self.old_card = ChoiceGroup(tr("KTP lama"), [Choice("yes", tr("Diambil")), Choice("no", tr("Tidak ada"))])
        fields: dict[str, Findings] = {
            "relation": self.relation,
            "received_by": self.received_by,
            "identity_shown": self.identity,
            "witness": self.witness,
            "old_card_taken": self.old_card,
        }
        super().__init__("deliver", fields, save=tr("Simpan"))
        self.lay(*fields.values())
        self.relation.chosen.connect(self._on_relation)
        for group in (self.relation, self.old_card):
            group.chosen.connect(lambda _answer, field=group: self._answered(field))
        for field in (self.received_by, self.identity, self.witness):
            field.edited.connect(lambda _typed, field=field: self._answered(field))
        self._request_id, self._owner = "", ""

    def fill(self, request_id: str, owner: str, draft: str | None) -> None:
        """Ask about the card of somebody, or go on where the draft stopped."""
        self._request_id, self._owner = request_id, owner
        said = decoded(draft, DeliverState)
        self.relation.set_value(said.relation or None)
        self.received_by.set_value(said.received_by)
        self.identity.set_value(said.identity)
        self.witness.set_value(said.witness)
        self.old_card.set_value(said.old_card or None)
        self.begin(draft)

    def state(self) -> str:
        """What is answered so far, to be kept as a draft."""
        typed = (self.received_by.value(), self.identity.value(), self.witness.value())
        state = DeliverState(self.relation.value() or "", *typed, self.old_card.value() or "")
        return msgspec.json.encode(state).decode()

    def command(self) -> HandOver:
        """What the form says; the rules of the office are asked when it is written."""
        old_card = self.old_card.value()
        received = Receiving(
            self.received_by.value(),
            self.identity.value(),
            self.relation.value() or "",
            self.witness.value(),
            None if old_card is None else old_card == "yes",
            PlaceKind.HOME,
        )
        return HandOver(self._request_id, received)

    def _answered(self, field: Findings) -> None:
        self.right_again(field)
        self.edited.emit()

    def _on_relation(self, relation: str) -> None:
        """The owner needs not be typed again."""
        if relation == Relation.OWNER:
            self.received_by.set_value(self._owner)
        elif self.received_by.value() == self._owner:
            self.received_by.set_value("")


def _relations() -> list[Choice]:
    return [
        Choice(Relation.OWNER, tr("Pemilik kartu")),
        Choice(Relation.SAME_FAMILY_CARD, tr("Keluarga satu KK")),
        Choice(Relation.WITH_LETTER, tr("Orang lain dengan surat")),
    ]
