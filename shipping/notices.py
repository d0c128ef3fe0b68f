"""The list of licences that the window shows: one file of names, and the words of each licence beside it."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from fieldkit import __version__
from shipping.parts import ROOT, LicenceError, Part, shipped_parts

FOLDER: Final = ROOT / "resources" / "licences"
LIST: Final = "parts.json"


def write_notices(folder: Path, parts: Iterable[Part]) -> None:
    """Write list and texts into a folder of their own; what lay there is gone."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    lines = []
    for part in [own_part(), *parts]:
        text = f"{_file_name(part.name)}.txt"
        (folder / text).write_text(part.text.strip() + "\n", encoding="utf-8", newline="\n")
        lines.append(
            {"name": part.name, "version": part.version, "licence": part.licence, "home": part.home, "text": text}
        )
    (folder / LIST).write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def own_part() -> Part:
    """FieldKit itself."""
    text = (ROOT / "LICENSE").read_text("utf-8")
    return Part("FieldKit", __version__, "MIT", "", text, f"pkg:generic/fieldkit@{__version__}")


def _file_name(name: str) -> str:
    return re.sub(r"[^a-z0-9.]+", "-", name.casefold()).strip("-")


def main() -> int:
    """Write them for the program that runs from the tree; what has no known licence is named."""
    try:
        parts = shipped_parts()
    except LicenceError as error:
        print(error, file=sys.stderr)
        return 1
    write_notices(FOLDER, parts)
    return 0


if __name__ == "__main__":
    sys.exit(main())
