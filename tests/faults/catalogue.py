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


@dataclass(frozen=True)
class Fault:
    """One kind of trouble. `run(count, seconds)` tries it so often, or until its share of the time is over,
    and returns figures, of which each of `zero` must be 0. `seconds` is its share of a whole run.
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
        # What was shown before it was told is counted beside what became of it.
        return sum(
            value for name, value in figures.items() if name not in ("wrong values", "earlier state, told")
        )


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
        Fault(f"kill-{name}", _SAVED, partial(killed.run, name), 150, 120, (*ZERO, "crashed"), "killed")
        for name in OPERATIONS
    ),
    *(
        Fault(f"cut-{name}", _SAVED, partial(power.run, name), 60, 60, ZERO, "cut", disk.missing)
        for name in OPERATIONS
    ),
    Fault("two-programs", _SAVED, scenes.two_programs, 25, 20, (*ZERO, "let in beside", "kept out")),
    *(
        Fault(
            f"full-{name}",
            _FULL,
            partial(full.run, name),
            200,
            110,
            (*ZERO, "crashed", "hung", "unsaid", "stuck"),
        )
        for name in full.ALL
    ),
    Fault("read-only", _FULL, scenes.becomes_read_only, 25, 20, (*ZERO, "crashed", "stuck")),
    Fault("flip-database", _TOLD, damage.flips, 5_000, 420, ("undetected", "harmless", "wrong values"), ""),
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
        for what, count, seconds in (("key file", 1_500, 90), ("backup", 2_000, 180), ("document", 1_500, 60))
    ),
    Fault("pages", _TOLD, damage.sweep, 1, 60, ("undetected", "harmless", "wrong values"), ""),
    Fault("replayed", _TOLD, damage.replayed, 1, 10, ("undetected", "harmless"), ""),
    Fault("journal", _TOLD, journals.run, 500, 90, ("undetected",), ""),
    Fault(
        "restored",
        "damage never ends in erase; backups restore",
        restored.run,
        200,
        90,
        ("rows differ", "not noticed", "damaged file lost"),
        "restored",
    ),
    Fault(
        "tampering",
        "the audit trail shows tampering",
        tampering.run,
        1_000,
        150,
        ("undetected",),
        "tampered",
    ),
    *(
        Fault(
            f"fuzz-{kind.replace(' ', '-')}", _FILES, partial(fuzz.run, kind), 10**9, seconds, fuzz.WRONG, ""
        )
        for kind, seconds in (
            ("imports", 450),
            ("tables", 150),
            ("questionnaires", 400),
            ("answers", 200),
            ("mappings", 600),
            ("holidays", 300),
            ("policies", 300),
            ("key files", 600),
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
            40,
            tried="cut",
            missing=disk.missing,
        )
        for level in ("NORMAL", "OFF")
    ),
)
BY_NAME = {fault.name: fault for fault in FAULTS}
