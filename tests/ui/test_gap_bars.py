"""Bars that begin at a line and reach left by what is missing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.charts.gaps import Gap, GapAxis, axis_of, paint_gap

pytestmark = pytest.mark.usefixtures("themed_app")

ROOM = QRect(0, 0, 408, 36)
SHARES = st.floats(0, 100)


def painted(gap: Gap, axis: GapAxis) -> QImage:
    image = QImage(ROOM.size(), QImage.Format.Format_RGB32)
    image.fill(look().tokens.surface)
    painter = QPainter(image)
    paint_gap(painter, ROOM, gap, axis)
    painter.end()
    return image


def solid_width(gap: Gap, axis: GapAxis) -> int:
    image, accent = painted(gap, axis), look().tokens.accent.lower()
    return sum(image.pixelColor(x, ROOM.center().y()).name() == accent for x in range(ROOM.width()))


def test_a_bar_is_as_long_as_what_is_missing_on_any_axis() -> None:
    for low in (0.0, 50.0, 90.0):
        axis = GapAxis(low, 98.0, (98.0,))
        wide, half = solid_width(Gap(low), axis), solid_width(Gap((low + 98) / 2), axis)
        assert wide == pytest.approx(2 * half, abs=3)
        assert solid_width(Gap(98.0), axis) == 0


def test_what_is_explained_or_out_of_reach_takes_from_the_solid_part() -> None:
    axis = GapAxis(78.0, 98.0, (98.0,))
    whole, parts = solid_width(Gap(78.0), axis), solid_width(Gap(78.0, explained=5.0, outside=5.0), axis)
    assert parts == pytest.approx(whole / 2, abs=3)


def test_more_explained_than_missing_leaves_nothing_solid() -> None:
    axis = GapAxis(90.0, 98.0, (98.0,))
    assert solid_width(Gap(95.0, explained=40.0), axis) == 0


@given(st.lists(st.builds(Gap, SHARES, st.just(0.0), st.just(0.0), st.none() | SHARES), max_size=30))
def test_every_mark_lies_on_the_axis_and_its_names_stand_in_order(gaps: list[Gap]) -> None:
    axis = axis_of(98.0, gaps)
    values = [gap.share for gap in gaps] + [gap.diamond for gap in gaps if gap.diamond is not None]
    assert all(axis.low <= value for value in values)
    assert axis.ticks[-1] == axis.line
    assert all(one < other for one, other in pairwise(axis.ticks))
    assert 1 <= len(axis.ticks) <= 6
    assert axis.low <= axis.ticks[0]
