"""Sheets of a list that leave the laptop on paper."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text, words_of


class SheetKind(StrEnum):
    """For whom a sheet is."""

    CALL_LIST = "call_list"
    INVITATION = "invitation"
    INVITATION_OF_SOME = "invitation_of_some"
    """An invitation of a narrowed list: who of the RT was on it, nobody knows afterwards."""
    REMAINDER = "remainder"
    ATTENDANCE = "attendance"
    """Who was served in a shift: the annex of its report."""
    HANDOVER = "handover"
    """Whose cards lie ready, to be signed for by who fetches them (NC-4)."""
    DISTRIBUTION = "distribution"
    """Whose cards go to the district, or came there: a handover record with name and address (NC-3)."""
    CARD_CALLS = "card_calls"
    """Whom the clerk, or the RT, tells that the card is ready (NC-1)."""
    NATIONAL = "national"
    """Whose record stopped or waits at the centre (PL-5)."""
    CARD_POSTING = "card_posting"
    """The same for the board of a village, where the head lets it count (4.6)."""


ASKED_FOR: Final = (SheetKind.CALL_LIST, SheetKind.INVITATION, SheetKind.REMAINDER)
"""What somebody can choose to print from the list."""
OF_ALL: Final = frozenset(
    {
        SheetKind.REMAINDER,
        SheetKind.ATTENDANCE,
        SheetKind.HANDOVER,
        SheetKind.CARD_CALLS,
        SheetKind.CARD_POSTING,
        SheetKind.NATIONAL,
        SheetKind.DISTRIBUTION,
    }
)
"""About a village as a whole, not about an RT."""

_LABELS: Mapping[str, Text] = {
    SheetKind.CALL_LIST: text("Daftar panggil untuk RT"),
    SheetKind.INVITATION: text("Undangan untuk RT dan takmir"),
    SheetKind.INVITATION_OF_SOME: text("Undangan untuk sebagian warga RT"),
    SheetKind.REMAINDER: text("Sisa untuk lurah, tanpa nama"),
    SheetKind.ATTENDANCE: text("Daftar hadir warga satu shift"),
    SheetKind.HANDOVER: text("Daftar serah terima kartu"),
    SheetKind.DISTRIBUTION: text("Berita acara kartu ke kecamatan"),
    SheetKind.CARD_CALLS: text("Daftar panggil kabar kartu"),
    SheetKind.NATIONAL: text("Daftar kerja data pusat"),
    SheetKind.CARD_POSTING: text("Daftar tempel kabar kartu"),
}


def sheet_label(kind: str) -> Text:
    """What the sheet is called where it is chosen."""
    return _LABELS.get(kind) or words_of(kind)
