"""The practice day as a new user starts it: a program of its own, played through its window; and its pictures."""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import msgspec
import psutil
import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from fieldkit.demo.cable import Cable
from fieldkit.demo.centre import start_centre
from fieldkit.demo.day import DAY, PIN, morning_clock, practice_day
from fieldkit.demo.elsewhere import is_here
from fieldkit.demo.office import CENTRE_FILE, OFFICE_FILE, hand_over
from fieldkit.demo.proof import Played, Proof, as_it_must_be
from fieldkit.demo.run import clear_away, fresh_folder, run_demo
from fieldkit.ui.pages import page_specs
from fieldkit.ui.pages.guide.key_card import KEY_CARD_FILE
from fieldkit.ui.pages.office.desks import desk_specs

ROOT = Path(__file__).resolve().parents[2]
PAGES = (
    *(spec.name for spec in page_specs("admin", lambda: pytest.fail("no page is made here"))),
    *(f"office-{spec.name}" for spec in desk_specs("admin")),
    "sign_in",
    "start-enrolment",
)
SMALL_SET = """
import sys
from pathlib import Path
from fieldkit.demo.screenshots import LOOKS, shrink_day, take_screenshots
taken = take_screenshots(Path(sys.argv[1]), looks=[LOOKS[0], LOOKS[-1]], languages=["en"])
shrink_day(Path(sys.argv[1]), Path(sys.argv[1]) / "small", "en")
print(len(taken))
"""

AS_IF_ON_A_SCREEN = """
from PySide6.QtCore import QTimer
from fieldkit.demo import day, run as demo, try_out
demo.has_display = lambda: True
write = day.write_list_xlsx
day.write_list_xlsx = lambda rows, path, regions: write(rows[:200], path, regions)
run = try_out.run_until_ended
def tell_and_run(app):
    QTimer.singleShot(0, lambda: print("the window is open", flush=True))
    return run(app)
try_out.run_until_ended = tell_and_run
raise SystemExit(demo.run_demo(play=False, out=None))
"""

LOOK_AND_LEAVE = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from fieldkit.demo.hands import Hands
from fieldkit.demo.try_out import try_out
from fieldkit.ui.threads import InlineLanes

def look() -> int:
    window = next(top for top in QApplication.topLevelWidgets() if top.isVisible())
    hands = Hands(window, Path(sys.argv[1]), InlineLanes())
    hands.until_shown("Rina Wulandari")
    hands.until_shown("Hari ini Sabtu, 23 Februari 2019?")
    hands.press("F4")
    hands.until_shown("orang belum terekam")
    return 0

QApplication.exec = staticmethod(look)
sys.exit(try_out(Path(sys.argv[1])))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments, without a display."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=880,
    )


def picture_size(path: Path) -> tuple[int, int]:
    """Width and height, from the head of a PNG."""
    head = path.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", head[16:24])
    return width, height


def words_of_book(path: Path) -> str:
    """All cells of a workbook."""
    sheets = load_workbook(path).worksheets
    return " ".join(str(value) for sheet in sheets for row in sheet.values for value in row if value is not None)


