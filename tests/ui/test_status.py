"""The strip tells what the store and the computer say."""

from __future__ import annotations

from datetime import timedelta

from desk import Desk
from pages.today import TodayPageDriver

from fieldkit.domain.clock import ClockCheck
from fieldkit.host.clock import now_ms
from fieldkit.store.syncing.exchange import Exchange
from fieldkit.ui.status import StatusStrip
from fieldkit.work.lease import look_at_lease

DAY_MINUTES = 24 * 60


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


def test_a_lease_that_ends_is_told_four_days_ahead_on_every_page_and_in_the_readiness(desk: Desk) -> None:
    look_at_lease(desk.store)
    today = TodayPageDriver(desk)
    window, asked = today.window, list[bool]()
    strip = StatusStrip(window, desk.context(window, desk.lead))
    window.lock_asked.connect(lambda: asked.append(True))

    def after(days: float) -> tuple[str, str, str | None]:
        desk.clock.pass_minutes(days * DAY_MINUTES)
        strip.look_at_lease()
        today.page.refresh()
        segment = window.strip.segments["lease"].segment
        return segment.text, segment.tone, today.readiness[1].get("lease")

    assert after(9.5) == ("", "", None)
    assert after(0.5) == ("Sinkron dalam 4 hari", "warn", "warn")
    assert after(3) == ("Sinkron dalam 1 hari", "warn", "warn")
    (line,) = [line for line in today.page.day.readiness.lines() if line.id == "lease"]
    assert line.second == "1 hari lagi · atau telepon kantor"
    assert line.action == "Sinkron"
    assert after(1) == ("Tutup shift dalam 12 jam", "err", "warn")
    assert asked == []
    assert after(0.5)[:2] == ("", "")
    assert asked == [True], "whoever still sits there finds the door closed"
    strip.deleteLater()
