"""A disk rebuilt from what a process asked of it: what had reached it, and what was only on its way.

`traced` runs a process under strace and gives its calls. `Disk` replays them; at any moment `after_cut`
writes into a folder what a power cut may leave: all that was flushed, of the rest any part in any order,
torn at sectors, and of names (files made, renamed, removed) as many as came first.
"""

from __future__ import annotations

import random
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

_SECTOR = 512
_LONGEST = 64 << 20  # bytes of one write
_CALLS = (
    "openat,write,pwrite64,lseek,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,"
    "mkdir,mkdirat,rmdir,sendfile,copy_file_range,fallocate"
)
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)\) += (-?\d+)")
_UNFINISHED = re.compile(r"^(\d+) +(\w+)\((.*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(\d+) +<\.\.\. (\w+) resumed>(.*)$")
_BYTES = re.compile(r"\\x([0-9a-f]{2})")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Call:
    """One successful call: its name, the files it named by open number, the texts in it, numbers, result."""

    name: str
    files: tuple[tuple[int, str], ...]
    texts: tuple[bytes, ...]
    rest: str
    result: int


def traced(pid: int, go: Callable[[], object], done: Callable[[], object]) -> list[Call]:
    """The calls of a process that waits for `go`, in order, until `done` returns."""
    with tempfile.NamedTemporaryFile() as log:
        options = ["-f", "-y", "-xx", "-s", str(_LONGEST), "-e", f"trace={_CALLS}", "-o", log.name]
        with subprocess.Popen(["strace", *options, "-p", str(pid)], stderr=subprocess.PIPE) as strace:
            assert strace.stderr is not None
            assert b"attached" in strace.stderr.readline()
            go()
            done()
            strace.wait()
        return list(_calls(Path(log.name).read_text("ascii").splitlines()))


def _calls(lines: list[str]) -> Iterator[Call]:
    begun: dict[str, str] = {}
    for line in lines:
        if found := _UNFINISHED.match(line):
            begun[found[1]] = found[3]
            continue
        if found := _RESUMED.match(line):
            line = f"{found[1]} {found[2]}({begun.pop(found[1])}{found[3]}"
        found = _LINE.match(line)
        if found is None or int(found[4]) < 0:
            continue
        name, arguments, result = found[2], found[3], int(found[4])
        files = tuple((int(number), _bytes(path).decode()) for number, path in _FILE.findall(arguments))
        texts = tuple(_bytes(text) for text in _TEXT.findall(arguments))
        yield Call(name, files, texts, _TEXT.sub("", _FILE.sub("", arguments)), result)


def _bytes(written: str) -> bytes:
    return bytes.fromhex(_BYTES.sub(r"\1", written))


