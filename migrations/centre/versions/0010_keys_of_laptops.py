"""What the laptops of a team seal to each other."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("heartbeat", sa.Column("receiver", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("heartbeat", "receiver")
