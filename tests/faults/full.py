"""A disk that fills up while something is done to a vault: nothing half kept, a clear message, and the same
works once there is room.

As root a small disk is mounted and filled but for so many bytes. Without that right the system forbids the
process files beyond a size (RLIMIT_FSIZE).
"""

from __future__ import annotations

import contextlib
import functools
import os
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.faults import children
from tests.faults.children import Heard, Say
from tests.faults.leaving import LEAVING
from tests.faults.operations import OPERATIONS, Operation
from tests.faults.turns import turns
from tests.support.limits import no_file_grows_beyond

_SIZE = 32  # MB of the small disk; a vault and what is made of it take a few
_KNOWN = {"disk.full", "disk.io", "disk.read_only", "folder.read_only", "export.not_written"}

Limit = Callable[[int], contextlib.AbstractContextManager[None]]
ALL = OPERATIONS | LEAVING


def run(name: str, count: int, seconds: float | None = None, *, limited: bool = False) -> dict[str, int]:
    """Do the operation of this name with the space running out at `count` points, evenly from none to all."""
    with _place(limited=limited) as (place, limit):
        operation = ALL[name](place)
        figures: Counter[str] = Counter(refused=0, crashed=0, hung=0, unsaid=0, stuck=0)
        needed = _needed(operation, limit, count)
        for turn in turns(count, seconds):
            operation.reset()
            # Not in order, so that those of a run cut short are spread as well.
            _try(operation, limit, needed * (turn * 77 % count) // count, figures)
        return dict(figures) | {"bytes needed": needed}


def _try(operation: Operation, limit: Limit, space: int, figures: Counter[str]) -> None:
    heard = _do(operation, limit, space)
    figures["tried"] += 1
    figures["hung"] += heard.hung
    if heard.crashed:
        print(f"{operation.name} with {space} bytes: {heard.crashed}")
        figures["crashed"] += 1
    if heard.refused:
        figures["refused"] += 1
        if heard.refused not in _KNOWN:
            print(f"{operation.name} with {space} bytes: {heard.refused}")
            figures["unsaid"] += 1
    figures.update(operation.examine(heard))
    if heard.refused or heard.crashed:
        again = children.run(operation.once)  # there is room again
        figures["stuck"] += bool(again.refused or again.crashed)
        figures.update(operation.examine(again))


def _do(operation: Operation, limit: Limit, space: int) -> Heard:
    def work(say: Say) -> None:
        with limit(space):
            operation.once(say)

    return children.run(work)


def _needed(operation: Operation, limit: Limit, count: int) -> int:
    """The least space with which all is done and nothing refused, to the distance of `count` points in it."""
    least, most = 0, 128 * 1024
    while not _succeeds(_do(operation, limit, most)):
        least, most = most, most * 2
        assert most < _SIZE << 20, "not even the whole disk is enough"
        operation.reset()
    while most - least > most // count:
        operation.reset()
        middle = (least + most) // 2
        if _succeeds(_do(operation, limit, middle)):
            most = middle
        else:
            least = middle
    return most


def _succeeds(heard: Heard) -> bool:
    return not (heard.refused or heard.crashed)


# --- where there is no more room ---------------------------------------------------------------------


@contextlib.contextmanager
def _place(*, limited: bool) -> Iterator[tuple[Path, Limit]]:
    """A folder, and how the room in it is limited."""
    with tempfile.TemporaryDirectory() as place:
        if limited or not may_mount():
            yield Path(place) / "live", no_file_grows_beyond
            return
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={_SIZE}m", "tmpfs", place], check=True)
        try:
            yield Path(place) / "live", functools.partial(_all_but, Path(place) / "ballast")
        finally:
            subprocess.run(["umount", "--lazy", place], check=True)


@functools.cache
def may_mount() -> bool:
    """Whether this process may mount a small disk."""
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    with tempfile.TemporaryDirectory() as place:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "tmpfs", place], capture_output=True, check=False)
        if mounted.returncode == 0:
            subprocess.run(["umount", place], check=True)
    return mounted.returncode == 0


@contextlib.contextmanager
def _all_but(ballast: Path, space: int) -> Iterator[None]:
    """The disk full but for `space` bytes, in whole blocks."""
    disk = os.statvfs(ballast.parent)
    taken = disk.f_bavail * disk.f_frsize - space
    with open(ballast, "wb") as stream:
        if taken > 0:
            os.posix_fallocate(stream.fileno(), 0, taken)
    try:
        yield
    finally:
        ballast.unlink()
