"""Two tables in one hall without a network: the lead takes in the other's closing and signs one for the team (TL-7)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from enrolled import Ground, Laptop, ground_at, kinds
from laptops import let_print, opened, registered

from fieldkit.domain.contradiction import Decision
from fieldkit.domain.errors import RuleError
from fieldkit.domain.identifiers import UserId
from fieldkit.domain.requests.service import Step
from fieldkit.domain.shifts.closing import ClosingKind
from fieldkit.host.clock import now_ms
from fieldkit.records.tables import CLOSING
from fieldkit.server.office.writing import add_user
from fieldkit.store.queries.closing.team import TeamView, team_view
from fieldkit.store.queries.recordings import FIRST_RECORDINGS
from fieldkit.store.queries.shifts import shift_by_id
from fieldkit.store.queries.syncing import attention
from fieldkit.sync.bundle import make_bundle
from fieldkit.work.cards.printing import print_card
from fieldkit.work.cases import settle_case
from fieldkit.work.closing.reopening import ReopenShift, reopen_shift
from fieldkit.work.closing.table import CloseShift, close_shift
from fieldkit.work.closing.team import CloseTeam, close_team
from fieldkit.work.relay import take_from_table
from fieldkit.work.sign_in import Signer, check_in, set_first_pin
from fieldkit.work.table.outcomes import note_step

DAY = "2019-02-23"
PIN = "482915"


class Table:
    """A laptop with somebody who leads, and the shift that it works in."""

    def __init__(self, ground: Ground, name: str, plan: str | None = None) -> None:
        self.laptop: Laptop = ground.laptop(name)
        self.store = self.laptop.store
        made, code = add_user(ground.centre, "35.74", name=f"Ketua {name}", role="lead", now_ms=now_ms(ground.clock))
        self.laptop.sync()
        self.store.user = UserId(made)
        set_first_pin(self.store, self.store.user, code, PIN)
        self.signer: Signer = check_in(self.store, self.store.user, PIN)
        let_print(self.store)
        self.shift = ""
        self.plan = plan

    def open(self, blanks: int) -> None:
        self.shift = opened(self.store, blanks=blanks, plan_id=self.plan)

    def work(self, *outcomes: Step) -> None:
        for outcome in outcomes:
            request = registered(self.store).request_id
            self.store.execute(note_step, request, outcome, "x")
            if outcome is Step.RECORDED:
                self.store.execute(print_card, request)

    def close(self, counted: int, reason: str = "", note: str = "", **more: Any) -> str:
        return self.store.execute(close_shift, CloseShift(self.shift, counted, reason, note, **more), self.signer)

    def view(self) -> TeamView:
        shift = self.store.query(shift_by_id, self.shift)
        assert shift is not None
        return self.store.query(team_view, shift)

    def take(self, other: Table) -> None:
        take_from_table(self.store, make_bundle(other.store).content)

    def close_team(self, *missing: str, note: str = "") -> str:
        ids = tuple(each.id for each in self.view().counted)
        return self.store.execute(close_team, CloseTeam(self.shift, ids, missing, note), self.signer)

    def refused(self, *missing: str, ids: tuple[str, ...] | None = None) -> list[str]:
        ids = tuple(each.id for each in self.view().counted) if ids is None else ids
        with pytest.raises(RuleError) as told:
            self.store.execute(close_team, CloseTeam(self.shift, ids, missing), self.signer)
        return [problem.code for problem in told.value.problems]

    def signed(self) -> list[dict[str, Any]]:
        sql = "SELECT document FROM closing WHERE kind = 'team' AND shift_id = ? ORDER BY number"
        return [json.loads(row[0]) for row in self.store.query(lambda d: d.rows(sql, self.shift))]

    def own(self) -> tuple[str, str]:
        """Id and print of the closing of this table."""
        sql = "SELECT id, document FROM closing WHERE kind = 'table' AND shift_id = ?"
        row = self.store.query(lambda d: d.row(sql, self.shift))
        assert row is not None
        return row[0], hashlib.sha256(row[1].encode()).hexdigest()


@pytest.fixture
def ground(sqlite_database: str, tmp_path: Path) -> Iterator[Ground]:
    with ground_at(sqlite_database, tmp_path) as made:
        yield made


@pytest.fixture
def hall(ground: Ground) -> tuple[Table, Table]:
    """The lead's table and another one in the same hall, each in its own opening of the evening shift, both closed."""
    lead, other = Table(ground, "Meja ketua"), Table(ground, "Meja 2")
    lead.laptop.sync()
    for table, blanks in ((lead, 20), (other, 30)):
        table.open(blanks)
    lead.work(Step.RECORDED, Step.RECORDED, Step.INCOMPLETE_PAPERS)
    other.work(Step.RECORDED, Step.LEFT_QUEUE)
    lead.close(18, other_products=(("kk", 3), ("kia", 1)))
    ground.clock.pass_by(minutes=1)
    other.close(28, "lost", "Jatuh di jalan", other_products=(("kk", 4), ("ikd", 2)))
    return lead, other


