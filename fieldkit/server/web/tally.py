"""Counts what the pages show, by the rules that the laptops count by."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.cards.card import OF_BATCH, CardState, Position, position
from fieldkit.domain.lists.listing import CONFIRMED_STATES, PROPOSED_STATES, EntryState, Said, entry_state
from fieldkit.domain.national.file import taken_back
from fieldkit.domain.national.track import NationalState, entry_with, stops_card
from fieldkit.domain.planning.schedule import STANDING, PlanState, shown_state
from fieldkit.domain.requests.reasons import WITHOUT_CARD
from fieldkit.domain.requests.service import RequestState, counts_as_recorded
from fieldkit.domain.visits.visit import WITHDRAWN, VisitOutcome, is_recording
from fieldkit.server.schema import METADATA
from fieldkit.server.web.facts import Asked, Facts
from fieldkit.server.web.sums import CountSum, Days, OfficeSums, Setting, Shelf, Shift, VillageSum

PACE_DAYS: Final = 10
"""So many of the last days with printing tell the pace, as on the laptops."""
DAYS_KEPT: Final = 28
SHIFTS_KEPT: Final = 400
ANNOUNCED: Final = (STANDING - {PlanState.PLANNED}) | {PlanState.POSTPONED, PlanState.CANCELLED}
_REGENCY: Final = len("35.74")
_DISTRICT: Final = len("35.74.03")
ON_SHELF: Final = OF_BATCH | {CardState.READY, CardState.RETURNED}
_DUE: Final = frozenset({RequestState.RECORDED, RequestState.ACCEPTED_FOR_REPRINT, RequestState.FORWARDED_TO_OFFICE})
_OUTCOMES: Final = frozenset(VisitOutcome) | {WITHDRAWN}
_DOUBTFUL: Final = frozenset({"weighty", "same_number"})


def tally(facts: Facts, today: date) -> OfficeSums:
    """All sums of a regency on a day of its clock."""
    listed, doubles = _listed(facts)
    first = _first_recordings(facts)
    obligated = {person: asked for person, asked in first.items() if asked.eligible_on <= today.isoformat()}
    stock, given = _stock(facts)
    to_print, shelves = _cards(facts)
    return OfficeSums(
        villages=_villages(facts, listed, doubles),
        recorded=_by_day(facts, (asked for person, asked in first.items() if person in listed)),
        obligated=_by_day(facts, obligated.values()),
        counts=_counts(facts, obligated),
        stock=stock,
        given=given,
        printed=_printed(facts),
        to_print=to_print,
        shelves=shelves,
        shifts=_shifts(facts, today),
        settings=[Setting(row.key, row.value, row.valid_from or "") for row in facts.settings],
    )


# Lists


def _listed(facts: Facts) -> tuple[dict[str, str], Counter[str]]:
    """Each person of whom something is known, with the village of the first row that stands on a list (decision 21);
    and how many rows of each village count nobody, since their person stands there already."""
    listed: dict[str, str] = {}
    doubles: Counter[str] = Counter()
    for id_, village, list_id in facts.residents:
        if list_id is not None:
            person = facts.shown.get(id_, id_)
            doubles[village] += person in listed
            listed.setdefault(person, village)
    return listed, doubles


def _villages(facts: Facts, listed: Mapping[str, str], doubles: Counter[str]) -> dict[str, VillageSum]:
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for person, state in _entries(facts).items():
        if person in listed:
            counted[listed[person]][_part(state)] += 1
    gross = {village: rows - doubles[village] for village, rows in facts.rows_on_lists.items()}
    return {village: _village(people, counted[village]) for village, people in sorted(gross.items()) if people}


def _village(gross: int, parts: Counter[str]) -> VillageSum:
    return VillageSum(gross, *(parts[name] for name in ("recorded", "away", "approved", "proposed")))


def _part(state: EntryState) -> str:
    if state in CONFIRMED_STATES:
        return "approved"
    if state in PROPOSED_STATES:
        return "proposed"
    return {EntryState.RECORDED: "recorded", EntryState.AWAY: "away"}.get(state, "left")


def _entries(facts: Facts) -> dict[str, EntryState]:
    """The state of everybody of whom something is known, by the row that shows."""
    requests: dict[str, list[RequestState]] = defaultdict(list)
    for each in facts.requests.values():
        requests[facts.shown.get(each.resident_id, each.resident_id)].append(each.state)
    decisions = _decisions(facts)
    visits = _said(facts, "visit_attempt", "outcome", decisions, _OUTCOMES)
    proposals = _said(facts, "list_proposal", "kind", decisions, None)
    national, recorded = facts.national, _recorded_on(facts)
    people = {*requests, *visits, *proposals, *national}
    return {
        person: entry_with(
            entry_state(requests[person], visits[person], proposals[person], visit_requested=False),
            recorded.get(person, ""),
            national.get(person),
        )
        for person in people
    }


def _recorded_on(facts: Facts) -> dict[str, str]:
    """The day of the last recording of each person, at a table or at home."""
    found: dict[str, str] = {}
    told = [(each.resident_id, each.since) for each in facts.requests.values() if counts_as_recorded(each.state)]
    visits = facts.standing("visit_attempt", "resident_id", "at", "outcome")
    told += [(resident, at) for _, resident, at, outcome in visits if is_recording(outcome)]
    for resident, at in told:
        person = facts.shown.get(resident, resident)
        found[person] = max(found.get(person, ""), facts.day_at(at))
    return found


def _decisions(facts: Facts) -> dict[str, str]:
    """The office's last word on each proposal."""
    rows = facts.rows("proposal_decision", "proposal_id", "at", "id", "decision")
    return {row[0]: row[3] for row in sorted(rows, key=lambda row: (row[1], row[2]))}


