"""What a role may do is held in `work`, by every verb that the window or a command can reach: none is forgotten.

Read from the source, so that a verb that is new is found without a line here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import fieldkit

HOUSE = Path(fieldkit.__file__).parent
GATES = "fieldkit.work.authority"
ANYBODYS = {
    # That somebody looked is noted of whoever looks: a role that may not would only leave no trace.
    "note_look",
    "note_look_at_caller",
    "note_list",
    "note_needs_seen",
    # Reads alone.
    "listed_cards",
}
Place = tuple[str, str]


@dataclass
class House:
    """The functions of the house by module and name, and what each module imports."""

    functions: dict[Place, ast.FunctionDef] = field(default_factory=dict)
    imports: dict[str, dict[str, Place]] = field(default_factory=dict)

    @classmethod
    def read(cls) -> House:
        """As it stands in the source."""
        house = cls()
        for path in HOUSE.rglob("*.py"):
            module = ".".join(path.relative_to(HOUSE.parent).with_suffix("").parts)
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
            house.imports[module] = {
                each.asname or each.name: (node.module or "", each.name) for node in found for each in node.names
            }
            house.functions.update(
                {(module, node.name): node for node in tree.body if isinstance(node, ast.FunctionDef)}
            )
        return house

    def used_by(self, place: Place) -> Iterator[Place]:
        """The functions that one names."""
        module, _ = place
        for node in ast.walk(self.functions[place]):
            if isinstance(node, ast.Name):
                yield (
                    (module, node.id)
                    if (module, node.id) in self.functions
                    else self.imports[module].get(node.id, ("", ""))
                )

    def is_verb(self, place: Place) -> bool:
        """Whether it writes as a verb does: what it gets first is the unit."""
        node = self.functions.get(place)
        if node is None or not place[0].startswith("fieldkit.work") or not node.args.args:
            return False
        first = node.args.args[0].annotation
        return first is not None and ast.unparse(first) == "Unit"

    def asks(self, place: Place, seen: frozenset[Place] = frozenset()) -> bool:
        """Whether it asks for the role, itself or by what it calls."""
        if place[0] == GATES or place[1] == "require_admin":
            return True
        if place in seen or place not in self.functions or not place[0].startswith("fieldkit.work"):
            return False
        return any(self.asks(each, seen | {place}) for each in set(self.used_by(place)))

    def within_reach(self) -> set[Place]:
        """The verbs that somebody outside of `work` knows; the practice day tells a story and is nobody's door."""
        outside = {
            name: told for name, told in self.imports.items() if not name.startswith(("fieldkit.work", "fieldkit.demo"))
        }
        return {place for told in outside.values() for place in told.values() if self.is_verb(place)}


def test_every_verb_within_reach_asks_for_the_role() -> None:
    house = House.read()
    verbs = house.within_reach()
    assert len(verbs) > 100, "the verbs are not found any more"
    assert {name for place in verbs if not house.asks(place) for name in [place[1]]} == ANYBODYS
