"""The contract of design.md, section 3: a test names each invariant, so that a bug report can begin there."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

_NAMED = re.compile(r"invariants?[ _](\d+(?:(?:, | and | to )\d+)*)", re.IGNORECASE)


def numbers(words: str) -> set[int]:
    """The invariants that a name or a docstring speaks of: "Invariants 1 to 3 and 5"."""
    found: set[int] = set()
    for listed in _NAMED.findall(words):
        for first, last in re.findall(r"(\d+)(?: to (\d+))?", listed):
            found |= set(range(int(first), int(last or first) + 1))
    return found


@cache
def named_by_tests() -> dict[int, list[str]]:
    """The test functions that speak of each invariant, in their name or docstring."""
    found: dict[int, list[str]] = {}
    for path in Path(__file__).parent.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                for invariant in numbers(f"{node.name} {ast.get_docstring(node) or ''}"):
                    found.setdefault(invariant, []).append(node.name)
    return found


@pytest.mark.parametrize("invariant", range(1, 14))
def test_a_test_names_each_invariant(invariant: int) -> None:
    assert named_by_tests().get(invariant)
