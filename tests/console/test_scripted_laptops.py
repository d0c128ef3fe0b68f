"""The command line against a real centre: load, import, sync, count, export; killed, cut and done again."""

from __future__ import annotations

import json
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer
from openpyxl import load_workbook
from scripted import (
    ENVIRONMENT,
    JATI,
    PHRASE,
    PIN,
    Office,
    ScriptedLaptop,
    enrol,
    open_office,
    person,
    resident,
    written,
)

from fieldkit.console.commands import console_commands
from fieldkit.console.talk import DONE, LATER, REFUSED
from fieldkit.records.tables import TABLES

KILLED_WHILE_LOADING = """
import os, signal
from fieldkit.work import loading
done, take = [], loading.register
def register(unit, form):
    done.append(form)
    if len(done) == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return take(unit, form)
loading.register = register
from fieldkit.__main__ import main
main()
"""

KILLED_WHILE_SENDING = """
import os, signal
from fieldkit.sync.doorway import Doorway
send = Doorway.push
def push(self, *args, **kwargs):
    send(self, *args, **kwargs)
    os.kill(os.getpid(), signal.SIGKILL)
Doorway.push = push
from fieldkit.__main__ import main
main()
"""


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    folder = tmp_path / "centre"
    folder.mkdir()
    opened = open_office(folder)
    yield opened
    opened.running.close()


@pytest.fixture
def laptop(office: Office, tmp_path: Path) -> ScriptedLaptop:
    return enrol(office, tmp_path / "p1", "Laptop P1")


def test_two_scripted_laptops_load_and_sync_and_hold_equal_counts(
    office: Office, laptop: ScriptedLaptop, tmp_path: Path
) -> None:
    other = enrol(office, tmp_path / "p2", "Laptop P2")
    people = written(tmp_path / "people.jsonl", [resident(serial) for serial in range(9901, 9921)])
    queue = written(tmp_path / "queue.jsonl", [person(serial) for serial in range(9921, 9931)])
    assert laptop.work("load", people, "--kind", "residents", "--list-name", "Daftar").facts["loaded"] == 20
    assert other.work("load", queue, "--open-plan", "Shift pagi").facts["loaded"] == 10
    for each in (laptop, other, laptop, other):
        done = each.call("sync", "--json")
        assert (done.code, done.facts["all_sent"], done.facts["waiting"]) == (DONE, True, 0), done.err
    assert laptop.counts() == other.counts()
    assert laptop.counts()["resident"] == 30
    assert laptop.counts()["service_request"] == 10
    assert laptop.counts()["target_list"] == 1
    assert set(laptop.counts()) == {table.name for table in TABLES}


def test_a_load_that_is_killed_in_the_middle_left_nothing_and_is_done_whole_by_the_next(
    laptop: ScriptedLaptop, tmp_path: Path
) -> None:
    before = laptop.counts()
    queue = written(tmp_path / "queue.jsonl", [person(serial) for serial in range(9901, 9981)])
    call = ("load", queue, "--open-village", JATI)
    assert laptop.work(*call, program=("-c", KILLED_WHILE_LOADING)).code == -signal.SIGKILL
    assert laptop.counts()["service_request"] == before["service_request"]
    assert laptop.counts()["shift_opening"] == 0
    assert laptop.work(*call).facts["loaded"] == 80
    assert laptop.counts()["service_request"] == 80


