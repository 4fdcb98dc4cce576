"""How the processes that compute and read files beside the program are started."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import SpawnContext
from typing import Literal

# Not forked: a forked Qt process is undefined, and Windows knows no fork.
METHOD: Literal["spawn"] = "spawn"


def context() -> SpawnContext:
    """Pipes and processes by `METHOD`."""
    return multiprocessing.get_context(METHOD)
