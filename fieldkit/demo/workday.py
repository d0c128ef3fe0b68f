"""The shift: people at the table, a power cut, cards, a spoiled blank, a visit."""

from __future__ import annotations

from functools import partial

from fieldkit.demo.cast import Cast
from fieldkit.demo.hands import Hands, rows_of
from fieldkit.demo.proof import Played
from fieldkit.demo.table import Table
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.ui.rows.tables import Table as TableView
from fieldkit.work.practice import InventedPerson

RECORDED = "1"
RECORDED_WITH_NOTE = "2"
INCOMPLETE = "3"
FAILED = "6"
FORWARDED = "1"
"""The outcomes by their digits; the last one is of data changes."""
_POWER = "2"
_PRINTED = 3


def workday(hands: Hands, cast: Cast, played: Played) -> None:
    """Twelve people, and everything between them."""
    table = Table(hands)
    first_three(hands, table, cast)
    served(played, table, RECORDED, RECORDED)
    others(hands, table, cast)
    power_cut(hands, table)
    hands.picture("pendaftaran-antrean")
    served(played, table, RECORDED, on_list=False)
    served(played, table, RECORDED_WITH_NOTE, note="Jari telunjuk kanan diperban, dipakai jari tengah")
    table.serve(FORWARDED)
    last_five(table, cast)
    table.go()
    served(played, table, RECORDED)
    table.serve(INCOMPLETE)
    served(played, table, RECORDED, RECORDED, RECORDED)
    played.registered = table.registered
    cards(hands, played)
    visit(hands, cast.at_home)


def served(played: Played, table: Table, *outcomes: str, note: str = "", on_list: bool = True) -> None:
    """The next ones are recorded."""
    for outcome in outcomes:
        table.serve(outcome, note)
        played.recorded += 1
        played.recorded_of_list += on_list


def first_three(hands: Hands, table: Table, cast: Cast) -> None:
    """Three of the list; the first one slowly, for the pictures."""
    first = cast.grown[0]
    table.go()
    hands.picture("pendaftaran-kosong")
    table.pick(first)
    hands.picture("pendaftaran-dari-daftar")
    table.first_recording()
    table.phone()
    hands.picture("pendaftaran-terisi")
    table.save()
    hands.picture("pendaftaran-tersimpan", toasts=True)
    table.register(cast.grown[1])
    table.register(cast.grown[2])


def others(hands: Hands, table: Table, cast: Cast) -> None:
    """Who is not on the list, has no phone, was recorded elsewhere, or wants a change."""
    walk_in(hands, table)
    without_phone(hands, table, cast.grown[3])
    recorded_elsewhere(hands, table, cast.grown[4])
    data_change(hands, table, cast.grown[5])


def walk_in(hands: Hands, table: Table) -> None:
    """Somebody whom the list does not know, written down from the family card."""
    table.search("Sumarlik Handayani")
    hands.press("Ctrl+N")
    hands.until_focused("name")
    hands.press("Enter")
    hands.until_focused("birth_date")
    hands.write("17-08-1995")
    hands.press("Enter", "2")
    hands.until_focused("address")
    hands.write("Jl. Ikan Lumba-Lumba No. 99")
    hands.press("Enter")
    hands.write("004")
    hands.press("Enter")
    hands.write("002")
    hands.press("Enter")
    hands.until_focused("nik")
    hands.write("3574035708959901")
    hands.press("Enter")
    hands.write("3574030101159901")
    hands.press("Enter")
    hands.until_focused("reason")
    table.first_recording()
    table.phone()
    hands.picture("pendaftaran-di-luar-daftar")
    table.save()


def without_phone(hands: Hands, table: Table, person: InventedPerson) -> None:
    """No phone: then somebody who can be told."""
    table.pick(person)
    table.first_recording()
    hands.press("Alt+T")
    hands.until_focused("contact_name")
    hands.write("Sulastri")
    hands.press("Enter")
    hands.until_focused("contact_relation")
    hands.write("tetangga")
    hands.picture("pendaftaran-tanpa-hp")
    table.save()


def recorded_elsewhere(hands: Hands, table: Table, person: InventedPerson) -> None:
    """Recorded before: noted, and never recorded a second time."""
    table.pick(person)
    hands.press("1", "2", "Space")
    hands.until_focused("phone")
    table.phone()
    hands.picture("pendaftaran-sudah-pernah")
    table.save()