def test_a_file_that_was_loaded_before_is_not_loaded_again(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    queue = written(tmp_path / "queue.jsonl", [person(9901), person(9902)])
    people = written(tmp_path / "people.jsonl", [resident(9903)])
    calls = [("load", queue, "--open-village", JATI), ("load", people, "--kind", "residents")]
    for call in calls:
        assert laptop.work(*call).facts["loaded"] > 0
    before = laptop.counts()
    for call in calls:
        again = laptop.work(*call)
        assert (again.code, again.facts["loaded"], again.facts["bad"]) == (DONE, 0, 0)
    assert laptop.counts() == before


def test_a_sync_that_is_killed_after_an_answer_is_resumed_and_nothing_is_lost_or_doubled(
    office: Office, laptop: ScriptedLaptop, tmp_path: Path
) -> None:
    queue = written(tmp_path / "queue.jsonl", [person(9900 + serial % 100) for serial in range(600)])
    laptop.work("load", queue, "--open-village", JATI)
    made = laptop.waiting()
    assert laptop.call("sync", program=("-c", KILLED_WHILE_SENDING)).code == -signal.SIGKILL
    assert 0 < laptop.waiting() <= made
    done = laptop.call("sync", "--json")
    assert (done.code, done.facts["all_sent"], done.facts["held_up_to"]) == (DONE, True, made)
    other = enrol(office, tmp_path / "p2", "Laptop P2")
    assert other.counts() == laptop.counts()
    assert other.counts()["service_request"] == 600


def test_a_laptop_without_any_line_comes_home_by_usb(office: Office, laptop: ScriptedLaptop, tmp_path: Path) -> None:
    laptop.work("load", written(tmp_path / "queue.jsonl", [person(9901), person(9902)]), "--open-village", JATI)
    office.running.cable.pull()
    bundle, receipt = tmp_path / "stick.fkbundle", tmp_path / "stick.fkreceipt"
    made = laptop.call("bundle", "write", str(bundle), "--json")
    assert (made.code, laptop.waiting()) == (DONE, made.facts["last"])
    for words in ("diterima. Bukti", "sudah pernah diterima"):
        at_office = office.call("bundle", "take", str(bundle), "--receipt", str(receipt))
        assert (at_office.code, words in at_office.out) == (DONE, True), at_office.err
    wrong = office.call("bundle", "take", str(receipt), "--receipt", str(tmp_path / "none"))
    assert (wrong.code, "Ini bukan berkas yang dicari." in wrong.err) == (REFUSED, True)
    assert not (tmp_path / "none").exists()
    closed = laptop.call("bundle", "receipt", str(receipt), "--json")
    assert (closed.code, closed.facts["waiting"], laptop.waiting()) == (DONE, 0, 0)
    assert laptop.call("bundle", "receipt", str(receipt)).code == REFUSED
    assert laptop.call("bundle", "write", str(bundle)).code == REFUSED


def test_bad_lines_are_told_by_number_and_reason_and_nothing_is_loaded(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    before = laptop.counts()
    bad = [person(9901), person(9902, reason=None), "{", person(9903, phone_owner=None), {"reason": "lost"}]
    unread = laptop.work("load", written(tmp_path / "a.jsonl", bad), "--open-village", JATI)
    assert (unread.code, unread.facts["loaded"]) == (REFUSED, 0)
    assert [line["line"] for line in unread.facts["lines"]] == [3, 5]
    readable = written(tmp_path / "b.jsonl", [each for each in bad if isinstance(each, dict)][:3])
    broken = laptop.work("load", readable, "--open-village", JATI)
    assert (broken.code, broken.facts["loaded"], broken.facts["bad"]) == (REFUSED, 0, 2)
    assert "Baris 2: Keperluan belum dipilih." in broken.err
    assert "Tidak ada yang dimuat." in broken.err
    assert {line["line"] for line in broken.facts["lines"]} == {2, 3}
    after = laptop.counts()
    assert {**after, "user_key": 0} == {**before, "user_key": 0}


def test_a_list_with_one_bad_line_is_not_loaded(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    lines = [resident(9901), resident(9902, nik="3574"), resident(9903, village="Entah")]
    done = laptop.work("load", written(tmp_path / "people.jsonl", lines), "--kind", "residents")
    assert (done.code, done.facts["loaded"]) == (REFUSED, 0)
    assert {line["line"] for line in done.facts["lines"]} == {2, 3}
    assert laptop.counts()["resident"] == 0


def test_nobody_stands_twice_in_the_queue_and_nobody_unknown_does(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    people = written(tmp_path / "people.jsonl", [resident(9901)])
    laptop.work("load", people, "--kind", "residents")
    out = tmp_path / "out.jsonl"
    laptop.work("export", "resident", "--out", str(out))
    known = json.loads(out.read_text())["id"]
    form = {key: value for key, value in person(9901).items() if key != "person"}
    lines = [{**form, "resident_id": known}, {**form, "resident_id": known}, {**form, "resident_id": "nobody"}]
    done = laptop.work("load", written(tmp_path / "queue.jsonl", lines), "--open-village", JATI)
    assert [line["line"] for line in done.facts["lines"]] == [2, 3]
    assert laptop.work("load", written(tmp_path / "one.jsonl", lines[:1]), "--open-village", JATI).facts["loaded"] == 1


def test_without_an_open_shift_nobody_is_registered(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    done = laptop.work("load", written(tmp_path / "queue.jsonl", [person(9901)]))
    assert done.code == REFUSED
    assert "Belum ada shift yang dibuka." in done.err
    named = laptop.work("load", str(tmp_path / "queue.jsonl"), "--shift", "another")
    assert "Shift itu tidak ada." in named.err


def test_a_list_is_taken_in_as_the_office_page_does_it(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    path = tmp_path / "daftar.csv"
    rows = ["NIK,Nama,Tanggal lahir,JK,Kelurahan", f"3574035211879901,SITI AMINAH,1987-11-12,P,{JATI}"]
    rows += [f"12,SUMIATI,1990-05-02,P,{JATI}"]
    path.write_text("\n".join(rows))
    looked = laptop.work("import", str(path), "--dry-run")
    assert (looked.code, looked.facts["good"], looked.facts["refused"]) == (DONE, 1, 1)
    assert "Baris 3: NIK tidak 16 angka." in looked.err
    assert laptop.counts()["resident"] == 0
    assert laptop.work("import", str(path)).facts["added"] == 1
    assert laptop.work("import", str(path)).facts["known"] == 1
    assert laptop.counts()["resident"] == 1


def test_an_export_is_a_file_that_was_asked_for_runs_nothing_and_is_written_down(
    laptop: ScriptedLaptop, tmp_path: Path
) -> None:
    formula = resident(9901, address='=HYPERLINK("http://x")')
    laptop.work("load", written(tmp_path / "people.jsonl", [formula]), "--kind", "residents")
    book, lines = tmp_path / "out.xlsx", tmp_path / "out.jsonl"
    for path in (book, lines):
        assert laptop.work("export", "resident", "--out", str(path)).facts["rows"] == 1
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    heads, row = load_workbook(book).active.rows
    cell = next(cell for head, cell in zip(heads, row, strict=True) if head.value == "address")
    assert (cell.value, cell.data_type, cell.quotePrefix) == ('=HYPERLINK("http://x")', "s", True)
    assert json.loads(lines.read_text())["nik"] == "3574035211879901"
    assert laptop.counts()["look"] == 2
    again = laptop.work("export", "resident", "--out", str(book))
    assert (again.code, laptop.counts()["look"]) == (REFUSED, 2)
    assert laptop.work("export", "meta", "--out", str(tmp_path / "meta.jsonl")).code == REFUSED


def test_only_who_leads_takes_rows_out(office: Office, tmp_path: Path) -> None:
    out, code = tmp_path / "out.jsonl", office.operator_code("Sari Dewi")
    laptop = enrol(office, tmp_path / "p1", "Laptop P1")
    done = laptop.call(
        "export", "resident", "--out", str(out), "--user", "Sari Dewi", "--start-code-fd", "0", "--pin-fd", "0",
        secrets=(PHRASE, code, PIN),
    )  # fmt: skip
    assert done.code == REFUSED
    assert "Hanya ketua tim" in done.err
    assert not out.exists()


def test_only_who_leads_has_a_list_checked_and_hears_nothing_of_it_otherwise(office: Office, tmp_path: Path) -> None:
    code, path = office.operator_code("Sari Dewi"), tmp_path / "daftar.csv"
    path.write_text(f"NIK,Nama,Tanggal lahir,JK,Kelurahan\n12,SUMIATI,1990-05-02,P,{JATI}")
    lines = written(tmp_path / "people.jsonl", [{**resident(9901), "nik": "12"}])
    laptop = enrol(office, tmp_path / "p1", "Laptop P1")
    as_operator = ("--user", "Sari Dewi", "--pin-fd", "0", "--json")
    looked = laptop.call(
        "import", str(path), "--dry-run", "--start-code-fd", "0", *as_operator, secrets=(PHRASE, code, PIN)
    )
    loaded = laptop.call("load", lines, "--kind", "residents", *as_operator, secrets=(PHRASE, PIN))
    for done in (looked, loaded):
        assert done.code == REFUSED
        assert "Hanya ketua tim" in done.err
        assert "NIK" not in done.err + done.out
    assert looked.out == ""
    assert laptop.counts()["resident"] == 0


def test_a_wrong_pin_and_a_wrong_passphrase_open_nothing(laptop: ScriptedLaptop, tmp_path: Path) -> None:
    queue = written(tmp_path / "queue.jsonl", [person(9901)])
    laptop.work("load", queue, "--open-village", JATI)
    wrong = laptop.call("load", queue, "--pin-fd", "0", secrets=(PHRASE, "998877"))
    assert (wrong.code, "PIN tidak cocok." in wrong.err) == (REFUSED, True)
    closed = laptop.call("count", secrets=("bukan frasa yang benar",))
    assert (closed.code, closed.out) == (REFUSED, "")


def test_out_of_reach_is_said_calmly_and_may_be_tried_later(office: Office, laptop: ScriptedLaptop) -> None:
    office.running.cable.pull()
    done = laptop.call("sync", "--json")
    assert (done.code, done.facts["failed_step"], done.facts["all_sent"]) == (LATER, "contact", False)
    assert "Pusat belum terjangkau." in done.err
    office.running.cable.plug_in()
    assert laptop.call("sync", "--json").code == DONE


def test_a_folder_without_a_laptop_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    nothing = ScriptedLaptop(tmp_path / "nothing", "")
    for command in ("sync", "count"):
        done = nothing.call(command)
        assert (done.code, "belum ada laptop yang terdaftar" in done.err) == (REFUSED, True)
    assert not nothing.folder.exists()


def test_no_command_takes_a_secret_as_an_argument_or_from_the_environment() -> None:
    group = typer.main.get_command(console_commands)
    options = [option for command in group.commands.values() for option in command.params]  # type: ignore[attr-defined]
    assert len(options) > 20
    assert all(option.envvar is None for option in options)
    secrets = [option.name for option in options if {"passphrase", "pin", "code"} & set(option.name.split("_"))]
    assert secrets
    assert all(name.endswith("_fd") for name in secrets)


def test_the_commands_work_without_qt() -> None:
    loads = "load lists sync count export enrol commands"
    program = f"import sys\nfor name in {loads!r}.split():\n    __import__('fieldkit.console.' + name)\n"
    program += "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], env=ENVIRONMENT, check=False, timeout=60).returncode == 0
