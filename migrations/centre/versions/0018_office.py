"""The office: national data, missions, orders and approvals, notices, requests about personal data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TABLES = {
    "mission": "name! guest_regency! from_day! until_day! areas! laptops! blanks_brought:number letter_no note",
    "device_file": "device_id! name! prefix! state! areas! enrolled_at changed_at!",
    "office_order": "kind! subject! document! signer_id! key_id! signature! at!",
    "approval": "kind! subject! document! signer_id! key_id! signature! at!",
    "mission_step": "mission_id! state! note at!",
    "list_step": "list_id! state! note at!",
    "national_file": "kind! name! source! as_of! row_count:number! known:number! findings imported_at!",
    "national_status": "resident_id! status! raw! as_of! file_id at!",
    "population_count": "place! source! as_of! obligated:number recorded:number unrecorded:number printed:number note "
    "file_id at!",
    "notice_stop": "phone! resident_id way! undoes_id at!",
    "data_request": "resident_id kind! asked_by! way note at!",
    "data_request_step": "request_id! state! note at!",
}
"""New tables: ! = required, :number = a whole number, else text."""
_ADDED = {
    "notice_step": "reference phone parts:number cause",
    "handover_record": "answers_id",
    "card_place": "record_id",
}
"""New columns of tables that stand."""


def upgrade() -> None:
    for name, declaration in _TABLES.items():
        _create(name, declaration)
    for name, declaration in _ADDED.items():
        for word in declaration.split():
            op.add_column(name, _column(word))


def downgrade() -> None:
    for name, declaration in _ADDED.items():
        for word in reversed(declaration.split()):
            op.drop_column(name, _column(word).name)
    for name in reversed(_TABLES):
        op.drop_table(name)


def _create(name: str, declaration: str) -> None:
    op.create_table(
        name,
        *map(_column, ("regency!", "id!", "area!")),
        sa.Column("version", sa.BigInteger, nullable=False),
        _column("origin!"),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *map(_column, declaration.split()),
        sa.PrimaryKeyConstraint("regency", "id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_feed", name, ["regency", "version"])


def _column(word: str) -> sa.Column[object]:
    name, _, kind = word.rstrip("!").partition(":")
    return sa.Column(name, sa.Integer() if kind else sa.Text(), nullable=not word.endswith("!"))
