"""Whose a key is, by which code a PIN was set, and what was done to a sign-in."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("user_key", sa.Column("proof", sa.Text, nullable=True))
    op.add_column("local_user", sa.Column("used_code", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "sign_in_step",
        sa.Column("seq", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text, nullable=name == "by_id") for name in ("user_id", "kind", "by_id", "at")),
        sa.UniqueConstraint("id", name="uq_sign_in_step_id"),
    )
    op.create_index("ix_sign_in_step_user_id", "sign_in_step", ["user_id"])


def downgrade() -> None:
    op.drop_table("sign_in_step")
    op.drop_column("local_user", "used_code")
    op.drop_column("user_key", "proof")
