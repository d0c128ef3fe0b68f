"""The figures that a shift is closed with."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from fieldkit.domain.shifts.shift import BlankCount, SessionKind
from fieldkit.domain.stock.movements import UNEXPLAINED, Product
from fieldkit.domain.visits.plan import StopState
from fieldkit.domain.visits.visit import WITHDRAWN
from fieldkit.store.database import Database
from fieldkit.store.meta import Meta
from fieldkit.store.queries.closing.signed import is_closed
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.shifts import Shift, is_late, shift_by_id
from fieldkit.store.queries.stock.balances import balance_of, prints_left
from fieldkit.store.queries.targets.targets import target_of
from fieldkit.store.queries.today.attendance import present_in


@dataclass(frozen=True, slots=True)
class StepCount:
    """How many people of a shift ended with a step."""

    step: str
    state: str
    people: int


@dataclass(frozen=True, slots=True)
class PeopleFigures:
    """Who came, by what became of it, and what the daily report asks of those recorded."""

    by_step: tuple[StepCount, ...]
    by_reason: tuple[tuple[str, int], ...]
    recorded_male: int
    recorded_female: int
    recorded_sex_unknown: int
    recorded_first_time: int
    recorded_under_17: int
    recorded_elsewhere: int
    with_exception: int
    out_of_hours: int
    without_phone: int
    receipts: int

    @property
    def arrived(self) -> int:
        """Everybody who was registered."""
        return sum(count.people for count in self.by_step)


@dataclass(frozen=True, slots=True)
class StockFigures:
    """Blanks of a table in a shift: what was there or came, and where it went; `returned` left in any other way.

    `settled` was counted as missing, or below 0 as too much, and signed by the stock keeper.
    """

    taken: int
    printed: int
    spoiled: int
    returned: int
    on_hand: int
    settled: int = 0

    def counted(self, counted: int | None) -> BlankCount:
        """The balance with what was counted by hand."""
        return BlankCount(self.taken, self.printed, self.spoiled, self.returned, counted, self.settled)


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody of the team who was there; `until` is empty for the whole shift."""

    name: str
    role: str
    until: str


def people_figures(database: Database, shift_id: str) -> PeopleFigures:
    """Count the people of a shift; who was recorded before on that day is one who had been recorded already.

    Out of hours is whoever came or was served outside of the planned hours (OP-8).
    """
    shift = shift_by_id(database, shift_id)
    by_step: Counter[tuple[str, str]] = Counter()
    by_reason: Counter[str] = Counter()
    sums = dict.fromkeys((*_FLAGS, "out_of_hours"), 0)
    for row in database.rows(_PEOPLE, _day_of(database, shift_id), shift_id):
        step, state, reason, served_at, came_late, *flags = row
        by_step[step, state] += 1
        by_reason[reason] += 1
        for name, flag in zip(_FLAGS, flags, strict=True):
            sums[name] += flag or 0
        sums["out_of_hours"] += bool(came_late or _served_late(shift, served_at))
    counts = tuple(StepCount(step, state, people) for (step, state), people in sorted(by_step.items()))
    return PeopleFigures(counts, tuple(sorted(by_reason.items())), **sums)


def _served_late(shift: Shift | None, served_at: str) -> bool:
    return shift is not None and bool(served_at) and is_late(shift, datetime.fromisoformat(served_at))


_FLAGS: Final = (
    "recorded_male",
    "recorded_female",
    "recorded_sex_unknown",
    "recorded_first_time",
    "recorded_under_17",
    "recorded_elsewhere",
    "with_exception",
    "without_phone",
    "receipts",
)
"""Figures that count a flag of each person, in the order of the columns that end `_PEOPLE`."""
_UNPRINTED: Final = (
    "(EXISTS (SELECT 1 FROM receipt_print p WHERE p.request_id = q.id) AND NOT EXISTS "
    "(SELECT 1 FROM receipt_print p WHERE p.request_id = q.id AND p.outcome = 'printed'))"
)
"""Whether a receipt of the request q was asked of a printer, and never came out of it."""
_PEOPLE: Final = (
    "SELECT iif(is_again, 'already_recorded', step), iif(is_again, 'rejected_duplicate', state), reason, "
    "iif(state IN ('waiting', 'in_service', 'left_queue'), '', since), out_of_hours, "
    "is_first AND sex = 'male', is_first AND sex = 'female', is_first AND sex IS NULL, "
    "is_first AND reason = 'first_recording', is_first AND print_eligible_on > day, "
    "is_first AND substr(village, 1, 5) <> regency, step = 'recorded_with_exception' AND NOT is_again, "
    "phone_answer = 'none', receipt_ref <> '' AND NOT unprinted "
    "FROM (SELECT s.step, s.state, s.since, q.reason, r.sex, q.print_eligible_on, o.day, r.village, o.regency, "
    f"q.out_of_hours, q.phone_answer, q.receipt_ref, {_UNPRINTED} AS unprinted, "
    "s.state = 'recorded' AND f.request_id IS NOT NULL AS is_first, "
    "s.state = 'recorded' AND f.request_id IS NULL AS is_again "
    "FROM request_state s JOIN service_request q ON q.id = s.request_id LEFT JOIN resident r ON r.id = q.resident_id "
    f"JOIN shift_opening o ON o.id = q.shift_id LEFT JOIN {FIRST_RECORDINGS} f ON f.request_id = s.request_id "
    "WHERE s.shift_id = ?2)"
)


