"""How the commands speak: one line on stdout, what went wrong on stderr, secrets by prompt or descriptor."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, Final

import msgspec

from fieldkit.domain.errors import FieldKitError, KeyUnavailableError, RuleError
from fieldkit.domain.text import Text

DONE: Final = 0
REFUSED: Final = 1
"""Somebody has to look at it; the same call will fail again."""
LATER: Final = 75
"""The same call may succeed later: no network, a busy centre, a busy database (EX_TEMPFAIL of sysexits.h)."""
_MOST_BYTES: Final = 4_096
_END: Final = b"\n"

Say = Callable[[str], object]
Ask = Callable[[str], str]


def told(error: FieldKitError) -> int:
    """Say on stderr what went wrong, and with which code the command ends."""
    if isinstance(error, RuleError):
        lines = [str(problem.message) for problem in error.problems]
    else:
        lines = [f"{error.title} {error.advice}"]
    tell(*lines)
    # Another passphrase may open it; the same call will not.
    return LATER if error.retry and not isinstance(error, KeyUnavailableError) else REFUSED


def tell(*lines: str) -> None:
    """Say on stderr what is no outcome."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))


def say_as(facts: dict[str, Any], sentence: Text, *, as_json: bool, say: Say) -> None:
    """The outcome: a line of JSON for a script, a sentence for a person."""
    say(msgspec.json.encode(facts).decode() if as_json else str(sentence))


def secret(descriptor: int | None, ask: Ask, prompt: str) -> str:
    """From the terminal without showing it, or the next line of a descriptor, which may hold several secrets."""
    if descriptor is None:
        return ask(prompt)
    line = bytearray()
    # Byte by byte: what stands behind the line belongs to whoever reads next.
    while len(line) < _MOST_BYTES and (byte := os.read(descriptor, 1)) not in {b"", _END}:
        line += byte
    return line.decode().rstrip("\r")
