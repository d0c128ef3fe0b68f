"""What became of the codes that are told over the telephone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "phone_step",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(
            sa.Column(name, sa.Text, nullable=name == "user_id")
            for name in ("laptop", "matter", "kind", "user_id", "day", "at")
        ),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_phone_step"),
    )
    op.create_index("ix_phone_step_feed", "phone_step", ["regency", "version"])


def downgrade() -> None:
    op.drop_table("phone_step")
