"""What the frame itself offers: its actions with their keys, the menus, and their place in the palette."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction

from rmdesk.ui import lock_watch
from rmdesk.ui.pane import command

if TYPE_CHECKING:
    from rmdesk.ui.panes import PaneSpec
    from rmdesk.ui.settings import PageSpec
    from rmdesk.ui.window import MainWindow

_PANE_KEYS = 9


def pane_key(place: int) -> str:
    """The key of the pane at this place of the rail, counted from 0."""
    return f"Ctrl+{place + 1}" if place < _PANE_KEYS else ""


class FrameCommands(QObject):
    """The actions of one window; those of the pane shown are listed before them."""

    def __init__(self, window: MainWindow, panes: Sequence[PaneSpec], pages: Sequence[PageSpec]) -> None:
        super().__init__(window)
        self._window = window
        self._panes = [
            self._action(
                spec.title,
                spec.label,
                partial(window.show_pane, spec.id),
                key=pane_key(place),
                icon=spec.icon,
                keywords=spec.keywords,
            )
            for place, spec in enumerate(panes)
        ]
        self._settings = self._action(
            "settings", self.tr("Settings"), window.show_settings, key="Ctrl+,", icon="settings"
        )
        self._pages = [
            self._action(
                page.title,
                page.label,
                partial(window.show_settings, page.id),
                icon=page.icon,
                keywords=page.keywords,
            )
            for page in pages
            if page.allowed(window.context.actor)
        ]
        undo = window.undo_stack
        self.undo = self._action("undo", self.tr("Undo"), undo.undo, key="Ctrl+Z", icon="undo-2")
        self.redo = self._action("redo do again", self.tr("Redo"), undo.redo, key="Ctrl+Y", icon="redo-2")
        self._reload = self._action("reload", self.tr("Reload"), window.reload, key="F5", icon="refresh-cw")
        self._palette = self._action(
            "find a command", self.tr("Find a command…"), window.open_palette, key="Ctrl+K", icon="search"
        )
        self.lock = self._action("lock", self.tr("Lock"), window.lock, key="Ctrl+L", icon="lock")
        lock_watch.LockKey(self.lock, window)
        self._manual = self._action(
            "manual help", self.tr("Manual"), window.show_manual, key="F1", icon="circle-help"
        )
        self._papers = [
            self._action(
                "print quick card keys",
                self.tr("Print the quick card…"),
                partial(window.print_manual, "card"),
                icon="printer",
            ),
            self._action(
                "print manual pdf",
                self.tr("Print the manual…"),
                partial(window.print_manual, "manual"),
                icon="printer",
            ),
        ]
        self._about = self._action(
            "about versions licences", self.tr("About rmdesk"), window.show_about, icon="info"
        )
        self._close = self._action("close quit", self.tr("Close"), window.close, icon="x")
        undo.changed.connect(self._on_undo_changed)
        self._on_undo_changed()
        self._build_menus()

    def offered(self) -> Iterator[tuple[str, QAction]]:
        """What the palette lists, with the word for where it belongs."""
        for action in self._of_shown():
            yield self.tr("Here"), action
        for action in self._panes:
            yield self.tr("Go to"), action
        for action in self._pages:
            yield self.tr("Settings"), action
        for action in (
            self.undo,
            self.redo,
            self._reload,
            self._settings,
            self.lock,
            self._manual,
            *self._papers,
            self._about,
            self._close,
        ):
            yield "", action

    def of_person(self) -> list[QAction]:
        """What stands under the name of who is signed in."""
        account = [action for action in self._pages if action.objectName() == "My account"]
        return [*account, self.lock, self._manual, *self._papers, self._about, self._close]

    def toggle_menus(self) -> None:
        """Show the menu bar, or hide it again: Alt alone."""
        bar = self._window.menuBar()
        bar.setVisible(bar.isHidden())
        if bar.isVisible():
            bar.setFocus(Qt.FocusReason.MenuBarFocusReason)
            bar.setActiveAction(bar.actions()[0])

    def _action(
        self,
        name: str,
        text: str,
        run: Callable[[], object],
        *,
        key: str = "",
        icon: str | None = None,
        keywords: tuple[str, ...] = (),
    ) -> QAction:
        action = command(self._window, name, text, run, key=key, icon=icon)
        action.setProperty("keywords", keywords)
        return action

    def _build_menus(self) -> None:
        bar = self._window.menuBar()
        bar.setNativeMenuBar(False)
        program = bar.addMenu("&rmdesk")
        program.addActions([self._settings, *self._pages])
        program.addSeparator()
        program.addActions([self.lock, self._close])
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        go = bar.addMenu(self.tr("&Go"))
        go.addActions([*self._panes, self._palette, self._reload])
        self._here = bar.addMenu(self.tr("He&re"))
        self._here.aboutToShow.connect(self._fill_here)
        about = bar.addMenu(self.tr("&Help"))
        about.addActions([self._manual, *self._papers, self._about])
        bar.hide()

    def _of_shown(self) -> list[QAction]:
        shown = self._window.stack.currentWidget()
        return shown.actions() if shown is not None else []

    @Slot()
    def _fill_here(self) -> None:
        self._here.clear()
        actions = self._of_shown()
        self._here.addActions(actions)
        if not actions:
            nothing = self._here.addAction(self.tr("Nothing more here"))
            nothing.setEnabled(False)

    @Slot()
    def _on_undo_changed(self) -> None:
        undo = self._window.undo_stack
        self.undo.setEnabled(undo.can_undo)
        self.redo.setEnabled(undo.can_redo)
