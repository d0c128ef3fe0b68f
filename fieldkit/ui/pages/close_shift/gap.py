"""What does not add up in the shift: blanks first, then cards."""

from __future__ import annotations

from dataclasses import dataclass

from fieldkit.store.queries.closing.draft import Answers
from fieldkit.ui.language import tr
from fieldkit.ui.pages.close_shift.view import Shown


@dataclass(frozen=True, slots=True)
class Gap:
    """So many are missing, or below 0 too many: what they are called, and where both figures come from."""

    missing: int
    is_of_blanks: bool
    title: str
    short: str
    told: str
    way_out: str


def gap_of(shown: Shown, answers: Answers) -> Gap | None:
    """The first one; None where all adds up, or nobody has counted."""
    blanks, cards = shown.blanks(answers.counted), shown.cards_with(answers.held)
    if blanks.difference:
        found = tr("Dibawa {taken}, ketemu {found}", taken=blanks.taken, found=blanks.accounted or 0)
        return Gap(blanks.difference, True, *_blank_words(blanks.difference), found, _blank_way_out(blanks.difference))
    if cards.difference:
        accounted = cards.handed_over + cards.held
        found = tr("Dicetak {printed}, ketemu {found}", printed=cards.printed, found=accounted)
        way_out = tr("Hitung ulang kartunya, cocokkan daftar serah terima. Kalau tetap, pilih alasan dan ceritanya.")
        return Gap(cards.difference, False, *_card_words(cards.difference), found, way_out)
    if cards.printed != shown.stock.printed:
        return _print_gap(cards.printed, shown.stock.printed)
    return None


def _print_gap(cards: int, blanks: int) -> Gap:
    """Each print takes one blank: where they differ, one of the two was booked without the other."""
    found = tr("{cards} kartu, {blanks} blangko", cards=cards, blanks=blanks)
    title = tr("Kartu dicetak dan blangko terpakai tidak sama")
    way_out = tr("Cocokkan catatan cetak dengan pemakaian blangko. Kalau tetap, pilih alasan dan ceritanya.")
    return Gap(blanks - cards, False, title, title, found, way_out)


def _blank_words(missing: int) -> tuple[str, str]:
    if missing > 0:
        title = tr("{n} keping blangko belum ada penjelasannya", n=missing)
        return title, tr("{n} keping kurang", n=missing)
    return tr("{n} keping blangko lebih dari yang dibawa", n=-missing), tr("{n} keping lebih", n=-missing)


def _card_words(missing: int) -> tuple[str, str]:
    if missing > 0:
        return tr("{n} kartu belum ada penjelasannya", n=missing), tr("{n} kartu kurang", n=missing)
    return tr("{n} kartu lebih dari yang dicetak", n=-missing), tr("{n} kartu lebih", n=-missing)


def _blank_way_out(missing: int) -> str:
    if missing > 0:
        return tr("Hitung ulang, lihat kotak kartu rusak. Kalau tetap, pilih alasan dan ceritanya.")
    return tr("Hitung ulang, lihat catatan cetak. Kalau tetap lebih, pilih alasan dan ceritanya.")
