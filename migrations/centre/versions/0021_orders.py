"""What the office orders of laptops: when one went missing, for which one a code is, and which orders were seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_OF_DEVICE = ("enrolled_ms", "missing_ms", "found_ms")
_OF_CODE = ("device_id", "name")


def upgrade() -> None:
    for name in _OF_DEVICE:
        op.add_column("device", sa.Column(name, sa.BigInteger, nullable=True))
    for name in _OF_CODE:
        op.add_column("enrol_code", sa.Column(name, sa.Text, nullable=True))
    op.create_table(
        "order_done",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "order_id", "digest", "hindrance")),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("regency", "order_id", name="pk_order_done"),
    )
    op.create_index("ix_order_done_digest", "order_done", ["regency", "digest"])


def downgrade() -> None:
    op.drop_table("order_done")
    for name in _OF_CODE:
        op.drop_column("enrol_code", name)
    for name in _OF_DEVICE:
        op.drop_column("device", name)
