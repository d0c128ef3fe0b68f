"""Cases that pushes opened travel to whoever has their area; what is not filed yet is found from an index alone."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_UNFILED = sa.text("is_filed = 0")


def upgrade() -> None:
    op.add_column("case", sa.Column("is_filed", sa.SmallInteger, nullable=False, server_default="0"))
    op.create_index("ix_case_unfiled", "case", ["regency", "id"], sqlite_where=_UNFILED, postgresql_where=_UNFILED)


def downgrade() -> None:
    op.drop_index("ix_case_unfiled", "case")
    op.drop_column("case", "is_filed")
