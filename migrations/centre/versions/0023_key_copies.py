"""What opens a laptop whose own key is lost, sealed to the office."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "key_copy",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("laptop", "rescue_key", "box", "at")),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_key_copy"),
    )
    op.create_index("ix_key_copy_feed", "key_copy", ["regency", "version"])


def downgrade() -> None:
    op.drop_table("key_copy")
