"""A form as it stands, kept as a draft while it is typed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Final

import msgspec

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.people.person import ELDERLY, age_on
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.reasons import asks_recorded_before
from fieldkit.domain.requests.service import Paper, Reason, RecordedBefore
from fieldkit.store.queries.table.register_page import DRAFT_KIND
from fieldkit.store.queries.table.registration import Person
from fieldkit.ui.pages.register.birth import read_birth
from fieldkit.work.table.corrections import Correction
from fieldkit.work.table.registration import NewPerson, Register

_WALK_IN: Final = "new:"
PHONE_ANSWERS: Final = frozenset({"phone", "phone_owner", "contact_name", "contact_relation"})
"""All of them together answer one question."""
FIRST: Final = "first"
"""Who is called before others: of the reason nothing is kept (F-P3)."""
_TOLD: Final = ("name", "sex", "birth_date", "address", "rt", "rw", "nik", "kk", *sorted(PHONE_ANSWERS))
"""What a sync may change while a form lies there."""


@dataclass(frozen=True, slots=True)
class FormState:
    """Everything typed and chosen. `key` names the person: a resident's id, or a walk-in's own."""

    key: str
    is_open: bool = True
    name: str = ""
    sex: str = ""
    birth_date: str = ""
    address: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""
    """Where a walk-in lives; empty for the village of the shift."""
    is_mended: bool = False
    """Whether what is known is being corrected."""
    reason: str = ""
    recorded_before: str = ""
    papers: tuple[str, ...] = ()
    nik: str = ""
    kk: str = ""
    phone: str = ""
    phone_owner: str = ""
    contact_name: str = ""
    contact_relation: str = ""
    sms_consent: bool = False
    is_first: bool = False
    is_foreign: bool = False
    known: dict[str, str] = field(default_factory=dict)
    """What was known when the form was opened: what differs from it was typed."""

    @property
    def kind(self) -> str:
        """The name of the draft in the store."""
        return f"{DRAFT_KIND}{self.key}"

    @property
    def is_walk_in(self) -> bool:
        """Whether the person is not on the list."""
        return self.key.startswith(_WALK_IN)

    @property
    def resident_id(self) -> str | None:
        """Id of the person on the list; None for a walk-in."""
        return None if self.is_walk_in else self.key

    def differing(self, other: FormState) -> set[str]:
        """The names of what the two do not have in common."""
        names = {each.name for each in fields(self)} - {"known"}
        return {name for name in names if getattr(self, name) != getattr(other, name)}

    def told(self) -> dict[str, str]:
        """What is known of the person, as this state has it."""
        return {name: getattr(self, name) for name in _TOLD}

    def renewed(self, now: FormState) -> tuple[FormState, set[str]]:
        """A form that was begun, on what is known now: what was typed stays. Also the names of what is known anew."""
        if not self.known:
            return self, set()
        anew = {name for name, value in now.told().items() if self.known.get(name, value) != value}
        typed = {name for name, value in self.known.items() if getattr(self, name) != value}
        typed |= PHONE_ANSWERS if typed & PHONE_ANSWERS else set()
        return replace(self, **{name: getattr(now, name) for name in anew - typed}), anew

    def same_answers(self, other: FormState) -> bool:
        """Whether nothing was typed or chosen that the other does not have."""
        return replace(self, is_open=other.is_open, key=other.key, known=other.known) == other


def known_state(person: Person, on: date) -> FormState:
    """What is known, as a form; who is old is called before others unless somebody unticks it.

    Whose phone it is stays open: a number of an earlier visit is asked about like any other (OP-3).
    """
    born = date.fromisoformat(person.birth_date) if person.birth_date else None
    return FormState(
        is_first=born is not None and age_on(born, on) >= ELDERLY,
        key=person.id,
        name=person.name,
        sex=person.sex,
        birth_date=_birth_text(person.birth_date),
        address=person.address,
        rt=person.rt,
        rw=person.rw,
        nik=person.nik,
        kk=person.kk,
        phone=person.phone,
        contact_name=person.contact_name,
        contact_relation=person.contact_relation,
    )


def _birth_text(birth_date: str) -> str:
    return date_numeric(date.fromisoformat(birth_date)) if birth_date else ""


def walk_in_key(now_ms: int) -> str:
    """A key of its own for each walk-in, so that no draft takes the place of another."""
    return f"{_WALK_IN}{now_ms}"


def encoded(state: FormState) -> str:
    """The state as it is kept."""
    return msgspec.json.encode(state).decode()


def decoded(content: str) -> FormState | None:
    """The state that was kept; None where another version of FieldKit wrote it."""
    try:
        return msgspec.json.decode(content, type=FormState)
    except msgspec.DecodeError:
        return None


def decoded_all(contents: Iterable[str]) -> list[FormState]:
    """Those that can be read, in their order."""
    return [state for state in map(decoded, contents) if state is not None]


def command_of(state: FormState, on: date, *, recorded_here: bool, doubts: tuple[str, ...] = ()) -> Register:
    """The command that saves a form; who is recorded already is never recorded again (OP-4)."""
    return Register(
        resident_id=state.resident_id,
        new_person=_new_person(state, on) if state.is_walk_in else None,
        reason=Reason(state.reason) if state.reason else None,
        recorded_before=_recorded_before(state, recorded_here=recorded_here),
        papers=tuple(Paper(paper) for paper in state.papers),
        nik=state.nik,
        kk=state.kk,
        phone_owner=PhoneOwner(state.phone_owner) if state.phone_owner else None,
        phone="" if state.phone_owner == PhoneOwner.NONE else state.phone,
        contact_name=state.contact_name if state.phone_owner == PhoneOwner.NONE else "",
        contact_relation=state.contact_relation if state.phone_owner == PhoneOwner.NONE else "",
        sms_consent=state.sms_consent and state.phone_owner != PhoneOwner.NONE,
        priority=FIRST if state.is_first else "",
        doubts=doubts,
    )


def correction_of(state: FormState, on: date) -> Correction | None:
    """What is corrected about a person of the list; None where nothing was opened."""
    if state.is_walk_in or not state.is_mended:
        return None
    return Correction(*_stated(state, on))


def _recorded_before(state: FormState, *, recorded_here: bool) -> RecordedBefore | None:
    if not asks_recorded_before(state.reason):
        return None
    if recorded_here and state.reason == Reason.FIRST_RECORDING:
        return RecordedBefore.YES
    return RecordedBefore(state.recorded_before) if state.recorded_before else None


def _new_person(state: FormState, on: date) -> NewPerson:
    return NewPerson(*_stated(state, on), state.village)


def _stated(state: FormState, on: date) -> tuple[str, Sex | None, date | None, str, str, str]:
    """Name, sex, birth date, address, RT and RW as they were typed."""
    born = read_birth(state.birth_date, on)
    return state.name, _sex(state), born, state.address.strip(), state.rt.strip(), state.rw.strip()


def _sex(state: FormState) -> Sex | None:
    return Sex(state.sex) if state.sex else None
