"""How the registration page words people, their states and their waiting."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from fieldkit.domain.formats import date_numeric
from fieldkit.domain.lists.listing import EntryState, entry_label
from fieldkit.domain.people.nik import tail
from fieldkit.domain.people.person import age_on, marital_of, may_be_recorded, print_eligible_on
from fieldkit.domain.people.sex import Sex
from fieldkit.domain.requests.reasons import is_offices, reason_label
from fieldkit.domain.requests.service import Reason, step_label
from fieldkit.records.regions import RegionTable
from fieldkit.store.queries.table.registration import PastRequest, Person
from fieldkit.store.queries.table.warnings import UncollectedCard
from fieldkit.store.search import SearchHit, Spelling
from fieldkit.ui.formats import count, day_month, decimal
from fieldkit.ui.language import say, tr
from fieldkit.ui.places import district_label, village_label
from fieldkit.work.instants import at_site, moment

_TONES: Final = {
    EntryState.UNRECORDED: "info",
    EntryState.RECORDED: "ok",
    EntryState.DOUBLE_REPORTED: "warn",
}
_YOUNG: Final = 18
_CARD_AGE: Final = 17
MORE_THAN_SHOWN: Final = 30
"""As many hits as a search gives; there may be more."""


def state_badge(state: str, since: str, birth_date: str, on: date, time_zone: str) -> tuple[str, str]:
    """Word and tone of a person's state."""
    if state not in set(EntryState):
        return tr("Di luar daftar"), "mute"
    entry = EntryState(state)
    word = say(entry_label(entry))
    if entry is EntryState.RECORDED and since:
        word = f"{word} {day_month(at_site(moment(since), time_zone).date())}"
    if entry is EntryState.UNRECORDED and birth_date and age_on(date.fromisoformat(birth_date), on) < _YOUNG:
        word = f"{word} · {tr('pemula')}"
    return word, _TONES.get(entry, "mute")


def sex_short(sex: str) -> str:
    """Pr or Lk."""
    return _of_sex(sex, tr("Pr"), tr("Lk"))


def sex_long(sex: str) -> str:
    """Perempuan or Laki-laki."""
    return _of_sex(sex, tr("Perempuan"), tr("Laki-laki"))


def told_line(reason: str, *, has_nik: bool) -> str:
    """What the resident has to be told at once; nothing for what goes its usual way."""
    if reason and is_offices(reason):
        return tr(
            "Sampaikan ke warga: {reason} diselesaikan di kantor Dukcapil, bukan di meja ini. Kantor yang mengabari.",
            reason=say(reason_label(reason)).lower(),
        )
    if reason == Reason.PICK_UP:
        return tr("Diserahkan di halaman Kartu (F6): minta identitas, catat penerimanya. Di sini catat Kartu diambil.")
    if reason == Reason.RE_RECORDING:
        return tr("Hanya kalau kantor sudah menghapus rekaman lama. Kalau belum, hasilnya data ganda.")
    if reason in {Reason.FIRST_RECORDING, Reason.OUT_OF_REGION} and not has_nik:
        return tr("Belum ada NIK: isi F-1.01 dulu. Kalau NIK memang belum dibuat, hasilnya Urus biodata dulu.")
    return ""


def card_line(card: UncollectedCard, time_zone: str) -> str:
    """Where a card waits, and what to do instead of making another."""
    day = day_month(at_site(moment(card.since), time_zone).date())
    if card.place:
        return tr(
            "Ada sejak {day} dan belum diambil, di {place}. Antar ke pengambilan, tidak perlu surat polisi.",
            day=day,
            place=card.place,
        )
    return tr("Ada sejak {day} dan belum diambil. Antar ke pengambilan, tidak perlu surat polisi.", day=day)


def unexpected_line(state: str) -> str:
    """Somebody stands here whom a list does not expect: what to look at, and that work goes on; "" for anybody else."""
    if not state:
        return ""
    return tr(
        "Di daftar: {state}. Cocokkan orang dan KK-nya. Kalau memang dia, layani seperti biasa; keraguan ini ikut "
        "tercatat untuk kantor.",
        state=say(entry_label(state)),
    )


def again_words(past: PastRequest) -> tuple[str, str]:
    """Who was here before in this shift: the number stays, and the form need not be filled in twice."""
    title = tr("Tadi sudah terdaftar, {queue_no}", queue_no=past.queue_no)
    reason = say(reason_label(past.reason)).lower()
    return title, tr("Kalau datang lagi untuk {reason}, cukup antre lagi.", reason=reason)


def past_line(past: PastRequest, time_zone: str) -> str:
    """When a person was here last, what became of it, and how to print that receipt again."""
    return tr(
        "Terakhir {day}, {queue_no}: {reason}, {outcome}. Ctrl+P mencetak resinya lagi.",
        day=day_month(at_site(moment(past.since), time_zone).date()),
        queue_no=past.queue_no,
        reason=say(reason_label(past.reason)).lower(),
        outcome=say(step_label(past.step)).lower(),
    )


def pace_line(each: float | None, wait: int | None) -> str:
    """How fast it goes: "3,7 mnt per orang, terakhir menunggu ± 26 mnt"."""
    if each is None:
        return ""
    pace = tr("{n} mnt per orang", n=decimal(each))
    return pace if wait is None else tr("{pace}, terakhir ± {n} mnt", pace=pace, n=wait)


