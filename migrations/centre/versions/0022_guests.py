"""When each guest was last in touch, and whether people of the host are on it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("guest_prefix", sa.Column("seen_ms", sa.BigInteger, nullable=True))
    op.add_column("guest_prefix", sa.Column("holds", sa.SmallInteger, nullable=True))


def downgrade() -> None:
    op.drop_column("guest_prefix", "holds")
    op.drop_column("guest_prefix", "seen_ms")
