"""Charts as pictures in the page: drawn here, coloured by the page's style sheet, told in words by the table beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

_WIDTH: Final = 360
"""As wide as a phone, so that words keep their size there."""
_COLUMN_HEIGHT: Final = 120
_ROW: Final = 26
_LABEL: Final = 116
_VALUE: Final = 72


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a chart; `kind` is a class of the style sheet."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words in a chart; `anchor` is start, middle or end."""

    x: float
    y: float
    words: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its own measure, which is stretched to the width that there is."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]


def bars(rows: Sequence[tuple[str, Decimal, str]], line_at: int | None = None) -> Chart:
    """A bar for each row of label, percent and written value, and a line down at a percentage."""
    width = _WIDTH - _LABEL - _VALUE
    boxes: list[Box] = []
    labels: list[Label] = []
    for number, (words, share, value) in enumerate(rows):
        top = number * _ROW
        boxes.append(Box(_LABEL, top + 6, width, 14, "track"))
        boxes.append(Box(_LABEL, top + 6, round(width * float(min(share, Decimal(100))) / 100, 1), 14, "bar"))
        labels.append(Label(0, top + 18, words))
        labels.append(Label(_WIDTH, top + 18, value, "end"))
    if line_at is not None:
        boxes.append(Box(_LABEL + width * line_at / 100, 0, 2, len(rows) * _ROW, "line"))
    return Chart(_WIDTH, max(len(rows), 1) * _ROW, tuple(boxes), tuple(labels))


def columns(days: Sequence[tuple[str, int, str]]) -> Chart:
    """A column for each day of label, number and written number."""
    most = max((number for _, number, _ in days), default=0) or 1
    step = _WIDTH / max(len(days), 1)
    boxes: list[Box] = []
    labels: list[Label] = []
    for place, (words, number, value) in enumerate(days):
        height = round(_COLUMN_HEIGHT * number / most, 1)
        left = round(place * step, 1)
        boxes.append(Box(left + 3, 20 + _COLUMN_HEIGHT - height, round(min(step - 6, 44), 1), height, "bar"))
        labels.append(Label(left + 3, 14 + _COLUMN_HEIGHT - height, value))
        labels.append(Label(left + 3, 38 + _COLUMN_HEIGHT, words))
    return Chart(_WIDTH, _COLUMN_HEIGHT + 44, tuple(boxes), tuple(labels))
