"""A main window with panes and pages of the tests' own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from rmdesk.services.roles import Permission
from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes import PaneSpec
from rmdesk.ui.settings import PageSpec
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.window import MainWindow

MakeWindow = Callable[..., MainWindow]


class Notes(Pane):
    """A pane with one command, a field, and a place to come back to."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.made_new = 0
        self.reloads = 0
        self.place = 0
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.setFocusProxy(self.field)
        self.add_command("new note", "New note…", self._on_new, key="Ctrl+N", icon="plus")

    def _on_new(self) -> None:
        self.made_new += 1

    def reload(self) -> None:
        self.reloads += 1

    def save_state(self) -> dict[str, Any]:
        return {"place": self.place}

    def restore_state(self, state: dict[str, Any]) -> None:
        self.place = state.get("place", 0)


class Names(SettingsPage):
    """A settings page with one field that must not be empty."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.kept: list[str] = []
        self.in_force = "in force"

    def load(self) -> None:
        self.field.setText(self.in_force)

    def check(self) -> bool:
        return bool(self.field.text())

    def save(self) -> None:
        self.in_force = self.field.text()
        self.kept.append(self.in_force)

    @property
    def is_changed(self) -> bool:
        return self.field.text() != self.in_force


SPECS = (
    PaneSpec("notes", "Notes", "notebook-pen", Permission.MANAGE_STAFF, Notes, ("biji", "bj")),
    PaneSpec("audit", "Trail", "scroll-text", Permission.READ_AUDIT, Notes),
)
PAGES = (
    PageSpec("names", "Names", "users", Names, keywords=("mingzi",)),
    PageSpec("rules", "Rules", "scale", Names, Permission.SET_RULES),
    PageSpec("technical", "Technical", "settings", Names, Permission.SET_TECHNICAL),
)


@pytest.fixture
def make_window(qtbot: QtBot, context: Context) -> MakeWindow:
    def make(**options: Any) -> MainWindow:
        window = MainWindow(options.pop("context", context), **{"panes": SPECS, "pages": PAGES, **options})
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return make
