"""Figures of a bench: what was measured, against what, and whether the goal is met."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Figure:
    """One row of the table. `ratio` is value over reference; `reference` is None where the goal is absolute."""

    name: str
    value: float
    unit: str
    reference: float | None
    ratio: float | None
    goal: str
    met: bool


def at_most(name: str, value: float, unit: str, limit: float, reference: float | None = None) -> Figure:
    """A figure that is met below an absolute limit; the reference is shown beside it."""
    ratio = value / reference if reference else None
    return Figure(name, value, unit, reference, ratio, f"<= {limit:g} {unit}", value <= limit)


def at_least(name: str, value: float, unit: str, limit: float) -> Figure:
    """A figure that is met above a limit."""
    return Figure(name, value, unit, None, None, f">= {limit:g} {unit}", value >= limit)


def within(name: str, value: float, unit: str, reference: float, times: float) -> Figure:
    """A figure that is met within so many times a reference of the same run."""
    ratio = value / reference
    return Figure(name, value, unit, reference, ratio, f"<= {times:g} x reference", ratio <= times)


def p95(samples: Iterable[float]) -> float:
    """The 95th percentile."""
    return statistics.quantiles(samples, n=20)[18]


def timed(act: Callable[[], object]) -> float:
    """Seconds that a call took."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def show(figures: list[Figure]) -> None:
    """Print the table."""
    print(f"{'name':24} {'value':>12} {'reference':>12} {'ratio':>7}  {'goal':24} met")
    for figure in figures:
        reference = f"{figure.reference:,.3f}" if figure.reference is not None else "-"
        ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else "-"
        value = f"{figure.value:,.3f} {figure.unit}"
        print(
            f"{figure.name:24} {value:>12} {reference:>12} {ratio:>7}  {figure.goal:24} {'yes' if figure.met else 'NO'}"
        )


def write(figures: list[Figure], path: Path) -> None:
    """Write the figures down as JSON."""
    path.write_text(json.dumps([asdict(figure) for figure in figures], indent=2) + "\n")


def read(path: Path) -> list[Figure]:
    """The figures that were written down."""
    return [Figure(**figure) for figure in json.loads(path.read_text())]
