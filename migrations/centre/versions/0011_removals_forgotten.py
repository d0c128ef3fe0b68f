"""Rows that left an area are forgotten after a time, and a regency has a floor below which they are."""

from __future__ import annotations

import time

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("regency", sa.Column("removals_floor", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("removal", sa.Column("at_ms", sa.BigInteger, nullable=False, server_default="0"))
    # When these left nobody wrote down: they are kept from now on as long as any.
    op.execute(sa.text("UPDATE removal SET at_ms = :now_ms").bindparams(now_ms=time.time_ns() // 1_000_000))


def downgrade() -> None:
    op.drop_column("removal", "at_ms")
    op.drop_column("regency", "removals_floor")
