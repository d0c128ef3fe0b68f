"""Sheets of a list that leave the laptop on paper."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from fieldkit.domain.text import Text, text, words_of


class SheetKind(StrEnum):
    """For whom a sheet is."""

    CALL_LIST = "call_list"
    INVITATION = "invitation"
    REMAINDER = "remainder"
    ATTENDANCE = "attendance"
    """Who was served in a shift: the annex of its report."""


_LABELS: Mapping[str, Text] = {
    SheetKind.CALL_LIST: text("Daftar panggil untuk RT"),
    SheetKind.INVITATION: text("Undangan untuk RT dan takmir"),
    SheetKind.REMAINDER: text("Sisa untuk lurah, tanpa nama"),
    SheetKind.ATTENDANCE: text("Daftar hadir warga satu shift"),
}


def sheet_label(kind: str) -> Text:
    """What the sheet is called where it is chosen."""
    return _LABELS.get(kind) or words_of(kind)
