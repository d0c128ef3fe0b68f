"""Files made to do harm: each is read or refused in the user's words, nothing hangs, and memory is bounded."""

from __future__ import annotations

import gzip
import os
import resource
import shutil
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import msgspec
import pytest
import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.console.lines import read_lines, registrations, residents
from fieldkit.domain.errors import DiskFullError, FieldKitError, FileError, RuleError, StoreError
from fieldkit.host.escrow import open_rescue_key, read_rescue_file
from fieldkit.host.files import copy_in, read_small
from fieldkit.host.folders import open_folders
from fieldkit.records import brought
from fieldkit.records.brought import brought_bytes
from fieldkit.records.bundle import BUNDLE, RECEIPT, BundleHeader, ReceiptHeader, batches_in, open_note, read_answers
from fieldkit.records.signed_file import read_file
from fieldkit.records.tables import APP_USER
from fieldkit.server.notices.ways import Gateway, Sms, hand_over
from fieldkit.store.keeping.notes import note_of, note_path
from fieldkit.store.keeping.restore import restore
from fieldkit.store.unit import Unit
from fieldkit.sync.bundle import read_brought
from fieldkit.work.lists import reader
from fieldkit.work.lists.files import read_rows
from fieldkit.work.lists.header import column_letters
from fieldkit.work.lists.table import MAX_COLUMNS, Rows
from tests.laptops import REGENCY, add_user, laptop
from tests.patience import PATIENCE_S
from tests.work.list_file_makers import HEADER, PERSON, save_xls, save_xlsx

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pipes as files, and the memory of the reader")
DEEP = b"[" * 7_000 + b"]" * 7_000
GROWTH_BYTES = 400 << 20
OWN_BYTES = 300 << 20
STRANGE = ["pipe", "folder", "device", "endless device", "loop", "nothing"]
READERS: dict[str, Callable[[Path], object]] = {
    "list": lambda path: list(read_rows(path).rows),
    "bundle or receipt": read_brought,
    "JSON lines": read_lines,
}


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("kind", STRANGE)
def test_what_only_looks_like_a_file_is_refused_and_nobody_waits_for_it(tmp_path: Path, name: str, kind: str) -> None:
    path = strange_file(tmp_path / "daftar.csv", kind)
    with pytest.raises(FileError) as told:
        READERS[name](path)
    assert str(told.value.title)
    assert str(told.value.advice)


