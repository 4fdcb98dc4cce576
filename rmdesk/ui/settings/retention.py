"""How long what is kept stays, and what is due to go."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from rmdesk import labels
from rmdesk.services import retention, values
from rmdesk.services.retention import AUDIT, CUSTOMERS, REFUSALS, Due, Ended
from rmdesk.services.settings import RETENTION, RETENTION_KINDS, RETENTION_YEARS
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.fields import refusal
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, FormRow, Label, LineField, Section


class RetentionPage(VaultPage):
    """For administrator and branch head; to let something go takes both."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        notes = {
            "customers": self.tr(
                "From when they were lost or deleted; never before the last contact, figure or "
                "product. What identifies a customer: ten years from the end of the relationship "
                "(反洗钱法, article 34)."
            ),
            "interactions": self.tr("Contacts with customers who are still here too."),
            "attachments": self.tr("From the day they were added."),
            "refusals": self.tr(
                "Who did not want to be called, written to or sold to, known by a code of phone and document "
                "numbers only. They outlive the customer's data, so that nobody who comes back by an import "
                "is called against their word (个人信息保护法, article 44; 消费者权益保护法, article 29)."
            ),
            "audit": self.tr(
                "What is left can still be verified. At least six months (网络安全法, article 23)."
            ),
        }
        self.fields: dict[str, LineField] = {}
        self._parts: list[FormRow] = []
        for name in RETENTION_KINDS:
            field = self.fields[name] = LineField()
            field.set_hint(self.tr("years"))
            field.setMaximumWidth(160)
            row = self.form.add(
                labels.what(f"{RETENTION}.{name}"),
                field,
                required=True,
                note=notes[name],
                check=partial(refusal, partial(self._years, name)),
            )
            self._parts.append(row)
        # What may be wrong with them together is about how long refusals stay.
        self.add_setting(RETENTION, self._parts[RETENTION_KINDS.index(REFUSALS)])
        for field in self.fields.values():
            field.setEnabled(self.fields[REFUSALS].isEnabled())
        self.due: dict[str, Due] = {}
        self._customers: list[Ended] = []
        self.state = Label("", wrap=True)
        self.expire_button = Button(self.tr("Delete what is due…"), icon="trash-2")
        self.expire_button.clicked.connect(self.ask_to_expire)
        words = self.tr("Delete what is due…")
        command(self, "delete what is due", words, self.ask_to_expire, icon="trash-2")
        section = Section(self.tr("What is older than it is kept"))
        section.body.setSpacing(SPACE.small)
        section.body.addWidget(self.state)
        section.body.addWidget(self.expire_button, 0, Qt.AlignmentFlag.AlignLeft)
        section.body.addWidget(
            Label(
                self.tr(
                    "Nothing goes by itself. An administrator and a branch head decide together; what is "
                    "shown here counts by the years that are saved."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.body.addWidget(section)

    def _years(self, name: str) -> int:
        typed = self.fields[name].text().strip()
        given = int(typed) if typed.isdecimal() and len(typed) < 4 else typed
        return values.whole(given, f"{RETENTION}.{name}", RETENTION_YEARS[0], RETENTION_YEARS[-1])

    def entered(self) -> dict[str, Any]:
        typed = {name: field.text().strip() for name, field in self.fields.items()}
        return {
            RETENTION: {
                name: int(one) if one.isdecimal() and len(one) < 4 else one for name, one in typed.items()
            }
        }

    def check(self) -> bool:
        rows = [row.check() for row in self._parts]
        return all(rows) and super().check()

    def show_values(self, values: Mapping[str, Any]) -> None:
        for name, years in values[RETENTION].items():
            self.fields[name].setText(str(years))

    def load(self) -> None:
        super().load()
        self.look()

    # --- what is due

    def look(self, today: date | None = None) -> None:
        """Count what is due, on a reading thread."""
        self.expire_button.setEnabled(False)
        self.state.setText(self.tr("Counting…"))
        day = today or date.today()

        def read(session: Any) -> tuple[list[Due], list[Ended]]:
            due = retention.find_due(session, day)
            ended = next(one for one in due if one.kind == CUSTOMERS)
            return due, retention.list_customers(session, ended.before) if ended.count else []

        self.context.jobs.read(read, done=lambda found: self._on_counted(*found), failed=self._on_failed)

    def _on_counted(self, due: list[Due], customers: list[Ended]) -> None:
        self.due, self._customers = {one.kind: one for one in due}, customers
        lines = [
            self.tr("{what}: {count}, the oldest of {day}").format(
                what=self._name(one.kind),
                count=formats.count(one.count),
                day=formats.full_day(one.oldest) if one.oldest is not None else "",
            )
            for one in due
            if one.count
        ]
        self.state.setText("\n".join(lines) or self.tr("Nothing is due."))
        self.expire_button.setEnabled(bool(lines))

    def _name(self, kind: str) -> str:
        return {
            "customers": self.tr("Customers"),
            "interactions": self.tr("Records of contacts"),
            "attachments": self.tr("Documents"),
            "refusals": self.tr("What people refused"),
            AUDIT: self.tr("Entries of the audit trail"),
        }[kind]

    def _on_failed(self, error: Exception) -> None:
        self.state.setText(sentence_of(error))

    def ask_to_expire(self) -> None:
        """Show what would be lost, and let two people agree."""
        from rmdesk.ui.dialogs.expire_due import ExpireDue

        if not self.expire_button.isEnabled():
            return
        dialog = ExpireDue(self.context, list(self.due.values()), self._customers, parent=self)
        dialog.expired.connect(self.look)
        dialog.open()
