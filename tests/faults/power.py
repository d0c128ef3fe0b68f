"""A disk that loses its power. A process writes down each write of SQLite, each file that is made durable and each name
that is given; once it is killed, its files are brought to what a disk could hold then: of what was not synced yet any
sector is new, old or torn, and names that were not settled are as they were.
"""

from __future__ import annotations

import ctypes
import os
import random
import shutil
import stat
import traceback
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any, Final

import msgspec
import sqlcipher3._sqlite3

_SECTOR_BYTES: Final = 512
_CREATE: Final = 0x4
_WITH_SETTLED_NAME: Final = 0x800 | 0x80000
"""Journals: the first sync of one that is new also settles its folder."""
_NAME_KEPT_BYTES: Final = 4


# What a process writes down of itself


class Written(msgspec.Struct, tag=True):
    """New bytes in a file, and what lay there; `old` ends early where the file did."""

    path: str
    offset: int
    old: bytes
    new: bytes


class Shortened(msgspec.Struct, tag=True):
    """The end of a file that was cut off."""

    path: str
    size: int
    old: bytes


class Synced(msgspec.Struct, tag=True):
    """A file whose content is durable from now on."""

    path: str
    inode: int
    changed_ns: int


class Named(msgspec.Struct, tag=True):
    """A name that a file got (`came_from` empty: a new file), and where what had it before lies now."""

    path: str
    came_from: str
    grave: str


class Unnamed(msgspec.Struct, tag=True):
    """A name that is gone, and where its file lies now."""

    path: str
    grave: str


class Settled(msgspec.Struct, tag=True):
    """A folder whose names are durable from now on."""

    path: str


Event = Written | Shortened | Synced | Named | Unnamed | Settled
_decoder = msgspec.msgpack.Decoder(Event)


class _Methods(ctypes.Structure):
    """sqlite3_io_methods, version 3."""


class _File(ctypes.Structure):
    """sqlite3_file."""

    _fields_ = [("methods", ctypes.POINTER(_Methods))]


_file_p = ctypes.POINTER(_File)
_READ = ctypes.CFUNCTYPE(ctypes.c_int, _file_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_SIZE = ctypes.CFUNCTYPE(ctypes.c_int, _file_p, ctypes.POINTER(ctypes.c_int64))
_WRITE = ctypes.CFUNCTYPE(ctypes.c_int, _file_p, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _file_p, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _file_p, ctypes.c_int)
_Methods._fields_ = [
    ("version", ctypes.c_int),
    ("close", ctypes.c_void_p),
    ("read", _READ),
    ("write", _WRITE),
    ("truncate", _TRUNCATE),
    ("sync", _SYNC),
    ("size", _SIZE),
    ("others", ctypes.c_void_p * 12),
]


class _Vfs(ctypes.Structure):
    """sqlite3_vfs, as far as it is needed."""


_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_void_p, _file_p, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(_Vfs), ctypes.c_char_p, ctypes.c_int)
_Vfs._fields_ = [
    ("version", ctypes.c_int),
    ("file_bytes", ctypes.c_int),
    ("longest_path", ctypes.c_int),
    ("next", ctypes.c_void_p),
    ("name", ctypes.c_char_p),
    ("data", ctypes.c_void_p),
    ("open", _OPEN),
    ("delete", _DELETE),
]


def _lying_at(file: Any, offset: int, most_bytes: int | None = None) -> bytes:
    """What a file holds there. Asked of SQLite: whoever opens and closes the file beside it lets its locks go."""
    end = ctypes.c_int64()
    methods = file.contents.methods.contents
    methods.size(file, ctypes.byref(end))
    size = max(0, end.value - offset if most_bytes is None else min(most_bytes, end.value - offset))
    content = ctypes.create_string_buffer(size)
    assert not size or methods.read(file, content, size, offset) == 0
    return content.raw


