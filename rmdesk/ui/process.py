"""This process: how long it has run, its end, and starting the program anew."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from PySide6.QtCore import QProcess

log = logging.getLogger(__name__)


def start_detached(arguments: Sequence[str]) -> None:
    """Start this program again, with `arguments`, on its own."""
    frozen = getattr(sys, "frozen", False)
    before = [] if frozen else ["-m", "rmdesk"]
    started, _ = QProcess.startDetached(sys.executable, [*before, *arguments])
    if not started:
        log.error("the program could not start itself again")


def leave(status: int) -> NoReturn:
    """End the process now that all is closed: to take Python and Qt apart before would keep what the window
    showed in memory for another second.
    """
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # a program without a console has none
            with contextlib.suppress(OSError, ValueError):
                stream.flush()
    os._exit(status)


def seconds_since_start() -> float:
    """How long this process has been running."""
    if sys.platform == "linux":
        # What psutil gives here is up to a second off: it adds to a boot time in whole seconds.
        fields = Path("/proc/self/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        began = int(fields[19]) / os.sysconf("SC_CLK_TCK")  # field 22 of the line: since boot
        seconds = time.clock_gettime(time.CLOCK_BOOTTIME) - began
    else:
        import psutil

        seconds = time.time() - float(psutil.Process().create_time())
    return seconds
