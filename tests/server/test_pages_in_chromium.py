"""The centre's pages in a real Chromium: a phone and a laptop, light and dark, both languages, by keys alone."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from field_pens import PROBOLINGGO, Ground, ground_at
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.expected_conditions import text_to_be_present_in_element
from selenium.webdriver.support.wait import WebDriverWait

from fieldkit.server.database import reading, writing
from fieldkit.server.regencies import feed_heads
from fieldkit.server.web.accounts import Reader
from fieldkit.server.web.facts import local_time
from fieldkit.server.web.sessions import begin
from fieldkit.server.web.sums import (
    CountSum,
    KeptSums,
    OfficeSums,
    Setting,
    Shelf,
    Shift,
    VillageSum,
    keep_sums,
)
from tests.patience import PATIENCE_S, until
from tests.server.served_centre import run, served

PASSPHRASE = "tiga ayam kampung"
_OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
_MISSING = "No chromium or chromedriver: apt-get install chromium chromium-driver"


@pytest.fixture
def chromium(tmp_path: Path) -> Iterator[Chrome]:
    """A browser with a profile of its own."""
    programs = [shutil.which(name) for name in ("chromium", "chromedriver")]
    if None in programs:
        pytest.fail(_MISSING)
    options = ChromeOptions()
    options.binary_location = str(programs[0])
    for each in (*_OPTIONS, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(each)
    browser = Chrome(options=options, service=Service(str(programs[1])))
    yield browser
    browser.quit()


def shown_as(chromium: Chrome, width: int, scheme: str) -> None:
    """A window of this width, in a light or a dark theme."""
    measure = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}
    chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", measure)
    theme = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", theme)


def is_within_the_window(chromium: Chrome) -> bool:
    """Whether nothing has to be scrolled sideways but tables in their own frame."""
    return bool(chromium.execute_script("return document.documentElement.scrollWidth <= innerWidth"))


def typed(chromium: Chrome, *words: str) -> None:
    """Type into the field with the focus, and go on by Tab."""
    for each in words:
        chromium.switch_to.active_element.send_keys(each, Keys.TAB)


def wait_to_read(chromium: Chrome, where: str, words: str) -> None:
    """Wait for these words: a page that Enter asks for comes after the key has been taken."""
    WebDriverWait(chromium, PATIENCE_S).until(text_to_be_present_in_element((By.CSS_SELECTOR, where), words))


def test_somebody_sets_a_passphrase_by_keys_alone_and_reads_the_page_everywhere(
    chromium: Chrome, sqlite_database: str, tmp_path: Path
) -> None:
    with ExitStack() as stack:
        with ground_at(sqlite_database) as ground:
            lead = ground.lead
        where = ("--database", sqlite_database, "--regency", PROBOLINGGO)
        login, code = run("web", "code", *where, lead).split("\t")
        url, _ = stack.enter_context(served(sqlite_database))
        chromium.get(f"{url}/kode")
        chromium.find_element(By.ID, "nama").click()
        typed(chromium, login, code, PASSPHRASE, PASSPHRASE)
        chromium.switch_to.active_element.send_keys(Keys.ENTER)
        wait_to_read(chromium, "h1", "Kota Probolinggo")
        seen = {}
        for width in (390, 1366):
            for scheme in ("light", "dark"):
                shown_as(chromium, width, scheme)
                for page in ("/kantor?bahasa=id", "/kantor?bahasa=en", "/umum/35.74?bahasa=id"):
                    chromium.get(url + page)
                    assert is_within_the_window(chromium), (width, page)
                seen[scheme] = chromium.execute_script("return getComputedStyle(document.body).backgroundColor")
                chromium.save_screenshot(str(tmp_path / f"{width}-{scheme}.png"))
        assert seen == {"light": "rgb(237, 240, 242)", "dark": "rgb(15, 23, 29)"}
        chromium.get(f"{url}/kantor?bahasa=en")
        assert chromium.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en"
        chromium.find_element(By.CSS_SELECTOR, "form button").send_keys(Keys.ENTER)
        until(lambda: chromium.current_url == f"{url}/masuk")
        chromium.get(f"{url}/kantor")
        assert chromium.current_url == f"{url}/masuk"


def test_a_resident_asks_for_a_card_and_the_reference_stays_out_of_the_address(
    chromium: Chrome, sqlite_database: str
) -> None:
    with ground_at(sqlite_database):
        pass
    with served(sqlite_database) as (url, _):
        shown_as(chromium, 390, "light")
        chromium.get(f"{url}/umum/35.74")
        chromium.find_element(By.ID, "resi").send_keys("ZZZZZZZZZZ", Keys.ENTER)
        wait_to_read(chromium, "[role=status]", "Tidak ada kartu dengan nomor itu.")
        assert chromium.current_url == f"{url}/umum/35.74"


def test_a_page_full_of_figures_can_be_read_by_everybody(chromium: Chrome, sqlite_database: str) -> None:
    with ExitStack() as stack:
        with ground_at(sqlite_database) as ground:
            token = _full_page(ground)
        url, _ = stack.enter_context(served(sqlite_database))
        chromium.get(f"{url}/masuk")
        chromium.add_cookie({"name": "fieldkit", "value": token, "path": "/"})
        for width, scheme, language in (
            (390, "light", "id"),
            (390, "dark", "en"),
            (1366, "light", "en"),
            (1366, "dark", "id"),
        ):
            shown_as(chromium, width, scheme)
            chromium.get(f"{url}/kantor?bahasa={language}")
            assert is_within_the_window(chromium), (width, language)
            assert chromium.execute_script(_TOO_FAINT) == []
            assert len(chromium.execute_script(_TOO_FAINT.replace("< 4.5", "< 22"))) > 100
            assert chromium.execute_script(_NAMELESS) == []
        page = chromium.find_element(By.TAG_NAME, "main").text
        assert "92,35 %" in page
        assert "Jati" in page
        assert "98 % baru tercapai" in page


def test_the_table_behind_a_chart_opens_by_keys(chromium: Chrome, sqlite_database: str) -> None:
    with ExitStack() as stack:
        with ground_at(sqlite_database) as ground:
            token = _full_page(ground)
        url, _ = stack.enter_context(served(sqlite_database))
        chromium.get(f"{url}/masuk")
        chromium.add_cookie({"name": "fieldkit", "value": token, "path": "/"})
        chromium.get(f"{url}/kantor")
        chromium.switch_to.active_element.send_keys(Keys.TAB)
        assert chromium.switch_to.active_element.get_attribute("href").endswith("#isi")
        chromium.switch_to.active_element.send_keys(Keys.ENTER)
        for _ in range(20):
            chromium.switch_to.active_element.send_keys(Keys.TAB)
            if chromium.switch_to.active_element.tag_name == "summary":
                break
        table = chromium.find_element(By.CSS_SELECTOR, "details table")
        assert not table.is_displayed()
        chromium.switch_to.active_element.send_keys(Keys.ENTER)
        assert table.is_displayed()
        assert "Jati" in table.text


_TOO_FAINT = """
const linear = v => v / 255 <= .03928 ? v / 255 / 12.92 : ((v / 255 + .055) / 1.055) ** 2.4;
const light = c => { const [r, g, b] = c.map(linear); return .2126 * r + .7152 * g + .0722 * b };
const parts = c => c.match(/[0-9.]+/g).map(Number);
const behind = e => { for (; e; e = e.parentElement) { const p = parts(getComputedStyle(e).backgroundColor);
  if (p.length < 4 || p[3] > 0) return p.slice(0, 3) } return [255, 255, 255] };
