"""What became of the codes that are told over the telephone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "phone_step",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(
            sa.Column(name, sa.Text, nullable=name == "user_id")
            for name in ("laptop", "matter", "kind", "user_id", "day", "at")
        ),
        sa.UniqueConstraint("id", name="uq_phone_step_id"),
    )
    op.create_index("ix_phone_step_laptop", "phone_step", ["laptop"])


def downgrade() -> None:
    op.drop_table("phone_step")
