"""Notices: when a regency was last looked through, since which restore it is settled, and what they are found by."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

_INDEXED = (
    ("notice_step", "request_id"),
    ("notice_step", "reference"),
    ("notice_stop", "phone"),
)


def upgrade() -> None:
    op.add_column("regency", sa.Column("notices_at_ms", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("regency", sa.Column("notices_epoch", sa.BigInteger, nullable=False, server_default="0"))
    op.execute("UPDATE regency SET notices_epoch = epoch")
    for table, column in _INDEXED:
        op.create_index(f"ix_{table}_{column}", table, ["regency", column])


def downgrade() -> None:
    for table, column in reversed(_INDEXED):
        op.drop_index(f"ix_{table}_{column}", table)
    op.drop_column("regency", "notices_epoch")
    op.drop_column("regency", "notices_at_ms")
