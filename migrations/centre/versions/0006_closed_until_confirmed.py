"""After a restore the centre gives nothing out until its revocations are confirmed."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("regency", sa.Column("closed_ms", sa.BigInteger))


def downgrade() -> None:
    op.drop_column("regency", "closed_ms")
