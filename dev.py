#!/usr/bin/env python3
"""Everything a developer runs: set-up, checks, tests, the demo. Standard library only."""

from __future__ import annotations

import argparse
import ast
import hashlib
import importlib.util
import os
import platform
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "fieldkit-setup"
TRANSLATIONS = ROOT / "resources" / "translations" / "fieldkit_en.ts"
LICENCES = ROOT / "resources" / "licences" / "parts.json"
OLDEST_PYTHON = (3, 11)
LINES_OF_A_FAILURE = 20

# What the wheels of Qt need from Debian, by the file that proves it is there (readelf -d on QtGui, xcb and wayland).
QT_LIBRARIES = {
    "libbrotli1": "libbrotlidec.so.1",
    "libcups2": "libcups.so.2",
    "libdbus-1-3": "libdbus-1.so.3",
    "libegl1": "libEGL.so.1",
    "libfontconfig1": "libfontconfig.so.1",
    "libfreetype6": "libfreetype.so.6",
    "libgl1": "libGL.so.1",
    "libglib2.0-0": "libgthread-2.0.so.0",
    "libgssapi-krb5-2": "libgssapi_krb5.so.2",
    "libwayland-client0": "libwayland-client.so.0",
    "libwayland-cursor0": "libwayland-cursor.so.0",
    "libx11-6": "libX11.so.6",
    "libx11-xcb1": "libX11-xcb.so.1",
    "libxcb-cursor0": "libxcb-cursor.so.0",
    "libxcb-glx0": "libxcb-glx.so.0",
    "libxcb-icccm4": "libxcb-icccm.so.4",
    "libxcb-image0": "libxcb-image.so.0",
    "libxcb-keysyms1": "libxcb-keysyms.so.1",
    "libxcb-randr0": "libxcb-randr.so.0",
    "libxcb-render-util0": "libxcb-render-util.so.0",
    "libxcb-render0": "libxcb-render.so.0",
    "libxcb-shape0": "libxcb-shape.so.0",
    "libxcb-shm0": "libxcb-shm.so.0",
    "libxcb-sync1": "libxcb-sync.so.1",
    "libxcb-util1": "libxcb-util.so.1",
    "libxcb-xfixes0": "libxcb-xfixes.so.0",
    "libxcb-xkb1": "libxcb-xkb.so.1",
    "libxcb1": "libxcb.so.1",
    "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
    "libxkbcommon0": "libxkbcommon.so.0",
}
POSTGRESQL = "postgresql"
CHROMIUM = ("chromium", "chromium-driver")
CHROMIUM_PROGRAMS = ("chromium", "chromedriver")
KANNEL = {"kannel": "/usr/sbin/bearerbox", "kannel-extras": "/usr/lib/kannel/test/fakesmsc"}
MENU = {"nsis": "/usr/bin/makensis", "desktop-file-utils": "/usr/bin/desktop-file-validate"}
PACKING = {"dpkg-dev": "/usr/bin/dpkg-shlibdeps", "lintian": "/usr/bin/lintian"}
SOAKED = (
    "tests/flows/test_replicas_agree.py",
    "tests/server/test_server_contract.py",
    "tests/faults/test_killed_between_steps.py",
)

KILLED = ("tests/faults/test_kill.py",)


class SetupError(Exception):
    """Set-up can not go on by itself; the message says what to run."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options, rest = _parser().parse_known_args(arguments)
    if rest and not options.passes_on:
        _parser().error(f"unknown arguments: {shlex.join(rest)}")
    try:
        return int(options.run(options, rest))
    except SetupError as trouble:
        print(f"\n{trouble}", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description=__doc__, allow_abbrev=False)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, passes_on, help_ in COMMANDS:
        # A command that passes its arguments on leaves --help to the program behind it.
        command = commands.add_parser(name, help=help_, description=help_, add_help=not passes_on, allow_abbrev=False)
        command.set_defaults(run=run, passes_on=passes_on)
        if name == "translations":
            command.add_argument("--check", action="store_true", help="change nothing; fail if a text is out of step")
        if name == "soak":
            command.add_argument("--examples", type=int, default=2000, help="how many histories (2000)")
            command.add_argument("--kills", type=int, help="instead: how often a laptop at work loses its power")
            command.add_argument(
                "--database", choices=("sqlite", "postgresql"), default="sqlite", help="of their centre"
            )
            command.add_argument("--seed", type=int, help="the seed of an earlier soak, to see it again")
    return parser


# Commands


def command_setup(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Everything that any other command needs."""
    set_up(qt=True, postgresql=True, chromium=True, gateway=True, packing=True, menu=True)
    say("Ready. Try: python3 dev.py demo")
    return 0


