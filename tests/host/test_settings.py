"""Settings of this computer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldkit.host.settings import TEXT_SCALES, Settings, load_settings, save_settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert not (tmp_path / "settings.json").exists()


WORDS = st.text(max_size=20).filter(lambda word: word.isprintable())
SETTINGS = st.builds(
    Settings,
    language=st.sampled_from(["id", "en"]),
    theme=st.sampled_from(["light", "dark"]),
    text_scale=st.sampled_from(TEXT_SCALES),
    centre_url=WORDS,
    rest=st.dictionaries(WORDS.map("x-{}".format), st.integers(0, 9) | st.lists(st.booleans())),
)


@given(SETTINGS)
def test_what_is_saved_comes_back(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.json"
    save_settings(path, settings)
    assert load_settings(path) == settings


def test_keys_of_a_newer_version_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "dark", "contrast": {"level": 3}}', "utf-8")
    save_settings(path, replace(load_settings(path), text_scale=125))
    assert msgspec.json.decode(path.read_bytes())["contrast"] == {"level": 3}
    assert load_settings(path) == Settings(theme="dark", text_scale=125, rest={"contrast": {"level": 3}})


@pytest.mark.parametrize("content", [b"{", b"", b"[1, 2]", b'"teks"', b"\xff\xfe\x00", b'{"theme": "dark"'])
def test_a_damaged_file_is_set_aside_and_the_defaults_hold(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == content
    assert not path.exists()


def test_a_value_that_does_not_fit_is_as_good_as_missing(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"text_scale": 3000, "theme": 7, "language": "en"}', "utf-8")
    assert load_settings(path) == Settings(language="en")
