"""Documents as HTML, from templates that an office may edit (the subset of HTML and CSS that Qt's documents know)."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.host.places import resources_dir
from fieldkit.reports.shift_documents import ClosingRecord, DailyReport


class _Templates(FileSystemLoader):
    """Templates of several folders; one that some editor did not save as UTF-8 is broken like any other."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        try:
            return super().get_source(environment, template)
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise TemplateSyntaxError("not UTF-8", line, template) from error


def daily_report_html(report: DailyReport, template_dirs: Sequence[Path] = ()) -> str:
    """The daily report. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("laporan-harian.html", template_dirs, report=report)


def closing_record_html(record: ClosingRecord, template_dirs: Sequence[Path] = ()) -> str:
    """The closing record. Templates of the given folders win; FileError names the file and line of a broken one."""
    return filled("berita-acara-penutupan.html", template_dirs, record=record, report=record.report)


def filled(name: str, template_dirs: Sequence[Path], **values: object) -> str:
    """A template with its values; FileError names the file and line of a broken one."""
    folders = [*template_dirs, resources_dir() / "documents"]
    environment = SandboxedEnvironment(
        loader=_Templates(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    try:
        return environment.get_template(name).render(**values)
    except TemplateNotFound as error:
        raise _missing(str(error.name)) from error
    except TemplateSyntaxError as error:
        raise _broken(error.name or name, error.lineno) from error
    # The values are plain; so whatever else goes wrong is in the template, which may hold any expression.
    except Exception as error:
        raise _broken(*_place_in_template(error, name, folders)) from error


def _place_in_template(error: Exception, name: str, folders: Sequence[Path]) -> tuple[str, int]:
    """File and line of the innermost template frame."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if Path(frame.filename).parent in folders]
    return (Path(frames[-1].filename).name, frames[-1].lineno or 0) if frames else (name, 0)


def _broken(name: str, line: int) -> FileError:
    return FileError(
        text("Templat kantor {name} rusak di baris {line}.", name=name, line=line),
        text("Dokumen dibuat dengan templat asli. Betulkan baris itu, atau hapus templatnya dari folder templates."),
    )


def _missing(name: str) -> FileError:
    return FileError(
        text("Templat {name} tidak ditemukan.", name=name),
        text("Dokumen dibuat dengan templat asli. Periksa nama berkas di bagian include, atau hapus templat kantor."),
    )
