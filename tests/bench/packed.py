"""The packed program measured by itself, on laptops that are made here: `dev.py bench --program FILE`.

Beside each stands a reference of the same run: a bare window for the start, the program from the tree for the rest.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from fieldkit.store.store import Store
from tests.bench.asking import BARE, FROM_TREE, Program, asked, said, usual_start_s
from tests.bench.figures import Figure, at_most, p95
from tests.bench.laptop import full_laptop
from tests.bench.million import MEMORY_MB, crowded_laptop
from tests.bench.pages import GOAL_MS, SLOWER_MS, busy_laptop
from tests.laptops import opened

Shown = dict[str, list[float]]
"""Milliseconds of each page, round after round."""


def benches_of(program: Path) -> dict[str, Callable[[Path], list[Figure]]]:
    """The benches that a packed program can be asked for, by their names."""
    command = [str(program.resolve())]
    benches = {"start": start_figures, "page": page_figures, "1.4 million": memory_figures}
    return {name: partial(bench, program=command) for name, bench in benches.items()}


def start_figures(folder: Path, program: Program) -> list[Figure]:
    """From the start of the process to a window that can be worked with, 200,000 residents."""
    store = full_laptop(folder)
    opened(store)
    store.close()
    packed_s, bare_s = usual_start_s(asked(folder, program, "start", store)), usual_start_s(BARE)
    return [at_most("start, packed", packed_s, "s", 1.0, bare_s)]


def page_figures(folder: Path, program: Program) -> list[Figure]:
    """From the key of a page until it is painted: the first time, and every time after it."""
    store = busy_laptop(folder)
    store.close()
    packed, tree = (_shown(folder, each, store) for each in (program, FROM_TREE))
    return [figure for name, samples in packed.items() for figure in _figures_of(name, samples, tree[name])]


def memory_figures(folder: Path, program: Program) -> list[Figure]:
    """The most that the program holds on a tour of all pages, with 1.4 million residents."""
    store = crowded_laptop(folder)
    store.close()
    packed, tree = (int(said(asked(folder, each, "memory", store))) / 1e6 for each in (program, FROM_TREE))
    return [at_most("memory, packed", packed, "MB", MEMORY_MB, tree)]


def _shown(folder: Path, program: Program, store: Store) -> Shown:
    shown: Shown = json.loads(said(asked(folder, program, "pages", store)))
    return shown


def _figures_of(name: str, samples: Sequence[float], tree: Sequence[float]) -> list[Figure]:
    goal = SLOWER_MS.get(name, GOAL_MS)
    return [
        at_most(f"page {name}, packed", p95(samples[1:]), "ms", goal, p95(tree[1:])),
        at_most(f"page {name}, packed, first", samples[0], "ms", goal, tree[0]),
    ]
