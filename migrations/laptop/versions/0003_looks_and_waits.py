"""Who looked at a number; a wait after wrong PINs is kept as seconds left, not as a time of the clock."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_WAIT_S = 30


def upgrade() -> None:
    op.create_table(
        "look",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *map(_text, ("regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *map(_text, ("resident_id", "field", "user_id", "at")),
        sa.UniqueConstraint("id", name="uq_look_id"),
    )
    op.create_index("ix_look_resident_id", "look", ["resident_id"])
    op.add_column("local_user", sa.Column("wait_s", sa.Integer, nullable=False, server_default="0"))
    op.add_column("local_user", sa.Column("wait_mark_s", sa.Integer, nullable=False, server_default="0"))
    op.execute(f"UPDATE local_user SET wait_s = {_WAIT_S} WHERE wait_until IS NOT NULL")
    op.drop_column("local_user", "wait_until")


def downgrade() -> None:
    op.add_column("local_user", sa.Column("wait_until", sa.Text))
    op.drop_column("local_user", "wait_mark_s")
    op.drop_column("local_user", "wait_s")
    op.drop_table("look")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
