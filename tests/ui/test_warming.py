"""Modules that come one by one while the window rests."""

from __future__ import annotations

import subprocess
import sys

from pytestqt.qtbot import QtBot

from rmdesk.ui.warming import Warming

_MOST = 4  # modules of ours in one step


def test_all_are_there_in_the_end_and_a_stop_waits_for_the_next_start(qtbot: QtBot) -> None:
    warming = Warming(("rmdesk.ui.warming", "json.tool"))
    warming.start()
    warming.stop()
    with qtbot.waitSignal(warming.ended, timeout=5000):
        warming.start()
    assert "json.tool" in sys.modules


def test_the_page_of_a_customer_comes_in_small_steps() -> None:
    script = (
        "import importlib, sys\n"
        "from rmdesk.ui import plain_imports; plain_imports.restore()\n"
        "import rmdesk.ui.panes.customers.pane, rmdesk.ui.panes.today.pane\n"
        "from rmdesk.ui.panes.customers import page\n"
        "most = 0\n"
        "for module in page.MODULES:\n"
        "    before = len([name for name in sys.modules if name.startswith('rmdesk.')])\n"
        "    importlib.import_module(module)\n"
        "    most = max(most, len([name for name in sys.modules if name.startswith('rmdesk.')]) - before)\n"
        "print(most, 'rmdesk.ui.panes.customers.page.page' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    most, is_there = told.stdout.split()
    assert int(most) <= _MOST
    assert is_there == "True"
