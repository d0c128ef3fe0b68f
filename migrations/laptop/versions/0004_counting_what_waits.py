"""What waits is counted from the index alone: after a large import the count took a second of every start."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_UNSENT = sa.text("verdict IS NULL")


def upgrade() -> None:
    op.drop_index("ix_journal_unsent", "journal")
    op.create_index("ix_journal_unsent", "journal", ["origin", "number", "verdict"], sqlite_where=_UNSENT)


def downgrade() -> None:
    op.drop_index("ix_journal_unsent", "journal")
    op.create_index("ix_journal_unsent", "journal", ["origin", "number"], sqlite_where=_UNSENT)
