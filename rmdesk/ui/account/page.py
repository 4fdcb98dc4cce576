"""My account: who I am here, my password, my Windows session, and where I signed in last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from rmdesk import labels, messages
from rmdesk.services import accounts, people, settings, staff, windows_sign_in
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Keyring, KeyringState
from rmdesk.ui import formats
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.allow_windows_session import AllowWindowsSession
from rmdesk.ui.dialogs.change_password import ChangePassword
from rmdesk.ui.messages import sentence_of
from rmdesk.ui.settings.page import SettingsPage
from rmdesk.ui.tokens import SPACE, TYPE
from rmdesk.ui.widgets import Avatar, Button, Label, NoticeBar, Section

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.services.accounts import Notice
    from rmdesk.ui.workers import Progress

_SIGN_INS = 10


class AccountPage(SettingsPage):
    """Nothing here waits for the Save button: each part is done by its own. `keyring` is the system's."""

    saves = False
    session_changed = Signal(bool)  # whether the Windows session opens the vault now

    def __init__(self, context: Context, *, keyring: Keyring | None = None) -> None:
        super().__init__(context)
        self._keyring = keyring
        self._allowed = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE.huge)
        self._build_person()
        self._build_notices()
        self._build_password()
        self._build_session()
        self._build_sign_ins()
        self._column.addStretch(1)

    # --- parts -----------------------------------------------------------------------------------

    def _build_person(self) -> None:
        actor = self.context.actor
        self.roles = Label("", ink="secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(actor.name, style=TYPE.section))
        words.addWidget(self.roles)
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        row.addWidget(Avatar(actor.name))
        row.addLayout(words, 1)
        self._column.addLayout(row)

    def _build_notices(self) -> None:
        self._bars: list[NoticeBar] = []
        self._notices = QVBoxLayout()
        self._notices.setSpacing(SPACE.small)
        self._column.addLayout(self._notices)

    def _build_password(self) -> None:
        self.change_button = Button(self.tr("Change my password…"), icon="key-round")
        self.change_button.clicked.connect(self.change_password)
        self._password_said = Label("", style=TYPE.secondary, ink="good")
        section = Section(self.tr("Password"))
        row = QHBoxLayout()
        row.setSpacing(SPACE.medium)
        row.addWidget(self.change_button)
        row.addWidget(self._password_said, 1)
        section.body.addLayout(row)
        self._column.addWidget(section)

    def _build_session(self) -> None:
        self.session_words = Label("", ink="secondary", wrap=True)
        self.session_button = Button("", icon="computer")
        self.session_button.clicked.connect(self.switch_session)
        self.session_trouble = NoticeBar("", tone="caution")
        self.session_trouble.hide()
        section = Section(self.tr("Windows session"))
        section.body.addWidget(self.session_words)
        row = QHBoxLayout()
        row.addWidget(self.session_button)
        row.addStretch(1)
        section.body.addLayout(row)
        section.body.addWidget(self.session_trouble)
        self._column.addWidget(section)

    def _build_sign_ins(self) -> None:
        self.sign_ins = Label("", ink="secondary", wrap=True, tabular=True, selectable=True)
        section = Section(self.tr("My last sign-ins"))
        section.body.addWidget(self.sign_ins)
        section.body.addWidget(
            Label(
                self.tr("If one of them was not you, change your password and tell an administrator."),
                style=TYPE.secondary,
                ink="secondary",
                wrap=True,
            )
        )
        self._column.addWidget(section)

    # --- showing ---------------------------------------------------------------------------------

    def load(self) -> None:
        actor = self.context.actor
        with self.context.store.read() as session:
            label = str(settings.get(session, "branch.manager_label")) or None
            notices = accounts.load_notices(session, actor.staff_id)
            session.info.setdefault("actor", actor)
            entries = people.own_sign_ins(session, limit=_SIGN_INS)
            self._allowed = bool(settings.get(session, windows_sign_in.ALLOWED))
        self.roles.setText(labels.roles(actor.roles, label))
        self.sign_ins.setText(
            "\n".join(
                formats.moment(entry.at)
                + (self.tr("  with a one-use password") if entry.detail.get("one_use") else "")
                for entry in entries
            )
        )
        self._show_notices(notices)
        self._show_session()

    def _show_notices(self, notices: tuple[Notice, ...]) -> None:
        for bar in self._bars:
            self._notices.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self._bars = []
        for notice in notices:
            bar = NoticeBar(messages.notice(notice), tone="caution", action=self.tr("Understood"))
            bar.acted.connect(lambda uid=notice.uid: self._read_notice(uid))
            self._notices.addWidget(bar)
            self._bars.append(bar)

    def notice_bars(self) -> list[NoticeBar]:
        """What the person must still be told."""
        return list(self._bars)

    def _read_notice(self, uid: str) -> None:
        self.context.jobs.write(
            self.tr("Noting that it was read"),
            lambda session, _progress: staff.read_notices(session, [uid]),
            done=lambda _nothing: self.load(),
        )

    def _show_session(self) -> None:
        enabled = windows_sign_in.is_enabled(self.context.vault)
        if enabled:
            words = self.tr("Your Windows session on this computer can open the vault without the password.")
        elif not self._allowed:
            words = self.tr("This branch does not allow it; an administrator decides in Security.")
        else:
            words = self.tr(
                "Your Windows session can open the vault on this computer, so that you need no password "
                "here. Whoever can use your Windows account can then open it too."
            )
        self.session_words.setText(words)
        self.session_button.setText(self.tr("Switch off") if enabled else self.tr("Switch on…"))
        self.session_button.setEnabled(enabled or self._allowed)
        self.session_button.updateGeometry()

    # --- acting ----------------------------------------------------------------------------------

    def change_password(self) -> ChangePassword:
        dialog = ChangePassword(self.context, parent=self)
        dialog.changed.connect(self._on_password_changed)
        dialog.open()
        return dialog

    def _on_password_changed(self) -> None:
        self._password_said.setText(self.tr("Changed. The new password opens the vault from now on."))
        self._show_session()

    def switch_session(self) -> AllowWindowsSession | None:
        """Let the Windows session open the vault (asks for the password), or no longer."""
        self.session_trouble.hide()
        if windows_sign_in.is_enabled(self.context.vault):
            self._switch_off()
            return None
        dialog = AllowWindowsSession(self.context, keyring=self._keyring, parent=self)
        dialog.allowed.connect(self._on_session)
        dialog.impossible.connect(self._tell_session)
        dialog.open()
        return dialog

    def _switch_off(self) -> None:
        vault, keyring = self.context.vault, self._keyring

        def disable(session: Session, _progress: Progress) -> KeyringState:
            return windows_sign_in.disable(session, vault, keyring=keyring)

        self.context.jobs.write(
            self.tr("Switching off"), disable, done=lambda _state: self._on_session(), failed=self._on_refused
        )

    def _on_session(self) -> None:
        self._show_session()
        self.session_changed.emit(windows_sign_in.is_enabled(self.context.vault))

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._tell_session(sentence_of(error))

    def _tell_session(self, sentence: str) -> None:
        self.session_trouble.set_text(sentence)
        self.session_trouble.show()
