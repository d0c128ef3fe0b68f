"""A laptop that was restored or copied tells under which origin it goes on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incarnation",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("predecessor", "last_chain", "cause", "at")),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.UniqueConstraint("id", name="uq_incarnation_id"),
    )
    op.create_index("ix_incarnation_predecessor", "incarnation", ["predecessor"])


def downgrade() -> None:
    op.drop_table("incarnation")
