"""The lock file: everything is proven by its hash, wherever it is fetched from."""

from __future__ import annotations

import re
import tomllib

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import dev

LOCK = dev.LOCK.read_text("utf-8")
BLOCKS = re.findall(r"(?m)^([\w.-]+)==(\S+)((?:.*\\\n)*.*)$", LOCK)
"""Name, version, and the lines that belong to them."""
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}(?![0-9a-f])")
_ADDRESS = re.compile(r"://|--(extra-)?index-url|--find-links|--trusted-host|(?m:^-[ief])")


def faults(lock: str) -> list[str]:
    """Lines that name where something is to be fetched, and packages that no hash proves."""
    without = [f"no hash: {block.partition('==')[0]}" for block in re.split(r"(?m)^(?=[\w.-]+==)", lock)[1:]
               if not _HASH.search(block)]  # fmt: skip
    return [*without, *(line for line in lock.splitlines() if _ADDRESS.search(line))]


def test_every_package_has_a_hash_and_nothing_says_where_to_fetch_it() -> None:
    assert faults(LOCK) == []
    assert len(BLOCKS) > 50


@pytest.mark.parametrize(
    "lock",
    [
        "httpx==0.28.1\n    # via fieldkit\n",
        "httpx==0.28.1 \\\n    --hash=md5:00\n",
        f"--index-url https://contoh.id/simple\nhttpx==0.28.1 \\\n    --hash=sha256:{'0' * 64}\n",
        f"httpx==0.28.1 \\\n    --hash=sha256:{'0' * 64}\n    # from https://contoh.id/simple\n",
        f"-e .\nhttpx==0.28.1 \\\n    --hash=sha256:{'0' * 64}\n",
    ],
)
def test_a_package_without_a_hash_and_an_address_are_found(lock: str) -> None:
    assert faults(lock)


def test_what_the_project_asks_for_is_locked_in_a_version_that_fits() -> None:
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    locked = {canonicalize_name(name): version for name, version, _ in BLOCKS}
    asked = [Requirement(line) for line in lines]
    misfits = [
        str(each) for each in asked if not each.specifier.contains(locked.get(canonicalize_name(each.name), "0"))
    ]
    assert misfits == []


def test_it_is_made_and_installed_with_hashes_and_without_addresses() -> None:
    source = (dev.ROOT / "dev.py").read_text("utf-8")
    for word in ("--generate-hashes", "--no-emit-index-url", "--require-hashes", "--no-deps"):
        assert word in source
