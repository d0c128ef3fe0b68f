"""Every page as a picture, in each size, theme and language, on the data of a lively day."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QBitmap, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget

from fieldkit.app.application import application, speak
from fieldkit.app.desktop import Desktop
from fieldkit.app.parts import Parts
from fieldkit.demo.hands import Hands, whole_picture
from fieldkit.demo.laptop import PracticeLaptop, practice_laptop
from fieldkit.demo.lively.campaign import live_campaign
from fieldkit.demo.lively.missions import be_helped
from fieldkit.demo.lively.national import hear_from_centre
from fieldkit.demo.lively.shifts import close_now, finish_queue, live_through
from fieldkit.demo.lively.waiting import let_cards_wait
from fieldkit.demo.scenery.coverage import coverage_scenes
from fieldkit.demo.scenery.office import mission_scenes, national_scenes, waiting_scenes
from fieldkit.demo.scenery.pages import (
    desk_scenes,
    door_scenes,
    evening_scenes,
    morning_scenes,
    night_scenes,
    start_scenes,
)
from fieldkit.demo.scenery.stage import Scene, Stage
from fieldkit.demo.scenery.tampered import be_tampered_with, tampered_scenes
from fieldkit.host.settings import Settings
from fieldkit.ui.pages.guide.book import guide_folder, pictured
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.threads import InlineLanes
from fieldkit.ui.widgets.motion import set_motion

_QUICK: Final = 80
"""Packed a little less: half the time."""
_TURNS: Final = 8
"""Of the event loop, until a page that was asked for lies as it will lie."""


@dataclass(frozen=True, slots=True)
class Look:
    """How the window looks in one series of pictures."""

    theme: str
    percent: int
    width: int = 1366
    height: int = 690

    def file_name(self, scene: str, language: str) -> str:
        """Such as register-light-100-id.png; a large screen is named, too."""
        size = "" if self.width == NOTEBOOK.width else f"-{self.width}x{self.height}"
        return f"{scene}-{self.theme}-{self.percent}-{language}{size}.png"


_SMALL_WIDTH: Final = 910
_GUIDE_WIDTH: Final = 960
"""The guide shows them at two thirds of it, and whole where the text is largest."""
_SMALL_QUALITY: Final = 80
_AIR: Final = 24

NOTEBOOK: Final = Look("light", 100)
LOOKS: Final = tuple(Look(theme, percent) for theme in ("light", "dark") for percent in (100, 125, 150))
LARGE: Final = Look("light", 100, 1920, 1080)
LANGUAGES: Final = ("id", "en")
_OF_THE_DAY: Final = (
    *("today", "register", "list", "visits", "cards", "stock", "close_shift-difference", "sync", "schedule"),
    *("coverage", "office-notices"),
)


@dataclass(frozen=True, slots=True)
class Act:
    """What happens, and what there is to be seen afterwards."""

    happens: Callable[[PracticeLaptop], object]
    scenes: Callable[[Stage], list[Scene]]
    signs_in: bool = True


_ACTS: Final = (
    Act(lambda _laptop: None, lambda stage: [*door_scenes(stage), *start_scenes(stage)], signs_in=False),
    Act(lambda _laptop: None, morning_scenes),
    Act(live_through, desk_scenes),
    Act(finish_queue, evening_scenes),
    Act(close_now, night_scenes),
    Act(let_cards_wait, waiting_scenes),
    Act(live_campaign, coverage_scenes),
    Act(hear_from_centre, national_scenes),
    Act(be_helped, mission_scenes),
    Act(be_tampered_with, tampered_scenes),
)


def take_screenshots(out: Path, looks: Sequence[Look] = LOOKS, languages: Sequence[str] = LANGUAGES) -> list[Path]:
    """The pictures, in a folder; a large screen once, in the first language."""
    return _take(out, [(language, look) for language in languages for look in looks] + [(languages[0], LARGE)])


def take_series(out: Path, names: Sequence[str]) -> list[Path]:
    """The pictures of some series alone, each named by theme, size and language, such as dark-100-en."""
    series = {look.file_name(".", language): (language, look) for language in LANGUAGES for look in LOOKS}
    return _take(out, [series[f".-{name}.png"] for name in names])


def _take(out: Path, series: Sequence[tuple[str, Look]]) -> list[Path]:
    if not os.environ.get("QT_QPA_PLATFORM"):
        # Windows that come and go in front of somebody are no use to anybody.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    out.mkdir(parents=True, exist_ok=True)
    set_motion(False)
    with tempfile.TemporaryDirectory(prefix="fieldkit-") as folder:
        laptop = practice_laptop(Path(folder))
        try:
            return _taken(laptop, out, series)
        finally:
            laptop.store.close()
            set_motion(True)


def take_small(out: Path) -> list[Path]:
    """The pages of the day as small pictures for the papers, named by their page alone."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-") as folder:
        take_screenshots(Path(folder), [NOTEBOOK], LANGUAGES[:1])
        return shrink_day(Path(folder), out, LANGUAGES[0])


