"""Security: when the window locks, whether Windows sessions may open the vault, and where it lies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from rmdesk import policies
from rmdesk.services import roles, rotation
from rmdesk.services.computer_values import IDLE_SECONDS
from rmdesk.services.roles import Permission
from rmdesk.services.vault.keyfile import PASSWORD
from rmdesk.ui import ask
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.wait_alone import WaitAlone
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.settings.page import imposed_note
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
        self.renewing = LineField()
        self.renewing.set_hint(self.tr("years"))
        self.renewing.setMaximumWidth(160)
        self.add_setting(
            "keys.renew_years",
            self.form.add(
                self.tr("Propose to renew the master key after"),
                self.renewing,
                required=True,
                note=self.tr("And once somebody was disabled. 0: never."),
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
        policy = policies.policy()
        if policy.vault is not None:
            section.body.addWidget(Label(imposed_note(policy.set_by), ink="secondary", wrap=True))
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
        self.body.addWidget(self._key_section())

    def _key_section(self) -> Section:
        """The master key and the way to renew it, for administrators."""
        self.renew_button = Button(self.tr("Renew the master key…"), icon="key-round")
        self.renew_button.clicked.connect(self.ask_to_renew)
        may = bool(roles.allowed(self.context.actor, Permission.ROTATE_KEYS))
        self.renew_button.setEnabled(may)
        if may:
            words = self.tr("Renew the master key…")
            command(self, "renew master key", words, self.ask_to_renew, icon="key-round")
        section = Section(self.tr("Master key"))
        section.body.setSpacing(SPACE.small)
        section.body.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        section.body.addWidget(
            Label(
                self.tr(
                    "Renew it when somebody leaves who had the vault in their hands, on a suspicion, or once "
                    "a year. Passwords and the recovery code stay; backups of before open with those of "
                    "their time."
                ),
                ink="secondary",
                wrap=True,
            )
        )
        return section

    def ask_to_renew(self) -> None:
        """Say what happens, then renew the master key and start again."""
        if not self.renew_button.isEnabled():
            return
        ask.confirm(
            self,
            title=self.tr("Renew the master key?"),
            text=self.tr(
                "The whole vault is encrypted anew. A backup comes first, and nothing is lost if the "
                "computer fails meanwhile."
            ),
            to_do=self.tr("Nobody can work until it is done. Then the password is asked for again."),
            verb=self.tr("Renew"),
            then=self.renew,
        )

    def renew(self) -> None:
        """Make the vault ready under the next key. Nobody may work meanwhile."""
        vault = self.context.vault
        job = self.context.jobs.background(
            self.tr("Renewing the master key"),
            lambda progress: rotation.prepare_rotation(vault, progress=progress),
            done=self.restart_wanted.emit,
            failed=lambda error: self.tell(sentence_of(error)),
        )
        job.cancelled.connect(lambda: self.tell(self.tr("Cancelled. The master key is as it was."), "info"))
        WaitAlone(job, self.window()).open()

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
        years = self.renewing.text().strip()
        return {
            "lock.idle_seconds": int(typed) if typed.isdecimal() else typed,
            "keys.renew_years": int(years) if years.isdecimal() and len(years) < 4 else years,
            "keyring.allowed": self.keyring.isChecked(),
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        self.idle.setText(str(values["lock.idle_seconds"]))
        self.keyring.setChecked(values["keyring.allowed"])
        self.renewing.setText(str(values["keys.renew_years"]))
