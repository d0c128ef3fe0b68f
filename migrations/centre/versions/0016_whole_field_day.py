"""The whole field day: plans and teams, visits, stock, cards, sheets of the list."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TABLES = {
    "plan_staff": "plan_id! user_id! role!",
    "team": "name! district! active:number!",
    "team_member": "team_id! user_id! role!",
    "device_set": "code! district! kind! state! note",
    "certificate": "user_id! kind! letter_no valid_from! valid_until",
    "print_permit": "district! funds:number! network:number! equipment:number! staff:number! letter_no valid_from! "
    "valid_until",
    "calendar_day": "day! kind! name!",
    "stock_holder": "name! kind! district active:number!",
    "site": "name! village! kind! hamlet network power access contact_name contact_phone note",
    "proposal_decision": "proposal_id! resident_id! decision! note decided_by! at!",
    "list_sheet": "kind! village! rt rw plan_id row_count:number! user_id! at!",
    "receipt_print": "request_id! intent_id way! outcome! at!",
    "visit_need": "request_id! resident_id! need! at!",
    "visit_stop": "day place_kind! host_name address rt rw access note sequence:number! led_by state!",
    "visit_placing": "request_id! stop_id at!",
    "stock_lot": "product! supplier! quantity:number! reference note at!",
    "lot_step": "lot_id! state! quantity:number! place note at!",
    "stock_count": "shift_id holder! product! counted:number! expected:number! reason note counted_by! at!",
    "handover_record": "kind! number! document signer_id! key_id! signature! at!",
    "card_check": "shift_id print_id! request_id! result! note at!",
    "card_place": "request_id! state! place! custodian note at!",
    "print_approval": "request_id! reason! approved_by! at!",
}
"""New tables: ! = required, :number = a whole number, else text."""
_ADDED = {
    "shift_plan": "kind state state_reason team_id site_id replaces_id override_reason override_by",
    "list_proposal": "corrects_id",
    "visit_request": "access access_note wished_for",
    "visit_attempt": "stop_id minutes:number corrects_id",
    "stock_movement": "lot_id record_id corrects_id",
    "card_handover": "relation witness old_card_taken:number place_kind",
    "shift_opening": "kind set_code team_id",
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
