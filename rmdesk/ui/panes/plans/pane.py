"""The pane of plans: its head, and one of its parts below."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from rmdesk.ui.context import Context
from rmdesk.ui.pane import Pane
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.panes.plans.parts import PARTS, PartSpec
from rmdesk.ui.widgets import PaneHead, Segments


class PlansPane(Pane):
    """Parts are made when they are first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.specs: dict[str, PartSpec] = {one.id: one for one in PARTS if one.allowed(context.actor)}
        self.parts: dict[str, Part] = {}
        self._states: dict[str, Any] = {}
        self._kept: dict[str, Any] = {}  # half-written before a lock, until the part is made
        self._current = ""
        self.head = PaneHead(self.tr("Plans"))
        self.which = Segments([(one.id, one.label) for one in self.specs.values()], name=self.tr("Part"))
        if len(self.specs) < 2:
            self.which.hide()
        self.which.chosen.connect(self.show_part)
        self.head.add_left(self.which)
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        if len(self.specs) > 1:
            for spec in self.specs.values():
                words = self.tr("Plans: {part}").format(part=spec.label)
                self.add_command(f"plans {spec.id}", words, partial(self.show_part, spec.id), icon=spec.icon)

    def part(self, part_id: str) -> Part:
        """A part, made now if it was not shown before."""
        made = self.parts.get(part_id)
        if made is None:
            made = self.parts[part_id] = self.specs[part_id].factory(self.context)
            made.customer_wanted.connect(self.customer_wanted)
            made.segment_wanted.connect(self.segment_wanted)
            made.place_wanted.connect(self.place_wanted)
            made.meta_changed.connect(partial(self._on_meta, part_id))
            for widget in made.head:
                widget.setParent(self.head)
                widget.hide()
                self.head.add_right(widget)
            made.restore_state(self._states.get(part_id) or {})
            made.retype(self._kept.pop(part_id, None) or {})
            self._stack.addWidget(made)
        return made

    def show_part(self, part_id: str) -> Part:
        shown = self.part(part_id)
        self.which.choose(part_id)
        if part_id != self._current:
            before = self.parts.get(self._current)
            if before is not None:
                for widget in before.head:
                    widget.hide()
                for action in before.actions():
                    self.removeAction(action)
            self._current = part_id
            self.head.set_meta("")
            self._stack.setCurrentWidget(shown)
            for widget in shown.head:
                widget.show()
            self.addActions(shown.actions())
            shown.reload()
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        return shown

    def show_place(self, place: Mapping[str, Any]) -> None:
        """`part`: the id of one, `uid`: of a row in it."""
        if place.get("part") in self.specs:
            shown = self.show_part(place["part"])
            if place.get("uid"):
                shown.go_to(place["uid"])

    @property
    def current(self) -> Part | None:
        return self.parts.get(self._current)

    def _on_meta(self, part_id: str, words: str) -> None:
        if part_id == self._current:
            self.head.set_meta(words)

    def _first(self) -> str:
        return next(iter(self.specs), "")

    def reload(self) -> None:
        if self.current is not None:
            self.current.reload()

    def setFocus(self) -> None:  # type: ignore[override]  # noqa: N802 - Qt's name
        """The pane is shown: its part, made now if this is the first time."""
        wanted = self._current or str(self._states.get("part") or "")
        self.show_part(wanted if wanted in self.specs else self._first())

    # --- state -----------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        made = {id: part.save_state() for id, part in self.parts.items()}
        return self._states | made | {"part": self._current or self._states.get("part")}

    def restore_state(self, state: dict[str, Any]) -> None:
        self._states = {
            key: value for key, value in state.items() if isinstance(value, dict if key != "part" else str)
        }

    def typed(self) -> dict[str, Any]:
        made = {id: typed for id, part in self.parts.items() if (typed := part.typed())}
        return self._kept | made

    def retype(self, kept: dict[str, Any]) -> None:
        for id, typed in kept.items():
            if id in self.parts:
                self.parts[id].retype(typed)
            elif id in self.specs:
                self._kept[id] = typed
