"""What was written at the end of a plan or an activity, to be read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Label, Section

FIELDS = ("reached", "why", "lessons", "next_steps")


def told_evaluation(title: str, told: Any, field: Callable[[str], str], fact: str = "") -> QWidget:
    """Under its title each text that was written, headed as `field` says; `fact` stands over them."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE.small)
    column.addWidget(Section(title))
    if fact:
        column.addWidget(Label(fact, tabular=True))
    for name in FIELDS:
        value = getattr(told, name)
        if value:
            column.addWidget(Label(field(name), style=TYPE.secondary, ink="secondary"))
            column.addWidget(Label(value, wrap=True, selectable=True))
    return holder
