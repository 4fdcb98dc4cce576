"""The branch: its name, and what its relationship managers are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rmdesk.services import branch
from rmdesk.ui.context import Context
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.widgets import LineField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class BranchPage(VaultPage):
    """Both apply to everybody who opens this vault."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.name = LineField()
        self.manager_label = LineField(placeholder=self.tr("Relationship manager"))
        self.add_setting(
            "branch.name",
            self.form.add(
                self.tr("Name of the branch"),
                self.name,
                required=True,
                note=self.tr("Stands in the sign-in window and at the top of everything printed."),
            ),
        )
        self.add_setting(
            "branch.manager_label",
            self.form.add(
                self.tr("What relationship managers are called here"),
                self.manager_label,
                note=self.tr("Empty for the program's own word."),
            ),
        )

    def entered(self) -> dict[str, Any]:
        return {
            "branch.name": self.name.text().strip(),
            "branch.manager_label": self.manager_label.text().strip(),
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        self.name.setText(values["branch.name"])
        self.manager_label.setText(values["branch.manager_label"])

    def store(self, session: Session, name: str, value: Any, version: int) -> None:
        if name == "branch.name":
            branch.rename_branch(session, self.context.vault, value, version=version)
        else:
            super().store(session, name, value, version)
