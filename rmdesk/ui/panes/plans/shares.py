"""A target split to managers: each one's part, what was reached of it, and the rest that nobody has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from rmdesk import goal_labels, labels
from rmdesk.models import Measure
from rmdesk.services.errors import UserError
from rmdesk.services.goals import EVENLY, LAST_RESULT, PORTFOLIO, Share, Target
from rmdesk.ui.dialogs.edit_target import read_number, write_number
from rmdesk.ui.messages import beside_field
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import (
    Button,
    EmptyState,
    Ground,
    Label,
    LineField,
    NoticeBar,
    ProgressLine,
    Tag,
    Variant,
)

_PART_WIDTH = 116


@dataclass(eq=False)
class Row:
    share: Share
    part: LineField
    actual: Label
    bar: ProgressLine


class Shares(Ground):
    """`save_wanted` carries the parts by uid of the manager, `split_wanted` how they are to be proposed,
    `actual_wanted` what was reached by a measure of the branch's own.
    """

    changed = Signal()
    save_wanted = Signal(object)
    split_wanted = Signal(str)
    actual_wanted = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__("surface", parent=parent)
        self.target: Target | None = None
        self.rows: list[Row] = []
        self._may_edit = False
        self.title = Label("", style=TYPE.section, wrap=True)
        self.facts = Label("", style=TYPE.secondary, ink="secondary", wrap=True)
        self.note = NoticeBar("", tone="caution")
        self.trouble = NoticeBar("", tone="warning")
        self.rest = Label("", tabular=True)
        self.actual = LineField(name=labels.field("goal_target", "actual"))
        self.actual_button = Button(self.tr("Enter the result"))
        self.save_button = Button(self.tr("Save the split"), variant=Variant.OUTLINED, key="Ctrl+S")
        self.ways = {
            EVENLY: Button(self.tr("Evenly")),
            PORTFOLIO: Button(self.tr("By portfolio")),
            LAST_RESULT: Button(self.tr("By last result")),
        }
        self.nothing = EmptyState(self.tr("Choose a target in the list."), icon="users-round")
        self._build_layout()
        self.save_button.clicked.connect(self.save)
        self.actual_button.clicked.connect(self._on_actual)
        for how, button in self.ways.items():
            button.clicked.connect(partial(self.split_wanted.emit, how))
        self.show_target(None, may_edit=False)

    def _build_layout(self) -> None:
        own = QHBoxLayout()
        own.setSpacing(SPACE.small)
        own.addWidget(self.actual, 1)
        own.addWidget(self.actual_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(SPACE.medium)
        self._grid.setVerticalSpacing(SPACE.small)
        self._grid.setColumnStretch(0, 1)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, SPACE.small, 0)
        inner.addLayout(self._grid)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        split = QHBoxLayout()
        split.setSpacing(SPACE.small)
        self._split_words = Label(self.tr("Split"), style=TYPE.secondary, ink="secondary")
        split.addWidget(self._split_words)
        for button in self.ways.values():
            split.addWidget(button)
        split.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.rest)
        foot.addStretch(1)
        foot.addWidget(self.save_button)
        self._filled = QWidget()
        column = QVBoxLayout(self._filled)
        column.setContentsMargins(SPACE.pane, SPACE.medium, SPACE.pane, SPACE.medium)
        column.setSpacing(SPACE.medium)
        column.addWidget(self.title)
        column.addWidget(self.facts)
        column.addLayout(own)
        column.addWidget(self.note)
        column.addLayout(split)
        column.addWidget(area, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._filled)
        whole.addWidget(self.nothing)

    # --- what it shows -----------------------------------------------------------------------------

    def show_target(
        self, target: Target | None, *, may_edit: bool, typed: dict[str, str] | None = None
    ) -> None:
        """Show a target's parts, or what was typed of them and is not saved."""
        again = self.target is not None and target is not None and target.uid == self.target.uid
        focused = [one.share.staff_uid for one in self.rows if one.part.hasFocus()] if again else []
        self.target, self._may_edit = target, may_edit
        self._filled.setVisible(target is not None)
        self.nothing.setVisible(target is None)
        self.trouble.hide()
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.rows = []
        if target is None:
            return
        self.title.setText(goal_labels.measure(target))
        self.facts.setText(self._facts(target))
        is_own = target.measure == Measure.OWN and may_edit
        self.actual.setVisible(is_own)
        self.actual_button.setVisible(is_own)
        self.actual.setText(write_number(target.actual, is_money=False))
        titles = (labels.field("goal_share", "staff_id"), self.tr("Part"), self.tr("Reached so far"))
        for place, words in enumerate(titles):
            head = Label(words, style=TYPE.secondary, ink="secondary")
            side = Qt.AlignmentFlag.AlignLeft if place == 0 else Qt.AlignmentFlag.AlignRight
            self._grid.addWidget(head, 0, place, side)
        for line, share in enumerate(target.shares, 1):
            self._add_row(line, share, None if typed is None else typed.get(share.staff_uid))
        for widget in (*self.ways.values(), self._split_words, self.save_button):
            widget.setVisible(may_edit)
        gone = [one.name for one in target.shares if one.is_gone]
        self.note.set_text(
            self.tr("{names} left and still has a part. Give it to others.").format(names=labels.listed(gone))
        )
        self.note.setVisible(bool(gone) and may_edit)
        for row in self.rows:
            if row.share.staff_uid in focused:
                row.part.setFocus(Qt.FocusReason.OtherFocusReason)
                row.part.end(False)
        self._show_rest()

    def _facts(self, target: Target) -> str:
        def told(value: int | None) -> str:
            return "–" if value is None else goal_labels.number(value, is_money=target.is_money)

        words = self.tr("Target {target}, reached {actual}")
        found = [words.format(target=told(target.target), actual=told(target.actual))]
        if target.baseline is not None:
            found.append(self.tr("{before} before the period").format(before=told(target.baseline)))
        if target.months is not None:
            words = self.tr("the months add up to {months}").format(months=told(target.months))
            found.append(words)
        return labels.listed(found)

    def _add_row(self, line: int, share: Share, typed: str | None) -> None:
        target = self.target
        assert target is not None
        name = share.name or self.tr("the others")
        self._grid.addWidget(Tag(name, tone="warning") if share.is_gone else Label(name), line * 2 - 1, 0)
        part = LineField(name=self.tr("Part of {name}").format(name=name))
        part.setText(write_number(share.amount, is_money=target.is_money) if typed is None else typed)
        part.setFixedWidth(_PART_WIDTH)
        part.setAlignment(Qt.AlignmentFlag.AlignRight)
        part.setEnabled(self._may_edit and bool(share.staff_uid))
        actual = Label(
            "–" if share.actual is None else goal_labels.number(share.actual, is_money=target.is_money),
            tabular=True,
        )
        bar = ProgressLine(name=self.tr("Progress of {name}").format(name=name))
        bar.set_share(min(1.0, (share.actual or 0) / share.amount) if share.amount else 0.0)
        bar.setVisible(bool(share.amount) and share.actual is not None)
        self._grid.addWidget(part, line * 2 - 1, 1)
        self._grid.addWidget(actual, line * 2 - 1, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(bar, line * 2, 0, 1, 3)
        row = Row(share, part, actual, bar)
        self.rows.append(row)
        part.textEdited.connect(lambda _text, row=row: self._on_edited(row))

    def _show_rest(self) -> None:
        """What nobody has, as it would be if what is typed were saved."""
        target = self.target
        if target is None:
            return
        parts = self._read(tell=False)
        self.save_button.setEnabled(self._may_edit and self.is_changed)
        if parts is None:
            self.rest.setText("")
            return
        rest = target.target - sum(parts.values())
        hidden = sum(one.share.amount or 0 for one in self.rows if not one.share.staff_uid)
        rest -= hidden
        told = goal_labels.number(abs(rest), is_money=target.is_money)
        if rest > 0:
            self.rest.setText(self.tr("{rest} not split yet").format(rest=told))
        elif rest < 0:
            self.rest.setText(self.tr("{rest} more than the target").format(rest=told))
        else:
            self.rest.setText(self.tr("adds up to the target"))
        self.rest.set_ink("warning" if rest < 0 else "caution" if rest > 0 else "good")

    # --- editing -----------------------------------------------------------------------------------

    @property
    def is_changed(self) -> bool:
        """Whether what is typed is not what is kept."""
        parts = self._read(tell=False)
        return parts is None or parts != self.seen()

    def seen(self) -> dict[str, int]:
        """The parts as they are kept, by uid."""
        shares = () if self.target is None else self.target.shares
        return {one.staff_uid: one.amount for one in shares if one.amount is not None and one.staff_uid}

    def typed(self) -> dict[str, str]:
        return {one.share.staff_uid: one.part.text() for one in self.rows if one.share.staff_uid}

    def manager_uids(self) -> list[str]:
        """Those a split may give parts to."""
        return [one.share.staff_uid for one in self.rows if one.share.staff_uid and not one.share.is_gone]

    def propose(self, parts: dict[str, int]) -> None:
        """Put proposed parts into the fields; nothing is kept yet."""
        if self.target is None:
            return
        for row in self.rows:
            if row.share.staff_uid:
                value = parts.get(row.share.staff_uid)
                row.part.setText(write_number(value, is_money=self.target.is_money))
                row.part.set_error("")
        self.trouble.hide()
        self._show_rest()
        self.changed.emit()

    def _on_edited(self, row: Row) -> None:
        row.part.set_error("")
        self.trouble.hide()
        self._show_rest()
        self.changed.emit()

    def _read(self, *, tell: bool) -> dict[str, int] | None:
        """The parts that are entered; None if one cannot be read."""
        found: dict[str, int] = {}
        target = self.target
        for row in self.rows:
            typed = row.part.text().strip()
            if not typed or not row.share.staff_uid or target is None:
                continue
            try:
                amount = read_number(typed, "goal_share.amount", is_money=target.is_money)
                if amount < 0:
                    raise UserError("value.out_of_range", what="goal_share.amount", least=0, most=10**14)
                found[row.share.staff_uid] = amount
            except UserError as error:
                if tell:
                    row.part.set_error(beside_field(error))
                    row.part.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.say(beside_field(error))
                return None
        return found

    def save(self) -> None:
        parts = self._read(tell=True)
        if parts is not None and self.is_changed:
            self.save_wanted.emit(parts)

    def say(self, sentence: str) -> None:
        self.trouble.set_text(sentence)
        self.trouble.show()

    def _on_actual(self) -> None:
        typed: Any = self.actual.text().strip()
        try:
            value = read_number(typed, "goal_target.actual", is_money=False) if typed else None
        except UserError as error:
            self.actual.set_error(beside_field(error))
            self.say(beside_field(error))
            return
        self.actual.set_error("")
        self.actual_wanted.emit(value)