def _day_of(database: Database, shift_id: str) -> str:
    return str(database.value("SELECT day FROM shift_opening WHERE id = ?", shift_id) or "")


def consumable_figures(
    database: Database, holder: str, shift_id: str, product: Product, until: str = ""
) -> StockFigures | None:
    """Ribbon or film of a table in a shift, in prints and estimated; None where nobody keeps count of it."""
    if prints_left(database, holder, product) is None:
        return None
    on_hand = left_of(database, holder, shift_id, product, until)
    return stock_figures(database, holder, shift_id, on_hand, product, until)


def left_of(database: Database, holder: str, shift_id: str, product: Product, until: str = "") -> int:
    """What a table has now; where a shift ended before (`until`), what its books say that it had at the end of that.

    What an older shift misses that is open again is explained there, and not in this one as well.
    """
    if not until:
        return balance_of(database, holder, product) - int(database.value(_EXPLAINED_THERE, holder, shift_id, product))
    return int(database.value(_LEFT, holder, shift_id, product, until))


_EXPLAINED_THERE: Final = (
    "SELECT coalesce(sum(iif(m.to_holder = ?1, m.quantity, -m.quantity)), 0) FROM stock_movement m "
    "JOIN closing s ON s.shift_id = m.shift_id AND json_extract(s.document, '$.settlement') = m.corrects_id "
    "WHERE m.shift_id <> ?2 AND m.product = ?3 AND (m.from_holder = ?1) <> (m.to_holder = ?1) "
    f"AND s.kind = 'table' AND NOT {is_closed('m.shift_id')}"
)
_LEFT: Final = (
    "SELECT coalesce(sum(iif(m.to_holder = ?1, m.quantity, -m.quantity)), 0) FROM stock_movement m "
    "LEFT JOIN shift_opening o ON o.id = m.shift_id WHERE m.product = ?3 "
    "AND (m.from_holder = ?1) <> (m.to_holder = ?1) AND CASE WHEN m.shift_id = ?2 THEN 1 "
    "WHEN o.id IS NULL THEN m.at <= ?4 ELSE o.at < (SELECT at FROM shift_opening WHERE id = ?2) END"
)


def stock_figures(
    database: Database,
    holder: str,
    shift_id: str,
    on_hand: int,
    product: Product = Product.BLANK,
    until: str = "",
) -> StockFigures:
    """Blanks of a table in a shift. Taken is what was there at the opening and what came since.

    What the office booked of the table since the opening belongs to the shift as well. A movement that was taken back
    counts nowhere. With `until` what the office booked later is not of the shift.
    """
    row: tuple[Any, ...] = database.row(_MOVED, holder, shift_id, product, until) or (0, 0, 0, 0)
    printed, spoiled, went, settled = row
    taken = on_hand + printed + spoiled + went + settled
    return StockFigures(taken, printed, spoiled, went, on_hand, settled)


_MOVED: Final = (
    "SELECT coalesce(sum(pieces) FILTER (WHERE is_out AND kind = 'print_use' AND NOT is_settled), 0), "
    "coalesce(sum(pieces) FILTER (WHERE is_out AND kind = 'spoil' AND NOT is_settled), 0), "
    "coalesce(sum(pieces) FILTER (WHERE is_out AND kind NOT IN ('print_use', 'spoil') AND NOT is_settled), 0), "
    "coalesce(sum(iif(is_out, pieces, -pieces)) FILTER (WHERE is_settled), 0) "
    "FROM (SELECT kind, iif(corrects_id IS NULL, quantity, -quantity) AS pieces, "
    "(from_holder = ?1) = (corrects_id IS NULL) AS is_out, "
    f"'{UNEXPLAINED}' IN (from_holder, to_holder) AS is_settled "
    "FROM stock_movement WHERE product = ?3 AND (from_holder = ?1) <> (to_holder = ?1) AND (shift_id = ?2 "
    "OR shift_id IS NULL AND at >= (SELECT at FROM shift_opening WHERE id = ?2) AND (?4 = '' OR at <= ?4)))"
)
"""A correction is the movement the other way round: it is taken off where that one was added.

What has no shift is the office's; what it took back after a closing was never there to be counted anew.
"""


