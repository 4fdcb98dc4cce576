"""What narrows a worklist or the calendar: whose customers, which kinds, which tiers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from rmdesk import care_labels
from rmdesk.models import Role
from rmdesk.services import care, customers, tiers
from rmdesk.services.care import Kind
from rmdesk.ui.popover import TickMenu, open_menu
from rmdesk.ui.widgets import Button, Combo

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class ManagerBox(Combo):
    """For those who see the customers of all managers: whose worklist is shown, at first their own."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Manager"))
        self.add(self.tr("All managers"), None)
        self._uids: dict[int, str] = {}
        with context.store.read() as session:
            for one in customers.managers(session):
                self.add(one.name, one.id, avatar=one.name[:1])
                self._uids[one.id] = one.uid
        if Role.RELATIONSHIP_MANAGER in context.actor.roles:
            self.choose(context.actor.staff_id)
        self.activated.connect(lambda _place: self.changed.emit())

    @property
    def manager_id(self) -> int | None:
        found = self.currentData()
        return found if isinstance(found, int) else None

    @property
    def manager_uid(self) -> str | None:
        return self._uids.get(self.manager_id or 0)

    def restore(self, manager_id: object) -> None:
        """Choose the manager that `manager_id` gave once, if there is one still."""
        if isinstance(manager_id, int):
            self.choose(manager_id)

    def choose_all(self) -> None:
        self.setCurrentIndex(0)


class FilterButton(Button):
    """A menu of kinds and tiers; nothing checked means all. `offered`: the kinds there are to choose from."""

    changed = Signal()

    def __init__(
        self, context: Context, *, offered: Sequence[Kind] = care.COMPUTED, parent: QWidget | None = None
    ) -> None:
        super().__init__("", icon="list-filter", parent=parent)
        self._context = context
        self._offered = offered
        self._kinds: set[Kind] = set()
        self._tiers: set[int] = set()
        self.clicked.connect(self.open_menu)
        self._show()

    @property
    def kinds(self) -> frozenset[Kind] | None:
        return frozenset(self._kinds) or None

    @property
    def tiers(self) -> frozenset[int] | None:
        return frozenset(self._tiers) or None

    @property
    def is_active(self) -> bool:
        return bool(self._kinds or self._tiers)

    def stored(self) -> dict[str, Any]:
        """What is chosen, as JSON values."""
        return {"kinds": sorted(self._kinds), "tiers": sorted(self._tiers)}

    def restore(self, kept: dict[str, Any]) -> None:
        """Choose what `stored` gave, as far as there is such a thing."""
        kinds, tiers = kept.get("kinds"), kept.get("tiers")
        known = set(self._offered)
        self._kinds = {Kind(one) for one in kinds if one in known} if isinstance(kinds, list) else set()
        self._tiers = {one for one in tiers if isinstance(one, int)} if isinstance(tiers, list) else set()
        self._show()

    def clear(self) -> None:
        self._kinds, self._tiers = set(), set()
        self._show()

    def open_menu(self) -> QMenu:
        menu = TickMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind in self._offered:
            self._add(menu, care_labels.kind(kind), kind, self._kinds)
        menu.addSeparator()
        with self._context.store.read() as session:
            ladder = [(one.name, one.id) for one in tiers.list_tiers(session)]
        for name, id in reversed(ladder):
            self._add(menu, name, id, self._tiers)
        menu.addSeparator()
        every = menu.addAction(self.tr("Show all"), self._take_all)
        every.setEnabled(self.is_active)
        for action in menu.actions():
            action.toggled.connect(lambda _on: every.setEnabled(self.is_active))
        open_menu(menu, self.mapToGlobal(QPoint(0, self.height() + 2)))
        return menu

    def _add(self, menu: QMenu, words: str, value: object, chosen: set[Any]) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value in chosen)
        action.toggled.connect(lambda on: self._choose(value, on, chosen))

    def _choose(self, value: object, on: bool, chosen: set[Any]) -> None:
        if on:
            chosen.add(value)
        else:
            chosen.discard(value)
        self._show()
        self.changed.emit()

    def _take_all(self) -> None:
        self.clear()
        self.changed.emit()

    def _show(self) -> None:
        count = len(self._kinds) + len(self._tiers)
        self.setText(self.tr("Filter: {count}").format(count=count) if count else self.tr("Filter"))
