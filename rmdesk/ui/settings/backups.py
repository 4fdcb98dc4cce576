"""Backups: where they lie and how much room they take, which there are, making one and bringing one back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from rmdesk import labels
from rmdesk.services import backups, settings
from rmdesk.services.backups import Backup, Comparison
from rmdesk.services.backups.quiet import quietly
from rmdesk.ui import ask, formats
from rmdesk.ui.backup_watch import standing
from rmdesk.ui.backup_words import backup_words
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.wait_alone import WaitAlone
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.pane import command
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.tokens import SPACE
from rmdesk.ui.widgets import Button, Label, LineField, Section, Variant

if TYPE_CHECKING:
    from rmdesk.services.backups import Made

_LISTED = 40  # of the newest; `backup list` tells all
# What is told of a comparison; the other tables follow from these.
_TOLD = ("customer", "interaction", "holding", "task", "relation", "staff")


class BackupRow(QWidget):
    """One backup in words, and the way to bring it back."""

    def __init__(self, backup: Backup, words: str) -> None:
        super().__init__()
        self.backup = backup
        self.label = Label(words, ink="text" if backup.is_verified else "secondary", wrap=True)
        self.button = Button(self.tr("Bring back…"), icon="history", variant=Variant.LINK, height=20)
        self.button.setAccessibleName(self.tr("Bring back: {backup}").format(backup=words))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.small)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)


class BackupsPage(VaultPage):
    """For administrators. `made` after one by hand."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        with context.store.read() as session:
            self._is_demonstration = bool(settings.get(session, "vault.disposable"))
        self.folder = LineField(name=self.tr("Second folder"))
        self.folder.setPlaceholderText(self.tr("none"))
        self.most = LineField()
        self.most.set_hint(self.tr("GB"))
        self.most.setMaximumWidth(160)
        self.add_setting(
            "backup.folder",
            self.form.add(
                self.tr("Second folder"),
                self.folder,
                note=self.tr("On another disk or a share: each backup is copied there as well."),
            ),
        )
        self._choose = Button(self.tr("Choose a folder…"), icon="folder", variant=Variant.LINK, height=20)
        self._choose.clicked.connect(self._on_choose)
        self._choose.setEnabled(settings.imposed_by("backup.folder") is None)
        self.form.add_widget(self._choose)
        self.add_setting(
            "backup.most_gb",
            self.form.add(
                self.tr("Most room in each folder"),
                self.most,
                required=True,
                note=self.tr(
                    "Kept are all of today, one a day for a month, one a month for two years; the oldest go "
                    "where there is no more room, never the newest verified one."
                ),
            ),
        )
        self.now_button = Button(self.tr("Back up now"), icon="database-backup")
        self.now_button.clicked.connect(self.make_now)
        command(self, "back up now", self.tr("Back up now"), self.make_now, icon="database-backup")
        self.state = Label("", ink="secondary", wrap=True)
        self.rows: list[BackupRow] = []
        self._list = QVBoxLayout()
        self._list.setSpacing(SPACE.small)
        section = Section(self.tr("Backups"))
        section.body.addWidget(self.now_button)
        section.body.addWidget(self.state)
        section.body.addLayout(self._list)
        self.body.addWidget(section)
        if self._is_demonstration:
            for widget in (self.folder, self._choose, self.most, self.now_button):
                widget.setEnabled(False)

    # --- the settings

    def entered(self) -> dict[str, Any]:
        typed = self.most.text().strip()
        return {
            "backup.folder": self.folder.text().strip(),
            "backup.most_gb": int(typed) if typed.isdecimal() else typed,
        }

    def show_values(self, values: Mapping[str, Any]) -> None:
        self.folder.setText(values["backup.folder"])
        self.most.setText(str(values["backup.most_gb"]))

    def load(self) -> None:
        super().load()
        vault = self.context.vault
        self._show(backups.list_backups(vault.folder.backups, vault.keys, vault.uid))

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Second folder"), self.folder.text())
        if chosen:
            self.folder.setText(chosen)

    # --- the list

    def _show(self, found: Sequence[Backup]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [BackupRow(one, backup_words(one)) for one in found[:_LISTED]]
        for row in self.rows:
            row.button.clicked.connect(lambda _checked=False, one=row.backup: self.ask_to_bring_back(one))
            self._list.addWidget(row)
        if self._is_demonstration:
            words = self.tr("The demonstration is made anew at will; it has no backups.")
        elif found:
            words = self.tr("Made every half hour while something was changed, and when leaving.")
        else:
            words = self.tr("There is no backup yet. The first is made when you leave, or now.")
        self.state.setText(words)

    # --- making

    def make_now(self) -> None:
        """Make one by hand, in the background."""
        if self._is_demonstration or not self.now_button.isEnabled():
            return
        vault = self.context.vault
        self.now_button.setEnabled(False)
        job = self.context.jobs.background(
            self.tr("Backing up"),
            lambda progress: quietly(lambda report: backups.make_by_hand(vault, progress=report), progress),
            done=self._on_made,
            failed=self._on_failed,
        )
        job.ended.connect(lambda: self.now_button.setEnabled(True))

    def _on_made(self, made: Made) -> None:
        vault = self.context.vault
        self._show(backups.list_backups(vault.folder.backups, vault.keys, vault.uid))
        trouble, is_made = standing(made.problems)
        self.tell(trouble)
        self.backed_up.emit(trouble, is_made)

    def _on_failed(self, error: Exception) -> None:
        self.tell(sentence_of(error))

    # --- bringing back

    def ask_to_bring_back(self, backup: Backup) -> None:
        """Say what would be different, then ask."""
        vault = self.context.vault
        self.context.jobs.background(
            self.tr("Comparing with the backup"),
            lambda _progress: backups.compare(vault, backup),
            done=self._ask,
            failed=self._on_failed,
        )

    def _ask(self, found: Comparison) -> None:
        ask.confirm(
            self,
            title=self.tr("Bring the vault back as it was?"),
            text="\n".join([backup_words(found.backup), *self._differences(found)]),
            to_do=self.tr("What is there now becomes a backup first. Then the password is asked for again."),
            verb=self.tr("Bring back"),
            danger=True,
            then=lambda: self.bring_back(found.backup),
        )

    def _differences(self, found: Comparison) -> list[str]:
        if found.changes is None:
            lines = [self.tr("It is of another past: an older backup was brought back since.")]
        else:
            lines = [
                self.tr("Changes made since, which it does not have: {count}").format(
                    count=formats.count(found.changes)
                )
            ]
        by_table = {one.table: one for one in found.differences}
        for table in _TOLD:
            if (one := by_table.get(table)) is not None:
                lines.append(
                    self.tr("{what}: {then} then, {now} now").format(
                        what=labels.table(table), then=formats.count(one.then), now=formats.count(one.now)
                    )
                )
        return lines

    def bring_back(self, backup: Backup) -> None:
        """Put it in place of the vault. Nobody may work meanwhile: it would not be in it."""
        vault = self.context.vault
        job = self.context.jobs.background(
            self.tr("Bringing the backup back"),
            lambda progress: backups.prepare_restore(vault, backup.name.text, progress=progress),
            done=self.restart_wanted.emit,
            failed=self._on_failed,
        )
        job.cancelled.connect(lambda: self.tell(self.tr("Cancelled. The vault is as it was."), "info"))
        WaitAlone(job, self.window()).open()
