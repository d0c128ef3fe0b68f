"""Shifts that were opened by mistake; the table of holders goes, since nothing was ever kept there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create("shift_withdrawal", _required("corrects_id"), _required("at"))
    op.create_index("ix_shift_withdrawal_corrects_id", "shift_withdrawal", ["corrects_id"])
    op.drop_table("stock_holder")


def downgrade() -> None:
    _create(
        "stock_holder",
        _required("name"),
        _required("kind"),
        sa.Column("district", sa.Text),
        sa.Column("active", sa.Integer, nullable=False),
    )
    op.drop_table("shift_withdrawal")


def _create(name: str, *columns: sa.Column[str] | sa.Column[int]) -> None:
    op.create_table(
        name,
        sa.Column("seq", sa.Integer, primary_key=True),
        *map(_required, ("id", "regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *columns,
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
    )


def _required(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
