"""The national status that holds of each person, derived from what the files said."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "national_state",
        sa.Column("resident_id", sa.Text, primary_key=True, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("status", "raw", "as_of", "since", "fact_id")),
    )
    op.create_index("ix_national_state_status", "national_state", ["status", "since"])


def downgrade() -> None:
    op.drop_table("national_state")
