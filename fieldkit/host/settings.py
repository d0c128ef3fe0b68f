"""Settings of this computer, in a small JSON file; nothing about residents ever goes in here."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final

import msgspec

from fieldkit.host._errors import folder_errors
from fieldkit.host.files import set_aside, write_whole

SETTINGS_FILE: Final = "settings.json"
"""Its name in the folder of the data."""
LANGUAGES: Final = ("id", "en")
THEMES: Final = ("light", "dark", "system")
TEXT_SCALES: Final = (100, 110, 125, 150)
LOCK_AFTER_MIN: Final = range(1, 121)


@dataclass(frozen=True)
class Settings:
    """What this computer remembers between starts."""

    language: str = "id"
    theme: str = "light"
    text_scale: int = 100
    """Per cent, on top of the system's own scaling."""
    has_motion: bool = True
    """Whether drawers and toasts fade in."""
    centre_url: str = ""
    lock_after_min: int = 10
    """Minutes without a touch until the window locks."""
    rest: dict[str, Any] = field(default_factory=dict)
    """Keys that this version does not know; they survive a save."""


_OFFERED: Final[dict[str, Collection[object]]] = {
    "language": LANGUAGES,
    "theme": THEMES,
    "text_scale": TEXT_SCALES,
    "lock_after_min": LOCK_AFTER_MIN,
}
_KNOWN: Final = {f.name: f.type for f in fields(Settings) if f.name != "rest"}


def load_settings(path: Path) -> Settings:
    """The settings in a file; defaults where it is missing, or damaged and therefore set aside."""
    with folder_errors():
        content = path.read_bytes() if path.exists() else b"{}"
    try:
        return _settings_of(msgspec.json.decode(content, type=dict[str, Any]))
    except (msgspec.DecodeError, UnicodeDecodeError):
        set_aside(path)
        return Settings()


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings whole or not at all."""
    values = settings.rest | {name: getattr(settings, name) for name in _KNOWN}
    write_whole(path, msgspec.json.format(msgspec.json.encode(values, order="sorted")))


def _settings_of(values: dict[str, Any]) -> Settings:
    """Settings from what a file says; a value that does not fit is as good as missing."""
    fitting = {name: value for name, value in values.items() if name in _KNOWN and _fits(name, value)}
    return Settings(**fitting, rest={name: value for name, value in values.items() if name not in _KNOWN})


def _fits(name: str, value: object) -> bool:
    if name == "has_motion":
        return isinstance(value, bool)
    if name in _OFFERED:
        # A truth value or 10.0 would count as a number that is offered.
        return type(value) in (int, str) and value in _OFFERED[name]
    return isinstance(value, str)
