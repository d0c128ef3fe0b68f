"""The window and `fieldkit sync` may both be at it on one laptop: an answer that comes late turns nothing back."""

from __future__ import annotations

from fieldkit.host.clock import now_ms
from fieldkit.records.tables import RESIDENT
from fieldkit.store.syncing.exchange import Exchange
from tests.flows.enrolled import Ground, edit
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
