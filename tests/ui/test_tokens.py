"""Colours are those of the paper, and readable."""

from __future__ import annotations

import pytest

from fieldkit.ui.theme.tokens import DARK, LIGHT, THEMES, Tokens, blend, contrast

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)

STATED = [
    ("ink", "surface", 16.4, 13.9),
    ("ink2", "surface", 8.7, 9.6),
    ("ink3", "surface", 5.9, 6.7),
    ("ink3", "sel", 4.7, 4.9),
    ("line2", "surface", 3.9, 4.7),
    ("accent", "on_accent", 7.1, 8.2),
    ("accent_ink", "bg", 6.2, 10.0),
    ("ink2", "soft", 7.4, 7.3),
    ("ink", "sel", 13.1, 10.2),
    ("ink", "mark", 13.3, 7.3),
    ("ok", "ok_bg", 6.2, 8.2),
    ("warn", "warn_bg", 6.7, 8.8),
    ("warn_line", "surface", 3.8, 5.0),
    ("err", "err_bg", 6.1, 7.8),
    ("err_line", "surface", 4.9, 4.5),
    ("info", "info_bg", 7.2, 7.7),
    ("mute", "mute_bg", 6.5, 7.2),
    ("rail_ink", "rail", 11.0, 14.2),
    ("rail_ink2", "rail_on", 4.9, 4.7),
]


@pytest.mark.parametrize(("ink", "ground", "light", "dark"), STATED)
def test_contrast_is_what_the_paper_says(ink: str, ground: str, light: float, dark: float) -> None:
    measured = [round(contrast(getattr(theme, ink), getattr(theme, ground)), 1) for theme in (LIGHT, DARK)]
    assert measured == pytest.approx([light, dark], abs=0.11)


@BOTH
def test_every_text_is_readable_on_every_ground_it_stands_on(theme: Tokens) -> None:
    grounds = ("bg", "surface", "sunken", "soft", "sel")
    for ink in ("ink", "ink2", "ink3", "accent_ink"):
        for ground in grounds:
            assert contrast(getattr(theme, ink), getattr(theme, ground)) >= 4.5, (ink, ground)


@BOTH
@pytest.mark.parametrize("tone", ["ok", "warn", "err", "info", "mute", "accent"])
def test_every_tone_is_readable_on_its_ground_and_on_a_card(theme: Tokens, tone: str) -> None:
    assert contrast(theme.tone(tone), theme.ground(tone)) >= 4.5
    assert contrast(theme.tone(tone), theme.surface) >= 4.5
    assert contrast(theme.edge(tone), theme.surface) >= 3


@BOTH
def test_borders_of_controls_are_seen_on_cards_and_grouped_blocks(theme: Tokens) -> None:
    for edge in ("line2", "accent"):
        for ground in ("surface", "sunken"):
            assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3, (edge, ground)


def test_contrast_of_black_on_white_is_21_and_of_a_colour_on_itself_1() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#B57708", "#B57708") == pytest.approx(1)


def test_a_blend_lies_between_its_two_colours() -> None:
    assert blend("#000000", "#FFFFFF", 0.5) == "#808080"
    assert blend("#102030", "#FFFFFF", 0) == "#102030"


def test_there_are_two_themes_and_one_is_dark() -> None:
    assert {name: theme.dark for name, theme in THEMES.items()} == {"light": False, "dark": True}
