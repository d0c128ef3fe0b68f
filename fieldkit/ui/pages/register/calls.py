"""What the page asks of the store; each call runs in the store lane."""

from __future__ import annotations

from datetime import date

from fieldkit.domain.identifiers import UserId
from fieldkit.domain.requests.reasons import allowed_outcomes
from fieldkit.domain.requests.service import Step
from fieldkit.store.drafts import drop_draft, keep_draft
from fieldkit.store.queries.table.registration import QueueEntry
from fieldkit.store.search import SearchHit, search_residents
from fieldkit.store.store import Store
from fieldkit.store.unit import Unit
from fieldkit.ui.language import tr
from fieldkit.ui.pages.register.draft import FormState, command_of, correction_of, encoded
from fieldkit.work.table.corrections import register_corrected
from fieldkit.work.table.outcomes import note_step, undo_registration
from fieldkit.work.table.registration import Registered, register

_RECORDINGS = frozenset({Step.RECORDED, Step.RECORDED_WITH_EXCEPTION})


def search_here(store: Store, typed: str, village: str, village_name: str) -> list[SearchHit]:
    """Who matches; where nobody does, the name of the own village among the words is left out."""
    hits = store.query(search_residents, typed, village)
    if hits:
        return hits
    place = set(village_name.lower().split())
    others = [word for word in typed.split() if word.lower() not in place]
    return store.query(search_residents, " ".join(others), village) if len(others) < len(typed.split()) else []


def save(
    store: Store, user: UserId, state: FormState, on: date, *, recorded_here: bool, doubts: tuple[str, ...]
) -> Registered:
    """Save a form, with what was corrected, and drop its draft, in one step: no power cut brings the form back."""
    command = command_of(state, on, recorded_here=recorded_here, doubts=doubts)
    correction = correction_of(state, on)

    def verb(unit: Unit) -> Registered:
        unit.drop_draft(user, state.kind)
        return register(unit, command) if correction is None else register_corrected(unit, command, correction)

    return store.execute(verb)


def keep(store: Store, user: UserId, state: FormState) -> None:
    """Keep a form as it stands."""
    store.write_local(keep_draft, user, state.kind, encoded(state), store.clock.now_utc())


def drop(store: Store, user: UserId, state: FormState) -> None:
    """Forget a form."""
    store.write_local(drop_draft, user, state.kind)


def take_back(store: Store, request_id: str) -> None:
    """Undo a registration: the request stays, as a cancelled one."""
    store.execute(undo_registration, request_id, tr("Diurungkan di meja pendaftaran"))


def call(store: Store, entry: QueueEntry) -> str:
    """Somebody comes to the set, or to the table where nothing is recorded; returns the id of the step."""
    records = _RECORDINGS.intersection(allowed_outcomes(entry.reason))
    return store.execute(note_step, entry.request_id, Step.CAPTURING if records else Step.CALLED)
