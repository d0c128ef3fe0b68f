"""Every scene of the pictures, in both languages, themes and text sizes: named, whole, readable, in one language.

Once each is gone through by Tab, as it is read, with the focus in sight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field

import pytest
from focus_ring import RingEye
from heard import seen, unnamed, words
from layout_faults import layout_faults
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QWidget
from readable import Eye
from shiboken6 import isValid
from tab_walk import round_by_tab

import dev
from fieldkit.demo.laptop import PracticeLaptop, practice_laptop
from fieldkit.demo.screenshots import Look, play_scenes
from fieldkit.store.database import Database
from fieldkit.ui.widgets.charts.bars import BarChart
from fieldkit.ui.widgets.charts.curve import CurveChart
from fieldkit.ui.widgets.charts.shares import ShareBar
from fieldkit.ui.widgets.charts.week import WeekStrip

pytestmark = pytest.mark.timeout(900)

SERIES = (("id", Look("light", 100)), ("en", Look("dark", 150)))
"""Each language once and each text size once: what a scene says does not follow from its size."""
_TELLTALE = {
    "en": "dan yang belum tidak untuk dari orang dengan sudah warga kartu lalu atau ini itu bisa akan antrean daftar",
    "id": "the and not with of is are yet for from this that or people card cards",
}
"""Words of the other language that every other sentence has."""
_SHORTEST = 4
_OF_A_LICENCE = 900
"""The words of a licence are those of whoever gave it."""


@dataclass
class Walk:
    """What was found on the way through all scenes."""

    faults: dict[str, list[str]] = field(default_factory=dict)
    """By scene, language and text size."""
    nameless: list[str] = field(default_factory=list)
    charts: dict[str, str] = field(default_factory=dict)
    """Each chart that was seen by its name, and what is told of it to whoever does not see it."""
    faint: dict[str, str] = field(default_factory=dict)
    """Each text that is too pale, and the first scene that shows it."""
    eye: Eye = field(default_factory=Eye)
    rings: RingEye = field(default_factory=RingEye)
    by_tab: dict[str, list[str]] = field(default_factory=dict)
    """By scene, language and text size: focus that is not seen, and Tab that does not go as the window is read."""
    said: dict[str, dict[str, str]] = field(default_factory=lambda: {"id": {}, "en": {}})
    """By language: each text, and the first scene that says it."""
    known: str = ""
    """All that stands in the store: data is in the language of whoever wrote it."""


@pytest.fixture(scope="module")
def walk(themed_app: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    dev.compile_translations()
    laptop = practice_laptop(tmp_path_factory.mktemp("walk"))
    found = Walk()
    with found.eye.open():
        for shown in play_scenes(laptop, SERIES):
            place = f"{shown.name} {shown.language} {shown.look.percent} %"
            if faults := layout_faults(shown.window):
                found.faults[place] = faults
            found.nameless += [f"{place}: {part}" for part in unnamed(shown.window)]
            for said in words(shown.window):
                found.said[shown.language].setdefault(said, shown.name)
            if shown.language == "id":
                found.charts |= {part.accessibleName(): part.accessibleDescription() for part in _charts(shown.window)}
            for told in found.eye.faint(shown.window):
                found.faint.setdefault(told, place)
            if faults := _by_tab(found.rings, shown.window):
                found.by_tab[place] = faults
    found.known = "\n".join([_all_texts(laptop), *_texts_of_files(laptop)])
    yield found
    laptop.store.close()


def _charts(window: QWidget) -> list[QWidget]:
    return [part for part in seen(window) if isinstance(part, (BarChart, CurveChart, ShareBar, WeekStrip))]


def _by_tab(rings: RingEye, window: QWidget) -> list[str]:
    """Once round, and back to where the scene had the focus: the next one begins from there."""
    if QApplication.activeWindow() is None:
        # No window manager brings it back to the front when a dialog is gone.
        window.activateWindow()
        QApplication.processEvents()
    begun = QApplication.focusWidget()
    faults, _ = round_by_tab(QApplication.activeWindow() or window, rings.faint)
    if begun is not None and isValid(begun) and begun.isVisible():
        begun.setFocus()
    return faults


def _all_texts(laptop: PracticeLaptop) -> str:
    return laptop.store.query(lambda database: "\n".join(sorted(_texts_of(database))))


def _texts_of(database: Database) -> set[str]:
    tables = [name for (name,) in database.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {
        value
        for table in tables
        if not table.startswith(("journal", "base_", "sqlite", "search", "fts"))
        for row in database.rows(f"SELECT * FROM {table}")
        for value in row
        if isinstance(value, str) and len(value) > _SHORTEST
    }


def _texts_of_files(laptop: PracticeLaptop) -> Iterator[str]:
    """The list that comes in is data as well, from its name to its heads."""
    for path in laptop.folders.data.glob("*.xlsx"):
        yield path.name
        with closing(load_workbook(path, read_only=True)) as book:
            yield from (str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None)


def _without_data(said: str, known: str) -> str:
    """What is left of a text without those of its parts that stand in the store."""
    parts = re.split(r"\s*[·:;.,()“”\n]\s*| – ", said)
    return " ".join(part for part in parts if part and part not in known)


def test_all_that_is_used_has_a_name_in_every_scene(walk: Walk) -> None:
    assert not walk.nameless, "\n".join(walk.nameless)


def test_every_chart_tells_its_figures_in_words(walk: Walk) -> None:
    assert len(walk.charts) > 8
    assert [name for name, told in walk.charts.items() if not re.search(r"\d", told)] == []


def test_nothing_is_cut_squeezed_or_covered_in_any_scene(walk: Walk) -> None:
    assert walk.faults == {}


def test_every_text_stands_out_from_what_it_is_painted_on(walk: Walk) -> None:
    assert walk.eye.looked_at > 10_000
    assert not walk.faint, "\n".join(f"{place}: {told}" for told, place in walk.faint.items())


def test_tab_goes_through_every_scene_as_it_is_read_and_its_focus_is_seen(walk: Walk) -> None:
    assert walk.rings.looked_at > 300
    assert walk.by_tab == {}


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_window_speaks_one_language(walk: Walk, language: str) -> None:
    other = set(_TELLTALE[language].split())
    leaks = {
        f"{scene}: {said}"
        for said, scene in walk.said[language].items()
        if len(said) < _OF_A_LICENCE and other & set(re.findall(r"\w+", _without_data(said, walk.known).lower()))
    }
    assert sorted(leaks) == []


def test_with_english_no_source_text_is_left(walk: Walk) -> None:
    english = dev.read_translations(dev.TRANSLATIONS)
    foreign = {source for source, told in english.items() if source != told and "{" not in source}
    meant = set(english.values())
    data = set(walk.known.casefold().splitlines())
    left = {
        f"{scene}: {said}"
        for said, scene in walk.said["en"].items()
        if said in foreign - meant and said.casefold() not in data
    }
    assert sorted(left) == []
