"""The papers of a closed shift as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fieldkit.reports.closing.shift_documents import ClosingRecord, DailyReport
from fieldkit.reports.making.html import filled


def daily_report_html(report: DailyReport, template_dirs: Sequence[Path] = ()) -> str:
    """The daily report. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("laporan-harian.html", template_dirs, report=report)


def closing_record_html(record: ClosingRecord, template_dirs: Sequence[Path] = ()) -> str:
    """The closing record. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("berita-acara-penutupan.html", template_dirs, record=record, report=record.report)
