"""The card of keys: one sheet to lie beside the laptop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from fieldkit.reports.making.html import filled

_HEAD_ROWS: Final = 2
"""What the name of a page takes, in rows of keys."""


@dataclass(frozen=True, slots=True)
class PageKeys:
    """The keys of one page, each with what it does."""

    page: str
    keys: Sequence[tuple[str, str]]

    @property
    def rows(self) -> int:
        """The height that it takes, in rows of keys."""
        return len(self.keys) + _HEAD_ROWS


@dataclass(frozen=True, slots=True)
class KeyCard:
    """What the sheet says."""

    title: str
    note: str
    pages: Sequence[PageKeys]

    @property
    def columns(self) -> tuple[list[PageKeys], list[PageKeys]]:
        """The pages in their order, in two columns of about the same height."""
        left, right = list[PageKeys](), list[PageKeys]()
        above, half = 0, sum(page.rows for page in self.pages) / 2
        for page in self.pages:
            (left if above + page.rows / 2 <= half else right).append(page)
            above += page.rows
        return left, right


def key_card_html(card: KeyCard, template_dirs: Sequence[Path] = ()) -> str:
    """The sheet. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("kartu-tombol.html", template_dirs, card=card)
