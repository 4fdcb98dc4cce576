"""Security: when the window locks, whether Windows sessions may open the vault, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from rmdesk.services.settings import IDLE_SECONDS
from rmdesk.services.vault.keyfile import PASSWORD
from rmdesk.ui.context import Context
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, CheckBox, Label, LineField, Section, Variant


class SecurityPage(VaultPage):
    """The lock and the keyring are settings of the branch; the rest of the page only tells."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.idle = LineField()
        self.idle.set_hint(self.tr("seconds"))
        self.idle.setMaximumWidth(160)
        self.keyring = CheckBox(self.tr("A person may let their Windows session open the vault"))
        self.add_setting(
            "lock.idle_seconds",
            self.form.add(
                self.tr("Lock when not used for"),
                self.idle,
                required=True,
                note=self.tr("From {least} to {most}. The Windows lock locks it at once.").format(
                    least=IDLE_SECONDS[0], most=IDLE_SECONDS[-1]
                ),
            ),
        )
        self.add_setting(
            "keyring.allowed",
            self.form.add(
                self.tr("Windows session"),
                self.keyring,
                note=self.tr(
                    "Each person chooses it for themselves in My account. Off: only passwords open it."
                ),
            ),
        )
        self._ways_in = Label("", wrap=True)
        self._folder = Label("", ink="secondary", wrap=True, selectable=True)
        show = Button(self.tr("Show the folder"), icon="folder-open", variant=Variant.LINK, height=20)
        show.clicked.connect(
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(context.vault.folder.root)))
        )
        section = Section(self.tr("The vault"))
        section.body.setSpacing(SPACE.small)
        section.body.addWidget(self._ways_in)
        section.body.addWidget(self._folder)
        section.body.addWidget(show)
        section.body.addWidget(
            Label(
                self.tr(
                    "Everything in this folder is encrypted. Whoever copies it still needs a password or the "
                    "recovery code."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        self.body.addWidget(section)

    @property
    def folder_words(self) -> str:
        return self._folder.text()

    @property
    def ways_in_words(self) -> str:
        return self._ways_in.text()

    def load(self) -> None:
        super().load()
        slots = self.context.vault.keyfile.slots
        people = sum(slot.type == PASSWORD for slot in slots)
        self._ways_in.setText(
            self.tr("Ways in: passwords {people}, recovery codes {codes}").format(
                people=people, codes=len(slots) - people
            )
        )
        self._folder.setText(str(self.context.vault.folder.root))

    def entered(self) -> dict[str, Any]:
        typed = self.idle.text().strip()
        return {
            "lock.idle_seconds": int(typed) if typed.isdecimal() else typed,
            "keyring.allowed": self.keyring.isChecked(),
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        self.idle.setText(str(values["lock.idle_seconds"]))
        self.keyring.setChecked(values["keyring.allowed"])
