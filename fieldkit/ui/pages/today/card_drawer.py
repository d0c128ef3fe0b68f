"""Cards of today: Enter is printed, S handed over with the identity shown, R a blank spoiled on the way.

A card that waits for a decision about the person's data is printed only for a reason, by who leads.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from fieldkit.domain.errors import RuleError
from fieldkit.domain.stock import SpoilReason, spoil_reason_label
from fieldkit.store.queries.cards.day import DayCard
from fieldkit.ui.formats import clock
from fieldkit.ui.language import say, tr
from fieldkit.ui.messages import show_problems
from fieldkit.ui.tables import Column, RowsModel, Table
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.cards import EmptyState, Notice, Soft
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.findings import Findings
from fieldkit.ui.widgets.labels import KeyCap, Label
from fieldkit.ui.widgets.layouts import column, row, stretched
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.instants import at_site, moment


class Ask(Enum):
    """What is being asked about the card that is selected."""

    NOTHING = 0
    IDENTITY = 1
    SPOIL = 2
    OVERRIDE = 3


class CardsPanel(QWidget):
    """The list, and below it what is asked about the selected card."""

    asked = Signal()
    """A question came or went."""
    printed = Signal(str, str)
    """Request, and the reason to print a card that waits."""
    handed_over = Signal(str, str, str)
    """Request, who received it, the identity shown."""
    spoiled = Signal(str, object)
    refused = Signal(str, str)
    """Why a key does nothing for this card: title and text."""

    def __init__(self, *, may_override: bool) -> None:
        super().__init__()
        self._may_override = may_override
        self._zone, self._ask, self._cards = "UTC", Ask.NOTHING, 0
        self._asked: DayCard | None = None
        self._build_list()
        self._build_questions()
        self._keys = _key_row()
        self._later = Label("", "hint", wrap=True)
        self._empty = EmptyState(
            "identification-card", tr("Belum ada kartu yang bisa dicetak."), tr("Yang sudah terekam tampil di sini.")
        )
        column(
            stretched(self.table), stretched(self._empty), self._identity, self._spoil, self._override, self._later,
            self._keys, gap=10, inside=self,
        )  # fmt: skip
        self.setFocusProxy(self.table)
        self._bind_keys()
        self._put(Ask.NOTHING)

    def show_cards(self, cards: Sequence[DayCard], day: date, time_zone: str) -> None:
        """The cards of the day; those of people who are not 17 yet are only counted."""
        self._zone = time_zone
        now = [card for card in cards if card.print_eligible_on <= day.isoformat()]
        self._cards, young = len(now), len(cards) - len(now)
        self._model.set_rows(now)
        if now and self.table.selected() is None:
            self.table.select(now[0].request_id)
        self._later.set_text(tr("{n} orang belum 17 tahun, kartunya dicetak nanti.", n=young) if young else "")
        self._later.setVisible(young > 0)
        # What came in meanwhile does not take away a question that is being answered.
        self._put(self._ask if self._asked in now else Ask.NOTHING)

    def focus_list(self) -> None:
        """Make the keys of the list live."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def step_out(self) -> bool:
        """Esc: back from a question to the list."""
        asked = self._ask is not Ask.NOTHING
        self._put(Ask.NOTHING)
        return asked

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves a question before it leaves the drawer."""
        if event.key() == Qt.Key.Key_Escape and self.step_out():
            return
        super().keyPressEvent(event)

    def show_problems(self, error: RuleError) -> bool:
        """Beside the fields; False where none of them is meant."""
        fields: dict[str, Findings] = {
            "identity_shown": self.identity,
            "received_by": self.receiver,
            "reason": self.spoil_reason,
        }
        fields["override"] = self.override_reason
        known = any(problem.field in fields for problem in error.problems)
        show_problems(fields, error)
        return known

    def _build_list(self) -> None:
        columns = [
            Column(tr("Nama"), lambda card: (card.name, self._second(card)), kind="two", width="stretch"),
            Column(tr("Keadaan"), self._badge, kind="badge"),
        ]
        self._model = RowsModel(columns, id_of="request_id")
        self.table = Table(self._model, two_line=True, name=tr("Kartu hari ini"))
        self.table.setObjectName("day_cards")
        self.table.activated_row.connect(self._print)

    def _build_questions(self) -> None:
        self.identity = ChoiceGroup(tr("Identitas yang ditunjukkan"), _identities(), columns=2)
        self.receiver = TextField(tr("Diterima oleh"))
        self.hand_over_button = Button(tr("Serahkan"), "primary", key="Ctrl+Enter", press=self._hand_over)
        self.spoil_reason = ChoiceGroup(tr("Kenapa kepingnya rusak"), _reasons(), columns=2)
        self.spoil_button = Button(tr("Catat rusak"), "primary", key="Ctrl+Enter", press=self._spoil_one)
        self.override_reason = NoteField(tr("Alasan dicetak sekarang"), hint=tr("apa yang sudah dicocokkan"), lines=2)
        self.override_button = Button(tr("Cetak"), "primary", key="Ctrl+Enter", press=self._print_all_the_same)
        self.override_reason.edited.connect(lambda _typed: self.override_reason.clear_finding())
        self._why_it_waits = Notice(tone="warn")
        self._override = Soft(self._why_it_waits, self.override_reason, row(None, self.override_button))
        self._identity = Soft(self.identity, self.receiver, row(None, self.hand_over_button))
        self._spoil = Soft(self.spoil_reason, row(None, self.spoil_button))
        names: dict[str, QWidget] = {
            "card_identity": self.identity,
            "card_receiver": self.receiver,
            "card_spoil_reason": self.spoil_reason,
        }
        names |= {"card_override": self._override, "card_override_reason": self.override_reason}
        buttons = {"hand_over": self.hand_over_button, "spoil_card": self.spoil_button}
        for name, part in {**names, **buttons, "print_all_the_same": self.override_button}.items():
            part.setObjectName(name)

    def _bind_keys(self) -> None:
        bind(self.table, "S", lambda: self._ask_about(Ask.IDENTITY))
        bind(self.table, "R", lambda: self._ask_about(Ask.SPOIL))

    def primary(self) -> Button | None:
        """The filled button there is now."""
        buttons = {Ask.IDENTITY: self.hand_over_button, Ask.SPOIL: self.spoil_button}
        return {**buttons, Ask.OVERRIDE: self.override_button}.get(self._ask)

    def _put(self, ask: Ask) -> None:
        back = ask is Ask.NOTHING and self._ask is not Ask.NOTHING
        self._ask = ask
        self._identity.setVisible(ask is Ask.IDENTITY)
        self._spoil.setVisible(ask is Ask.SPOIL)
        self._override.setVisible(ask is Ask.OVERRIDE)
        self.table.setVisible(self._cards > 0)
        self._keys.setVisible(self._cards > 0 and ask is Ask.NOTHING)
        self._empty.setVisible(self._cards == 0)
        if back:
            self.table.setFocus()
        self.asked.emit()

    def _ask_about(self, ask: Ask) -> None:
        card = self.table.selected()
        why_not = self._why_not(card, ask) if card is not None else None
        if why_not is not None:
            self.refused.emit(*why_not)
        if card is None or why_not is not None:
            return
        self._asked = card
        self.identity.set_value(None)
        self.spoil_reason.set_value(None)
        self.receiver.set_value(card.name)
        self.override_reason.set_value("")
        self.override_button.set_text(tr("Cetak kartu {name}", name=card.name))
        self._why_it_waits.set(tr("Kartu {name} menunggu keputusan", name=card.name), _waiting_words())
        questions: dict[Ask, Findings] = {
            Ask.IDENTITY: self.identity,
            Ask.SPOIL: self.spoil_reason,
            Ask.OVERRIDE: self.override_reason,
        }
        for field in (*questions.values(), self.receiver):
            field.clear_finding()
        self._put(ask)
        questions[ask].focus_answer()

    def _print(self, card: DayCard | None) -> None:
        if card is None or card.printed_at:
            return
        if card.waits:
            self._ask_about(Ask.OVERRIDE)
        else:
            self.printed.emit(card.request_id, "")

    def _print_all_the_same(self) -> None:
        if self._asked is not None:
            self.printed.emit(self._asked.request_id, self.override_reason.value())

    def _why_not(self, card: DayCard, ask: Ask) -> tuple[str, str] | None:
        if card.handed_at:
            return tr("Kartu ini sudah diserahkan"), tr("Diserahkan {time}.", time=self._clock(card.handed_at))
        if ask is Ask.IDENTITY and not card.printed_at:
            return tr("Kartu ini belum dicetak"), tr("Tekan Enter sesudah kartunya keluar dari mesin cetak.")
        if ask is Ask.OVERRIDE and not self._may_override:
            return tr("Kartu ini menunggu keputusan"), tr("Ketua tim atau kantor yang memutuskan, atau mencetaknya.")
        if ask is Ask.SPOIL and card.printed_at:
            return tr("Kartu ini sudah dicetak"), tr("Kalau ternyata salah, bawa ke kantor untuk dicetak ulang.")
        return None

    def _hand_over(self) -> None:
        card, shown = self.table.selected(), self.identity.value()
        words = {choice.id: choice.caption for choice in _identities()}
        if card is not None:
            self.handed_over.emit(
                card.request_id, self.receiver.value().strip() or card.name, words.get(shown or "", "")
            )

    def _spoil_one(self) -> None:
        card, reason = self.table.selected(), self.spoil_reason.value()
        if card is not None:
            self.spoiled.emit(card.request_id, SpoilReason(reason) if reason else None)

    def _second(self, card: DayCard) -> str:
        parts = [card.queue_no, tr("siap {time}", time=self._clock(card.ready_at))]
        if card.spoiled:
            parts.append(tr("{n} keping rusak", n=card.spoiled))
        return " · ".join(parts)

    def _badge(self, card: DayCard) -> tuple[str, str]:
        if card.handed_at:
            return tr("Diserahkan {time}", time=self._clock(card.handed_at)), "ok"
        if card.printed_at:
            return tr("Dicetak {time}", time=self._clock(card.printed_at)), "info"
        return (tr("Menunggu keputusan"), "warn") if card.waits else (tr("Belum dicetak"), "mute")

    def _clock(self, instant: str) -> str:
        return clock(at_site(moment(instant), self._zone))


def _waiting_words() -> str:
    return tr(
        "Ada dua isian yang berbeda untuk data orang ini. Putuskan dulu di Sinkronisasi, atau cocokkan dengan KK dan "
        "tulis alasannya. Alasan dan nama Anda ikut tercatat."
    )


def _key_row() -> QWidget:
    keys = QWidget()
    parts = [(tr("Enter"), tr("dicetak")), ("S", tr("diserahkan")), ("R", tr("keping rusak"))]
    row(*(part for cap, word in parts for part in (KeyCap(cap), Label(word, "hint"))), None, gap=6, inside=keys)
    return keys


def _identities() -> list[Choice]:
    return [
        Choice("kk", tr("Kartu keluarga")),
        Choice("old_card", tr("KTP lama")),
        Choice("receipt", tr("Bukti perekaman")),
        Choice("other", tr("Surat lain")),
    ]


def _reasons() -> list[Choice]:
    return [Choice(reason, say(spoil_reason_label(reason))) for reason in SpoilReason]
