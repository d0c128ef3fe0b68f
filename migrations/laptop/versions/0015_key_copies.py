"""What opens a laptop whose own key is lost, sealed to the office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "key_copy",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("laptop", "rescue_key", "box", "at")),
        sa.UniqueConstraint("id", name="uq_key_copy_id"),
    )
    op.create_index("ix_key_copy_laptop", "key_copy", ["laptop"])


def downgrade() -> None:
    op.drop_table("key_copy")
