"""Phone numbers of residents: cleaned first, then read; a doubtful one warns and is kept as typed (domain 2.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fieldkit.domain.errors import Problem, Severity
from fieldkit.domain.text import Text, text, words_of

_GROUP: Final = 4
_TAIL_SHOWN: Final = 3
_FEWEST_TO_SHOW_ENDS: Final = 10

MOST_PER_PHONE: Final = 10
"""So many people may share a phone, as families do; more are a doubt (domain 2.9)."""

_BETWEEN_NUMBERS: Final = re.compile(r"[/,;]")
_NOT_A_DIGIT: Final = re.compile(r"[^0-9]+")
_WRITTEN_AS_NUMBER: Final = re.compile(r"\+?[0-9\s.()\-–—\u00a0]+")
_NEITHER_DIGIT_NOR_PLUS: Final = re.compile(r"[^0-9+]+")
_INDONESIAN: Final = re.compile(r"^(?:\+62|62(?=0?8|[0-9]{7}))0?|^(?=8)")
_MOBILE: Final = re.compile("08[1-35-9][0-9]{7,10}")
"""All mobile numbers of the country, as the library has them; it takes 70 µs for one, a list has 200,000."""


class PhoneOwner(StrEnum):
    """Whose phone takes the news that the card is ready; `none` is an answer, not an empty field."""

    OWN = "own"
    FAMILY = "family"
    NONE = "none"


_OWNER_LABELS: Final[Mapping[str, Text]] = {
    PhoneOwner.OWN: text("Sendiri"),
    PhoneOwner.FAMILY: text("Keluarga"),
    PhoneOwner.NONE: text("Tidak punya HP"),
}


def owner_label(owner: str) -> Text:
    """The word on the button: whose phone it is."""
    return _OWNER_LABELS.get(owner) or words_of(owner)


@dataclass(frozen=True, slots=True)
class PhoneCheck:
    """A number in E.164 or None, as it was typed, and what was found."""

    e164: str | None
    as_typed: str
    can_take_sms: bool
    findings: tuple[Problem, ...]


def check_phone(raw: str) -> PhoneCheck:
    """Read and check a number as typed; of several the first that takes SMS. Nothing typed is no finding."""
    typed = raw.strip()
    parts = [part for part in _BETWEEN_NUMBERS.split(typed) if part.strip()]
    if not parts:
        return PhoneCheck(None, typed, False, ())
    checks = [_check_one(part.strip()) for part in parts]
    best = max(checks, key=lambda check: (check.can_take_sms, check.e164 is not None))
    several = (_several(best),) if len(parts) > 1 else ()
    return PhoneCheck(best.e164, typed, best.can_take_sms, several + best.findings)


def read_back(raw: str) -> str:
    """The number in groups of four to read aloud, also while it is typed: "0812 – 3490 – 11"."""
    return " / ".join(_in_groups(_national(part)) for part in _BETWEEN_NUMBERS.split(raw))


def _in_groups(digits: str) -> str:
    return " – ".join(digits[start : start + _GROUP] for start in range(0, len(digits), _GROUP))


def mask_phone(e164_or_typed: str) -> str:
    """The number as it may be shown: "0857 •••• 204"; a short one shows nothing of itself."""
    digits = _national(e164_or_typed)
    if len(digits) < _FEWEST_TO_SHOW_ENDS:
        return "••••"
    return f"{digits[:_GROUP]} •••• {digits[-_TAIL_SHOWN:]}"


def check_phone_answer(
    owner: PhoneOwner | None, raw: str, contact_name: str, contact_relation: str
) -> tuple[Problem, ...]:
    """What is missing or doubtful in the answer to the phone question, which is asked every time (F-K1)."""
    if owner is PhoneOwner.NONE:
        return _contact_missing(contact_name, contact_relation)
    if not _NOT_A_DIGIT.sub("", raw):
        return (_unanswered(),)
    unowned = (_owner_unanswered(),) if owner is None else ()
    return unowned + check_phone(raw).findings


def crowded_phone_problem() -> Problem:
    """A number that already stands for many people: it may be that of an official, who can not pass on all news."""
    message = text(
        "Nomor ini sudah dipakai lebih dari {n} orang. Tanyakan nomor sendiri atau keluarga; kalau memang itu satu-"
        "satunya, lanjutkan saja.",
        n=MOST_PER_PHONE,
    )
    return Problem("phone", "phone_crowded", message, Severity.WARN)


def _check_one(part: str) -> PhoneCheck:
    if not _WRITTEN_AS_NUMBER.fullmatch(part):
        return PhoneCheck(None, part, False, (_letters(),))
    dialled = _dialled(part)
    if _MOBILE.fullmatch(dialled):
        return PhoneCheck(f"+62{dialled[1:]}", part, True, ())
    return _look_up(part, dialled)


def _look_up(part: str, dialled: str) -> PhoneCheck:
    import phonenumbers  # its tables take longer to load than the window has

    try:
        number = phonenumbers.parse(dialled, "ID")
    except phonenumbers.NumberParseException:
        return PhoneCheck(None, part, False, (_unlikely(part),))
    if not phonenumbers.is_valid_number(number):
        return PhoneCheck(None, part, False, (_unlikely(part),))
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    mobile = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    can_take_sms = phonenumbers.number_type(number) in mobile
    return PhoneCheck(e164, part, can_take_sms, () if can_take_sms else (_landline(),))


def _dialled(raw: str) -> str:
    """The digits from a leading 0 on, or from + for abroad: the library misreads a bare 62810... and any 00."""
    kept = _NEITHER_DIGIT_NOR_PLUS.sub("", raw)
    return _INDONESIAN.sub("0", f"+{kept[2:]}" if kept.startswith("00") else kept)


def _national(raw: str) -> str:
    """The digits as people say them: those of an Indonesian number from the leading 0 on."""
    return _dialled(raw).replace("+", "")


def _contact_missing(name: str, relation: str) -> tuple[Problem, ...]:
    found = []
    if not name.strip():
        message = text(
            "Belum ditulis siapa yang bisa dihubungi. Tulis namanya, misalnya anak, tetangga, atau ketua RT."
        )
        found.append(Problem("contact_name", "contact_name_missing", message))
    if not relation.strip():
        message = text("Belum ditulis hubungannya dengan warga. Tulis singkat, misalnya anak, tetangga, atau ketua RT.")
        found.append(Problem("contact_relation", "contact_relation_missing", message))
    return tuple(found)


def _unanswered() -> Problem:
    message = text(
        "Nomor HP belum dijawab. Tanpa nomor, kabar KTP jadi tidak sampai. Tanyakan lagi, atau pilih Tidak punya HP "
        "dan tulis siapa yang bisa dihubungi."
    )
    return Problem("phone", "phone_unanswered", message)


def _owner_unanswered() -> Problem:
    message = text("Belum dijawab ini nomor siapa. Tanyakan, lalu pilih Sendiri atau Keluarga.")
    return Problem("phone", "phone_owner_unanswered", message)


def _letters() -> Problem:
    message = text(
        "Ada yang bukan angka di nomor HP, mungkin huruf O. Nomor disimpan seperti diketik, tetapi SMS tidak bisa "
        "dikirim. Bacakan ulang dan betulkan."
    )
    return Problem("phone", "phone_letters", message, Severity.WARN)


def _unlikely(part: str) -> Problem:
    message = text(
        "Nomor HP ini {n} angka dan tidak lazim, biasanya 10–13 angka diawali 08. Bacakan ulang; kalau memang begitu, "
        "lanjutkan saja.",
        n=len(_national(part)),
    )
    return Problem("phone", "phone_unlikely", message, Severity.WARN)


def _landline() -> Problem:
    message = text(
        "Ini nomor telepon rumah, tidak bisa menerima SMS. Tanyakan nomor HP keluarga; kalau tidak ada, lanjutkan "
        "saja, nanti ditelepon."
    )
    return Problem("phone", "phone_landline", message, Severity.WARN)


def _several(taken: PhoneCheck) -> Problem:
    message = text("Ada lebih dari satu nomor. Sisakan satu saja, yang paling sering dipakai.")
    if taken.e164 is not None:
        message = text(
            "Ada lebih dari satu nomor, yang dipakai {number}. Kalau bukan itu, sisakan satu nomor saja.",
            number=mask_phone(taken.e164),
        )
    return Problem("phone", "phone_several", message, Severity.WARN)
