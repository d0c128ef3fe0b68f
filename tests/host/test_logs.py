"""The log, in which no resident can be found."""

from __future__ import annotations

import logging
import re
import stat
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.domain.masking import MaskingFormatter, masked
from fieldkit.host.logs import open_log

DIGITS = "0123456789"
NIKS = st.text(DIGITS, min_size=16, max_size=16)
AROUND = st.text(string.ascii_letters + " :;,/\"'(){}[]=_\n", max_size=12)
SEPARATORS = st.sampled_from(["", " ", ".", "-"])
MOBILES = st.tuples(st.sampled_from(["0", "62", "+62"]), st.text(DIGITS, min_size=7, max_size=11)).map(
    lambda parts: f"{parts[0]}8{parts[1]}"
)


def digits_of(text: str) -> str:
    return re.sub(r"\D", "", text)


def test_a_nik_keeps_its_region_and_its_tail() -> None:
    assert masked("cari 3574031211879901 gagal") == "cari 357403******9901 gagal"


def test_a_phone_keeps_its_operator_and_its_tail() -> None:
    assert masked("ke 085712345204") == "ke 085******04"


@given(NIKS, AROUND, AROUND)
def test_no_sixteen_digits_survive_wherever_they_stand(nik: str, before: str, after: str) -> None:
    assert nik not in masked(before + nik + after)


@given(NIKS, SEPARATORS, st.integers(1, 8))
def test_a_nik_written_in_groups_is_masked_too(nik: str, separator: str, size: int) -> None:
    written = separator.join(nik[start : start + size] for start in range(0, 16, size))
    assert nik not in digits_of(masked(f"NIK {written}, RT 003"))


@given(MOBILES, SEPARATORS, AROUND)
def test_a_mobile_number_is_masked_however_it_is_grouped(number: str, separator: str, before: str) -> None:
    written = separator.join([number[:4], number[4:8], number[8:]])
    assert digits_of(number) not in digits_of(masked(f"{before} {written} dihubungi"))


@given(st.text(DIGITS, min_size=9, max_size=60))
def test_long_runs_of_digits_are_masked_whatever_they_are(run: str) -> None:
    assert run not in masked(f"nilai {run}.")


@given(AROUND, st.text(DIGITS + " .-+x", max_size=60))
def test_masking_twice_changes_nothing_more(before: str, tail: str) -> None:
    once = masked(before + tail)
    assert masked(once) == once


@pytest.mark.parametrize(
    "line",
    [
        "2026-02-23 16:42:07,123 INFO fieldkit.sync kirim 412 perubahan, 18432 bytes",
        "baris 0190b6a2-7c1e-7f00-8abc-5d2f9e3a1b4c",
        "versi 3.11.2 pada 127.0.0.1:8000",
        "perubahan 1-1902 dari 3574-P2.1",
    ],
)
def test_what_a_reader_of_the_log_needs_stays(line: str) -> None:
    assert masked(line) == line


def line_of(message: str, *args: object, exc_info: BaseException | None = None) -> str:
    info = (type(exc_info), exc_info, exc_info.__traceback__) if exc_info else None
    record = logging.LogRecord("fieldkit", logging.ERROR, "x.py", 1, message, args, info)
    return MaskingFormatter("%(levelname)s %(message)s").format(record)


@given(NIKS)
def test_arguments_of_a_record_are_masked(nik: str) -> None:
    assert nik not in line_of("resident %s of %r", nik, {"nik": nik})


class StorageError(Exception):
    """Of the test."""


def raised() -> BaseException:
    try:
        try:
            raise ValueError("SITI AMINAH 3574031211879901")
        except ValueError as error:
            raise StorageError("baris SITI AMINAH") from error
    except StorageError as error:
        return error


def test_a_traceback_names_places_and_classes_but_no_values() -> None:
    line = line_of("simpan gagal", exc_info=raised())
    assert "SITI" not in line
    assert "3574" not in line
    assert "StorageError" in line
    assert "ValueError" in line
    assert "test_logs.py:" in line
    assert "in raised" in line or " raised" in line


def test_a_traceback_that_another_handler_wrote_is_not_repeated() -> None:
    record = logging.LogRecord("fieldkit", logging.ERROR, "x.py", 1, "gagal", (), None)
    record.exc_text = "ValueError: SITI AMINAH"
    assert "SITI" not in MaskingFormatter("%(message)s").format(record)
    assert record.exc_text == "ValueError: SITI AMINAH"


def test_an_exception_that_leads_back_to_itself_ends() -> None:
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert line_of("gagal", exc_info=first).count("TypeError") == 1


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    root = logging.getLogger()
    level = root.level
    handler = open_log(tmp_path)
    yield tmp_path / "fieldkit.log"
    root.removeHandler(handler)
    handler.close()
    root.setLevel(level)


def test_the_log_goes_to_its_folder_masked(log: Path) -> None:
    logging.getLogger("fieldkit.work").info("cari %s", "3574031211879901")
    written = log.read_text("utf-8")
    assert "fieldkit.work cari 357403******9901" in written
    assert "3574031211879901" not in written


def test_libraries_that_would_log_requests_stay_silent(log: Path) -> None:
    logging.getLogger("httpx").info("HTTP Request: GET")
    assert log.read_text("utf-8") == ""


def test_a_long_log_is_rotated_and_bounded(log: Path) -> None:
    logger = logging.getLogger("fieldkit.test")
    for _ in range(90):
        logger.info("x" * 100_000)
    files = sorted(each.name for each in log.parent.iterdir())
    assert files == ["fieldkit.log", *(f"fieldkit.log.{number}" for number in range(1, 6))]
    assert all(stat.S_ISREG(each.stat().st_mode) and each.stat().st_size <= 1 << 20 for each in log.parent.iterdir())
