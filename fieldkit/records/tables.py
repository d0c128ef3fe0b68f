"""The tables that travel. Laptop and centre build their schemas, and the wire its rows, from this list alone."""

from __future__ import annotations

from typing import Final

from fieldkit.records.declaration import Merge, Table, columns

PEOPLE = "people"
SERVICE = "service"
STOCK = "stock"
SHIFT = "shift"
OFFICE = "office"
HEALTH = "health"


def _facts(name: str, group: str, declaration: str, *indexed: str) -> Table:
    return Table(name, columns(Merge.FACT, declaration), group, indexed)


def _shared(name: str, group: str, declaration: str, *indexed: str) -> Table:
    return Table(name, columns(Merge.PLAIN, declaration), group, indexed)


def _office(name: str, declaration: str, *indexed: str) -> Table:
    return Table(name, columns(Merge.OFFICE, declaration), OFFICE, indexed)


APP_USER: Final = _office("app_user", "name!* role! active:flag! start_code_hash")
"""`start_code_hash` is the verifier of a one-time code (`start_codes`) until it has served; older ones wrote a hash."""
SETTING: Final = _office("setting", "key! value! valid_from:date")
TARGET: Final = _office("target", "village! quantity:integer! until:date", "village")
"""How many are to be reached, and until when. A row that stands at a district is the target of its camat, and names
the district where others name their village."""
MISSION: Final = _office(
    "mission",
    "name! guest_regency! from_day:date! until_day:date! areas:document! laptops:document! blanks_brought:integer "
    "letter_no note",
)
"""Teams of another regency help for some days (PL-6): in which areas, with which of their laptops."""
DEVICE_FILE: Final = _office(
    "device_file",
    "device_id! name! prefix! state! areas:document! enrolled_at:instant changed_at:instant!",
    "device_id",
)
"""A laptop as the centre keeps it, for the office to see; nobody else writes here. `areas` is an `orders.Filed`: its
grants with their times, and what it said last."""
SHIFT_PLAN: Final = _office(
    "shift_plan",
    "day:date! name! site_name! village! planned_start! planned_end! time_zone! lead_id target_count:integer set_code "
    "kind state state_reason team_id site_id replaces_id override_reason override_by",
    "day",
)
"""What a laptop that knows no `kind` and `state` planned is a published shift in the field."""
PLAN_STAFF: Final = _office("plan_staff", "plan_id! user_id! role!", "plan_id")
TEAM: Final = _office("team", "name! district! active:flag!")
TEAM_MEMBER: Final = _office("team_member", "team_id! user_id! role!", "team_id")
DEVICE_SET: Final = _office("device_set", "code! district! kind! state! note")
CERTIFICATE: Final = _office("certificate", "user_id! kind! letter_no valid_from:date! valid_until:date", "user_id")
PRINT_PERMIT: Final = _office(
    "print_permit",
    "district! funds:flag! network:flag! equipment:flag! staff:flag! letter_no valid_from:date! valid_until:date",
)
"""Whether a district may print: the four conditions of F-B6, and from when to when they were found to hold."""
CALENDAR_DAY: Final = _office("calendar_day", "day:date! kind! name!", "day")
SITE: Final = _shared(
    "site", SHIFT, "name! village! kind! hamlet network power access contact_name* contact_phone* note*", "village"
)

CASE_FILE: Final = _office(
    "case_file",
    "kind! subject! members:document! state! opened_at:instant! decision settled_by settled_at:instant "
    "details:document*",
    "state",
)
"""Facts that contradict each other, as the centre found them; nobody else writes here.

`details` is a `clash.CaseDetails`: personal data, for whoever has the area of the case."""

