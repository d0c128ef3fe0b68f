"""A laptop is given back to the office: once the centre holds all of its work, nothing is left on it."""

from __future__ import annotations

from fieldkit.domain.errors import Problem, RuleError
from fieldkit.domain.text import text
from fieldkit.store.queries.giving_back import Leaving, leaving
from fieldkit.store.syncing.giving_back import mark_given_back
from fieldkit.store.unit import Unit
from fieldkit.work.authority import require_lead


def give_back(unit: Unit) -> None:
    """Ask the centre to let this laptop go. RuleError where the user does not lead, or something is still here."""
    require_lead(unit)
    if problem := what_stands_in_the_way(unit.query(leaving)):
        raise RuleError(problem)
    unit.write_local(mark_given_back, on=True)


def keep_laptop(unit: Unit) -> None:
    """It stays after all. RuleError where the user does not lead."""
    require_lead(unit)
    unit.write_local(mark_given_back, on=False)


def what_stands_in_the_way(standing: Leaving) -> Problem | None:
    """What has to be done before, with its count; None where nothing has."""
    if standing.waiting:
        return Problem(
            "laptop",
            "unsent",
            text("{n} catatan belum sampai di pusat. Sinkronkan dulu, lalu kembalikan.", n=standing.waiting),
        )
    if standing.carried:
        return Problem(
            "laptop",
            "carried",
            text("{n} kiriman titipan meja lain belum sampai di pusat. Sinkronkan dulu.", n=standing.carried),
        )
    if standing.has_open_shift:
        return Problem("laptop", "shift_open", text("Shift di laptop ini masih terbuka. Tutup dulu, lalu sinkronkan."))
    return None
