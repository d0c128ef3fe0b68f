"""The office: national data, missions, orders and approvals, notices, requests about personal data."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
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
_INDEXED = {
    "device_file": "device_id",
    "office_order": "subject",
    "approval": "subject",
    "mission_step": "mission_id",
    "list_step": "list_id",
    "national_status": "resident_id",
    "population_count": "place",
    "notice_stop": "resident_id",
    "data_request": "resident_id",
    "data_request_step": "request_id",
}


def upgrade() -> None:
    for name, declaration in _TABLES.items():
        _create(name, declaration)
    for name, declaration in _ADDED.items():
        for word in declaration.split():
            op.add_column(name, _column(word))
    for name, columns in _INDEXED.items():
        for column in columns.split():
            op.create_index(f"ix_{name}_{column}", name, [column])


def downgrade() -> None:
    for name, declaration in _ADDED.items():
        for word in reversed(declaration.split()):
            op.drop_column(name, _column(word).name)
    for name in reversed(_TABLES):
        op.drop_table(name)


def _create(name: str, declaration: str) -> None:
    op.create_table(
        name,
        sa.Column("seq", sa.Integer, primary_key=True),
        *map(_column, ("id!", "regency!", "area!")),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *map(_column, declaration.split()),
        sa.UniqueConstraint("id", name=f"uq_{name}_id"),
    )


def _column(word: str) -> sa.Column[object]:
    name, _, kind = word.rstrip("!").partition(":")
    return sa.Column(name, sa.Integer() if kind else sa.Text(), nullable=not word.endswith("!"))
