"""Where a card is, in one line: for whoever works here, and calm words to be read out to whoever asks (NC-2).

Also why somebody who applied has heard nothing (F-K3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from fieldkit.domain.cards.card import IN_HAND, CardState, Position
from fieldkit.domain.cards.pick_up import Relation
from fieldkit.domain.cards.print_order import URGENT, Wait
from fieldkit.domain.cards.untold import Untold, why_untold
from fieldkit.domain.formats import date_numeric
from fieldkit.domain.national.status import NationalStatus, remedy, status_label
from fieldkit.domain.notices.wording import discreet_name
from fieldkit.domain.requests.reasons import reason_label
from fieldkit.domain.requests.service import RequestState
from fieldkit.store.queries.cards.queue import CardRow
from fieldkit.store.queries.cards.whereabouts import Whereabouts
from fieldkit.ui.formats import clock, day_month, day_short
from fieldkit.ui.language import say, tr
from fieldkit.work.instants import at_site, moment


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
    return state_badge(card.card, zone)


def state_badge(card: Position, zone: str) -> tuple[str, str]:
    """The same of a card of which nothing else is known."""
    words: Mapping[CardState, tuple[str, str]] = {
        CardState.PRINTED: (tr("Dicetak {time}", time=_clock(card.since, zone)), "info"),
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
    return words.get(card.state, (tr("Belum dicetak"), "mute"))


def _queued_badge(card: CardRow) -> tuple[str, str]:
    waits = {
        Wait.UNDER_AGE: (tr("Mulai {day}", day=birthday(card)), "mute"),
        Wait.IN_QUESTION: (tr("Menunggu keputusan"), "warn"),
        Wait.AT_OFFICE: (tr("Dicetak di kantor"), "mute"),
        Wait.NO_NIK: (tr("Belum ada NIK"), "warn"),
        Wait.AT_CENTRE: (tr("Ditahan di pusat"), "warn"),
        Wait.SCARCITY: (tr("Tertunda"), "warn"),
        Wait.POSTPONED: (tr("Tertunda"), "warn"),
    }
    return waits[Wait(card.wait)] if card.wait else (tr("Giliran {n}", n=card.turn), "info")


def untold_words(card: CardRow, why: Untold | None = None) -> str:
    """Why somebody who applied has heard nothing (F-K3)."""
    words: Mapping[Untold, str] = {
        Untold.POSTPONED: tr("ditunda: {reason}", reason=reason_word(card.reason).lower()),
        Untold.UNDER_AGE: tr("ditahan: belum 17 tahun"),
        Untold.IN_QUESTION: tr("ditahan: data menunggu keputusan"),
        Untold.AT_OFFICE: tr("di kantor: data berubah"),
        Untold.NO_NIK: tr("ditahan: belum ada NIK"),
        Untold.AT_CENTRE: tr("ditahan: {status}", status=_stop_word(card)),
        Untold.NOT_PRINTED: tr("belum dicetak"),
        Untold.NOT_READY: tr("dicetak, belum ditaruh"),
        Untold.NO_NUMBER: tr("siap, tidak punya HP"),
        Untold.STOPPED: tr("siap, minta tidak dikirimi kabar"),
        Untold.FAILED: tr("siap, kabar tidak sampai"),
        Untold.NOT_SENT: tr("siap, belum dikabari"),
    }
    return words[why or why_untold(card.card.state, card.wait, card.phone_answer)]


def answer(card: CardRow, zone: str, day: date) -> str:
    """Where the card is, in one line (NC-2)."""
    if not card.is_there:
        return tr("Belum ada kartu: permintaan ini belum selesai di meja.")
    state = card.card.state
    if state is CardState.QUEUED:
        return _queued_answer(card, zone, day)
    since = when(card.card.since, zone)
    told = tr("dikabari {day}", day=day_at(card.told_at, zone)) if card.told_at else tr("belum dikabari")
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
        Wait.UNDER_AGE: tr("Ditahan: baru 17 tahun pada {day}. Dicetak mulai hari itu.", day=birthday(card)),
        Wait.IN_QUESTION: tr("Ditahan: ada dua isian yang berbeda untuk data orang ini. Putuskan di Sinkronisasi."),
        Wait.AT_OFFICE: tr("Datanya berubah, jadi kantor yang mencetak ({waited}).", waited=waited),
        Wait.NO_NIK: tr(
            "Ditahan: belum ada NIK, jadi belum masuk antrean cetak ({waited}). Tulis NIK kalau sudah ada.",
            waited=waited,
        ),
        Wait.AT_CENTRE: tr("Ditahan ({waited}). {what}", waited=waited, what=stop_said(card)),
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


def stop_said(card: CardRow) -> str:
    """What the national centre says of the record, and what is to be done about it (F-R4)."""
    if card.stop is None:
        return ""
    said = tr("Menurut data pusat per {day}: {status}.", day=_numeric(card.stop.as_of), status=_stop_word(card))
    what = remedy(card.stop.status)
    return f"{said} {say(what)}" if what is not None else said


def _stop_word(card: CardRow) -> str:
    return say(status_label(card.stop.status)).lower() if card.stop is not None else tr("data pusat")


def for_resident(where: Whereabouts, zone: str) -> str:
    """The same, to be read out: no full name, no NIK, nobody to blame, and no day that nobody can promise (F-R3)."""
    card = where.card
    who, since = discreet_name(card.name), _month(card.card.since or card.registered_at, zone, where.day)
    if not card.is_there:
        return _unfinished(where, who, zone)
    if card.card.state is CardState.QUEUED:
        return _queued_for_resident(where, who, zone)
    keeps = {"who": who, "place": card.card.place, "day": since}
    sentences: Mapping[CardState, Callable[[], str]] = {
        CardState.PRINTED: lambda: tr("Kartu {who} sudah dicetak {day}, sedang diperiksa petugas.", **keeps),
        CardState.CHECKED: lambda: tr("Kartu {who} sudah dicetak {day} dan cocok, sebentar lagi ditaruh.", **keeps),
        CardState.READY: lambda: _ready_for_resident(where, keeps),
        CardState.IN_BATCH: lambda: tr(
            "Kartu {who} masih bisa diambil di {place}. Sebentar lagi dikirim ke kecamatan, tanyakan dulu sebelum "
            "datang.",
            **keeps,
        ),
        CardState.ON_THE_WAY: lambda: tr(
            "Kartu {who} dalam perjalanan ke {place} sejak {day}. Bisa diambil di sana sesudah diterima.", **keeps
        ),
        CardState.AT_DISTRICT: lambda: tr("Kartu {who} siap diambil di {place} sejak {day}. Bawa KK. Gratis.", **keeps),
        CardState.MISSING: lambda: tr(
            "Kartu {who} sudah jadi, belum sampai di {place}. Petugas sedang mencarinya.", **keeps
        ),
        CardState.HANDED_OVER: lambda: tr(
            "Kartu {who} sudah diserahkan {day} kepada {receiver} ({relation}).",
            receiver=discreet_name(card.card.custodian) if where.relation != Relation.OWNER else tr("pemiliknya"),
            relation=_relation(where.relation),
            **keeps,
        ),
    }
    return sentences[card.card.state]() if card.card.state in sentences else _at_the_office(who)


def _ready_for_resident(where: Whereabouts, keeps: Mapping[str, str]) -> str:
    if not where.told or where.told_on is None:
        return tr("Kartu {who} siap diambil di {place} sejak {day}, kabarnya belum terkirim. Bawa KK. Gratis.", **keeps)
    return tr(
        "Kartu {who} siap diambil di {place} sejak {day}, kabar ke-{n} sudah terkirim {told}.",
        n=where.told,
        told=_dated(where.told_on, where.day),
        **keeps,
    )


def _queued_for_resident(where: Whereabouts, who: str, zone: str) -> str:
    card = where.card
    if card.wait == Wait.AT_CENTRE:
        return _stopped_for_resident(card, who)
    if where.national:
        status = say(status_label(where.national)).lower()
        return tr(
            "Rekaman {who} masih diproses di pusat ({status}), jadi kartunya belum bisa dicetak.",
            who=who,
            status=status,
        )
    asked, reason = _month(card.registered_at, zone, where.day), reason_word(card.reason).lower()
    sentences = {
        Wait.UNDER_AGE: tr(
            "Rekaman {who} sudah tersimpan. Kartunya dicetak mulai {day}, saat berumur 17 tahun.",
            who=who,
            day=birthday(card),
        ),
        Wait.IN_QUESTION: tr("Kartu {who} belum dicetak: datanya sedang dicocokkan kantor.", who=who),
        Wait.AT_OFFICE: tr("Kartu {who} dicetak kantor sesudah datanya diubah, diajukan {day}.", who=who, day=asked),
        Wait.NO_NIK: tr("Kartu {who} belum dicetak: NIK belum ada, biodatanya diurus dulu di kantor.", who=who),
        Wait.SCARCITY: tr(
            "Kartu {who} belum dicetak: ditunda karena blangko terbatas ({reason}). Permintaan {day} tetap tercatat.",
            who=who,
            reason=reason,
            day=asked,
        ),
        Wait.POSTPONED: tr(
            "Kartu {who} belum dicetak: ditunda selama blangko langka ({reason}). Permintaan {day} tetap tercatat.",
            who=who,
            reason=reason,
            day=asked,
        ),
    }
    if card.wait:
        return sentences[Wait(card.wait)]
    return tr("Kartu {who} menunggu giliran dicetak, diajukan {day}.", who=who, day=asked)


def _stopped_for_resident(card: CardRow, who: str) -> str:
    """What the owner can do, or that nothing is to be done."""
    words = {
        NationalStatus.DUPLICATE: tr(
            "Kartu {who} belum bisa dicetak: datanya tercatat ganda di pusat. Pemiliknya mengurusnya di kantor, bawa "
            "KK. Gratis.",
            who=who,
        ),
        NationalStatus.DELETED_AT_CENTRE: tr(
            "Kartu {who} belum bisa dicetak: rekamannya perlu diulang. Datang lagi untuk direkam, bawa KK. Gratis.",
            who=who,
        ),
    }
    usual = tr("Kartu {who} belum bisa dicetak: datanya diurus kantor ke pusat. Kantor memberi kabar.", who=who)
    return words.get(NationalStatus(card.stop.status), usual) if card.stop is not None else usual


def _unfinished(where: Whereabouts, who: str, zone: str) -> str:
    card = where.card
    asked = _month(card.registered_at, zone, where.day)
    if card.state in (RequestState.WAITING, RequestState.IN_SERVICE):
        return tr("Permintaan {who} tercatat {day}, belum selesai dilayani di meja.", who=who, day=asked)
    if card.state == RequestState.INCOMPLETE_PAPERS:
        return tr("Permintaan {who} tercatat {day}, menunggu berkas yang kurang.", who=who, day=asked)
    return tr("Permintaan {who} tercatat {day}. Tidak ada kartu baru untuk permintaan ini.", who=who, day=asked)


def _at_the_office(who: str) -> str:
    return tr("Kartu {who} disimpan kantor. Minta pemiliknya menanyakan ke kantor, bawa KK.", who=who)


def _relation(relation: str) -> str:
    words = {
        Relation.OWNER: tr("sendiri"),
        Relation.SAME_FAMILY_CARD: tr("satu KK"),
        Relation.WITH_LETTER: tr("surat kuasa"),
    }
    return words[Relation(relation)] if relation in set(Relation) else tr("sendiri")


def birthday(card: CardRow) -> str:
    """The day from which a card may be printed."""
    return _numeric(card.eligible_on) if card.eligible_on else "–"


def _numeric(iso: str) -> str:
    return date_numeric(date.fromisoformat(iso))


def day_at(instant: str, zone: str) -> str:
    """The day at the site."""
    return day_short(at_site(moment(instant), zone).date())


def _month(instant: str, zone: str, today: date) -> str:
    return _dated(at_site(moment(instant), zone).date(), today)


def _dated(day: date, today: date) -> str:
    """A card may lie over the turn of a year."""
    return day_month(day) if day.year == today.year else f"{day_month(day)} {day.year}"


def _clock(instant: str, zone: str) -> str:
    return clock(at_site(moment(instant), zone))
