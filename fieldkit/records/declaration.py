"""How a table that travels is declared: its columns, and how each merges at the centre."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds. Dates and instants are ISO text, so that laptop and centre hold equal rows."""

    TEXT = "text"
    INTEGER = "integer"
    FLAG = "flag"
    DATE = "date"
    INSTANT = "instant"
    DOCUMENT = "document"


class Merge(StrEnum):
    """What the centre does with a field (design.md, section 3, table of classes)."""

    FACT = "fact"
    PLAIN = "plain"
    WEIGHTY = "weighty"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a travelling table."""

    name: str
    kind: Kind
    merge: Merge
    required: bool = False
    is_personal: bool = False
    """Whether what somebody writes here may tell of a person, so that it can be erased by law."""

    @property
    def blank(self) -> str | None:
        """What the column holds once it was erased."""
        return "" if self.required else None


@dataclass(frozen=True, slots=True)
class Table:
    """One table that travels. Every row also has id, regency, area and the version of its last change."""

    name: str
    columns: tuple[Column, ...]
    group: str
    indexed: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The declared columns in wire order."""
        return tuple(column.name for column in self.columns)

    @property
    def personal(self) -> tuple[str, ...]:
        """The columns that can be erased by law."""
        return tuple(column.name for column in self.columns if column.is_personal)

    @property
    def blanks(self) -> dict[str, str | None]:
        """A row of which nothing was said, or of which what was said is erased."""
        return {column.name: column.blank if column.is_personal else None for column in self.columns}

    @property
    def is_fact(self) -> bool:
        """Whether rows are append-only."""
        return all(column.merge is Merge.FACT for column in self.columns)

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)


def columns(merge: Merge, declaration: str) -> tuple[Column, ...]:
    """Columns from a line such as "shift_id! at:instant note*": name, kind (text where none is given), marks.

    ! = required, * = personal.
    """
    return tuple(_column(merge, word) for word in declaration.split())


def _column(merge: Merge, word: str) -> Column:
    name, _, kind = word.rstrip("!*").partition(":")
    return Column(name, Kind(kind or "text"), merge, required="!" in word, is_personal="*" in word)
