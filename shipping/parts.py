"""The works of others that travel with FieldKit: which, under which licence, and whether that licence is allowed."""

from __future__ import annotations

import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Final

from license_expression import AND, OR, BaseSymbol, get_spdx_licensing
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).resolve().parents[1]
TEXTS: Final = Path(__file__).with_name("licences")

ALLOWED: Final = frozenset(
    {
        *("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "PSF-2.0", "Unicode-DFS-2016"),
        "Zlib",
        *("LGPL-3.0-only", "MPL-2.0", "ODbL-1.0", "OFL-1.1"),
        # The loader of PyInstaller: it may start programs of any licence.
        "GPL-2.0-or-later WITH Bootloader-exception",
    }
)
"""Of the second line the conditions are met: Qt and certifi lie unchanged in files of their own that anybody may
replace, and the notices of data and fonts travel with them."""

LEFT_OUT: Final = frozenset(
    {
        # Colour in a terminal: typer does without.
        *("rich", "pygments"),
        # Of qtawesome one font is taken; it is named as that.
        *("qtawesome", "qtpy", "packaging"),
        # Only to build others.
        "pycparser",
    }
)
"""Required by what we use, and not shipped."""

_STATED: Final = {
    "jinja2": "BSD-3-Clause",
    "pyside6-essentials": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "pyinstaller": "GPL-2.0-or-later WITH Bootloader-exception",
    "segno": "BSD-3-Clause",
    "shellingham": "ISC",
    "shiboken6": "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only",
    "sqlcipher3": "Zlib",
}
"""What a licence file says where the metadata do not say it, or not in SPDX."""

_LOADER: Final = "pyinstaller"
"""Starts the packed program, and so ships with it."""
_CLASSIFIERS: Final = {"MIT License": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0"}
_TEXT_NAMES: Final = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_ICU: Final = re.compile(r"^libicuuc\.so\.(\d+)$")
_OPENSSL: Final = re.compile(rb"OpenSSL (\d+\.\d+\.\d+) +\d+ \w+ \d{4}")


@dataclass(frozen=True, slots=True)
class Part:
    """A work of others: what it is called, its licence as SPDX has it, and where it comes from."""

    name: str
    version: str
    licence: str
    home: str
    text: str
    """The words of its licence."""
    purl: str
    """Its name in the registry that it was taken from."""


class LicenceError(Exception):
    """A part must not be shipped: nobody knows its licence, or it is not one of those allowed."""


def shipped_parts() -> list[Part]:
    """Everything of others that FieldKit ships on every computer, by name; LicenceError for what it must not ship."""
    required = [found for name, found in runtime_distributions().items() if name not in LEFT_OUT]
    packages = map(package_part, [*required, distribution(_LOADER)])
    return sorted(map(allowed, [*packages, *_inside(), *_assets(), _python()]), key=lambda part: part.name.casefold())


def allowed(part: Part) -> Part:
    """The part with the licence under which it is shipped: of several the one that is allowed."""
    found = _choose(part.licence)
    if found is None:
        raise LicenceError(f"{part.name} {part.version}: {part.licence or 'no licence'} is not among the allowed ones")
    if not part.text.strip():
        raise LicenceError(f"{part.name} {part.version}: the text of {found} is missing")
    return replace(part, licence=found)


def runtime_distributions() -> dict[str, Distribution]:
    """What `pyproject.toml` and its own requirements ask for on this computer, by normalised name."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    waiting = [Requirement(line) for line in project["dependencies"]]
    found: dict[str, Distribution] = {}
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in found:
            found[name] = distribution(name)
            waiting += _needed(found[name])
    return dict(sorted(found.items()))


def package_part(package: Distribution) -> Part:
    """A Python package, as its metadata describe it."""
    name = canonicalize_name(package.metadata["Name"])
    home = _field(package, "Home-page") or _project_url(package)
    return Part(
        name, package.version, licence_of(package), home, _text_of(package), f"pkg:pypi/{name}@{package.version}"
    )


def licence_of(package: Distribution) -> str:
    """Its licence as an SPDX expression; empty where nobody has said it yet."""
    stated = _STATED.get(canonicalize_name(package.metadata["Name"])) or _field(package, "License-Expression")
    if stated:
        return stated
    told = _field(package, "License")
    if told in get_spdx_licensing().known_symbols:
        return told
    classifiers = (line.rpartition(" :: ")[2] for line in package.metadata.get_all("Classifier") or [])
    return next((_CLASSIFIERS[each] for each in classifiers if each in _CLASSIFIERS), "")


def _field(package: Distribution, name: str) -> str:
    metadata = package.metadata
    return str(metadata[name]).strip() if name in metadata else ""


def _choose(expression: str) -> str | None:
    """The allowed part of an expression: of alternatives the first one allowed, of a sum all or nothing."""
    licensing = get_spdx_licensing()
    if not expression or licensing.validate(expression).errors:
        return None
    return _chosen(licensing.parse(expression))


def _chosen(tree: object) -> str | None:
    if isinstance(tree, BaseSymbol):
        return str(tree) if str(tree) in ALLOWED else None
    choices = [_chosen(each) for each in getattr(tree, "args", ())]
    if isinstance(tree, OR):
        return next(filter(None, choices), None)
    if isinstance(tree, AND) and all(choices):
        return " AND ".join(filter(None, choices))
    return None


def _needed(package: Distribution) -> Iterator[Requirement]:
    for line in package.requires or []:
        requirement = Requirement(line)
        if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
            yield requirement


def _project_url(package: Distribution) -> str:
    """Its own page, else its code, else whatever it names first."""
    lines = (line.partition(",") for line in package.metadata.get_all("Project-URL") or [])
    urls = {label.strip().casefold(): url.strip() for label, _, url in lines}
    wanted = (urls[label] for label in ("homepage", "repository", "source", "source code", "github") if label in urls)
    return next(wanted, next(iter(urls.values()), ""))


def _text_of(package: Distribution) -> str:
    """The licence files that came with a package; Qt's come without."""
    if "LGPL-3.0-only" in licence_of(package):
        return "\n\n".join(_own_text(name) for name in ("LGPL-3.0-only", "GPL-3.0-only"))
    files = [file for file in package.files or [] if ".dist-info" in str(file) and _TEXT_NAMES.search(file.name)]
    return "\n\n".join(Path(str(file.locate())).read_text("utf-8", "replace").strip() for file in files)


def _own_text(name: str) -> str:
    return (TEXTS / f"{name}.txt").read_text("utf-8")


def _inside() -> Iterator[Part]:
    """What lies inside the binaries of packages without being a package of its own."""
    from sqlcipher3 import dbapi2

    connection = dbapi2.connect(":memory:")
    cipher = str(connection.execute("PRAGMA cipher_version").fetchone()[0]).split()[0]
    connection.close()
    yield Part("SQLCipher", cipher, "BSD-3-Clause", "https://www.zetetic.net/sqlcipher/", _own_text("SQLCipher"),
               f"pkg:github/sqlcipher/sqlcipher@v{cipher}")  # fmt: skip
    apache = _text_of(distribution("cryptography"))
    for package in ("cryptography", "sqlcipher3"):
        version = _openssl_in(distribution(package))
        yield Part(f"OpenSSL ({package})", version, "Apache-2.0", "https://www.openssl.org", apache,
                   f"pkg:github/openssl/openssl@openssl-{version}")  # fmt: skip
    yield from _icu(distribution("pyside6-essentials"))


def _icu(qt: Distribution) -> Iterator[Part]:
    """The Unicode library that Qt brings on Linux; on Windows it takes that of the system."""
    versions = {found[1] for file in qt.files or [] if (found := _ICU.search(file.name))}
    for version in sorted(versions):
        yield Part("ICU", version, "Unicode-DFS-2016", "https://icu.unicode.org", _own_text("ICU"),
                   f"pkg:github/unicode-org/icu@release-{version}")  # fmt: skip


def _openssl_in(package: Distribution) -> str:
    """The version that a package was linked with, as its binary says."""
    for file in package.files or []:
        if file.suffix in {".so", ".pyd"} and (found := _OPENSSL.search(file.read_binary())):
            return found[1].decode()
    raise LicenceError(f"{package.metadata['Name']}: which OpenSSL is inside can not be read from its binary")


def _assets() -> Iterator[Part]:
    resources = ROOT / "resources"
    regions, fonts = resources / "regions", resources / "fonts"
    odbl = "\n\n".join((regions / name).read_text("utf-8") for name in ("NOTICE", "LICENSE-ODbL-1.0.md"))
    inter = (fonts / "OFL.txt").read_text("utf-8")
    yield Part("idn-area-data", "4.0.1", "ODbL-1.0", "https://github.com/fityannugroho/idn-area-data", odbl,
               "pkg:npm/idn-area-data@4.0.1")  # fmt: skip
    yield Part("Inter", "3.19", "OFL-1.1", "https://rsms.me/inter/", inter, "pkg:github/rsms/inter@v3.19")
    yield Part("Phosphor Icons", "1.3.0", "MIT", "https://phosphoricons.com", _own_text("Phosphor"),
               "pkg:github/phosphor-icons/phosphor-home@v1.3.0")  # fmt: skip


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    text = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text("utf-8")
    return Part("CPython", version, "PSF-2.0", "https://www.python.org", text, f"pkg:generic/python@{version}")
