"""What the keys of the page do: the verbs of cards, each said when it is done, and taken back where that can be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from fieldkit.domain.cards.card import Check, Placing
from fieldkit.domain.cards.print_order import Wait
from fieldkit.domain.requests.reasons import has_old_card
from fieldkit.domain.roles import LEADS
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.store.queries.cards.page import CardsView
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.context import Context
from fieldkit.ui.forms.card_handover import Handing, HandoverForm
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.forms.nik_bearer import BearerFinder
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.acts import (
    ASIDE,
    BOX,
    CHECK,
    HAND_OVER,
    NIK,
    NOT_URGENT,
    PLACE,
    PRINT,
    SPOIL,
    URGENT,
    placings_for,
)
from fieldkit.ui.pages.cards.forms import CheckForm, NikForm, PlaceForm, SpoilForm, UrgentForm
from fieldkit.ui.pages.cards.wording import check_word, placing_word
from fieldkit.ui.whereabouts import reason_word, stop_said
from fieldkit.work.cards.handover import hand_over_card
from fieldkit.work.cards.orders import approve_print, withdraw_approval
from fieldkit.work.cards.places import place_card
from fieldkit.work.cards.printing import check_card, print_card, print_cards, spoil_blank, take_back_prints
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.inverse import Inverse
from fieldkit.work.stock.booking import inverse_of
from fieldkit.work.table.corrections import take_back_nik, write_nik

T = TypeVar("T")
F = TypeVar("F", bound=DrawerForm)
OVERRIDE = "override"


class CardDoer(QObject):
    """Does one thing at a time for the card that is selected. A form is made when it is first needed."""

    made = Signal(object)
    """A form is there now, and has to be put where it is shown before it is filled: there the keys go on in order."""
    form_asked = Signal(object)
    done = Signal()
    """A form was saved: it closes, and the list has the keys again."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context, self._saver = context, FormSaver(context, owner)
        self._left_open = ("", "", "")
        self._card: CardRow | None = None
        self._view: CardsView | None = None
        self.done.connect(self._forget)

    @cached_property
    def check(self) -> CheckForm:
        """Data and chip."""
        return self._made(CheckForm(), self._save_check)

    @cached_property
    def spoil(self) -> SpoilForm:
        """A piece that became none."""
        return self._made(SpoilForm(), self._save_spoil)

    @cached_property
    def place(self) -> PlaceForm:
        """Where the card lies."""
        return self._made(PlaceForm(), self._save_place)

    @cached_property
    def handover(self) -> HandoverForm:
        """Who receives it."""
        return self._made(HandoverForm(), self._save_handover)

    @cached_property
    def nik(self) -> NikForm:
        """The NIK that was missing."""
        form = self._made(NikForm(), self._save_nik)
        BearerFinder(self._context, form.nik, lambda: self._card.resident_id if self._card is not None else "")
        return form

    @cached_property
    def urgent(self) -> UrgentForm:
        """Why it comes before others."""
        form = UrgentForm(URGENT, "reason", tr("Kenapa didahulukan"), save=tr("Setujui"))
        return self._made(form, self._save_urgent)

    @cached_property
    def override(self) -> UrgentForm:
        """Why it is printed while it waits for a decision."""
        form = UrgentForm(OVERRIDE, "override", tr("Alasan dicetak sekarang"), save=tr("Cetak"))
        return self._made(form, self._save_override)

    def show(self, card: CardRow | None, view: CardsView) -> None:
        """The card that is selected now, and what is known besides."""
        self._card, self._view = card, view

    def do(self, act: str) -> None:
        """Begin one step of the selected card: at once, or with its form."""
        card, view = self._card, self._view
        if card is None or view is None:
            return
        at_once = {PRINT: self._print, NOT_URGENT: self._hurry_no_more}
        if act in at_once:
            at_once[act](card)
            return
        fills: dict[str, Callable[[], None]] = {
            CHECK: lambda: self.check.fill(card),
            SPOIL: self._fill_spoil,
            PLACE: lambda: self.place.fill([Placing.READY], *self._last_place(view)),
            ASIDE: lambda: self.place.fill(placings_for(card), *self._here(card)),
            BOX: lambda: self.place.fill([Placing.BOXED], tr("Kotak kartu rusak"), self._context.user.name),
            HAND_OVER: lambda: self.handover.fill(_handing(card), view.proxy, view.shift),
            NIK: lambda: self.nik.fill(card, date.fromisoformat(view.day)),
            URGENT: lambda: self.urgent.fill(
                tr("Dahulukan kartu {name}", name=card.name),
                tr("Dicetak sesudah rekam baru, sebelum {reason}.", reason=reason_word(card.reason).lower()),
            ),
        }
        self._begin(act, card, fills[act])

    def print_batch(self, cards: Sequence[CardRow]) -> None:
        """The next cards came out of the machine."""
        requests = tuple(card.request_id for card in cards)
        if requests:
            words = tr("{n} kartu dicatat dicetak", n=len(requests))
            work, more = self._executed(print_cards, requests), self._next_after_print()
            self._context.ask(self, work, lambda prints: self._printed(words, tuple(prints), more))

    def _print(self, card: CardRow) -> None:
        if card.wait not in (Wait.IN_QUESTION, Wait.AT_CENTRE):
            words = tr("Dicetak: {name}", name=card.name)
            work, more = self._executed(print_card, card.request_id), self._next_after_print()
            self._context.ask(self, work, lambda print_id: self._printed(words, (print_id,), more))
        elif self._context.user.role in LEADS:
            title = tr("Kartu {name} ditahan", name=card.name)
            self._begin(OVERRIDE, card, lambda: self.override.fill(title, _waiting_words(card)))
        elif card.wait == Wait.AT_CENTRE:
            self._context.messages.done(tr("Kartu ini ditahan menurut data pusat"), stop_said(card))
        else:
            self._context.messages.done(
                tr("Kartu ini menunggu keputusan"), tr("Ketua tim atau kantor yang memutuskan, atau mencetaknya.")
            )

    def _begin(self, form: str, card: CardRow, fill: Callable[[], None]) -> None:
        """A form that was left half answered about the same card, as it is still, goes on where it stopped."""
        about = form, card.request_id, str(card.card.state)
        if about != self._left_open:
            fill()
        self._left_open = about
        self.form_asked.emit(self._form_of(form))

    def _made(self, form: F, save: Callable[[], None]) -> F:
        form.saved.connect(save)
        self.made.emit(form)
        return form

    def _fill_spoil(self) -> None:
        self.spoil.fill()

    def _form_of(self, act: str) -> DrawerForm:
        if act in (PLACE, ASIDE, BOX):
            return self.place
        forms: dict[str, Callable[[], DrawerForm]] = {
            CHECK: lambda: self.check,
            SPOIL: lambda: self.spoil,
            HAND_OVER: lambda: self.handover,
            NIK: lambda: self.nik,
            URGENT: lambda: self.urgent,
            OVERRIDE: lambda: self.override,
        }
        return forms[act]()

    def _forget(self) -> None:
        self._left_open = ("", "", "")

    def _next_after_print(self) -> str:
        """What to do next, by the blanks that were on record when the key was pressed."""
        if self._view is not None and self._view.limits.blanks <= 0:
            return tr(
                "Menurut catatan blangko sudah habis. Catat blangko yang datang di Hari ini, atau urungkan kalau "
                "kartunya belum tercetak."
            )
        return tr("Periksa data dan chipnya, lalu serahkan atau taruh.")

    def _printed(self, words: str, prints: tuple[str, ...], more: str) -> None:
        self._context.done(
            words,
            more,
            inverse=Inverse(take_back_prints, prints),
            undone=tr("Batal dicetak, blangko kembali di meja"),
        )

    def _save_check(self) -> None:
        answer = self.check.answer()
        if answer is not None and self._card is not None:
            result, note = answer
            words = tr("{name}: {result}", name=self._card.name, result=check_word(result).lower())
            is_right = result is Check.OK
            self._save(
                self.check,
                self._executed(check_card, self._card.request_id, result, note),
                words,
                "" if is_right else _after_check(self._card, result),
                undone="" if result is Check.NOT_PRINTED else tr("Batal, kartu belum diperiksa"),
            )

    def _save_spoil(self) -> None:
        reason = self.spoil.answer()
        if reason is not None and self._card is not None:
            work = self._executed(spoil_blank, SpoilReason(reason), "", self._card.request_id)
            self._saver.save(self.spoil, work, self._spoiled)

    def _spoiled(self, movement_id: str) -> None:
        self.done.emit()
        self._context.done(
            tr("1 blangko dicatat rusak"),
            tr("Simpan kepingnya di kotak kartu rusak."),
            inverse=inverse_of(movement_id),
            undone=tr("Tidak jadi rusak, blangko kembali di meja"),
        )

    def _save_place(self) -> None:
        command = self.place.command(self._card.request_id) if self._card is not None else None
        if command is not None and self._card is not None:
            words = tr("{name}: {result}", name=self._card.name, result=placing_word(command.placing).lower())
            undone = tr("Batal, kartu tercatat seperti sebelumnya")
            self._save(self.place, self._executed(place_card, command), words, command.place, undone=undone)

    def _save_handover(self) -> None:
        if self._card is not None:
            command = self.handover.command(self._card.request_id)
            words = tr("Kartu diserahkan: {name}", name=self._card.name)
            receiver = tr("Diterima {name}.", name=command.receiving.received_by)
            undone = tr("Batal diserahkan, kartu tercatat seperti sebelumnya")
            self._save(self.handover, self._executed(hand_over_card, command), words, receiver, undone=undone)

    def _save_nik(self) -> None:
        if self._card is not None:
            work = self._executed(write_nik, self.nik.command(self._card.request_id))
            self._saver.save(self.nik, work, partial(self._said_nik, self._card.name))

    def _said_nik(self, name: str, request_id: str) -> None:
        self.done.emit()
        self._context.done(
            tr("NIK {name} tertulis", name=name),
            tr("Kartunya masuk antrean cetak."),
            inverse=Inverse(take_back_nik, request_id),
            undone=tr("NIK batal ditulis"),
        )

    def _save_urgent(self) -> None:
        if self._card is not None:
            work = self._executed(approve_print, self._card.request_id, self.urgent.reason.value())
            words = tr("Disetujui mendesak: {name}", name=self._card.name)
            inverse = Inverse(withdraw_approval, self._card.request_id)
            self._save(self.urgent, work, words, "", undone=_turn_again(), inverse=inverse)

    def _hurry_no_more(self, card: CardRow) -> None:
        words = tr("Tidak lagi mendesak: {name}", name=card.name)
        work = self._executed(withdraw_approval, card.request_id)
        self._context.ask(self, work, lambda _: self._context.done(words, _turn_again()))

    def _save_override(self) -> None:
        if self._card is not None:
            words, more = tr("Dicetak: {name}", name=self._card.name), self._next_after_print()

            def saved(print_id: str) -> None:
                self.done.emit()
                self._printed(words, (print_id,), more)

            work = self._executed(print_card, self._card.request_id, self.override.reason.value())
            self._saver.save(self.override, work, saved)

    def _executed(self, verb: Callable[..., T], *values: Any) -> Callable[[], T]:
        return lambda: self._context.store.execute(verb, *values)

    def _save(
        self, form: DrawerForm, work: Callable[[], str], done: str, more: str, *, undone: str = "",
        inverse: Inverse[str] | None = None,
    ) -> None:  # fmt: skip
        """Save a form; where `undone` says what then is, the step can be taken back."""

        def saved(fact_id: str) -> None:
            self.done.emit()
            back = inverse or (Inverse(undo_card_step, fact_id) if undone else None)
            words = more or tr("Aman di laptop ini, dikirim saat ada jaringan.")
            self._context.done(done, words, inverse=back, undone=undone)

        self._saver.save(form, work, saved)

    def _last_place(self, view: CardsView) -> tuple[str, str]:
        """Where the last one was put; at first the place of the session, and who works here."""
        if view.places:
            return view.places[0]
        return view.shift.site_name if view.shift is not None else "", self._context.user.name

    def _here(self, card: CardRow) -> tuple[str, str]:
        return card.card.place, self._context.user.name


def _handing(card: CardRow) -> Handing:
    return Handing(card.name, card.card, has_old_card(card.reason))


def _after_check(card: CardRow, result: Check) -> str:
    """What becomes of a piece that is none any more, and of its card."""
    if card.card.pieces > 1:
        kept = tr("Keping yang satunya tetap kartunya.")
        return kept if result is Check.NOT_PRINTED else " ".join((tr("Simpan kepingnya di kotak kartu rusak."), kept))
    return tr("Kartu kembali ke antrean, kepingnya ke kotak kartu rusak.")


def _turn_again() -> str:
    return tr("Kartunya menunggu giliran seperti sebelumnya.")


def _waiting_words(card: CardRow) -> str:
    if card.wait == Wait.AT_CENTRE:
        more = tr("Kalau pusat sekarang menampilkan siap cetak, tulis itu. Alasan dan nama Anda ikut tercatat.")
        return f"{stop_said(card)} {more}"
    return tr(
        "Ada dua isian yang berbeda untuk data orang ini. Putuskan dulu di Sinkronisasi, atau cocokkan dengan KK dan "
        "tulis alasannya. Alasan dan nama Anda ikut tercatat."
    )
