"""Small worlds to count: people of some villages with what is known of them, and counts of the population."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fieldkit.domain.lists.proposal import OfficeDecision, ProposalKind
from fieldkit.records.tables import (
    LIST_PROPOSAL,
    POPULATION_COUNT,
    PROPOSAL_DECISION,
    REQUEST_STEP,
    RESIDENT,
    SAME_PERSON_LINK,
    SERVICE_REQUEST,
    SETTING,
    SHIFT_OPENING,
    TARGET_LIST,
)
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from tests.laptops import REGENCY, ZONE

AT = "T03:00:00.000Z"


@dataclass(frozen=True)
class Somebody:
    """A person, as the world has them. `day` is that of the recording; `twin` a village with a second row on a list."""

    village: str
    rw: str | None = "05"
    rt: str | None = "03"
    sex: str | None = "female"
    on_list: bool = True
    fate: str = ""
    """Nothing, `recorded`, a kind of proposal that waits, or `approved` and `rejected` for one that was decided."""
    day: str = "2019-02-20"
    eligible_on: str | None = None
    reason: str = "first_recording"
    twin: str = ""
    in_shift: bool = True


def settle(store: Store, people: Sequence[Somebody], site: str = "Kantor Kelurahan") -> None:
    """Write down all that is known of them."""

    def verb(unit: Unit) -> None:
        told = {"name": "Daftar", "as_of": "2019-02-01", "imported_at": f"2019-02-01{AT}", "row_count": len(people)}
        list_id = unit.insert(TARGET_LIST, REGENCY, **told, reduced=0)
        shifts: dict[tuple[str, str], str] = {}
        for number, each in enumerate(people):
            _settle_one(unit, each, number, list_id, shifts, site)

    store.execute(verb)


def _settle_one(
    unit: Unit, each: Somebody, number: int, list_id: str, shifts: dict[tuple[str, str], str], site: str
) -> None:
    resident = _resident(unit, each, number, each.village, list_id if each.on_list else None)
    if each.twin:
        other = _resident(unit, each, number, each.twin, list_id)
        linked = {"resident_id": resident, "other_id": other, "rule": "nik"}
        unit.insert(SAME_PERSON_LINK, each.village, **linked, at=f"{each.day}{AT}")
    if each.fate == "recorded":
        key = (each.village, each.day)
        if each.in_shift and key not in shifts:
            shifts[key] = _shift(unit, *key, site)
        _record(unit, each, number, resident, shifts[key] if each.in_shift else "")
    elif each.fate:
        _propose(unit, each, resident)


def _resident(unit: Unit, each: Somebody, number: int, village: str, list_id: str | None) -> str:
    known = {"rw": each.rw, "rt": each.rt, "sex": each.sex, "list_id": list_id}
    return unit.insert(RESIDENT, village, name=f"WARGA {number}", village=village, **known)


def _shift(unit: Unit, village: str, day: str, site: str) -> str:
    hours = {"planned_start": "09:00", "planned_end": "12:00", "time_zone": ZONE}
    told = {"day": day, "name": "Shift", "site_name": site, "village": village, "lead_id": unit.user}
    return unit.insert(SHIFT_OPENING, village, **told, **hours, at=f"{day}{AT}")


def _record(unit: Unit, each: Somebody, number: int, resident: str, shift: str) -> None:
    request = unit.insert(
        SERVICE_REQUEST,
        each.village,
        shift_id=shift,
        resident_id=resident,
        reason=each.reason,
        papers="[]",
        queue_no=f"P2-{number:03}",
        receipt_ref=f"{number:010}",
        phone_answer="none",
        sms_consent=0,
        on_list=int(each.on_list),
        out_of_hours=0,
        print_eligible_on=each.eligible_on,
        at=f"{each.day}{AT}",
    )
    unit.insert(REQUEST_STEP, each.village, request_id=request, step="recorded", at=f"{each.day}{AT}")


def _propose(unit: Unit, each: Somebody, resident: str) -> None:
    decided = {"approved": OfficeDecision.APPROVED, "rejected": OfficeDecision.REJECTED}.get(each.fate)
    kind = ProposalKind.DECEASED if decided else each.fate
    proposal = unit.insert(LIST_PROPOSAL, each.village, resident_id=resident, kind=kind, at=f"{each.day}{AT}")
    if decided:
        unit.insert(
            PROPOSAL_DECISION,
            each.village,
            proposal_id=proposal,
            resident_id=resident,
            decision=decided,
            decided_by=unit.user,
            at=f"{each.day}T04:00:00.000Z",
        )


def counted(
    store: Store, place: str, source: str, obligated: int | None, recorded: int | None, as_of: str = "2019-02-10"
) -> None:
    """Somebody counted the people of a place."""
    figures = {"obligated": obligated, "recorded": recorded, "as_of": as_of, "at": f"2019-02-11{AT}"}
    store.execute(lambda unit: unit.insert(POPULATION_COUNT, REGENCY, place=place, source=source, **figures))


def set_rule(store: Store, key: str, value: str, valid_from: str | None = None) -> None:
    """The office has set a rule."""
    store.execute(lambda unit: unit.insert(SETTING, REGENCY, key=key, value=value, valid_from=valid_from))
