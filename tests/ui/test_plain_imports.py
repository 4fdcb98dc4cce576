"""What a start does not load: sources of modules, read by PySide6, and what no first window needs."""

from __future__ import annotations

import builtins
import subprocess
import sys

import pytest

from rmdesk.ui import plain_imports


def test_what_pyside_replaced_is_put_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # as it is now, again afterwards
    plain_imports.restore()
    plain_imports.restore()  # harmless where it was done
    assert builtins.__import__.__name__ != "__feature_import__"


def test_the_window_loads_without_its_sources_being_read() -> None:
    script = (
        "from rmdesk.ui import plain_imports; plain_imports.restore()\n"
        "import rmdesk.ui.window, linecache, sqlalchemy\n"
        "print(sum(name.startswith(sqlalchemy.__path__[0]) for name in linecache.cache))"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "0"
