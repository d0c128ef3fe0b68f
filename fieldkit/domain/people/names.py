"""How Indonesian names sound, whatever their spelling: the keys that search and doubles are found by.

Every rule looks back, never ahead, wherever it can: so the key of a half-typed word is where the key of the whole
word begins. For that a sound inside a word is written with the letter that its longer spelling begins with:
C and TJ are "TC", H, KH and CH are "KH", J and DJ are "DJ". At the front of a word they are plain C, H and J.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

_TITLE: Final = re.compile("HJ?|KH|DR[AGS]?|IR|PROF|TG[HK]|TN|NY|SDRI?|BPK|ALMH?")
_DEGREE: Final = re.compile(
    "S(?:PD(?:I|SD)?|AG|KOM|SOS|SI|IP|AP|KED|KEP|KEB|KM|GZ|FARM|PSI|HUM|HI|EI|PT|HUT|TP|SN|PI)"
    "|M(?:PDI?|SI|AG|KOM|KES|HUM|SC|AP)|AMD(?:KEB|KEP|KOM)?|AMAPD|BSC|PHD"
)
_DEGREE_IF_MARKED: Final = re.compile("S[EHPT]|M[AHMT]|BA")
"""Degrees that are also a name or a short form: left out only with a dot inside, or behind a comma."""

_MARKS: Final = re.compile(r"['’‘`´ʼʻ\"“”]")
_CHUNK: Final = re.compile(r"(,?)\s*([A-Z0-9.]+)")
_NOT_A_LETTER: Final = re.compile(r"[^A-Z]+")

_SHORT_FORMS: Final = {
    **dict.fromkeys(("M", "MOH", "MUH", "MOCH", "MUCH", "MOHD", "MUHD", "MHD"), "MUHAMAD"),
    **dict.fromkeys(("AH", "ACH", "AKH"), "AHMAD"),
    "ST": "SITI",
    "ABD": "ABDUL",
}
_SHORT_PREFIXES: Final = {
    **dict.fromkeys(("MOH", "MUH", "MOCH", "MUCH"), "MUKH"),
    **dict.fromkeys(("MOHD", "MUHD", "MHD"), "MUKHAMAD"),
    **dict.fromkeys(("ACH", "AKH"), "AKH"),
    "MH": "M",
    "ST": "S",
    "CH": "",
}
"""Where a short form, or the front of a word that could become one, does not begin as its full form does."""

_AT_FRONT: Final = {"CHR": "KR", "CH": "H", "KH": "H", "DJ": "J", "Y": "J", "TJ": "C", "DZ": "S", "TS": "S"}
_INSIDE: Final = {
    "BH": "B",
    "DH": "D",
    "FH": "P",
    "GH": "G",
    "PH": "P",
    "SH": "S",
    "TH": "T",
    "VH": "P",
    "ZH": "S",
    "SJ": "S",
    "SY": "S",
    "CH": "KH",
    "KH": "KH",
    "H": "KH",
    "CK": "K",
    "TJ": "TC",
    "C": "TC",
    "DJ": "DJ",
    "J": "DJ",
    "AE": "AI",
    "OE": "U",
    "O": "U",
    "Y": "I",
    "F": "P",
    "V": "P",
    "Q": "K",
    "X": "KS",
    "Z": "S",
}
_SPELLING: Final = re.compile(
    "^(?:CHR|[CK]H|[DT]J|DZ|TS|Y)|[BDFGPSTVZ]H|S[JY](?=[AEIOU])|[CK]H|CK|[DT]J|[AO]E|(?<=.)[CHJY]|[FOQVXZ]"
)
_OLD_SPELLING: Final = re.compile("OE|DJ|TJ|SJ|^NJ")
_LONE_J: Final = re.compile("(?<![DTS])J")
_J_FOR_Y: Final = re.compile("(?<=[BFHKLPVW])J|(?<=^N)J")
_DOUBLED: Final = re.compile(r"(.)\1+")
_FINAL_H: Final = re.compile("(?<=.[AEIOUY])H$")
_FINAL_C: Final = re.compile("(?<=.)C$")
_UNDECIDED: Final = re.compile("(?<=.)C$|(?<=S)[JY]$|(?<=.[AEIOUY])H$")
"""What the next letter may still change; an H is silent where a word ends."""

_SHORT_WORD: Final = frozenset((2, 3, 4))
_FUSED_FRONT: Final = "NUR"
_FUSED_LENGTH: Final = 5


def words(name: str) -> tuple[str, ...]:
    """The parts of a name in capitals, titles and degrees left out; all of them where nothing else would be left."""
    if name.isascii() and name.replace(" ", "").isalpha():
        bare = name.upper().split()
        return tuple([part for part in bare if not _is_title(part)] or bare)
    found: list[str] = []
    all_parts: list[str] = []
    for comma, chunk in _CHUNK.findall(_plain(name)):
        parts = [part for part in chunk.split(".") if part]
        all_parts += parts
        if not _is_left_out("".join(parts), with_mark=bool(comma) or len(parts) > 1):
            found += [part for part in parts if not _TITLE.fullmatch(part)]
    return tuple(found or all_parts)


def _plain(name: str) -> str:
    upper = _MARKS.sub("", name).upper()
    return upper if upper.isascii() else unicodedata.normalize("NFKD", upper).encode("ascii", "ignore").decode()


@lru_cache(maxsize=65536)
def _is_title(part: str) -> bool:
    return _is_left_out(part, with_mark=False)


def _is_left_out(letters: str, *, with_mark: bool) -> bool:
    if _TITLE.fullmatch(letters) or _DEGREE.fullmatch(letters):
        return True
    return with_mark and _DEGREE_IF_MARKED.fullmatch(letters) is not None


@lru_cache(maxsize=65536)
def sound_key(word: str) -> str:
    """How a word of a name sounds, in letters A to Y without Q: old and new spelling, short and full form alike."""
    letters = _letters(word)
    single = _DOUBLED.sub(r"\1", _SHORT_FORMS.get(letters, letters))
    return _sound(_FINAL_C.sub("K", _FINAL_H.sub("", single)))


def sound_prefix(partial_word: str) -> str:
    """Where the key of every word begins that continues what was typed; may be empty."""
    letters = _letters(partial_word)
    if letters in _SHORT_PREFIXES:
        return _SHORT_PREFIXES[letters]
    return _sound(_UNDECIDED.sub("", _DOUBLED.sub(r"\1", letters)))


def sound_keys(name: str) -> tuple[str, ...]:
    """The keys under which a name is found: those of its words in their order, then those of other ways to space it.

    NUR AINI is also found as NURAINI: a word of two to four letters, if no short form, is joined with the next one.
    NURAINI is also found as AINI, since NUR is the part that is written apart or not as it pleases.
    """
    parts = words(name)
    keys = dict.fromkeys(map(sound_key, parts))
    for word, following in pairwise(parts):
        if len(word) in _SHORT_WORD and word not in _SHORT_FORMS:
            keys[sound_key(word + following)] = None
    for word in parts:
        if len(word) > _FUSED_LENGTH and word.startswith(_FUSED_FRONT):
            keys[sound_key(word[len(_FUSED_FRONT) :])] = None
    keys.pop("", None)
    return tuple(keys)


def same_sound(a: str, b: str) -> bool:
    """Whether two names sound alike, in any order of their words and however spaced."""
    keys_a, keys_b = _word_keys(a), _word_keys(b)
    if not keys_a or not keys_b:
        return False
    return sorted(keys_a) == sorted(keys_b) or _spaced_out(a) == _spaced_out(b)


def _word_keys(name: str) -> list[str]:
    return [key for key in map(sound_key, words(name)) if key]


def _spaced_out(name: str) -> str:
    return sound_key("".join(_SHORT_FORMS.get(part, part) for part in words(name)))


def _letters(word: str) -> str:
    if word.isascii() and word.isalpha():
        return word.upper()
    return _NOT_A_LETTER.sub("", _plain(word))


def _sound(letters: str) -> str:
    old = _OLD_SPELLING.search(letters)
    if old:
        letters = letters[: old.end()] + _LONE_J.sub("Y", letters[old.end() :])
    return _DOUBLED.sub(r"\1", _SPELLING.sub(_heard, _J_FOR_Y.sub("Y", letters)))


def _heard(spelling: re.Match[str]) -> str:
    letters = spelling[0]
    return _AT_FRONT[letters] if not spelling.start() and letters in _AT_FRONT else _INSIDE[letters]
