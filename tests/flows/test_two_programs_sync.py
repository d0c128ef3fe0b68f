"""The window and `fieldkit sync` may both be at it on one laptop: an answer that comes late turns nothing back."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.store.incarnation import own_origins
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.sync.engine import connect
from fieldkit.sync.progress import Progress, Step
from tests.flows.enrolled import Ground, Laptop, edit, people
from tests.flows.restoring import opened_at
from tests.laptops import add_people


def test_an_answer_that_the_other_program_noted_before_turns_nothing_back(ground: Ground) -> None:
    """Invariant 5: what somebody else wrote since then was fetched already, and will not come again."""
    window, other = ground.laptop("P1"), ground.laptop("P2")
    # Nothing is to be mended by the comparison of areas.
    Exchange(window.store).comparing.note(now_ms(ground.clock), ())
    script = opened_at(ground, window.store.path)
    (person,) = add_people(window.store, "SITI NURAINI", on_list=False)
    edit(window, person, phone="+6281200009901")

    def the_other_program_is_quicker(*_: object) -> None:
        script.line.after = lambda _: None
        assert window.sync().all_sent
        other.sync()
        edit(other, person, phone="+6281200009902")
        assert other.sync().all_sent
        window.sync()

    script.line.after = lambda request: the_other_program_is_quicker() if request.url.path.endswith("push") else None
    assert script.sync().all_sent
    window.sync()

    assert window.rows(RESIDENT) == other.rows(RESIDENT) == ground.rows(RESIDENT)


def test_a_receipt_that_the_other_program_left_behind_turns_nothing_back(ground: Ground) -> None:
    """Invariant 5: what it does not cover is sent again, and what somebody else made of it since then stands."""
    window, other = ground.laptop("P1"), ground.laptop("P2")
    Exchange(window.store).comparing.note(now_ms(ground.clock), ())
    script = opened_at(ground, window.store.path)
    add_people(window.store, "SITI NURAINI", on_list=False)
    window.sync()

    def the_other_program_is_quicker(*_: object) -> None:
        script.line.after = lambda _: None
        edited, _ = add_people(window.store, "BUDI HARTONO", "SUMIATI", on_list=False)
        edit(window, edited, phone="+6281200009901")
        assert window.sync().all_sent
        other.sync()
        for person in people(other):
            edit(other, person, phone="+6281200009902")
        assert other.sync().all_sent
        window.sync()

    script.line.after = lambda request: the_other_program_is_quicker() if "receipt" in request.url.path else None
    assert script.sync().cause is None
    assert window.sync().all_sent

    assert window.rows(RESIDENT) == other.rows(RESIDENT) == ground.rows(RESIDENT)


def test_two_programs_of_a_copied_laptop_part_ways_once(ground: Ground, tmp_path: Path) -> None:
    """Invariant 3: the second one takes nothing out of the origin that both had before, and tears no command apart."""
    original, other = ground.laptop("P1"), ground.laptop("P2")
    add_people(original.store, "SITI NURAINI", "BUDI HARTONO", "SUMIATI")
    original.sync()
    copy = shutil.copyfile(copied_from(original), tmp_path / "copy.db")
    window, script = opened_at(ground, copy), opened_at(ground, copy)
    edit(original, people(original)[0], phone="+6281200009901")
    original.sync()

    def the_other_program_is_quicker(progress: Progress) -> None:
        if progress.step is Step.SEND and script.store.meta.origin == original.store.meta.origin:
            script.sync()

    connect(Exchange(window.store), ground.clock, the_other_program_is_quicker, window.line).run(threading.Event())
    commands = "SELECT origin, command, command_size, count(*) FROM journal GROUP BY 1, 2, 3"
    for _, number, size, count in window.store.query(lambda database: database.rows(commands)):
        assert (size, number > 0) == (count, True)
    assert window.store.query(own_origins) == [original.store.meta.origin, script.store.meta.origin]
    for laptop in (window, original, other, window):
        assert (laptop.sync().cause, Exchange(laptop.store).waiting()) == (None, 0)
    assert window.rows(RESIDENT) == original.rows(RESIDENT) == other.rows(RESIDENT) == ground.rows(RESIDENT)


def copied_from(laptop: Laptop) -> Path:
    """Its file, with all that was written."""
    laptop.store.query(lambda database: database.run("PRAGMA wal_checkpoint(TRUNCATE)"))
    return laptop.store.path
