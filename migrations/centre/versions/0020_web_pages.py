"""The pages of the centre: who may look, who is signed in, what the public asked for, and the sums that are shown."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

_TABLES = {
    "web_account": ("regency! user_id! login! verifier code_hash code_until_ms:number", ("regency", "user_id")),
    "web_session": ("regency! token_hash! user_id! seen_ms:number! until_ms:number!", ("regency", "token_hash")),
    "web_allowance": ("regency! who! used:number! at_ms:number!", ("regency", "who")),
    "office_sum": ("regency! version:number! at_ms:number! document!", ("regency",)),
}
"""Columns and key of each: ! = required, :number = a whole number, else text."""

_INDEXES = {
    "service_request": "receipt_ref",
    "request_step": "request_id",
    "card_print": "request_id",
    "card_check": "request_id",
    "card_place": "request_id",
}
"""By which a single card is looked up; of steps there was one for recordings alone."""


def upgrade() -> None:
    for name, (declaration, key) in _TABLES.items():
        unique = [sa.UniqueConstraint("regency", "login", name="uq_web_account_regency_login")]
        op.create_table(
            name,
            *map(_column, declaration.split()),
            sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"),
            *(unique if name == "web_account" else []),
        )
    op.drop_index("ix_request_step_request_id", "request_step")
    for table, column in _INDEXES.items():
        op.create_index(f"ix_{table}_{column}", table, ["regency", column])


def downgrade() -> None:
    for table, column in _INDEXES.items():
        op.drop_index(f"ix_{table}_{column}", table)
    is_recorded = sa.text("step IN ('recorded', 'recorded_with_exception')")
    op.create_index(
        "ix_request_step_request_id",
        "request_step",
        ["regency", "request_id"],
        sqlite_where=is_recorded,
        postgresql_where=is_recorded,
    )
    for name in reversed(_TABLES):
        op.drop_table(name)


def _column(word: str) -> sa.Column[object]:
    name, _, kind = word.rstrip("!").partition(":")
    return sa.Column(name, sa.BigInteger() if kind else sa.Text(), nullable=not word.endswith("!"), autoincrement=False)
