"""The last screen of a laptop that handed in its work and wiped itself."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Signal

from fieldkit.store.keeping.farewell import Farewell
from fieldkit.ui.formats import count, day_long
from fieldkit.ui.language import tr
from fieldkit.ui.start.frame import StartScreen
from fieldkit.ui.widgets.buttons import Button, bind
from fieldkit.ui.widgets.labels import IconText


class FarewellScreen(StartScreen):
    """Says that everything arrived and nothing is left here; offers to close, or to begin anew for the office."""

    closed = Signal()
    anew = Signal()

    def __init__(self, farewell: Farewell) -> None:
        super().__init__(
            "farewell",
            tr("Tugas laptop ini sudah selesai"),
            what_happened(farewell),
        )
        self.elsewhere = IconText("hard-drive", "", "second", "warn", wrap=True, size=16)
        self.elsewhere.setObjectName("farewell_elsewhere")
        self.elsewhere.set(
            tr(
                "Salinan di tempat kedua tidak terpasang, jadi masih ada di sana. Isinya tersandi, dan laptop ini "
                "tidak bisa membukanya lagi. Kantor bisa menghapusnya."
            ),
            "warn",
        )
        if not farewell.has_copy_elsewhere:
            self.elsewhere.hide()
        self.aside = IconText("hard-drive", "", "second", "warn", wrap=True, size=16)
        self.aside.setObjectName("farewell_aside")
        self.aside.set(
            tr(
                "Data yang dulu disisihkan waktu cadangan dipasang masih ada di map data laptop ini, tersandi. Kantor "
                "mengambil yang belum terkirim dari sana, lalu menghapusnya."
            ),
            "warn",
        )
        if not farewell.has_data_aside:
            self.aside.hide()
        self.proof = IconText("check-circle", "", "second-strong", "ok", wrap=True, size=16)
        self.proof.setObjectName("farewell_proof")
        self.proof.set(proof_words(farewell), "ok")
        self.anew_button = Button(tr("Daftarkan laptop ini lagi"), "quiet", key="Alt+D", press=self.anew.emit)
        bind(self.anew_button, "Alt+D", self.anew_button.click, everywhere=True)
        self.anew_button.setObjectName("farewell_anew")
        self.arrange(self.proof, self.elsewhere, self.aside, accept=tr("Tutup FieldKit"), others=(self.anew_button,))

    def accept(self) -> None:
        """Close."""
        self.closed.emit()


def what_happened(farewell: Farewell) -> str:
    """Who let the laptop go, and what became of what was on it."""
    if farewell.is_given_back:
        return tr(
            "Laptop ini dikembalikan dengan semua pekerjaannya terkirim. Data warga, kunci, cadangan, dan dokumen "
            "buatan FieldKit di laptop ini sudah dihapus. Serahkan laptop ke kantor."
        )
    return tr(
        "Kantor mencabut laptop ini. Semua pekerjaannya sudah diterima pusat, lalu data warga, kunci, cadangan, dan "
        "dokumen buatan FieldKit di laptop ini dihapus. Tidak ada yang perlu dikerjakan lagi; laptop bisa dikembalikan."
    )


def proof_words(farewell: Farewell) -> str:
    """What the centre has signed for."""
    place = farewell.regency_name
    if not farewell.number:
        return tr("Tidak ada pekerjaan yang harus dikirim ke {place}.", place=place)
    day = day_long(datetime.fromtimestamp(farewell.at_ms / 1000, UTC).date())
    return tr("{n} perubahan diterima {place}, bukti terima {day}.", n=count(farewell.number), place=place, day=day)
