"""This very program once more, beside the one that runs."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def command_of_this_program(command: str, module: str = "fieldkit") -> Sequence[str]:
    """What to start for a command: the installed program; in a tree the module, which alone does what is asked."""
    if getattr(sys, "frozen", False):
        return [sys.executable, command]
    return [sys.executable, "-m", module, *([command] if module == "fieldkit" else [])]


def environment_of_this_program() -> dict[str, str]:
    """Where this package was found, the new process finds it too."""
    found = [str(_PACKAGE.parent), os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, found))}
