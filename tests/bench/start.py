"""From the start of the process to the painted window, signed in by password file; and what it then holds."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench import bare_window
from tests.bench.figures import Figure, Limit, in_turn
from tests.bench.grounds import ADMIN, TECHNICIAN, Grounds, Started

_SETTLED = 2.0  # seconds after the first paint, when what was put off until then has been loaded too
_BARE = "a bare PySide6 window, 100 rows, raw SQLCipher"
_LOADED = "a bare window, SQLAlchemy, cryptography, fonts"


def run(grounds: Grounds) -> Iterable[Figure]:
    """How long it takes. Deriving the key from the password is named apart, for it is slow on purpose."""
    database = _database(grounds)
    wholes: list[float] = []
    derived: list[float] = []

    def ours() -> float:
        with _window(grounds) as (process, seconds_derived):
            wholes.append(time.perf_counter() - process.begun)
            derived.append(seconds_derived)
            return wholes[-1] - seconds_derived

    def bare() -> float:
        with _bare(grounds, database) as process:
            return time.perf_counter() - process.begun

    ours(), bare()  # fills the caches of the disk and of compiled code
    wholes.clear(), derived.clear()
    beside, floor = in_turn(grounds.rounds(15), ours, bare)
    yield Figure("start to painted window beside key derivation", "s", beside, floor, _BARE, Limit(1.0))
    yield Figure("the same with key derivation, at its least cost", "s", tuple(wholes), floor, _BARE)
    yield Figure("key derivation at its least cost", "s", tuple(derived))


def memory(grounds: Grounds) -> Iterable[Figure]:
    """What the process of the window holds in memory, some seconds after it was painted."""
    database = _database(grounds)

    def window(user: str = ADMIN) -> float:
        with _window(grounds, user) as (process, _):
            time.sleep(_SETTLED)
            return process.resident

    def bare(*more: str) -> float:
        with _bare(grounds, database, *more) as process:
            time.sleep(_SETTLED)
            return process.resident

    window(), bare()
    samples, floor = in_turn(grounds.rounds(5), window, lambda: bare("loaded"))
    yield Figure(
        "resident memory of the first window, Today in it", "MB", samples, floor, _LOADED, Limit(140)
    )
    # Somebody who has no customers sees the list of staff instead.
    staff = tuple(window(TECHNICIAN) for _ in range(grounds.rounds(5)))
    yield Figure("the same of an administrator alone, without Today", "MB", staff, floor, _LOADED)
    smallest = tuple(bare() for _ in range(grounds.rounds(5)))
    yield Figure("resident memory of a bare window", "MB", smallest)


def _database(grounds: Grounds) -> Path:
    path = grounds.folder / "bare.db"
    bare_window.make(path)
    return path


@contextmanager
def _window(grounds: Grounds, user: str = ADMIN) -> Iterator[tuple[Started, float]]:
    """rmdesk with its window painted, and the seconds its keys took."""
    account = ("--user", user, "--password-file", grounds.password_file)
    with grounds.started("-m", "rmdesk", "--vault", grounds.vault, *account, "--verbose") as process:
        words = process.line_with("painted ").split()
        yield process, float(words[words.index("derive") + 1])


@contextmanager
def _bare(grounds: Grounds, database: Path, *more: str) -> Iterator[Started]:
    with grounds.started(bare_window.__file__, database, *more) as process:
        process.line_with("painted")
        yield process
