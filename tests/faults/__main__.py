"""`python dev.py faults [--count N] [NAME …]`: the promises of the vault, tried many times over.

The suite runs the same with small counts; here each runs as often as the promise says.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from tests.faults import (
    damage,
    damaged_imports,
    disk_full,
    killed_while_backing_up,
    killed_while_rotating,
    killed_while_saving,
    tables,
    tampering,
)

Figures = dict[str, int]


@dataclass(frozen=True)
class Fault:
    """One kind of trouble. `run(count)` returns figures; each of `zero` must then be 0."""

    name: str
    promise: str
    run: Callable[[int], Figures]
    count: int
    zero: tuple[str, ...]
    needs_root: bool = False


# A fault is one function and one line here.
FAULTS: tuple[Fault, ...] = (
    Fault(
        "kill-saving",
        "saved means saved",
        killed_while_saving.run,
        200,
        ("lost", "half saved", "not sound"),
    ),
    Fault(
        "kill-backing-up",
        "backups restore",
        killed_while_backing_up.run,
        100,
        ("lost", "taken for verified", "not sound"),
    ),
    Fault(
        "kill-rotating",
        "saved means saved",
        killed_while_rotating.run,
        100,
        ("lost", "not sound", "does not open"),
    ),
    Fault(
        "full-limited",
        "a failed write harms nothing",
        disk_full.run,
        200,
        ("changed by a failed save", "lost"),
    ),
    Fault(
        "full-disk",
        "a failed write harms nothing",
        disk_full.run_on_full_disk,
        200,
        ("changed by a failed save", "lost", "half copies"),
        needs_root=True,
    ),
    Fault(
        "flips", "damage is never silent", damage.flips, 10_000, ("undetected", "harmless", "wrong values")
    ),
    Fault("pages", "damage is never silent", damage.sweep, 1, ("undetected", "harmless", "wrong values")),
    Fault("tampering", "the audit trail shows tampering", tampering.run, 1_000, ("undetected",)),
    Fault("tables", "hostile files are harmless", tables.run, 1_000, ("crashes", "too slow")),
    Fault(
        "imports",
        "hostile files are harmless",
        damaged_imports.run,
        500,
        ("crashes", "half imports", "miscounted", "too slow", "not sound", "over 500 MB"),
    ),
)


def main() -> int:
    """Exit status 1 if a promise is broken."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(one.name for one in FAULTS))
    parser.add_argument("--count", type=int, help="how often, instead of as often as promised")
    given = parser.parse_args()
    unknown = set(given.names) - {one.name for one in FAULTS}
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    broken = 0
    for fault in FAULTS:
        if given.names and fault.name not in given.names:
            continue
        if fault.needs_root and not (hasattr(os, "geteuid") and os.geteuid() == 0):
            print(f"{fault.name:14} left out: it needs the right to mount a small disk")
            continue
        begun = time.monotonic()
        figures = fault.run(given.count or fault.count)
        kept = not any(figures.get(name) for name in fault.zero) and figures.get("sound", True)
        broken += not kept
        shown = ", ".join(f"{name} {value}" for name, value in figures.items())
        print(f"{fault.name:14} {'kept' if kept else 'BROKEN':7} {fault.promise}: {shown}", end="")
        print(f" ({time.monotonic() - begun:.0f} s)", flush=True)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
