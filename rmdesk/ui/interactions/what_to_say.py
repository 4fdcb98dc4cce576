"""What to say to a customer: an opening line; below it what to ask, to answer, and never to promise."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import script_labels
from rmdesk.models import ScriptPart
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Button, Label, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.care import Touchpoint
    from rmdesk.services.scripts import WhatToSay
    from rmdesk.ui.context import Context
    from rmdesk.ui.jobs import Job

_WITHIN = 0.03  # seconds a quick answer is waited for
_FOLDED = "scripts.folded"


class WhatToSayBox(QWidget):
    """`follow` fills it; it hides itself where there is nothing to say. Whether it is folded stays.

    `whole`: it stands in a section of its own, which has the title, and nothing is folded.
    """

    shown = Signal()

    def __init__(self, context: Context, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = whole
        self._context = context
        self._job: Job | None = None
        self._asked: object = None
        self.said: WhatToSay | None = None
        self._place = 0
        self.title = Label(self.tr("What to say"), style=TYPE.secondary, ink="secondary")
        self.title.setVisible(not whole)
        self.another_button = Button(
            self.tr("Another opening"), icon="refresh-cw", variant=Variant.LINK, height=20
        )
        self.another_button.clicked.connect(self.another)
        self.more_button = Button("", variant=Variant.LINK, height=20)
        self.more_button.clicked.connect(self.toggle)
        self.opening = Label("", wrap=True, selectable=True)
        self._parts: dict[str, tuple[Label, Label]] = {}
        head = QHBoxLayout()
        head.setSpacing(SPACE.small)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.another_button)
        head.addWidget(self.more_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE.pane, SPACE.small, SPACE.pane, 0)
        column.setSpacing(SPACE.tiny)
        column.addLayout(head)
        column.addWidget(self.opening)
        for part in (ScriptPart.QUESTION, ScriptPart.OBJECTION, ScriptPart.NEVER):
            name = Label(script_labels.part(part), style=TYPE.secondary, ink="secondary")
            words = Label("", wrap=True, selectable=True)
            column.addWidget(name)
            column.addWidget(words)
            self._parts[part.value] = (name, words)
        self.hide()

    @property
    def is_busy(self) -> bool:
        return self._job is not None and not self._job.is_over

    @property
    def is_folded(self) -> bool:
        return not self._whole and self._context.config.remembered(_FOLDED, True) is True

    def words_of(self, part: str) -> str:
        """What is shown of questions, objections or warnings; "" while it is folded away."""
        name, words = self._parts[part]
        return "" if name.isHidden() else words.text()

    def follow(self, customer_uid: str | None, touchpoint: Touchpoint | None, today: date) -> None:
        """Show what to say to this customer because of a (filled) touchpoint, or of none."""
        asked = None if customer_uid is None else (customer_uid, touchpoint and touchpoint.key)
        self._ask_about(asked)
        if customer_uid is None:
            self._read(None)
            return
        from rmdesk.services import scripts  # nobody is due today: nothing is to be said

        self._read(lambda session: scripts.propose(session, customer_uid, today, touchpoint=touchpoint))

    def follow_next(self, customer_uid: str, today: date) -> None:
        """The same because of whatever is due next for this customer."""
        from rmdesk.services import scripts

        self._ask_about(customer_uid)
        self._read(lambda session: scripts.propose_next(session, customer_uid, today))

    def _ask_about(self, asked: object) -> None:
        """Another line or customer: what was said to the former one is not shown for it."""
        if asked != self._asked:
            self._asked, self._place, self.said = asked, 0, None
            self._refresh()

    def _read(self, ask: Callable[[Session], WhatToSay] | None) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if ask is None:
            self.hide()
            return
        self._job = self._context.jobs.read(
            ask,
            done=self._show,
            failed=lambda _error: self.hide(),  # they went away meanwhile: the list is read anew
            within=_WITHIN,
        )

    def another(self) -> None:
        """Show the next opening line that fits."""
        self._place += 1
        self._refresh()

    def toggle(self) -> None:
        """Fold the questions, answers and warnings away, or show them."""
        self._context.config.remember(_FOLDED, not self.is_folded)
        self._refresh()

    def _show(self, said: WhatToSay) -> None:
        self.said = said
        self._refresh()
        self.setVisible(bool(said))
        if said:
            self.shown.emit()

    def _refresh(self) -> None:
        said, folded = self.said, self.is_folded
        lines = () if said is None else said.openings
        self.opening.setText(lines[self._place % len(lines)] if lines else "")
        self.opening.setVisible(bool(lines))
        self.another_button.setVisible(len(lines) > 1)
        self.more_button.setText(self.tr("More") if folded else self.tr("Less"))
        self.more_button.setToolTip(
            self.tr("Questions, answers to objections, and what is never to be promised")
        )
        texts = dict.fromkeys(self._parts, "") if said is None else _texts(said)
        for part, (name, words) in self._parts.items():
            words.setText(texts[part])
            for widget in (name, words):
                widget.setVisible(bool(texts[part]) and not folded)
        self.more_button.setVisible(any(texts.values()) and not self._whole)


def _texts(said: WhatToSay) -> dict[str, str]:
    """What stands below the opening line, by part."""
    answers = [f"{script_labels.quoted(one.cue)}\n{one.text}" for one in said.objections]
    return {
        ScriptPart.QUESTION.value: "\n".join(f"· {one}" for one in said.questions),
        ScriptPart.OBJECTION.value: "\n".join(answers),
        ScriptPart.NEVER.value: "\n".join(f"· {one}" for one in said.never),
    }