def attendance(database: Database, shift_id: str) -> list[Present]:
    """Who of the team was there, the lead first."""
    found = [Present(one.name, one.role, one.until) for one in present_in(database, shift_id)]
    return sorted(found, key=lambda one: one.role != "lead")


def visits_by_outcome(database: Database, shift_id: str) -> list[tuple[str, int]]:
    """Home visits logged in a shift and not taken back, by what came of them."""
    rows = database.rows(
        "SELECT a.outcome, count(*) FROM visit_attempt a WHERE a.shift_id = ? AND a.corrects_id IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM visit_attempt u WHERE u.resident_id = a.resident_id AND u.corrects_id = a.id) "
        "GROUP BY a.outcome ORDER BY a.outcome",
        shift_id,
    )
    return [(outcome, number) for outcome, number in rows]


@dataclass(frozen=True, slots=True)
class Frame:
    """What the office had set for a shift: its own name, the village's target, set, team, place and visits."""

    office_name: str
    regency_name: str
    office_address: str
    village_target: int | None
    set_code: str = ""
    team: str = ""
    site_kind: str = ""
    hamlet: str = ""
    visits_planned: int | None = None


_OFFICE_NAME: Final = "Dinas Kependudukan dan Pencatatan Sipil"
"""The name differs per region; the office sets it under the key office_name."""


def frame_of(database: Database, shift_id: str) -> Frame:
    """The office's part of the papers of a shift."""
    target = target_of(database, str(database.value("SELECT village FROM shift_opening WHERE id = ?", shift_id)))
    planned = database.row(_PLANNED, shift_id) or ()
    regency = Meta(database).get("regency_name")
    village_target = target.quantity if target is not None else None
    day = str(database.value("SELECT day FROM shift_opening WHERE id = ?", shift_id))
    office, address = office_name(database, day), _of_office(database, "address", day)
    return Frame(office, regency, address, village_target, *planned)


_PLANNED: Final = (
    "SELECT coalesce(o.set_code, p.set_code, ''), coalesce(t.name, ''), coalesce(s.kind, ''), coalesce(s.hamlet, ''), "
    "(SELECT nullif(count(*), 0) FROM visit_placing v JOIN visit_stop d ON d.id = v.stop_id WHERE d.day = o.day "
    f"AND d.state <> '{StopState.CANCELLED}' AND d.area IN (o.village, substr(o.village, 1, 5)) "
    "AND (d.led_by IS NULL OR d.led_by = o.lead_id OR d.led_by IN "
    "(SELECT m.user_id FROM team_member m WHERE m.team_id = coalesce(o.team_id, p.team_id)) "
    "OR d.led_by IN (SELECT h.user_id FROM attendance h WHERE h.shift_id = o.id)) "
    f"AND coalesce(o.kind, '{SessionKind.SHIFT}') = '{SessionKind.SHIFT}' "
    "AND NOT EXISTS (SELECT 1 FROM visit_attempt a WHERE a.stop_id = d.id AND a.shift_id <> o.id "
    "AND a.resident_id = (SELECT w.resident_id FROM visit_request w WHERE w.id = v.request_id)) "
    "AND NOT EXISTS (SELECT 1 FROM visit_request w JOIN visit_attempt n ON n.resident_id = w.resident_id "
    f"WHERE w.id = v.request_id AND n.outcome = '{WITHDRAWN}' AND n.at >= v.at AND NOT EXISTS "
    "(SELECT 1 FROM visit_attempt u WHERE u.resident_id = n.resident_id AND u.corrects_id = n.id)) "
    "AND NOT EXISTS (SELECT 1 FROM visit_placing later WHERE later.request_id = v.request_id AND later.id > v.id)) "
    "FROM shift_opening o LEFT JOIN shift_plan p ON p.id = o.plan_id "
    "LEFT JOIN team t ON t.id = coalesce(o.team_id, p.team_id) LEFT JOIN site s ON s.id = p.site_id WHERE o.id = ?"
)
"""Visits are those whose last placing is at a stop of that day and village, of nobody's pair or of this team's, and
whom no other session of the day went to, unless the request was withdrawn since. From a counter or a night of printing
nobody leaves."""


def office_name(database: Database, day: str) -> str:
    """What the office calls itself on a day."""
    return _of_office(database, "name", day) or _OFFICE_NAME


def _of_office(database: Database, what: str, day: str) -> str:
    sql = "SELECT value FROM setting WHERE key = ? AND coalesce(valid_from, '') <= ? ORDER BY valid_from DESC, id DESC"
    return str(database.value(f"{sql} LIMIT 1", f"office_{what}", day) or "")
