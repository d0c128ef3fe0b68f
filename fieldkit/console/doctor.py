"""`fieldkit doctor`: how this laptop stands, also where its data does not open; and a file for whoever helps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

import msgspec

from fieldkit.checkup.look import Laptop, look_at
from fieldkit.checkup.support import finding_fields, support_of
from fieldkit.console.laptop import Access
from fieldkit.console.talk import DONE, REFUSED, Ask, Say, secret, tell, told
from fieldkit.domain.checkup.finding import Finding, Grade, topic_name, worst
from fieldkit.domain.errors import FieldKitError, FileError
from fieldkit.domain.text import Text, text
from fieldkit.host.clock import Clock, SystemClock
from fieldkit.host.computer import ThisComputer
from fieldkit.host.files import write_out
from fieldkit.host.folders import folders_under
from fieldkit.store.keeping.looking import is_sealed, key_to_look, reader
from fieldkit.store.keeping.places import database_file

_MARKS: Final = {
    Grade.FINE: text("baik"),
    Grade.UNKNOWN: text("belum diketahui"),
    Grade.LOOK: text("perlu dilihat"),
    Grade.STOP: text("perlu tindakan"),
}
_PROMPT: Final = str(text("Frasa sandi data laptop: "))
_YES: Final = {"y", "ya"}


def run_doctor(
    access: Access,
    export: Path | None = None,
    *,
    is_agreed: bool = False,
    as_json: bool = False,
    say: Say = print,
    ask: Ask = input,
    clock: Clock | None = None,
) -> int:
    """Say all findings; nothing of the laptop's data is made, changed or upgraded."""
    laptop = _laptop(access, clock or SystemClock())
    findings = [moment.finding for moment in look_at(laptop) if moment.finding is not None]
    if as_json:
        say(msgspec.json.encode(_facts(findings)).decode())
    else:
        say("\n".join(map(_paragraph, findings)))
    try:
        if export is not None:
            _export(laptop, findings, export, say=tell if as_json else say, ask=None if is_agreed else ask)
    except FieldKitError as error:
        return told(error)
    return REFUSED if worst(findings) is Grade.STOP else DONE


def _laptop(access: Access, clock: Clock) -> Laptop:
    folders = folders_under(access.database)

    @cache
    def key() -> bytes:
        # A passphrase is asked for once, and only where one opens the data.
        return key_to_look(folders, lambda: secret(access.passphrase_fd, access.ask, _PROMPT) if asks else "")

    asks = is_sealed(folders)
    return Laptop(folders, ThisComputer(), clock, lambda: reader(database_file(folders), key()))


def _facts(findings: Sequence[Finding]) -> dict[str, object]:
    return {"worst": worst(findings), "findings": [finding_fields(each) for each in findings]}


def _paragraph(finding: Finding) -> str:
    head = text(
        "{topic} ({mark}): {what}", topic=topic_name(finding.topic), mark=_MARKS[finding.grade], what=finding.what
    )
    lines: list[Text] = [head, finding.meaning, *([finding.advice] if finding.advice is not None else [])]
    return "\n    ".join(map(str, lines))


def _export(laptop: Laptop, findings: Sequence[Finding], file: Path, *, say: Say, ask: Ask | None) -> None:
    """Show all that would be written, to the letter; without `ask` that was agreed to before."""
    if file.exists():
        raise FileError(
            text("Berkas itu sudah ada."),
            text("Tidak ada yang ditimpa. Pilih nama lain, atau pindahkan berkas yang lama."),
        )
    content = support_of(laptop, findings)
    say(content)
    if ask is None or ask(str(text("Tulis ini ke berkas? Ketik ya: "))).strip().lower() in _YES:
        write_out(file, content.encode())
        say(str(text("Berkas bantuan ditulis. Isinya hanya yang tampil di atas; kirim ke kantor.")))
    else:
        say(str(text("Tidak ada yang ditulis.")))
