"""The SBOM: what ships in a package, with versions and hashes, as CycloneDX says it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.utils import canonicalize_name

from shipping.notices import own_part
from shipping.parts import Part


class SbomError(Exception):
    """The document does not fit its schema; the message says where."""


def write_sbom(path: Path, parts: Iterable[Part], hashes: Mapping[str, list[str]], program: Path) -> int:
    """Write it for the files of a program, once it is proven to fit the schema; how many components it names."""
    bom = sbom(parts, hashes, program)
    document = str(JsonV1Dot6(bom).output_as_string(indent=1))
    if wrong := JsonStrictValidator(SchemaVersion.V1_6).validate_str(document):
        raise SbomError(str(wrong))
    path.write_text(document + "\n", encoding="utf-8", newline="\n")
    return len(bom.components)


def sbom(parts: Iterable[Part], hashes: Mapping[str, list[str]], program: Path) -> Bom:
    """FieldKit, the works of others in it, and each of its files."""
    bom = Bom()
    bom.metadata.component = own = _component(own_part(), ComponentType.APPLICATION, ())
    listed = [_component(part, _kind_of(part), hashes.get(_pinned(part), ())) for part in parts]
    for component in [*listed, *_files(program)]:
        bom.components.add(component)
    bom.register_dependency(own, listed)
    return bom


def locked(lock: str, parts: Iterable[Part]) -> str:
    """The lines of a lock file that are about these parts, with their hashes."""
    wanted = {part.name for part in parts}
    blocks = re.split(r"(?m)^(?=[\w.-]+==)", lock)
    return "".join(block for block in blocks if canonicalize_name(block.partition("==")[0]) in wanted)


def installed_hashes(report: str) -> dict[str, list[str]]:
    """By `name==version`, from a report of pip over the lock file: the hash of the file for this computer."""
    return {
        f"{canonicalize_name(each['metadata']['name'])}=={each['metadata']['version']}": [
            each["download_info"]["archive_info"]["hashes"]["sha256"]
        ]
        for each in json.loads(report)["install"]
    }


def _pinned(part: Part) -> str:
    return f"{part.name}=={part.version}"


def _kind_of(part: Part) -> ComponentType:
    return ComponentType.DATA if part.licence in {"ODbL-1.0", "OFL-1.1"} else ComponentType.LIBRARY


def _component(part: Part, kind: ComponentType, digests: Iterable[str]) -> Component:
    links = [ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.home))] if part.home else []
    return Component(
        name=part.name,
        version=part.version,
        type=kind,
        bom_ref=part.purl,
        purl=PackageURL.from_string(part.purl),
        licenses=[LicenseFactory().make_from_string(part.licence)],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest) for digest in digests],
        external_references=links,
    )


def _files(program: Path) -> Iterable[Component]:
    for path in sorted(path for path in program.rglob("*") if path.is_file() and not path.is_symlink()):
        name = path.relative_to(program).as_posix()
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        content = HashType(alg=HashAlgorithm.SHA_256, content=digest)
        yield Component(name=name, type=ComponentType.FILE, bom_ref=f"file:{name}", hashes=[content])
