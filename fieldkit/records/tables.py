"""The tables that travel. Laptop and centre build their schemas, and the wire its rows, from this list alone."""

from __future__ import annotations

from typing import Final

from fieldkit.records.declaration import Merge, Table, columns

PEOPLE = "people"
SERVICE = "service"
STOCK = "stock"
SHIFT = "shift"
OFFICE = "office"


def _facts(name: str, group: str, declaration: str, *indexed: str) -> Table:
    return Table(name, columns(Merge.FACT, declaration), group, indexed)


def _office(name: str, declaration: str, *indexed: str) -> Table:
    return Table(name, columns(Merge.OFFICE, declaration), OFFICE, indexed)


APP_USER: Final = _office("app_user", "name!* role! active:flag! start_code_hash")
SETTING: Final = _office("setting", "key! value! valid_from:date")
TARGET: Final = _office("target", "village! quantity:integer! until:date", "village")
SHIFT_PLAN: Final = _office(
    "shift_plan",
    "day:date! name! site_name! village! planned_start! planned_end! time_zone! lead_id target_count:integer set_code",
    "day",
)

CASE_FILE: Final = _office(
    "case_file",
    "kind! subject! members:document! state! opened_at:instant! decision settled_by settled_at:instant "
    "details:document*",
    "state",
)
"""Facts that contradict each other, as the centre found them; nobody else writes here.

`details` is a `clash.CaseDetails`: personal data, for whoever has the area of the case."""

USER_KEY: Final = _facts("user_key", SHIFT, "user_id! public_key!", "user_id")
TARGET_LIST: Final = _facts(
    "target_list", PEOPLE, "name! as_of:date! imported_at:instant! row_count:integer! reduced:flag!"
)
RESIDENT: Final = Table(
    "resident",
    columns(Merge.WEIGHTY, "nik* nik_tail* kk* name!* birth_date:date* sex* village!")
    + columns(
        Merge.PLAIN,
        "birth_place* marital* address* rt* rw* phone* phone_owner* contact_name* contact_relation* remarks*",
    )
    + columns(Merge.OFFICE, "list_id"),
    PEOPLE,
    ("village",),
)
LIST_PROPOSAL: Final = _facts(
    "list_proposal",
    PEOPLE,
    "resident_id! kind! evidence_kind* evidence_number* evidence_date:date* note* at:instant!",
    "resident_id",
)
SAME_PERSON_LINK: Final = _facts(
    "same_person_link", PEOPLE, "resident_id! other_id! rule! undoes_id at:instant!", "resident_id", "other_id"
)
INCARNATION: Final = _facts(
    "incarnation", OFFICE, "predecessor! last_number:integer! last_chain! cause! at:instant!", "predecessor"
)
"""A laptop that goes on under a new origin: which one came before, and up to which change it knows that one."""
ERASURE: Final = _facts(
    "erasure",
    OFFICE,
    "order_id! issuer! table_name! row_id! fields:document! ground! ordered_by! ordered_at:instant! signature! "
    "at:instant!",
    "row_id",
)
"""That fields of a row are erased by law: the order of the office, and each laptop's word that it did so."""
CASE_SETTLEMENT: Final = _facts("case_settlement", OFFICE, "case_id! decision! note* settled_by at:instant!", "case_id")

SERVICE_REQUEST: Final = _facts(
    "service_request",
    SERVICE,
    "shift_id! resident_id! reason! recorded_before* papers:document* queue_no! receipt_ref! priority* phone_answer! "
    "sms_consent:flag! on_list:flag! out_of_hours:flag! print_eligible_on:date at:instant!",
    "shift_id",
    "resident_id",
)
REQUEST_STEP: Final = _facts("request_step", SERVICE, "request_id! step! note* corrects_id at:instant!", "request_id")
VISIT_REQUEST: Final = _facts("visit_request", SERVICE, "resident_id! asked_by* note* at:instant!", "resident_id")
VISIT_ATTEMPT: Final = _facts(
    "visit_attempt", SERVICE, "shift_id resident_id! outcome! next_step! note* at:instant!", "resident_id", "shift_id"
)
LOOK: Final = _facts("look", PEOPLE, "resident_id! field! user_id! at:instant!", "resident_id")
NOTICE_STEP: Final = _facts(
    "notice_step", SERVICE, "request_id! sequence:integer! channel! state! at:instant!", "request_id"
)

STOCK_MOVEMENT: Final = _facts(
    "stock_movement",
    STOCK,
    "shift_id product! kind! from_holder! to_holder! quantity:integer! request_id reason note* at:instant!",
    "shift_id",
)
CARD_PRINT: Final = _facts(
    "card_print", STOCK, "shift_id request_id! movement_id! at:instant!", "request_id", "shift_id"
)
CARD_HANDOVER: Final = _facts(
    "card_handover", STOCK, "shift_id request_id! received_by!* identity_shown!* at:instant!", "request_id", "shift_id"
)

SHIFT_OPENING: Final = _facts(
    "shift_opening",
    SHIFT,
    "plan_id day:date! name! site_name! village! planned_start! planned_end! time_zone! lead_id! target_count:integer "
    "at:instant!",
    "day",
)
ATTENDANCE: Final = _facts("attendance", SHIFT, "shift_id! user_id name!* role! until:instant at:instant!", "shift_id")
INCIDENT: Final = _facts(
    "incident",
    SHIFT,
    "shift_id! kind! began_at:instant! ended_at:instant effect corrects_id at:instant!",
    "shift_id",
)
CLOSING: Final = _facts(
    "closing",
    SHIFT,
    "shift_id! kind! number:integer! supersedes_id document:document! signer_id! key_id! signature! at:instant!",
    "shift_id",
)

TABLES: Final[tuple[Table, ...]] = (
    APP_USER,
    SETTING,
    TARGET,
    SHIFT_PLAN,
    CASE_FILE,
    USER_KEY,
    TARGET_LIST,
    RESIDENT,
    LIST_PROPOSAL,
    SAME_PERSON_LINK,
    CASE_SETTLEMENT,
    INCARNATION,
    ERASURE,
    SERVICE_REQUEST,
    REQUEST_STEP,
    VISIT_REQUEST,
    VISIT_ATTEMPT,
    LOOK,
    NOTICE_STEP,
    STOCK_MOVEMENT,
    CARD_PRINT,
    CARD_HANDOVER,
    SHIFT_OPENING,
    ATTENDANCE,
    INCIDENT,
    CLOSING,
)
BY_NAME: Final = {table.name: table for table in TABLES}