OFFICE_ORDER: Final = _facts(
    "office_order", OFFICE, "kind! subject! document:document! signer_id! key_id! signature! at:instant!", "subject"
)
"""What an admin orders of users and laptops, signed; the centre obeys, and writes what became of it."""
APPROVAL: Final = _facts(
    "approval", OFFICE, "kind! subject! document:document! signer_id! key_id! signature! at:instant!", "subject"
)
"""That the head of the office signed a rule, a target or an exception: the document is what was read when signing."""
MISSION_STEP: Final = _facts("mission_step", OFFICE, "mission_id! state! note* at:instant!", "mission_id")
USER_KEY: Final = _facts("user_key", SHIFT, "user_id! public_key! proof", "user_id")
"""A key with which a user signs on one laptop. By the proof the centre knows that it is that person's: made with the
one-time code of the office (`start_codes`), or by whoever leads. Without one it vouches for nothing."""
SIGN_IN_STEP: Final = _facts("sign_in_step", OFFICE, "user_id! kind! by_id at:instant!", "user_id")
"""What was done to somebody's sign-in on a laptop, and by whom: a wait that was ended, a PIN that was set anew."""
PHONE_STEP: Final = _facts("phone_step", OFFICE, "laptop! matter! kind! user_id day:date! at:instant!", "laptop")
"""What became of a code that is told over the telephone (`phone_codes`): the office told it, a laptop took it, and who
went in first after that. `user_id` is whose PIN it is about, or who it was; `day` is the centre's, by the code."""
TARGET_LIST: Final = _facts(
    "target_list", PEOPLE, "name! as_of:date! imported_at:instant! row_count:integer! reduced:flag!"
)
LIST_STEP: Final = _facts("list_step", PEOPLE, "list_id! state! note* at:instant!", "list_id")
"""What became of a version of the list: checked, active, superseded (domain.md 4.7)."""
NATIONAL_FILE: Final = _facts(
    "national_file",
    PEOPLE,
    "kind! name! source! as_of:date! row_count:integer! known:integer! findings:document imported_at:instant!",
)
"""A file of the national authority or of the own database, as it was taken in; `known` rows are of people here."""
NATIONAL_STATUS: Final = _facts(
    "national_status", PEOPLE, "resident_id! status! raw! as_of:date! file_id at:instant!", "resident_id"
)
"""Where somebody's record stands in the national system on a day; an unknown status is `other`, with its text."""
POPULATION_COUNT: Final = _facts(
    "population_count",
    PEOPLE,
    "place! source! as_of:date! obligated:integer recorded:integer unrecorded:integer printed:integer note file_id "
    "at:instant!",
    "place",
)
"""How many there are in a place by somebody's count on a day: never overwritten, and need not add up (F-T4, F-T5)."""
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
    "resident_id! kind! evidence_kind* evidence_number* evidence_date:date* note* corrects_id at:instant!",
    "resident_id",
)
PROPOSAL_DECISION: Final = _facts(
    "proposal_decision",
    PEOPLE,
    "proposal_id! resident_id! decision! note* decided_by! at:instant!",
    "proposal_id",
    "resident_id",
)
LIST_SHEET: Final = _facts(
    "list_sheet", PEOPLE, "kind! village! rt rw plan_id row_count:integer! user_id! at:instant!", "village"
)
"""That part of a list left the laptop: a call list, an invitation, a table; who made it, and how many it names."""
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

KEY_COPY: Final = _facts("key_copy", OFFICE, "laptop! rescue_key! box! at:instant!", "laptop")
"""What opens a laptop, sealed to the office's rescue key (`host.escrow.Escrow`): for the office alone."""

SERVICE_REQUEST: Final = _facts(
    "service_request",
    SERVICE,
    "shift_id! resident_id! reason! recorded_before* papers:document* queue_no! receipt_ref! priority* phone_answer! "
    "sms_consent:flag! on_list:flag! out_of_hours:flag! print_eligible_on:date at:instant!",
    "shift_id",
    "resident_id",
)
REQUEST_STEP: Final = _facts("request_step", SERVICE, "request_id! step! note* corrects_id at:instant!", "request_id")
RECEIPT_PRINT: Final = _facts("receipt_print", SERVICE, "request_id! intent_id way! outcome! at:instant!", "request_id")
"""A receipt is asked for (`outcome` asked), and what came of it, in a row that names the first one."""
VISIT_REQUEST: Final = _facts(
    "visit_request",
    SERVICE,
    "resident_id! asked_by* note* access access_note* wished_for:date at:instant!",
    "resident_id",
)
VISIT_NEED: Final = _facts(
    "visit_need", HEALTH, "request_id! resident_id! need!* at:instant!", "request_id", "resident_id"
)
"""Why somebody can not come, as a code: health data (F-P3), for the planner and the visiting pair alone."""
VISIT_STOP: Final = _shared(
    "visit_stop",
    SERVICE,
    "day:date place_kind! host_name* address* rt* rw* access note* sequence:integer! led_by state!",
    "day",
)
VISIT_PLACING: Final = _facts("visit_placing", SERVICE, "request_id! stop_id at:instant!", "request_id", "stop_id")
"""At which stop a request is met; the last one counts, without a stop it waits again."""
VISIT_ATTEMPT: Final = _facts(
    "visit_attempt",
    SERVICE,
    "shift_id resident_id! outcome! next_step! note* stop_id minutes:integer corrects_id at:instant!",
    "resident_id",
    "shift_id",
)
LOOK: Final = _facts("look", PEOPLE, "resident_id! field! user_id! at:instant!", "resident_id")
NOTICE_STEP: Final = _facts(
    "notice_step",
    SERVICE,
    "request_id! sequence:integer! channel! state! reference phone* parts:integer cause at:instant!",
    "request_id",
)
"""A step of telling somebody that the card is ready (domain.md 4.6). All steps of one message share its `reference`."""
NOTICE_STOP: Final = _facts("notice_stop", SERVICE, "phone!* resident_id way! undoes_id at:instant!", "resident_id")
"""No more messages to this number (NC-5), or, naming the word before in `undoes_id`, messages again."""
DATA_REQUEST: Final = _facts(
    "data_request", PEOPLE, "resident_id kind! asked_by!* way note* at:instant!", "resident_id"
)
"""Somebody asks which data are kept of them, or for a correction: to be answered within three days (F-P2)."""
DATA_REQUEST_STEP: Final = _facts("data_request_step", PEOPLE, "request_id! state! note* at:instant!", "request_id")

