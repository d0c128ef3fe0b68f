"""The SBOM: it fits its schema, and says what ships, of which version, and with which hash."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from fieldkit import __version__
from shipping import sbom as room
from shipping.parts import ROOT, Part, shipped_parts
from shipping.sbom import SbomError, installed_hashes, locked, write_sbom

DIGEST = "ab" * 32
HTTPX = Part("httpx", "0.28.1", "BSD-3-Clause", "https://contoh.id", "words", "pkg:pypi/httpx@0.28.1")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A stand-in for a packed program."""
    folder = tmp_path / "fieldkit"
    (folder / "_internal").mkdir(parents=True)
    (folder / "fieldkit").write_bytes(b"program")
    (folder / "_internal" / "libQt6Core.so.6").write_bytes(b"Qt")
    (folder / "_internal" / "libQt6Core.so").symlink_to("libQt6Core.so.6")
    return folder


def written(path: Path) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return document


def test_every_part_that_ships_is_in_a_document_that_fits_the_schema(tmp_path: Path, program: Path) -> None:
    path = tmp_path / "fieldkit.cdx.json"
    write_sbom(path, shipped_parts(), {}, program)
    document = written(path)
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert (document["metadata"]["component"]["name"], document["metadata"]["component"]["version"]) == (
        "FieldKit",
        __version__,
    )
    named = {each["name"]: each["version"] for each in document["components"] if each["type"] != "file"}
    assert named == {part.name: part.version for part in shipped_parts()}


def test_hashes_are_those_of_the_packages_and_of_the_files_as_they_ship(tmp_path: Path, program: Path) -> None:
    path = tmp_path / "fieldkit.cdx.json"
    write_sbom(path, [HTTPX], {"httpx==0.28.1": [DIGEST]}, program)
    found = {each["name"]: each for each in written(path)["components"]}
    assert set(found) == {"httpx", "fieldkit", "_internal/libQt6Core.so.6"}
    assert found["httpx"]["hashes"] == [{"alg": "SHA-256", "content": DIGEST}]
    assert found["httpx"]["licenses"] == [{"license": {"id": "BSD-3-Clause"}}]
    assert found["fieldkit"]["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(b"program").hexdigest()}]


def test_a_document_that_does_not_fit_its_schema_is_not_written(
    tmp_path: Path, program: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Spoiled:
        def __init__(self, _bom: object) -> None: ...

        def output_as_string(self, *, indent: int) -> str:
            return json.dumps({"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{}]}, indent=indent)

    monkeypatch.setattr(room, "JsonV1Dot6", Spoiled)
    with pytest.raises(SbomError):
        write_sbom(tmp_path / "fieldkit.cdx.json", [HTTPX], {}, program)
    assert not (tmp_path / "fieldkit.cdx.json").exists()


def test_the_hash_of_a_package_is_that_of_the_file_that_belongs_on_this_computer() -> None:
    line = {"metadata": {"name": "PySide6_Essentials", "version": "6.11.3"}}
    info = {"download_info": {"archive_info": {"hashes": {"sha256": DIGEST}}}}
    assert installed_hashes(json.dumps({"install": [{**line, **info}]})) == {"pyside6-essentials==6.11.3": [DIGEST]}


def test_of_the_lock_file_only_what_ships_is_asked_for() -> None:
    httpx = f"httpx==0.28.1 \\\n    --hash=sha256:{DIGEST}\n    # via fieldkit\n"
    assert locked(f"# made by uv\n{httpx}pytest==8.0 \\\n    --hash=sha256:0\n", [HTTPX]) == httpx
    whole = (ROOT / "requirements.lock").read_text("utf-8")
    shipped = [part for part in shipped_parts() if part.purl.startswith("pkg:pypi/")]
    assert len(re.findall(r"(?m)^[\w.-]+==", locked(whole, shipped))) == len(shipped)
