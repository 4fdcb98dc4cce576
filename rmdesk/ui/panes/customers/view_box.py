"""Saved views: which conditions, columns and order a list had, under a name, one's own or everybody's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk.services import roles, views
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission
from rmdesk.services.views import View
from rmdesk.ui import ask, icons
from rmdesk.ui.name_popover import NamePopover
from rmdesk.ui.popover import open_menu
from rmdesk.ui.widgets import Button

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_SHOWN_MOST = 18  # characters of a name on the button


class ViewBox(Button):
    """The button with the name of the view in use, and the menu of all of them.

    `chosen` carries the definition of a view, None for that of the program. What a view consists of is
    asked of `define`.
    """

    chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        pane: str,
        all_words: str,
        define: Callable[[], Mapping[str, object]],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(all_words, icon="bookmark", menu_mark=True, parent=parent)
        self._context, self._pane, self._all, self._define = context, pane, all_words, define
        self._views: list[View] = []
        self._current: str | None = None
        self._may_share = bool(roles.allowed(context.actor, Permission.SET_RULES))
        self.clicked.connect(self.open_menu)
        self.load()
        context.bus.watch(self, ("saved_view",), self.load)

    @property
    def current(self) -> View | None:
        """The view in use, None for all customers as the program shows them."""
        return next((one for one in self._views if one.uid == self._current), None)

    @property
    def views(self) -> tuple[View, ...]:
        return tuple(self._views)

    def load(self) -> None:
        with self._context.store.read() as session:
            self._views = views.list_views(session, self._pane)
        self._show_name()

    def choose(self, uid: str | None) -> None:
        """Use a view; an unknown one means none."""
        self._current = uid if any(one.uid == uid for one in self._views) else None
        self._show_name()
        view = self.current
        self.chosen.emit(None if view is None else view.definition)

    def choose_first(self) -> None:
        """Use the view that this person wants to begin with."""
        self.choose(self._context.config.remembered(self._first_key))

    @property
    def has_first(self) -> bool:
        """Whether this person chose a view to begin with."""
        return self._context.config.remembered(self._first_key) is not None

    @property
    def _first_key(self) -> str:
        return f"{self._pane}.first_view.{self._context.actor.staff_uid}"

    def _show_name(self) -> None:
        name = self._all if self.current is None else self.current.name
        shown = name if len(name) <= _SHOWN_MOST else name[: _SHOWN_MOST - 1] + "…"
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self.tr("View: {name}").format(name=name))
        self.setAccessibleName(self.tr("View: {name}").format(name=name))
        self.updateGeometry()

    # --- the menu --------------------------------------------------------------------------------

    def open_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._add_view(menu, None, self._all)
        for shared, title in ((False, self.tr("My views")), (True, self.tr("Views of the branch"))):
            listed = [one for one in self._views if one.shared is shared]
            if listed:
                menu.addSection(title)
            for one in listed:
                self._add_view(menu, one.uid, one.name)
        menu.addSeparator()
        view = self.current
        may_edit = view is not None and (not view.shared or self._may_share)
        if view is not None and may_edit:
            keep = menu.addAction(self.tr("Save the changes to this view"), self.save)
            keep.setEnabled(self.is_changed)
        menu.addAction(icons.icon("plus"), self.tr("Save as a view…"), self.save_as)
        if view is not None and may_edit:
            menu.addAction(self.tr("Rename…"), self.rename)
            menu.addAction(self.tr("Delete this view"), self.remove)
        first = menu.addAction(self.tr("Begin with this view"))
        first.setCheckable(True)
        first.setChecked(self._context.config.remembered(self._first_key) == self._current)
        first.toggled.connect(self._begin_with)
        open_menu(menu, self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu

    def _add_view(self, menu: QMenu, uid: str | None, name: str) -> None:
        action = menu.addAction(name.replace("&", "&&"), partial(self.choose, uid))
        action.setCheckable(True)
        action.setChecked(uid == self._current)

    @property
    def is_changed(self) -> bool:
        """Whether the list is not as the view in use says."""
        return self.current is not None and dict(self._define()) != self.current.definition

    def _begin_with(self, on: bool) -> None:
        self._context.config.remember(self._first_key, self._current if on else None)

    # --- keeping ---------------------------------------------------------------------------------

    def save_as(self) -> NamePopover:
        """Ask for a name and keep what is shown under it."""
        popover = self._ask_name(self.tr("Save as a view"), "", self.tr("Save"), may_share=self._may_share)
        popover.accepted.connect(lambda: self._save_new(popover.name.text(), popover.shared.isChecked()))
        popover.open_below(self)
        return popover

    def _ask_name(self, title: str, name: str, verb: str, *, may_share: bool = False) -> NamePopover:
        return NamePopover(
            title,
            name,
            what="saved_view.name",
            longest=views.NAME_LONGEST,
            verb=verb,
            may_share=may_share,
            parent=self,
        )

    def _save_new(self, name: str, shared: bool) -> None:
        definition, pane = dict(self._define()), self._pane

        def save(session: Session, _progress: Progress) -> str:
            return views.save_view(session, pane, name, definition, shared=shared).uid

        self._write(self.tr("Saving a view"), save)

    def save(self) -> None:
        """Keep what is shown in the view in use."""
        self._change(definition=dict(self._define()))

    def rename(self) -> NamePopover | None:
        view = self.current
        if view is None:
            return None
        popover = self._ask_name(self.tr("Rename the view"), view.name, self.tr("Rename"))
        popover.accepted.connect(lambda: self._change(name=popover.name.text()))
        popover.open_below(self)
        return popover

    def _change(self, **changed: Any) -> None:
        view = self.current
        if view is None:
            return

        def change(session: Session, _progress: Progress) -> str:
            views.change_view(session, view.uid, version=view.version, **changed)
            return view.uid

        self._write(self.tr("Saving a view"), change)

    def remove(self) -> None:
        """Delete the view in use; what it showed stays shown."""
        view = self.current
        if view is None:
            return

        def remove(session: Session, _progress: Progress) -> None:
            views.remove_view(session, view.uid, version=view.version)

        self._write(self.tr("Deleting a view"), remove)

    def _write(self, title: str, work: Callable[[Session, Progress], str | None]) -> None:
        self._context.jobs.write(title, work, done=self._on_written, failed=self._on_failed)

    def _on_written(self, uid: str | None) -> None:
        self._current = uid
        self.load()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            ask.tell_error(self.window(), error)
            self.load()
