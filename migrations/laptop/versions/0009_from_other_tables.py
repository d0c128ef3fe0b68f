"""What other tables hand over by stick: files to carry to the centre, and their signed closings."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "carried_file",
        *map(_text, ("digest", "origin")),
        *map(_number, ("first", "last")),
        _text("spans"),
        _number("changes"),
        *map(_text, ("prefix", "laptop_name")),
        sa.Column("content", sa.LargeBinary, nullable=False),
        _number("size_bytes"),
        _count("sent_bytes"),
        _number("taken_ms"),
        sa.Column("receipt", sa.LargeBinary),
        _count("answered_ms"),
        sa.Column("refusal", sa.Text, nullable=False, server_default=""),
        _count("returned_ms"),
        sa.PrimaryKeyConstraint("digest", name="pk_carried_file"),
    )
    op.create_table(
        "brought_closing",
        *map(_text, ("id", "area", "shift_id", "kind")),
        _number("number"),
        sa.Column("supersedes_id", sa.Text),
        *map(_text, ("document", "signer_id", "key_id", "signature", "at", "origin", "public_key")),
        sa.PrimaryKeyConstraint("id", name="pk_brought_closing"),
    )


def downgrade() -> None:
    op.drop_table("brought_closing")
    op.drop_table("carried_file")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, autoincrement=False)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=False, server_default="0")