def words_of_paper(path: Path) -> str:
    """All pages of a PDF."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


@pytest.mark.timeout(300)
def test_the_whole_day_is_played_through_the_window_and_arrives_at_the_centre(tmp_path: Path) -> None:
    out = tmp_path / "hari"
    done = run("-m", "fieldkit", "demo", "--play", "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    told, last = done.stdout.splitlines()
    assert str(out) in told
    figures = json.loads(last)
    assert figures.pop("seconds") > 0
    assert figures.pop("changes_sent") > 12_222
    assert figures == {
        "registered": 12,
        "recorded": 8,
        "list_left": 1_017,
        "blanks_used": 3,
        "changes_waiting": 0,
        "centre_rows_equal": True,
        "chain_verified": True,
    }
    check_pictures(out)
    check_papers(out)


def check_pictures(out: Path) -> None:
    """Each page was photographed, in the order of the day."""
    names = [path.stem for path in sorted(out.glob("*.png"))]
    assert [int(name[:2]) for name in names] == list(range(1, len(names) + 1))
    seen = " ".join(names)
    for page in ("masuk", "kantor", "hari-ini", "pendaftaran", "daftar-kunjungan", "tutup-shift", "bukti-terima"):
        assert page in seen, page
    assert all(picture_size(path) == (1366, 690) for path in out.glob("*.png"))


def check_papers(out: Path) -> None:
    """Daily report and closing record, signed, each on paper and as a workbook."""
    papers = sorted((out / "documents").iterdir())
    keys = next(path for path in papers if path.name == KEY_CARD_FILE)
    assert "Ctrl+Enter" in words_of_paper(keys)
    papers.remove(keys)
    assert sorted(path.suffix for path in papers) == [".pdf", ".pdf", ".xlsx", ".xlsx"]
    for path in papers:
        words = words_of_paper(path) if path.suffix == ".pdf" else words_of_book(path)
        assert "Rina Wulandari" in words, path.name
        assert "Jati" in words, path.name


@pytest.mark.timeout(300)
def test_a_laptop_without_a_centre_plays_at_one_that_another_program_runs_with_codes_that_hold_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    centre, handed = start_centre(tmp_path, morning_clock(), DAY)
    try:
        hand_over(tmp_path, handed)
        assert (tmp_path / OFFICE_FILE).stat().st_mode & 0o077 == 0
        with practice_day(tmp_path, centre.cable.url) as day:
            assert (day.office, day.centre.database_file) == (handed.office, centre.database_file)
            assert day.clock.now_utc().date() == DAY
            assert day.centre.cable.port != centre.cable.port
        assert not (tmp_path / OFFICE_FILE).exists()
        assert run_demo(play=True, out=tmp_path, centre_url=centre.cable.url) == 2
        assert "kodenya berlaku sekali" in capsys.readouterr().err
    finally:
        centre.close()


@pytest.mark.parametrize(
    "url",
    ["https://pusat.contoh.go.id", "http://pusat.contoh.go.id:8000", "https://127.0.0.1:8000", "http://127.0.0.1"],
)
def test_a_centre_of_real_work_is_never_practised_at(tmp_path: Path, url: str) -> None:
    assert not is_here(url)
    assert run_demo(play=True, out=tmp_path, centre_url=url) == 2
    assert list(tmp_path.iterdir()) == []


@pytest.mark.timeout(900)
def test_every_page_has_its_pictures(tmp_path: Path) -> None:
    done = run("-c", SMALL_SET, str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    pictures = sorted(tmp_path.glob("*.png"))
    assert len(pictures) == int(done.stdout)
    names = {path.name for path in pictures}
    for page in PAGES:
        for look in ("light-100", "dark-150"):
            assert f"{page}-{look}-en.png" in names
        assert f"{page}-light-100-en-1920x1080.png" in names
    for path in pictures:
        assert picture_size(path) == ((1920, 1080) if "1920" in path.name else (1366, 690)), path.name
    assert len({path.read_bytes() for path in pictures}) == len(pictures)
    small = sorted((tmp_path / "small").iterdir())
    assert [path.name for path in small] == sorted(path.name for path in (ROOT / "docs" / "pictures").iterdir())
    assert all(0 < path.stat().st_size < 64_000 for path in small)


@pytest.mark.timeout(300)
def test_to_try_it_out_the_window_opens_with_the_list_in_and_the_lead_signed_in(tmp_path: Path) -> None:
    done = run("-c", LOOK_AND_LEAVE, str(tmp_path))
    assert (done.returncode, done.stderr) == (0, "")
    assert f"PIN: {PIN}" in done.stdout


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("number", "when"),
    [(signal.SIGINT, "the window is open"), (signal.SIGTERM, "the window is open"), (signal.SIGTERM, "PIN: ")],
)
def test_a_practice_that_is_asked_to_end_stops_the_centre_and_leaves_no_data(
    tmp_path: Path, number: signal.Signals, when: str
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(tmp_path)}
    command = [sys.executable, "-c", AS_IF_ON_A_SCREEN]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True) as practice:
        assert practice.stdout is not None
        assert any(when in line for line in practice.stdout)
        started = psutil.Process(practice.pid).children(recursive=True)
        assert len(started) == 1
        assert any(tmp_path.glob("*/*.sqlite"))
        practice.send_signal(number)
        practice.communicate()
    assert practice.returncode != 0
    assert not any(process.is_running() for process in started)
    assert list(tmp_path.iterdir()) == []


def test_of_a_practice_without_a_named_folder_only_pictures_and_papers_stay(tmp_path: Path) -> None:
    for name in ("centre.sqlite", "daftar.xlsx", "01-masuk.png", "documents/laporan.pdf", "laptop/fieldkit.db"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    clear_away(tmp_path)
    assert {path.name for path in tmp_path.rglob("*")} == {"01-masuk.png", "documents", "laporan.pdf"}


PROVEN = Proof(
    registered=12,
    recorded=8,
    list_left=1_017,
    blanks_used=3,
    changes_sent=12_288,
    changes_waiting=0,
    centre_rows_equal=True,
    chain_verified=True,
    seconds=20.0,
)


@pytest.mark.parametrize(
    ("figure", "wrong"),
    [
        ("registered", 11),
        ("recorded", 9),
        ("list_left", 1_016),
        ("blanks_used", 4),
        ("changes_waiting", 1),
        ("centre_rows_equal", False),
        ("chain_verified", False),
    ],
)
def test_one_wrong_figure_fails_the_play(figure: str, wrong: object) -> None:
    played = Played(registered=12, recorded=8, recorded_of_list=7, printed=3, spoiled=1)
    assert as_it_must_be(PROVEN, played)
    assert not as_it_must_be(msgspec.structs.replace(PROVEN, **{figure: wrong}), played)


def test_what_an_earlier_practice_left_in_the_folder_stays(tmp_path: Path) -> None:
    out = tmp_path / "hari"
    first = fresh_folder(out)
    (first / CENTRE_FILE).touch()
    assert (first, fresh_folder(out)) == (out, out / "latihan-2")


class Echo:
    """Says back what it hears."""

    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.thread = threading.Thread(target=self.listen)
        self.thread.start()

    def listen(self) -> None:
        """One connection after the other, until closed."""
        try:
            while True:
                connection, _ = self.listener.accept()
                with connection:
                    while heard := connection.recv(1 << 16):
                        connection.sendall(heard)
        except OSError:
            return

    def close(self) -> None:
        """Nobody is there any more."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join()


