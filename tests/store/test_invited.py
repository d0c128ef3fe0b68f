"""Who of a list counts as invited: those of an RT whose sheet went out, and nobody else."""

from __future__ import annotations

from pathlib import Path

from fieldkit.domain.lists.list_sheet import SheetKind
from fieldkit.records.tables import RESIDENT
from fieldkit.store.queries.lists.listing import ListFilter, Sieve, list_entries
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.work.lists.sheets import NoteSheets, note_sheets
from tests.laptops import JATI, add_people, add_user, laptop


def states(store: Store) -> dict[str, str]:
    return {each.name: each.state for each in store.query(list_entries, Sieve(JATI, ListFilter.ALL), 0, -1)}


def test_a_sheet_for_people_without_rt_invites_nobody_of_an_rt(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    homeless, _ = add_people(store, "SUMIATI", "KASTURI")

    def without_rt(unit: Unit) -> None:
        unit.update(RESIDENT, homeless, rt=None, rw=None)

    store.execute(without_rt)
    store.execute(note_sheets, NoteSheets(SheetKind.INVITATION, JATI, (("", "", 1),)))
    assert states(store) == {"SUMIATI": "invited", "KASTURI": "unrecorded"}


def test_a_sheet_that_names_only_some_of_an_rt_invites_nobody_for_certain(tmp_path: Path) -> None:
    store = laptop(tmp_path)
    add_user(store)
    add_people(store, "KASTURI")
    (entry,) = store.query(list_entries, Sieve(JATI, ListFilter.ALL), 0, -1)
    page = ((entry.rw, entry.rt, 1),)
    store.execute(note_sheets, NoteSheets(SheetKind.INVITATION_OF_SOME, JATI, page))
    assert states(store) == {"KASTURI": "unrecorded"}
    store.execute(note_sheets, NoteSheets(SheetKind.INVITATION, JATI, page))
    assert states(store) == {"KASTURI": "invited"}