def take_guide() -> list[Path]:
    """The pictures of the guide, in both languages, where the guide looks for them."""
    with tempfile.TemporaryDirectory(prefix="fieldkit-") as folder:
        take_screenshots(Path(folder), [NOTEBOOK])
        return shrink_guide(Path(folder), guide_folder() / "pictures")


def shrink_day(pictures: Path, out: Path, language: str) -> list[Path]:
    """The pages of the day among pictures that were taken, made small."""
    return [_shrunk(pictures / NOTEBOOK.file_name(page, language), out / f"{page}.webp") for page in _OF_THE_DAY]


def shrink_guide(pictures: Path, out: Path) -> list[Path]:
    """Those among pictures that were taken which the guide shows, made small."""
    return [
        _shrunk(pictures / NOTEBOOK.file_name(scene, language), out / f"{scene}-{language}.webp", _GUIDE_WIDTH)
        for language in LANGUAGES
        for scene in pictured(language)
    ]


def _shrunk(picture: Path, small: Path, width: int = _SMALL_WIDTH) -> Path:
    small.parent.mkdir(parents=True, exist_ok=True)
    image = _without_empty_ground(QPixmap(str(picture)), width)
    if image.width() > width:
        image = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    image.save(str(small), "WEBP", _SMALL_QUALITY)
    return small


def _without_empty_ground(picture: QPixmap, width: int) -> QPixmap:
    """Of a card that stands alone in the middle, the card with some air; all of any other picture."""
    image = picture.toImage()
    drawn = image.createMaskFromColor(image.pixel(0, 0), Qt.MaskMode.MaskInColor)
    card = QRegion(QBitmap.fromImage(drawn)).boundingRect().adjusted(0, -_AIR, 0, _AIR)
    if card.width() > width:
        return picture
    left = card.center().x() - width // 2
    return picture.copy(QRect(left, card.top(), width, card.height()) & picture.rect())


class _NeverAtRest(InlineLanes):
    """No page is made ahead: only those that a picture shows are wanted."""

    def is_busy(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene as it is on the screen now."""

    name: str
    window: QWidget
    language: str
    look: Look


def play_scenes(laptop: PracticeLaptop, series: Sequence[tuple[str, Look]]) -> Iterator[Shown]:
    """Act after act: what happens between them happens once, for all looks."""
    app = application(Settings())
    for act in _ACTS:
        act.happens(laptop)
        for language, look in series:
            with _stage(app, laptop, look, language, signs_in=act.signs_in) as stage:
                for scene in act.scenes(stage):
                    _enter(scene)
                    yield Shown(scene.name, stage.desktop.window, language, look)
                    scene.leave()


def _taken(laptop: PracticeLaptop, out: Path, series: Sequence[tuple[str, Look]]) -> list[Path]:
    return [_photographed(shown, out) for shown in play_scenes(laptop, series)]


@contextmanager
def _stage(app: QApplication, laptop: PracticeLaptop, look: Look, language: str, *, signs_in: bool) -> Iterator[Stage]:
    """A window of its own for each look: to style one anew takes longer than to make it."""
    speak(app, language)
    apply_theme(app, look.theme, look.percent)
    lanes, settings = _NeverAtRest(), Settings()
    parts = Parts(laptop.store, lanes, laptop.clock, laptop.folders, laptop.regions, settings, laptop.computer)
    desktop = Desktop(parts)
    desktop.window.resize(look.width, look.height)
    try:
        desktop.open(contact_after_ms=0)
        hands = Hands(desktop.window, laptop.folders.data, parts.lanes)
        with hands.noticing_faults():
            _look_for_centre(desktop, hands)
            if signs_in:
                desktop.sign_in(laptop.lead)
            yield Stage(desktop, laptop, hands)
    finally:
        _strike(app, desktop)


def _look_for_centre(desktop: Desktop, hands: Hands) -> None:
    """Once, in vain: the next try would come in the middle of some picture, and on a busy computer of another."""
    hands.until(lambda: desktop.sync.state.ended_at is not None, "the first look for the centre")
    desktop.sync.close()


def _strike(app: QApplication, desktop: Desktop) -> None:
    """Take window and language away; the store stays open for the next act."""
    desktop.sync.close()
    desktop.sync.hang_up()
    desktop.parts.store.on_changed = lambda _changed: None
    desktop.window.close()
    # At once: whatever is left of it would be styled again with the next look.
    shiboken6.delete(desktop.window)
    speak(app, "id")
    app.processEvents()


def _enter(scene: Scene) -> None:
    scene.enter()
    for _ in range(_TURNS):
        QApplication.processEvents()
        # Without a loop that runs, what was left would pile up, and each look would go through all of it.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _photographed(shown: Shown, out: Path) -> Path:
    path = out / shown.look.file_name(shown.name, shown.language)
    whole_picture(shown.window).save(str(path), "PNG", _QUICK)
    return path
