"""Invariants 3, 4, 5, 6 and 13: whatever laptops write, whatever befalls them and the line, all end up with the
centre's rows, and no value is lost silently.

CI runs 200 examples in four parts, always the same. `python3 dev.py soak --examples N` looks for new ones.
"""

from __future__ import annotations

import os
from contextlib import ExitStack

import pytest
from hypothesis import Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fieldkit.records.tables import INCIDENT, RESIDENT
from fieldkit.store.erasure import erased_fields
from fieldkit.store.integrity.journal import chain_is_whole
from fieldkit.store.unit import Unit
from fieldkit.work.table.same_person import link_same_person, undo_link
from tests.flows.worlds import COUNT, Laptop, World, world
from tests.laptops import JATI, REGENCY

NEIGHBOUR = "35.74.03.1002"
PARTS = 4
EXAMPLES = int(os.environ.get("FIELDKIT_SOAK_EXAMPLES", "200"))
SEED = int(os.environ.get("FIELDKIT_SOAK_SEED", "20190223"))
AT = "2019-02-23T09:05:00.000Z"
LAPTOPS = st.integers(0, COUNT - 1)
PEOPLE = st.integers(0, 2)
FIELDS = st.sampled_from(["name", "nik", "phone", "remarks", "village"])
VALUES = st.integers(0, 2)


def value_of(field: str, number: int) -> str:
    """A value for a field; villages are two, so that people move between areas and back."""
    return [JATI, NEIGHBOUR, JATI][number] if field == "village" else f"{field} {number}"


class Replicas(RuleBasedStateMachine):
    """Three laptops that work on three people, online now and then."""

    world: World

    @initialize()
    def begin(self) -> None:
        """Three laptops with the same three people."""
        self.open = ExitStack()
        self.world = self.open.enter_context(world())

    def laptop(self, number: int) -> Laptop:
        """A laptop, a second later than whatever happened before."""
        self.world.clock.pass_by(seconds=1)
        return self.world.laptops[number]

    @rule(laptop=LAPTOPS, person=PEOPLE, field=FIELDS, number=VALUES)
    def edit(self, laptop: int, person: int, field: str, number: int) -> None:
        """Somebody corrects a field."""
        self.correct(self.laptop(laptop), self.world.people[person : person + 1], {field: value_of(field, number)})

    @rule(laptop=LAPTOPS, number=VALUES)
    def edit_all(self, laptop: int, number: int) -> None:
        """One command corrects two fields of everybody."""
        values = {name: value_of(name, number) for name in ("phone", "nik")}
        self.correct(self.laptop(laptop), self.world.people, values)

    def correct(self, laptop: Laptop, people: list[str], values: dict[str, str]) -> None:
        """One command over all of them whom the laptop has."""

        def verb(unit: Unit) -> None:
            for person in filter(laptop.knows, people):
                erased = unit.query(erased_fields, RESIDENT.name, person)
                unit.update(RESIDENT, person, **{name: value for name, value in values.items() if name not in erased})

        laptop.store.execute(verb)

    @rule(person=PEOPLE, field=st.sampled_from(["name", "phone"]))
    def erase(self, person: int, field: str) -> None:
        """The law wants a field of somebody erased, whatever laptops have written meanwhile."""
        self.world.erase(self.world.people[person], field)

    @rule(laptop=LAPTOPS, village=st.sampled_from([JATI, NEIGHBOUR]))
    def note(self, laptop: int, village: str) -> None:
        """Something happened, which nobody can refuse afterwards."""

        def verb(unit: Unit) -> str:
            return unit.insert(INCIDENT, village, shift_id="unknown", kind="power", began_at=AT, at=AT)

        self.laptop(laptop).store.execute(verb)

    @rule(laptop=LAPTOPS, one=PEOPLE, further=st.integers(1, 2))
    def link(self, laptop: int, one: int, further: int) -> None:
        """Two rows are said to be one person, perhaps both ways round by two laptops."""
        people = self.world.people
        self.laptop(laptop).store.execute(link_same_person, people[one], people[(one + further) % 3])

    @rule(laptop=LAPTOPS)
    def unlink(self, laptop: int) -> None:
        """The newest link of those that still stand is taken back."""
        there = self.laptop(laptop)
        found = there.value(
            "SELECT max(id) FROM same_person_link l WHERE undoes_id IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM same_person_link u WHERE u.undoes_id = l.id)"
        )
        if found:
            there.store.execute(undo_link, found)

    @rule(laptop=LAPTOPS)
    def sync(self, laptop: int) -> None:
        """One laptop has a network for a while."""
        assert self.laptop(laptop).sync().cause is None or self.world.copies

    @rule(laptop=LAPTOPS, at_request=st.integers(1, 5), is_answer_lost=st.booleans())
    def sync_cut(self, laptop: int, at_request: int, is_answer_lost: bool) -> None:
        """The line is cut on the way there or back."""
        self.laptop(laptop).sync_cut(at_request, is_answer_lost=is_answer_lost)

    @rule(laptop=LAPTOPS, number=st.integers(0, 9))
    def repeat(self, laptop: int, number: int) -> None:
        """A push arrives again, perhaps one that never did, behind younger ones."""
        self.laptop(laptop).send_letter_again(number)

    @rule(laptop=LAPTOPS)
    def restart(self, laptop: int) -> None:
        """A laptop is switched off and on."""
        self.laptop(laptop).restart()

    @rule(laptop=LAPTOPS)
    def back_up(self, laptop: int) -> None:
        """A shift is closed, and a backup made."""
        self.laptop(laptop).back_up()

    @rule(laptop=LAPTOPS)
    def restore(self, laptop: int) -> None:
        """A laptop goes back to the backup."""
        self.world.clock.pass_by(seconds=1)
        self.world.restore(laptop)

    @rule(laptop=LAPTOPS, onto=LAPTOPS)
    def clone(self, laptop: int, onto: int) -> None:
        """The disk of one laptop is copied onto another."""
        self.world.clock.pass_by(seconds=1)
        self.world.clone(laptop, onto)

    @rule(laptop=LAPTOPS, where=st.sampled_from(["year 2000", "a day ahead", "right"]))
    def jump(self, laptop: int, where: str) -> None:
        """A laptop's clock is wrong from now on, or right again."""
        self.laptop(laptop).clock.jump(where)

    @rule(laptop=LAPTOPS, area=st.sampled_from([REGENCY, JATI, NEIGHBOUR]))
    def assign(self, laptop: int, area: str) -> None:
        """The office gives a laptop another area, whatever it is doing."""
        self.world.assign(laptop, area)

    @invariant()
    def chains_are_whole(self) -> None:
        """Invariant 3, all the while."""
        if hasattr(self, "world"):
            for laptop in self.world.laptops:
                assert laptop.store.query(chain_is_whole)

    def teardown(self) -> None:
        """Peace: everybody syncs, and everybody has what the centre says."""
        if not hasattr(self, "world"):
            return
        with self.open:
            self.world.come_to_rest()
            self.world.require_agreement()


@pytest.mark.timeout(0)
@pytest.mark.parametrize("part", range(PARTS))
def test_invariant_5_replicas_agree_whatever_befell_them(part: int) -> None:
    print(f"seed {SEED + part}")
    wanted = settings(
        max_examples=max(EXAMPLES // PARTS, 1),
        stateful_step_count=14,
        phases=[Phase.generate, Phase.shrink],
        deadline=None,
        derandomize=False,
        database=None,
    )
    run_state_machine_as_test(seed(SEED + part)(Replicas), settings=wanted)
