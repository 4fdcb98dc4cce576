"""`python dev.py faults [NAME …]`: the promises of the vault, tried many times over, as a table of figures.

Each fault runs in a process of its own, several of them side by side, as often as promised or until its share
of the time is over; the table says which. The suite runs the same with small counts.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from tests.faults.catalogue import BY_NAME, FAULTS, Fault, Figures
from tests.faults.fuzz import FILES_FROM
from tests.faults.operations import ROOT, prepare

_MINUTES = 55.0


@dataclass(frozen=True)
class Result:
    """What came of one fault; `why` says why there are no figures."""

    fault: Fault
    figures: Figures
    took: float
    why: str | None = None

    @property
    def is_kept(self) -> bool:
        return self.why is None and not any(self.figures.get(name) for name in self.fault.zero)

    @property
    def verdict(self) -> str:
        if self.why is not None:
            return "NOT TRIED"
        if not self.fault.zero:
            return "shown"
        return "held" if self.is_kept else "BROKEN"

    def plain(self) -> dict[str, Any]:
        return {
            "name": self.fault.name,
            "promise": self.fault.promise,
            "verdict": self.verdict,
            "tried": self.fault.tried_of(self.figures),
            "wanted": self.fault.count,
            "figures": dict(self.figures),
            "seconds": round(self.took),
        } | ({} if self.why is None else {"why": self.why})


def main() -> int:
    """Exit status 1 if a promise is broken or could not be tried."""
    parser = argparse.ArgumentParser(prog="dev.py faults", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BY_NAME))
    parser.add_argument("--count", type=int, help="how often each, instead of as often as promised")
    parser.add_argument(
        "--minutes", type=float, default=_MINUTES, help=f"for all of them together, about ({_MINUTES:g})"
    )
    parser.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, help="how many side by side; 0: all in this process"
    )
    parser.add_argument("--files", type=Path, help="a folder of real files to begin the fuzzing from")
    parser.add_argument("--json", action="store_true", help="the figures as JSON instead of the table")
    given = parser.parse_args()
    if unknown := set(given.names) - set(BY_NAME):
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    chosen = [fault for fault in FAULTS if not given.names or fault.name in given.names]
    if given.files is not None:
        os.environ[FILES_FROM] = str(given.files.resolve())
    begun = time.monotonic()
    results = _run_all(chosen, given.count, given.minutes * 60, given.jobs)
    minutes = (time.monotonic() - begun) / 60
    if given.json:
        print(json.dumps([one.plain() for one in results], ensure_ascii=False))
    else:
        _show(results, minutes, given.jobs)
    return 0 if all(one.is_kept for one in results) else 1


# --- running -----------------------------------------------------------------------------------------


def _run_all(chosen: Sequence[Fault], count: int | None, seconds: float, jobs: int) -> list[Result]:
    """All of them, each with its share of the time; side by side, those that take longest first."""
    if not jobs:
        logging.disable(logging.CRITICAL)  # what is provoked is told of, thousands of times
        prepare()
        return [_run_here(fault, count, seconds / len(chosen)) for fault in chosen]
    # A few of them get no more than a whole run gives them.
    share = seconds * jobs / sum(fault.seconds for fault in FAULTS)
    longest_first = sorted(chosen, key=lambda fault: -fault.seconds)
    with ThreadPoolExecutor(jobs) as pool:
        results = pool.map(partial(_run_beside, count=count, share=share), longest_first)
        found = {one.fault.name: one for one in results}
    return [found[fault.name] for fault in chosen]


def _run_here(fault: Fault, count: int | None, seconds: float) -> Result:
    if (why := fault.missing()) is not None:
        return Result(fault, {}, 0, why)
    begun = time.monotonic()
    figures = fault.run(count or fault.count, None if count is not None else seconds)
    return Result(fault, figures, time.monotonic() - begun)


def _run_beside(fault: Fault, *, count: int | None, share: float) -> Result:
    """One fault in a process of its own. What it says about single cases goes to standard error."""
    minutes = fault.seconds * (min(share, 1) if fault.by_time else share) / 60
    command = [sys.executable, "-m", "tests.faults", fault.name, "--jobs", "0", "--minutes", str(minutes)]
    command += ["--json"] if count is None else ["--json", "--count", str(count)]
    begun = time.monotonic()
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    took = time.monotonic() - begun
    *told, last = ran.stdout.splitlines() or [""]
    if not last.startswith("["):
        print(ran.stderr, file=sys.stderr)
        return Result(fault, {}, took, "its process failed")
    [found] = json.loads(last)
    print(
        f"{fault.name}: {found['figures']} ({took:.0f} s)",
        *told[:20],
        sep="\n  ",
        file=sys.stderr,
        flush=True,
    )
    return Result(fault, found["figures"], took, found.get("why"))


# --- the table ---------------------------------------------------------------------------------------


def _show(results: Sequence[Result], minutes: float, jobs: int) -> None:
    rows = [("promise", "fault", "tried", "of", "found", "", "s")]
    former = ""
    for one in results:
        rows.append(
            (
                one.fault.promise if one.fault.promise != former else "",
                one.fault.name,
                f"{one.fault.tried_of(one.figures):,}",
                "time" if one.fault.by_time else f"{one.fault.count:,}",
                one.why or ", ".join(f"{name} {value:,}" for name, value in one.figures.items()),
                one.verdict,
                f"{one.took:.0f}",
            )
        )
        former = one.fault.promise
    for row in rows:
        print(f"| {' | '.join(row)} |")
        if row is rows[0]:
            print("| --- " * len(row) + "|")
    broken = [one.fault.name for one in results if not one.is_kept]
    verdict = f"broken or not tried: {', '.join(broken)}" if broken else "all held"
    print(
        f"\n{datetime.now():%Y-%m-%d %H:%M}, {platform.system()} {platform.release()}, Python "
        f"{platform.python_version()}, {os.cpu_count()} processors (load {os.getloadavg()[1]:.1f}), "
        f"{jobs} side by side, {minutes:.0f} minutes: {verdict}"
    )


if __name__ == "__main__":
    sys.exit(main())
