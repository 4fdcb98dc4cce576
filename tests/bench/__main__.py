"""`python dev.py bench [NAME …]`: the figures of the program, each beside its raw floor of the same run."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import psutil

from tests.bench import (
    answering,
    backing_up,
    calendar_month,
    calendars,
    capturing,
    contacts,
    daily_log,
    deduplicating,
    exporting,
    filling,
    grading,
    home,
    importing,
    listing,
    locking,
    opening,
    planning,
    reports,
    saving,
    searching,
    segmenting,
    size,
    sorting,
    start,
    surveying,
    today,
    verifying,
)
from tests.bench.figures import Figure, table
from tests.bench.grounds import Grounds, grounds

Bench = Callable[[Grounds], Iterable[Figure]]

# A bench is one module and one line here.
BENCHES: tuple[tuple[str, Bench], ...] = (
    ("start", start.run),
    ("memory", start.memory),
    ("opening", opening.run),
    ("saving", saving.run),
    ("answering", answering.run),
    ("verifying", verifying.run),
    ("backing-up", backing_up.run),
    ("locking", locking.run),
    ("filling", filling.run),
    ("importing", importing.run),
    ("size", size.run),
    ("searching", searching.run),
    ("segments", segmenting.run),
    ("survey-results", surveying.run),
    ("planning", planning.run),
    ("home", home.run),
    ("grades", grading.run),
    ("sorting", sorting.run),
    ("contacts", contacts.run),
    ("exporting", exporting.run),
    ("reports", reports.run),
    ("listing", listing.run),
    ("listing-memory", listing.memory),
    ("deduplicating", deduplicating.run),
    ("calendars", calendars.run),
    ("calendar-month", calendar_month.run),
    ("today", today.run),
    ("daily-log", daily_log.run),
    ("capturing", capturing.run),
)


def machine() -> str:
    memory = psutil.virtual_memory().total / 2**30
    described = f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors, {memory:.0f} GiB"
    return (
        f"{described}, Python {platform.python_version()}, {psutil.getloadavg()[0]:.1f} processes busy before"
    )


def main() -> int:
    """Exit status 1 if a figure is over its limit."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=(__doc__ or "").splitlines()[0])
    names = [name for name, _ in BENCHES]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}; all by default")
    parser.add_argument("--json", type=Path, metavar="FILE", help="keep every sample there")
    parser.add_argument("--quick", action="store_true", help="few rounds: shows that it runs, not how fast")
    chosen = parser.parse_args()
    if unknown := set(chosen.names) - set(names):
        parser.error(f"there is no bench {', '.join(sorted(unknown))}")
    print(machine(), flush=True)
    figures: list[Figure] = []
    for name, bench in BENCHES:
        if not chosen.names or name in chosen.names:
            print(f"… {name}", file=sys.stderr, flush=True)
            with grounds(chosen.quick) as here:
                figures.extend(bench(here))
    print(table(figures))
    if chosen.json:
        text = json.dumps({"machine": machine(), "figures": [one.as_json() for one in figures]}, indent=1)
        chosen.json.write_text(text + "\n", "utf-8")
    return int(any(figure.is_within is False for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
