"""How the window looks and speaks on this laptop, and when it locks: chosen by digits, in force at once."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from fieldkit.host.settings import TEXT_SCALES, Settings
from fieldkit.ui.language import tr
from fieldkit.ui.widgets.choices import Choice, ChoiceGroup
from fieldkit.ui.widgets.form_scroll import FormScroll
from fieldkit.ui.widgets.labels import Label
from fieldkit.ui.widgets.layouts import column, stretched

WIDTH: Final = 400
_LOCK_AFTER_MIN: Final = (2, 5, 10, 15, 30)


class Preferences(QWidget):
    """The settings of this laptop. Each choice is told with the settings as they are after it."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preferences")
        self._settings = Settings()
        self._values: dict[str, dict[str, Any]] = {}
        self.groups = {
            "theme": ChoiceGroup(tr("Warna"), [], columns=3),
            "text_scale": ChoiceGroup(tr("Ukuran huruf"), [], columns=4),
            "language": ChoiceGroup(tr("Bahasa"), [], columns=2),
            "has_motion": ChoiceGroup(tr("Laci dan pesan"), [], columns=2),
            "lock_after_min": ChoiceGroup(tr("Kunci layar sendiri"), [], columns=3),
        }
        for name, group in self.groups.items():
            group.setObjectName(name)
            group.chosen.connect(partial(self._choose, name))
        self._arrange()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Work begins at the first question."""
        super().focusInEvent(event)
        next(iter(self.groups.values())).focus_answer()

    def show_settings(self, settings: Settings) -> None:
        """What is in force; the focus stays where it is."""
        self._settings = settings
        for name, offered in _offered(settings).items():
            group = self.groups[name]
            if self._values.get(name) != (values := {str(value): value for value, _ in offered}):
                self._values[name] = values
                group.set_choices([Choice(str(value), caption) for value, caption in offered])
            group.set_value(str(getattr(settings, name)))

    def _arrange(self) -> None:
        held = QWidget()
        about = tr("Berlaku saat itu juga, bagi semua yang memakai laptop ini.")
        language = tr("Ganti bahasa membuka halaman dari awal. Yang sedang diketik tersimpan sebagai draf.")
        groups = self.groups
        column(
            Label(about, "second", wrap=True),
            groups["theme"],
            groups["text_scale"],
            column(groups["language"], Label(language, "hint", wrap=True), gap=4),
            groups["has_motion"],
            groups["lock_after_min"],
            None,
            gap=14,
            inside=held,
        )
        column(stretched(FormScroll(held)), inside=self)

    def _choose(self, name: str, value: str) -> None:
        self._settings = replace(self._settings, **{name: self._values[name][value]})
        self.changed.emit(self._settings)


def _offered(settings: Settings) -> dict[str, list[tuple[Any, str]]]:
    """Values and captions; minutes that somebody wrote into the file by hand are among them."""
    minutes = sorted({*_LOCK_AFTER_MIN, settings.lock_after_min})
    return {
        "theme": [("light", tr("Terang")), ("dark", tr("Gelap")), ("system", tr("Ikut sistem"))],
        "text_scale": [(percent, f"{percent} %") for percent in TEXT_SCALES],
        # Each in its own words: who can not read the other must find the own one.
        "language": [("id", "Bahasa Indonesia"), ("en", "English")],
        "has_motion": [(True, tr("Muncul perlahan")), (False, tr("Muncul seketika"))],
        "lock_after_min": [(each, tr("{n} mnt", n=each)) for each in minutes],
    }
