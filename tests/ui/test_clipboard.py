"""What is copied of customers is kept out of histories and taken back."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from rmdesk.ui import clipboard

WAIT = 60_000  # ms: a limit, not a measure


def test_it_is_taken_back_after_a_while(qtbot: QtBot) -> None:
    there = QGuiApplication.clipboard()
    clipboard.copy("陈静怡", "<b>陈静怡</b>", seconds=0.05)
    assert (there.text(), there.mimeData().html()) == ("陈静怡", "<b>陈静怡</b>")
    formats = there.mimeData().formats()
    assert 'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"' in formats
    assert "x-kde-passwordManagerHint" in formats
    qtbot.waitUntil(lambda: there.text() == "", timeout=WAIT)


def test_what_was_copied_since_stays(qtbot: QtBot) -> None:
    there = QGuiApplication.clipboard()
    clipboard.copy("first", seconds=0.05)
    clipboard.copy("second", seconds=0.4)
    qtbot.wait(150)
    assert there.text() == "second"
    there.setText("of another program")
    qtbot.wait(400)
    assert there.text() == "of another program"
