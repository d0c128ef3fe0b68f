"""What the page of cards says of a card: its badge, the one-line answer, and the lines of its story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from fieldkit.domain.cards.card import IN_HAND, OF_BATCH, CardState, Check, Placing
from fieldkit.domain.cards.pick_up import Relation
from fieldkit.domain.cards.print_order import URGENT, Wait
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.notices.labels import notice_label
from fieldkit.domain.people.phone import PhoneOwner
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import step_label
from fieldkit.domain.shifts.shift import SessionKind
from fieldkit.domain.stock.movements import spoil_reason_label
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.story import StoryLine
from fieldkit.ui.formats import clock, day_short
from fieldkit.ui.language import say, tr
from fieldkit.ui.widgets.rows import RowItem
from fieldkit.work.instants import at_site, moment

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


def reason_word(reason: str) -> str:
    """A reason of a request, or the place of the urgent ones in the order."""
    return tr("Mendesak, disetujui") if reason == URGENT else say(reason_label(reason))


def when(instant: str, zone: str) -> str:
    """Day and time at the site."""
    at = at_site(moment(instant), zone)
    return f"{day_short(at.date())} {clock(at)}"


def badge(card: CardRow, zone: str) -> tuple[str, str]:
    """The state of a card in a word, with its tone."""
    if not card.is_there:
        return tr("Belum ada kartu"), "mute"
    if not card.is_due and card.card.state in IN_HAND:
        return tr("Dicetak, rekamannya batal"), "warn"
    if card.card.state is CardState.QUEUED:
        return _queued_badge(card)
    words: Mapping[CardState, tuple[str, str]] = {
        CardState.PRINTED: (tr("Dicetak {time}", time=_clock(card.card.since, zone)), "info"),
        CardState.CHECKED: (tr("Sudah diperiksa"), "info"),
        CardState.READY: (tr("Siap diambil"), "ok"),
        CardState.IN_BATCH: (tr("Disiapkan ke kecamatan"), "info"),
        CardState.ON_THE_WAY: (tr("Menuju kecamatan"), "info"),
        CardState.AT_DISTRICT: (tr("Di kecamatan"), "ok"),
        CardState.MISSING: (tr("Tidak sampai"), "err"),
        CardState.HANDED_OVER: (tr("Diserahkan"), "mute"),
        CardState.RETURNED: (tr("Kembali, salah orang"), "warn"),
        CardState.OWNER_DECEASED: (tr("Pemilik meninggal"), "mute"),
        CardState.OWNER_MOVED: (tr("Pemilik pindah"), "mute"),
        CardState.WITHDRAWN: (tr("Ditarik"), "mute"),
        CardState.BOXED: (tr("Di kotak rusak"), "mute"),
    }
    return words[card.card.state]


def _queued_badge(card: CardRow) -> tuple[str, str]:
    waits = {
        Wait.UNDER_AGE: (tr("Mulai {day}", day=_birthday(card)), "mute"),
        Wait.IN_QUESTION: (tr("Menunggu keputusan"), "warn"),
        Wait.AT_OFFICE: (tr("Dicetak di kantor"), "mute"),
        Wait.NO_NIK: (tr("Belum ada NIK"), "warn"),
        Wait.SCARCITY: (tr("Tertunda"), "warn"),
        Wait.POSTPONED: (tr("Tertunda"), "warn"),
    }
    return waits[Wait(card.wait)] if card.wait else (tr("Giliran {n}", n=card.turn), "info")


def second_line(card: CardRow, zone: str) -> str:
    """What stands under the name: number, reason, since when, and how often a piece was spoiled."""
    parts = [card.queue_no, reason_word(card.reason), tr("daftar {day}", day=_day(card.registered_at, zone))]
    if card.is_urgent:
        parts.append(tr("mendesak"))
    if card.card.spoiled:
        parts.append(tr("{n} keping rusak", n=card.card.spoiled))
    if card.card.state is CardState.READY:
        parts.append(card.card.place)
    return " · ".join(parts)


def why_untold(card: CardRow) -> str:
    """Why somebody who applied has heard nothing (F-K3)."""
    if card.card.state is CardState.QUEUED:
        waits = {
            Wait.UNDER_AGE: tr("ditahan: belum 17 tahun"),
            Wait.IN_QUESTION: tr("ditahan: data menunggu keputusan"),
            Wait.AT_OFFICE: tr("di kantor: data berubah"),
            Wait.NO_NIK: tr("ditahan: belum ada NIK"),
            Wait.SCARCITY: tr("ditunda: {reason}", reason=reason_word(card.reason).lower()),
            Wait.POSTPONED: tr("ditunda: {reason}", reason=reason_word(card.reason).lower()),
        }
        return waits[Wait(card.wait)] if card.wait else tr("belum dicetak")
    if card.card.state not in (CardState.READY, *OF_BATCH):
        return tr("dicetak, belum ditaruh")
    return tr("siap, tidak punya HP") if card.phone_answer == PhoneOwner.NONE else tr("siap, belum dikabari")


def answer(card: CardRow, zone: str, day: date) -> str:
    """Where the card is, in one line (NC-2)."""
    if not card.is_there:
        return tr("Belum ada kartu: permintaan ini belum selesai di meja.")
    state = card.card.state
    if state is CardState.QUEUED:
        return _queued_answer(card, zone, day)
    since = when(card.card.since, zone)
    told = tr("dikabari {day}", day=_day(card.told_at, zone)) if card.told_at else tr("belum dikabari")
    keeps = {"place": card.card.place, "who": card.card.custodian, "when": since}
    sentences: Mapping[CardState, Callable[[], str]] = {
        CardState.PRINTED: lambda: tr("Dicetak {when} di {place}, belum diperiksa.", when=since, place=keeps["place"]),
        CardState.CHECKED: lambda: tr("Dicetak dan cocok, belum ditaruh: masih di {place}.", place=keeps["place"]),
        CardState.READY: lambda: tr(
            "Siap diambil di {place} sejak {when}, dipegang {who}, {told}.", told=told, **keeps
        ),
        CardState.IN_BATCH: lambda: tr(
            "Disiapkan untuk kecamatan sejak {when}, masih di {place}. Bisa diambil sekarang, dipegang {who}.", **keeps
        ),
        CardState.ON_THE_WAY: lambda: tr("Menuju {place} sejak {when}, diserahkan {who}.", **keeps),
        CardState.AT_DISTRICT: lambda: tr("Siap diambil di {place} sejak {when}, dipegang {who}.", **keeps),
        CardState.MISSING: lambda: tr("Tidak sampai di {place} ({when}). {who} yang mencari.", **keeps),
        CardState.HANDED_OVER: lambda: tr("Diserahkan {when} kepada {who}.", when=since, who=keeps["who"]),
        CardState.RETURNED: lambda: tr("Kembali {when} dari orang yang salah, di {place} ({who}).", **keeps),
        CardState.OWNER_DECEASED: lambda: tr("Pemilik meninggal. Kartu di {place}, dipegang {who}.", **keeps),
        CardState.OWNER_MOVED: lambda: tr("Pemilik pindah. Kartu di {place}, dipegang {who}.", **keeps),
        CardState.WITHDRAWN: lambda: tr("Ditarik {when}. Kartu di {place}, dipegang {who}.", **keeps),
        CardState.BOXED: lambda: tr("Ditarik, di kotak kartu rusak sejak {when}. Menunggu dimusnahkan.", when=since),
    }
    return sentences[state]()


def _queued_answer(card: CardRow, zone: str, day: date) -> str:
    days = (day - at_site(moment(card.registered_at), zone).date()).days
    waited = tr("menunggu {n} hari", n=days) if days > 0 else tr("daftar hari ini")
    sentences = {
        Wait.UNDER_AGE: tr("Ditahan: baru 17 tahun pada {day}. Dicetak mulai hari itu.", day=_birthday(card)),
        Wait.IN_QUESTION: tr("Ditahan: ada dua isian yang berbeda untuk data orang ini. Putuskan di Sinkronisasi."),
        Wait.AT_OFFICE: tr("Datanya berubah, jadi kantor yang mencetak ({waited}).", waited=waited),
        Wait.NO_NIK: tr(
            "Ditahan: belum ada NIK, jadi belum masuk antrean cetak ({waited}). Tulis NIK kalau sudah ada.",
            waited=waited,
        ),
        Wait.SCARCITY: tr(
            "Tertunda karena blangko atau ribbon kurang: {reason}, {waited}. Giliran menurut urutan daftar tetap.",
            reason=reason_word(card.reason).lower(),
            waited=waited,
        ),
        Wait.POSTPONED: tr(
            "Tertunda menurut aturan kantor selama blangko langka: {reason}, {waited}. Giliran menurut urutan daftar "
            "tetap.",
            reason=reason_word(card.reason).lower(),
            waited=waited,
        ),
    }
    if card.wait:
        return sentences[Wait(card.wait)]
    return tr("Bisa dicetak sekarang: giliran ke-{n}, {waited}.", n=card.turn, waited=waited)


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


def relation_word(relation: str) -> str:
    """Who received a card."""
    words = {
        Relation.OWNER: tr("Sendiri"),
        Relation.SAME_FAMILY_CARD: tr("Satu KK"),
        Relation.WITH_LETTER: tr("Surat kuasa"),
    }
    return words[Relation(relation)] if relation in set(Relation) else relation.replace("_", " ")


def _birthday(card: CardRow) -> str:
    return date_numeric(date.fromisoformat(card.eligible_on)) if card.eligible_on else "–"


def _day(instant: str, zone: str) -> str:
    return day_short(at_site(moment(instant), zone).date())


def _clock(instant: str, zone: str) -> str:
    return clock(at_site(moment(instant), zone))
