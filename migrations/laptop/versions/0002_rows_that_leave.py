"""Remember the rows that left this laptop's areas while something here still needed them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "leaving",
        sa.Column("table_name", sa.Text, nullable=False),
        sa.Column("row_id", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("table_name", "row_id", "area", name="pk_leaving"),
    )


def downgrade() -> None:
    op.drop_table("leaving")
