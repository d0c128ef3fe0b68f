"""Today of the lively day: what was looked at before leaving, and who of the team comes late."""

from __future__ import annotations

from fieldkit.demo.day import DAY
from fieldkit.demo.laptop import PracticeLaptop
from fieldkit.domain.shifts.incident import Effect
from fieldkit.store.departure import Departure, keep_departure
from fieldkit.store.queries.today.day import incidents_of_day
from fieldkit.work.instants import instant
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.incidents import TellEffect, tell_effect
from fieldkit.work.shifts.presence import arrive, leave_early


def look_before_leaving(laptop: PracticeLaptop) -> None:
    """The set is tried and the letter is there; nobody thought of the modem."""
    now = laptop.clock.now_utc()
    found = Departure(set_tested_at=instant(now), power_at=instant(now), letter_no="471/112")
    laptop.store.write_local(keep_departure, DAY.isoformat(), found, now)


def note_who_is_there(laptop: PracticeLaptop) -> None:
    """An officer of the village comes later, and another has to go before the end."""
    store = laptop.store
    store.execute(arrive, Attendant("Endah Dwi Lestari", "Pendamping"))
    hendra = store.execute(arrive, Attendant("Hendra Saputra", "Pendamping"))
    laptop.clock.pass_by(1)
    store.execute(leave_early, hendra)


def tell_what_the_power_did(laptop: PracticeLaptop) -> None:
    """Of the incident that is over."""
    for incident in laptop.store.query(incidents_of_day, DAY.isoformat()):
        if incident.ended_at:
            laptop.store.execute(tell_effect, TellEffect(incident.id, Effect(note="UPS menahan laptop")))
