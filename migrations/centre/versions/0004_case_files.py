"""The centre looks for facts that contradict each other, and writes cases that travel."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_INDEXES = {
    "card_handover": ("request_id",),
    "closing": ("shift_id",),
    "service_request": ("resident_id",),
    "same_person_link": ("resident_id", "other_id"),
    "stock_movement": ("from_holder", "to_holder"),
    "case_file": ("subject",),
}
_PARTIAL = (
    ("request_step", "request_id", "step IN ('recorded', 'recorded_with_exception')"),
    ("request_step", "corrects_id", "corrects_id IS NOT NULL"),
    ("resident", "nik", "nik IS NOT NULL"),
)


def upgrade() -> None:
    op.create_table(
        "case_file",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("regency", "id", "area")),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "subject", "members", "state", "opened_at")),
        *(sa.Column(name, sa.Text) for name in ("decision", "settled_by", "settled_at")),
        sa.PrimaryKeyConstraint("regency", "id", name="pk_case_file"),
    )
    op.create_index("ix_case_file_feed", "case_file", ["regency", "version"])
    op.add_column("case_settlement", sa.Column("settled_by", sa.Text))
    op.add_column("regency", sa.Column("watched_version", sa.BigInteger, nullable=False, server_default="0"))
    for table, columns in _INDEXES.items():
        for column in columns:
            op.create_index(f"ix_{table}_{column}", table, ["regency", column])
    for table, column, condition in _PARTIAL:
        where = sa.text(condition)
        op.create_index(f"ix_{table}_{column}", table, ["regency", column], sqlite_where=where, postgresql_where=where)


def downgrade() -> None:
    for table, column, _ in _PARTIAL:
        op.drop_index(f"ix_{table}_{column}", table)
    for table, columns in _INDEXES.items():
        for column in columns:
            op.drop_index(f"ix_{table}_{column}", table)
    op.drop_column("regency", "watched_version")
    op.drop_column("case_settlement", "settled_by")
    op.drop_table("case_file")
