"""The row under the head: the conditions in force as chips, the way to add one, totals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from rmdesk.services.archive import TRAITS, Condition, Kind
from rmdesk.services.errors import UserError
from rmdesk.ui.panes.customers import traits
from rmdesk.ui.panes.customers.condition_editors import NOTHING
from rmdesk.ui.popover import Popover, open_menu
from rmdesk.ui.tokens import SIZE, SPACE
from rmdesk.ui.widgets import Chip, Flow, Ground

if TYPE_CHECKING:
    from rmdesk.ui.context import Context
    from rmdesk.ui.panes.customers.condition_editors import ConditionEditor

_LONGEST = 36  # characters of a chip; the rest is in its tooltip


class ConditionPopover(Popover):
    """Edits what a condition asks for."""

    def __init__(self, title: str, editor: ConditionEditor, *, verb: str, parent: QWidget) -> None:
        super().__init__(title, verb=verb, parent=parent)
        self.editor = editor
        self.value: Any = None
        editor.resized.connect(self.adjustSize)
        self.body.addWidget(editor)
        editor.setFocus(Qt.FocusReason.PopupFocusReason)

    def is_right(self) -> bool:
        try:
            self.value = self.editor.read()
        except UserError:
            return False
        return True


class FilterRow(Ground):
    """`changed` says that `conditions` are others now."""

    changed = Signal()

    def __init__(self, context: Context, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self._context = context
        self.book = traits.Book(context)
        self._conditions: dict[str, Condition] = {}
        self.chips: dict[str, Chip] = {}
        self.add_chip = Chip(self.tr("Condition"), removable=False, active=False, icon="plus")
        self.add_chip.clicked.connect(self.open_menu)
        self._flow = Flow(line=SIZE.chip + SPACE.small)
        self._flow.insert(0, self.add_chip)
        beside = QWidget()
        beside.setFixedHeight(SIZE.chip + SPACE.small)
        self._right = QHBoxLayout(beside)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(SPACE.medium)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.pane, SPACE.tiny, SPACE.pane, SPACE.tiny)
        row.setSpacing(SPACE.medium)
        row.addWidget(self._flow, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(beside, 0, Qt.AlignmentFlag.AlignTop)

    def add_right(self, widget: QWidget) -> None:
        self._right.addWidget(widget)

    # --- conditions ------------------------------------------------------------------------------

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What every customer in the list satisfies."""
        return tuple(self._conditions.values())

    def stored(self, *, words: bool = True) -> list[dict[str, Any]]:
        """The conditions as values JSON can hold, for `restore`; without `words` none that a person typed."""
        return [
            one.stored()
            for one in self._conditions.values()
            if words or TRAITS[one.trait].kind not in (Kind.TEXT, Kind.TAG)
        ]

    def restore(self, stored: Sequence[Mapping[str, Any]]) -> None:
        """Show these conditions instead, without `changed`; those no longer known are left out."""
        for name in list(self.chips):
            self._drop(name)
        for one in stored:
            condition = Condition.restored(one)
            if condition is not None:
                self._put(condition)

    def reload(self) -> None:
        """Names of people, tiers and tags may be others now."""
        self.book = traits.Book(self._context)
        for name, condition in self._conditions.items():
            self._show(self.chips[name], condition)

    def set(self, condition: Condition) -> None:
        """Put a condition in force, instead of the one on the same trait."""
        self._put(condition)
        self.changed.emit()

    def remove(self, name: str) -> None:
        """Take the condition on a trait away."""
        if name in self._conditions:
            self._drop(name)
            self.add_chip.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit()

    def clear(self) -> None:
        if self._conditions:
            self.restore([])
            self.changed.emit()

    def _put(self, condition: Condition) -> None:
        name = condition.trait
        if name not in self.chips:
            chip = Chip("")
            chip.clicked.connect(partial(self.edit, name))
            chip.removed.connect(partial(self.remove, name))
            self.chips[name] = chip
            self._flow.insert(len(self.chips) - 1, chip)
        self._conditions[name] = condition
        self._show(self.chips[name], condition)

    def _drop(self, name: str) -> None:
        self._conditions.pop(name)
        self._flow.remove(self.chips.pop(name))

    def _show(self, chip: Chip, condition: Condition) -> None:
        words = self.book.words(condition)
        chip.setText(words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…")
        chip.setToolTip(words)
        chip.setAccessibleName(words)
        chip.updateGeometry()

    # --- asking for one --------------------------------------------------------------------------

    def open_menu(self) -> QMenu:
        """Every trait there may be a condition on, by groups."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group, listed in self.book.groups():
            # The first group is what is asked for most: it needs no second step.
            under = menu.addMenu(group) if group else menu
            for trait in listed:
                under.addAction(self.book.title(trait.name), partial(self.edit, trait.name))
            if not group:
                menu.addSeparator()
        if self._conditions:
            menu.addSeparator()
            menu.addAction(self.tr("Remove all conditions"), self.clear)
        open_menu(menu, self.add_chip.mapToGlobal(QPoint(0, self.add_chip.height() + 2)))
        return menu

    def edit(self, name: str) -> ConditionPopover:
        """Open the editor of the condition on a trait, under its chip."""
        editor = self.book.editor(name, self._conditions.get(name))
        popover = ConditionPopover(self.book.title(name), editor, verb=self.tr("Apply"), parent=self)
        popover.accepted.connect(lambda: self._take(name, popover.value))
        popover.open_below(self.chips.get(name, self.add_chip))
        return popover

    def _take(self, name: str, value: Any) -> None:
        if value is NOTHING:
            self.remove(name)
        else:
            self.set(Condition(name, value))
