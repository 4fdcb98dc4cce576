"""How the suite starts the processes that compute and read files beside the program."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator

import pytest

from rmdesk import spawning

_LOADED_ONCE = ("rmdesk.services.imports.feed", "rmdesk.ui.workers", "tests.support.computing")
_QUICKLY = "forkserver"


@pytest.fixture(scope="session", autouse=True)
def quick_processes() -> Iterator[None]:
    """Each process is forked from one that has loaded what all need: importing it takes half a second."""
    if _QUICKLY not in multiprocessing.get_all_start_methods():  # Windows
        yield
        return
    multiprocessing.set_forkserver_preload(list(_LOADED_ONCE))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spawning, "METHOD", _QUICKLY)
        yield


@pytest.fixture
def spawned(monkeypatch: pytest.MonkeyPatch) -> None:
    """For a test of the start itself: as the program does it."""
    monkeypatch.setattr(spawning, "METHOD", "spawn")
