"""The first schema of the laptop."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_TRAVELLING = {
    "app_user": "name! role! active:int! start_code_hash",
    "setting": "key! value! valid_from",
    "target": "village! quantity:int! until",
    "shift_plan": (
        "day! name! site_name! village! planned_start! planned_end! time_zone! lead_id target_count:int set_code"
    ),
    "user_key": "user_id! public_key!",
    "target_list": "name! as_of! imported_at! row_count:int! reduced:int!",
    "resident": (
        "nik nik_tail kk name! birth_date sex village! birth_place marital address rt rw phone "
        "phone_owner contact_name contact_relation remarks list_id"
    ),
    "list_proposal": "resident_id! kind! evidence_kind evidence_number evidence_date note at!",
    "same_person_link": "resident_id! other_id! rule! undoes_id at!",
    "case_settlement": "case_id! decision! note at!",
    "service_request": (
        "shift_id! resident_id! reason! recorded_before papers queue_no! receipt_ref! priority "
        "phone_answer! sms_consent:int! on_list:int! out_of_hours:int! print_eligible_on at!"
    ),
    "request_step": "request_id! step! note corrects_id at!",
    "visit_request": "resident_id! asked_by note at!",
    "visit_attempt": "shift_id resident_id! outcome! next_step! note at!",
    "notice_step": "request_id! sequence:int! channel! state! at!",
    "stock_movement": "shift_id product! kind! from_holder! to_holder! quantity:int! request_id reason note at!",
    "card_print": "shift_id request_id! movement_id! at!",
    "card_handover": "shift_id request_id! received_by! identity_shown! at!",
    "shift_opening": (
        "plan_id day! name! site_name! village! planned_start! planned_end! time_zone! lead_id! target_count:int at!"
    ),
    "attendance": "shift_id! user_id name! role! until at!",
    "incident": "shift_id! kind! began_at! ended_at effect corrects_id at!",
    "closing": "shift_id! kind! number:int! supersedes_id document! signer_id! key_id! signature! at!",
}
"""Columns of the travelling tables as of this revision: text where no type is given, ! = not null."""
_INDEXED = {
    "target": ("village",),
    "shift_plan": ("day",),
    "user_key": ("user_id",),
    "resident": ("village",),
    "list_proposal": ("resident_id",),
    "same_person_link": ("resident_id",),
    "case_settlement": ("case_id",),
    "service_request": ("shift_id", "resident_id"),
    "request_step": ("request_id",),
    "visit_request": ("resident_id",),
    "visit_attempt": ("resident_id", "shift_id"),
    "notice_step": ("request_id",),
    "stock_movement": ("shift_id",),
    "card_print": ("request_id", "shift_id"),
    "card_handover": ("request_id", "shift_id"),
    "shift_opening": ("day",),
    "attendance": ("shift_id",),
    "incident": ("shift_id",),
    "closing": ("shift_id",),
}


def upgrade() -> None:
    for table, columns in _TRAVELLING.items():
        _create_travelling(table, columns.split())
    _create_journal()
    _create_states()
    _create_local()
    op.execute(
        "CREATE VIRTUAL TABLE resident_search USING fts5(tokens, content='', contentless_delete=1, "
        "prefix='1 2 3', detail=none, tokenize='ascii')"
    )
    op.execute("CREATE VIRTUAL TABLE resident_words USING fts5vocab('resident_search', 'row')")


def downgrade() -> None:
    for table in ("resident_words", "resident_search", *reversed(_LOCAL), *reversed(_TRAVELLING)):
        op.drop_table(table)


def _create_travelling(table: str, columns: list[str]) -> None:
    op.create_table(
        table,
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("regency", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        *map(_column, columns),
        sa.PrimaryKeyConstraint("seq", name=f"pk_{table}"),
        sa.UniqueConstraint("id", name=f"uq_{table}_id"),
    )
    for column in _INDEXED.get(table, ()):
        op.create_index(f"ix_{table}_{column}", table, [column])


def _column(word: str) -> sa.Column[object]:
    name, _, kind = word.removesuffix("!").partition(":")
    return sa.Column(name, sa.Integer() if kind else sa.Text(), nullable=not word.endswith("!"))


_LOCAL = (
    "journal",
    "base_row",
    "request_state",
    "resident_state",
    "meta",
    "cursor",
    "draft",
    "local_user",
    "column_mapping",
    "sync_receipt",
    "attention",
)


def _create_journal() -> None:
    op.create_table(
        "journal",
        *map(_column, ["origin!", "number:int!", "command:int!", "command_size:int!", "table_name!", "row_id!"]),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("salt", sa.LargeBinary),
        sa.Column("fields", sa.LargeBinary),
        sa.Column("digest", sa.LargeBinary),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        *map(_column, ["verdict", "reason"]),
        sa.Column("version", sa.Integer, nullable=False, server_default="0"),
        sa.Column("in_base", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("origin", "number", name="pk_journal"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_journal_overlay", "journal", ["row_id"], sqlite_where=sa.text("in_base = 0"))
    op.create_index("ix_journal_unsent", "journal", ["origin", "number"], sqlite_where=sa.text("verdict IS NULL"))
    op.create_table(
        "base_row",
        *map(_column, ["table_name!", "row_id!", "version:int!", "fields!"]),
        sa.PrimaryKeyConstraint("table_name", "row_id", name="pk_base_row"),
        sqlite_with_rowid=False,
    )


def _create_states() -> None:
    _create_keyed("request_state", "request_id! shift_id! resident_id! state! step! since!", "request_id")
    op.create_index("ix_request_state_shift_id", "request_state", ["shift_id"])
    op.create_index("ix_request_state_resident_id", "request_state", ["resident_id"])
    _create_keyed("resident_state", "resident_id! state! since!", "resident_id")
    op.create_index("ix_resident_state_state", "resident_state", ["state"])


def _create_local() -> None:
    _create_keyed("meta", "key! value!", "key")
    _create_keyed("cursor", "area! version:int!", "area")
    _create_keyed("draft", "user_id! kind! content! at!", "user_id", "kind")
    op.create_table(
        "local_user",
        *map(_column, ["user_id!", "verifier!", "sealed_key!", "key_id!"]),
        sa.Column("failures", sa.Integer, nullable=False, server_default="0"),
        sa.Column("wait_until", sa.Text),
        sa.PrimaryKeyConstraint("user_id", name="pk_local_user"),
    )
    _create_keyed("column_mapping", "signature! content! at!", "signature")
    _create_keyed(
        "sync_receipt", "origin! number:int! chain! epoch:int! at_ms:int! signature!", "origin", "number", "at_ms"
    )
    _create_keyed("attention", "origin! number:int! verdict! reason! case_id!", "origin", "number")


def _create_keyed(table: str, columns: str, *key: str) -> None:
    op.create_table(table, *map(_column, columns.split()), sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"))
