"""Who received a card, and what was shown: asked on the page of cards and at the desk of those that nobody fetched."""

from __future__ import annotations

from dataclasses import dataclass, field

from fieldkit.domain.cards.card import CardState, Position
from fieldkit.domain.cards.pick_up import PlaceKind, ProxyRule, Receiving, Relation
from fieldkit.domain.errors import RuleError
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.store.queries.shifts import Shift
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.cards.handover import HandOver

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Handing:
    """A card in the hand: whose, where it was until now, and whether an old one is asked for."""

    name: str = field(repr=False)
    card: Position
    has_old_card: bool


class HandoverForm(DrawerForm):
    """Who received the card, and what was shown (NC-4); a second handover asks why it is written all the same."""

    def __init__(self) -> None:
        self.relation = ChoiceGroup(tr("Diterima oleh"), [], columns=2)
        self.identity = ChoiceGroup(tr("Identitas yang ditunjukkan"), _identities(), columns=2)
        self.receiver = TextField(tr("Nama penerima"), limit=80)
        self.witness = TextField(tr("Saksi"), hint=tr("petugas atau RT yang melihat"), limit=80)
        self.where = ChoiceGroup(tr("Tempat serah"), _places(), columns=3)
        self.old_card = ChoiceGroup(tr("KTP lama"), _old_card(), columns=2)
        self.why = NoteField(tr("Kenapa tetap dicatat"), hint=tr("singkat, ikut tercatat"))
        self.doubt = Notice(tone="warn")
        fields = {
            "identity_shown": self.identity, "relation": self.relation, "received_by": self.receiver,
            "witness": self.witness, "old_card_taken": self.old_card, "place_kind": self.where, "why": self.why,
        }  # fmt: skip
        super().__init__("handover", fields, save=tr("Serahkan"))
        self._owner = ""
        self._listen()
        self.lay(self.doubt, *fields.values())

    def fill(self, card: Handing, rule: ProxyRule, shift: Shift | None) -> None:
        """An empty form for one card, with what the rule of the office lets be chosen."""
        self.begin(None)
        self._owner = card.name
        self.relation.set_choices([Choice(each, relation_word(each)) for each in _relations(rule)])
        self.relation.set_value(Relation.OWNER)
        self.relation.setVisible(rule is not ProxyRule.FORBIDDEN)
        self.identity.set_value(None)
        self.receiver.set_value(card.name)
        self.witness.set_value("")
        self.where.set_value(_usual_place(shift))
        self.old_card.set_value(None)
        self.old_card.setVisible(card.has_old_card)
        self._warn_of_doubt(card)
        self._show_witness()

    def focus_first(self) -> None:
        """To the identity: it is asked first."""
        self.identity.focus_answer()

    def command(self, request_id: str) -> HandOver:
        """What is to be written."""
        words = {choice.id: choice.caption for choice in _identities()}
        taken = {YES: True, NO: False}.get(self.old_card.value() or "")
        receiving = Receiving(
            self.receiver.value().strip(),
            words.get(self.identity.value() or "", ""),
            self.relation.value() or "",
            self.witness.value().strip(),
            taken,
            self.where.value() or PlaceKind.FIELD,
        )
        return HandOver(request_id, receiving, self.why.value().strip())

    def show_problems(self, error: RuleError) -> None:
        """Beside the fields; what the rule says of a proxy is seen although only owners are offered."""
        self.relation.setVisible(self.relation.isVisibleTo(self) or _names(error, "relation"))
        super().show_problems(error)

    def _listen(self) -> None:
        for group in (self.identity, self.relation, self.where, self.old_card):
            group.chosen.connect(lambda _value, group=group: self.right_again(group))
        for typed in (self.receiver, self.witness, self.why):
            typed.edited.connect(lambda _typed, typed=typed: self.right_again(typed))
        self.relation.chosen.connect(self._follow_relation)
        self.where.chosen.connect(lambda _value: self._show_witness())

    def _follow_relation(self, relation: str) -> None:
        is_owner = relation == Relation.OWNER
        if is_owner or self.receiver.value() == self._owner:
            self.receiver.set_value(self._owner if is_owner else "")
        self._show_witness()

    def _show_witness(self) -> None:
        self.witness.setVisible(self.relation.value() != Relation.OWNER or self.where.value() == PlaceKind.HOME)

    def _warn_of_doubt(self, card: Handing) -> None:
        is_second = card.card.state is CardState.HANDED_OVER
        self.why.setVisible(card.card.state in (CardState.HANDED_OVER, CardState.QUEUED))
        self.why.set_value("")
        self.save_button.set_text(tr("Serahkan lagi dan catat") if is_second else tr("Serahkan"))
        warning = _doubt_words(card)
        self.doubt.setVisible(warning is not None)
        if warning is not None:
            self.doubt.set(*warning)


def _doubt_words(card: Handing) -> tuple[str, str] | None:
    """What is in doubt about handing over this card, with what to do."""
    if card.card.state is CardState.HANDED_OVER:
        return tr("Kartu {name} sudah dicatat diserahkan", name=card.name), tr(
            "Diterima {who}. Kalau kartunya memang ada di meja, pilih Kembali. Kalau tetap dicatat, kedua "
            "catatan disimpan dan jadi kasus untuk kantor.",
            who=card.card.custodian or "–",
        )
    if card.card.state is CardState.QUEUED:
        return tr("Cetakannya belum tercatat di laptop ini"), tr(
            "Mungkin dicetak di meja lain atau di kantor dan belum terkirim ke sini. Serahkan hanya kalau kartunya "
            "ada di tangan, dan tulis dari mana."
        )
    if card.card.state is CardState.PRINTED:
        return tr("Data dan chipnya belum diperiksa"), tr(
            "Sebaiknya periksa dulu dengan P. Kalau diserahkan sekarang, itu ikut tercatat."
        )
    return None


def relation_word(relation: str) -> str:
    """Who received a card."""
    words = {
        Relation.OWNER: tr("Sendiri"),
        Relation.SAME_FAMILY_CARD: tr("Satu KK"),
        Relation.WITH_LETTER: tr("Surat kuasa"),
    }
    return words[Relation(relation)] if relation in set(Relation) else relation.replace("_", " ")


def _relations(rule: ProxyRule) -> list[Relation]:
    if rule is ProxyRule.FORBIDDEN:
        return [Relation.OWNER]
    return [Relation.OWNER, Relation.SAME_FAMILY_CARD] + (
        [Relation.WITH_LETTER] if rule is ProxyRule.WITH_LETTER else []
    )


def _identities() -> list[Choice]:
    return [
        Choice("kk", tr("Kartu keluarga")),
        Choice("old_card", tr("KTP lama")),
        Choice("receipt", tr("Bukti rekam")),
        Choice("other", tr("Surat lain")),
    ]


def _places() -> list[Choice]:
    return [
        Choice(PlaceKind.FIELD, tr("Lapangan")),
        Choice(PlaceKind.OFFICE, tr("Kantor")),
        Choice(PlaceKind.HOME, tr("Rumah")),
    ]


def _old_card() -> list[Choice]:
    return [Choice(YES, tr("Diambil kembali")), Choice(NO, tr("Tidak ada"))]


def _usual_place(shift: Shift | None) -> str:
    return PlaceKind.FIELD if shift is not None and shift.kind == SessionKind.SHIFT else PlaceKind.OFFICE


def _names(error: RuleError, field: str) -> bool:
    return any(problem.field == field for problem in error.problems)