def test_a_table_sees_only_its_own_until_it_has_taken_in_the_others(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    assert [each.table for each in lead.view().tables] == ["P1"]
    assert [each.table for each in other.view().tables] == ["P2"]
    assert lead.view().others == (("P2", "Meja 2"),)
    lead.take(other)
    assert [(each.table, each.is_brought, each.counts) for each in lead.view().tables] == [
        ("P1", False, True),
        ("P2", True, True),
    ]
    assert lead.view().others == ()
    assert [each.table for each in other.view().tables] == ["P2"]


def test_the_team_closing_names_its_tables_by_id_and_print_and_shows_the_sum(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    lead.take(other)
    lead.close_team()
    (document,) = lead.signed()
    tables = {each["table"]: each for each in document["tables"]}
    for prefix, table in (("P1", lead), ("P2", other)):
        assert (tables[prefix]["id"], tables[prefix]["sha256"]) == table.own()
        assert tables[prefix]["shift_id"] == table.shift
    assert document["people_count"]["arrived"] == 5
    assert (document["people_count"]["recorded"], document["people"]["receipts"]) == (3, 5)
    assert {name: document["stock"][name] for name in ("taken", "printed", "spoiled", "returned")} == {
        "taken": 50,
        "printed": 3,
        "spoiled": 0,
        "returned": 0,
    }
    assert (document["counted"], document["difference"], tables["P2"]["difference"]) == (46, 1, 1)
    assert document["card_count"] == {"printed": 3, "handed_over": 0, "held": 3}
    assert document["other_products"] == {"kk": 7, "kia": 1, "ikd": 2}
    assert document["missing"] == []
    steps = {step["step"]: step["people"] for step in document["people"]["by_step"]}
    assert steps == {"recorded": 3, "incomplete_papers": 1, "left_queue": 1}


def test_at_the_centre_the_figures_are_right_and_nothing_is_doubled(ground: Ground, hall: tuple[Table, Table]) -> None:
    """Invariants 4 and 8: whichever comes first, own sync or carried file."""
    lead, other = hall
    lead.take(other)
    team = lead.close_team()
    for laptop in (lead.laptop, other.laptop, lead.laptop, other.laptop):
        assert laptop.sync().cause is None
    rows = ground.rows(CLOSING)
    assert len(rows) == 3
    with ground.centre.engine.connect() as connection:
        found = {row.kind: row for row in connection.execute(sa.text("SELECT id, kind, shift_id FROM closing"))}
        documents = [
            json.loads(row.document)
            for row in connection.execute(sa.text("SELECT document FROM closing WHERE kind = 'table'"))
        ]
        signed = json.loads(
            connection.execute(sa.text("SELECT document FROM closing WHERE kind = 'team'")).scalar_one()
        )
        recorded = connection.execute(sa.text("SELECT count(*) FROM request_step WHERE step = 'recorded'")).scalar_one()
        prints = connection.execute(sa.text("SELECT count(*) FROM card_print")).scalar_one()
    assert found["team"].id == team
    assert recorded == signed["people_count"]["recorded"] == sum(d["people_count"]["recorded"] for d in documents) == 3
    assert prints == signed["stock"]["printed"] == 3
    assert kinds(ground) == []
    third = ground.laptop("Kantor")
    day = third.store.query(
        lambda d: d.value(f"SELECT count(*) FROM {FIRST_RECORDINGS} f JOIN shift_opening o ON o.id = f.shift_id", DAY)
    )
    assert day == 3
    for table in (lead, other):
        assert [each.table for each in table.view().tables] == ["P1", "P2"]
        assert [each.is_brought for each in table.view().tables] == [False, False]
    assert lead.view().news == ()


def test_a_table_whose_closing_is_missing_is_marked_and_told(ground: Ground, hall: tuple[Table, Table]) -> None:
    lead, _ = hall
    assert lead.refused("P2") == ["missing_untold"]
    lead.close_team("P2", note="Stik meja 2 rusak, dibawa besok")
    (document,) = lead.signed()
    assert (document["missing"], document["missing_note"]) == (["P2"], "Stik meja 2 rusak, dibawa besok")
    assert [each["table"] for each in document["tables"]] == ["P1"]
    assert document["people_count"]["arrived"] == 3


def test_a_table_that_opened_and_did_not_close_is_known_to_be_missing(ground: Ground) -> None:
    lead, other = Table(ground, "Meja ketua"), Table(ground, "Meja 2")
    lead.open(5)
    other.open(7)
    lead.close(5)
    other.laptop.sync()
    lead.laptop.sync()
    assert lead.view().open == ("P2",)
    assert lead.view().others == ()


def test_a_closing_that_comes_later_asks_for_a_new_one_that_replaces_the_old(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    first = lead.close_team("P2", note="Belum datang")
    assert lead.view().news == ()
    lead.take(other)
    assert [each.table for each in lead.view().news] == ["P2"]
    second = lead.close_team()
    old, new = lead.signed()
    assert new["replaces"] == {"id": first, "number": 1, "sha256": lead_print(lead, first)}
    supersedes = lead.store.query(lambda d: d.value("SELECT supersedes_id FROM closing WHERE id = ?", second))
    assert supersedes == first
    assert (len(old["tables"]), len(new["tables"])) == (1, 2)
    assert lead.view().news == ()


def lead_print(table: Table, row_id: str) -> str:
    document = table.store.query(lambda d: d.value("SELECT document FROM closing WHERE id = ?", row_id))
    return hashlib.sha256(str(document).encode()).hexdigest()


def test_a_table_that_was_opened_again_does_not_count_until_it_is_closed_again(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    lead.take(other)
    lead.close_team()
    other.store.execute(reopen_shift, ReopenShift(other.shift, "Satu keping terselip"), other.signer)
    lead.take(other)
    assert [(each.table, each.counts) for each in lead.view().tables] == [("P1", True), ("P2", False)]
    other.close(29)
    lead.take(other)
    assert [(each.table, each.number, each.counts) for each in lead.view().tables] == [("P1", 1, True), ("P2", 2, True)]
    assert [each.table for each in lead.view().news] == ["P2"]
    lead.close_team()
    assert [document["difference"] for document in lead.signed()] == [1, 0]


def test_the_leads_own_table_is_closed_first(ground: Ground) -> None:
    lead = Table(ground, "Meja ketua")
    lead.open(5)
    assert lead.refused() == ["own_open"]
    lead.close(5)
    lead.store.execute(reopen_shift, ReopenShift(lead.shift, "Lupa satu orang"), lead.signer)
    assert "own_open" in lead.refused()


def test_what_came_while_the_lead_looked_is_looked_at_first(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    seen = tuple(each.id for each in lead.view().counted)
    lead.take(other)
    assert lead.refused(ids=seen) == ["tables_changed"]


def test_a_closing_whose_signature_does_not_fit_is_not_counted(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    forge = "UPDATE closing SET document = replace(document, '\"counted\":28', '\"counted\":29')"
    other.store.write_local(lambda database: database.run(forge))
    lead.take(other)
    assert [(each.table, each.counts) for each in lead.view().tables] == [("P1", True), ("P2", False)]
    lead.close_team("P2", note="Tanda tangan tidak cocok")
    assert lead.signed()[0]["counted"] == 18


def test_the_morning_of_the_same_day_is_another_session(ground: Ground) -> None:
    lead = Table(ground, "Meja ketua")
    lead.open(5)
    morning = "UPDATE shift_opening SET name = 'Shift pagi', planned_start = '09:00', planned_end = '12:00'"
    lead.store.write_local(lambda database: database.run(morning))
    lead.close(5)
    lead.open(0)
    lead.close(5)
    assert [each.shift_id for each in lead.view().tables] == [lead.shift]


def test_team_closings_are_no_table_of_any_team(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    lead.take(other)
    lead.close_team()
    assert len(lead.view().tables) == 2
    kinds_here = lead.store.query(lambda d: d.rows("SELECT kind FROM closing ORDER BY kind"))
    assert [row[0] for row in kinds_here] == [ClosingKind.TABLE, ClosingKind.TEAM]


def test_a_team_is_not_signed_while_a_known_table_is_not_told_as_missing(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    other.store.execute(reopen_shift, ReopenShift(other.shift, "Satu keping terselip"), other.signer)
    lead.take(other)
    assert lead.view().absent == ("P2",)
    assert lead.refused() == ["tables_changed"]
    lead.close_team("P2", note="Dibuka lagi")
    assert lead.signed()[0]["missing"] == ["P2"]


def test_a_team_whose_table_was_opened_again_since_is_to_be_closed_once_more(hall: tuple[Table, Table]) -> None:
    lead, other = hall
    lead.take(other)
    lead.close_team()
    assert lead.view().news == ()
    other.store.execute(reopen_shift, ReopenShift(other.shift, "Satu keping terselip"), other.signer)
    lead.take(other)
    assert [each.table for each in lead.view().news] == ["P2"]
    lead.close_team("P2", note="Dibuka lagi")
    assert lead.view().news == ()


def test_two_leads_who_sign_for_the_same_tables_have_a_case_that_is_settled_in_the_app(
    hall: tuple[Table, Table],
) -> None:
    """Invariant 6: both closings stay, and a person decides."""
    lead, other = hall
    for table in (lead, other, lead):
        table.laptop.sync()
    for table in (lead, other):
        table.close_team()
    for table in (lead, other, lead):
        table.laptop.sync()
    for table in (lead, other):
        (row,) = table.store.query(attention)
        assert (row.verdict, row.reason, row.table) == ("case", "team_closed_twice", "closing")
    other.store.execute(settle_case, row.case_id, Decision.MISTAKE, "Yang berlaku punya meja ketua")
    for table in (other, lead):
        table.laptop.sync()
        assert table.store.query(attention) == []
        assert len(table.laptop.rows(CLOSING)) == 4


def test_two_teams_in_one_village_at_the_same_hours_are_two(ground: Ground) -> None:
    lead, other, third = Table(ground, "Meja ketua"), Table(ground, "Meja lain"), Table(ground, "Meja tiga")
    lead.laptop.sync()
    for table, team in ((lead, "team-a"), (other, "team-b"), (third, "team-b")):
        table.open(5)
        of_team(table, table.shift, team)
    for table in (lead, other):
        table.close(5)
    lead.take(other)
    assert [each.table for each in lead.view().tables] == ["P1"]
    for table in (third, lead, other):
        table.laptop.sync()
        of_team(table, third.shift, "team-b")
    assert (lead.view().open, other.view().open) == ((), ("P3",))


def of_team(table: Table, shift: str, team: str) -> None:
    """As where it is opened in a plan of that team."""
    sql = "UPDATE shift_opening SET team_id = ? WHERE id = ?"
    table.store.write_local(lambda database: database.run(sql, team, shift))