def doubt_words(codes: str) -> str:
    """What was in doubt when somebody was registered, in short."""
    known = {
        "phone_landline": tr("nomor telepon rumah"),
        "phone_letters": tr("huruf di nomor HP"),
        "phone_unlikely": tr("nomor HP tidak lazim"),
        "phone_several": tr("lebih dari satu nomor HP"),
        "nik_shared": tr("NIK tercatat atas nama lain"),
        "phone_crowded": tr("nomor HP dipakai banyak orang"),
        "papers_missing": tr("berkas belum dilihat"),
        "sex_mismatch": tr("jenis kelamin di NIK"),
        "confirmed_gone": tr("orangnya, sudah disahkan keluar dari daftar"),
        "reported_gone": tr("orangnya, dilaporkan keluar dari daftar"),
    }
    return ", ".join(dict.fromkeys(known.get(code, tr("angka NIK atau KK")) for code in codes.split(", ") if code))


def _of_sex(sex: str, female: str, male: str) -> str:
    words: dict[str, str] = {Sex.FEMALE: female, Sex.MALE: male}
    return words.get(sex, "")


def neighbourhood(rt: str, rw: str) -> str:
    """RT 03/RW 05."""
    parts = [f"RT {rt}" if rt else "", f"RW {rw}" if rw else ""]
    return "/".join(part for part in parts if part)


def hit_second(hit: SearchHit) -> str:
    """The second line of a hit, which fits its place: what tells two people of one name apart."""
    place = neighbourhood(hit.rt, hit.rw) if hit.is_here else ""
    born = date_numeric(date.fromisoformat(hit.birth_date)) if hit.birth_date else ""
    ends = f"…{tail(hit.nik_tail)}" if hit.nik_tail else ""
    return " · ".join(part for part in (sex_short(hit.sex), born, place, ends) if part)


def hit_more(hit: SearchHit, regions: RegionTable) -> tuple[str, ...]:
    """Lines of their own: the village of somebody from elsewhere, and the spelling that matched."""
    elsewhere = "" if hit.is_here else village_label(regions, hit.village)
    return tuple(filter(None, (elsewhere, also_line(hit.also))))


def also_line(also: Spelling | None) -> str:
    """How the row that matched writes a person who is shown by another row."""
    if also is None:
        return ""
    return tr(
        "ditulis juga {name}", name=" ".join(filter(None, (also.name, f"…{also.nik_tail}" if also.nik_tail else "")))
    )


def found_line(found: int) -> str:
    """How many people were found."""
    if found >= MORE_THAN_SHOWN:
        return tr("{n} teratas", n=found)
    return tr("{n} orang mirip", n=found) if found else tr("Tidak ketemu")


def out_of_line(total: int, place: str) -> str:
    """Out of how many."""
    return tr("dari {total} di {place}", total=count(total), place=place)


def whole_list_line(total: int, place: str) -> str:
    """How many are on the list, before anything is typed."""
    return tr("{total} orang di daftar {place}", total=count(total), place=place)


def known_line(person: Person, on: date, regions: RegionTable) -> str:
    """What is known of a person, in one line."""
    born = ""
    if person.birth_date:
        birth = date.fromisoformat(person.birth_date)
        born = tr("{day} ({age} th)", day=date_numeric(birth), age=age_on(birth, on))
    place = ", ".join(
        part
        for part in (person.address, neighbourhood(person.rt, person.rw), village_label(regions, person.village))
        if part
    )
    return " · ".join(part for part in (sex_long(person.sex), born, place) if part)


def lives_line(village: str, here: str, regions: RegionTable) -> str:
    """Where a walk-in lives, and for somebody from elsewhere also where that is."""
    if not village or village == here:
        return tr("Tinggal di {village}, tempat shift ini", village=village_label(regions, here))
    place = ", ".join(part for part in (village_label(regions, village), district_label(regions, village)) if part)
    return tr("Tinggal di {village}", village=place)


def minutes_since(since: str, now: datetime) -> int:
    """Full minutes since an instant; never below none, whatever the clock does."""
    return max(0, int((now - moment(since)).total_seconds()) // 60)


def polite(sex: str) -> str:
    """How a resident is spoken to, from the sex on record."""
    return _of_sex(sex, tr("Bu"), tr("Pak"))


def young_line(birth: date | None, on: date, marital: str, *, records: bool) -> str:
    """What a person under 17 has to know (F-W2), and of a recording only who comes for one; nothing for others."""
    status = marital_of(marital)
    if birth is None or age_on(birth, on) >= _CARD_AGE:
        return ""
    printed = print_eligible_on(birth, status)
    if printed is None:
        return ""
    age, day = age_on(birth, on), date_numeric(printed)
    if not records:
        return tr("Umur {age} tahun. Kartunya dicetak mulai {day}.", age=age, day=day)
    if may_be_recorded(birth, on, status):
        return tr("Umur {age} tahun. Direkam hari ini, kartunya dicetak mulai {day}.", age=age, day=day)
    return tr(
        "Umur {age} tahun, perekaman baru boleh mulai 16 tahun. Jelaskan dengan ramah, lalu catat hasilnya Belum 16 "
        "tahun. Kartunya dicetak mulai {day}.",
        age=age,
        day=day,
    )
