"""Shifts that were opened by mistake; the table of holders goes, since nothing was ever kept there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create("shift_withdrawal", _required("corrects_id"), _required("at"))
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
        *map(_required, ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        _required("origin"),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *columns,
        sa.PrimaryKeyConstraint("regency", "id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_feed", name, ["regency", "version"])


def _required(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)
