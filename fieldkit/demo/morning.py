"""The morning: sign in, take the list in, leave the network behind, open the shift."""

from __future__ import annotations

from fieldkit.demo.day import LIST_AS_OF, PIN, PracticeDay
from fieldkit.demo.hands import Hands, rows_of
from fieldkit.demo.office import LEAD
from fieldkit.domain.formats import date_numeric
from fieldkit.ui.rows.lists import QueueList
from fieldkit.ui.shell.strip import Strip

BLANKS_TAKEN = 46


def morning(hands: Hands, day: PracticeDay) -> None:
    """At the office, and then at the village hall."""
    sign_in(hands)
    hands.until(lambda: link_says(hands, "Online"), "the strip to say online")
    hands.picture("hari-ini-sebelum-berangkat")
    take_in_list(hands, day)
    lose_network(hands, day)
    open_shift(hands)


def link_says(hands: Hands, word: str) -> bool:
    """Whether the strip at the foot begins so about the network."""
    return any(strip.segments["link"].segment.text.startswith(word) for strip in hands.all(Strip))


def sign_in(hands: Hands) -> None:
    """The team lead, by name and PIN."""
    names = hands.get(QueueList, "names")
    hands.until(lambda: bool(rows_of(names)), "the names of the team")
    hands.picture("masuk-nama")
    hands.press(next(row.number for row in rows_of(names) if row.name == LEAD))
    hands.until_focused("pin")
    hands.write(PIN)
    hands.picture("masuk-pin")
    hands.press("Enter")
    hands.until(lambda: bool(hands.all(Strip)), "the window behind the door")
    hands.until_focused("opening_blanks")


def take_in_list(hands: Hands, day: PracticeDay) -> None:
    """The by-name list comes in from Excel, after a dry run."""
    hands.press("F12", "1")
    hands.until_focused("list_path")
    hands.write(str(day.list_file))
    hands.picture("kantor-berkas")
    hands.press("Ctrl+Enter")
    hands.until_focused("as_of")
    hands.write(date_numeric(LIST_AS_OF))
    hands.picture("kantor-kolom")
    hands.press("Ctrl+Enter")
    hands.until_focused("findings")
    hands.picture("kantor-periksa")
    hands.press("Ctrl+Enter")
    hands.until_shown("sudah masuk")
    hands.picture("kantor-daftar-masuk")


def lose_network(hands: Hands, day: PracticeDay) -> None:
    """The cable is pulled; the window notices by itself, and goes on."""
    day.centre.cable.pull()
    hands.press("F9")
    hands.until(lambda: link_says(hands, "Offline"), "the strip to say offline")
    hands.picture("sinkronisasi-offline")


def open_shift(hands: Hands) -> None:
    """The planned morning shift, with the blanks that were counted and everybody who is there."""
    hands.press("F2")
    hands.until_focused("opening_blanks")
    hands.write(str(BLANKS_TAKEN))
    hands.press("Tab", "Space", "Tab", "Space")
    hands.picture("hari-ini-buka-shift")
    hands.press("Ctrl+Enter")
    hands.until_focused("today")
    hands.picture("hari-ini-shift-dibuka")