@dataclass
class _File:
    """Its content as the program sees it, as it is on the disk, and what is on its way there."""

    content: bytearray = field(default_factory=bytearray)
    kept: bytes = b""
    coming: list[tuple[int, bytes | None]] = field(default_factory=list)  # None: cut off there

    def write(self, place: int, data: bytes) -> None:
        _put(self.content, place, data)
        self.coming.append((place, data))

    def cut(self, size: int) -> None:
        _put(self.content, size, None)
        self.coming.append((size, None))

    def flush(self) -> None:
        self.kept, self.coming = bytes(self.content), []

    def after_cut(self, chance: random.Random) -> bytes:
        """What may be on the disk now."""
        left = bytearray(self.kept)
        kind = chance.choice(("none", "first", "any", "torn", "all"))
        coming = self.coming[: chance.randint(0, len(self.coming))] if kind == "first" else self.coming
        for place, data in coming:
            if kind == "none" or (kind in ("any", "torn") and chance.random() < 0.5):
                continue
            if kind == "torn" and data is not None and len(data) > _SECTOR:
                data = data[: chance.randrange(len(data) // _SECTOR + 1) * _SECTOR]
            _put(left, place, data)
        return bytes(left)


def _put(content: bytearray, place: int, data: bytes | None) -> None:
    if data is None:
        del content[place:]
        data = b""
    if len(content) < place:
        content.extend(bytes(place - len(content)))
    content[place : place + len(data)] = data


class Disk:
    """The folder `root` from before the first call on."""

    def __init__(self, root: Path) -> None:
        self._root = str(root)
        self._names: dict[str, _File | None] = {}  # None: a folder
        for path in sorted(root.rglob("*")):
            content = None if path.is_dir() else path.read_bytes()
            self._names[str(path)] = None if content is None else _File(bytearray(content), content)
        self._kept_names = dict(self._names)
        self._coming: list[tuple[str, ...]] = []  # names that are on their way
        self._open: dict[int, tuple[_File, int]] = {}  # by number: the file and the place in it

    def take(self, call: Call) -> None:
        """Follow one call."""
        handler = getattr(self, f"_on_{call.name.rstrip('0123456789')}", None)
        assert handler is not None, call.name
        handler(call)

    def after_cut(self, chance: random.Random, into: Path) -> None:
        """Write what may be there after a power cut at this moment in the place of `into/…`."""
        names = dict(self._kept_names)
        for change in self._coming[: chance.randint(0, len(self._coming))]:
            self._rename(names, change)
        left: dict[int, bytes] = {}
        for path in sorted(names):
            target = into / Path(path).relative_to(self._root)
            with suppress(FileNotFoundError):  # a name in a folder that did not come through
                file = names[path]
                if file is None:
                    target.mkdir()
                else:
                    content = left.setdefault(id(file), file.after_cut(chance))
                    target.write_bytes(content)

    # --- calls ---------------------------------------------------------------------------------------

    def _on_openat(self, call: Call) -> None:
        path = call.texts[0].decode()
        if not path.startswith(self._root) or (path in self._names and self._names[path] is None):
            return
        file = self._names.get(path)
        if file is None:
            if "O_CREAT" not in call.rest:
                return
            file = _File()
            self._change("made", path, file)
        elif "O_TRUNC" in call.rest and file.content:
            file.cut(0)
        self._open[call.result] = (file, len(file.content) if "O_APPEND" in call.rest else 0)

    def _on_write(self, call: Call) -> None:
        file = self._file(call, 0)
        if file is not None:
            place = self._open[call.files[0][0]][1]
            file.write(place, _written(call))
            self._open[call.files[0][0]] = (file, place + call.result)

    def _on_pwrite(self, call: Call) -> None:
        file = self._file(call, 0)
        if file is not None:
            file.write(int(call.rest.rsplit(",", 1)[1]), _written(call))

    def _on_lseek(self, call: Call) -> None:
        file = self._file(call, 0)
        if file is not None:
            self._open[call.files[0][0]] = (file, call.result)

    def _on_ftruncate(self, call: Call) -> None:
        file = self._file(call, 0)
        if file is not None:
            file.cut(int(call.rest.rsplit(",", 1)[1]))

    def _on_fallocate(self, call: Call) -> None:
        file = self._file(call, 0)
        assert file is None, "room that is asked for beforehand is not followed"

    def _on_sendfile(self, call: Call) -> None:
        self._copied(call, 0, 1)

    def _on_copy_file_range(self, call: Call) -> None:
        self._copied(call, 1, 0)

    def _copied(self, call: Call, to: int, source: int) -> None:
        file, other = self._file(call, to), self._file(call, source)
        if file is None:
            return
        assert other is not None, "copied from elsewhere"
        (here, there) = (self._open[call.files[one][0]][1] for one in (to, source))
        file.write(here, bytes(other.content[there : there + call.result]))
        self._open[call.files[to][0]] = (file, here + call.result)
        self._open[call.files[source][0]] = (other, there + call.result)

    def _on_fsync(self, call: Call) -> None:
        path = call.files[0][1]
        if path in self._names and self._names[path] is None:
            # Names are journalled in order: those before one of this folder reach the disk with it.
            here = [at for at, change in enumerate(self._coming) if _is_in(change, path)]
            for change in self._coming[: here[-1] + 1 if here else 0]:
                self._rename(self._kept_names, change)
            del self._coming[: here[-1] + 1 if here else 0]
        elif (file := self._file(call, 0)) is not None:
            file.flush()

    _on_fdatasync = _on_fsync

    def _on_renameat(self, call: Call) -> None:
        source, target = (text.decode() for text in call.texts)
        if source.startswith(self._root):
            self._change("renamed", source, target)

    _on_rename = _on_renameat

    def _on_unlinkat(self, call: Call) -> None:
        path = self._path(call)
        if path in self._names:
            self._change("removed", path)

    _on_unlink = _on_rmdir = _on_unlinkat

    def _on_mkdirat(self, call: Call) -> None:
        path = self._path(call)
        if path.startswith(self._root):
            self._change("made", path, None)

    _on_mkdir = _on_mkdirat

    # --- names ---------------------------------------------------------------------------------------

    def _file(self, call: Call, which: int) -> _File | None:
        """The file of an open number, if it is one of ours."""
        number, path = call.files[which]
        return self._open[number][0] if path.startswith(self._root) and number in self._open else None

    def _path(self, call: Call) -> str:
        path = call.texts[0].decode()
        if not path.startswith("/") and call.files:  # beside an open folder
            path = f"{call.files[0][1]}/{path}"
        return path

    def _change(self, *change: object) -> None:
        self._rename(self._names, change)
        self._coming.append(change)  # type: ignore[arg-type]

    @staticmethod
    def _rename(names: dict[str, _File | None], change: tuple[object, ...]) -> None:
        kind, path = change[0], str(change[1])
        if kind == "made":
            names[path] = change[2]  # type: ignore[assignment]
        elif kind == "removed":
            names.pop(path, None)
        else:
            for one in [one for one in names if one == path or one.startswith(f"{path}/")]:
                names[str(change[2]) + one[len(path) :]] = names.pop(one)


def _written(call: Call) -> bytes:
    data = call.texts[-1]
    assert len(data) >= call.result, "longer than what is traced of it"
    return data[: call.result]


def _is_in(change: tuple[object, ...], folder: str) -> bool:
    return any(isinstance(path, str) and str(Path(path).parent) == folder for path in change[1:])


def missing() -> str | None:
    """Why nothing can be traced here, if so."""
    return None if shutil.which("strace") else "strace is not there"