@pytest.fixture
def echo() -> Iterator[Echo]:
    """Something at the other end of the cable."""
    there = Echo()
    yield there
    there.close()


@pytest.fixture
def cable(echo: Echo) -> Iterator[Cable]:
    """A cable that is plugged in."""
    laid = Cable(echo.port)
    yield laid
    laid.pull()


def call(cable: Cable) -> socket.socket:
    """A new connection through the cable."""
    return socket.create_connection(("127.0.0.1", cable.port), timeout=30)


def says_back(connection: socket.socket, words: bytes) -> bool:
    """Whether the other end is reached."""
    connection.sendall(words)
    return connection.recv(len(words)) == words


def test_a_cable_carries_words_both_ways(cable: Cable) -> None:
    with call(cable) as connection:
        assert says_back(connection, b"hello")
        assert says_back(connection, b"still there")


def test_pulling_the_cable_cuts_what_runs_and_refuses_what_is_new(cable: Cable) -> None:
    with call(cable) as connection:
        assert says_back(connection, b"hello")
        cable.pull()
        assert connection.recv(1) == b""
    with pytest.raises(ConnectionRefusedError):
        call(cable)


def test_a_cable_that_is_plugged_in_again_has_the_same_address(cable: Cable) -> None:
    before = cable.url
    cable.pull()
    cable.plug_in()
    assert cable.url == before
    with call(cable) as connection:
        assert says_back(connection, b"back again")


def test_a_cable_to_nobody_hangs_up() -> None:
    alone = Cable(free_port())
    with call(alone) as connection:
        assert connection.recv(1) == b""
    alone.pull()


def free_port() -> int:
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port
