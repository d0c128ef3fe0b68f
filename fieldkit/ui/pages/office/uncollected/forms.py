"""Forms of batches: why a card does not go along, who signs for what, and what was counted at the district."""

from __future__ import annotations

from fieldkit.domain.cards.handover import Minutes
from fieldkit.ui.drawer_form import DrawerForm
from fieldkit.ui.language import tr
from fieldkit.ui.paper_ways import SheetWay, sheet_ways
from fieldkit.ui.tab_order import ChainedGroup, chain
from fieldkit.ui.widgets.choices import Choice
from fieldkit.ui.widgets.entries import NumberField
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Label


class CrossOutForm(DrawerForm):
    """Why a card does not go along."""

    def __init__(self) -> None:
        self.about, self.note = Label("", "body", wrap=True), TextField(tr("Kenapa tidak ikut"), limit=120)
        super().__init__("cross_out", {"note": self.note}, save=tr("Coret"))
        self.lay(self.about, self.note)
        self.note.edited.connect(lambda _typed: self.right_again(self.note))
        self.note.entered.connect(self.save_button.setFocus)

    def fill(self, name: str) -> None:
        """Begin."""
        self.about.set_text(
            tr(
                "Kartu {name} keluar dari kiriman dan siap diambil lagi di tempatnya. Catatannya ikut kisah kartu.",
                name=name,
            )
        )
        self.note.set_value("")
        self.begin(None)

    def state(self) -> str:
        """Nothing is kept: it is a few words."""
        return ""


class SendForm(DrawerForm):
    """Number of the paper, and who receives it."""

    def __init__(self) -> None:
        self.about = Label("", "body", wrap=True)
        self.number = TextField(tr("Nomor berita acara"), limit=40)
        self.other_party = TextField(tr("Penerima di kecamatan"), hint=tr("kalau sudah diketahui"), limit=60)
        fields = {"number": self.number, "other_party": self.other_party}
        super().__init__("send_batch", fields, save=tr("Tanda tangani"))
        warned = tr("Sesudah ditandatangani, daftarnya tetap seperti tertulis. Kartu yang belum cocok dicoret dulu.")
        self.lay(self.about, self.number, self.other_party, Label(warned, "hint", wrap=True))
        for field in (self.number, self.other_party):
            field.edited.connect(lambda _typed, here=field: self.right_again(here))
        self.number.entered.connect(self.other_party.focus_answer)
        self.other_party.entered.connect(self.save_button.setFocus)

    def fill(self, about: str, number: str) -> None:
        """Begin with the next number of this laptop."""
        self.about.set_text(about)
        self.number.set_value(number)
        self.other_party.set_value("")
        self.begin(None)

    def minutes(self, zone: str) -> Minutes:
        """What was answered."""
        return Minutes(self.number.value().strip(), other_party=self.other_party.value(), time_zone=zone)

    def state(self) -> str:
        """Nothing is kept: all of it is offered again."""
        return ""


class ReceiveForm(DrawerForm):
    """How many were counted, and what is otherwise than the list."""

    def __init__(self) -> None:
        self.about = Label("", "body", wrap=True)
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
        path = (self.counted, self.name, self.place, self.other_party, self.number)
        for field, following in zip(path, (*path[1:], None), strict=True):
            field.edited.connect(lambda _typed, here=field: self.right_again(here))
            field.entered.connect(following.focus_answer if following is not None else self.save_button.setFocus)

    def fill(self, about: str, place: str, giver: str, number: str) -> None:
        """Begin: what was marked is said, the count is the receiver's own."""
        self.about.set_text(about)
        self.counted.set_number(None)
        self.name.set_value("")
        self.place.set_value(place)
        self.other_party.set_value(giver)
        self.number.set_value(number)
        self.begin(None)

    def strangers(self) -> list[str]:
        """Cards that are not on the list, as they were typed."""
        return [part.strip() for part in self.name.value().split(";") if part.strip()]

    def minutes(self, zone: str) -> Minutes:
        """What was answered."""
        return Minutes(self.number.value().strip(), other_party=self.other_party.value(), time_zone=zone)

    def state(self) -> str:
        """Nothing is kept: it is counted once more."""
        return ""


class PaperForm(DrawerForm):
    """Which paper of a batch, and in what it goes out."""

    def __init__(self) -> None:
        self.what = ChainedGroup(tr("Kertas"), [Choice("record", tr("Berita acara"))], columns=2)
        self.way = ChainedGroup(tr("Keluar sebagai"), sheet_ways(), columns=3)
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
        chain([self.what, self.way, self.bar])
        self.begin(None)

    def focus_first(self) -> None:
        """To the paper, where there is one to choose."""
        (self.way if self.what.isHidden() else self.what).focus_answer()

    def state(self) -> str:
        """Nothing is kept."""
        return ""
