"""Long work that gives way to everything else on this computer."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Callable
from typing import TypeVar

from rmdesk.services.progress import Progress

T = TypeVar("T")
_NICE = 10
_LOOK = 0.2  # seconds between two looks at whether it is still wanted
_WINDOWS_BACKGROUND = 0x00010000  # THREAD_MODE_BACKGROUND_BEGIN: processor, disk and memory


def quietly(work: Callable[[Progress], T], progress: Progress) -> T:
    """Run `work(progress)` on a thread of its own with the lowest claims; its result, or what it raises.

    If `progress` raises (the work was cancelled), that is raised at once; the work ends at its own next
    report, or with the process.
    """
    results: list[T] = []
    errors: list[BaseException] = []
    newest = (0, 0)
    stopped = threading.Event()

    def report(done: int, total: int) -> None:
        nonlocal newest
        newest = (done, total)
        if stopped.is_set():
            raise InterruptedError

    def run() -> None:
        _lower_claims()
        try:
            results.append(work(report))
        except BaseException as error:
            errors.append(error)

    # A daemon: the end of the process, which clears its memory, waits for nobody.
    thread = threading.Thread(target=run, name="quiet work", daemon=True)
    thread.start()
    while thread.is_alive():
        thread.join(_LOOK)
        try:
            progress(*newest)
        except BaseException:
            stopped.set()
            raise
    if errors:
        raise errors[0]
    return results[0]


def _lower_claims() -> None:
    """Of the present thread alone. Where the system refuses, it works on as it is."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.windll.kernel32
            kernel.SetThreadPriority(kernel.GetCurrentThread(), _WINDOWS_BACKGROUND)
        elif sys.platform == "linux":
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
