"""What was found at a place."""

from __future__ import annotations

import pytest

from fieldkit.domain.planning.site import (
    Access,
    Network,
    Power,
    Quality,
    SiteKind,
    Surroundings,
    access_label,
    network_label,
    power_label,
    quality_label,
    site_kind_label,
)


@pytest.mark.parametrize(
    ("network", "power", "quality"),
    [
        ("good", "mains", Quality.GOOD),
        ("good", "generator", Quality.GOOD),
        ("weak", "mains", Quality.WEAK_NETWORK),
        ("good", "unsteady", Quality.UNSTEADY_POWER),
        ("none", "unsteady", Quality.NO_NETWORK),
        ("none", "none", Quality.NO_POWER),
        ("", "none", Quality.NO_POWER),
        ("weak", "", Quality.UNKNOWN),
    ],
)
def test_the_worst_of_what_was_found_is_what_is_seen(network: str, power: str, quality: Quality) -> None:
    assert Surroundings(network, power).quality is quality


def test_a_place_is_checked_once_all_three_were_looked_at() -> None:
    assert Surroundings("none", "none", "foot").is_checked
    assert not Surroundings("good", "mains").is_checked


def test_every_word_of_a_place_is_said() -> None:
    said = [
        *(site_kind_label(kind) for kind in SiteKind),
        *(network_label(network) for network in Network),
        *(power_label(power) for power in Power),
        *(access_label(access) for access in Access),
        *(quality_label(quality) for quality in Quality),
    ]
    assert not [label for label in said if label.source == "{code}"]
