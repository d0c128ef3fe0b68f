"""The centre's tables can be distributed by regency."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from fieldkit.server.schema import METADATA


def _keys() -> Iterator[tuple[str, list[str]]]:
    for table in METADATA.sorted_tables:
        yield f"{table.name} primary key", [column.name for column in table.primary_key]
        for constraint in table.constraints:
            if isinstance(constraint, sa.UniqueConstraint):
                yield f"{table.name} unique", [column.name for column in constraint.columns]
        # A set: every worker has to meet the same tests in the same order.
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield f"{table.name} {index.name}", [column.name for column in index.columns]


@pytest.mark.parametrize(("name", "columns"), [pytest.param(*key, id=key[0]) for key in _keys()])
def test_every_key_and_index_begins_with_the_regency(name: str, columns: list[str]) -> None:
    assert columns[:1] == ["regency"], name


def test_nothing_refers_to_another_table_by_key() -> None:
    assert not [key for table in METADATA.sorted_tables for key in table.foreign_keys]