def strange_file(path: Path, kind: str) -> Path:
    """What has the name of a file and is none."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    elif kind != "nothing":
        path.symlink_to({"device": "/dev/null", "endless device": "/dev/zero", "loop": path}[kind])
    return path


@pytest.mark.parametrize("kind", STRANGE)
def test_a_backup_that_only_looks_like_a_file_changes_nothing(tmp_path: Path, kind: str) -> None:
    folders = open_folders(tmp_path / "laptop")
    (folders.data / "fieldkit.db").write_bytes(b"what was there")
    before = sorted((path.name, path.is_file() and path.read_bytes()) for path in folders.data.rglob("*"))
    backup = strange_file(tmp_path / "a.fkb", kind)
    with pytest.raises(StoreError) as told:
        restore(folders, backup, lambda: "")
    assert str(told.value.advice)
    assert sorted((path.name, path.is_file() and path.read_bytes()) for path in folders.data.rglob("*")) == before


@pytest.mark.parametrize("kind", STRANGE)
def test_nobody_waits_for_what_lies_beside_a_backup_or_comes_from_a_broken_laptop(tmp_path: Path, kind: str) -> None:
    backup = tmp_path / "a.fkb"
    backup.write_bytes(b"x")
    strange = strange_file(note_path(backup), kind)
    assert note_of(backup) is None
    assert read_small(strange) == b""
    with pytest.raises(FieldKitError):
        copy_in(strange, tmp_path / "copy")
    with pytest.raises(FieldKitError):
        open_rescue_key(read_rescue_file(strange), "satu dua")
    assert not (tmp_path / "copy").exists()


def test_a_backup_that_the_disk_can_not_hold_is_refused_before_it_fills_it(tmp_path: Path) -> None:
    folders = open_folders(tmp_path / "laptop")
    with (tmp_path / "a.fkb").open("wb") as file:
        file.truncate(shutil.disk_usage(tmp_path).total * 4)
    with pytest.raises(DiskFullError):
        restore(folders, tmp_path / "a.fkb", lambda: "")
    assert [path for path in folders.data.iterdir() if path.is_file()] == []


def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("NIK;NAMA LENGKAP\n1;BUDI\n", encoding="utf-8")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    assert len(list(read_rows(tmp_path / "b.csv").rows)) == 1
    assert brought_bytes(tmp_path / "b.csv", 100)


def test_a_file_that_grows_while_it_is_read_is_not_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.fkbundle"
    path.write_bytes(b"x" * 10)
    told = os.fstat

    def smaller(handle: int) -> os.stat_result:
        with path.open("ab") as file:
            file.write(b"y")
        found = list(told(handle))
        return os.stat_result([*found[:6], 10, *found[7:10]])

    monkeypatch.setattr(brought.os, "fstat", smaller)
    assert brought_bytes(path, 1_000) is None
    with pytest.raises(FileError):
        read_brought(path)


def test_a_file_over_its_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 11)
    assert brought_bytes(tmp_path / "a", 10) is None
    assert brought_bytes(tmp_path / "a", 11) == b"x" * 11


# Workbooks


def rewritten(source: Path, target: Path, **parts: bytes) -> Path:
    """A workbook with parts of it replaced or added; a dot in a name is written as two lines."""
    named = {name.replace("__", ".").replace("_0_", "/"): content for name, content in parts.items()}
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in {*old.namelist(), *named}:
            new.writestr(name, named.get(name) or old.read(name))
    return target


def laughs(name: str) -> bytes:
    """A text of eight letters that unfolds into gigabytes."""
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return (
        f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "SITI"><!ENTITY e SYSTEM "file:///etc/passwd">{steps}]>{name}'
    ).encode()


SPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = f'<worksheet xmlns="{SPACE}"><sheetData>{{rows}}</sheetData></worksheet>'
ROW = '<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{text}</t></is></c></row>'


def entities(folder: Path) -> Path:
    rows = ROW.format(n=1, text="NAMA LENGKAP") + ROW.format(n=2, text="&l9;&e;")
    sheet = laughs(SHEET.format(rows=rows))
    source = save_xlsx(folder / "s.xlsx", [HEADER, PERSON])
    return rewritten(source, folder / "a.xlsx", xl_0_worksheets_0_sheet1__xml=sheet)


def shared(folder: Path, texts: str, value: str = "<v>0</v>") -> Path:
    """Texts that ever so many cells point to."""
    cells = "".join(f'<row r="{n}"><c r="A{n}" t="s">{value}</c></row>' for n in range(1, 20_000))
    return rewritten(
        save_xlsx(folder / "s.xlsx", [HEADER, PERSON]),
        folder / "a.xlsx",
        xl_0_sharedStrings__xml=f'<sst xmlns="{SPACE}">{texts}'.encode(),
        xl_0_worksheets_0_sheet1__xml=SHEET.format(rows=cells).encode(),
    )


def shared_strings(folder: Path, letters: int = 100_000) -> Path:
    """One long text."""
    return shared(folder, f"<si><t>{'A' * letters}</t></si></sst>")


def shared_beyond_numbers(folder: Path) -> Path:
    """The long text follows empty ones, and each cell tells its number in a way of its own."""
    return shared(folder, f"<si/><si/><si><t>{'A' * 100_000}</t></si></sst>", "<v >\n2 </v>")


def text_without_end(folder: Path) -> Path:
    """The first of the texts never ends."""
    return shared(folder, f"<si><t>{'A' * 6_000_000}")


def lying_directory(folder: Path) -> Path:
    """An archive whose directory says that 40 MB are 100 bytes."""
    sheet = SHEET.format(rows=ROW.format(n=1, text="A" * 40_000_000)).encode()
    path = rewritten(save_xlsx(folder / "s.xlsx", [HEADER]), folder / "a.xlsx", xl_0_worksheets_0_sheet1__xml=sheet)
    size = len(sheet).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (100).to_bytes(4, "little")))
    return path


def strange_names(folder: Path) -> Path:
    """Parts that would leave the folder of whoever unpacks them, links and macros to elsewhere."""
    path = folder / "a.xlsx"
    source = save_xlsx(folder / "s.xlsx", [HEADER, PERSON])
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name in ("../../evil.txt", "/tmp/evil.txt", "xl/vbaProject.bin", "xl/externalLinks/externalLink1.xml"):
            new.writestr(name, b"x")
    return path


def many_cells(folder: Path) -> Path:
    """As wide as a list may be, with four million cells that each hold something of their own."""
    columns = [column_letters(at) for at in range(MAX_COLUMNS)]
    first = "".join(f'<c r="{letters}1" t="inlineStr"><is><t>{letters}</t></is></c>' for letters in columns)
    lines = ((n, "".join(f'<c r="{at}{n}"><v>{n * 7919 % 10_007}</v></c>' for at in columns)) for n in range(2, 8_000))
    rows = "".join(f'<row r="{n}">{cells}</row>' for n, cells in lines)
    sheet = SHEET.format(rows=f'<row r="1">{first}</row>{rows}').encode()
    return rewritten(save_xlsx(folder / "s.xlsx", [HEADER]), folder / "a.xlsx", xl_0_worksheets_0_sheet1__xml=sheet)


TAKERS = {
    "list": "RowReader(mapping_from({'nik': table.header[0], 'name': table.header[-1]}), table.header, "
    "ListPlace(RegionTable(resources_dir() / 'regions'), '35.74', date(2019, 2, 23))).rows(table)",
    "statuses": "status_rows(table, {'nik': table.header[0], 'status': table.header[-1]}, date(2019, 2, 23))",
}
READER_BYTES = 600 << 20
"""It may take 3 GB of addresses; one long text in ever so many cells would bring it to 2.0 GB if it were laid out."""


AT_THE_LIMITS = [many_cells, shared_strings, shared_beyond_numbers, text_without_end, lying_directory]


@pytest.mark.parametrize("taker", TAKERS)
@pytest.mark.parametrize("make", AT_THE_LIMITS, ids=lambda make: make.__name__)
def test_a_workbook_at_the_limits_takes_bounded_memory_of_the_app_and_of_its_reader(
    tmp_path: Path, make: Callable[[Path], Path], taker: str
) -> None:
    script = (
        "import resource, sys\nfrom datetime import date\nfrom pathlib import Path\n"
        "from fieldkit.domain.errors import FileError\nfrom fieldkit.host.places import resources_dir\n"
        "from fieldkit.records.regions import RegionTable\nfrom fieldkit.work.lists.files import read_rows\n"
        "from fieldkit.work.lists.mapping import mapping_from\n"
        "from fieldkit.work.lists.rows import ListPlace, RowReader\n"
        "from fieldkit.work.national.status_rows import status_rows\n"
        "try:\n    table = read_rows(Path(sys.argv[1]))\n"
        f"    print(sum(1 for _ in {TAKERS[taker]}))\n"
        "except FileError as error:\n    print(error.title)\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])\n"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(make(tmp_path))], capture_output=True, text=True, check=True
    )
    outcome, own_kb, reader_kb = done.stdout.splitlines()
    assert int(own_kb) << 10 < OWN_BYTES, outcome
    assert int(reader_kb) << 10 < READER_BYTES, outcome


@pytest.mark.parametrize("make", [shared_strings, shared_beyond_numbers], ids=lambda make: make.__name__)
def test_a_long_text_in_ever_so_many_cells_is_told(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    with pytest.raises(FileError) as told:
        read_rows(make(tmp_path))
    assert str(told.value.title).startswith("Sel di berkas ini memuat teks yang terlalu panjang")


def test_a_note_that_all_people_share_is_read(tmp_path: Path) -> None:
    rows = list(read_rows(shared_strings(tmp_path, letters=4_000)).rows)
    assert (len(rows), {len(str(row[0])) for row in rows}) == (19_998, {4_000})


BOMBS = [entities, shared_strings, lying_directory, strange_names]


@pytest.mark.parametrize("make", BOMBS, ids=lambda make: make.__name__)
def test_a_bomb_is_read_or_refused_and_the_app_keeps_its_memory(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    path = make(tmp_path)
    before = {each.name for each in tmp_path.iterdir()}
    script = (
        "import sys\nfrom pathlib import Path\nfrom fieldkit.domain.errors import FileError\n"
        "from fieldkit.work.lists.files import read_rows\n"
        "try:\n    print(sum(1 for _ in read_rows(Path(sys.argv[1])).rows))\n"
        "except FileError as error:\n    print(error.title)\n"
        "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    outcome, peak_kb = done.stdout.splitlines()
    assert outcome
    assert int(peak_kb) << 10 < OWN_BYTES, outcome
    assert {each.name for each in tmp_path.iterdir()} == before
    assert not (tmp_path.parent / "evil.txt").exists()


def test_entities_are_never_unfolded_nor_files_read_through_them(tmp_path: Path) -> None:
    try:
        cells = [str(cell) for row in read_rows(entities(tmp_path)).rows for cell in row]
    except FileError:
        return
    assert "root:" not in "".join(cells)
    assert len("".join(cells)) < 1_000


def test_a_workbook_with_macros_and_links_gives_its_values_and_nothing_else(tmp_path: Path) -> None:
    path = strange_names(tmp_path).rename(tmp_path / "makro.xlsm")
    assert [tuple(row) for row in read_rows(path).rows] == [PERSON]


def test_rows_are_counted_however_a_line_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_ROWS", 700)
    assert sum(map(len, reader._batches(Rows(lambda: iter([("x",)] * 700), 0)))) == 700
    with pytest.raises(FileError):
        list(reader._batches(Rows(lambda: iter([("x",)] * 701), 0)))


# The letter that no database of a centre takes


@pytest.mark.parametrize("ending", ["csv", "xls"])
def test_a_list_with_zero_bytes_is_read_without_them(tmp_path: Path, ending: str) -> None:
    person = (PERSON[0], "BU\0DI", *PERSON[2:])
    path = tmp_path / f"a.{ending}"
    if ending == "csv":
        path.write_text("\n".join(";".join(row) for row in (HEADER, *[PERSON] * 200, person)), encoding="utf-8")
    else:
        save_xls(path, [HEADER, person])
    last = list(read_rows(path).rows)[-1]
    assert str(last[1]).replace("\0", "") == "BUDI"


def test_a_change_with_that_letter_is_never_written_down(tmp_path: Path) -> None:
    """Invariant 6: the centre would refuse it, and what was shown as saved would be nowhere."""
    store = laptop(tmp_path)
    add_user(store)
    before = store.query(lambda database: database.value("SELECT count(*) FROM app_user"))

    def add(unit: Unit, name: str) -> str:
        return unit.insert(APP_USER, REGENCY, name=name, role="lead", active=1, start_code_hash="x")

    with pytest.raises(RuleError) as told:
        store.execute(add, "SI\0TI")
    assert told.value.problems[0].code == "nul_letter"
    assert store.execute(add, "a \\u0000 that was typed")
    assert store.query(lambda database: database.value("SELECT count(*) FROM app_user")) == before + 1
    store.close()


LINES = {
    "a zero letter": b'{"person": {"name": "SI\\u0000TI"}}',
    "nested": b'{"papers": ' + DEEP + b"}",
    "no object": b"[1, 2]",
    "a formula as a key": b'{"=1+1": 1}',
    "cut": b'{"person": {"name": "SI',
    "no text": b"\xff\xfe{}",
    "a number without end": b'{"nik": ' + b"9" * 100_000 + b"}",
}


@pytest.mark.parametrize("name", LINES)
@pytest.mark.parametrize("read", [registrations, residents], ids=["registrations", "residents"])
def test_a_hostile_line_is_named_by_its_number(tmp_path: Path, name: str, read: Callable[..., object]) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n" + LINES[name] + b"\n")
    with pytest.raises(RuleError) as told:
        read(read_lines(tmp_path / "a.jsonl"))
    assert {problem.field for problem in told.value.problems} <= {"2", "3"}


# Bundles, receipts and closings of other tables


def file_of(kind: bytes, header: bytes, body: bytes = b"") -> bytes:
    head = b"FIELDKIT-" + kind + b" 1\n" + len(header).to_bytes(4, "big") + header
    return head + Ed25519PrivateKey.generate().sign(head + body) + body


@pytest.mark.parametrize("kind", [BUNDLE, RECEIPT])
@given(header=st.one_of(st.binary(max_size=200), st.just(b'{"x":' + DEEP + b"}"), st.just(b"9" * 9_000)))
def test_any_header_is_read_or_refused_in_words(kind: str, header: bytes) -> None:
    file = read_file(kind, file_of(kind.encode(), header))
    with pytest.raises(FileError) as told:
        file.read_header(BundleHeader if kind == BUNDLE else ReceiptHeader)
    assert told.value.code == "damaged"


@given(st.binary(max_size=400), st.sampled_from([b"", b"FIELDKIT-", b"FIELDKIT-BUNDLE 1\n", b"FIELDKIT-RECEIPT 9\n"]))
def test_any_bytes_of_a_stick_are_refused_in_words(content: bytes, start: bytes) -> None:
    for kind in (BUNDLE, RECEIPT):
        with pytest.raises(FileError):
            read_file(kind, start + content).require_signed_by("00" * 32)


BODIES = st.one_of(
    st.binary(max_size=300),
    st.sampled_from([b"", b"{}", DEEP, b'{"answers":' + DEEP + b"}", b"9" * 9_000]).map(zstandard.compress),
    st.just(zstandard.compress(bytes(64 << 20))),
)  # fmt: skip


@given(BODIES)
def test_any_body_of_a_receipt_or_of_a_batch_is_refused_in_words(body: bytes) -> None:
    with pytest.raises(FileError):
        read_answers(body)
    with pytest.raises(FileError):
        list(batches_in([body]))


@given(st.one_of(st.binary(max_size=200), st.just(DEEP), st.just(msgspec.msgpack.encode({"a": {"b": 1}}))))
def test_any_note_of_another_table_is_refused_in_words(body: bytes) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    file = read_file(BUNDLE, file_of(b"BUNDLE", b"{}", body).replace(b"BUNDLE 1\n", b"BUNDLE 2\n", 1))
    with suppress(FileError):
        assert open_note(file, X25519PrivateKey.generate()) is None


# Answers of gateways


PACKED = gzip.compress(b"accepted" + bytes(100 << 20), 1)


class Flood(BaseHTTPRequestHandler):
    """Answers every message with far more than anybody asked for."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip" if self.path == "/packed" else "identity")
        self.end_headers()
        block = PACKED if self.path == "/packed" else b"accepted" + bytes(1 << 20)
        try:
            for _ in range(1 if self.path == "/packed" else 2_000):
                self.wfile.write(block)
        except OSError:
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def flood() -> Iterator[str]:
    """The address of such a gateway."""
    server = HTTPServer(("127.0.0.1", 0), Flood)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/plain", "/packed"])
def test_a_gateway_that_answers_without_end_is_heard_no_further_than_it_matters(flood: str, path: str) -> None:
    gateway = Gateway(way="http", url=flood + path, fields={"to": "{phone}"}, success="^accepted")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
    with httpx.Client(trust_env=False, timeout=PATIENCE_S) as client:
        assert hand_over(client, gateway, Sms("+6281234901117", "Halo", "r1", "")).state == "accepted"
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10) - before < GROWTH_BYTES
