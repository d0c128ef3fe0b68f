"""A paper of any kind whose texts are taken in turn from some words: whatever a person types, it can stand anywhere."""

from __future__ import annotations

import dataclasses
import sys
import types
import typing
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fieldkit.domain.text import Text
from fieldkit.records.tables import RESIDENT
from fieldkit.reports.cards.handover_list import HandoverList
from fieldkit.reports.cards.handover_workbook import write_handover_list
from fieldkit.reports.cards.notice_list import NoticeList, write_notice_list
from fieldkit.reports.cards.papers import CardsPaper
from fieldkit.reports.cards.papers_workbook import write_cards_paper
from fieldkit.reports.closing.shift_documents import ClosingRecord, DailyReport
from fieldkit.reports.closing.workbook import write_closing_record, write_daily_report
from fieldkit.reports.lists.national_list import NationalList, write_national_list
from fieldkit.reports.lists.sheets import ListSheet, Remainder
from fieldkit.reports.lists.workbook import write_list_sheet, write_remainder
from fieldkit.reports.making.rows import workbook_of_rows
from fieldkit.reports.people.kept_data import Extract, write_extract
from fieldkit.reports.planning.coverage import CoveragePaper
from fieldkit.reports.planning.coverage_files import write_coverage_book
from fieldkit.reports.planning.schedule import SchedulePaper
from fieldkit.reports.planning.schedule_files import write_schedule_book
from fieldkit.reports.planning.target_sheets import TargetSheets, write_target_book
from fieldkit.reports.stock.files import write_stock_paper
from fieldkit.reports.stock.papers import StockPaper
from fieldkit.ui.pages.office.lists.findings_file import save_findings
from fieldkit.ui.pages.office.lists.reading import NumberedFinding

Writer = Callable[[Iterator[str], Path], Path]
AT = datetime(2019, 2, 23, 16, 5, tzinfo=ZoneInfo("Asia/Jakarta"))
PLAIN: Mapping[Any, Any] = {int: 2, bool: True, float: 1.5, Decimal: Decimal("91.25"), date: AT.date(), datetime: AT,
                            time: time(9), object: "x", type(None): None}  # fmt: skip


COUNTED = {"amounts": 6, "balances": 3, "details": 3, "signatures": 2}
"""Fields whose readers count on so many members."""


def of_words(kind: Any, words: Iterator[str]) -> Any:
    """A value of this type, the next of the words for every text in it."""
    if kind in PLAIN:
        return PLAIN[kind]
    if kind is str:
        return next(words)
    if kind is Text:
        return Text("{words}", {"words": next(words)})
    origin = typing.get_origin(kind)
    return _of_class(kind, words) if origin is None else _of_parts(origin, typing.get_args(kind), words)


def _of_parts(origin: Any, parts: Sequence[Any], words: Iterator[str]) -> Any:
    if origin in {typing.Union, types.UnionType}:
        return of_words(str if str in parts else parts[0], words)
    if issubclass(origin, Mapping):
        return {}
    members = [*parts[:1] * 4] if parts[-1] is Ellipsis or origin is not tuple else parts
    return (tuple if origin is tuple else list)(of_words(part, words) for part in members)


def _of_class(kind: Any, words: Iterator[str]) -> Any:
    if issubclass(kind, Enum):
        return next(iter(kind))
    hints = typing.get_type_hints(kind, vars(sys.modules[kind.__module__]))
    values = {each.name: of_words(hints[each.name], words) for each in dataclasses.fields(kind)}
    return kind(**{name: value[:1] * COUNTED[name] if name in COUNTED else value for name, value in values.items()})


def _book(kind: Any, write: Callable[[Any, Path], None]) -> Writer:
    def written(words: Iterator[str], folder: Path) -> Path:
        path = folder / "a.xlsx"
        write(of_words(kind, words), path)
        return path

    return written


def _rows(words: Iterator[str], folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.write_bytes(workbook_of_rows(RESIDENT.name, ("id", next(words)), [(next(words), 2) for _ in range(30)]))
    return path


def findings_file(words: Iterator[str], folder: Path, *, as_text: bool) -> Path:
    return save_findings(folder, [of_words(NumberedFinding, words) for _ in range(30)], AT, as_text=as_text)


BOOKS: dict[str, Writer] = {
    "write_daily_report": _book(DailyReport, write_daily_report),
    "write_closing_record": _book(ClosingRecord, write_closing_record),
    "write_stock_paper": _book(StockPaper, write_stock_paper),
    "write_national_list": _book(NationalList, write_national_list),
    "write_notice_list": _book(NoticeList, write_notice_list),
    "write_cards_paper": _book(CardsPaper, write_cards_paper),
    "write_coverage_book": _book(CoveragePaper, write_coverage_book),
    "write_target_book": _book(TargetSheets, write_target_book),
    "write_list_sheet": _book(ListSheet, write_list_sheet),
    "write_remainder": _book(Remainder, write_remainder),
    "write_schedule_book": _book(SchedulePaper, write_schedule_book),
    "write_extract": _book(Extract, write_extract),
    "write_handover_list": _book(HandoverList, write_handover_list),
    "workbook_of_rows": _rows,
    "_as_workbook": lambda words, folder: findings_file(words, folder, as_text=False),
}
"""Each function that writes a workbook, by its name."""
