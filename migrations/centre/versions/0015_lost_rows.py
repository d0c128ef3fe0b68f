"""What a centre lost at a restore, as far as laptops still hold it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "restore_point",
        sa.Column("regency", sa.Text, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("head", sa.BigInteger, nullable=False, autoincrement=False),
        sa.PrimaryKeyConstraint("regency", "epoch", name="pk_restore_point"),
    )
    op.create_table(
        "lost_row",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "table", "row", "area")),
        sa.Column("epoch", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("fields", "device_id")),
        sa.PrimaryKeyConstraint("regency", "table", "row", name="pk_lost_row"),
    )


def downgrade() -> None:
    op.drop_table("lost_row")
    op.drop_table("restore_point")