def data_change(hands: Hands, table: Table, person: InventedPerson) -> None:
    """A change of data, with the old card and the proof."""
    table.pick(person)
    hands.press("4", "Space", "Space")
    hands.until_focused("phone")
    table.phone()
    table.save()


def power_cut(hands: Hands, table: Table) -> None:
    """The power goes while somebody is at the set, and comes back."""
    table.call()
    hands.press("Ctrl+K")
    hands.until_focused("today")
    hands.press(_POWER)
    hands.until_shown("Selesai")
    hands.picture("hari-ini-listrik-padam")
    table.go()
    table.note(FAILED)
    hands.press("Ctrl+K")
    hands.until_focused("today")
    hands.press(_POWER)
    hands.until_shown(": selesai")
    hands.picture("hari-ini-listrik-menyala")
    table.go()


def last_five(table: Table, cast: Cast) -> None:
    """Five more of the list; one of them is 16, whose card has to wait for the birthday."""
    for person in (*cast.grown[6:8], cast.young, *cast.grown[8:10]):
        table.register(person)


def cards(hands: Hands, played: Played) -> None:
    """Three cards are printed, one is looked at and handed over, and one blank is spoiled on the way."""
    hands.press("F6")
    hands.until_focused("cards")
    hands.press("Alt+2")
    shown = hands.get(TableView, "cards")
    hands.until(lambda: len(printable(shown)) > _PRINTED, "the cards that can be printed")
    waiting = len(printable(shown))
    for number in range(1, _PRINTED + 1):
        hands.press("Enter")
        hands.until(partial(_are_left, shown, waiting - number), "the card to be noted as printed")
        played.printed += 1
    spoil_one(hands, played)
    hand_over_one(hands, shown)


def printable(shown: TableView) -> list[CardRow]:
    """The cards that have their turn."""
    return [card for card in rows_of(shown) if card.turn]


def _are_left(shown: TableView, number: int) -> bool:
    return len(printable(shown)) == number


def spoil_one(hands: Hands, played: Played) -> None:
    """The print of the fourth card fails: the blank is spoiled, with its reason."""
    hands.press("R")
    hands.until_focused("spoil_reason")
    hands.press("2")
    hands.picture("kartu-keping-rusak")
    hands.press("Ctrl+Enter")
    hands.until_shown("1 blangko dicatat rusak")
    hands.until_focused("cards")
    played.spoiled += 1


def hand_over_one(hands: Hands, shown: TableView) -> None:
    """The first card is right, and goes to its owner, who shows the family card."""
    hands.press("Alt+3")
    hands.until(lambda: len(rows_of(shown)) == _PRINTED, "the cards on the table")
    hands.press("Ctrl+Home")
    hands.press("P")
    hands.until_focused("check_result")
    hands.press("1")
    hands.press("Ctrl+Enter")
    hands.until_focused("cards")
    hands.press("S")
    hands.until_focused("handover_identity_shown")
    hands.press("1")
    hands.picture("kartu-serahkan")
    hands.press("Ctrl+Enter")
    hands.until_shown("Kartu diserahkan")
    hands.until(lambda: len(rows_of(shown)) == _PRINTED - 1, "the card to be noted as handed over")
    hands.press("Alt+1")
    hands.picture("kartu")


def visit(hands: Hands, person: InventedPerson) -> None:
    """Somebody too old to come was not at home: one attempt, with what comes next."""
    hands.press("F4")
    hands.until_focused("list_search")
    hands.picture("daftar-sasaran")
    hands.write(person.name.lower())
    entries = hands.get(TableView, "entries")
    hands.until(lambda: _first_name(entries) == person.name, f"{person.name} as the first of the list")
    hands.press("Enter")
    hands.until_focused("actions")
    hands.press("1")
    hands.until_focused("visit_outcome")
    hands.press("2")
    hands.until_focused("visit_next_step")
    hands.press("1")
    hands.until_focused("visit_note")
    hands.write("Kata tetangga ke rumah anaknya, pulang Minggu")
    hands.picture("daftar-kunjungan")
    hands.press("Ctrl+Enter")
    hands.until_shown("Kunjungan tercatat")
    hands.picture("daftar-kunjungan-tercatat", toasts=True)
    hands.press("Esc")


def _first_name(entries: TableView) -> str:
    """Of the first row only: a long list is fetched as it is looked at."""
    first = entries.rows_model.at(0) if entries.rows_model.rowCount() else None
    return first.name if first is not None else ""
