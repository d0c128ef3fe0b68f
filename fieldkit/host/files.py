"""Small files that are either the old one or the new one, whenever the power goes."""

from __future__ import annotations

import errno
import glob
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

from fieldkit.domain.errors import FileError
from fieldkit.domain.text import text
from fieldkit.host._errors import folder_errors, outgoing_errors

_OWNER_ONLY: Final = 0o600
_READ: Final = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file in one step, readable by its owner only; what fails is told in the words of the folder."""
    with folder_errors():
        replace_file(path, content)


def write_out(path: Path, content: bytes) -> None:
    """The same onto a stick or into a folder that somebody chose; FileError where it can not be."""
    with outgoing_errors():
        replace_file(path, content)


def replace_file(path: Path, content: bytes) -> None:
    """The same for callers with words of their own: OSError leaves the file that was there."""
    handle, name = _unfinished(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            if not name.exists():
                name = _named(file.fileno(), path, name)
        if name != path:
            name.replace(path)
    except BaseException:
        name.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _unfinished(path: Path) -> tuple[int, Path]:
    """A file to be written, and the name that it has before its own.

    Where the disk can, it has none before it is whole: of a program that is killed nothing is left, unless it replaces
    another and is killed between its two names. That, and what is left on a stick of another make, goes with the next
    file of that name.
    """
    prefix = f".{path.name}."
    for left in path.parent.glob(f"{glob.escape(prefix)}{'?' * 8}"):
        left.unlink(missing_ok=True)
    with suppress(OSError):
        if nameless := getattr(os, "O_TMPFILE", 0):
            handle = os.open(path.parent, nameless | os.O_WRONLY, _OWNER_ONLY)
            return handle, path.with_name(f"{prefix}{secrets.token_hex(4)}")
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=prefix)
    return handle, Path(name)


def _named(handle: int, path: Path, beside: Path) -> Path:
    """A new file gets its own name at once; one that replaces another has one beside it first."""
    with suppress(FileExistsError):
        _give_name(handle, path)
        return path
    _give_name(handle, beside)
    return beside


def _give_name(handle: int, name: Path) -> None:
    # Only with a folder named does Python follow the link from the open file to the file itself.
    os.link(f"/proc/self/fd/{handle}", name, src_dir_fd=handle, follow_symlinks=True)


def read_small(path: Path, most_bytes: int = 1 << 16) -> bytes:
    """The content of a small file; empty where it is missing, too large to be one, no file, or can not be read."""
    try:
        with _regular(path) as file:
            content = file.read(most_bytes + 1)
    except OSError:
        return b""
    return content if len(content) <= most_bytes else b""


def set_aside(path: Path, state: str = "damaged") -> Path:
    """Move a file out of the way under a free name, which tells how it was found; nothing is overwritten."""
    number = 1
    while (aside := path.with_name(f"{path.name}.{state}-{number}")).exists():
        number += 1
    with folder_errors():
        return path.rename(aside)


def copy_file(source: Path, target: Path) -> None:
    """Copy a file, durably."""
    with folder_errors():
        _copy_whole(source, target)


def copy_in(source: Path, target: Path) -> None:
    """Copy a file that somebody brought; FileError where it can not be read."""
    try:
        with _regular(source):
            copy_file(source, target)
    except OSError as error:
        raise FileError(
            text("Berkas itu tidak bisa dibaca."), text("Belum ada yang diubah. Periksa letaknya, lalu coba lagi.")
        ) from error


def copy_out(source: Path, target: Path) -> None:
    """The same onto a stick or into a folder that somebody chose, made where it is missing; FileError else."""
    with outgoing_errors():
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy_whole(source, target)


def move_file(source: Path, target: Path) -> None:
    """Give a file of the same folder another name, durably."""
    with folder_errors():
        source.replace(target)
        _settle(target.parent)


def move_out(source: Path, target: Path) -> None:
    """The same on a stick or in a folder that somebody chose; FileError where it can not be."""
    with outgoing_errors():
        source.replace(target)
        _settle(target.parent)


def erase(paths: Iterable[Path]) -> None:
    """Remove files, as far as they are there."""
    with folder_errors():
        for path in paths:
            path.unlink(missing_ok=True)


def _copy_whole(source: Path, target: Path) -> None:
    with _regular(source) as reader, target.open("wb") as writer:
        size = os.fstat(reader.fileno()).st_size
        if size > shutil.disk_usage(target.parent).free:
            raise OSError(errno.ENOSPC, "more than fits")
        shutil.copyfileobj(reader, writer)
        writer.flush()
        os.fsync(writer.fileno())
    _settle(target.parent)


def _regular(source: Path) -> BinaryIO:
    """A file to be read; OSError where it is a pipe or a device, on which nobody waits."""
    file = os.fdopen(os.open(source, _READ), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "no file")
    return file


def _settle(folder: Path) -> None:
    """Make the new name itself durable; Windows has no handle for folders and does this by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
