"""What the calendar paints, as plain data: heads, blocks, feet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Cell = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block."""

    text: str
    tone: str = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """A block: its hours, title and lines, a mark at the right of the hours, and all of it in words."""

    id: str
    hours: str
    title: str
    lines: tuple[Line, ...]
    words: str
    tone: str = ""
    """err for what clashes, warn for what is lacking, mute for what does not take place."""
    mark: tuple[str, str] | None = None
    """Icon and tone."""
    is_fixed: bool = False
    """Can not be moved."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a row or column."""

    key: str
    title: str
    second: str = ""
    shaded: bool = False
    tone: str = ""
    """err where a clash lies below."""


@dataclass(frozen=True, slots=True)
class Foot:
    """A verdict at the foot of a column."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """All of the calendar that is seen at once."""

    corner: str = ""
    rows: tuple[Head, ...] = ()
    columns: tuple[Head, ...] = ()
    faces: Mapping[Cell, tuple[Face, ...]] = field(default_factory=dict)
    notes: Mapping[Cell, str] = field(default_factory=dict)
    """Over the blocks of a cell, such as its day."""
    shaded: frozenset[Cell] = frozenset()
    foot_head: Head | None = None
    feet: tuple[Foot, ...] = ()

    def at(self, cell: Cell) -> tuple[Face, ...]:
        """The blocks of a cell, first one first."""
        return self.faces.get(cell, ())

    def place(self, face_id: str) -> tuple[Cell, int] | None:
        """Where a block lies: its cell, and its number there."""
        for cell, faces in self.faces.items():
            for number, face in enumerate(faces):
                if face.id == face_id:
                    return cell, number
        return None
