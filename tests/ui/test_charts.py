"""Charts: their lines are told apart without colour, their labels stay free, and whoever listens hears the figures."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from fieldkit.ui.theme.look import look
from fieldkit.ui.widgets.charts.bars import Bar, BarChart
from fieldkit.ui.widgets.charts.curve import Axis, Curve, CurveChart, CurveLine, figures_of
from fieldkit.ui.widgets.charts.shares import Share, ShareBar
from fieldkit.ui.widgets.charts.strokes import Stroke
from fieldkit.ui.widgets.charts.week import WeekDay, WeekStrip

pytestmark = pytest.mark.usefixtures("themed_app")

OnScreen = Callable[..., QWidget]

SO_FAR = CurveLine(((9.0, 0), (12.0, 60), (16.7, 82)), label="terekam")
EXPECTED = CurveLine(((16.7, 82), (19.0, 98)), Stroke.DASHED, "laju kini", band=((16.7, 82, 82), (19.0, 92, 104)))
NEEDED = CurveLine(((16.7, 82), (19.0, 120)), Stroke.DOTTED, "perlu 16,5/jam", "warn")
ACROSS = Axis(9, 19, ((9, "09.00"), (12, "12.00"), (16, "16.00"), (19, "19.00")), told=((16.7, "16.42"),))
UPWARD = Axis(0, 120, ((0, "0"), (60, "60"), (120, "120")))
CURVE = Curve((SO_FAR, EXPECTED, NEEDED), ACROSS, UPWARD, now=(16.7, 82), said="Pukul 19.00 menjadi ± 98 orang")


def colours(widget: QWidget) -> list[str]:
    image = widget.grab().toImage()
    return [image.pixelColor(x, y).name().upper() for x in range(image.width()) for y in range(image.height())]


def test_the_figures_of_a_curve_are_those_that_are_said() -> None:
    told = [(figure.line, figure.place, figure.figure) for figure in figures_of(CURVE)]
    assert told[:2] == [("terekam", "09.00", "0"), ("terekam", "12.00", "60")]
    assert told[-1] == ("perlu 16,5/jam", "19.00", "120")
    assert [figure.id for figure in figures_of(CURVE)] == list(range(len(told)))


def test_a_curve_is_said_with_its_sentence_and_the_figures_of_its_lines(on_screen: OnScreen) -> None:
    chart = CurveChart("Menuju target")
    on_screen(chart)
    chart.set_curve(CURVE)
    assert chart.accessibleName() == "Menuju target"
    assert chart.accessibleDescription().split("; ") == [
        "Pukul 19.00 menjadi ± 98 orang",
        "terekam: 09.00 0, 12.00 60, 16.00 79, 16.42 82",
        "laju kini: 16.42 82, 19.00 98",
        "perlu 16,5/jam: 16.42 82, 19.00 120",
    ]


def test_figures_are_told_as_the_chart_counts_and_where_it_names_nothing_as_well(on_screen: OnScreen) -> None:
    chart = CurveChart("Sisa")
    on_screen(chart)
    days = Axis(0, 2, ((0, "21 Feb"), (2, "23 Feb")), told=((1, "22 Feb"), (3, "24 Feb")))
    shares = Curve((CurveLine(((0, 8.5), (1, 7.25), (2, 7))),), days, UPWARD, figure=lambda share: f"{share:g} %")
    chart.set_curve(shares)
    assert chart.accessibleDescription() == "21 Feb 8.5 %, 22 Feb 7.25 %, 23 Feb 7 %"


def test_what_was_counted_is_solid_and_what_is_expected_is_broken(on_screen: OnScreen) -> None:
    lengths = {}
    for stroke in Stroke:
        chart = CurveChart("Menuju target")
        on_screen(chart).resize(400, 240)
        flat = CurveLine(((0, 5), (10, 5)), stroke)
        chart.set_curve(Curve((flat,), Axis(0, 10, ()), Axis(0, 10, ())))
        lengths[stroke] = colours(chart).count(look().tokens.accent)
    assert lengths[Stroke.SOLID] > 1.3 * lengths[Stroke.DASHED] > 1.3 * lengths[Stroke.DOTTED] > 0


@pytest.mark.parametrize(("width", "height"), [(240, 120), (300, 150), (420, 260), (700, 300)])
def test_labels_lie_within_the_chart_and_on_nothing_else(on_screen: OnScreen, width: int, height: int) -> None:
    chart = CurveChart("Menuju target")
    on_screen(chart)
    chart.setFixedSize(width, height)
    chart.set_curve(CURVE)
    places = chart.label_places()
    assert len(places) == 3
    assert all(QRectF(chart.rect()).contains(place) for place in places)
    assert not [pair for pair in combinations(places, 2) if pair[0].intersects(pair[1])]


def test_a_chart_without_lines_paints_and_says_nothing(on_screen: OnScreen) -> None:
    chart = CurveChart("Menuju target")
    on_screen(chart)
    assert look().tokens.accent not in colours(chart)
    assert chart.accessibleDescription() == ""


def test_the_parts_of_a_bar_stand_in_proportion_and_the_explained_is_hatched(on_screen: OnScreen) -> None:
    bar = ShareBar("Sisa di Kel. Jati")
    on_screen(bar)
    bar.setFixedSize(400, 12)
    bar.set_shares([Share("terekam", 50), Share("ada penjelasan", 25, is_hatched=True)], 100)
    assert bar.accessibleDescription() == "terekam: 50; ada penjelasan: 25"
    image = bar.grab().toImage()
    row = [image.pixelColor(x, 6).name().upper() for x in range(image.width())]
    assert abs(row.count(look().tokens.accent) - 200) <= 2
    assert row.count(look().tokens.mute_bg) >= 98
    explained = set(row[205:295])
    assert len(explained) > 1
    assert look().tokens.accent not in explained


def test_more_than_the_whole_fills_the_bar_and_no_more(on_screen: OnScreen) -> None:
    bar = ShareBar("Terekam")
    on_screen(bar)
    bar.setFixedSize(300, 12)
    bar.set_shares([Share("terekam", 120)], 100)
    assert bar._boxes()[0].width() == 300


def test_a_week_is_said_day_by_day_and_today_stands_out(on_screen: OnScreen) -> None:
    week = WeekStrip("Minggu ini")
    on_screen(week)
    week.setFixedSize(350, 110)
    days = [WeekDay("Jum", 56, 60), WeekDay("Sab", 82, 100, is_today=True), WeekDay("Min", None), WeekDay("Sen", 0, 50)]
    week.set_days(days)
    assert week.accessibleDescription() == (
        "Jum: 56 dari target 60; Sab: 82 dari target 100; Min: –; Sen: 0 dari target 50"
    )
    assert {look().tokens.soft, look().tokens.accent} <= set(colours(week))


def test_a_day_above_its_target_is_higher_than_the_outline(on_screen: OnScreen) -> None:
    week = WeekStrip("Minggu ini")
    on_screen(week)
    week.set_days([WeekDay("Sab", 120, 100)])
    room = QRect(0, 0, 40, 100)
    assert week._box(room, 0, 20, 120).height() == 100
    assert 80 < week._box(room, 0, 20, 100).height() < 100


def test_bars_too_narrow_for_their_names_are_named_by_every_second_one_and_now_always(on_screen: OnScreen) -> None:
    chart = BarChart("Terekam per setengah jam")
    on_screen(chart)
    bars = [
        Bar(f"{hour:02}.{half}", 5, now=hour == 12 and half == "30") for hour in range(9, 15) for half in ("00", "30")
    ]
    chart.set_bars(bars)
    assert chart._named(QRect(0, 0, 1000, 100)) == set(range(12))
    few = chart._named(QRect(0, 0, 360, 100))
    assert 7 in few
    assert len(few) == 6


def test_the_name_of_the_needed_line_lies_where_the_bars_are_low(on_screen: OnScreen) -> None:
    chart = BarChart("Terekam per setengah jam")
    on_screen(chart)
    chart.set_bars([Bar(f"{9 + at}.00", 5) for at in range(6)], needed=8.3, needed_text="perlu 8,3 per ½ jam")
    area = QRect(0, 0, 480, 100)
    high = [QRect(area.right() - 60, 0, 40, 14), QRect(0, 0, 40, 14)]
    place = chart._label_place(area, 40, high)
    assert not [figure for figure in high if figure.left() <= place.right() and place.left() <= figure.right()]


@pytest.mark.parametrize("gap", range(6))
def test_the_name_of_the_needed_line_lies_within_the_bars(on_screen: OnScreen, gap: int) -> None:
    chart = BarChart("Terekam per setengah jam")
    on_screen(chart)
    bars = [Bar(f"{9 + at}.00", None if at == gap else 5) for at in range(6)]
    chart.set_bars(bars, needed=8.3, needed_text="perlu 8,3 per ½ jam")
    area = QRect(0, 0, 240, 100)
    place = chart._label_place(area, 40, [])
    assert area.left() <= place.left()
    assert place.right() <= area.right()
