"""Letting go what is older than the branch keeps it: what is lost by it, and who agrees."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from rmdesk.services import attachments, retention
from rmdesk.services.recycle_bin import Consent
from rmdesk.services.retention import ATTACHMENTS, AUDIT, CUSTOMERS, INTERACTIONS, REFUSALS, Due, Ended
from rmdesk.ui import formats
from rmdesk.ui.dialogs.form_dialog import FormDialog
from rmdesk.ui.dialogs.second_person import SecondPerson
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.widgets import CheckBox, Label, Variant

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from sqlalchemy.orm import Session

    from rmdesk.services.changes.expiring import Expired
    from rmdesk.ui.context import Context
    from rmdesk.ui.workers import Progress

_NAMED = 6  # customers


class ExpireDue(FormDialog):
    """`expired` once something went. Nothing is ticked at first."""

    expired = Signal()

    def __init__(
        self,
        context: Context,
        due: Sequence[Due],
        customers: Sequence[Ended],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            self.tr("Delete what is due?"), verb=self.tr("Delete for good"), parent=parent, width=520
        )
        self._context = context
        self._due = {one.kind: one for one in due if one.count}
        self.verb_button.set_variant(Variant.DANGER)
        self.verb_button.setDefault(False)
        self.verb_button.setEnabled(False)
        self.boxes: dict[str, CheckBox] = {}
        for kind, one in self._due.items():
            box = self.boxes[kind] = CheckBox(self._words(one))
            box.toggled.connect(self._on_toggled)
            self.body.addWidget(box)
            self.body.addWidget(Label(self._lost(one, customers), ink="secondary", wrap=True))
        self.body.addWidget(
            Label(
                self.tr(
                    "It is deleted for good, in the records of changes too; that it was is recorded. Backups "
                    "hold it until they are thinned out, at most two years."
                ),
                wrap=True,
            )
        )
        self.second = SecondPerson(context)
        self.body.addWidget(self.second)

    def _words(self, one: Due) -> str:
        count, day = formats.count(one.count), formats.full_day(one.before)
        return {
            CUSTOMERS: self.tr("{count} customers with whom nothing was had since {day}"),
            INTERACTIONS: self.tr("{count} records of contacts of before {day}"),
            ATTACHMENTS: self.tr("{count} documents of before {day}"),
            REFUSALS: self.tr("{count} refusals of people who left before {day}"),
            AUDIT: self.tr("{count} entries of the audit trail of before {day}"),
        }[one.kind].format(count=count, day=day)

    def _lost(self, one: Due, customers: Sequence[Ended]) -> str:
        match one.kind:
            case "customers":
                named = [f"{found.name} {found.number or ''}".strip() for found in customers[:_NAMED]]
                if len(customers) > _NAMED:
                    named.append("…")
                return self.tr("Lost with everything beside them: {names}").format(names="、".join(named))
            case "interactions":
                return self.tr("What came of them (promises, tasks, next steps) stays.")
            case "refusals":
                return self.tr("Whoever comes back by an import is then called like anybody else.")
            case "attachments":
                return self.tr("Their files are deleted from the vault's folder as well.")
        return self.tr(
            "What is left can be verified as before; nothing of before can be undone or looked up."
        )

    def _on_toggled(self, _on: bool) -> None:
        self.verb_button.setEnabled(any(box.isChecked() for box in self.boxes.values()))

    def submit(self) -> None:
        if not any(box.isChecked() for box in self.boxes.values()) or not self.second.check():
            return
        self.set_busy(True, self.tr("Deleting…"))
        self.second.ask(self._expire, lambda: self.set_busy(False))

    def _expire(self, consent: Consent | None) -> None:
        chosen = [one for kind, one in self._due.items() if self.boxes[kind].isChecked()]
        trail = next((one for one in chosen if one.kind == AUDIT), None)
        rest = [one for one in chosen if one.kind != AUDIT]

        def let_trail_go() -> None:
            if trail is None:
                self._on_gone()
                return

            def expire(session: Session, progress: Progress) -> Expired | None:
                return retention.expire_audit(session, trail, consent, progress)

            self._context.jobs.write(
                self.tr("Letting the audit trail's beginning go"),
                expire,
                done=lambda _gone: self._on_gone(),
                failed=self._on_refused,
            )

        if not rest:
            let_trail_go()
            return
        self._context.jobs.write(
            self.tr("Deleting what is due"),
            lambda session, progress: retention.expire(session, rest, consent, progress),
            done=lambda _counts: let_trail_go(),
            failed=self._on_refused,
        )

    def _on_gone(self) -> None:
        vault = self._context.vault
        self._context.jobs.read(lambda session: attachments.sweep(session, vault))
        self.expired.emit()
        self.accept()

    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        self.tell(sentence_of(error))
