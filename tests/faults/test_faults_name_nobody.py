"""Whatever goes wrong with somebody's data in hand, the log tells what and where, and never whose (invariant 12)."""

from __future__ import annotations

import ast
import asyncio
import io
import json
import logging
import os
import subprocess
import sys
import threading
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import httpx
import jinja2
import msgspec
import psycopg
import pytest
import sqlalchemy as sa
import sqlcipher3.dbapi2 as sqlcipher
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

import fieldkit
from fieldkit.domain.masking import MaskingFormatter, faults_logged, note_fault

ROOT = Path(fieldkit.__file__).parent
NAMES = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ '", min_size=4, max_size=20).map(lambda name: f"QZ{name}XV")
DIGITS = st.text("0123456789", min_size=16, max_size=16)


class Person(msgspec.Struct):
    """What a laptop tells of somebody."""

    name: str
    born: date


def sqlalchemy_unique(name: str, nik: str) -> None:
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE resident (nik TEXT PRIMARY KEY, name TEXT)")
        insert = sa.text("INSERT INTO resident VALUES (:nik, :name)")
        connection.execute(insert, {"nik": nik, "name": name})
        connection.execute(insert, {"nik": nik, "name": name})


def sqlalchemy_statement(name: str, nik: str) -> None:
    with sa.create_engine("sqlite://").connect() as connection:
        connection.execute(sa.text(f"SELECT '{name}' FROM resident WHERE nik = :nik"), {"nik": nik})


def sqlcipher_check(name: str, nik: str) -> None:
    connection = sqlcipher.connect(":memory:")
    connection.execute(f"CREATE TABLE \"{nik}\" (name TEXT CHECK (name <> '{name.replace(chr(39), '')}'))")
    connection.execute(f'INSERT INTO "{nik}" VALUES (?)', (name.replace("'", ""),))


def postgres_detail(name: str, nik: str) -> None:
    told = f"duplicate key value violates unique constraint\nDETAIL:  Key (nik, name)=({nik}, {name}) already exists."
    raise psycopg.errors.UniqueViolation(told)


def wrapped_by_sqlalchemy(name: str, nik: str) -> None:
    try:
        postgres_detail(name, nik)
    except psycopg.Error as error:
        raise sa.exc.IntegrityError(
            "INSERT INTO resident VALUES (%(nik)s)", {"nik": nik, "name": name}, error
        ) from error


def validation(name: str, nik: str) -> None:
    msgspec.json.decode(json.dumps({"name": name, "born": nik}), type=Person)


def enumeration(name: str, nik: str) -> None:
    from fieldkit.domain.requests.service import Reason

    Reason(f"{name} {nik}")


def wrong_key(name: str, nik: str) -> None:
    _ = {}[f"{name} {nik}"]


def number(name: str, nik: str) -> None:
    int(f"{nik} {name}")


def day(name: str, nik: str) -> None:
    date.fromisoformat(f"{nik} {name}")


def encoding(name: str, nik: str) -> None:
    f"{name}\ud800{nik}".encode()


def decoding(name: str, nik: str) -> None:
    (name.encode() + b"\xff" + nik.encode()).decode()


def missing_file(name: str, nik: str) -> None:
    Path(f"/nowhere/{name} {nik}.xlsx").read_bytes()


def web_address(name: str, nik: str) -> None:
    httpx.get(f"http://127.0.0.1:9/cari/{name}?nik={nik}")


def web_status(name: str, nik: str) -> None:
    request = httpx.Request("GET", f"http://127.0.0.1/cari?nik={nik}&nama={name}")
    httpx.Response(500, request=request).raise_for_status()


def template(name: str, nik: str) -> None:
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=True)
    environment.from_string("{{ people[who].nama }}").render(people={}, who=f"{name} {nik}")


def workbook(name: str, nik: str) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as book:
        book.writestr(f"{name} {nik}", "x")
    load_workbook(archive)


def group(name: str, nik: str) -> None:
    raise ExceptionGroup(name, [ValueError(nik), KeyError(name)])


def noted(name: str, nik: str) -> None:
    error = LookupError(name)
    error.add_note(f"while {name} {nik} was looked for")
    raise error


WAYS: list[Callable[[str, str], None]] = [
    sqlalchemy_unique, sqlalchemy_statement, sqlcipher_check, postgres_detail, wrapped_by_sqlalchemy, validation,
    enumeration, wrong_key, number, day, encoding, decoding, missing_file, web_address, web_status, template,
    workbook, group, noted,
]  # fmt: skip


def fault_of(way: Callable[[str, str], None], name: str, nik: str) -> Exception:
    """What is raised where somebody's name and NIK are in the frames, and often in the message."""
    try:
        way(name, nik)
    except Exception as error:
        return error
    pytest.fail("nothing went wrong")


