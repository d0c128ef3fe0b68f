"""The desks of the office, in the order of their digits."""

from __future__ import annotations

from fieldkit.ui.context import Context
from fieldkit.ui.language import tr
from fieldkit.ui.pages.office.data_requests.line import data_requests_line
from fieldkit.ui.pages.office.desk import Desk, DeskSpec
from fieldkit.ui.pages.office.laptops.line import laptops_line
from fieldkit.ui.pages.office.lists.line import lists_line
from fieldkit.ui.pages.office.missions.line import missions_line
from fieldkit.ui.pages.office.national.line import national_line
from fieldkit.ui.pages.office.notices.line import notices_line
from fieldkit.ui.pages.office.people.line import people_line
from fieldkit.ui.pages.office.rules.line import rules_line
from fieldkit.ui.pages.office.targets.line import targets_line
from fieldkit.ui.pages.office.uncollected.line import uncollected_line
from fieldkit.ui.roles import may_sit_at


def desk_specs(role: str) -> list[DeskSpec]:
    """The desks that a role has. Each is imported and made when it is first opened."""
    specs = [
        DeskSpec("1", "lists", "users-three", tr("Daftar sasaran"), _lists, lists_line),
        DeskSpec("2", "national", "database", tr("Data pusat"), _national, national_line),
        DeskSpec("3", "targets", "target", tr("Target"), _targets, targets_line),
        DeskSpec("4", "missions", "handshake", tr("Gotong royong"), _missions, missions_line),
        DeskSpec("5", "notices", "chat-text", tr("Kabar kartu"), _notices, notices_line),
        DeskSpec("6", "uncollected", "package", tr("Kartu belum diambil"), _uncollected, uncollected_line),
        DeskSpec("7", "rules", "scales", tr("Aturan"), _rules, rules_line),
        DeskSpec("8", "people", "identification-card", tr("Orang"), _people, people_line),
        DeskSpec("9", "laptops", "laptop", tr("Laptop"), _laptops, laptops_line),
        DeskSpec("0", "data_requests", "shield-check", tr("Permintaan data"), _data_requests, data_requests_line),
    ]
    return [spec for spec in specs if may_sit_at(role, spec.name)]


def _lists(context: Context) -> Desk:
    from fieldkit.ui.pages.office.lists.desk import ListsDesk

    return ListsDesk(context)


def _national(context: Context) -> Desk:
    from fieldkit.ui.pages.office.national.desk import NationalDesk

    return NationalDesk(context)


def _targets(context: Context) -> Desk:
    from fieldkit.ui.pages.office.targets.desk import TargetsDesk

    return TargetsDesk(context)


def _missions(context: Context) -> Desk:
    from fieldkit.ui.pages.office.missions.desk import MissionsDesk

    return MissionsDesk(context)


def _notices(context: Context) -> Desk:
    from fieldkit.ui.pages.office.notices.desk import NoticesDesk

    return NoticesDesk(context)


def _rules(context: Context) -> Desk:
    from fieldkit.ui.pages.office.rules.desk import RulesDesk

    return RulesDesk(context)


def _people(context: Context) -> Desk:
    from fieldkit.ui.pages.office.people.desk import PeopleDesk

    return PeopleDesk(context)


def _laptops(context: Context) -> Desk:
    from fieldkit.ui.pages.office.laptops.desk import LaptopsDesk

    return LaptopsDesk(context)


def _uncollected(context: Context) -> Desk:
    from fieldkit.ui.pages.office.uncollected.desk import UncollectedDesk

    return UncollectedDesk(context)


def _data_requests(context: Context) -> Desk:
    from fieldkit.ui.pages.office.data_requests.desk import DataRequestsDesk

    return DataRequestsDesk(context)
