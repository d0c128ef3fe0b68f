"""What plans are made of: teams, sets, places, certificates, permits, days that are not like others."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from fieldkit.domain.cards.print_right import Permit
from fieldkit.domain.lists.outlook import CAMPAIGN_DAY
from fieldkit.domain.planning.schedule import CrewRole, SetState
from fieldkit.domain.planning.site import Surroundings
from fieldkit.store.database import Database

VOTE_DAY = CAMPAIGN_DAY
"""Key of the setting with the day of the vote, the date of the campaign (F-W3)."""


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a team or on a shift."""

    user_id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Team:
    """A team that goes out together; `members` are those who are in it now."""

    id: str
    name: str
    district: str
    is_active: bool
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class DeviceSet:
    """A set for recording, at home in a district."""

    id: str
    code: str
    district: str
    kind: str
    state: str
    note: str

    @property
    def is_ready(self) -> bool:
        """Whether it can be used."""
        return self.state == SetState.READY


@dataclass(frozen=True, slots=True)
class StaffPaper:
    """A certificate or a letter of appointment."""

    id: str
    user_id: str
    name: str
    kind: str
    letter_no: str
    valid_from: date
    valid_until: date | None

    def holds_on(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)


@dataclass(frozen=True, slots=True)
class DistrictPermit:
    """Whether a district may print, as the office found it (F-B6)."""

    id: str
    district: str
    letter_no: str
    permit: Permit


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day that is not like others."""

    id: str
    day: date
    kind: str
    name: str


@dataclass(frozen=True, slots=True, repr=False)
class Site:
    """A place of recording, and what was found there."""

    id: str
    name: str
    village: str
    kind: str
    hamlet: str
    surroundings: Surroundings
    contact_name: str
    contact_phone: str
    note: str


@dataclass(frozen=True, slots=True)
class Person:
    """A user of the office who can be in a team."""

    id: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Register:
    """All of it."""

    regency: str
    teams: tuple[Team, ...]
    sets: tuple[DeviceSet, ...]
    sites: tuple[Site, ...]
    papers: tuple[StaffPaper, ...]
    permits: tuple[DistrictPermit, ...]
    days: tuple[CalendarDay, ...]
    people: tuple[Person, ...]
    vote_day: date | None

    def team(self, team_id: str) -> Team | None:
        """One team."""
        return next((team for team in self.teams if team.id == team_id), None)

    def site(self, site_id: str) -> Site | None:
        """One place."""
        return next((site for site in self.sites if site.id == site_id), None)

    def device_set(self, code: str) -> DeviceSet | None:
        """One set, by what is written on it."""
        return next((one for one in self.sets if one.code == code), None)

    def holiday(self, day: date) -> str:
        """The name of a day that is not like others; empty for the usual ones."""
        return next((one.name for one in self.days if one.day == day), "")

    def home_of_sets(self) -> dict[str, str]:
        """The district of each set that can be sent out."""
        return {one.code: one.district for one in self.sets if one.is_ready}

    def holds(self, user_id: str, kind: str, day: date) -> bool:
        """Whether somebody has a certificate that is in force on a day."""
        return any(paper.user_id == user_id and paper.kind == kind and paper.holds_on(day) for paper in self.papers)


def register(database: Database) -> Register:
    """Everything that plans are made of."""
    return Register(
        str(database.value("SELECT value FROM meta WHERE key = 'regency'") or ""),
        _teams(database),
        tuple(DeviceSet(*row) for row in database.rows(_SETS)),
        tuple(_site(*row) for row in database.rows(_SITES)),
        tuple(_paper(*row) for row in database.rows(_PAPERS)),
        tuple(_permit(*row) for row in database.rows(_PERMITS)),
        tuple(CalendarDay(id_, date.fromisoformat(day), kind, name) for id_, day, kind, name in database.rows(_DAYS)),
        tuple(Person(*row) for row in database.rows(_PEOPLE)),
        _vote_day(database),
    )


def _teams(database: Database) -> tuple[Team, ...]:
    members: dict[str, dict[str, Member]] = defaultdict(dict)
    for team_id, user_id, name, role in database.rows(_MEMBERS):
        members[team_id][user_id] = Member(user_id, name, role)
    return tuple(
        Team(id_, name, district, bool(active), tuple(sorted(members[id_].values(), key=_by_rank)))
        for id_, name, district, active in database.rows(_TEAMS)
    )


def _by_rank(member: Member) -> tuple[bool, str]:
    return member.role != CrewRole.LEAD, member.name


def _site(*row: str) -> Site:
    id_, name, village, kind, hamlet, network, power, access, *contact = row
    return Site(id_, name, village, kind, hamlet, Surroundings(network, power, access), *contact)


def _paper(id_: str, user_id: str, name: str, kind: str, letter: str, begins: str, ends: str) -> StaffPaper:
    return StaffPaper(id_, user_id, name, kind, letter, date.fromisoformat(begins), _day(ends))


def _permit(id_: str, district: str, letter: str, begins: str, ends: str, *found: int) -> DistrictPermit:
    funds, network, equipment, staff = (bool(each) for each in found)
    permit = Permit(date.fromisoformat(begins), _day(ends), funds, network, equipment, staff)
    return DistrictPermit(id_, district, letter, permit)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def _vote_day(database: Database) -> date | None:
    return _day(str(database.value(f"SELECT value FROM setting WHERE key = '{VOTE_DAY}' ORDER BY id DESC") or ""))


_TEAMS = "SELECT id, name, district, active FROM team ORDER BY id"
_MEMBERS = (
    "SELECT m.team_id, m.user_id, u.name, m.role FROM team_member m JOIN app_user u ON u.id = m.user_id "
    f"WHERE u.active = 1 AND m.role <> '{CrewRole.OFF}' ORDER BY m.id"
)
_SETS = "SELECT id, code, district, kind, state, coalesce(note, '') FROM device_set ORDER BY code, id"
_SITES = (
    "SELECT id, name, village, kind, coalesce(hamlet, ''), coalesce(network, ''), coalesce(power, ''), "
    "coalesce(access, ''), coalesce(contact_name, ''), coalesce(contact_phone, ''), coalesce(note, '') "
    "FROM site ORDER BY village, name, id"
)
_PAPERS = (
    "SELECT c.id, c.user_id, u.name, c.kind, coalesce(c.letter_no, ''), c.valid_from, coalesce(c.valid_until, '') "
    "FROM certificate c JOIN app_user u ON u.id = c.user_id ORDER BY u.name, c.kind, c.valid_from"
)
_PERMITS = (
    "SELECT id, district, coalesce(letter_no, ''), valid_from, coalesce(valid_until, ''), funds, network, equipment, "
    "staff FROM print_permit ORDER BY district, valid_from"
)
_DAYS = "SELECT id, day, kind, name FROM calendar_day ORDER BY day"
_PEOPLE = "SELECT id, name, role FROM app_user WHERE active = 1 AND role <> 'viewer' ORDER BY name"
