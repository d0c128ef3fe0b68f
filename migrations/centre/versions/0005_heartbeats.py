"""What each laptop told last of itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "heartbeat",
        *map(_text, ("regency", "device_id")),
        *map(_number, ("at_ms", "waiting")),
        _text("version"),
        _number("clock_ms"),
        sa.PrimaryKeyConstraint("regency", "device_id", name="pk_heartbeat"),
    )


def downgrade() -> None:
    op.drop_table("heartbeat")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, autoincrement=False)
