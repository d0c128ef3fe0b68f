"""Every page, desk, drawer, form and start screen of the screenshots: by Tab, by ear, and in one language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from heard import unnamed, words
from layout_faults import layout_faults
from PySide6.QtWidgets import QApplication, QWidget
from tab_walk import tab_faults

import dev
from fieldkit.demo.laptop import PracticeLaptop, practice_laptop
from fieldkit.demo.screenshots import NOTEBOOK, play_scenes

pytestmark = [pytest.mark.timeout(900), pytest.mark.usefixtures("themed_app")]
SCENES = 80
"""Fewer would mean that the stage has lost some."""


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[PracticeLaptop]:
    made = practice_laptop(tmp_path)
    yield made
    made.store.close()


def test_every_scene_is_named_whole_and_read_by_tab(laptop: PracticeLaptop) -> None:
    faults = defaultdict[str, list[str]](list)
    seen = 0
    for shown in play_scenes(laptop, [("id", NOTEBOOK)]):
        seen += 1
        focus = QApplication.focusWidget()
        faults[shown.name] += [*unnamed(shown.window), *layout_faults(shown.window), *tab_faults(shown.window)]
        if focus is not None:
            focus.setFocus()
    assert seen > SCENES
    assert {name: found for name, found in faults.items() if found} == {}


@pytest.mark.parametrize(("language", "at"), [("en", 0), ("id", 1)])
def test_no_scene_says_a_sentence_of_the_other_language(laptop: PracticeLaptop, language: str, at: int) -> None:
    dev.compile_translations()
    foreign = sentences(at)
    said = defaultdict[str, set[str]](set)
    for shown in play_scenes(laptop, [(language, NOTEBOOK)]):
        said[shown.name] |= said_by(shown.window) & foreign
    assert len(said) > SCENES
    assert {name: found for name, found in said.items() if found} == {}


def said_by(window: QWidget) -> set[str]:
    """Each thing said, and each of its parts that could have been put together."""
    found = set[str]()
    for said in words(window):
        for line in re.split(r"\n|, | · |; ", said):
            found |= {line.strip(), line.strip().rstrip(".:")}
    return found | set(words(window))


def sentences(at: int) -> set[str]:
    """Texts without braces in one language that are none in the other: source at 0, English at 1."""
    pairs = dev.read_translations(dev.TRANSLATIONS).items()
    other = {pair[1 - at] for pair in pairs}
    return {pair[at] for pair in pairs if pair[at] not in other and "{" not in pair[at] and len(pair[at]) > 3}
