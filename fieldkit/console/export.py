"""`fieldkit export`: the rows of a table in a file that somebody asked for, as JSON lines or as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import msgspec

from fieldkit.console.laptop import Access, Who, enrolled, sign_in
from fieldkit.console.talk import DONE, Say, say_as, told
from fieldkit.domain.errors import FieldKitError, Problem, RuleError
from fieldkit.domain.text import Text, text
from fieldkit.records.declaration import Table
from fieldkit.records.tables import BY_NAME
from fieldkit.reports.making.rows import MOST_ROWS, workbook_of_rows
from fieldkit.reports.making.saving import save_document
from fieldkit.store.queries.rows import all_rows
from fieldkit.store.store import Store
from fieldkit.work.table.looks import note_export

_OWN: Final = ("id", "regency", "area", "version")


def run_export(access: Access, who: Who, table: str, file: Path, *, as_json: bool, say: Say = print) -> int:
    """Write a table into a file, readable by its owner only; who took it out is written down like every look."""
    try:
        kind = _known(table, file)
        with enrolled(access) as store:
            sign_in(store, who, access.ask)
            rows = _export(store, kind, file)
    except FieldKitError as error:
        return told(error)
    sentence = text("{rows} baris ditulis. Berkas ini tidak terkunci: simpan baik-baik, lalu hapus.", rows=rows)
    say_as({"table": table, "rows": rows}, sentence, as_json=as_json, say=say)
    return DONE


def _export(store: Store, table: Table, file: Path) -> int:
    columns = (*_OWN, *table.column_names)
    rows = store.query(all_rows, table.name, columns)
    is_book = file.suffix == ".xlsx"
    if is_book and len(rows) > MOST_ROWS:
        raise _refused(text("Terlalu banyak baris untuk satu lembar Excel. Pakai nama berkas yang berakhir .jsonl."))
    store.execute(note_export, table.name)
    save_document(file, workbook_of_rows(table.name, columns, rows) if is_book else _json_lines(columns, rows))
    return len(rows)


def _json_lines(columns: tuple[str, ...], rows: list[tuple[object, ...]]) -> bytes:
    encode = msgspec.json.encode
    return b"".join(encode(dict(zip(columns, row, strict=True))) + b"\n" for row in rows)


def _known(table: str, file: Path) -> Table:
    if table not in BY_NAME:
        raise _refused(text("Tabel itu tidak ada. Yang ada: {names}.", names=", ".join(BY_NAME)))
    if file.suffix not in {".jsonl", ".xlsx"} or file.exists():
        raise _refused(text("Sebut berkas baru yang namanya berakhir .jsonl atau .xlsx."))
    return BY_NAME[table]


def _refused(why: Text) -> RuleError:
    return RuleError(Problem("export", "refused", why))
