"""Whose a key is: which were proved by a code, or were there before codes proved any."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("user_key", sa.Column("proof", sa.Text, nullable=True))
    op.create_table(
        "sign_in_step",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(sa.Column(name, sa.Text, nullable=name == "by_id") for name in ("user_id", "kind", "by_id", "at")),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_sign_in_step"),
    )
    op.create_index("ix_sign_in_step_feed", "sign_in_step", ["regency", "version"])
    op.create_table(
        "bound_key",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "key_id")),
        sa.Column("verifier", sa.Text, nullable=True),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("regency", "key_id", name="pk_bound_key"),
        sa.UniqueConstraint("regency", "verifier", name="uq_bound_key_regency_verifier"),
    )
    # Nobody can tell any more who made the keys that are there: they go on, and each new PIN brings a proved one.
    op.execute("INSERT INTO bound_key (regency, key_id, at_ms) SELECT regency, id, 0 FROM user_key")


def downgrade() -> None:
    op.drop_table("bound_key")
    op.drop_table("sign_in_step")
    op.drop_column("user_key", "proof")
