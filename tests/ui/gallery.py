"""All parts of the kit on one sheet, and a window with two plain pages: to look at, and to measure in tests."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.domain.errors import Severity
from fieldkit.ui.rows.lists import Hit, HitList, QueueList, QueueRow
from fieldkit.ui.rows.tables import Column, RowsModel, Table
from fieldkit.ui.shell.page import Page, PageSpec
from fieldkit.ui.shell.strip import Segment
from fieldkit.ui.shell.window import MainWindow
from fieldkit.ui.theme.apply import apply_theme, dress
from fieldkit.ui.widgets.buttons import Button
from fieldkit.ui.widgets.cards import ActionBar, Card, EmptyState, FigureTile, Notice, Soft, SumBar, Sunken
from fieldkit.ui.widgets.charts.bars import Bar, BarChart
from fieldkit.ui.widgets.choices import ActionPanel, Choice, ChoiceGroup
from fieldkit.ui.widgets.columns import Columns
from fieldkit.ui.widgets.combo import ComboBox
from fieldkit.ui.widgets.fields import TextField
from fieldkit.ui.widgets.labels import Badge, IconText, Label
from fieldkit.ui.widgets.layouts import column, grid, holder, row, rule, stretched
from fieldkit.ui.widgets.marks import RadioRow, TickBox
from fieldkit.ui.widgets.motion import set_motion
from fieldkit.ui.widgets.overlays import Modal
from fieldkit.ui.widgets.rows import RowItem, RowList
from fieldkit.ui.widgets.search import SearchField
from fieldkit.ui.widgets.toasts import Toast

REASONS = [
    Choice("first", "Rekam baru"),
    Choice("lost", "Hilang"),
    Choice("broken", "Rusak"),
    Choice("changed", "Ubah data"),
    Choice("moved", "Pindah"),
]


def mask_nik(value: str) -> str:
    """As the domain masks a NIK."""
    return f"{value[:6]}******{value[-4:]}" if len(value) == 16 else value


def buttons_card() -> Card:
    """All kinds of buttons."""
    card = Card("Tombol")
    locked = Button("Tidak aktif", icon="lock-simple")
    locked.setEnabled(False)
    card.add(
        row(Button("Simpan", "primary", icon="check", key="Ctrl+Enter"), Button("Fokus", "primary"), None),
        row(Button("Biasa"), Button("Dengan ikon", icon="printer"), Button("Hapus", "danger"), None),
        row(Button("Tersembunyi", "quiet", icon="pencil"), Button("Kecil", "small", icon="phone"), None),
        row(locked, Label("selalu dengan sebab di dekatnya", "hint"), None),
    )
    return card


def badges_card() -> Card:
    """All tones of badges."""
    card = Card("Status: ikon + kata + warna")
    card.add(
        row(Badge("Belum rekam"), Badge("Sudah rekam", "ok"), None),
        row(Badge("Mungkin data ganda", "warn"), Badge("Perlu diputuskan", "err"), None),
        row(Badge("Minta kunjungan", "mute"), Badge("Dicetak", "info", "printer"), None),
        row(Badge("Diserahkan", "ok", "handshake"), None),
    )
    return card


def fields_card() -> Card:
    """Fields in their states."""
    card = Card("Isian")
    plain, phone = TextField("Biasa"), TextField("Fokus")
    plain.set_value("Nama sesuai KK")
    phone.set_value("0812 3490 117")
    warned = TextField("Peringatan", hint="boleh lanjut", mask=mask_nik)
    warned.set_value("3574031211879901")
    warned.set_finding(Severity.WARN, "Di NIK tertulis laki-laki, di daftar perempuan. Cocokkan dengan KK.")
    wrong = TextField("Kesalahan", hint="harus dibetulkan")
    wrong.set_value("357403 1211")
    wrong.set_finding(
        Severity.STOP, "NIK baru 10 angka, harus 16. Lanjutkan mengetik, atau kosongkan kalau tidak punya."
    )
    chosen = RadioRow("", [Choice("a", "Pilih"), Choice("b", "Lain")])
    chosen.set_value("a")
    combo = ComboBox("Alasan", [("a", "Gagal encode"), ("b", "Salah cetak")])
    card.add(
        row(stretched(plain), stretched(phone)),
        warned,
        wrong,
        row(TickBox("Centang", on=True), TickBox("Belum"), chosen, None),
        combo,
    )
    return card


def modal_card() -> Card:
    """A modal, laid into a card to be seen."""
    card = Card("Dialog: hanya bila kerja tidak bisa lanjut")
    modal = Modal(
        None,
        "Data di laptop ini tidak bisa dibaca",
        "Berkas rusak setelah listrik padam. Tidak ada yang ditimpa.",
        "Cadangan terakhir 23 Feb 12.04 utuh, 60 perekaman pagi ada di dalamnya.",
        accept="Pulihkan cadangan 12.04",
        other="Simpan laporan",
    )
    modal.setWindowFlags(modal.windowFlags() & ~modal.windowFlags())
    card.add(modal)
    modal.show()
    return card


def messages_card() -> Card:
    """A toast, and things that need attention."""
    card = Card("Pesan singkat (6 detik, tidak menutupi isian)")
    card.add(
        Toast(
            "Tersimpan: SITI NURAINI, P2-083",
            "Aman di laptop ini, dikirim nanti",
            action="Urungkan",
            on_action=lambda: None,
            key="Ctrl+Bksp",
        )
    )
    card.add(Label("Perlu perhatian (menetap sampai selesai)", "card"))
    rows = [
        RowItem(
            "1",
            "Serah kartu SRI WAHYUNI dua kali",
            "Di sini, dan oleh P1 22 Feb 15.40",
            tone="err",
            action="Bandingkan",
        ),
        RowItem(
            "2", "Jam laptop maju 2 jam", "Urutan tetap benar. Betulkan saat sempat", tone="warn", action="Atur jam"
        ),
    ]
    card.add(Sunken(RowList(rows)))
    return card


def empty_card() -> Card:
    """An empty state."""
    card = Card("Keadaan kosong")
    button = Button("Warga baru", icon="user-plus", key="Ctrl+N")
    step = "Cari nama warga di kiri, atau daftarkan warga baru."
    card.add(EmptyState("users-three", "Belum ada yang antre", step, button))
    return card


def people_table() -> Table:
    """A small table with a badge column."""
    model = RowsModel(
        [
            Column("Nama", lambda person: person.title, width="stretch"),
            Column("Status", lambda person: person.badge, kind="badge"),
            Column("RT/RW", lambda person: person.value, align="right"),
            Column("Sisa", lambda person: person.lead, align="right", kind="strong"),
        ]
    )
    model.set_rows(
        [
            RowItem("1", "SUMIATI", value="02/05", lead="12", badge=("Belum rekam", "info")),
            RowItem("2", "SLAMET RIYADI", value="03/05", lead="1.024", badge=("Sudah rekam", "ok")),
            RowItem("3", "Jumlah", value="–", lead="1.036"),
        ]
    )
    table = Table(model, name="Warga", total_row=True)
    table.select("1")
    return table


def build_components() -> QWidget:
    """The sheet of all parts."""
    sheet = QWidget()
    dress(sheet)
    sheet.setProperty("ground", "bg")
    sheet.setMinimumSize(1366, 768)
    table_card = Card("Baris tabel")
    table_card.add(people_table())
    left = column(buttons_card(), badges_card(), notice_tile(), None, gap=12)
    middle = column(fields_card(), modal_card(), None, gap=12)
    right = column(messages_card(), empty_card(), table_card, None, gap=12)
    for part, share in ((left, 36), (middle, 47), (right, 48)):
        part.setProperty("fieldkit_share", share)
    row(left, middle, right, gap=12, edges=(14, 14, 14, 14), inside=sheet)
    return sheet


def notice_tile() -> QWidget:
    """A figure and a sum."""
    card = Card("Angka")
    card.add(SumBar("31 + 2 + 12 = 45", "kurang 1", agrees=False), SumBar("29 + 2 = 31", "cocok", agrees=True))
    tile = FigureTile("Terekam hari ini", "check-circle", track=True)
    tile.set("82", "dari target 100", share=0.82, foot="Pagi 60 · sore 22 sampai 17.16")
    return holder(column(tile, card, gap=12))


class DayPage(Page):
    """Tiles, bars, incidents, readiness."""

    title = "Hari ini"

    def __init__(self) -> None:
        super().__init__()
        self.primary = Button("Daftarkan warga", "primary", icon="user-plus", key="F3")
        tiles = [FigureTile("Terekam hari ini", "check-circle", track=True), FigureTile("Antrean", "users-three")]
        tiles[0].set("82", "dari target 100", share=0.82, foot="Pagi 60 · sore 22 sampai 17.16")
        tiles[1].set("7", "menunggu", foot="Terlama 11 mnt · rata-rata 4,1 mnt")
        self.add(grid(tiles, 2, gap=12))
        self.add(
            stretched(Columns([(self._main(), None), (self._side(), 372)], side_key="Ctrl+J", side_title="Kesiapan"))
        )

    def subtitle(self) -> str:
        """Where and when."""
        return "Kel. Jati · Sabtu, 23 Februari 2019 · Shift sore 16.00–19.00"

    def header_slot(self) -> QWidget:
        """State of the shift, and the way on."""
        assert self.primary is not None
        return holder(row(Badge("Shift dibuka 15.58", "ok", "play-circle"), self.primary, gap=12))

    def keys(self) -> list[tuple[str, str]]:
        """Digits record an incident."""
        return [("1 / 6", "Catat kendala")]

    def _main(self) -> QWidget:
        lost = IconText("lightning-slash", "16.42–16.58 listrik padam: kehilangan ± 5 orang", "second-strong", "warn")
        chart_card = Card("Terekam per setengah jam", right=lost)
        chart = BarChart("Terekam per setengah jam")
        values = [("09.00", 7), ("09.30", 11), ("10.00", 12), ("10.30", 10), ("11.00", 11), ("11.30", 9)]
        later = [Bar(label, None) for label in ("17.30", "18.00", "18.30")]
        slump = Bar("16.30", 3, tone="warn", icon="lightning-slash")
        evening = [Bar("", None, gap=True), Bar("16.00", 12), slump, Bar("17.00", 7, now=True), *later]
        chart.set_bars([*(Bar(*pair) for pair in values), *evening], needed=8.3, needed_text="perlu 8,3")
        chart_card.add(stretched(chart))
        incidents = Card("Kendala", right=Label("Satu tombol angka, waktu tercatat sendiri", "second", "mute"))
        kinds = [
            Choice("net", "Jaringan", "wifi-slash"),
            Choice("power", "Listrik", "lightning-slash"),
            Choice("broken", "Alat rusak", "wrench"),
            Choice("blank", "Blangko", "stack"),
            Choice("rain", "Cuaca", "cloud-rain"),
            Choice("empty", "Sepi warga", "users"),
        ]
        open_since = RowItem(
            "1",
            "Jaringan putus",
            "Pencatatan jalan terus, 412 perubahan menunggu kirim",
            lead="15.52 –",
            badge=("84 mnt", "warn"),
        )
        incidents.add(ActionPanel(kinds, columns=3, kind="choice"), RowList([open_since]))
        return holder(column(stretched(chart_card), incidents, gap=12))

    def _side(self) -> QWidget:
        ready = Card("Kesiapan", right=Label("5 dari 6 siap", "second-strong", "warn"))
        ready.add(
            RowList(
                [
                    RowItem("a", "Daftar Kel. Jati", value="versi 3 · 22 Feb", tone="ok"),
                    RowItem("b", "Baterai laptop", value="64 % · ± 1 j 50 m", tone="warn"),
                    RowItem("c", "Cadangan data", value="USB · 12.04", tone="ok"),
                ]
            ),
            None,
        )
        notice = Notice("1 keping blangko belum ada penjelasannya", right="Dibawa 46, ketemu 45", tone="err")
        notice.set(
            "1 keping tanpa penjelasan", "Shift belum bisa ditutup. Hitung ulang keping dan lihat kotak kartu rusak."
        )
        notice.set_actions([Button("Hitung ulang", icon="arrows-clockwise", key="Ctrl+U")])
        return holder(column(notice, stretched(ready), gap=12))


class FormPage(Page):
    """Search, form, queue."""

    title = "Pendaftaran"

    def __init__(self) -> None:
        super().__init__()
        self.search_field = SearchField(name="Cari warga")
        self.primary = Button("Simpan · P2-083", "primary", icon="ticket", key="Ctrl+Enter", size="main")
        self.add(
            stretched(
                Columns(
                    [(self._found(), 314), (self._form(), None), (self._queue(), 258)],
                    side_key="Ctrl+J",
                    side_title="Antrean",
                    most=680,
                )
            )
        )

    def subtitle(self) -> str:
        """Where and when."""
        return "Kel. Jati · Sabtu, 23 Februari 2019 · Shift sore 16.00–19.00"

    def header_slot(self) -> QWidget:
        """The day so far."""
        return Label("82 terekam hari ini", "strong")

    def shown(self) -> None:
        """Work begins at the search."""
        assert self.search_field is not None
        self.search_field.line.setFocus()

    def _found(self) -> QWidget:
        card = Card(edges=(1, 14, 1, 12))
        hits = HitList("Warga yang mirip")
        hits.set_hits(
            [
                Hit(
                    "1",
                    "SITI NURAINI",
                    "Pr · 12-11-1987 · RT 03/RW 05 · …9901",
                    ("Belum rekam", "info"),
                    ((0, 4), (5, 5)),
                ),
                Hit(
                    "2",
                    "SITI NUR AINI",
                    "Pr · 04-02-2002 · RT 01/RW 05 · …9914",
                    ("Belum rekam · pemula", "info"),
                    ((0, 8),),
                ),
                Hit(
                    "3",
                    "NURAENI SITI RAHAYU",
                    "Pr · 30-07-1979 · RT 06/RW 02",
                    ("Sudah rekam 22 Feb", "ok"),
                    ((0, 12),),
                ),
            ]
        )
        assert self.search_field is not None
        self.search_field.drive(hits)
        hint = Label("Nama, ujung NIK, atau nomor KK. Boleh salah eja.", "hint", elide=True)
        card.add(column(self.search_field, hint, gap=6, edges=(14, 0, 14, 0)), stretched(hits))
        card.add(row(Button("Tidak ada di daftar", "quiet", icon="user-plus", key="Ctrl+N"), None, edges=(4, 0, 4, 0)))
        return card

    def _form(self) -> QWidget:
        card = Card(gap=7)
        card.add(
            row(Label("SITI NURAINI", "person"), Badge("Belum rekam"), None, Button("Perbaiki", "quiet", icon="pencil"))
        )
        card.add(
            Label(
                "Perempuan · 12-11-1987 (31 th) · Jl. Ikan Paus 14, RT 03/RW 05, Kel. Jati", "body", "ink2", elide=True
            )
        )
        self.reason = ChoiceGroup("Keperluan", REASONS)
        self.reason.set_value("first")
        self.before = RadioRow(
            "Pernah direkam di tempat lain?", [Choice("no", "Belum"), Choice("yes", "Pernah"), Choice("maybe", "Ragu")]
        )
        self.nik = TextField("NIK", hint="16 angka", mask=mask_nik)
        self.nik.set_value("3574031211879901")
        self.nik.set_finding(
            Severity.WARN,
            "Di NIK tertulis laki-laki, di daftar perempuan. Cocokkan dengan KK. "
            "Kalau KK sama, lanjutkan saja: NIK tidak pernah diubah di meja ini.",
        )
        self.kk = TextField("Nomor KK", hint="dari daftar", mask=mask_nik)
        self.kk.set_value("3574030101010417")
        self.phone = TextField("“Nomor HP-nya berapa, Bu, untuk kabar KTP jadi?”", role="phone")
        whose = RadioRow("", [Choice("own", "Sendiri"), Choice("kin", "Keluarga"), Choice("none", "Tidak punya HP")])
        tick = TickBox("Kartu keluarga (KK) dilihat", hint="Cukup KK untuk rekam baru")
        bar = ActionBar(Button("Batal", key="Esc"), self.primary)
        bar.set_draft("Draf aman")
        card.add(rule(), self.reason, Sunken(self.before, rule(), tick))
        pair = row(stretched(self.nik), stretched(self.kk), gap=12)
        answers = Soft(self.phone, row(whose, TickBox("Mau SMS")))
        card.add(pair, self.nik.lift_finding(), answers, None, rule(), bar)
        return card

    def _queue(self) -> QWidget:
        card = Card("Antrean", right=Label("7 menunggu", "second"))
        outcomes = [
            Choice("done", "Terekam", "check-circle", "ok"),
            Choice("note", "Terekam + catatan", "note-pencil"),
            Choice("papers", "Berkas kurang", "file-x"),
            Choice("before", "Sudah pernah", "prohibit"),
        ]
        queue = QueueList("Antrean")
        queue.set_rows(
            [
                QueueRow("76", "P2-076", "MOH. RIFKI A.", "Rekam baru · 16 th"),
                QueueRow("77", "P2-077", "SUMIATI", "Hilang · surat polisi ada"),
            ]
        )
        card.add(Sunken(Label("Sedang direkam", "label"), ActionPanel(outcomes, alt=True), gap=5), stretched(queue))
        return card


def build_window() -> MainWindow:
    """A window as at a table, with two pages that exist and the others plain."""
    icons = {
        "list": ("F4", "users-three", "Daftar sasaran"),
        "visits": ("F5", "house-line", "Kunjungan"),
        "cards": ("F6", "identification-card", "Kartu"),
        "stock": ("F7", "stack", "Blangko"),
        "close": ("F8", "clipboard-text", "Tutup shift"),
        "sync": ("F9", "arrows-clockwise", "Sinkronisasi"),
        "schedule": ("F10", "calendar-blank", "Jadwal"),
        "coverage": ("F11", "chart-bar", "Cakupan"),
        "office": ("F12", "buildings", "Kantor"),
    }
    plain = [PageSpec(key, name, icon, label, Page, int(len(key) > 2)) for name, (key, icon, label) in icons.items()]
    window = MainWindow(
        [
            PageSpec("F2", "today", "sun-horizon", "Hari ini", DayPage),
            PageSpec("F3", "register", "user-plus", "Pendaftaran", FormPage),
            *plain,
        ],
        place="Kota Probolinggo",
    )
    dress(window)
    window.set_user("Rina Wulandari", "Operator · P2")
    window.set_count("sync", 1)
    window.set_count("close", 1, "err")
    fill_strip(window)
    return window


def fill_strip(window: MainWindow) -> None:
    """Offline, with work waiting."""
    for segment in (
        Segment("shift", "calendar-check", "Shift sore · Kel. Jati", page="today"),
        Segment(
            "link",
            "wifi-slash",
            "Offline sejak 15.52",
            "warn",
            "sync",
            "Pekerjaan jalan terus, 412 perubahan menunggu.",
        ),
        Segment("waiting", "upload-simple", "412 menunggu kirim", page="sync"),
        Segment("synced", "arrows-clockwise", "Sinkron Jum 22 Feb 16.10", page="sync"),
        Segment("blanks", "stack", "27 blangko", page="stock"),
        Segment("battery", "battery-medium", "64 % · ± 1 j 50 m"),
    ):
        window.strip.set(segment)
    window.strip.set_clock("Sab 23 Feb  17.16")


def shoot(folder: Path) -> None:
    """Pictures of everything, to be looked at."""
    app = QApplication.instance() or QApplication(sys.argv)
    assert isinstance(app, QApplication)
    set_motion(False)
    folder.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        apply_theme(app, theme)
        sheet = build_components()
        _grab(app, sheet, folder / f"components-{theme}.png", (1366, 768))
    for name, theme, percent, size in (
        ("window", "light", 100, (1366, 690)),
        ("window", "dark", 100, (1366, 690)),
        ("window", "light", 125, (1366, 690)),
        ("window", "light", 150, (1366, 690)),
        ("narrow", "light", 100, (1080, 690)),
        ("wide", "light", 100, (1920, 1080)),
    ):
        apply_theme(app, theme, percent)
        window = build_window()
        for page in ("today", "register"):
            window.resize(*size)
            window.show()
            window.show_page(page)
            if page == "today":
                window.toast(
                    "Tersimpan, antrean P2-083",
                    "Aman di laptop ini walau listrik padam.",
                    action="Urungkan",
                    on_action=list,
                )
            _grab(app, window, folder / f"{name}-{page}-{theme}-{percent}.png", size)
        window.close()


def _grab(app: QApplication, widget: QWidget, path: Path, size: tuple[int, int]) -> None:
    widget.resize(*size)
    widget.show()
    for _ in range(5):
        app.processEvents()
    widget.grab().save(str(path))


if __name__ == "__main__":
    shoot(Path(sys.argv[1]))
