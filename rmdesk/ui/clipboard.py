"""Copies of customer data: kept out of clipboard histories and monitors, and taken back after a while."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication

KEPT_SECONDS = 30

# What Windows and clipboard managers go by. A DWORD of 0 says no; of the first the mere presence counts.
_KEEP_OUT = (
    "ExcludeClipboardContentFromMonitorProcessing",
    "CanIncludeInClipboardHistory",
    "CanUploadToCloudClipboard",
)
_OF_LINUX = "x-kde-passwordManagerHint"


def copy(text: str, html: str = "", *, seconds: float = KEPT_SECONDS) -> None:
    """Put `text` on the clipboard, as a table too where there is `html`, for some seconds.

    What somebody else put there meanwhile stays.
    """
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    for name in _KEEP_OUT:
        data.setData(f'application/x-qt-windows-mime;value="{name}"', bytes(4))
    data.setData(_OF_LINUX, b"secret")
    clipboard = QGuiApplication.clipboard()
    clipboard.setMimeData(data)
    timer = QTimer(clipboard, singleShot=True, interval=round(seconds * 1000))

    def take_back() -> None:
        timer.deleteLater()
        if clipboard.text() == text:
            clipboard.clear()

    timer.timeout.connect(take_back)
    timer.start()