@contextmanager
def logs() -> Iterator[io.StringIO]:
    """What the root logger writes, as the laptop and the centre set it up."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(MaskingFormatter())
    logging.getLogger().addHandler(handler)
    try:
        yield stream
    finally:
        logging.getLogger().removeHandler(handler)


def names_nobody(written: str, name: str, nik: str) -> bool:
    """Whether neither is in it, whatever stands between the letters and in whichever case."""
    letters = "".join(filter(str.isalnum, written.lower()))
    return "".join(filter(str.isalnum, name.lower())) not in letters and nik not in letters


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
@settings(max_examples=8)
@given(name=NAMES, nik=DIGITS)
def test_a_fault_is_logged_by_its_class_and_its_places_alone(
    way: Callable[[str, str], None], name: str, nik: str
) -> None:
    error = fault_of(way, name, nik)
    with logs() as stream:
        note_fault(error)
        logging.getLogger("fieldkit.x").exception("saving failed: %s", error)
        logging.getLogger("asyncio").error(f"task <{error!r}> {error}", exc_info=error)
        logging.getLogger("fieldkit.x").error("saving failed: %s %r", error, [error], exc_info=error)
    written = stream.getvalue()
    assert type(error).__qualname__ in written
    assert f"test_faults_name_nobody.py:{way.__code__.co_firstlineno}"[:25] in written
    assert names_nobody(written, name, nik)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_the_values_are_in_the_words_of_the_fault_itself_or_in_its_frames(way: Callable[[str, str], None]) -> None:
    """The proof that the test above can fail: Python's own words for the same faults do name the person."""
    error = fault_of(way, "QZSITIXV", "3574031211879901")
    told = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert not names_nobody(told, "QZSITIXV", "3574031211879901")


def test_what_nobody_caught_in_a_thread_in_a_task_and_in_a_destructor_names_nobody() -> None:
    class Clumsy:
        def __del__(self) -> None:
            raise ValueError("QZSITIXV")

    async def forgotten() -> None:
        asyncio.get_running_loop().create_task(failing())
        await asyncio.sleep(0)

    async def failing() -> None:
        raise ValueError("QZSITIXV")

    with logs() as stream, faults_logged():
        thread = threading.Thread(target=lambda: number("QZSITIXV", "1"))
        thread.start()
        thread.join()
        del thread
        clumsy = Clumsy()
        del clumsy
        asyncio.run(forgotten())
        sys.excepthook(ValueError, ValueError("QZSITIXV"), None)
    assert stream.getvalue().count("unexpected") == 3
    assert "Task exception was never retrieved" in stream.getvalue()
    assert "QZSITIXV" not in stream.getvalue()


def test_the_centre_logs_the_same_way() -> None:
    """Its server and its libraries, too, whatever they hand to their loggers."""
    # In a process of its own, as the centre is: servers of other tests set up the loggers of this one.
    script = (
        "import logging, logging.config\n"
        "from fieldkit.server.doorway.process import _LOGS\n"
        "from faults.test_faults_name_nobody import fault_of, wrapped_by_sqlalchemy\n"
        "logging.config.dictConfig(_LOGS)\n"
        "error = fault_of(wrapped_by_sqlalchemy, 'QZSITIXV', '3574031211879901')\n"
        "log = logging.getLogger\n"
        "log('uvicorn.error').error('Exception in ASGI application', exc_info=error)\n"
        "log('sqlalchemy.pool').error('Exception during reset of %r', {'nik': '3574031211879901'})\n"
        "log('uvicorn.access').warning('%s - %s', '1.2.3.4', '/cari?nik=3574031211879901')\n"
    )
    paths = os.pathsep.join([str(ROOT.parent), str(Path(__file__).parents[1])])
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert "Exception in ASGI application" in done.stderr
    assert "Exception during reset" in done.stderr
    assert "uvicorn.access" in done.stderr
    assert "UniqueViolation" in done.stderr
    assert names_nobody(done.stdout + done.stderr, "QZSITIXV", "3574031211879901")


@pytest.mark.parametrize("arguments", [["doctor-of-the-test"], ["server", "doctor-of-the-test"]])
def test_a_command_that_fails_unforeseen_names_nobody(arguments: list[str]) -> None:
    script = (
        "import sys, fieldkit.__main__ as program, fieldkit.server.commands.cli as centre\n"
        "def fail():\n    raise ValueError('QZSITIXV 3574031211879901')\n"
        "add = centre.server_commands\n"
        "def with_one_more(folder):\n"
        "    group = add(folder)\n    group.command('doctor-of-the-test')(fail)\n    return group\n"
        "centre.server_commands = with_one_more\n"
        "program.commands.command('doctor-of-the-test')(fail)\n"
        f"sys.argv = ['fieldkit', *{arguments!r}]\n"
        "program.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "ValueError" in done.stderr
    assert names_nobody(done.stdout + done.stderr, "QZSITIXV", "3574031211879901")


def test_what_is_handed_to_a_logger_is_known() -> None:
    """Names can not be told from other words, so each thing that any line of the program logs is looked at here."""
    handed = set()
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and is_logging(node.func):
                handed |= {ast.unparse(each) for each in node.args if not isinstance(each, ast.Constant)}
    assert handed == {
        "type(error).__name__",
        "''.join(traceback.format_tb(error.__traceback__))",
        "paper.value",
        "closing.number",
        "outcome",
        "self._context.user.id",
    }


def is_logging(function: ast.expr) -> bool:
    """Whether something is handed to a logger."""
    said = {"debug", "info", "warning", "error", "critical", "exception", "log"}
    if not isinstance(function, ast.Attribute) or function.attr not in said:
        return False
    return ast.unparse(function.value).lower().endswith(("log", "logger", "logging", ")"))
