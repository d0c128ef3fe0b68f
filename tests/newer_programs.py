"""A newer FieldKit, which is this one with one more revision of the database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from fieldkit.host.places import migrations_dir
from fieldkit.store.database import SCHEMA_VERSION

NEWER = SCHEMA_VERSION + 1
FINE = 'op.execute("CREATE TABLE of_the_newer_one (id TEXT)")'
FAILS = 'op.execute("DELETE FROM resident"); op.execute("ALTER TABLE resident DROP COLUMN nowhere")'


@contextmanager
def newer_program(folder: Path, step: str) -> Iterator[None]:
    """Whatever is started meanwhile is the newer FieldKit."""
    chain = folder / "newer"
    shutil.copytree(migrations_dir(), chain, dirs_exist_ok=True)
    (chain / "laptop" / "versions" / f"{NEWER:04}_newer.py").write_text(
        f"from alembic import op\nrevision = '{NEWER:04}'\ndown_revision = '{SCHEMA_VERSION:04}'\n"
        f"def upgrade():\n    {step}\n",
        "utf-8",
    )
    with pytest.MonkeyPatch.context() as patch:
        for module in ("opening", "rescue"):
            patch.setattr(f"fieldkit.store.keeping.{module}.migrations_dir", lambda: chain)
        for module in ("database", "upgrade", "keeping.notes"):
            patch.setattr(f"fieldkit.store.{module}.SCHEMA_VERSION", NEWER)
        yield
