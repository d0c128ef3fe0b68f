"""Forms of batches: why a card does not go along, who signs for what, and what was counted at the district."""

from __future__ import annotations

import msgspec

from fieldkit.domain.cards.handover import Minutes
from fieldkit.ui.forms.drawer_form import DrawerForm, decoded
from fieldkit.ui.language import tr
from fieldkit.ui.papers.ways import SheetWay, sheet_ways
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label


class _Sent(msgspec.Struct, frozen=True):
    number: str | None = None
    """None as long as it is the one that is offered: another may be next when the form is opened again."""
    other_party: str = ""


class _Received(msgspec.Struct, frozen=True):
    counted: str = ""
    name: str = ""
    place: str | None = None
    other_party: str | None = None
    number: str | None = None
    """None as long as they are those that are offered."""


class CrossOutForm(DrawerForm):
    """Why a card does not go along."""

    def __init__(self) -> None:
        self.about, self.note = Label("", "body", wrap=True), TextField(tr("Kenapa tidak ikut"), limit=120)
        super().__init__("cross_out", {"note": self.note}, save=tr("Coret"))
        self.lay(self.about, self.note)
        self.note.edited.connect(lambda _typed: self._on_edited())

    def fill(self, name: str, draft: str | None) -> None:
        """Begin, or go on with what was typed before."""
        self.about.set_text(
            tr(
                "Kartu {name} keluar dari kiriman dan siap diambil lagi di tempatnya. Catatannya ikut kisah kartu.",
                name=name,
            )
        )
        self.note.set_value(draft or "")
        self.begin(draft)

    def state(self) -> str:
        """What is typed."""
        return self.note.value()

    def _on_edited(self) -> None:
        self.right_again(self.note)
        self.edited.emit()


class SendForm(DrawerForm):
    """Number of the paper, and who receives it."""

    def __init__(self) -> None:
        self.about, self._offered = Label("", "body", wrap=True), ""
        self.number = TextField(tr("Nomor berita acara"), limit=40)
        self.other_party = TextField(tr("Penerima di kecamatan"), hint=tr("kalau sudah diketahui"), limit=60)
        fields = {"number": self.number, "other_party": self.other_party}
        super().__init__("send_batch", fields, save=tr("Tanda tangani"))
        warned = tr("Sesudah ditandatangani, daftarnya tetap seperti tertulis. Kartu yang belum cocok dicoret dulu.")
        self.lay(self.about, self.number, self.other_party, Label(warned, "hint", wrap=True))
        for field in (self.number, self.other_party):
            field.edited.connect(lambda _typed, here=field: self._on_edited(here))

    def fill(self, about: str, number: str, draft: str | None) -> None:
        """Begin with the next number of this laptop, or go on with what was typed before."""
        typed, self._offered = decoded(draft, _Sent), number
        self.about.set_text(about)
        self.number.set_value(_or_offered(typed.number, number))
        self.other_party.set_value(typed.other_party)
        self.begin(draft)

    def minutes(self, zone: str) -> Minutes:
        """What was answered."""
        return Minutes(self.number.value().strip(), other_party=self.other_party.value(), time_zone=zone)

    def state(self) -> str:
        """What is typed."""
        typed = _Sent(_typed_anew(self.number, self._offered), self.other_party.value())
        return msgspec.json.encode(typed).decode()

    def _on_edited(self, field: TextField) -> None:
        self.right_again(field)
        self.edited.emit()


class ReceiveForm(DrawerForm):
    """How many were counted, and what is otherwise than the list."""

    def __init__(self) -> None:
        self.about, self._offered = Label("", "body", wrap=True), ("", "", "")
        self.counted = NumberField(tr("Kartu yang dihitung"), high=99_999)
        self.name = TextField(tr("Kartu yang tidak di daftar"))
        self.place = TextField(tr("Ditaruh di"), limit=60)
        self.other_party = TextField(tr("Yang menyerahkan"), limit=60)
        self.number = TextField(tr("Nomor penerimaan"), limit=40)
        fields = {
            "counted": self.counted, "name": self.name, "place": self.place, "other_party": self.other_party,
            "number": self.number,
        }  # fmt: skip
        super().__init__("receive_batch", fields, save=tr("Tanda tangani"))
        marks = tr(
            "Yang tidak ada atau rusak ditandai dulu di daftar kartunya. Yang tidak di daftar: nomor resi atau nama, "
            "dipisah titik koma."
        )
        self.lay(self.about, self.counted, self.name, self.place, self.other_party, self.number,
                 Label(marks, "hint", wrap=True))  # fmt: skip
        for field in (self.counted, self.name, self.place, self.other_party, self.number):
            field.edited.connect(lambda _typed, here=field: self._on_edited(here))

    def fill(self, about: str, place: str, giver: str, number: str, draft: str | None) -> None:
        """Begin, or go on with what was typed before: what was marked is said, the count is the receiver's own."""
        typed, self._offered = decoded(draft, _Received), (place, giver, number)
        self.about.set_text(about)
        self.counted.set_value(typed.counted)
        self.name.set_value(typed.name)
        self.place.set_value(_or_offered(typed.place, place))
        self.other_party.set_value(_or_offered(typed.other_party, giver))
        self.number.set_value(_or_offered(typed.number, number))
        self.begin(draft)

    def strangers(self) -> list[str]:
        """Cards that are not on the list, as they were typed."""
        return [part.strip() for part in self.name.value().split(";") if part.strip()]

    def minutes(self, zone: str) -> Minutes:
        """What was answered."""
        return Minutes(self.number.value().strip(), other_party=self.other_party.value(), time_zone=zone)

    def state(self) -> str:
        """What is typed."""
        place, giver, number = self._offered
        typed = _Received(
            self.counted.value(),
            self.name.value(),
            _typed_anew(self.place, place),
            _typed_anew(self.other_party, giver),
            _typed_anew(self.number, number),
        )
        return msgspec.json.encode(typed).decode()

    def _on_edited(self, field: TextField) -> None:
        self.right_again(field)
        self.edited.emit()


class PaperForm(DrawerForm):
    """Which paper of a batch, and in what it goes out."""

    def __init__(self) -> None:
        self.what = ChoiceGroup(tr("Kertas"), [Choice("record", tr("Berita acara"))], columns=2)
        self.way = ChoiceGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
        super().__init__("batch_paper", {"what": self.what, "way": self.way}, save=tr("Keluarkan"))
        warned = tr("Berkasnya memuat nama dan alamat warga dan tidak terkunci. Simpan di USB, hapus sesudah dicetak.")
        self.lay(self.what, self.way, Label(warned, "hint", wrap=True))
        for group in (self.what, self.way):
            group.chosen.connect(lambda _answer, here=group: self.right_again(here))

    def fill(self, papers: list[Choice]) -> None:
        """Offer these papers; the last of them is the newest."""
        self.what.set_choices(papers)
        self.what.set_value(papers[-1].id)
        self.what.setVisible(len(papers) > 1)
        self.way.set_value(SheetWay.PDF)
        self.begin(None)

    def focus_first(self) -> None:
        """To the paper, where there is one to choose."""
        (self.way if self.what.isHidden() else self.what).focus_answer()

    def state(self) -> str:
        """Nothing is kept."""
        return ""


def _or_offered(typed: str | None, offered: str) -> str:
    return offered if typed is None else typed


def _typed_anew(field: TextField, offered: str) -> str | None:
    return None if field.value() == offered else field.value()