_ONE_HEAD_EACH = """
from alembic.script import ScriptDirectory
for chain in ("laptop", "centre"):
    print(chain, ScriptDirectory(f"migrations/{chain}").get_current_head())
"""


def command_lint(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """All checks run, also after one has failed."""
    set_up()
    steps = {
        "ruff format": ["-m", "ruff", "format", "--check", "."],
        "ruff check": ["-m", "ruff", "check", "."],
        "mypy": ["-m", "mypy"],
        "mypy dev.py": ["-m", "mypy", "dev.py"],
        "import-linter": [str(venv_script("lint-imports"))],
        "migrations": ["-W", "error", "-c", _ONE_HEAD_EACH],
        "translations": [sys.executable, str(ROOT / "dev.py"), "translations", "--check"],
    }
    failed = [name for name, command in steps.items() if _lint_step(name, command) != 0]
    print(f"\nlint: failed: {', '.join(failed)}" if failed else "\nlint: all passed")
    return 1 if failed else 0


def _lint_step(name: str, command: Sequence[str]) -> int:
    print(f"-- {name}", flush=True)
    return run_python(command) if command[0].startswith("-") else run(command)


def command_test(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """pytest, with everything that its tests need."""
    set_up(qt=True, postgresql=True, chromium=True, gateway=True, menu=True)
    make_resources()
    workers = [] if any(word.startswith("-n") for word in rest) else ["-n", "auto"]
    return run_python(["-m", "pytest", *workers, *rest], environment=display_environment(os.environ))


def command_soak(options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Random histories of laptops and their centre, random requests at its doorway, and kills between all steps."""
    set_up()
    seed = random.SystemRandom().randrange(10**9) if options.seed is None else options.seed
    if options.kills:
        return _soak_kills(options.kills, seed, options.database)
    say(f"{options.examples} histories, seed {seed}. Again: python3 dev.py soak --seed {seed}")
    environment = {"FIELDKIT_SOAK_EXAMPLES": str(options.examples), "FIELDKIT_SOAK_SEED": str(seed)}
    return run_python(["-m", "pytest", "-n", "auto", *SOAKED], environment={**os.environ, **environment})


def _soak_kills(kills: int, seed: int, database: str) -> int:
    """A laptop at work is killed again and again, every second time with torn writes, and every fifth time its centre;
    what it said was saved is counted at both ends."""
    if database == "postgresql":
        set_up(postgresql=True)
    again = f"--kills {kills} --database {database} --seed {seed}"
    say(f"{kills} kills, seed {seed}. Again: python3 dev.py soak {again}")
    environment = {
        "FIELDKIT_SOAK_KILLS": str(kills),
        "FIELDKIT_SOAK_SEED": str(seed),
        "FIELDKIT_SOAK_DATABASE": database,
    }
    return run_python(["-m", "pytest", "-q", "-s", *KILLED], environment={**os.environ, **environment})


def command_demo(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """The main job on practice data."""
    return _run_fieldkit("demo", rest)


def command_screenshots(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """Every page as a picture."""
    return _run_fieldkit("screenshots", rest)


def _run_fieldkit(command: str, rest: Sequence[str]) -> int:
    set_up(qt=True)
    make_resources()
    return run_python(["-m", "fieldkit", command, *rest], environment=display_environment(os.environ))


def command_bench(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """The figures to reach."""
    set_up(qt=True, postgresql=True)
    make_resources()
    return run_python(["-m", "tests.bench", *rest], environment=display_environment(os.environ))


def command_package(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """The program as it is installed: built, named, packed and tried."""
    set_up(qt=True, packing=True)
    make_resources()
    return run_python(["-m", "shipping.package", *rest], environment=display_environment(os.environ))


def command_licences(_options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """The works of others that ship, and their licences, as the window shows them."""
    set_up(qt=True)
    return run_python(["-m", "shipping.notices"])


def command_lock(_options: argparse.Namespace, rest: Sequence[str]) -> int:
    """requirements.lock from pyproject.toml; `--upgrade` is passed on."""
    _set_up_system(qt=False, postgresql=False)
    with tempfile.TemporaryDirectory() as folder:
        python = make_venv(Path(folder) / "uv")
        say("Fetching uv.")
        check([str(python), "-m", "pip", "install", "--quiet", "uv"])
        compile_ = "pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --all-extras"
        files = ["pyproject.toml", "-o", LOCK.name]
        return run([str(python), "-m", "uv", *compile_.split(), "--quiet", *rest, *files])


def command_translations(options: argparse.Namespace, _rest: Sequence[str]) -> int:
    """Bring the English file in step with the texts in the code, and compile it."""
    known = read_translations(TRANSLATIONS)
    texts = set(collect_texts(ROOT / "fieldkit"))
    if options.check:
        return _report_differences(known, texts)
    merged = merge_translations(known, texts)
    TRANSLATIONS.parent.mkdir(parents=True, exist_ok=True)
    TRANSLATIONS.write_text(render_translations(merged), encoding="utf-8", newline="\n")
    waiting = sum(not english for english in merged.values())
    say(f"{len(merged)} texts, {waiting} without English, {len(known.keys() - texts)} dropped.")
    set_up(qt=True)
    compile_translations()
    return 0


def _report_differences(known: Mapping[str, str], texts: set[str]) -> int:
    missing = sorted(source for source in texts if not known.get(source))
    unused = sorted(known.keys() - texts)
    for word, sources in (("without English", missing), ("not used any more", unused)):
        for source in sources:
            print(f"{word}: {source}")
    say(f"{len(texts)} texts, {len(missing)} without English, {len(unused)} not used any more.")
    return 1 if missing or unused else 0


# Set-up


def set_up(
    *,
    qt: bool = False,
    postgresql: bool = False,
    chromium: bool = False,
    gateway: bool = False,
    packing: bool = False,
    menu: bool = False,
) -> None:
    """A virtual environment as the lock file says, and what the system has to bring; instant when both are there."""
    if sys.version_info < OLDEST_PYTHON:
        raise SetupError("FieldKit needs Python 3.11 or newer; this is " + platform.python_version() + ".")
    tools = {**(KANNEL if gateway else {}), **(MENU if menu else {}), **(PACKING if packing else {})}
    _set_up_system(qt=qt, postgresql=postgresql, chromium=chromium, tools=tools)
    wanted = stamp_text(LOCK.read_bytes(), sys.version_info[:2], platform.machine())
    if not (venv_python().exists() and _read_or_empty(STAMP) == wanted):
        _set_up_venv(wanted)


def _set_up_venv(wanted: str) -> None:
    if not _same_python(_read_or_empty(VENV / "pyvenv.cfg")):
        say("Making .venv.")
        make_venv(VENV)
    STAMP.unlink(missing_ok=True)
    say("Installing the packages of requirements.lock; about half a minute, longer on a slow line.")
    pip = [str(venv_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    check([*pip, "--require-hashes", "--no-deps", "-r", str(LOCK)])
    STAMP.write_text(wanted, encoding="utf-8")


def _same_python(configuration: str) -> bool:
    """Whether the .venv behind this pyvenv.cfg is whole and of the running Python's version."""
    major_minor = "{}.{}.".format(*sys.version_info[:2])
    return venv_python().exists() and any(
        line.partition("=")[0].strip() == "version" and line.partition("=")[2].strip().startswith(major_minor)
        for line in configuration.splitlines()
    )


def stamp_text(lock: bytes, python: tuple[int, ...], machine: str) -> str:
    """What a finished set-up leaves behind; another lock, Python or machine asks for a new one."""
    return f"{hashlib.sha256(lock).hexdigest()} python{'.'.join(map(str, python))} {machine}\n"


def make_venv(folder: Path) -> Path:
    """A fresh virtual environment with pip; returns its Python."""
    check([sys.executable, "-m", "venv", "--clear", str(folder)])
    return _python_in(folder)


def _set_up_system(
    *, qt: bool, postgresql: bool, chromium: bool = False, tools: Mapping[str, str] | None = None
) -> None:
    if not sys.platform.startswith("linux"):
        return
    packages = missing_packages(
        qt_libraries=_libraries_present() if qt else None,
        has_postgresql=_has_postgresql() if postgresql else True,
        tools=[package for package, file in (tools or {}).items() if not Path(file).exists()],
        has_ensurepip=importlib.util.find_spec("ensurepip") is not None,
        has_chromium=all(map(shutil.which, CHROMIUM_PROGRAMS)) if chromium else True,
    )
    if packages:
        install_packages(packages)


def missing_packages(
    *,
    qt_libraries: set[str] | None,
    has_postgresql: bool,
    has_ensurepip: bool,
    has_chromium: bool = True,
    tools: Sequence[str] = (),
) -> list[str]:
    """Debian packages to install; `qt_libraries` are the shared libraries present, or None if Qt is not needed."""
    packages = [] if has_ensurepip else ["python3-venv"]
    if qt_libraries is not None:
        packages += [package for package, library in QT_LIBRARIES.items() if library not in qt_libraries]
    packages += [] if has_chromium else CHROMIUM
    packages += tools
    return packages if has_postgresql else [*packages, POSTGRESQL]


def _libraries_present() -> set[str]:
    # An ordinary user's PATH often lacks the folder of ldconfig.
    ldconfig = shutil.which("ldconfig") or "/sbin/ldconfig"
    listing = subprocess.run([ldconfig, "-p"], capture_output=True, text=True, check=False).stdout
    return {line.split()[0] for line in listing.splitlines() if "=>" in line}


def _has_postgresql() -> bool:
    return bool(shutil.which("initdb") or list(Path("/usr/lib/postgresql").glob("*/bin/initdb")))


def install_packages(packages: Sequence[str]) -> None:
    """Install what the system lacks, or say the one line that does."""
    line = f"apt-get update && apt-get install -y --no-install-recommends {shlex.join(packages)}"
    if not shutil.which("apt-get"):
        raise SetupError(f"This system lacks what these Debian packages bring; install its own: {' '.join(packages)}")
    if os.geteuid() != 0:
        raise SetupError(f"Some system packages are missing. Run this line, then try again:\n\n  sudo sh -c '{line}'")
    say(f"Installing {len(packages)} system packages: {' '.join(packages)}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    check(["apt-get", "update", "-qq"], environment=environment)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    check(install, environment=environment)


# Translations: one context, texts in Bahasa Indonesia


@dataclass(frozen=True)
class Call:
    """A call that marks a text: where, and its first argument when that is a plain string."""

    place: str
    text: str | None


# The functions that mark a text, by the module that they come from.
MARKERS = {"fieldkit.ui.language": {"tr"}, "fieldkit.domain.text": {"text"}}


def collect_texts(package: Path) -> Iterator[str]:
    """Every text of the code; a marker called with anything but a plain string is an error."""
    for file in sorted(package.rglob("*.py")):
        for call in marked_calls(file.read_text(encoding="utf-8"), file.relative_to(package.parent).as_posix()):
            if call.text is None:
                raise SetupError(f"{call.place}: the first argument must be a plain string, to be translated")
            yield call.text


def marked_calls(source: str, file: str) -> Iterator[Call]:
    """The calls of a module's own imports of `tr` and `text`; another library's `text` is left alone."""
    tree = ast.parse(source)
    names = set(_marker_names(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield Call(f"{file}:{node.lineno}", _literal(node.args))


def _marker_names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            wanted = MARKERS.get(node.module or "", set())
            yield from (alias.asname or alias.name for alias in node.names if alias.name in wanted)


def _literal(arguments: Sequence[ast.expr]) -> str | None:
    first = arguments[0] if arguments else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


def read_translations(path: Path) -> dict[str, str]:
    """Source to English; an unfinished one is empty."""
    if not path.exists():
        return {}
    return {
        message.findtext("source", ""): _finished(message.find("translation"))
        for message in ET.parse(path).getroot().iter("message")
    }


def _finished(translation: ET.Element | None) -> str:
    if translation is None or translation.get("type") == "unfinished":
        return ""
    return translation.text or ""


def merge_translations(known: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
    """What the file should hold: the texts in use, with the English that was there."""
    return {source: known.get(source, "") for source in sorted(texts)}


def render_translations(translations: Mapping[str, str]) -> str:
    """A Qt Linguist file; no line numbers, so that it changes only with the texts."""
    messages = "".join(_render_message(source, english) for source, english in translations.items())
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        '<TS version="2.1" language="en" sourcelanguage="id">\n'
        f"<context>\n    <name>FieldKit</name>\n{messages}</context>\n</TS>\n"
    )


def _render_message(source: str, english: str) -> str:
    unfinished = "" if english else ' type="unfinished"'
    return (
        f"    <message>\n        <source>{escape(source)}</source>\n"
        f"        <translation{unfinished}>{escape(english)}</translation>\n    </message>\n"
    )


def compile_translations() -> None:
    """Make the .qm that the window loads, unless they are newer than their sources."""
    for source in TRANSLATIONS.parent.glob("*.ts"):
        compiled = source.with_suffix(".qm")
        if not _is_newer(compiled, source):
            made = compiled.with_name(f".{compiled.stem}.{os.getpid()}.qm")
            try:
                check([str(venv_script("pyside6-lrelease")), "-silent", str(source), "-qm", str(made)])
                put_in_place(made, compiled)
            finally:
                made.unlink(missing_ok=True)


def put_in_place(made: Path, target: Path) -> None:
    """Set a file that was made in place of an older one, unless it says the same.

    A program that runs has the older one mapped: written in place it would end that program (SIGBUS).
    """
    if target.exists() and target.read_bytes() == made.read_bytes():
        target.touch()
    else:
        made.replace(target)


def list_licences() -> None:
    """The works of others and their licences, as the window shows them, unless the list is newer than what it is of."""
    sources = (LOCK, ROOT / "fieldkit" / "__init__.py", *(ROOT / "shipping").glob("*.py"))
    if not all(_is_newer(LICENCES, source) for source in sources):
        check([str(venv_python()), "-m", "shipping.notices"])


def make_resources() -> None:
    """What the program reads and the repository does not hold, because it follows from something else."""
    compile_translations()
    list_licences()


def _is_newer(made: Path, source: Path) -> bool:
    return made.exists() and made.stat().st_mtime_ns > source.stat().st_mtime_ns


# Running things


def display_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment for Qt: without a display it draws into memory."""
    shown = not sys.platform.startswith("linux") or any(environment.get(k) for k in ("DISPLAY", "WAYLAND_DISPLAY"))
    return dict(environment) if shown else {"QT_QPA_PLATFORM": "offscreen", **environment}


def venv_python() -> Path:
    """The Python of the project's own environment."""
    return _python_in(VENV)


def venv_script(name: str) -> Path:
    """A program that a package has put beside that Python."""
    return venv_python().with_name(f"{name}.exe" if os.name == "nt" else name)


def _python_in(folder: Path) -> Path:
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def run_python(arguments: Sequence[str], *, environment: Mapping[str, str] | None = None) -> int:
    """Run the project's Python in the project's folder, and return its exit code."""
    return run([str(venv_python()), *arguments], environment=environment)


def run(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> int:
    """Run a program in the project's folder, and return its exit code."""
    with subprocess.Popen(command, cwd=ROOT, env=environment) as program:
        while True:
            try:
                return program.wait()
            except KeyboardInterrupt:
                # The program got the same key press, and tidies up before it ends.
                continue


def check(command: Sequence[str], *, environment: Mapping[str, str] | None = None) -> None:
    """Run a program that has to succeed; what it prints is shown only when it fails."""
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    if done.returncode != 0:
        told = (done.stdout + done.stderr).decode(errors="replace").splitlines()[-LINES_OF_A_FAILURE:]
        raise SetupError(
            "\n".join([*told, "", f"This did not work (exit code {done.returncode}):", shlex.join(command)])
        )


def say(line: str) -> None:
    """Tell what happens now."""
    print(line, flush=True)


def _read_or_empty(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


COMMANDS: Sequence[tuple[str, Callable[[argparse.Namespace, Sequence[str]], int], bool, str]] = (
    ("setup", command_setup, False, "prepare this machine; every other command does so by itself"),
    ("demo", command_demo, True, "the main job on practice data; --play plays a whole day through the window"),
    ("test", command_test, True, "all tests; arguments go to pytest"),
    (
        "soak",
        command_soak,
        False,
        "random histories of laptops and centre, random requests; --examples N, --kills N, --database NAME, --seed N",
    ),
    ("lint", command_lint, False, "format, ruff, mypy strict, import-linter, migrations, translations"),
    ("bench", command_bench, True, "the figures to reach; --json FILE also writes them down"),
    ("package", command_package, True, "build the installed program and try it; .deb, SBOM, licences"),
    ("licences", command_licences, False, "list the works of others that ship, with their licences"),
    ("screenshots", command_screenshots, True, "every page as a picture; --out DIR"),
    ("translations", command_translations, False, "bring the English texts in step with the code"),
    ("lock", command_lock, True, "make requirements.lock anew from pyproject.toml"),
)


if __name__ == "__main__":
    sys.exit(main())
