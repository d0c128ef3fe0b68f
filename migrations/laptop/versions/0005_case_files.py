"""Cases that the centre found come down to the laptops; a settlement names who decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "case_file",
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "area")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "subject", "members", "state", "opened_at")),
        *(sa.Column(name, sa.Text) for name in ("decision", "settled_by", "settled_at")),
        sa.UniqueConstraint("id", name="uq_case_file_id"),
    )
    op.create_index("ix_case_file_state", "case_file", ["state"])
    op.add_column("case_settlement", sa.Column("settled_by", sa.Text))


def downgrade() -> None:
    op.drop_column("case_settlement", "settled_by")
    op.drop_table("case_file")
