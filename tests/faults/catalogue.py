"""The promises, and by which faults each is tried: a fault is one function and one line here."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from tests.faults import (
    damage,
    disk,
    flipped,
    forty,
    full,
    fuzz,
    journals,
    killed,
    power,
    restored,
    scenes,
    tampering,
)
from tests.faults.operations import OPERATIONS, ROOT, ZERO

Figures = Mapping[str, int]

_ENDLESS = 10**9
# Told beside what became of each: what was shown before it was told of, and the time it took.
_BESIDE = ("wrong values", "earlier state, told", fuzz.PROCESSOR)


@dataclass(frozen=True)
class Fault:
    """One kind of trouble. `run(count, seconds)` tries it so often, or until its share of the time is over,
    and returns figures, of which each of `zero` must be 0. `seconds` is its share of a whole run: what is
    tried by number takes less on a machine with nothing else to do.
    """

    name: str
    promise: str
    run: Callable[[int, float | None], Figures]
    count: int
    seconds: float
    zero: tuple[str, ...] = ()
    tried: str = "tried"  # the figure that says how often; none: all of them together
    missing: Callable[[], str | None] = lambda: None  # why it cannot be tried here

    def tried_of(self, figures: Figures) -> int:
        if self.tried in figures:
            return figures[self.tried]
        return sum(value for name, value in figures.items() if name not in _BESIDE)

    @property
    def by_time(self) -> bool:
        """Whether it is tried for as long as its share, not so many times."""
        return self.count >= _ENDLESS


# What takes longer than the others to be tried once.
_FULL_SECONDS = {"pdf": 200, "migration": 170, "rotation": 120}
_SAVED = "saved means saved"
_FULL = "a failed write harms nothing"
_TOLD = "damage is never silent"
_FILES = "hostile files are harmless"


def _files(_count: int, _seconds: float | None, *, paths: tuple[str, ...]) -> dict[str, int]:
    """Tests of the suite that try a promise."""
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            *(f"tests/{path}" for path in paths),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    last = ran.stdout.splitlines()[-1] if ran.stdout else ""
    counted = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error)", last)}
    failed = counted.get("failed", 0) + counted.get("error", 0)
    # Neither passed nor failed: they did not even begin.
    return {"passed": counted.get("passed", 0), "failed": failed or int(ran.returncode != 0)}


def _suite(name: str, promise: str, *paths: str) -> Fault:
    return Fault(name, promise, partial(_files, paths=paths), 1, 60, ("failed",), "passed")


FAULTS: tuple[Fault, ...] = (
    *(
        Fault(f"kill-{name}", _SAVED, partial(killed.run, name), 150, 75, (*ZERO, "crashed"), "killed")
        for name in OPERATIONS
    ),
    *(
        Fault(f"cut-{name}", _SAVED, partial(power.run, name), 60, 35, ZERO, "cut", disk.missing)
        for name in OPERATIONS
    ),
    Fault("two-programs", _SAVED, scenes.two_programs, 25, 20, (*ZERO, "let in beside", "kept out")),
    *(
        Fault(
            f"full-{name}",
            _FULL,
            partial(full.run, name),
            200,
            _FULL_SECONDS.get(name, 85),
            (*ZERO, "crashed", "hung", "unsaid", "stuck"),
        )
        for name in full.ALL
    ),
    Fault("read-only", _FULL, scenes.becomes_read_only, 25, 20, (*ZERO, "crashed", "stuck")),
    Fault("flip-database", _TOLD, damage.flips, 5_000, 400, ("undetected", "harmless", "wrong values"), ""),
    *(
        Fault(
            f"flip-{what.replace(' ', '-')}",
            _TOLD,
            partial(flipped.run, what),
            count,
            seconds,
            (flipped.WRONG, "crashed"),
            "",
        )
        for what, count, seconds in (("key file", 1_500, 60), ("backup", 2_000, 90), ("document", 1_500, 60))
    ),
    Fault("pages", _TOLD, damage.sweep, 1, 60, ("undetected", "harmless", "wrong values"), ""),
    Fault("replayed", _TOLD, damage.replayed, 1, 10, ("undetected", "harmless"), ""),
    Fault("journal", _TOLD, journals.run, 500, 70, ("undetected",), ""),
    Fault(
        "restored",
        "damage never ends in erase; backups restore",
        restored.run,
        200,
        60,
        ("rows differ", "not noticed", "damaged file lost"),
        "restored",
    ),
    Fault(
        "tampering",
        "the audit trail shows tampering",
        tampering.run,
        1_000,
        110,
        ("undetected",),
        "tampered",
    ),
    *(
        Fault(
            f"fuzz-{kind.replace(' ', '-')}",
            _FILES,
            partial(fuzz.run, kind),
            _ENDLESS,
            seconds,
            fuzz.WRONG,
            "",
        )
        for kind, seconds in (
            # Ten minutes of the processor each; the others are beside them.
            ("imports", 600),
            ("questionnaires", 600),
            ("mappings", 600),
            ("policies", 600),
            ("key files", 600),
            ("tables", 60),
            ("answers", 60),
            ("segments", 60),
            ("holidays", 60),
        )
    ),
    _suite("planted", "nothing readable on disk", "faults/test_secrets.py"),
    _suite(
        "locking",
        "it locks itself",
        *("ui/window/test_lasting.py", "ui/test_lock_watch.py", "ui/test_drafts.py"),
    ),
    _suite("keyring", "keyring trouble loses no key", "services/vault/test_keyring.py"),
    Fault(
        "list",
        "each fault of the list is told and loses nothing",
        # But for those that are the runs above.
        partial(
            _files,
            paths=tuple(
                sorted({one for tests in forty.FAULTS.values() for one in tests if "test_faults" not in one})
            ),
        ),
        len(forty.FAULTS),
        150,
        ("failed",),
        "passed",
    ),
    _suite("masks", "masked by default", "services/test_masks.py", "services/test_reading.py"),
    # Shown, not promised: what the vault would lose if SQLite flushed less often.
    *(
        Fault(
            f"cut-save-{level}",
            "(what synchronous=FULL saves)",
            partial(power.compare, level),
            60,
            30,
            tried="cut",
            missing=disk.missing,
        )
        for level in ("NORMAL", "OFF")
    ),
)
BY_NAME = {fault.name: fault for fault in FAULTS}
