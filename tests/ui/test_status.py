"""The strip tells what the store and the computer say."""

from __future__ import annotations

from datetime import timedelta

from desk import Desk
from pages.today import TodayPageDriver

from fieldkit.domain.clock import ClockCheck
from fieldkit.host.clock import now_ms
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.status import StatusStrip


def test_a_clock_that_is_far_off_is_told_until_it_was_put_right(desk: Desk) -> None:
    window = TodayPageDriver(desk).window
    strip = StatusStrip(window, desk.context(window, desk.lead))
    clock = window.strip.segments["clock"]
    assert not clock.isVisible()
    two_hours = timedelta(hours=2) // timedelta(milliseconds=1)
    Exchange(desk.store).keep_clock(ClockCheck(-two_hours, now_ms(desk.store.clock)))
    strip.refresh()
    assert (clock.segment.text, clock.segment.tone) == ("Jam maju 2 jam", "warn")
    assert clock.segment.tip.startswith("Urutan catatan tetap benar")
    Exchange(desk.store).keep_clock(ClockCheck(two_hours, now_ms(desk.store.clock)))
    strip.refresh()
    assert clock.segment.text == "Jam mundur 2 jam"
    Exchange(desk.store).keep_clock(ClockCheck(0, now_ms(desk.store.clock)))
    strip.refresh()
    assert not clock.isVisible()
    strip.deleteLater()
