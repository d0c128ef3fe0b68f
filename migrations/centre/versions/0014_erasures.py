"""Fields that are erased by law: the orders, and each laptop's word that it did so."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
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
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(sa.Column(name, sa.Text, nullable=False) for name in _COLUMNS),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_erasure"),
    )
    op.create_index("ix_erasure_feed", "erasure", ["regency", "version"])
    op.create_index("ix_erasure_row_id", "erasure", ["regency", "row_id"])


def downgrade() -> None:
    op.drop_table("erasure")