def _said(
    facts: Facts, table: str, column: str, decisions: dict[str, str], known: frozenset[str] | None
) -> defaultdict[str, list[Said]]:
    found: defaultdict[str, list[Said]] = defaultdict(list)
    rows = facts.standing(table, "resident_id", "at", column)
    for id_, resident, _, what in sorted(rows, key=lambda row: (row[2], row[0])):
        if known is None or what in known:
            found[facts.shown.get(resident, resident)].append(Said(what, decisions.get(id_, "")))
    return found


def _first_recordings(facts: Facts) -> dict[str, Asked]:
    """The first recording of each person, under whichever row and at whichever table."""
    first: dict[str, Asked] = {}
    for each in facts.requests.values():
        person = facts.shown.get(each.resident_id, each.resident_id)
        if each.state is RequestState.RECORDED and (person not in first or each.since < first[person].since):
            first[person] = each
    return first


def _by_day(facts: Facts, recordings: Iterable[Asked]) -> Days:
    return _last(Counter(facts.day_of(each.since, each.shift_id) for each in recordings), DAYS_KEPT)


def _counts(facts: Facts, obligated: Mapping[str, Asked]) -> list[CountSum]:
    """The newest count of each place and source; one that lacks a number is passed over, never filled in (F-T5)."""
    gone = taken_back(facts.rows("national_file", "id", "kind", "source"))
    names = ("as_of", "at", "id", "place", "source", "obligated", "recorded", "file_id")
    rows = (
        row for row in sorted(facts.rows("population_count", *names), key=lambda row: row[:3]) if row[7] not in gone
    )
    told = {(row[3], row[4]): row for row in rows if row[5] and row[6] is not None}
    came: dict[str, Counter[str]] = defaultdict(Counter)
    if told:
        for person, asked in obligated.items():
            village, day = facts.village_of.get(person, ""), facts.day_of(asked.since, asked.shift_id)
            for place in (village[:_REGENCY], village[:_DISTRICT], village):
                came[place][day] += 1
    return [
        CountSum(place, source, row[0], row[5], row[6], sum(n for day, n in came[place].items() if day > row[0]))
        for (place, source), row in sorted(told.items())
    ]


# Stock and cards


