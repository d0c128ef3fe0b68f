"""The country's regions by their Kemendagri code, and the many ways in which people write their names."""

from __future__ import annotations

import csv
import mmap
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fieldkit.domain.areas import AreaCode, AreaLevel, level, parse_area


@dataclass(frozen=True, slots=True)
class Region:
    """One region of the country."""

    code: AreaCode
    name: str

    @property
    def level(self) -> AreaLevel:
        """Which of the four levels it is."""
        return level(self.code)


_LEVELS = tuple(AreaLevel)
_CODE_LENGTHS = (2, 5, 8, 13)
_FILES = ("provinces.csv", "regencies.csv", "districts.csv", "villages.csv")
_FUZZY_CUTOFF = 75.0


class RegionTable:
    """Looks codes up in the sorted files without loading them; loads names only when a search asks for them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files = {level: _SortedFile(folder / name) for level, name in zip(_LEVELS, _FILES, strict=True)}
        self._indexes: dict[tuple[str, AreaLevel], _NameIndex] = {}

    def by_code(self, code: str) -> Region | None:
        """The region with this code, dotted or as plain digits; None if the table does not know it."""
        try:
            area = parse_area(code)
        except ValueError:
            return None
        line = next(self._files[level(area)].lines(f"{area},"), None)
        return None if line is None else _region(line)

    def is_known_district(self, code: str) -> bool:
        """Whether this is the code of a district today; an old code may still stand in a NIK (F-N4)."""
        region = self.by_code(code)
        return region is not None and region.level is AreaLevel.DISTRICT

    def children(self, code: str = "") -> list[Region]:
        """The regions one level below; the provinces below no code."""
        if not code:
            return list(self.descendants("", AreaLevel.PROVINCE))
        below = _LEVELS[_LEVELS.index(level(parse_area(code))) + 1 :]
        return list(self.descendants(code, below[0])) if below else []

    def descendants(self, code: str, level: AreaLevel) -> Iterator[Region]:
        """All regions of a level below a code, in the order of their codes; of the whole country below no code."""
        prefix = f"{parse_area(code)}." if code else ""
        return map(_region, self._files[level].lines(prefix))

    def path_names(self, code: str) -> tuple[str, ...]:
        """Names from the province down to the region itself; empty for an unknown code."""
        own = self.by_code(code)
        if own is None:
            return ()
        path = (self.by_code(own.code[:length]) for length in _CODE_LENGTHS if length <= len(own.code))
        return tuple(region.name for region in path if region is not None)

    def search(
        self, name: str, within: str | None = None, limit: int = 20, *, down_to: AreaLevel = AreaLevel.VILLAGE
    ) -> list[Region]:
        """Regions of that name, the likeliest first; case, spaces, old spelling and number words are forgiven."""
        index = self._index(parse_area(within) if within else "", down_to)
        scores: dict[Region, float] = {}
        for key, wanted in readings(name):
            for region, score in index.matches(key, limit):
                if wanted in {None, region.level}:
                    scores[region] = max(score, scores.get(region, 0.0))
        best = sorted(scores, key=lambda region: (-scores[region], len(region.code), region.code))
        return best[:limit]

    @cached_property
    def aliases(self) -> tuple[tuple[str, Region], ...]:
        """Names that people use and the table does not, with the region that they mean."""
        with (self._folder / "aliases.csv").open(encoding="utf-8", newline="") as file:
            rows = [(row["name"], self.by_code(row["code"])) for row in csv.DictReader(file)]
        return tuple((name, region) for name, region in rows if region is not None)

    def _index(self, within: str, down_to: AreaLevel) -> _NameIndex:
        if (within, down_to) not in self._indexes:
            self._indexes[within, down_to] = _NameIndex(self._named(within, _LEVELS[: _LEVELS.index(down_to) + 1]))
        return self._indexes[within, down_to]

    def _named(self, within: str, levels: Sequence[AreaLevel]) -> Iterator[tuple[str, Region]]:
        for name, region in self.aliases:
            if region.code.startswith(within) and region.level in levels:
                yield name_key(name), region
        for region in self._at_or_below(within, levels):
            yield name_key(region.name), region
            if region.level is AreaLevel.REGENCY:
                yield name_key(region.name.partition(" ")[2]), region

    def _at_or_below(self, code: str, levels: Sequence[AreaLevel]) -> Iterator[Region]:
        own = self.by_code(code)
        if own is not None:
            yield own
        for below in levels:
            yield from self.descendants(code, below)


class _NameIndex:
    """Names of some regions, folded, to be matched."""

    def __init__(self, named: Iterator[tuple[str, Region]]) -> None:
        pairs = list(named)
        self._keys = [key for key, _ in pairs]
        self._regions = [region for _, region in pairs]

    def matches(self, key: str, limit: int) -> Iterator[tuple[Region, float]]:
        """Same name 100, a longer name that begins so 90 to 99, a similar one below 90."""
        if not key:
            return
        from rapidfuzz import fuzz, process

        for found, region in zip(self._keys, self._regions, strict=True):
            if found.startswith(key):
                yield region, 100.0 if found == key else 90.0 + 9.0 * len(key) / len(found)
        similar = process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=2 * limit)
        for _, score, position in similar:
            yield self._regions[position], score * 0.9


class _SortedFile:
    """A CSV sorted by its first column, searched in place."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @cached_property
    def _bytes(self) -> mmap.mmap:
        with self._path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    def lines(self, prefix: str) -> Iterator[str]:
        """All lines that begin with `prefix`."""
        start = self._lower_bound(prefix.encode())
        while start < len(self._bytes):
            end = self._line_end(start)
            line = self._bytes[start:end].decode().rstrip("\r\n")
            if not line.startswith(prefix):
                return
            yield line
            start = end

    def _lower_bound(self, key: bytes) -> int:
        """Where the first line begins that does not sort before `key`; the header is skipped."""
        low, high = self._line_end(0), len(self._bytes)
        while low < high:
            middle = self._bytes.rfind(b"\n", low, (low + high) // 2) + 1 or low
            end = self._line_end(middle)
            if self._bytes[middle : middle + len(key)] < key:
                low = end
            else:
                high = middle
        return low

    def _line_end(self, start: int) -> int:
        return self._bytes.find(b"\n", start) + 1 or len(self._bytes)


def _region(line: str) -> Region:
    cells = next(csv.reader([line])) if '"' in line else line.split(",", 2)
    return Region(AreaCode(cells[0]), display_name(cells[-1]))


# Names

_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10}
_ONE_TO_TEN = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_NUMBERS = {word: str(value) for value, word in enumerate(_ONE_TO_TEN, start=1)}
_SHORT_WORDS = {"kab": "kabupaten", "kodya": "kota", "kotamadya": "kota"}
_KIND_WORDS = {
    **dict.fromkeys(("prov", "provinsi", "propinsi"), AreaLevel.PROVINCE),
    **dict.fromkeys(("kec", "kecamatan", "distrik"), AreaLevel.DISTRICT),
    **dict.fromkeys(("kel", "kelurahan", "desa", "ds", "kampung", "nagari", "gampong"), AreaLevel.VILLAGE),
}
_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"))
_WORD = re.compile(r"[a-z]+|\d+")
_DOUBLED = re.compile(r"([a-z])\1+")


