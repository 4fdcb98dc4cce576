"""Uncaught errors reach the log and the person, from wherever they come."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, Signal, qWarning
from PySide6.QtGui import QGuiApplication, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from rmdesk.services.errors import Cancelled, UserError
from rmdesk.ui.crash import CrashDialog, CrashHandler, details_of
from tests.conftest import ExpectedLogs

_SECRET = "13800138000"


class Told(list[UserError]):
    pass


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def handler(qtbot: QtBot, told: Told) -> Iterator[CrashHandler]:
    made = CrashHandler(told.append)
    made.install()
    yield made
    made.uninstall()


class Broken(QObject):
    """A slot with a bug, called by a signal as any other."""

    pulled = Signal(str)

    def __init__(self, make_error: Callable[[], Exception]) -> None:
        super().__init__()
        self._make_error = make_error
        self.pulled.connect(self._on_pulled)

    def _on_pulled(self, phone: str) -> None:
        raise self._make_error()


def pull(make_error: Callable[[], Exception]) -> None:
    broken = Broken(make_error)
    broken.pulled.emit(_SECRET)


def dialog() -> CrashDialog | None:
    windows = QApplication.topLevelWidgets()
    shown = [one for one in windows if isinstance(one, CrashDialog) and one.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


def wait_for_dialog(qtbot: QtBot) -> CrashDialog:
    qtbot.waitUntil(lambda: dialog() is not None)
    found = dialog()
    assert found is not None
    return found


def test_an_error_in_a_slot_is_shown_without_values(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")
    pull(lambda: ValueError(_SECRET))
    shown = wait_for_dialog(qtbot)
    text = shown.findChild(QPlainTextEdit)
    assert text is not None
    assert "ValueError" in text.toPlainText()
    assert "_on_pulled" in text.toPlainText()
    assert _SECRET not in text.toPlainText()
    assert not any(_SECRET in line for line in expected_logs.lines)
    with qtbot.assertNotEmitted(handler.close_requested):
        qtbot.mouseClick(shown.continue_button, Qt.MouseButton.LeftButton)
    assert dialog() is None


def test_an_error_in_an_event_handler_is_shown(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")

    class Sulky(QWidget):
        def mousePressEvent(self, event: object) -> None:
            raise KeyError(_SECRET)

    widget = Sulky()
    qtbot.addWidget(widget)
    widget.show()
    middle = QPointF(widget.rect().center())
    press = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        middle,
        widget.mapToGlobal(middle),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.postEvent(widget, press)  # from the event loop, as a hand's click comes
    wait_for_dialog(qtbot).accept()


def test_an_error_while_painting_neither_ends_the_process_nor_fills_the_screen(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")
    painted: list[QPaintEvent] = []

    class Unpaintable(QWidget):
        def paintEvent(self, event: QPaintEvent) -> None:
            painter = QPainter(self)  # still at work when the error comes
            painter.drawLine(0, 0, 5, 5)
            painted.append(event)
            raise KeyError(_SECRET)

    widget = Unpaintable()
    qtbot.addWidget(widget)
    widget.resize(100, 100)
    widget.show()
    for _ in range(3):
        widget.update()
        wait_for_dialog(qtbot).accept()
    before = len(painted)
    widget.update()
    qtbot.waitUntil(lambda: len(painted) > before)
    widget.hide()


def test_an_error_on_a_thread_is_shown(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")

    def fail() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    shown = wait_for_dialog(qtbot)
    assert "ZeroDivisionError" in details_text(shown)
    shown.accept()


def details_text(shown: CrashDialog) -> str:
    text = shown.findChild(QPlainTextEdit)
    assert text is not None
    return text.toPlainText()


def test_closing_is_a_choice_of_its_own(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")
    pull(RuntimeError)
    shown = wait_for_dialog(qtbot)
    with qtbot.waitSignal(handler.close_requested):
        qtbot.mouseClick(shown.close_button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("way", ["escape", "corner"])
def test_no_accident_closes_the_program(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs, way: str
) -> None:
    expected_logs("uncaught error")
    pull(RuntimeError)
    shown = wait_for_dialog(qtbot)
    with qtbot.assertNotEmitted(handler.close_requested):
        if way == "escape":
            QTest.keyClick(shown, Qt.Key.Key_Escape)
        else:
            shown.close()
    assert dialog() is None


def test_details_are_copied(qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs) -> None:
    expected_logs("uncaught error")
    pull(RuntimeError)
    shown = wait_for_dialog(qtbot)
    qtbot.mouseClick(shown.copy_button, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == details_text(shown)
    assert isinstance(shown.copy_button, QPushButton)
    shown.accept()


def test_errors_behind_the_dialog_open_no_second_one(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")
    broken = Broken(RuntimeError)
    for _ in range(5):
        broken.pulled.emit("")
    wait_for_dialog(qtbot)
    broken.pulled.emit("")
    QTimer.singleShot(0, lambda: broken.pulled.emit(""))
    qtbot.waitUntil(lambda: len(expected_logs.lines) == 7)
    shown = wait_for_dialog(qtbot)  # asserts that there is one
    shown.accept()


def test_an_error_that_comes_back_for_ever_is_shown_a_few_times(
    qtbot: QtBot, handler: CrashHandler, expected_logs: ExpectedLogs
) -> None:
    expected_logs("uncaught error")
    broken = Broken(RuntimeError)
    for _ in range(3):
        broken.pulled.emit("")
        wait_for_dialog(qtbot).accept()
    broken.pulled.emit("")
    broken.pulled.emit("")
    settled: list[bool] = []
    QTimer.singleShot(0, lambda: settled.append(True))  # behind the posted errors
    qtbot.waitUntil(lambda: settled == [True])
    assert dialog() is None
    assert len(expected_logs.lines) == 5


def test_a_refusal_nobody_caught_is_told_as_one(qtbot: QtBot, handler: CrashHandler, told: Told) -> None:
    pull(lambda: UserError("staff.name_taken", name="林"))
    qtbot.waitUntil(lambda: len(told) == 1)
    assert told[0].code == "staff.name_taken"
    assert dialog() is None


def test_cancelling_is_no_error(qtbot: QtBot, handler: CrashHandler, told: Told) -> None:
    pull(Cancelled)
    settled: list[bool] = []
    QTimer.singleShot(0, lambda: settled.append(True))
    qtbot.waitUntil(lambda: settled == [True])
    assert dialog() is None
    assert told == []


def test_what_qt_says_goes_to_the_log(handler: CrashHandler, expected_logs: ExpectedLogs) -> None:
    expected_logs("WARNING qt: of a kind")
    qWarning("of a kind")


def test_the_former_hooks_come_back(qtbot: QtBot, told: Told) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handler = CrashHandler(told.append)
    handler.install()
    assert sys.excepthook != before[0]
    handler.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_details_name_causes_but_no_values() -> None:
    try:
        try:
            raise LookupError(_SECRET)
        except LookupError as inner:
            raise UserError("import.unreadable", phone=_SECRET) from inner
    except UserError as error:
        details = details_of(error)
    assert "LookupError" in details
    assert "UserError import.unreadable" in details
    assert _SECRET not in details


def test_the_log_is_written_before_any_dialog(qtbot: QtBot, handler: CrashHandler, told: Told) -> None:
    records: list[logging.LogRecord] = []

    class Recorder(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            assert dialog() is None
            records.append(record)

    recorder = Recorder()
    log = logging.getLogger("rmdesk.ui.crash")
    log.addHandler(recorder)
    log.propagate = False
    try:
        pull(RuntimeError)
        assert len(records) == 1
        wait_for_dialog(qtbot).accept()
    finally:
        log.removeHandler(recorder)
        log.propagate = True
