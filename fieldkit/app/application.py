"""Qt's one application: its fonts, its look and its language, as the settings say."""

from __future__ import annotations

import os

from PySide6.QtCore import QSettings, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from fieldkit.app.memory import collect_here_alone
from fieldkit.host.places import resources_dir
from fieldkit.host.settings import Settings
from fieldkit.ui.said_by_qt import hush_idle_talk
from fieldkit.ui.theme.apply import apply_theme
from fieldkit.ui.theme.fonts import register_fonts
from fieldkit.ui.widgets.motion import set_motion


def application(settings: Settings) -> QApplication:
    """The one QApplication, with fonts, theme and language of the settings."""
    app = running()
    app.setApplicationName("FieldKit")
    # By this name the desktop finds the program's icon and its entry in the menu.
    app.setDesktopFileName("fieldkit")
    app.setWindowIcon(QIcon(str(resources_dir() / "icons" / "fieldkit.svg")))
    register_fonts()
    apply_theme(app, settings.theme, settings.text_scale)
    speak(app, settings.language)
    return app


def running() -> QApplication:
    """The one that runs already; made where none does."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        hush_idle_talk()
        keep_no_visited_folders()
        app = QApplication(["fieldkit"])
        collect_here_alone()
    return app


def keep_no_visited_folders() -> None:
    """Qt's own dialog for files notes nowhere which folders it was in (invariant 12): those are the only settings of
    Qt's that this program has, and where they would go no file can be."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def speak(app: QApplication, language: str) -> None:
    """Put the window's texts into a language: ours are written in Bahasa Indonesia, Qt's own in English."""
    own = str(resources_dir() / "translations")
    for former in app.findChildren(QTranslator):
        app.removeTranslator(former)
        former.deleteLater()
    app.setProperty("language", language)
    translator = QTranslator(app)
    if translator.load(f"dialogs_{language}" if language == "id" else f"fieldkit_{language}", own):
        app.installTranslator(translator)


def look_as_chosen(before: Settings, chosen: Settings) -> None:
    """Theme, size of the text and motion, at once."""
    set_motion(chosen.has_motion)
    if (chosen.theme, chosen.text_scale) != (before.theme, before.text_scale):
        apply_theme(running(), chosen.theme, chosen.text_scale)
