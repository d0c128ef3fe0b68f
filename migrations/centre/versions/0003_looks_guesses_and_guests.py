"""Who looked at a number, wrong enrolment codes, and the prefixes of guests."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_looks()
    op.create_table(
        "wrong_code",
        _text("regency"),
        _text("who"),
        sa.Column("failures", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("last_ms", sa.BigInteger, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("regency", "who", name="pk_wrong_code"),
    )
    op.create_table(
        "guest_prefix",
        *map(_text, ("regency", "home", "device_id", "prefix")),
        sa.PrimaryKeyConstraint("regency", "home", "device_id", name="pk_guest_prefix"),
        sa.UniqueConstraint("regency", "prefix", name="uq_guest_prefix_regency_prefix"),
    )


def downgrade() -> None:
    for name in ("guest_prefix", "wrong_code", "look"):
        op.drop_table(name)


def _create_looks() -> None:
    op.create_table(
        "look",
        *map(_text, ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        _text("origin"),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *map(_text, ("resident_id", "field", "user_id", "at")),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_look"),
    )
    op.create_index("ix_look_feed", "look", ["regency", "version"])


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
