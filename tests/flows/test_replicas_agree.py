"""Invariants 5 and 6: whatever laptops write in whatever order they sync, all end up with the centre's rows."""

from __future__ import annotations

import tempfile
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from fieldkit.host.places import migrations_dir
from fieldkit.records.tables import RESIDENT
from fieldkit.server.database import upgrade
from fieldkit.store.exchange import Exchange, chain_is_whole
from fieldkit.store.unit import Unit
from tests.flows.enrolled import Ground, Laptop, ground_at
from tests.laptops import JATI, add_people

NEIGHBOUR = "35.74.03.1002"
LAPTOPS = st.integers(0, 2)
PEOPLE = st.integers(0, 2)
FIELDS = st.sampled_from(["name", "phone", "remarks", "village"])
VALUES = st.integers(0, 2)


def value_of(field: str, number: int) -> str:
    """A value for a field; villages are two, so that people move between areas and back."""
    return [JATI, NEIGHBOUR, JATI][number] if field == "village" else f"{field} {number}"


class Replicas(RuleBasedStateMachine):
    """Three laptops that edit three residents, online now and then."""

    ground: Ground
    laptops: list[Laptop]

    @initialize()
    def enrol(self) -> None:
        """Three laptops with the same three people."""
        self.open = ExitStack()
        folder = Path(self.open.enter_context(tempfile.TemporaryDirectory()))
        (folder / "centre.sqlite").write_bytes(_template())
        self.ground = self.open.enter_context(ground_at(f"sqlite:///{folder / 'centre.sqlite'}", folder))
        self.laptops = [self.ground.laptop(f"laptop{number}") for number in range(3)]
        self.people = add_people(self.laptops[0].store, "SITI NURAINI", "BUDI HARTONO", "SUMIATI")
        for laptop in self.laptops:
            assert laptop.sync().cause is None

    @rule(laptop=LAPTOPS, person=PEOPLE, field=FIELDS, number=VALUES)
    def edit(self, laptop: int, person: int, field: str, number: int) -> None:
        """Somebody corrects a field."""
        self.ground.clock.pass_by(seconds=1)

        def verb(unit: Unit) -> None:
            unit.update(RESIDENT, self.people[person], **{field: value_of(field, number)})

        self.laptops[laptop].store.execute(verb)

    @rule(laptop=LAPTOPS)
    def sync(self, laptop: int) -> None:
        """One laptop has a network for a while."""
        assert self.laptops[laptop].sync().cause is None

    @invariant()
    def chains_are_whole(self) -> None:
        """Invariant 3, all the while."""
        for laptop in getattr(self, "laptops", ()):
            assert laptop.store.query(chain_is_whole)

    def teardown(self) -> None:
        """Everybody syncs, and everybody sees what the centre says."""
        if not hasattr(self, "open"):
            return
        for laptop in (*self.laptops, *self.laptops):
            assert laptop.sync().cause is None
        centre = self.ground.rows(RESIDENT)
        for laptop in self.laptops:
            assert Exchange(laptop.store).waiting() == 0
            assert laptop.rows(RESIDENT) == centre
        self.open.close()


@cache
def _template() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        upgrade(f"sqlite:///{folder}/centre.sqlite", migrations_dir() / "centre")
        return (Path(folder) / "centre.sqlite").read_bytes()


TestReplicas = Replicas.TestCase
TestReplicas.settings = settings(max_examples=20, stateful_step_count=12, phases=[Phase.generate], deadline=None)
