"""Fields that are erased by law: the orders, and each laptop's word that it did so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_COLUMNS = (
    "order_id",
    "issuer",
    "table_name",
    "row_id",
    "fields",
    "ground",
    "ordered_by",
    "ordered_at",
    "signature",
    "at",
)


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text, nullable=False) for name in _COLUMNS),
        sa.UniqueConstraint("id", name="uq_erasure_id"),
    )
    op.create_index("ix_erasure_row_id", "erasure", ["row_id"])


def downgrade() -> None:
    op.drop_table("erasure")
