"""The first schema of the centre."""

from __future__ import annotations

from typing import Any

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
_OWN = (
    ("regency", "name! epoch:int! time_zone!", ("regency",)),
    ("centre_key", "private_key:bytes!", ("regency",)),
    ("feed_counter", "number:int!", ("regency",)),
    ("device", "id! name! token_hash! public_key! prefix! incarnation:int! revoked_ms:int", ("regency", "id")),
    ("device_grant", "device_id! area! from_ms:int! until_ms:int", ("regency", "device_id", "area")),
    ("enrol_code", "code_hash! areas! expires_ms:int! used_ms:int", ("regency", "code_hash")),
    ("origin", "origin! device_id! held_number:int! chain:bytes!", ("regency", "origin")),
    (
        "journal",
        "origin! number:int! header:bytes! salt:bytes fields:bytes digest:bytes chain:bytes! "
        "command:int! verdict! reason! case_id! feed_version:int received_ms:int!",
        ("regency", "origin", "number"),
    ),
    (
        "receipt",
        "origin! number:int! chain:bytes! epoch:int! at_ms:int! signature!",
        ("regency", "origin", "number"),
    ),
    (
        "case",
        "id! kind! table! row! details! opened_ms:int! origin! number:int! settled_ms:int",
        ("regency", "id"),
    ),
    (
        "field_history",
        "origin! number:int! field! table! row! value! value_origin! value_stamp:int!",
        ("regency", "origin", "number", "field"),
    ),
    ("held_edit", "row! origin! number:int! table! home!", ("regency", "row", "origin", "number")),
    ("removal", "table! row! area! version:int!", ("regency", "table", "row", "area")),
)
"""Tables of the centre itself: name, columns after the regency, primary key."""
_TYPES = {"": sa.Text, "int": sa.BigInteger, "bytes": sa.LargeBinary}


def upgrade() -> None:
    for name, columns in _TRAVELLING.items():
        _create_travelling(name, columns.split())
    for name, columns, key in _OWN:
        _create_own(name, columns.split(), key)
    op.create_index("ix_case_origin", "case", ["regency", "origin", "number"])
    op.create_index("ix_field_history_row", "field_history", ["regency", "row"])
    op.create_index("ix_removal_feed", "removal", ["regency", "version"])


def downgrade() -> None:
    for name in (*(table[0] for table in reversed(_OWN)), *reversed(_TRAVELLING)):
        op.drop_table(name)


def _create_travelling(name: str, columns: list[str]) -> None:
    op.create_table(
        name,
        sa.Column("regency", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("own_only", sa.SmallInteger, nullable=False, server_default="1"),
        sa.Column("field_marks", sa.Text, nullable=False, server_default="{}"),
        *(_column(word, {"": sa.Text, "int": sa.Integer}) for word in columns),
        sa.PrimaryKeyConstraint("regency", "id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_feed", name, ["regency", "version"])


def _create_own(name: str, columns: list[str], key: tuple[str, ...]) -> None:
    own = [_column(word, _TYPES) for word in columns]
    regency = sa.Column("regency", sa.Text, nullable=False)
    op.create_table(name, regency, *own, sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"), *_uniques(name))


def _uniques(name: str) -> list[sa.UniqueConstraint]:
    """SQLite can not add them to a table that exists."""
    if name != "device":
        return []
    return [
        sa.UniqueConstraint("regency", "token_hash", name="uq_device_regency_token_hash"),
        sa.UniqueConstraint("regency", "prefix", name="uq_device_regency_prefix"),
    ]


def _column(word: str, types: dict[str, Any]) -> sa.Column[object]:
    name, _, kind = word.removesuffix("!").partition(":")
    return sa.Column(name, types[kind](), nullable=not word.endswith("!"), autoincrement=False)
