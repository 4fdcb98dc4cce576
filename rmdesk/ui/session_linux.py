"""Notices of a Linux desktop about the session's lock and the computer's sleep."""

from __future__ import annotations

import os
from typing import Any

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

_SCREEN_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)


def _slot(signature: str) -> Any:
    return SLOT(signature)  # a str, which `connect` wants too, though PySide's stubs say bytes


class LinuxSession(QObject):
    """Emits `locked` with the reason. Where there is no message bus, idle time alone locks."""

    locked = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Connecting to a bus that is not there would wait and warn.
        if not os.environ.get("DBUS_SESSION_BUS_ADDRESS", "disabled:").startswith("disabled:"):
            bus = QDBusConnection.sessionBus()
            for interface, path in _SCREEN_SAVERS:
                bus.connect("", path, interface, "ActiveChanged", self, _slot("_on_screen_saver(bool)"))
        if os.path.exists("/run/dbus/system_bus_socket"):
            bus = QDBusConnection.systemBus()
            login = "org.freedesktop.login1"
            bus.connect(login, "", f"{login}.Session", "Lock", self, _slot("_on_lock()"))
            bus.connect(login, "", f"{login}.Manager", "PrepareForSleep", self, _slot("_on_sleep(bool)"))

    def stop(self) -> None:
        """Nothing to undo: the bus forgets a receiver that is gone."""
        self.blockSignals(True)

    @Slot(bool)
    def _on_screen_saver(self, active: bool) -> None:
        if active:
            self.locked.emit("session")

    @Slot()
    def _on_lock(self) -> None:
        self.locked.emit("session")

    @Slot(bool)
    def _on_sleep(self, going: bool) -> None:
        if going:
            self.locked.emit("sleep")