STOCK_LOT: Final = _facts("stock_lot", STOCK, "product! supplier! quantity:integer! reference note* at:instant!")
LOT_STEP: Final = _facts("lot_step", STOCK, "lot_id! state! quantity:integer! place note* at:instant!", "lot_id")
STOCK_MOVEMENT: Final = _facts(
    "stock_movement",
    STOCK,
    "shift_id product! kind! from_holder! to_holder! quantity:integer! request_id reason note* lot_id record_id "
    "corrects_id at:instant!",
    "shift_id",
)
STOCK_COUNT: Final = _facts(
    "stock_count",
    STOCK,
    "shift_id holder! product! counted:integer! expected:integer! reason note* counted_by! at:instant!",
    "holder",
)
HANDOVER_RECORD: Final = _facts(
    "handover_record",
    STOCK,
    "kind! number! document:document* answers_id signer_id! key_id! signature! at:instant!",
)
"""A signed berita acara: what was handed over, lent or destroyed, before which witnesses. Who received it signs one
that answers it."""
CARD_PRINT: Final = _facts(
    "card_print", STOCK, "shift_id request_id! movement_id! at:instant!", "request_id", "shift_id"
)
CARD_CHECK: Final = _facts(
    "card_check", STOCK, "shift_id print_id! request_id! result! note* at:instant!", "request_id"
)
CARD_PLACE: Final = _facts(
    "card_place", STOCK, "request_id! state! place! custodian note* record_id at:instant!", "request_id"
)
"""Where a card lies, and who keeps it: exactly one place at a time, the last one said (domain.md 4.4).

Beside it stand what was doubted of a handover, and the word `undone`, whose `place` names the fact of the card that
was written by mistake."""
CARD_HANDOVER: Final = _facts(
    "card_handover",
    STOCK,
    "shift_id request_id! received_by!* identity_shown!* relation witness* old_card_taken:flag place_kind at:instant!",
    "request_id",
    "shift_id",
)
PRINT_APPROVAL: Final = _facts("print_approval", STOCK, "request_id! reason!* approved_by! at:instant!", "request_id")
"""Whoever leads lets a card be printed before others: urgent, with the reason (F-B3)."""

SHIFT_OPENING: Final = _facts(
    "shift_opening",
    SHIFT,
    "plan_id day:date! name! site_name! village! planned_start! planned_end! time_zone! lead_id! target_count:integer "
    "kind set_code team_id at:instant!",
    "day",
)
SHIFT_WITHDRAWAL: Final = _facts("shift_withdrawal", SHIFT, "corrects_id! at:instant!", "corrects_id")
"""That a shift was opened by mistake: it names the opening, and counts as long as nothing was done in that shift."""
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
    MISSION,
    DEVICE_FILE,
    SHIFT_PLAN,
    PLAN_STAFF,
    TEAM,
    TEAM_MEMBER,
    DEVICE_SET,
    CERTIFICATE,
    PRINT_PERMIT,
    CALENDAR_DAY,
    SITE,
    CASE_FILE,
    OFFICE_ORDER,
    APPROVAL,
    MISSION_STEP,
    USER_KEY,
    SIGN_IN_STEP,
    PHONE_STEP,
    TARGET_LIST,
    LIST_STEP,
    NATIONAL_FILE,
    NATIONAL_STATUS,
    POPULATION_COUNT,
    RESIDENT,
    LIST_PROPOSAL,
    PROPOSAL_DECISION,
    LIST_SHEET,
    SAME_PERSON_LINK,
    CASE_SETTLEMENT,
    INCARNATION,
    ERASURE,
    KEY_COPY,
    SERVICE_REQUEST,
    REQUEST_STEP,
    RECEIPT_PRINT,
    VISIT_REQUEST,
    VISIT_NEED,
    VISIT_STOP,
    VISIT_PLACING,
    VISIT_ATTEMPT,
    LOOK,
    NOTICE_STEP,
    NOTICE_STOP,
    DATA_REQUEST,
    DATA_REQUEST_STEP,
    STOCK_LOT,
    LOT_STEP,
    STOCK_MOVEMENT,
    STOCK_COUNT,
    HANDOVER_RECORD,
    CARD_PRINT,
    CARD_CHECK,
    CARD_PLACE,
    CARD_HANDOVER,
    PRINT_APPROVAL,
    SHIFT_OPENING,
    SHIFT_WITHDRAWAL,
    ATTENDANCE,
    INCIDENT,
    CLOSING,
)
BY_NAME: Final = {table.name: table for table in TABLES}
APART: Final = frozenset(table.name for table in TABLES if table.group == HEALTH)
"""Whose rows lie on the health side of their areas, and nothing else does: given to a laptop apart."""
