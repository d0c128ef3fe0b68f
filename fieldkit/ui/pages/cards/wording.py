"""What the page of cards says of a card: its badge, the one-line answer, and the lines of its story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from fieldkit.domain.cards.card import CardState, Check, Placing
from fieldkit.domain.notices.labels import notice_label
from fieldkit.domain.requests.service import step_label
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import spoil_reason_label
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.story import StoryLine
from fieldkit.ui.forms.card_handover import relation_word
from fieldkit.ui.language import say, tr
from fieldkit.ui.whereabouts import day_at, reason_word, when
from fieldkit.ui.widgets.rows import RowItem

_ICONS: Final = {
    "registered": "user-plus",
    "step": "check-circle",
    "approved": "lightning",
    "printed": "printer",
    "checked": "magnifying-glass",
    "spoiled": "x-circle",
    "placed": "map-pin",
    "handed_over": "handshake",
    "told": "chat-text",
}


def second_line(card: CardRow, zone: str) -> str:
    """What stands under the name: number, reason, since when, and how often a piece was spoiled."""
    parts = [card.queue_no, reason_word(card.reason), tr("daftar {day}", day=day_at(card.registered_at, zone))]
    if card.is_urgent:
        parts.append(tr("mendesak"))
    if card.card.spoiled:
        parts.append(tr("{n} keping rusak", n=card.card.spoiled))
    if card.card.state is CardState.READY:
        parts.append(card.card.place)
    return " · ".join(parts)


def story_items(lines: list[StoryLine], zone: str) -> list[RowItem]:
    """The story as rows, the newest first."""
    return [
        RowItem(
            str(number),
            _title(line),
            " · ".join(filter(None, (when(line.at, zone), line.place, line.who, line.note))),
            icon=_ICONS.get(line.kind),
            wraps=True,
        )
        for number, line in enumerate(lines)
    ]


def _title(line: StoryLine) -> str:
    titles: Mapping[str, Callable[[], str]] = {
        "registered": lambda: tr("Daftar: {reason}", reason=reason_word(line.word)),
        "step": lambda: say(step_label(line.word)),
        "approved": lambda: tr("Disetujui mendesak"),
        "printed": lambda: tr("Dicetak malam") if line.word == SessionKind.NIGHT_PRINT else tr("Dicetak"),
        "checked": lambda: check_word(line.word),
        "spoiled": lambda: tr("Keping rusak: {reason}", reason=say(spoil_reason_label(line.word)).lower()),
        "placed": lambda: placing_word(line.word),
        "handed_over": lambda: tr("Diserahkan, {relation}", relation=relation_word(line.word).lower()),
        "told": lambda: tr("Kabar: {state}", state=say(notice_label(line.word))),
    }
    return titles[line.kind]()


def check_word(result: str) -> str:
    """What came of looking at a card."""
    words = {
        Check.OK: tr("Data dan chip cocok"),
        Check.ENCODE_FAILED: tr("Gagal encode, keping rusak"),
        Check.PRINT_FAILED: tr("Gagal cetak, keping rusak"),
        Check.WRONG_DATA: tr("Data salah, keping rusak"),
        Check.PRINTED_TWICE: tr("Tercetak dua kali, satu keping ke kotak"),
        Check.NOT_PRINTED: tr("Batal dicetak"),
    }
    return words.get(Check(result), result) if result in set(Check) else result.replace("_", " ")


def placing_word(placing: str) -> str:
    """What is said of where a card lies."""
    words = {
        Placing.READY: tr("Siap diambil"),
        Placing.BATCHED: tr("Disiapkan untuk kecamatan"),
        Placing.SENT: tr("Dikirim ke kecamatan"),
        Placing.AT_DISTRICT: tr("Diterima di kecamatan"),
        Placing.MISSING: tr("Tidak sampai di kecamatan"),
        Placing.RETURNED: tr("Kembali dari orang yang salah"),
        Placing.OWNER_DECEASED: tr("Pemilik meninggal"),
        Placing.OWNER_MOVED: tr("Pemilik pindah"),
        Placing.WITHDRAWN: tr("Ditarik"),
        Placing.BOXED: tr("Masuk kotak kartu rusak"),
        Placing.AGAIN: tr("Dicatat serah lagi"),
        Placing.UNSEEN: tr("Diserahkan sebelum cetakannya tercatat di sini"),
        Placing.UNCHECKED: tr("Diserahkan tanpa diperiksa"),
        Placing.UNDONE: tr("Catatan sebelumnya diurungkan"),
    }
    return words[Placing(placing)] if placing in set(Placing) else placing.replace("_", " ")
