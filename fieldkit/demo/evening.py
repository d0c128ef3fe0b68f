"""The end of the shift: count, sign, write the papers; and at the office everything goes home by itself."""

from __future__ import annotations

from fieldkit.demo.day import PIN, PracticeDay
from fieldkit.demo.hands import Hands
from fieldkit.demo.morning import BLANKS_TAKEN, link_says
from fieldkit.demo.proof import Played
from fieldkit.ui.pages.guide.key_card import KEY_CARD_FILE
from fieldkit.ui.widgets.buttons import Button

PAPERS = 4
"""Daily report and closing record, each as .pdf and .xlsx."""


def evening(hands: Hands, day: PracticeDay, played: Played) -> None:
    """Close the shift, drive home, and take the card of keys along for tomorrow."""
    close_shift(hands, day, played)
    go_home(hands, day)
    take_card(hands, day)


def close_shift(hands: Hands, day: PracticeDay, played: Played) -> None:
    """Count the blanks, sign with the PIN, and have the papers written."""
    hands.press("F8")
    hands.until(lambda: hands.is_asked("counted"), "the question how many blanks are left")
    hands.picture("tutup-shift-belum-dihitung")
    hands.write(str(BLANKS_TAKEN - played.printed - played.spoiled))
    button = hands.get(Button, "close_and_sign")
    hands.until(button.isEnabled, "the shift to be ready for its signature")
    hands.picture("tutup-shift-siap")
    hands.press("Ctrl+Enter")
    hands.until_focused("sign_pin")
    hands.write(PIN)
    hands.picture("tutup-shift-pin")
    hands.press("Enter")
    hands.until_shown("sudah ditutup dan ditandatangani")
    hands.press("Ctrl+P")
    hands.get(Button, "daily_report").setFocus()
    hands.press("Space")
    hands.until(lambda: len(list(day.folders.documents.glob("*"))) >= PAPERS, "the papers of the closing")
    hands.until_shown("Dokumen tersimpan")
    hands.picture("tutup-shift-ditandatangani")


def go_home(hands: Hands, day: PracticeDay) -> None:
    """The cable is back: nobody presses anything, and everything arrives."""
    hands.press("F9")
    hands.picture("sinkronisasi-menunggu")
    day.centre.cable.plug_in()
    hands.until(lambda: link_says(hands, "Sedang sinkron"), "the window to notice the network")
    hands.picture("sinkronisasi-berjalan")
    hands.until_shown("Semua terkirim")
    hands.picture("sinkronisasi-semua-terkirim")
    hands.press("Ctrl+P")
    hands.get(Button, "proof_copy")
    hands.picture("sinkronisasi-bukti-terima")
    hands.press("Esc", "F2")
    hands.picture("hari-ini-sesudah-sinkron")


def take_card(hands: Hands, day: PracticeDay) -> None:
    """The one sheet with all keys, from the guide."""
    hands.press("F1", "F1")
    hands.until_shown("Kartu tombol")
    hands.press("Ctrl+P")
    hands.until((day.folders.documents / KEY_CARD_FILE).exists, "the card of keys")
    hands.until_shown("Kartu tombol tersimpan")
    hands.picture("kartu-tombol", toasts=True)
