"""What PyInstaller takes into the program, and what it leaves out; `build_installer.spec` asks here."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from shipping.parts import ROOT

Entry = tuple[str, str, str]
"""Of PyInstaller: name in the program, file on this computer, kind."""

EXCLUDES: Final = (
    # The centre, and what only it needs: it is run from the tree or the wheel.
    *("fieldkit.server", "fieldkit.demo.centre", "litestar", "uvicorn", "httptools", "psycopg", "prometheus_client"),
    # What looks for a test framework or an event loop, and does without.
    *("pytest", "_pytest", "hypothesis", "trio", "outcome", "sniffio", "mypy", "attr", "attrs", "sortedcontainers"),
    # What openpyxl, msgspec, mako and typer offer beside their work; colour in a terminal is not needed.
    *("numpy", "pandas", "PIL", "lxml", "defusedxml", "yaml", "rich", "pygments", "click"),
    # Tools of a developer; readline, moreover, is under the GPL.
    *("tkinter", "readline", "curses", "pdb", "doctest", "unittest", "pydoc", "pydoc_data", "xmlrpc", "lib2to3"),
    *("setuptools", "distutils", "pkg_resources", "pycparser", "ensurepip", "idlelib"),
    # Numbers are checked, not placed: tables of countries, networks and their time zones would double the program.
    *("phonenumbers.geodata", "phonenumbers.geocoder", "phonenumbers.carrierdata", "phonenumbers.carrier"),
    *("phonenumbers.tzdata", "phonenumbers.timezone"),
    # Qt: FieldKit speaks HTTP through httpx, and to the bus through jeepney.
    *("PySide6.QtNetwork", "PySide6.QtDBus", "PySide6.QtSvg", "PySide6.QtQml", "PySide6.QtOpenGL"),
)

HIDDEN: Final = (
    *("sqlalchemy.dialects.sqlite", "alembic.ddl.sqlite"),
    *("keyring.backends.SecretService", "keyring.backends.Windows", "keyring.backends.macOS"),
    # Imported by its name: the clock of a place where the computer brings no zones, as Windows.
    "tzdata",
)

PLUGINS: Final = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platforminputcontexts": ("compose", "ibus"),
    "platformthemes": ("xdgdesktopportal",),
    "printsupport": ("cups",),
    "imageformats": ("qjpeg", "qwebp", "qsvg"),
    "iconengines": ("qsvgicon",),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("libadwaita", "bradient"),
}
"""By folder, the plugins of Qt that are kept: a screen, a keyboard, a printer, the pictures of an office's template.
Left out are GTK, OpenGL, screens without a desktop, remote screens, other picture formats and other styles."""

_PLUGIN_FOLDER: Final = "/plugins/"
_LIBRARIES_LEFT_OUT: Final = ("EglFS", "EglFs", "Qt6Network", "Qt6Qml", "Qt6Quick", "Qt6VirtualKeyboard", "Qt6Pdf")
_ICON_FONTS: Final = ("phosphor-1.3.0.ttf", "phosphor-charmap-1.3.0.json")


def datas() -> list[tuple[str, str]]:
    """The files that travel with the program, each with its folder there; what only the centre shows stays behind."""
    resources = [path for path in (ROOT / "resources").rglob("*") if path.is_file() and _is_of_laptop(path)]
    # By their names: what Python has compiled beside them stays behind.
    migrations = [path for kind in ("*.py", "*.mako") for path in (ROOT / "migrations" / "laptop").rglob(kind)]
    own = [(str(path), path.parent.relative_to(ROOT).as_posix()) for path in sorted([*resources, *migrations])]
    return [*own, *_icon_font()]


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """What is left of the binaries and files that PyInstaller found."""
    return [entry for entry in entries if not (_is_of_the_system(entry[1]) or _is_spare(entry[0]))]


def from_system(entries: Iterable[Entry]) -> list[str]:
    """Libraries that the system brings: the .deb asks for their packages, which Debian keeps up to date."""
    return sorted({source for _, source, _ in entries if _is_of_the_system(source)})


def _is_of_laptop(path: Path) -> bool:
    within = path.relative_to(ROOT / "resources")
    return within.parts[0] not in {"web", "licences"} and path.suffix != ".ts" and not path.name.startswith(".")


def _icon_font() -> list[tuple[str, str]]:
    found = find_spec("qtawesome")
    if found is None or found.origin is None:
        raise FileNotFoundError("qtawesome")
    fonts = Path(found.origin).parent / "fonts"
    return [(str(fonts / name), "qtawesome/fonts") for name in _ICON_FONTS]


def _is_of_the_system(source: str) -> bool:
    """On Linux, a library from outside of Python and its packages."""
    if not sys.platform.startswith("linux") or not source:
        return False
    path = Path(source)
    return path.is_absolute() and path.parts[1] in {"lib", "lib64", "usr"} and not path.is_relative_to(sys.base_prefix)


def _is_spare(name: str) -> bool:
    place = Path(name).as_posix()
    if _PLUGIN_FOLDER in place:
        folder, _, file = place.partition(_PLUGIN_FOLDER)[2].rpartition("/")
        return not any(kept in file for kept in PLUGINS.get(folder, ()))
    is_translation = "/translations/qt" in f"/{place}"
    return is_translation or any(library in place for library in _LIBRARIES_LEFT_OUT)
