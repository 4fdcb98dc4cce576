"""Running a module of ours in a process that is killed soon after it said its first line."""

from __future__ import annotations

import random
import subprocess
import sys
import threading

from tests.faults.killed_while_saving import ROOT


def lines_until_killed(rng: random.Random, within: float, module: str, *arguments: str) -> list[str]:
    """The whole lines that `python -m module` said until it was killed, at most `within` seconds after the
    first of them.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    lines = [process.stdout.readline()]
    killer = threading.Timer(rng.uniform(0, within), process.kill)
    killer.start()
    lines += process.stdout.readlines()
    process.wait()
    killer.join()
    process.stdout.close()
    return [line.strip() for line in lines if line.endswith("\n")]
