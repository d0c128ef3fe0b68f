"""Row count and hash sum of each area, as counted last."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "area_sum",
        *map(_text, ("regency", "area")),
        _number("count"),
        _text("sum"),
        _number("version"),
        sa.PrimaryKeyConstraint("regency", "area", name="pk_area_sum"),
    )


def downgrade() -> None:
    op.drop_table("area_sum")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=False, autoincrement=False)
