"""Find the changes that have no verdict yet."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_IS_UNDECIDED = sa.text("verdict = 'held'")


def upgrade() -> None:
    op.create_index(
        "ix_journal_undecided",
        "journal",
        ["regency", "origin", "number"],
        sqlite_where=_IS_UNDECIDED,
        postgresql_where=_IS_UNDECIDED,
    )


def downgrade() -> None:
    op.drop_index("ix_journal_undecided", "journal")
