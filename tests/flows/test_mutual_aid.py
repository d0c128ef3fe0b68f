"""A mission of mutual aid from its agreement to its end: two regencies, one centre, a guest laptop and a loan (TL-6).

Invariant 10: the guest gets the areas of the mission for its days, and nothing else.
"""

from __future__ import annotations

from datetime import date

import pytest

from fieldkit.domain.cards.handover import Minutes
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.missions.mission import DataKnown, MissionState, open_points
from fieldkit.domain.requests.service import Step
from fieldkit.domain.stock.movements import MovementKind, Product
from fieldkit.host.clock import now_ms
from fieldkit.server.devices.enrolment import issue_code
from fieldkit.server.office.missions import keep_missions
from fieldkit.server.office.writing import add_user
from fieldkit.server.regencies import add_regency
from fieldkit.store.queries.lists.listing import list_counts
from fieldkit.store.queries.missions.missions import Mission, mission_by_id
from fieldkit.store.told import guest_prefixes
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.missions.mission import StepMission, WriteMission, step_mission, write_mission
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.stock.keeping import LendStock, lend_stock
from fieldkit.work.table.outcomes import note_step
from tests.flows.enrolled import Ground, Laptop, kinds, people
from tests.laptops import JATI, REGENCY, ZONE, add_people, opened, registered

GUEST = "35.13"
MAYANGAN = JATI[:8]
ELSEWHERE = "35.74.04.1003"
FIRST, LAST = date(2019, 2, 23), date(2019, 2, 24)
DAY_MIN = 24 * 60


