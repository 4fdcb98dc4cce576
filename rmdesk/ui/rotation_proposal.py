"""Proposes to renew the master key to those who may: after a time, or where somebody left."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from rmdesk.services import key_age, roles
from rmdesk.services.roles import Permission
from rmdesk.ui import formats

if TYPE_CHECKING:
    from rmdesk.services.key_age import Proposal
    from rmdesk.services.store import Commit
    from rmdesk.ui.window import MainWindow

_ASKS_ANEW = frozenset({"staff.disabled", "setting.changed"})


class RotationProposal(QObject):
    """One notice in a window at most, until the person went to the settings by it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_told = False
        if roles.allowed(window.context.actor, Permission.ROTATE_KEYS):
            window.context.bus.committed.connect(self._on_committed)
            self.look()

    @Slot()
    def look(self) -> None:
        now = datetime.now(UTC)
        self._window.context.jobs.read(lambda session: key_age.propose(session, now), done=self._tell)

    def _on_committed(self, commit: Commit) -> None:
        if commit.kind in _ASKS_ANEW and not self._is_told:
            self.look()

    def _tell(self, found: Proposal | None) -> None:
        if found is None or self._is_told:
            return
        self._is_told = True
        since = formats.day(found.since.astimezone().date())
        if found.left:
            text = self.tr(
                "People who could open the vault and left since the master key was last renewed ({day}): "
                "{count}. What is written from now on is out of their reach once it is renewed."
            ).format(day=since, count=formats.count(found.left))
        else:
            text = self.tr("The master key is that of {day}. It should be renewed from time to time.").format(
                day=since
            )
        self._window.add_notice(
            text, lambda: self._window.show_settings("security"), action=self.tr("Renew it in the settings")
        )