def _stock(facts: Facts) -> tuple[dict[str, dict[str, int]], dict[str, list[str]]]:
    left: dict[str, Counter[str]] = defaultdict(Counter)
    given: dict[str, set[str]] = defaultdict(set)
    for product, giver, taker, quantity in facts.rows(
        "stock_movement", "product", "from_holder", "to_holder", "quantity"
    ):
        left[giver][product] -= quantity
        left[taker][product] += quantity
        given[taker].add(product)
    return {holder: dict(each) for holder, each in left.items()}, {each: sorted(given[each]) for each in given}


def _printed(facts: Facts) -> dict[str, Days]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    names = ("kind", "product", "from_holder", "quantity", "at", "shift_id")
    for _, kind, product, holder, quantity, at, shift in facts.standing("stock_movement", *names):
        if kind == "print_use" and product == "blank":
            found[holder][facts.day_of(at, shift)] += quantity
    return {holder: _last(days, PACE_DAYS) for holder, days in found.items()}


def _cards(facts: Facts) -> tuple[Days, list[Shelf]]:
    known = facts.cards()
    doubted = _in_question(facts)
    to_print: Counter[str] = Counter()
    shelves: Counter[tuple[str, str, str]] = Counter()
    for request in facts.requests.values():
        card = position(known[request.id]) if request.id in known else Position()
        person = facts.shown.get(request.resident_id, request.resident_id)
        is_held = person in doubted or is_stopped(facts, request, facts.national.get(person))
        if card.state is CardState.QUEUED and _is_due(request) and not is_held:
            to_print[request.eligible_on] += 1
        elif card.state in ON_SHELF:
            district = facts.village_of.get(person, "")[:_DISTRICT]
            shelves[card.place, facts.day_of(card.since, None), district] += 1
    found = [Shelf(place, since, cards, district) for (place, since, district), cards in sorted(shelves.items())]
    return dict(to_print), found


def is_stopped(facts: Facts, request: Asked, national: NationalState | None) -> bool:
    """Whether no card can be made of the record that the centre of the country has."""
    recorded_on = facts.day_at(request.since) if request.state is RequestState.RECORDED else ""
    return national is not None and stops_card(national, recorded_on)


def _is_due(request: Asked) -> bool:
    return request.state in _DUE and request.reason not in WITHOUT_CARD


def _in_question(facts: Facts) -> set[str]:
    """People whose card would say something that two tell differently, while nobody has decided."""
    found: set[str] = set()
    for kind, subject, members, state in facts.rows("case_file", "kind", "subject", "members", "state"):
        if kind in _DOUBTFUL and state == "open":
            rows: Iterable[str] = (subject, *msgspec.json.decode(members, type=list[str]))
            found.update(facts.shown.get(row, row) for row in rows)
    return found


# Plans


def _shifts(facts: Facts, today: date) -> list[Shift]:
    """What is announced from a day on, with what became of it; drafts are nobody's business yet."""
    plan = METADATA.tables["shift_plan"].c
    names = ("day", "planned_start", "planned_end", "id", "name", "site_name", "lead_id", "state")
    rows = facts.rows("shift_plan", *names, where=plan.day >= today.isoformat())
    opening, closing = METADATA.tables["shift_opening"].c, METADATA.tables["closing"].c
    among = facts.bulk.among
    opened = {
        row[0]: row[1]
        for row in facts.rows("shift_opening", "id", "plan_id", where=among(opening.plan_id, (row[3] for row in rows)))
    }
    closed = {row[0] for row in facts.rows("closing", "shift_id", where=among(closing.shift_id, opened))}
    begun = set(opened.values())
    running = {plan_id for shift, plan_id in opened.items() if shift not in closed}
    leads = {row[0]: row[1] for row in facts.rows("app_user", "id", "name")}
    found = []
    for day, start, end, id_, name, site, lead, stored in sorted(rows, key=lambda row: tuple(row[:4]))[:SHIFTS_KEPT]:
        is_opened = id_ in begun
        state = shown_state(stored, is_opened=is_opened, is_closed=is_opened and id_ not in running)
        if state in ANNOUNCED:
            found.append(Shift(day, start, end, name, site, leads.get(lead, ""), state))
    return found


def _last(days: Counter[str], most: int) -> Days:
    return {day: days[day] for day in sorted(days)[-most:]}
