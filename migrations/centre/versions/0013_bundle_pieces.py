"""Files that a laptop carries for another come in pieces."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bundle_piece",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "device_id", "digest")),
        *(sa.Column(name, sa.BigInteger, nullable=False, autoincrement=False) for name in ("start", "at_ms")),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("regency", "device_id", "digest", "start", name="pk_bundle_piece"),
    )


def downgrade() -> None:
    op.drop_table("bundle_piece")
