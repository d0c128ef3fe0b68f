"""What was signed to be told a code for the telephone: by whom, at which laptop, and about which."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "phone_answer",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "device_id", "asker_id", "user_id")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("key_id", "document", "signature")),
        sa.Column("at_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_phone_answer"),
    )


def downgrade() -> None:
    op.drop_table("phone_answer")