const ink = e => parts(getComputedStyle(e)[e instanceof SVGElement ? 'fill' : 'color']).slice(0, 3);
const contrast = e => { const [a, b] = [ink(e), behind(e)].map(light);
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) };
const hasWords = e => [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim()) && e.getClientRects().length;
return [...document.querySelectorAll('body *')].filter(hasWords).filter(e => contrast(e) < 4.5)
  .map(e => [e.textContent.trim().slice(0, 30), contrast(e)])
"""
"""Texts with less contrast than 4.5 to 1."""
_NAMELESS = """
const isNamed = e => e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length);
return [...document.querySelectorAll('svg[role=img], [tabindex], input, button, a, summary')]
  .filter(e => e.type != 'hidden' && !isNamed(e)).map(e => e.outerHTML)
"""
"""What can be reached or looked at, and has no name."""


def _full_page(ground: Ground) -> str:
    """Figures of everything, as they are kept, and a session of the lead."""
    centre, now_ms = ground.centre, time.time_ns() // 1_000_000
    today = local_time(ZoneInfo("Asia/Jakarta"), now_ms).date()
    ago = [(today - timedelta(days=back)).isoformat() for back in range(30)]
    villages = [f"35.74.0{district}.100{village}" for district in (1, 2, 3) for village in (1, 2, 3, 4)]
    sums = OfficeSums(
        villages={code: VillageSum(900 + n, 90, 20, 30, 40 + n) for n, code in enumerate(villages)},
        recorded=dict.fromkeys(ago[1:], 90),
        obligated=dict.fromkeys(ago[1:], 100),
        counts=[CountSum(PROBOLINGGO, "local", ago[20], 171_640, 156_510, 2_000)]
        + [CountSum(PROBOLINGGO, "national", ago[25], 171_640, 155_000, 2_400)]
        + [CountSum(code, source, ago[20], 5_000, 4_500, 10) for code in villages for source in ("local", "national")],
        stock={"office": {"blank": 1_240, "ribbon": 400}, "table:3574-P1": {"blank": -2}},
        given={"office": ["blank", "ribbon"]},
        printed={"table:3574-P1": dict.fromkeys(ago[:10], 40)},
        to_print={"": 94},
        shelves=[Shelf("Kec. Mayangan", ago[29], 12, "35.74.03"), Shelf("Loket Kantor", ago[1], 3)],
        shifts=[Shift(ago[0], "09:00", "12:00", "Pagi", "Balai Kel. Jati", "Rina Wulandari", "published")],
        settings=[Setting("vote_day", (today + timedelta(days=40)).isoformat())],
    )
    with reading(centre.engine) as connection:
        head = feed_heads(connection, [PROBOLINGGO])[PROBOLINGGO]
    with writing(centre.engine) as connection:
        keep_sums(connection, PROBOLINGGO, KeptSums(head, now_ms, sums))
    return begin(centre, Reader(PROBOLINGGO, ground.lead, "Rina Wulandari"), now_ms)
