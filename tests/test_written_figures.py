"""Dates, times and figures that people read are written in one place for each reader, nowhere by hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import dev

READ_BY_PEOPLE = ("console", "demo", "domain", "reports", "server/notices", "server/web", "store/queries", "ui", "work")
WRITERS = ("domain/formats.py", "ui/formats.py", "server/web/language.py")
"""Papers and what is below the window; the window in its language; the centre's page in that of its reader."""
NOT_READ = {
    "ui/pages/office/laptops/notice.py": "the name of a file, which sorts by day",
    "ui/pages/office/lists/findings_file.py": "the name of a file, which sorts by day",
    "reports/cards/handover_list.py": "the name of a file, which sorts by day",
    "reports/people/kept_data.py": "the name of a file, which sorts by day",
    "reports/lists/sheets.py": "the name of a file, which sorts by day",
    "reports/lists/national_list.py": "the name of a file, which sorts by day",
    "reports/cards/notice_list.py": "the name of a file, which sorts by day",
    "demo/lively/national.py": "the name of a file of the national centre",
    "work/practice.py": "the day within a number of a family card",
}
_BY_HAND = re.compile(r"%[a-zA-Z]|,|\.\d+[ef%]|\d*[ef%]$|n$")


def written_by_hand(code: str) -> Iterator[int]:
    """Lines that write a day, a time, thousands or decimals by themselves."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            if _BY_HAND.search(ast.unparse(node.format_spec)[2:-1]):
                yield node.lineno
        elif isinstance(node, ast.Attribute) and node.attr == "strftime":
            yield node.lineno


def files() -> Iterator[Path]:
    for room in READ_BY_PEOPLE:
        yield from sorted((dev.ROOT / "fieldkit" / room).rglob("*.py"))


def test_nothing_that_people_read_is_written_by_hand() -> None:
    found = []
    for path in files():
        name = path.relative_to(dev.ROOT / "fieldkit").as_posix()
        if name not in (*WRITERS, *NOT_READ):
            found += [f"{name}:{line}" for line in written_by_hand(path.read_text("utf-8"))]
    assert found == []


@pytest.mark.parametrize("name", NOT_READ)
def test_what_is_let_pass_still_writes_by_hand(name: str) -> None:
    assert list(written_by_hand((dev.ROOT / "fieldkit" / name).read_text("utf-8")))


@pytest.mark.parametrize(
    "code",
    ['f"{share:.2f}"', 'f"{n:,}"', 'f"{day:%d-%m-%Y}"', 'f"{x:.1%}"', 'day.strftime("%d")', 'f"{n:,.0f}"', 'f"{n:n}"'],
)
def test_each_way_to_write_by_hand_is_found(code: str) -> None:
    assert list(written_by_hand(code))


@pytest.mark.parametrize("code", ['f"{n:03}"', 'f"{n:+d}"', 'f"{name:<20}"', 'f"{n}"'])
def test_numbers_of_queues_and_columns_of_text_may_be_padded(code: str) -> None:
    assert not list(written_by_hand(code))
