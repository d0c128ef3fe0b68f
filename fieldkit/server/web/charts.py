"""Charts as pictures in the page: drawn here, coloured by the page's style sheet, told in words by the table beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_FLOOR, Decimal
from typing import Final

_WIDTH: Final = 360
"""As wide as a phone, so that words keep their size there."""
_COLUMN_HEIGHT: Final = 120
_ROW: Final = 26
_BAR_LEFT: Final = 172
_BAR_WIDTH: Final = 136
_BAR_RIGHT: Final = _BAR_LEFT + _BAR_WIDTH
_AXIS: Final = 52
_TOP: Final = 14
_HEIGHT: Final = 150
_FOOT: Final = _TOP + _HEIGHT
_AHEAD: Final = timedelta(days=7)
_FARTHEST: Final = timedelta(days=180)


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
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, as the attribute of a path says it; `kind` is a class of the style sheet."""

    path: str
    kind: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture with its own measure, which is stretched to the width that there is."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A place below the target, in percent; `missing` is the number as it is written."""

    words: str
    share: Decimal
    written: str
    missing: str
    proposed: Decimal = Decimal(0)
    national: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """Percent by day: so far, and where it goes; the words stand at the lines."""

    so_far: Sequence[tuple[date, Decimal]]
    target: Decimal
    met_on: date | None
    """None where it is not met."""
    by: date | None
    pace_words: str
    needed_words: str
    by_words: str
    percent: Callable[[Decimal], str]
    day: Callable[[date], str]


def gaps(rows: Sequence[Gap], target: Decimal, target_words: str) -> Chart:
    """From the target leftwards what is missing: what is explained and not approved hatched, the nation's count a
    diamond."""
    low = _low([share for row in rows for share in (row.share, row.national) if share is not None], target)

    def at(share: Decimal) -> float:
        return round(_BAR_LEFT + float((max(low, min(share, target)) - low) / (target - low)) * _BAR_WIDTH, 1)

    boxes: list[Box] = []
    labels = [Label(_BAR_RIGHT, 14, target_words, "middle", "strong")]
    strokes: list[Stroke] = []
    for number, row in enumerate(rows, 1):
        top, known = number * _ROW, min(row.share + row.proposed, target)
        boxes.append(Box(at(row.share), top + 6, round(at(known) - at(row.share), 1), 14, "explained"))
        boxes.append(Box(at(known), top + 6, round(_BAR_RIGHT - at(known), 1), 14, "bar"))
        labels.append(Label(0, top + 18, row.words))
        labels.append(Label(_BAR_LEFT - 8, top + 18, row.written, "end", "strong"))
        labels.append(Label(_WIDTH, top + 18, row.missing, "end", "strong"))
        if row.national is not None:
            strokes.append(Stroke(f"M{at(row.national)} {top + 8}l5 5l-5 5l-5-5z", "national"))
    height = (len(rows) + 1) * _ROW
    strokes.append(Stroke(f"M{_BAR_RIGHT} {_ROW - 4}V{height}", "goal"))
    return Chart(_WIDTH, height, tuple(boxes), tuple(labels), tuple(strokes))


def course(of: Course) -> Chart:
    """Solid so far, dashed where it goes at this pace, dotted what is needed until the end of the campaign."""
    (first, _), (until, now) = of.so_far[0], of.so_far[-1]
    last = min(max(filter(None, (of.met_on, of.by, until + _AHEAD))), until + _FARTHEST)
    low = _low([share for _, share in of.so_far], of.target)

    def at(day: date, share: Decimal) -> tuple[float, float]:
        x = _AXIS + (day - first).days / max((last - first).days, 1) * (_WIDTH - _AXIS - 8)
        return round(x, 1), round(_TOP + float((of.target - share) / (of.target - low)) * _HEIGHT, 1)

    strokes = [Stroke(f"M{_AXIS} {_TOP}H{_WIDTH}", "goal"), Stroke(_line([at(*point) for point in of.so_far]), "done")]
    labels = [Label(_AXIS - 6, _TOP + 4, of.percent(of.target), "end"), Label(_AXIS - 6, _FOOT, of.percent(low), "end")]
    labels += [Label(_AXIS, _FOOT + 20, of.day(first))]
    if of.met_on is not None and now < of.target:
        ends = at(of.met_on, of.target) if of.met_on <= last else at(last, _reached(of, until, now, last))
        strokes.append(Stroke(_line([at(until, now), ends]), "ahead"))
        x, y = _between(_between(at(until, now), ends), ends)
        labels.append(
            Label(
                _WIDTH - 4 if x > _WIDTH / 2 else x + 10,
                min(y + 64, _FOOT - 26),
                of.pace_words,
                "end" if x > _WIDTH / 2 else "start",
                "ahead",
            )
        )
        if of.met_on <= last:
            labels.append(Label(_WIDTH, _FOOT + 20, of.day(of.met_on), "end"))
    if of.by is not None and until < of.by <= last:
        x, _ = at(of.by, low)
        strokes.append(Stroke(f"M{x} {_TOP}V{_FOOT}", "limit"))
        labels.append(
            Label(x + 4 if x < _WIDTH - 110 else x - 4, _FOOT - 6, of.by_words, "start" if x < _WIDTH - 110 else "end")
        )
        if now < of.target:
            strokes.append(Stroke(_line([at(until, now), at(of.by, of.target)]), "needed"))
            x, y = _between(at(until, now), at(of.by, of.target))
            labels.append(Label(x - 8, y, of.needed_words, "end", "needed"))
    return Chart(_WIDTH, _FOOT + 28, (), tuple(labels), tuple(strokes))


def _reached(of: Course, until: date, now: Decimal, last: date) -> Decimal:
    days = Decimal((of.met_on - until).days) if of.met_on else Decimal(1)
    return now + (of.target - now) * (last - until).days / days


def _between(one: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2


def _line(points: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in points)


def _low(shares: Sequence[Decimal], target: Decimal) -> Decimal:
    """A whole percentage below all of them, where the picture begins."""
    return max(Decimal(0), min([*shares, target - 2]).to_integral_value(ROUND_FLOOR))


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
