"""What is done on Today and can be taken back: incidents, who is there, who was called."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from fieldkit.domain.errors import RuleError
from fieldkit.domain.shifts.attendance import Presence
from fieldkit.domain.shifts.incident import Effect, IncidentKind, incident_sentence, read_effect
from fieldkit.store.queries.today.day import CallBack, IncidentRow
from fieldkit.ui.context import Context
from fieldkit.ui.formats import clock
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site
from fieldkit.work.inverse import Inverse
from fieldkit.work.shifts.attendance import Attendant
from fieldkit.work.shifts.call_backs import note_called, take_back_called
from fieldkit.work.shifts.incidents import (
    TellEffect,
    begin_incident,
    end_incident,
    reopen_incident,
    tell_effect,
    withdraw_incident,
)
from fieldkit.work.shifts.presence import arrive, come_back, leave_early, was_not_there
from fieldkit.work.shifts.withdrawal import withdraw_opening


def opening_withdrawn() -> str:
    """What is said once a shift is open no more."""
    return tr("Shift batal dibuka. Blangko yang dibawa tercatat kembali.")


class DayActs(QObject):
    """Writes what the page asks for, and says it with a way back."""

    def __init__(self, context: Context, owner: QObject) -> None:
        super().__init__(owner)
        self._context, self._owner = context, owner
        self.time_zone = "UTC"

    def begin_incident(self, kind: str) -> None:
        """Something goes wrong from now on."""
        store, chosen = self._context.store, IncidentKind(kind)
        what = say(incident_sentence(chosen))

        def noted(incident_id: str) -> None:
            inverse = Inverse(withdraw_incident, incident_id)
            undone = tr("{incident}: dibatalkan", incident=what)
            self._context.done(what, self._now_words(), inverse=inverse, undone=undone)

        self._context.ask(self._owner, lambda: store.execute(begin_incident, chosen), noted)

    def end_incident(self, incident: IncidentRow) -> None:
        """It goes on as usual."""
        store, what = self._context.store, say(incident_sentence(incident.kind))

        def noted(ended_id: str) -> None:
            inverse, title = Inverse(reopen_incident, ended_id), tr("{incident}: selesai", incident=what)
            undone = tr("{incident}: masih berlangsung", incident=what)
            self._context.done(title, self._now_words(), inverse=inverse, undone=undone)

        self._context.ask(self._owner, lambda: store.execute(end_incident, incident.id), noted)

    def tell_effect(
        self, incident: IncidentRow, effect: Effect, done: Callable[[], None], wrong: Callable[[RuleError], None]
    ) -> None:
        """What an incident did to people; `wrong` shows what can not be."""
        store, before = self._context.store, read_effect(incident.effect)

        def noted(told_id: str) -> None:
            done()
            inverse = Inverse(tell_effect, TellEffect(told_id, before))
            undone = tr("Akibatnya kembali seperti sebelumnya")
            self._context.done(tr("Akibat kendala tercatat"), inverse=inverse, undone=undone)

        work = partial(store.execute, tell_effect, TellEffect(incident.id, effect))
        self._context.ask(self._owner, work, noted, partial(self._beside, wrong))

    def withdraw_opening(self, shift_id: str) -> None:
        """The shift was opened by mistake."""
        work = partial(self._context.store.execute, withdraw_opening, shift_id)
        self._context.ask(self._owner, work, lambda _: self._context.done(opening_withdrawn()))

    def leave(self, person: Presence) -> None:
        """Somebody of the team goes."""
        inverse_of = partial(Inverse, come_back)
        words = tr("{name} pulang", name=person.name), tr("{name} tercatat hadir lagi", name=person.name)
        self._note(partial(self._context.store.execute, leave_early, person.fact_id), inverse_of, *words)

    def come_back(self, person: Presence) -> None:
        """Somebody of the team is there again."""
        inverse_of = partial(Inverse, leave_early)
        words = tr("{name} hadir lagi", name=person.name), tr("{name} tercatat pulang", name=person.name)
        self._note(partial(self._context.store.execute, come_back, person.fact_id), inverse_of, *words)

    def arrive(self, person: Attendant, done: Callable[[], None], wrong: Callable[[RuleError], None]) -> None:
        """Somebody comes later than the others; `wrong` shows what can not be."""

        def noted(fact_id: str) -> None:
            done()
            undone = tr("{name}: kehadiran dibatalkan", name=person.name)
            said = tr("{name} hadir", name=person.name)
            self._context.done(said, self._now_words(), inverse=Inverse(was_not_there, fact_id), undone=undone)

        work = partial(self._context.store.execute, arrive, person)
        self._context.ask(self._owner, work, noted, partial(self._beside, wrong))

    def called(self, person: CallBack) -> None:
        """Somebody was told when to come."""
        inverse = Inverse(take_back_called, person.request_id)
        said, undone = (
            tr("{name} sudah dihubungi", name=person.name),
            tr("{name} perlu dihubungi lagi", name=person.name),
        )
        self._note(
            partial(self._context.store.execute, note_called, person.request_id), lambda _id: inverse, said, undone
        )

    def _note(self, work: Callable[[], str], inverse_of: Callable[[str], Inverse[str]], said: str, undone: str) -> None:
        def noted(fact_id: str) -> None:
            self._context.done(said, self._now_words(), inverse=inverse_of(fact_id), undone=undone)

        self._context.ask(self._owner, work, noted)

    def _beside(self, wrong: Callable[[RuleError], None], problem: Exception) -> None:
        if isinstance(problem, RuleError):
            wrong(problem)
        else:
            self._context.messages.show_failure(problem)

    def _now_words(self) -> str:
        now = at_site(self._context.clock.now_utc(), self.time_zone)
        return tr("Tercatat {time}. Aman di laptop ini.", time=clock(now))
