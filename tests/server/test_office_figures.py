"""The figures of the page beside a count by hand, whatever happened in the regency."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count as numbers
from typing import Any

from field_pens import NOW_MS, Ground, Pen, new_id, request_for, resident
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fieldkit.domain.lists.outlook import TARGET_PERCENT
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.server.web.counting import count, pause_after
from fieldkit.server.web.sums import Setting, value_on
from tests.server.looks import view_of

PEOPLE = 6
_CODES = numbers(0)
somebody = st.integers(min_value=0, max_value=PEOPLE - 1)
acts = st.lists(
    st.tuples(
        st.sampled_from(["record", "take_back", "away", "dead", "approve", "shelve", "hand_over", "link", "receive"]),
        somebody,
        somebody,
    ),
    max_size=25,
)


class Story:
    """What happens in a regency: a laptop writes it down, and so does somebody with a pencil."""

    def __init__(self, pen: Pen, regency: str, unlisted: Iterable[int]) -> None:
        self.pen, self.regency, self.minute = pen, regency, 0
        self.ids = sorted(new_id() for _ in range(PEOPLE))
        self.listed = set(range(PEOPLE)) - set(unlisted)
        self.groups = [{person} for person in range(PEOPLE)]
        self.requests: dict[int, str] = {}
        self.recorded: dict[int, str] = {}
        self.said: list[tuple[int, str, str]] = []
        self.approved: set[str] = set()
        self.shelves: dict[int, str] = {}
        self.handed_over: set[int] = set()
        self.blanks = 0
        for person, id_ in enumerate(self.ids):
            values = {"village": self.village(person)} | ({"list_id": "list-1"} if person in self.listed else {})
            pen.insert("resident", resident(f"WARGA {person}", **values), area=self.village(person), row=id_)

    def village(self, person: int) -> str:
        """Villages of two districts."""
        return f"{self.regency}.0{person % 2 + 1}.1001"

    def write(self, table: str, person: int, **values: Any) -> str:
        self.minute += 1
        at = f"2019-02-23T02:{self.minute:02}:00Z"
        return self.pen.insert(table, {**values, "at": at}, area=self.village(person))

    def request(self, person: int) -> str:
        if person not in self.requests:
            values = request_for(self.ids[person], reason="first_recording")
            self.requests[person] = self.pen.insert("service_request", values, area=self.village(person))
        return self.requests[person]

    def record(self, person: int, _other: int) -> None:
        if person not in self.recorded:
            self.recorded[person] = self.write("request_step", person, request_id=self.request(person), step="recorded")

    def take_back(self, person: int, _other: int) -> None:
        if person in self.recorded:
            undone = self.recorded.pop(person)
            self.write("request_step", person, request_id=self.request(person), step="undone", corrects_id=undone)

    def away(self, person: int, _other: int, kind: str = "away") -> None:
        proposal = self.write("list_proposal", person, resident_id=self.ids[person], kind=kind)
        self.said.append((person, kind, proposal))

    def dead(self, person: int, other: int) -> None:
        self.away(person, other, "deceased")

    def approve(self, person: int, _other: int) -> None:
        for proposal in [id_ for who, kind, id_ in self.said if who == person and kind == "deceased"][-1:]:
            self.write("proposal_decision", person, proposal_id=proposal, decision="approved")
            self.approved.add(proposal)

    def shelve(self, person: int, other: int) -> None:
        if person not in self.handed_over:
            self.shelves[person] = f"Loket {other}"
            self.write("card_place", person, request_id=self.request(person), state="ready", place=self.shelves[person])

    def hand_over(self, person: int, _other: int) -> None:
        if self.shelves.pop(person, ""):
            self.handed_over.add(person)
            self.write("card_handover", person, request_id=self.request(person), received_by="", identity_shown="kk")

    def link(self, person: int, other: int) -> None:
        if person != other:
            pair = {"resident_id": self.ids[person], "other_id": self.ids[other], "rule": "by_hand"}
            self.write("same_person_link", person, **pair)
            together = {who for group in self.groups if {person, other} & group for who in group}
            self.groups = [group for group in self.groups if not group & together] + [together]

    def receive(self, person: int, other: int) -> None:
        ends = {"from_holder": "supplier", "to_holder": "office", "quantity": other}
        self.write("stock_movement", person, product="blank", kind="receive", **ends)
        self.blanks += other

    def people(self) -> Iterator[tuple[str, str]]:
        """Village and part of the list of each person on it."""
        for group in self.groups:
            if on_list := sorted(group & self.listed):
                yield self.village(on_list[0]), self.part(group)

    def part(self, group: set[int]) -> str:
        if group & self.recorded.keys():
            return "recorded"
        said = [(kind, id_) for who, kind, id_ in self.said if who in group]
        if any(id_ in self.approved for _, id_ in said):
            return "approved"
        return {"away": "away", "deceased": "proposed"}[said[-1][0]] if said else "left"

    def waiting(self) -> Counter[str]:
        """Cards by the district of the row of their owner that shows."""
        shown = {person: min(group) for group in self.groups for person in group}
        return Counter(self.village(shown[person])[:8] for person in self.shelves)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=acts, unlisted=st.sets(somebody, max_size=2))
def test_figures_are_those_of_a_count_by_hand(
    sqlite_ground: Ground, history: list[tuple[str, int, int]], unlisted: set[int]
) -> None:
    number, centre = next(_CODES), sqlite_ground.centre
    regency = f"{11 + number // 99}.{number % 99 + 1:02}"
    add_regency(centre, regency, "Kabupaten")
    lead, _ = add_user(centre, regency, name="Rina Wulandari", role="lead", now_ms=NOW_MS)
    laptop = sqlite_ground.laptop(regency=regency, user=lead)
    story = Story(laptop.pen, regency, unlisted)
    for act, person, other in history:
        getattr(story, act)(person, other)
    laptop.push()
    count(centre, regency, NOW_MS)
    view = view_of(centre, regency, NOW_MS, lead)

    people = list(story.people())
    parts, standing = Counter(part for _, part in people), view.coverage.whole.standing
    told = standing.numbers
    assert (told.gross, told.recorded) == (len(people), parts["recorded"])
    assert (told.explained_approved, told.away, standing.proposed) == (
        parts["approved"],
        parts["away"],
        parts["proposed"],
    )
    gross = {place.code: place.standing.numbers.gross for place in view.coverage.villages}
    assert gross == Counter(village for village, _ in people)
    assert sum(n for _, n in view.coverage.by_day) == parts["recorded"]
    assert dict(view.waiting.by_district) == story.waiting()
    assert view.waiting.cards == len(story.shelves)
    assert view.everybody.blanks == story.blanks


def test_counting_leaves_the_pushes_nine_parts_of_the_time() -> None:
    assert pause_after(30, 0.2) == 30
    assert pause_after(30, 10) == 90


@given(st.lists(st.tuples(st.sampled_from(["", "2019-02-22", "2019-02-23", "2019-02-24"]), st.sampled_from("abc"))))
def test_of_what_has_begun_the_latest_holds_and_of_one_day_the_later_written(words: list[tuple[str, str]]) -> None:
    known = [Setting(TARGET_PERCENT, value, since) for since, value in words]
    begun = [(since, value) for since, value in words if since <= "2019-02-23"]
    latest = max((since for since, _ in begun), default=None)
    expected = [value for since, value in begun if since == latest][-1:] or [""]
    assert value_on([Setting("another", "x"), *known], TARGET_PERCENT, "2019-02-23") == expected[0]
