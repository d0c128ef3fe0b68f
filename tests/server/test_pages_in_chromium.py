"""The centre's pages in a real Chromium: a phone and a laptop, light and dark, both languages, by keys alone."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from field_pens import PROBOLINGGO, ground_at
from selenium.webdriver import Chrome, ChromeOptions
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

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
        assert chromium.find_element(By.TAG_NAME, "h1").text == "Kota Probolinggo"
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
        assert chromium.current_url == f"{url}/masuk"
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
        assert "Tidak ada kartu dengan nomor itu." in chromium.find_element(By.CSS_SELECTOR, "[role=status]").text
        assert chromium.current_url == f"{url}/umum/35.74"
