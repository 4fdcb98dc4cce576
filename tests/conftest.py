"""What every test gets: its own home, and a failure for whatever Qt or the program's log warns of."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

# Before Qt is imported: the suite needs no screen, and nobody's real keyring is touched by it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["DBUS_SESSION_BUS_ADDRESS"] = "disabled:"

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from rmdesk import config, words

pytest_plugins = [
    "tests.support.stores",
    "tests.support.vaults",
    "tests.support.branches",
    "tests.support.frames",
    "tests.support.sessions",
    "tests.support.processes",
]

# What the offscreen platform says of itself whenever a window is shown; no other line is let through.
_OFFSCREEN = (
    "This plugin does not support propagateSizeHints()",
    "This plugin does not support raise()",
)
_WARNINGS = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_THREAD_GRACE = 5.0  # seconds a thread may take to end after its test
_FEW_MODULES, _FEW_TESTS = 20, 50
_spared = {"modules": 0, "tests": 0}


class ExpectedLogs:
    """The warnings a test provokes on purpose: call it with a part of each line before provoking it.

    A line that was declared and never came fails the test too, so that no declaration outlives its cause.
    """

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.fragments: list[str] = []

    def __call__(self, *fragments: str) -> None:
        self.fragments.extend(fragments)

    def unexpected(self) -> list[str]:
        return [line for line in self.lines if not any(part in line for part in self.fragments)]

    def missing(self) -> list[str]:
        return [part for part in self.fragments if not any(part in line for line in self.lines)]


class _Recorder(logging.Handler):
    def __init__(self, lines: list[str]) -> None:
        super().__init__(logging.WARNING)
        self._lines = lines
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(self.format(record))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """This test's own folder of settings, logs and anchors; processes it starts inherit it."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv(config.HOME_VARIABLE, str(folder))
    return folder


@pytest.fixture(autouse=True)
def expected_logs(home: Path) -> Iterator[ExpectedLogs]:
    """Fails the test on a warning of Qt or of a logger that it did not declare, teardown included."""
    seen = ExpectedLogs()

    def on_message(kind: QtMsgType, _where: object, message: str) -> None:
        if kind in _WARNINGS and message not in _OFFSCREEN:
            seen.lines.append(f"Qt: {message}")

    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    recorder = _Recorder(seen.lines)
    root.addHandler(recorder)
    qInstallMessageHandler(on_message)
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    threads = set(threading.enumerate())
    words.use("en")
    _spare_what_stays()
    yield seen
    _close_windows()
    leaked = _leaked_threads(threads)
    children = multiprocessing.active_children()
    qInstallMessageHandler(None)
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks
    words.use("en")
    root.removeHandler(recorder)
    for handler in root.handlers[:]:
        if handler not in handlers:  # the program's own log file, in a home that ends with the test
            root.removeHandler(handler)
            handler.close()
    root.setLevel(level)
    for child in children:
        child.kill()
        child.join()
    unexpected, missing = seen.unexpected(), seen.missing()
    assert not unexpected, "warnings that the test did not declare:\n" + "\n".join(unexpected)
    assert not missing, "declared with expected_logs, never seen:\n" + "\n".join(missing)
    assert not leaked, f"threads that outlived the test: {leaked}"
    assert not children, f"processes that outlived the test: {children}"


def _close_windows() -> None:
    """Delete every window a test left open, so that the next one starts with a fresh one."""
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    windows = application.topLevelWidgets()
    for window in windows:
        window.hide()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.clipboard().clear()  # or what a test copied lives longer than Python
    application.processEvents()
    if windows:
        # Widgets caught in reference cycles go now, on this thread, not in the middle of another test.
        gc.collect()


def _spare_what_stays() -> None:
    """Take modules and what they keep out of the garbage collector's sight.

    They stay to the end, and going through all of them after each window would cost more than the tests.
    """
    _spared["tests"] += 1
    if len(sys.modules) > _spared["modules"] + _FEW_MODULES or _spared["tests"] > _FEW_TESTS:
        gc.collect()
        gc.freeze()
        _spared.update(modules=len(sys.modules), tests=0)


def _leaked_threads(before: set[threading.Thread]) -> list[str]:
    started = [one for one in threading.enumerate() if one not in before and not one.daemon]
    for one in started:
        one.join(_THREAD_GRACE)
    return [one.name for one in started if one.is_alive()]
