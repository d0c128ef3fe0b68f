"""A laptop that was restored or copied tells under which origin it goes on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "incarnation",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("predecessor", "last_chain", "cause", "at")),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_incarnation"),
    )
    op.create_index("ix_incarnation_feed", "incarnation", ["regency", "version"])


def downgrade() -> None:
    op.drop_table("incarnation")
