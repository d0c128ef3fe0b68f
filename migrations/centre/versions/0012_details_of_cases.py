"""A case tells what stands against what."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("case_file", sa.Column("details", sa.Text))


def downgrade() -> None:
    op.drop_column("case_file", "details")