def name_key(name: str) -> str:
    """What two spellings of one name have in common: KEDUNG ASEM and Kedungasem; Ulu I, Ulu Satu and Ulu 1."""
    return _joined(_key_words(name))


def _joined(words: Sequence[str]) -> str:
    # Doubled letters go last, so that Ra'as and Raas agree.
    return _DOUBLED.sub(r"\1", "".join(words))


def _key_words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [_key_word(word) for word in _WORD.findall(plain)]


def _key_word(word: str) -> str:
    if word in _NUMBERS:
        return _NUMBERS[word]
    if _ROMAN.fullmatch(word):
        return str(_roman_value(word))
    for old, new in _OLD_SPELLING:
        word = word.replace(old, new)
    return _SHORT_WORDS.get(word, word)


def _roman_value(word: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in word]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def readings(name: str) -> Iterator[tuple[str, AreaLevel | None]]:
    """The keys of a name as a whole, and without a word such as "Kec." in front, which then says the level."""
    words = _key_words(name)
    yield _joined(words), None
    if len(words) > 1 and words[0] in _KIND_WORDS:
        yield _joined(words[1:]), _KIND_WORDS[words[0]]


_SPLIT_FOR_DISPLAY = re.compile(r"([\s/(]+)")


def display_name(name: str) -> str:
    """A region's name as people write it: KEBONSARI WETAN becomes Kebonsari Wetan, SEBERANG ULU II keeps its II."""
    # The published files have a quotation mark where people write an apostrophe (Ra'as).
    name = name.replace('"', "'")
    shouted = name.isupper()
    return "".join(_display_word(part, shouted=shouted) for part in _SPLIT_FOR_DISPLAY.split(name))


def _display_word(word: str, *, shouted: bool) -> str:
    # "2 x 11 Kayu Tanam" is a multiplication.
    if word == "x" or not (shouted or word.islower()):
        return word
    lower = word.lower()
    if lower == "dan":
        return lower
    return word.upper() if _ROMAN.fullmatch(lower) else word.capitalize()
