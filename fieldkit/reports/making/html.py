"""Documents as HTML, from templates that an office may edit (the subset of HTML and CSS that Qt's documents know)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.reports.making.filling import FaultKind, TemplateFaultError, fill, fill_apart


def filled(name: str, template_dirs: Sequence[Path], **values: object) -> str:
    """A template with its values; FileError names the file and line of a broken one.

    Templates of an office are filled by a process of their own: whoever wrote them, they can not hold the window.
    """
    own = [folder for folder in template_dirs if any(folder.glob("*"))]
    try:
        return fill_apart(name, own, values) if own else fill(name, (), values)
    except TemplateFaultError as fault:
        raise _told(fault) from fault


def _told(fault: TemplateFaultError) -> FileError:
    if fault.kind is FaultKind.MISSING:
        return _missing(fault.name)
    return _endless() if fault.kind is FaultKind.ENDLESS else _broken(fault.name, fault.line)


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


def _endless() -> FileError:
    return FileError(
        text("Templat kantor tidak selesai diisi, atau hasilnya terlalu besar."),
        text("Dokumen dibuat dengan templat asli. Cari pengulangan yang tidak berakhir, atau hapus templat kantor."),
    )
