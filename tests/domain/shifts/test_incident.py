"""What an incident is called, and how long it lasted."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.shifts.incident import IncidentKind, incident_label, incident_sentence, minutes_lost

BEGAN = datetime(2019, 2, 23, 9, 42, tzinfo=UTC)


def test_the_buttons_stand_in_the_order_of_their_keys() -> None:
    shown = [str(incident_label(kind)) for kind in IncidentKind]
    assert shown == ["Jaringan", "Listrik", "Alat rusak", "Blangko", "Cuaca", "Sepi warga"]


def test_lists_and_reports_say_what_happened() -> None:
    assert str(incident_sentence(IncidentKind.NETWORK)) == "Jaringan putus"
    assert str(incident_sentence(IncidentKind.POWER)) == "Listrik padam"
    assert len({str(incident_sentence(kind)) for kind in IncidentKind}) == len(IncidentKind)


def test_an_ended_incident_lasted_until_its_end() -> None:
    assert minutes_lost(BEGAN, BEGAN + timedelta(minutes=16), until=BEGAN + timedelta(hours=5)) == 16


def test_an_incident_still_going_on_has_lasted_until_now() -> None:
    assert minutes_lost(BEGAN, None, until=BEGAN + timedelta(minutes=84, seconds=59)) == 84


@given(st.timedeltas(min_value=timedelta(days=-1), max_value=timedelta(days=1)))
def test_a_clock_set_back_makes_no_negative_minutes(lasted: timedelta) -> None:
    lost = minutes_lost(BEGAN, BEGAN + lasted, until=BEGAN)
    assert lost == max(0, int(lasted.total_seconds() // 60))