@dataclass
class Recorder:
    """Of this process, from now on: it is one that will be killed."""

    ledger: Path
    folder: Path
    pass_by: Callable[[], None] = lambda: None
    """Called before each step; may kill."""
    paths: dict[int, str] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    kept: list[object] = field(default_factory=list)
    """What C holds pointers to."""
    tables: dict[int, _Methods] = field(default_factory=dict)

    def install(self) -> None:
        """Stand between SQLite, Python and the disk."""
        self._handle = os.open(self.ledger, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        library = ctypes.CDLL(sqlcipher3._sqlite3.__file__)
        library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
        vfs = library.sqlite3_vfs_find(None).contents
        vfs.open = self._c(_OPEN, self._opening(self._original(vfs.open)))
        vfs.delete = self._c(_DELETE, self._deleting(self._original(vfs.delete)))
        for name, watched in (("fsync", self._fsync), ("replace", self._move), ("rename", self._move),
                              ("unlink", self._unlink), ("link", self._link)):  # fmt: skip
            setattr(os, name, watched(getattr(os, name)))

    def tell(self, event: Event) -> None:
        """Before it is done; or after, where it makes something durable."""
        self.pass_by()
        content = msgspec.msgpack.encode(event)
        os.write(self._handle, len(content).to_bytes(_NAME_KEPT_BYTES, "big") + content)

    def _original(self, function: Any) -> Any:
        """What a field of C points to now: the field itself would tell what it points to later."""
        self.kept.append(made := type(function)(ctypes.cast(function, ctypes.c_void_p).value))
        return made

    def _c(self, kind: Any, act: Callable[..., int]) -> Any:
        """A function for C; ctypes would only print what goes wrong in it."""

        @wraps(act)
        def careful(*given: Any) -> int:
            try:
                return act(*given)
            except BaseException:
                traceback.print_exc()
                os._exit(1)

        made = kind(careful)
        self.kept.append(made)
        return made

    def _is_ours(self, path: str | os.PathLike[str]) -> bool:
        return Path(path).is_relative_to(self.folder)

    def _bury(self, path: str) -> str:
        """Keep what has this name beside the ledger; empty where nothing has it."""
        if not os.path.exists(path):
            return ""
        grave = self.ledger.with_name(f"{self.ledger.name}.{len(list(self.ledger.parent.iterdir()))}")
        shutil.copy2(path, grave)
        return str(grave)

    # SQLite

    def _opening(self, original: Any) -> Callable[..., int]:
        def opened(vfs: Any, name: int | None, file: Any, flags: int, out: Any) -> int:
            # SQLite keeps the pointer, so it is given on as it came.
            path = os.fsdecode(ctypes.string_at(name)) if name else ""
            is_new = bool(name and flags & _CREATE and self._is_ours(path) and not os.path.exists(path))
            if is_new:
                self.tell(Named(path, "", ""))
            code = int(original(vfs, name, file, flags, out))
            if code == 0 and name and self._is_ours(path):
                self.paths[ctypes.addressof(file.contents)] = path
                if is_new and flags & _WITH_SETTLED_NAME:
                    self.fresh.add(path)
                file.contents.methods = ctypes.pointer(self._watched(file.contents.methods))
            return code

        return opened

    def _watched(self, original: Any) -> _Methods:
        address = ctypes.addressof(original.contents)
        if address not in self.tables:
            table = _Methods.from_buffer_copy(original.contents)
            table.write = self._c(_WRITE, self._writing(self._original(original.contents.write)))
            table.truncate = self._c(_TRUNCATE, self._shortening(self._original(original.contents.truncate)))
            table.sync = self._c(_SYNC, self._syncing(self._original(original.contents.sync)))
            self.tables[address] = table
        return self.tables[address]

    def _writing(self, original: Any) -> Callable[..., int]:
        def written(file: Any, content: int, size: int, offset: int) -> int:
            path = self.paths[ctypes.addressof(file.contents)]
            self.tell(Written(path, offset, _lying_at(file, offset, size), ctypes.string_at(content, size)))
            return int(original(file, content, size, offset))

        return written

    def _shortening(self, original: Any) -> Callable[..., int]:
        def shortened(file: Any, size: int) -> int:
            path = self.paths[ctypes.addressof(file.contents)]
            self.tell(Shortened(path, size, _lying_at(file, size)))
            return int(original(file, size))

        return shortened

    def _syncing(self, original: Any) -> Callable[..., int]:
        def synced(file: Any, flags: int) -> int:
            code = int(original(file, flags))
            path = self.paths[ctypes.addressof(file.contents)]
            self._tell_synced(path, os.stat(path))
            if path in self.fresh:
                self.fresh.discard(path)
                self.tell(Settled(os.path.dirname(path)))
            return code

        return synced

    def _deleting(self, original: Any) -> Callable[..., int]:
        def deleted(vfs: Any, name: bytes, is_settled: int) -> int:
            path = os.fsdecode(name)
            if self._is_ours(path) and os.path.exists(path):
                self.tell(Unnamed(path, self._bury(path)))
            code = int(original(vfs, name, is_settled))
            if is_settled and self._is_ours(path):
                self.tell(Settled(os.path.dirname(path)))
            return code

        return deleted

    # Python

    def _tell_synced(self, path: str, found: os.stat_result) -> None:
        self.tell(Synced(path, found.st_ino, found.st_mtime_ns))

    def _fsync(self, original: Callable[[int], None]) -> Callable[[int], None]:
        def fsync(handle: int) -> None:
            original(handle)
            found, path = os.fstat(handle), os.readlink(f"/proc/self/fd/{handle}")
            if stat.S_ISDIR(found.st_mode):
                self.tell(Settled(path))
            else:
                self._tell_synced(path, found)

        return fsync

    def _move(self, original: Callable[..., None]) -> Callable[..., None]:
        def move(source: Any, target: Any, **named: Any) -> None:
            if self._is_ours(target):
                self.tell(Named(str(target), str(source), self._bury(str(target))))
            original(source, target, **named)

        return move

    def _link(self, original: Callable[..., None]) -> Callable[..., None]:
        def link(source: Any, target: Any, **named: Any) -> None:
            if self._is_ours(target):
                self.tell(Named(str(target), "", ""))
            original(source, target, **named)

        return link

    def _unlink(self, original: Callable[..., None]) -> Callable[..., None]:
        def unlink(path: Any, **named: Any) -> None:
            if self._is_ours(path) and os.path.exists(path):
                self.tell(Unnamed(str(path), self._bury(str(path))))
            original(path, **named)

        return unlink


# What is left on the disk


def told(ledger: Path) -> Iterator[Event]:
    """What the process wrote down; its last word may be cut."""
    content = ledger.read_bytes() if ledger.exists() else b""
    at = 0
    while at + _NAME_KEPT_BYTES <= len(content):
        end = at + _NAME_KEPT_BYTES + int.from_bytes(content[at : at + _NAME_KEPT_BYTES], "big")
        if end > len(content):
            return
        yield _decoder.decode(content[at + _NAME_KEPT_BYTES : end])
        at = end


@dataclass
class Unsure:
    """What was not durable yet when the process died."""

    content: dict[str, list[Written | Shortened]] = field(default_factory=dict)
    names: list[Named | Unnamed] = field(default_factory=list)
    synced: set[tuple[int, int]] = field(default_factory=set)

    def take(self, event: Event) -> None:
        """One event more."""
        match event:
            case Written() | Shortened():
                self.content.setdefault(event.path, []).append(event)
            case Synced():
                self.content.pop(event.path, None)
                self.synced.add((event.inode, event.changed_ns))
            case Named():
                self.names.append(event)
                if changes := self.content.pop(event.came_from, []):
                    self.content[event.path] = changes
                else:
                    # Whether it was synced is told by what Python says of it.
                    self.content.pop(event.path, None)
            case Unnamed():
                self.names.append(event)
                self.content.pop(event.path, None)
            case Settled():
                self.names = [each for each in self.names if os.path.dirname(each.path) != event.path]


Stamp = tuple[int, int, int, int]
"""By what it is seen that a file was written to since; no clock is asked, since that of a computer may be set."""


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def stamps(folder: Path) -> dict[str, Stamp]:
    """The files of a folder as they stand before a process works there."""
    return {str(path): _stamp(path.lstat()) for path in folder.rglob("*")}


def cut_power(ledger: Path, folder: Path, begun: Mapping[str, Stamp], choice: random.Random) -> int:
    """Bring the folder to what a disk could hold; returns how many files were not as the process left them."""
    unsure = Unsure()
    for event in told(ledger):
        unsure.take(event)
    before = _looks(folder)
    how = choice.choice([_nothing, _up_to_a_byte, _torn, _zeros])
    for path, changes in unsure.content.items():
        if changes and os.path.exists(path):
            _tear(Path(path), changes, how, choice)
    _tear_papers(folder, begun, unsure, choice)
    for name in reversed(unsure.names[choice.randint(0, len(unsure.names)) :]):
        _undo(name)
    for shared in folder.rglob("*-shm"):
        shared.unlink() if choice.random() < 0.5 else shared.write_bytes(choice.randbytes(32 << 10))
    for left in ledger.parent.glob(f"{ledger.name}*"):
        left.unlink()
    after = _looks(folder)
    return sum(before.get(path) != after.get(path) for path in before.keys() | after.keys())


def _looks(folder: Path) -> dict[Path, int]:
    return {
        path: hash(path.read_bytes()) for path in folder.rglob("*") if path.is_file() and not path.name.endswith("-shm")
    }


Piece = Callable[[bytes, bytes, random.Random], bytes]
"""What is left of some new bytes over old ones."""


def _nothing(old: bytes, _new: bytes, _choice: random.Random) -> bytes:
    return old


def _up_to_a_byte(old: bytes, new: bytes, choice: random.Random) -> bytes:
    at = choice.randint(0, len(new))
    return new[:at] + old[at:]


def _torn(old: bytes, new: bytes, choice: random.Random) -> bytes:
    """Each sector new, old or broken."""
    pieces = []
    for at in range(0, len(new), _SECTOR_BYTES):
        here = new[at : at + _SECTOR_BYTES]
        pieces.append(choice.choice([here, old[at : at + _SECTOR_BYTES], choice.randbytes(len(here))]))
    return b"".join(piece.ljust(_SECTOR_BYTES, b"\0") for piece in pieces[:-1]) + b"".join(pieces[-1:])


def _zeros(_old: bytes, new: bytes, choice: random.Random) -> bytes:
    at = choice.randint(0, len(new))
    return new[:at] + bytes(len(new) - at)


def _tear(path: Path, changes: list[Written | Shortened], how: Piece, choice: random.Random) -> None:
    """From what was durable on, as much of each change as this kind of cut leaves."""
    content = bytearray(path.read_bytes())
    for change in reversed(changes):
        _take_back(content, change)
    for change in changes:
        if isinstance(change, Shortened):
            if choice.random() < 0.5:
                del content[change.size :]
            continue
        old = bytes(content[change.offset : change.offset + len(change.new)])
        if left := how(old, change.new, choice):
            content.extend(bytes(max(0, change.offset - len(content))))
            content[change.offset : change.offset + len(left)] = left
    path.write_bytes(content)


def _take_back(content: bytearray, change: Written | Shortened) -> None:
    if isinstance(change, Shortened):
        content[change.size :] = change.old
    elif len(change.old) == len(change.new):
        content[change.offset : change.offset + len(change.new)] = change.old
    else:
        # The file ended here before.
        content[change.offset :] = change.old


def _tear_papers(folder: Path, begun: Mapping[str, Stamp], unsure: Unsure, choice: random.Random) -> None:
    """Files that Python wrote and nobody synced are empty, zeros or half there."""
    for path in folder.rglob("*"):
        found = path.lstat()
        is_paper = stat.S_ISREG(found.st_mode) and str(path) not in unsure.content
        if not is_paper or path.name.endswith(("-shm", "-wal", "-journal")) or begun.get(str(path)) == _stamp(found):
            continue
        if (found.st_ino, found.st_mtime_ns) not in unsure.synced:
            content = path.read_bytes()
            half = content[: choice.randint(0, len(content))]
            path.write_bytes(choice.choice([b"", bytes(len(content)), half]))


def _undo(name: Named | Unnamed) -> None:
    path = Path(name.path)
    if isinstance(name, Named) and path.exists():
        if name.came_from:
            path.rename(name.came_from)
        else:
            path.unlink()
    if name.grave:
        shutil.copy2(name.grave, path)