class Aid:
    """The host's office and a laptop of the regency that helps."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        add_regency(ground.centre, GUEST, "Kab. Probolinggo")
        self.office = ground.laptop("office")
        self.here = add_people(self.office.store, "SITI NURAINI", "BUDI HARTONO")
        self.elsewhere = add_people(self.office.store, "DEWI SARTIKA", village=ELSEWHERE)
        self.planner = self._signer(REGENCY, self.office, "Bu Tutik", "planner")
        code = issue_code(ground.centre, GUEST, areas=[GUEST], now_ms=now_ms(ground.clock))
        self.guest = ground.laptop("guest", code)
        self.lead = self._signer(GUEST, self.guest, "Sri Rahayu", "lead")
        self.sync()
        self.mission_id = ""

    def _signer(self, regency: str, laptop: Laptop, name: str, role: str) -> Signer:
        user, code = add_user(self.ground.centre, regency, name=name, role=role, now_ms=now_ms(self.ground.clock))
        laptop.sync()
        set_first_pin(laptop.store, UserId(user), code, "482915")
        laptop.store.user = UserId(user)
        return check_in(laptop.store, UserId(user), "482915")

    def sync(self, *laptops: Laptop) -> None:
        for laptop in laptops or (self.office, self.guest, self.office):
            outcome = laptop.sync()
            assert (outcome.cause, outcome.waiting) == (None, 0)
        self.ground.clock.pass_by(seconds=1)

    def agree(self, *areas: str, laptops: tuple[str, ...] = ("P1",)) -> None:
        command = WriteMission("Gotong royong", GUEST, FIRST, LAST, areas or (MAYANGAN,), laptops, 200, "800/12/2019")
        self.office.store.execute(write_mission, command)
        (row,) = self.office.store.query(lambda db: db.rows("SELECT id FROM mission"))
        self.mission_id = str(row[0])

    def step(self, state: MissionState, note: str = "") -> None:
        self.office.store.execute(step_mission, StepMission(self.mission_id, state, note))
        self.ground.clock.pass_by(seconds=1)

    def seen(self) -> Mission:
        found = self.office.store.query(mission_by_id, self.mission_id, self.ground.clock.now_utc())
        assert found is not None
        return found

    def known(self) -> list[tuple[str, str, DataKnown]]:
        return [(each.laptop, each.given, each.known) for each in self.seen().laptops]

    def shared(self) -> None:
        self.agree()
        self.step(MissionState.LISTS_SHARED)
        self.sync()

    def lend(self, kind: MovementKind, quantity: int, number: str) -> None:
        minutes = Minutes(number, ("Slamet", "Rudi"), "Bambang", "Kab. Probolinggo", ZONE)
        command = LendStock(kind, GUEST, Product.BLANK, quantity, minutes)
        self.office.store.execute(lend_stock, command, self.planner)


@pytest.fixture
def aid(ground: Ground) -> Aid:
    return Aid(ground)


def test_a_mission_from_agreement_to_settlement(aid: Aid) -> None:
    aid.agree()
    aid.sync()
    assert people(aid.guest) == []
    aid.step(MissionState.LISTS_SHARED)
    aid.sync(aid.office, aid.guest, aid.guest, aid.office)
    assert sorted(people(aid.guest)) == sorted(aid.here), "the district of the mission, and nobody else"
    assert aid.guest.store.query(guest_prefixes) == {REGENCY: "T1"}
    assert aid.known() == [("P1", "T1", DataKnown.HOLDS)]

    aid.step(MissionState.RUNNING)
    aid.lend(MovementKind.BORROW, 200, "BA/01")
    shift = opened(aid.guest.store)
    done = registered(aid.guest.store, aid.here[0])
    assert done.queue_no == "T1-001"
    aid.guest.store.execute(note_step, done.request_id, Step.RECORDED)
    aid.guest.store.execute(close_shift, CloseShift(shift, 46), aid.lead)
    aid.sync()
    assert aid.seen().recorded == {"T1": 1}
    assert aid.office.store.query(list_counts, JATI).recorded == 1, "credited to the host's list"

    with pytest.raises(RuleError) as early:
        aid.step(MissionState.SETTLED)
    assert early.value.problems[0].code == "runs"
    aid.ground.clock.pass_by(minutes=2 * DAY_MIN)
    aid.sync(aid.office)
    assert aid.known() == [("P1", "T1", DataKnown.SILENT)]
    aid.sync(aid.guest)
    assert people(aid.guest) == []
    aid.sync(aid.office)
    assert aid.known() == [("P1", "T1", DataKnown.TOLD)], "nobody says for the laptop that they are gone"
    aid.sync(aid.guest, aid.office)
    assert aid.known() == [("P1", "T1", DataKnown.GONE)]

    with pytest.raises(RuleError) as owed:
        aid.step(MissionState.SETTLED)
    assert owed.value.problems[0].code == "unexplained"
    aid.lend(MovementKind.GIVE_BACK, 154, "BA/02")
    assert [str(point) for point in open_points(aid.seen().standing)] == ["46 blangko pinjaman belum dikembalikan"]
    aid.step(MissionState.SETTLED, "46 keping dibawa pulang tim tamu, dicatat di berita acara BA/02.")
    aid.sync()
    assert aid.seen().state is MissionState.SETTLED
    assert kinds(aid.ground) == []


def test_what_is_open_can_be_explained_and_stays_in_sight(aid: Aid) -> None:
    aid.shared()
    aid.step(MissionState.RUNNING)
    aid.ground.clock.pass_by(minutes=3 * DAY_MIN)
    aid.step(MissionState.SETTLED, "Laptopnya rusak di perjalanan, sudah dilaporkan.")
    aid.sync(aid.office, aid.office)
    assert aid.seen().state is MissionState.SETTLED
    assert aid.known()[0][2] is not DataKnown.GONE


def test_called_off_the_lists_leave_at_the_next_contact(aid: Aid) -> None:
    aid.shared()
    aid.sync(aid.guest)
    assert people(aid.guest) != []
    aid.step(MissionState.CANCELLED, "Hujan lebat, jalan putus.")
    aid.sync(aid.office)
    aid.sync(aid.guest, aid.guest, aid.office)
    assert people(aid.guest) == []
    assert aid.known() == [("P1", "T1", DataKnown.GONE)]


def test_an_area_that_is_taken_out_of_the_mission_leaves_and_one_that_is_added_comes(aid: Aid) -> None:
    aid.shared()
    aid.sync(aid.guest)
    mission = aid.seen()
    terms = mission.terms
    command = WriteMission(terms.name, GUEST, FIRST, LAST, (ELSEWHERE,), ("P1",), mission_id=mission.id)
    aid.office.store.execute(write_mission, command)
    aid.sync(aid.office)
    aid.sync(aid.guest)
    assert people(aid.guest) == aid.elsewhere


def test_a_laptop_that_the_centre_does_not_know_is_said_to_be_unknown(aid: Aid) -> None:
    aid.agree(laptops=("P1", "P9"))
    aid.step(MissionState.LISTS_SHARED)
    aid.sync(aid.office, aid.office)
    assert aid.known() == [("P1", "T1", DataKnown.WAITS), ("P9", "", DataKnown.NO_LAPTOP)]


def test_before_the_day_before_nobody_has_the_lists(aid: Aid) -> None:
    aid.agree()
    later = WriteMission(
        "Nanti", GUEST, date(2019, 3, 2), date(2019, 3, 3), (MAYANGAN,), ("P1",), mission_id=aid.mission_id
    )
    aid.office.store.execute(write_mission, later)
    aid.step(MissionState.LISTS_SHARED)
    aid.sync(aid.office)
    aid.sync(aid.guest)
    assert people(aid.guest) == []
    aid.ground.clock.pass_by(minutes=6 * DAY_MIN)
    aid.sync(aid.guest)
    assert sorted(people(aid.guest)) == sorted(aid.here)


def test_looking_again_writes_nothing_more(aid: Aid) -> None:
    aid.shared()
    aid.sync(aid.guest)
    now = now_ms(aid.ground.clock)
    keep_missions(aid.ground.centre, REGENCY, now)
    assert keep_missions(aid.ground.centre, REGENCY, now) == 0
    aid.sync()
    before = len(aid.office.store.query(lambda db: db.rows("SELECT id FROM mission_step")))
    aid.sync(aid.office, aid.guest, aid.office)
    assert len(aid.office.store.query(lambda db: db.rows("SELECT id FROM mission_step"))) == before


def test_whoever_does_not_plan_shares_no_lists(aid: Aid) -> None:
    aid.agree()
    lead, _ = add_user(aid.ground.centre, REGENCY, name="Rina", role="lead", now_ms=now_ms(aid.ground.clock))
    aid.sync(aid.office)
    aid.office.store.user = UserId(lead)
    with pytest.raises(RuleError):
        aid.step(MissionState.LISTS_SHARED)
