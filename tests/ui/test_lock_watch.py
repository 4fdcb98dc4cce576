"""When the program asks to be locked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from rmdesk.ui import lock_watch
from rmdesk.ui.lock_watch import LockWatch
from rmdesk.ui.session_linux import LinuxSession
from rmdesk.ui.session_windows import reason_of


class Clocks:
    """Both clocks, moved by hand."""

    def __init__(self) -> None:
        self.monotonic = 1_000.0
        self.wall = 1_800_000_000.0

    def __call__(self) -> tuple[float, float]:
        return self.monotonic, self.wall

    def pass_time(self, seconds: float) -> None:
        self.monotonic += seconds
        self.wall += seconds


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watch(qtbot: QtBot, clocks: Clocks) -> Iterator[LockWatch]:
    # Asked for every 75 ms: the clocks decide, the timer only looks at them.
    made = LockWatch(0.3, clocks=clocks)
    made.start()
    yield made
    made.stop()


def test_idle_time_locks(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    with qtbot.waitSignal(watch.lock_requested) as blocker:
        clocks.pass_time(0.31)
    assert blocker.args == [lock_watch.BY_IDLE]


@pytest.mark.parametrize("kind", ["key", "composed", "click", "move", "wheel"])
def test_a_hand_at_the_program_begins_the_time_anew(
    qtbot: QtBot, watch: LockWatch, clocks: Clocks, kind: str
) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
        field.setFocus()
    asked: list[str] = []
    watch.lock_requested.connect(asked.append)
    clocks.pass_time(0.2)
    if kind == "key":
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    elif kind == "composed":  # by an input method, which keeps the keys to itself
        composed = QInputMethodEvent()
        composed.setCommitString("王")
        QApplication.sendEvent(field, composed)
        assert field.text() == "王"
    elif kind == "click":
        QTest.mouseClick(field.windowHandle(), Qt.MouseButton.LeftButton)
    elif kind == "move":
        QTest.mouseMove(field.windowHandle(), QPoint(5, 5))
        qtbot.waitUntil(lambda: watch.last_input == clocks())
    else:
        QTest.wheelEvent(field.windowHandle(), QPoint(5, 5), QPoint(0, 120))
    assert watch.last_input == clocks()
    clocks.pass_time(0.2)
    with qtbot.assertNotEmitted(watch.lock_requested, wait=200):
        pass
    with qtbot.waitSignal(watch.lock_requested):
        clocks.pass_time(0.2)
    assert asked == [lock_watch.BY_IDLE]


def test_a_window_that_comes_later_is_listened_to(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    first = QLineEdit()
    qtbot.addWidget(first)
    with qtbot.waitActive(first):
        first.show()
        first.activateWindow()
    later = QDialog(first)
    with qtbot.waitActive(later):
        later.show()
        later.activateWindow()
    clocks.pass_time(0.1)
    QTest.keyClick(later.windowHandle(), Qt.Key.Key_A)
    assert watch.last_input == clocks()
    later.deleteLater()
    with qtbot.waitSignal(watch.lock_requested):
        clocks.pass_time(0.31)


def test_a_repaint_is_no_hand(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    before = watch.last_input
    clocks.pass_time(0.1)
    field.repaint()
    assert watch.last_input == before


def test_a_computer_that_slept_is_locked_when_it_wakes(
    qtbot: QtBot, watch: LockWatch, clocks: Clocks
) -> None:
    with qtbot.waitSignal(watch.lock_requested):
        clocks.wall += 8 * 3600  # some systems stop the monotonic clock while they sleep


def test_a_clock_set_back_does_not_keep_it_open(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    clocks.wall -= 365 * 86_400
    with qtbot.waitSignal(watch.lock_requested):
        clocks.pass_time(0.31)


def test_it_asks_once(qtbot: QtBot, watch: LockWatch) -> None:
    asked: list[str] = []
    watch.lock_requested.connect(asked.append)
    watch.request(lock_watch.BY_KEY)
    watch.request(lock_watch.BY_SESSION)
    assert asked == [lock_watch.BY_KEY]


def test_a_change_of_the_seconds_holds_at_once(qtbot: QtBot, watch: LockWatch, clocks: Clocks) -> None:
    watch.idle_seconds = 100
    clocks.pass_time(50)
    with qtbot.assertNotEmitted(watch.lock_requested, wait=200):
        pass


def test_what_a_linux_desktop_says(qtbot: QtBot) -> None:
    session = LinuxSession()
    heard: list[str] = []
    session.locked.connect(heard.append)
    meta = session.metaObject()
    # The message bus finds these slots by their signatures.
    for signature in ("_on_screen_saver(bool)", "_on_lock()", "_on_sleep(bool)"):
        assert meta.indexOfSlot(signature) >= 0
    session._on_screen_saver(False)
    session._on_sleep(False)
    assert heard == []
    session._on_screen_saver(True)
    session._on_lock()
    session._on_sleep(True)
    assert heard == ["session", "session", "sleep"]


@pytest.mark.parametrize(
    ("message", "parameter", "reason"),
    [
        (0x02B1, 0x7, "session"),  # WTS_SESSION_LOCK
        (0x02B1, 0x2, "session"),  # another person took the console
        (0x02B1, 0x4, "session"),  # a remote session was left
        (0x02B1, 0x8, None),  # unlocked
        (0x0218, 0x4, "sleep"),  # PBT_APMSUSPEND
        (0x0218, 0x12, None),  # resumed
        (0x000F, 0x7, None),  # WM_PAINT
    ],
)
def test_what_windows_says(message: int, parameter: int, reason: str | None) -> None:
    assert reason_of(message, parameter) == reason


def test_every_kind_of_input_counts() -> None:
    kinds = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod}
    assert kinds <= lock_watch.INPUT
