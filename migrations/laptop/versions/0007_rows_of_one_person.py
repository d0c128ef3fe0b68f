"""Of each linked person one row shows, and one counts on the lists."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_same_person_link_other_id", "same_person_link", ["other_id"])
    op.add_column("resident_state", sa.Column("shown_id", sa.Text))
    op.add_column("resident_state", sa.Column("is_double", sa.Integer, nullable=False, server_default="0"))
    _index("shown_id", "shown_id IS NOT NULL")
    _index("is_double", "is_double = 1")


def downgrade() -> None:
    for column in ("is_double", "shown_id"):
        op.drop_index(f"ix_resident_state_{column}", "resident_state")
        op.drop_column("resident_state", column)
    op.drop_index("ix_same_person_link_other_id", "same_person_link")


def _index(column: str, condition: str) -> None:
    op.create_index(f"ix_resident_state_{column}", "resident_state", [column], sqlite_where=sa.text(condition))
