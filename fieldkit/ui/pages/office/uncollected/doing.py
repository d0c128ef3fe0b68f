"""What is done with batches and their cards: set aside, crossed out, signed for, counted in; each said and undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from fieldkit.domain.cards.batches import BatchState, Difference, FoundDifferent, check_count
from fieldkit.domain.cards.card import CardState
from fieldkit.domain.errors import RuleError
from fieldkit.store.database import Database
from fieldkit.store.drafts import draft
from fieldkit.store.queries.cards.batches import Batch, BatchCard, DistrictCards, batch_cards
from fieldkit.store.queries.cards.rules import proxy_rule
from fieldkit.store.queries.cards.whereabouts import UncollectedView, card_of_reference
from fieldkit.store.queries.shifts import current_shift
from fieldkit.ui.context import Context
from fieldkit.ui.formats import count
from fieldkit.ui.forms.card_handover import Handing, HandoverForm
from fieldkit.ui.forms.drawer_form import DrawerForm, FormSaver
from fieldkit.ui.forms.signing import PinSigning, Question
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.uncollected.card_marks import CardMarks
from fieldkit.ui.pages.office.uncollected.forms import CrossOutForm, ReceiveForm, SendForm
from fieldkit.ui.places import district_name
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.overlays import Drawer
from fieldkit.work.cards.batches import (
    CrossOut,
    FindCard,
    ReceiveBatch,
    SendBatch,
    cross_out,
    find_card,
    make_batch,
    receive_batch,
    send_batch,
    undo_batch,
)
from fieldkit.work.cards.handover import hand_over_card
from fieldkit.work.cards.undoing import undo_card_step
from fieldkit.work.inverse import Inverse
from fieldkit.work.sign_in import Signer


class BatchDoer(QObject):
    """Forms in drawers over the desk; what one is about stays, whatever is selected meanwhile."""

    turned = Signal()
    """A drawer came or went."""
    made = Signal(str)
    """There is a batch now."""
    signed = Signal()

    def __init__(self, context: Context, desk: QWidget) -> None:
        super().__init__(desk)
        self._context = context
        self._view: UncollectedView | None = None
        self._batch: Batch | None = None
        self._card: BatchCard | None = None
        self._marks = CardMarks(context, self)
        self.signing, self._saver = PinSigning(context, desk), FormSaver(context, desk)
        self.cross_out_form, self.send_form, self.receive_form = CrossOutForm(), SendForm(), ReceiveForm()
        self.handover_form, self._left_open = HandoverForm(), ""
        self._drawers: dict[DrawerForm, Drawer] = {
            self.cross_out_form: Drawer(desk, tr("Coret dari kiriman"), self.cross_out_form),
            self.send_form: Drawer(desk, tr("Kirim ke kecamatan"), self.send_form),
            self.receive_form: Drawer(desk, tr("Terima di kecamatan"), self.receive_form, width=420),
            self.handover_form: Drawer(desk, tr("Serahkan kartu"), self.handover_form),
        }
        self._listen()

    def primary(self) -> Button | None:
        """The filled button of the form that is open."""
        return next((form.save_button for form, drawer in self._drawers.items() if not drawer.isHidden()), None)

    def close(self) -> bool:
        """Esc; False where nothing was open."""
        was_open = self.primary() is not None
        for drawer in self._drawers.values():
            drawer.close_drawer()
        return was_open

    def know(self, view: UncollectedView) -> None:
        """What holds now."""
        self._view = view

    def marked(self, batch: Batch | None) -> Mapping[str, Difference]:
        """The cards of a batch on its way that were not found as they are written."""
        is_counted = batch is not None and batch.state is BatchState.SIGNED
        return self._marks.of(batch.id) if batch is not None and is_counted else {}

    def mark(self, batch: Batch, card: BatchCard, difference: Difference) -> None:
        """Mark a card, or take the mark away."""
        self._marks.turn(batch.id, card.request_id, difference)

    def make(self, district: DistrictCards) -> None:
        """Set aside what may go to a district."""
        name = district_name(self._context.regions, district.district)

        def made(batch_id: str) -> None:
            self.made.emit(batch_id)
            told = tr("Cocokkan dengan kartunya, coret yang tidak ada, lalu tanda tangani.")
            title = tr("Kiriman {name} disiapkan: {n} kartu", name=name, n=count(district.eligible))
            undone = tr("Kiriman dibatalkan, kartunya siap diambil seperti sebelumnya")
            self._context.done(title, told, inverse=Inverse(undo_batch, batch_id), undone=undone)

        self._context.ask(self, partial(self._context.store.execute, make_batch, district.district), made)

    def undo(self, batch: Batch) -> None:
        """Nothing is sent after all."""

        def undone(cards: int) -> None:
            told = tr("{n} kartu siap diambil seperti sebelumnya.", n=count(cards))
            self._context.messages.done(tr("Kiriman {name} dibatalkan", name=self.name_of(batch)), told)

        self._context.ask(self, partial(self._context.store.execute, undo_batch, batch.id), undone)

    def find(self, batch: Batch, card: BatchCard) -> None:
        """A missing card lies at the district after all."""

        def found(fact_id: str) -> None:
            self._context.done(
                tr("{name}: sudah ketemu di kecamatan", name=card.name),
                tr("Siap diambil di sana."),
                inverse=Inverse(undo_card_step, fact_id),
                undone=tr("Masih dicari seperti sebelumnya"),
            )

        command = FindCard(card.request_id, self._office_of(batch))
        self._context.ask(self, partial(self._context.store.execute, find_card, command), found)

    def open_cross_out(self, batch: Batch, card: BatchCard) -> None:
        """Ask why a card does not go along."""
        if self.primary() is None:
            self._batch, self._card = batch, card
            kind = f"batch_cross_out {batch.id} {card.request_id}"
            self.cross_out_form.fill(card.name, self._left(kind))
            self._open(self.cross_out_form, kind)

    def open_send(self, batch: Batch) -> None:
        """Ask for the number of the paper, and for who receives it."""
        if self.primary() is not None:
            return
        self._batch, kind = batch, f"batch_send {batch.id}"
        about = tr(
            "{n} kartu untuk {name}. Nama dan alamatnya tertulis di berita acara.",
            n=count(batch.cards),
            name=self.name_of(batch),
        )
        self.send_form.fill(about, self._next_number(), self._left(kind))
        self._open(self.send_form, kind)

    def open_receive(self, batch: Batch) -> None:
        """Ask what was counted."""
        if self.primary() is not None:
            return
        self._batch, kind = batch, f"batch_receive {batch.id}"
        about, place = self.count_words(batch), self._office_of(batch)
        self.receive_form.fill(about, place, batch.giver, self._next_number(), self._left(kind))
        self._open(self.receive_form, kind)

    def open_handover(self, card: BatchCard, day: date) -> None:
        """Ask who receives a card that was asked for in another district; what was answered of it is there again."""
        if self.primary() is not None:
            return
        self._card, store = card, self._context.store
        if self._left_open != card.request_id:
            handing = Handing(card.name, card.card, has_old_card=True)
            self.handover_form.fill(handing, store.query(proxy_rule, day), store.query(current_shift))
        self._left_open = card.request_id
        self._show(self.handover_form)

    def count_words(self, batch: Batch) -> str:
        """What the count has to come to, of a batch that is on its way."""
        if batch.state is not BatchState.SIGNED:
            return ""
        expected = self._expected(batch)
        kinds = [each.kind for each in self._named(batch, expected)]
        return tr(
            "Di daftar {n} · sudah diambil {fetched} · ditandai tidak ada {missing} · rusak {damaged}",
            n=count(batch.cards),
            fetched=count(batch.cards - len(expected)),
            missing=count(kinds.count(Difference.MISSING)),
            damaged=count(kinds.count(Difference.DAMAGED)),
        )

    def name_of(self, batch: Batch) -> str:
        """The district of a batch."""
        return district_name(self._context.regions, batch.district)

    def _listen(self) -> None:
        saves: dict[DrawerForm, Callable[[], None]] = {
            self.cross_out_form: self._save_cross_out,
            self.send_form: self._save_send,
            self.receive_form: self._save_receive,
            self.handover_form: self._save_handover,
        }
        for form, drawer in self._drawers.items():
            drawer.offer_close(on=False)
            form.saved.connect(saves[form])
            form.cancelled.connect(drawer.close_drawer)
            form.edited.connect(self._saver.touch)
            drawer.closed.connect(self._saver.rest)
            drawer.closed.connect(self.turned)

    def _save_cross_out(self) -> None:
        batch, card = self._batch, self._card
        if batch is None or card is None:
            return
        command = CrossOut(batch.id, card.request_id, self.cross_out_form.note.value())

        def crossed(fact_id: str) -> None:
            self.close()
            title = tr("{name} dicoret dari kiriman", name=card.name)
            told = tr("Siap diambil lagi di {place}.", place=card.place or "–")
            inverse = Inverse(undo_card_step, fact_id)
            self._context.done(title, told, inverse=inverse, undone=tr("Kartunya ikut dikirim lagi"))

        self._saver.save(self.cross_out_form, partial(self._context.store.execute, cross_out, command), crossed)

    def _save_send(self) -> None:
        batch, form, store = self._batch, self.send_form, self._context.store
        if batch is None or self._view is None:
            return
        name = self.name_of(batch)
        command = SendBatch(batch.id, batch.district, name, form.minutes(self._view.time_zone))
        question = Question(
            tr("Tanda tangani {n} kartu ke {name}", n=count(batch.cards), name=name),
            tr("Nama Anda tertulis sebagai yang menyerahkan. Sesudah ini daftarnya tidak berubah lagi."),
            tr("Tanda tangani"),
        )
        told = tr("Cetak dengan Ctrl+P. Di kecamatan dihitung dan ditandatangani penerimanya.")
        done = partial(self._signed, form, tr("Kiriman {name} ditandatangani", name=name), told)
        self.signing.ask(question, lambda by: store.execute(send_batch, command, by), done, form.show_problems)

    def _save_receive(self) -> None:
        batch, form, view = self._batch, self.receive_form, self._view
        if batch is None or view is None or self._refused_count(batch):
            return
        counted, found, typed = form.counted.number() or 0, self._named(batch, self._expected(batch)), form.strangers()
        place, minutes, store = form.place.value(), form.minutes(view.time_zone), self._context.store
        question = Question(
            tr("Tanda tangani penerimaan {n} kartu", n=count(counted)),
            tr("Nama Anda tertulis sebagai pemegang kartu di kecamatan, dan selisihnya ikut tertulis."),
            tr("Tanda tangani"),
        )

        def receive(signer: Signer) -> str:
            named = (*found, *store.query(_strangers, typed))
            return store.execute(receive_batch, ReceiveBatch(batch.id, counted, place, minutes, named), signer)

        def signed(record_id: str) -> None:
            self._marks.forget(batch.id)
            told = tr("Pemiliknya mengambil di sana dengan identitas. Cetak penerimaannya dengan Ctrl+P.")
            self._signed(form, tr("{n} kartu diterima", n=count(counted)), told, record_id)

        self.signing.ask(question, receive, signed, form.show_problems)

    def _save_handover(self) -> None:
        card, form = self._card, self.handover_form
        if card is None:
            return
        command = form.command(card.request_id)

        def handed(fact_id: str) -> None:
            self.close()
            self._left_open = ""
            title = tr("Kartu diserahkan: {name}", name=card.name)
            told = tr("Diterima {name}.", name=command.receiving.received_by)
            undone = tr("Batal diserahkan, kartu tercatat seperti sebelumnya")
            self._context.done(title, told, inverse=Inverse(undo_card_step, fact_id), undone=undone)

        self._saver.save(form, partial(self._context.store.execute, hand_over_card, command), handed)

    def _refused_count(self, batch: Batch) -> bool:
        """Before the PIN is asked for: whether the count is not that of the list and what is named."""
        form, listed = self.receive_form, self._expected(batch)
        strangers = [FoundDifferent(Difference.NOT_LISTED, name) for name in form.strangers()]
        found = [*self._named(batch, listed), *strangers]
        problems = check_count([card.request_id for card in listed], found, form.counted.number() or 0)
        if problems:
            form.show_problems(RuleError(*problems))
        return bool(problems)

    def _signed(self, form: DrawerForm, title: str, told: str, record_id: str) -> None:
        def done(_record_id: str) -> None:
            self.close()
            self._context.messages.done(title, told)
            self.signed.emit()

        self._saver.save(form, lambda: record_id, done)

    def _expected(self, batch: Batch) -> list[BatchCard]:
        cards = self._context.store.query(batch_cards, batch.id)
        return [card for card in cards if card.card.state is not CardState.HANDED_OVER]

    def _named(self, batch: Batch, expected: Sequence[BatchCard]) -> list[FoundDifferent]:
        marked = self.marked(batch)
        return [
            FoundDifferent(marked[card.request_id], card.name or "–", card.request_id)
            for card in expected
            if card.request_id in marked
        ]

    def _office_of(self, batch: Batch) -> str:
        return tr("Kantor {name}", name=self.name_of(batch))

    def _next_number(self) -> str:
        return self._view.next_number if self._view is not None else ""

    def _left(self, kind: str) -> str | None:
        return self._context.store.query(draft, self._context.user.id, kind)

    def _open(self, form: DrawerForm, kind: str) -> None:
        self._saver.begin(form, kind)
        self._show(form)

    def _show(self, form: DrawerForm) -> None:
        self._drawers[form].open_drawer()
        form.focus_first()
        self.turned.emit()


def _strangers(database: Database, typed: Sequence[str]) -> list[FoundDifferent]:
    """Cards that are not on the list: those whose reference is known here by their request."""
    found = [(name, card_of_reference(database, name)) for name in typed]
    return [
        FoundDifferent(Difference.NOT_LISTED, (card.name if card else "") or name, card.request_id if card else "")
        for name, card in found
    ]
