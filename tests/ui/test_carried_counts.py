"""What waits here for another table is counted on every page that tells what waits (invariant 13)."""

from __future__ import annotations

from desk import Desk
from pages.today import TodayPageDriver

from fieldkit.records.bundle import Span
from fieldkit.store.neighbours.carried import CarriedFile, CarriedFiles, keep_carried
from fieldkit.ui.status import StatusStrip

DIGEST = "ab" * 16
FILE = CarriedFile(DIGEST, (Span("3574-P9.1", 1, 6),), "P9", "Meja 9", b"sealed")


def carried(desk: Desk) -> None:
    """Another table handed over its work."""
    desk.store.write_local(keep_carried, FILE, 1)


def test_the_strip_tells_what_is_carried_until_the_centre_has_it(desk: Desk) -> None:
    window = TodayPageDriver(desk).window
    strip, waiting = StatusStrip(window, desk.context(window, desk.lead)), window.strip.segments["waiting"]
    before = waiting.segment.text
    carried(desk)
    strip.refresh()
    assert waiting.segment.text == f"{before} · 1 titipan"
    desk.store.write_local(lambda database: database.run("UPDATE journal SET verdict = 'applied'"))
    strip.refresh()
    assert waiting.segment.text == "0 menunggu kirim · 1 titipan"
    CarriedFiles(desk.store).note_answer(DIGEST, b"receipt", 2)
    strip.refresh()
    assert waiting.segment.text == "Tidak ada yang menunggu"
    strip.deleteLater()


def test_readiness_is_not_whole_while_something_is_carried(desk: Desk) -> None:
    assert "carried" not in TodayPageDriver(desk).readiness[1]
    carried(desk)
    said, tones = TodayPageDriver(desk).readiness
    assert tones["carried"] == "warn"
    assert said == f"{list(tones.values()).count('ok')} dari {len(tones)} siap"
    CarriedFiles(desk.store).note_refusal(DIGEST, "fork")
    assert "carried" not in TodayPageDriver(desk).readiness[1]
