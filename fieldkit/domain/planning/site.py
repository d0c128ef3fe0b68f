"""Places of recording: their kind, and what was found there about network, power and the way (F-S3, F-S4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.text import Text, text, words_of


class SiteKind(StrEnum):
    """What kind of place it is (F-S4)."""

    VILLAGE_OFFICE = "village_office"
    DISTRICT_OFFICE = "district_office"
    HALL = "hall"
    SCHOOL = "school"
    SETTLEMENT = "settlement"
    MALL = "mall"
    HOUSE = "house"
    COMMUNITY = "community"


class Network(StrEnum):
    """How good the data link is."""

    GOOD = "good"
    WEAK = "weak"
    NONE = "none"


class Power(StrEnum):
    """Where electricity comes from."""

    MAINS = "mains"
    UNSTEADY = "unsteady"
    GENERATOR = "generator"
    NONE = "none"


class Access(StrEnum):
    """How one gets there with a set."""

    CAR = "car"
    MOTORBIKE = "motorbike"
    BOAT = "boat"
    FOOT = "foot"


class Quality(StrEnum):
    """What a planner sees of a place at a glance: the worst of what was found."""

    GOOD = "good"
    WEAK_NETWORK = "weak_network"
    UNSTEADY_POWER = "unsteady_power"
    NO_NETWORK = "no_network"
    NO_POWER = "no_power"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was found at a place; empty where nobody has looked."""

    network: str = ""
    power: str = ""
    access: str = ""

    @property
    def is_checked(self) -> bool:
        """Whether everything that a team must know was looked at."""
        return bool(self.network and self.power and self.access)

    @property
    def quality(self) -> Quality:
        """The worst of network and power: without electricity nothing works, without signal only what waits."""
        found = (
            (self.power == Power.NONE, Quality.NO_POWER),
            (self.network == Network.NONE, Quality.NO_NETWORK),
            (not (self.network and self.power), Quality.UNKNOWN),
            (self.network == Network.WEAK, Quality.WEAK_NETWORK),
            (self.power == Power.UNSTEADY, Quality.UNSTEADY_POWER),
        )
        return next((quality for holds, quality in found if holds), Quality.GOOD)


def site_kind_label(kind: str) -> Text:
    """What kind of place it is."""
    return _KINDS.get(kind) or words_of(kind)


def network_label(network: str) -> Text:
    """How good the data link is."""
    return _NETWORKS.get(network) or words_of(network)


def power_label(power: str) -> Text:
    """Where electricity comes from."""
    return _POWERS.get(power) or words_of(power)


def access_label(access: str) -> Text:
    """How one gets there."""
    return _ACCESSES.get(access) or words_of(access)


def quality_label(quality: Quality) -> Text:
    """The word beside the icon."""
    return _QUALITIES[quality]


_KINDS: Final[Mapping[str, Text]] = {
    SiteKind.VILLAGE_OFFICE: text("Kantor kelurahan/desa"),
    SiteKind.DISTRICT_OFFICE: text("Kantor kecamatan"),
    SiteKind.HALL: text("Balai warga"),
    SiteKind.SCHOOL: text("Sekolah"),
    SiteKind.SETTLEMENT: text("Permukiman"),
    SiteKind.MALL: text("Pusat belanja"),
    SiteKind.HOUSE: text("Rumah warga"),
    SiteKind.COMMUNITY: text("Tempat umum"),
}
_NETWORKS: Final[Mapping[str, Text]] = {
    Network.GOOD: text("Sinyal baik"),
    Network.WEAK: text("Sinyal lemah"),
    Network.NONE: text("Tanpa sinyal"),
}
_POWERS: Final[Mapping[str, Text]] = {
    Power.MAINS: text("PLN"),
    Power.UNSTEADY: text("PLN sering padam"),
    Power.GENERATOR: text("Genset"),
    Power.NONE: text("Tanpa listrik"),
}
_ACCESSES: Final[Mapping[str, Text]] = {
    Access.CAR: text("Mobil"),
    Access.MOTORBIKE: text("Sepeda motor"),
    Access.BOAT: text("Perahu"),
    Access.FOOT: text("Jalan kaki"),
}
_QUALITIES: Final[Mapping[Quality, Text]] = {
    Quality.GOOD: text("sinyal baik"),
    Quality.WEAK_NETWORK: text("sinyal lemah"),
    Quality.UNSTEADY_POWER: text("sering mati"),
    Quality.NO_NETWORK: text("tanpa sinyal"),
    Quality.NO_POWER: text("tanpa listrik"),
    Quality.UNKNOWN: text("belum dicek"),
}
