"""What is asked about one card, a form for each step that needs an answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.errors import Severity
from fieldkit.domain.people.nik import shared_late_nik_problem
from fieldkit.domain.stock.movements import SpoilReason
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.forms.drawer_form import DrawerForm
from fieldkit.ui.forms.nik_field import NikField, Stated
from fieldkit.ui.forms.stock_fields import spoil_reasons
from fieldkit.ui.language import tr
from fieldkit.ui.pages.cards.wording import check_word, placing_word
from fieldkit.ui.widgets.cards import Notice
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.notes import NoteField
from fieldkit.work.cards.places import PlaceCard
from fieldkit.work.table.corrections import NikFound


class CheckForm(DrawerForm):
    """Data and chip were looked at; a piece that went wrong is in the box of the spoiled ones."""

    def __init__(self) -> None:
        self.result = ChoiceGroup(tr("Data dan chip"), [], columns=1)
        self.note = TextField(tr("Catatan"), hint=tr("kalau ada"), limit=200)
        super().__init__("check", {"result": self.result, "note": self.note}, save=tr("Catat"))
        self.result.chosen.connect(lambda _value: self.right_again(self.result))
        self.lay(self.result, self.note)

    def fill(self, card: CardRow) -> None:
        """Nothing is answered yet. Of a card that was printed twice one piece can be booked away."""
        self.begin(None)
        is_out = card.card.state is CardState.HANDED_OVER
        second = [Check.PRINTED_TWICE, Check.NOT_PRINTED] if card.card.pieces > 1 else []
        self.result.set_choices(_choices(check_word, second if is_out else _CHECKS + second))
        self.result.set_value(None)
        self.note.set_value("")

    def answer(self) -> tuple[Check, str] | None:
        """The result and the note; None where no result was chosen, which is then said."""
        chosen = self.result.value()
        if chosen is None:
            self.result.set_finding(Severity.STOP, tr("Hasilnya belum dipilih. Cocokkan kartu dengan KK, lalu pilih."))
            self.result.focus_answer()
            return None
        return Check(chosen), self.note.value()


class SpoilForm(DrawerForm):
    """A blank went wrong before there was a card."""

    def __init__(self) -> None:
        self.reason = ChoiceGroup(tr("Kenapa kepingnya rusak"), spoil_reasons(), columns=1)
        super().__init__("spoil", {"reason": self.reason}, save=tr("Catat rusak"))
        self.reason.chosen.connect(lambda _value: self.right_again(self.reason))
        self.lay(self.reason)

    def fill(self) -> None:
        """Nothing is answered yet."""
        self.begin(None)
        self.reason.set_value(None)

    def answer(self) -> SpoilReason | None:
        """The reason; None where none was chosen, which is then said."""
        chosen = self.reason.value()
        if chosen is None:
            self.reason.set_finding(Severity.STOP, tr("Alasannya belum dipilih. Pilih salah satu."))
            self.reason.focus_answer()
            return None
        return SpoilReason(chosen)


class PlaceForm(DrawerForm):
    """Where a card lies and with whom; and why, where nobody fetches it there."""

    def __init__(self) -> None:
        self.placing = ChoiceGroup(tr("Kenapa"), [], columns=1)
        self.place = TextField(tr("Tempat"), hint=tr("di mana kartunya"), limit=80)
        self.custodian = TextField(tr("Pemegang"), hint=tr("siapa yang memegang"), limit=80)
        self.note = NoteField(tr("Keterangan"), hint=tr("apa yang terjadi"))
        fields = {"placing": self.placing, "place": self.place, "custodian": self.custodian, "note": self.note}
        super().__init__("place", fields, save=tr("Simpan"))
        for field in (self.place, self.custodian, self.note):
            field.edited.connect(lambda _typed, field=field: self.right_again(field))
        self.lay(self.placing, self.place, self.custodian, self.note)
        self._offered: list[Placing] = []

    def fill(self, offered: list[Placing], place: str, custodian: str) -> None:
        """Offer these; a place that was used last stands there already."""
        self.begin(None)
        self._offered = offered
        self.placing.set_choices(_choices(placing_word, offered))
        self.placing.set_value(offered[0] if len(offered) == 1 else None)
        needs_story = offered not in ([Placing.READY], [Placing.BOXED])
        self.placing.setVisible(len(offered) > 1)
        self.note.setVisible(needs_story)
        self.place.set_value(place)
        self.custodian.set_value(custodian)
        self.note.set_value("")
        self.save_button.set_text(tr("Taruh") if not needs_story else tr("Simpan"))

    def focus_first(self) -> None:
        """To what has to be chosen, or to the place."""
        (self.placing if len(self._offered) > 1 else self.place).focus_answer()

    def command(self, request_id: str) -> PlaceCard | None:
        """What is to be written; None where nothing was chosen, which is then said."""
        chosen = self.placing.value()
        if chosen is None:
            self.placing.set_finding(Severity.STOP, tr("Alasannya belum dipilih. Pilih salah satu."))
            self.placing.focus_answer()
            return None
        return PlaceCard(
            request_id, Placing(chosen), self.place.value(), self.custodian.value(), self.note.value().strip()
        )


class NikForm(DrawerForm):
    """The NIK of somebody who had none when recorded, read from the family card."""

    def __init__(self) -> None:
        self.nik = NikField(shared=shared_late_nik_problem)
        super().__init__("nik", {"nik": self.nik}, save=tr("Tulis NIK"))
        self.nik.edited.connect(lambda _typed: self.bar.set_left(""))
        self.lay(self.nik)

    def fill(self, card: CardRow, day: date) -> None:
        """Nothing is typed yet."""
        self.begin(None)
        self.nik.set_value("")
        self.nik.compare_with(Stated(day, card.village))

    def command(self, request_id: str) -> NikFound:
        """What is to be written."""
        return NikFound(request_id, self.nik.value())


class UrgentForm(DrawerForm):
    """Why a card is printed before others, or although it waits for a decision; by who leads."""

    def __init__(self, name: str, field: str, label: str, *, save: str) -> None:
        self.reason = NoteField(label, hint=tr("singkat, ikut tercatat"))
        super().__init__(name, {field: self.reason}, save=save)
        self.notice = Notice(tone="warn")
        self.reason.edited.connect(lambda _typed: self.right_again(self.reason))
        self.lay(self.notice, self.reason)

    def fill(self, title: str, words: str) -> None:
        """Say what it is about."""
        self.begin(None)
        self.notice.set(title, words)
        self.reason.set_value("")


_CHECKS = [Check.OK, Check.ENCODE_FAILED, Check.PRINT_FAILED, Check.WRONG_DATA]


def _choices(word: Callable[[str], str], ids: Sequence[str]) -> list[Choice]:
    return [Choice(each, word(each)) for each in ids]
