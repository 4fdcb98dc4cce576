"""The window in which one signs in: 480×360, before anything encrypted has been read.

Only what lies outside the encryption may stand here: the branch, the sign-in names and the time of the
last copy. Keys are derived on a background thread.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCollator, QLocale, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from rmdesk.services import accounts, staff
from rmdesk.services import vault as vaults
from rmdesk.services.errors import Cancelled, Damaged, UserError
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault.throttle import Throttle
from rmdesk.ui import icons
from rmdesk.ui.account.new_password import NewPassword
from rmdesk.ui.messages import beside_field
from rmdesk.ui.pane import command
from rmdesk.ui.placement import keep_above_the_edge
from rmdesk.ui.tokens import SIZE, SPACE, TYPE
from rmdesk.ui.unlock_damage import DamageHelp
from rmdesk.ui.unlock_side import UnlockSide
from rmdesk.ui.unlock_trouble import TroublePage, Way
from rmdesk.ui.widgets import (
    Button,
    Combo,
    FormRow,
    Ground,
    Hairline,
    Label,
    PasswordField,
    Variant,
    paint,
)

if TYPE_CHECKING:
    from rmdesk.services.accounts import SignedIn
    from rmdesk.services.salvage import Examined
    from rmdesk.services.vault import Unlocked, Vault
    from rmdesk.ui.context import ConfigHolder
    from rmdesk.ui.dialogs.recover_vault import RecoverVault
    from rmdesk.ui.jobs import Job, Jobs
    from rmdesk.ui.workers import Progress

WIDTH, HEIGHT = 480, 360
TROUBLE_WIDTH, TROUBLE_HEIGHT = 600, 470  # where there is much to say of damage


class SignInWindow(QWidget):
    """Signs a person in to the vault in `folder`. `reason` is the line under the title after a lock.

    `damaged`: damage was found while it was open, so it is looked at before it is opened again.
    """

    opened = Signal(object, object)  # Vault, SignedIn: whoever takes them closes the vault
    make_new = Signal(object)  # Path: the person wants a new vault there
    quit = Signal()

    def __init__(
        self,
        folder: str | Path,
        jobs: Jobs,
        config: ConfigHolder,
        *,
        reason: str = "",
        name: str | None = None,
        damaged: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._config, self._reason = jobs, config, reason
        self._wanted_name = name
        self._path = Path(folder)
        self._folder: vaults.VaultFolder | None = None
        self._keyfile: keyfiles.KeyFile | None = None
        self._unlocked: Unlocked | None = None
        self._is_damaged = damaged
        self._damage = DamageHelp(jobs, self)
        self._damage.changed.connect(self._tell_again)
        self._damage.examined.connect(self._on_examined)
        self._damage.brought_back.connect(self._on_brought_back)
        self._damage.failed.connect(self._on_failed)
        self._told: Exception | None = None  # the trouble that is shown
        self._entered: tuple[Vault, SignedIn] | None = None
        self._job: Job | None = None
        self._done = False
        self._wrong = 0
        self._free_at = 0.0  # wall-clock seconds: before it no further try
        self._countdown = QTimer(self, interval=1000)
        self._countdown.timeout.connect(self._on_second)
        self.setWindowTitle("rmdesk")
        self.setWindowIcon(icons.app_icon())
        # A fixed size on every platform: the window asks two things and needs no more room.
        self.setFixedSize(WIDTH, HEIGHT)
        command(self, "manual help", self.tr("Manual"), self.show_manual, key="F1")
        self._build()
        self.use_folder(self._path)

    def show_manual(self) -> None:
        from rmdesk.ui.manual import show_manual

        in_trouble = self._stack.currentWidget() is self.trouble
        show_manual("backup#damage" if in_trouble else "first-day#sign-in", self)

    # --- parts -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._side = UnlockSide()
        self._form_page = self._build_form()
        self.trouble = TroublePage()
        self.trouble.chosen.connect(self._on_way)
        self.trouble.left.connect(self.close)
        self._own_page = self._build_own_password()
        self._stack = QStackedWidget()
        for page in (self._form_page, self.trouble, self._own_page):
            self._stack.addWidget(page)
        right = Ground("surface")
        column = QVBoxLayout(right)
        column.setContentsMargins(SPACE.huge, SPACE.huge, SPACE.huge, 20)
        column.addWidget(self._stack)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(Hairline(Qt.Orientation.Vertical))
        row.addWidget(right, 1)

    def _build_form(self) -> QWidget:
        page = QWidget()
        title = Label(self.tr("Unlock") if self._reason else self.tr("Sign in"), style=TYPE.title)
        why = Label(
            self._reason or self.tr("Your password opens the vault"), style=TYPE.secondary, ink="secondary"
        )
        self.names = Combo(name=self.tr("Person"), height=SIZE.control_sign_in, mark="chevrons-up-down")
        self.names.currentIndexChanged.connect(self._on_name)
        self.password = PasswordField(name=self.tr("Password"), height=SIZE.control_sign_in)
        self.names.list_closed.connect(self.password.setFocus)
        self.password.returnPressed.connect(self.sign_in)
        self._password_row = FormRow(self.tr("Password"), self.password, check=lambda: self._standing)
        self._standing = ""
        self._session = Button(
            self.tr("Open with my Windows session"), icon="key-round", variant=Variant.LINK, height=20
        )
        self._session.clicked.connect(self.sign_in_with_session)
        self._recovery = Button(
            self.tr("Recovery code"), icon="key-round", variant=Variant.LINK, height=SIZE.control_sign_in
        )
        self._recovery.clicked.connect(self.use_recovery_code)
        leave = Button(self.tr("Exit"), height=SIZE.control_sign_in)
        leave.clicked.connect(self.close)
        self.unlock_button = Button(
            self.tr("Unlock"), variant=Variant.PRIMARY, key="Return", height=SIZE.control_sign_in
        )
        self.unlock_button.clicked.connect(self.sign_in)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.small)
        foot.addWidget(self._recovery)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self.unlock_button)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addSpacing(2)
        column.addWidget(why)
        column.addSpacing(SPACE.huge)
        column.addWidget(FormRow(self.tr("Person"), self.names))
        column.addSpacing(SPACE.large)
        column.addWidget(self._password_row)
        column.addSpacing(SPACE.small)
        column.addWidget(self._session, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        column.addLayout(foot)
        for before, after in (
            (self.names, self.password),
            (self.password, self.unlock_button),
            (self.unlock_button, leave),
            (leave, self._session),
            (self._session, self._recovery),
        ):
            self.setTabOrder(before, after)
        return page

    def _build_own_password(self) -> QWidget:
        """What a person sees who came in with a password that somebody else gave them."""
        page = QWidget()
        self.own_password = NewPassword(lambda: self.names.currentText(), height=SIZE.control_sign_in)
        self.own_password.again.returnPressed.connect(self.keep_own_password)
        leave = Button(self.tr("Exit"), height=SIZE.control_sign_in)
        leave.clicked.connect(self.close)
        self._keep = Button(
            self.tr("Continue"), variant=Variant.PRIMARY, key="Return", height=SIZE.control_sign_in
        )
        self._keep.clicked.connect(self.keep_own_password)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE.small)
        foot.addStretch(1)
        foot.addWidget(leave)
        foot.addWidget(self._keep)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.small)
        column.addWidget(Label(self.tr("Choose your own password"), style=TYPE.section))
        column.addWidget(
            Label(
                self.tr(
                    "You came in with a password that somebody else gave you. Only you should know the next."
                ),
                style=TYPE.secondary,
                ink="secondary",
                wrap=True,
            )
        )
        column.addWidget(self.own_password)
        column.addStretch(1)
        column.addLayout(foot)
        return page

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, HEIGHT)

    @property
    def branch(self) -> str:
        return self._side.branch

    @property
    def copy_words(self) -> str:
        """What is said of the newest copy; "" if there is none."""
        return self._side.copy_words

    @property
    def reason(self) -> str:
        """Why it is locked, "" at a first sign-in."""
        return self._reason

    @property
    def password_hint(self) -> str:
        """What stands below the password besides an error."""
        return self._password_row.caution

    @property
    def is_busy(self) -> bool:
        return self._job is not None

    # --- the vault's folder ----------------------------------------------------------------------

    def use_folder(self, path: str | Path) -> None:
        """Read the key file of the vault in `path`: the names, or what is wrong with it."""
        self._path = Path(path)
        self._unlocked = None
        try:
            self._folder = vaults.VaultFolder.at(path)
            loaded = keyfiles.load(self._folder)
        except UserError as error:
            self._keyfile = None
            self._side.tell("", None)
            self._show_trouble(error)
            return
        self._keyfile = loaded.keyfile
        self._side.tell(loaded.keyfile.branch, self._folder.last_copied())
        self.names.clear()
        for name in sorted(loaded.keyfile.names(), key=QCollator(QLocale("zh_CN")).sortKey):
            self.names.add(name, name, avatar=paint.initials(name))
        self.names.choose(self._wanted_name or self._config.value.last_name)
        self._free_at = time.time() + Throttle(loaded.keyfile.vault).delay(time.time())
        self._show_form()
        if self._seconds_to_wait():
            self._countdown.start()
            self._on_second()

    def _show_form(self) -> None:
        self._told = None
        self.setFixedSize(WIDTH, HEIGHT)
        self._stack.setCurrentWidget(self._form_page)
        self._busy(False)
        self._on_name()
        self.password.setFocus()

    def _show_trouble(self, error: Exception) -> None:
        self._busy(False)
        self._told = error
        self._damage.about(self._unlocked, error)
        self._tell_again()
        self._stack.setCurrentWidget(self.trouble)

    def _tell_again(self) -> None:
        """Say what is wrong, and what is known of it by now."""
        error = self._told
        if error is None:
            return
        words, ways = self._damage.words, self._damage.ways
        if self._is_damaged:  # it would open
            ways = (*ways, Way.OPEN_DAMAGED)
        if words:
            self.setFixedSize(TROUBLE_WIDTH, TROUBLE_HEIGHT)
        self.trouble.tell(error, words, ways)
        for button in self.trouble.buttons.values():
            button.setEnabled(button.isEnabled() and not self._damage.is_busy)

    def _on_examined(self, found: Examined | None) -> None:
        """Damage was found while the vault was open: only if none is found now it is opened as ever."""
        unlocked = self._unlocked
        if not self._is_damaged or self._told is not None or unlocked is None:
            return
        self._job = None
        if found is not None and not found.damaged_pages:
            self._is_damaged = False
            self._open(accept_rollback=False)
        else:
            self._show_trouble(Damaged("db.damaged", path=str(unlocked.folder.database)))

    def _on_brought_back(self) -> None:
        self._is_damaged = False
        self._open(accept_rollback=False)

    def _on_name(self, _place: int = 0) -> None:
        slot = self._keyfile.named(self.names.currentText()) if self._keyfile else None
        self._session.setVisible(slot is not None and slot.keyring is not None)
        self._say("")

    # --- signing in ------------------------------------------------------------------------------

    def sign_in(self) -> None:
        """Try the name and password that stand in the fields."""
        name, password = self.names.currentText(), self.password.text()
        folder = self._folder
        if folder is None or self._job is not None or self._seconds_to_wait():
            return
        if not password:
            self._say(self.tr("Please type your password."))
            self.password.setFocus()
            return
        self._start(lambda: vaults.unlock(folder, name, password))

    def sign_in_with_session(self) -> None:
        """Let this Windows session's keyring open the vault."""
        name, folder = self.names.currentText(), self._folder
        if folder is not None and self._job is None:
            self._start(lambda: vaults.unlock_with_keyring(folder, name))

    def _start(self, unlock: Callable[[], Unlocked]) -> None:
        self._busy(True)
        self._say("")
        self._job = self._jobs.background(
            self.tr("Unlocking"), lambda _progress: unlock(), done=self._on_unlocked, failed=self._on_failed
        )

    def _on_unlocked(self, unlocked: Unlocked) -> None:
        self._unlocked = unlocked
        if self._is_damaged:
            self._damage.examine(unlocked)
        else:
            self._open(accept_rollback=False)

    def _open(self, *, accept_rollback: bool) -> None:
        unlocked = self._unlocked
        if unlocked is None:
            self._show_form()
            return

        def enter(progress: Progress) -> tuple[Vault, SignedIn]:
            vault = vaults.open_vault(unlocked, accept_rollback=accept_rollback)
            signed_in = accounts.enter(vault)
            try:
                progress(1, 1)  # the window may have been closed meanwhile
            except Cancelled:
                vault.close()
                raise
            return vault, signed_in

        self._busy(True)
        self._job = self._jobs.background(
            self.tr("Opening the vault"),
            enter,
            done=lambda made: self._on_entered(*made),
            failed=self._on_failed,
        )

    def _on_entered(self, vault: Vault, signed_in: SignedIn) -> None:
        self._job = None
        self._unlocked = None
        self._entered = (vault, signed_in)
        if signed_in.must_change_password:
            self._busy(False)
            self._stack.setCurrentWidget(self._own_page)
            self.own_password.first.setFocus()
        else:
            self._leave()

    def _leave(self) -> None:
        """Hand the open vault over; from here on this window holds nothing."""
        entered, self._entered = self._entered, None
        if entered is None:
            return
        self._done = True
        self.password.clear()
        self.own_password.clear()
        vault, signed_in = entered
        fields: dict[str, object] = {"last_name": signed_in.actor.name}
        if self._path != Path(self._config.value.vault or self._path):
            fields["vault"] = str(self._path)
        self._config.change(**fields)
        self.opened.emit(vault, signed_in)

    def _on_failed(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, UserError):
            self._show_form()  # the crash dialog says what it was
            return
        area = error.code.partition(".")[0]
        if error.code == "password.wrong":
            self.password.clear()
            self._show_form()
            self._wrong += 1
            self._free_at = time.time() + float(error.params.get("wait", 0.0))
            self._countdown.start()
            self._on_second()
        elif area in ("keyring", "password") or error.code == "auth.unknown_name":
            self._show_form()
            self._say(beside_field(error))
        else:
            self._show_trouble(error)

    # --- waiting after wrong passwords -----------------------------------------------------------

    def _seconds_to_wait(self) -> int:
        return max(0, math.ceil(self._free_at - time.time()))

    def _on_second(self) -> None:
        seconds = self._seconds_to_wait()
        self.unlock_button.setEnabled(not seconds and self._job is None)
        if not seconds:
            self._countdown.stop()
        wrong = (
            self.tr("Wrong password, attempt {count}.").format(count=self._wrong)
            if self._wrong
            else self.tr("The last attempts had wrong passwords.")
        )
        if seconds:
            advice = self.tr("The next attempt is possible in {seconds} s.").format(seconds=seconds)
        else:
            advice = self.tr("Check Caps Lock and the input method; an administrator can reset the password.")
        self._say(self.tr("{wrong} {advice}").format(wrong=wrong, advice=advice))

    def _say(self, sentence: str) -> None:
        self._standing = sentence
        self._password_row.set_error(sentence)

    def _busy(self, busy: bool) -> None:
        for widget in (
            self.names,
            self.password,
            self._session,
            self._recovery,
            self.unlock_button,
            self._keep,
            self.own_password,
        ):
            widget.setEnabled(not busy)
        self.unlock_button.setText(self.tr("Unlocking…") if busy else self.tr("Unlock"))
        self.unlock_button.updateGeometry()

    # --- ways out --------------------------------------------------------------------------------

    def _on_way(self, way: Way) -> None:
        if self._damage.take(way):
            self._tell_again()
            return
        match way:
            case Way.AGAIN:
                if self._unlocked is not None:
                    self._open(accept_rollback=False)
                else:
                    self.use_folder(self._path)
            case Way.SIGN_IN:
                self._unlocked = None
                self.use_folder(self._path)
            case Way.OPEN_OLDER:
                self._open(accept_rollback=True)
            case Way.OTHER_FOLDER:
                chosen = QFileDialog.getExistingDirectory(
                    self, self.tr("Folder of the vault"), str(self._path)
                )
                if chosen:
                    self.use_folder(chosen)
            case Way.SHOW_FOLDER:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path)))
            case Way.KEYFILE_COPY:
                chosen, _ = QFileDialog.getOpenFileName(
                    self,
                    self.tr("A copy of the key file"),
                    str(self._path),
                    self.tr("Key file (vault.keys*);;All (*)"),
                )
                if chosen:
                    self.use_keyfile_copy(Path(chosen))
            case Way.NEW_VAULT:
                self._done = True
                self.make_new.emit(self._path)
            case Way.OPEN_DAMAGED:
                self._open(accept_rollback=False)
            case Way.RECOVER:
                self.use_folder(self._path)
                self.use_recovery_code()

    def use_keyfile_copy(self, source: Path) -> None:
        """Put a sound copy of the key file in place of the missing or damaged one."""
        folder = self._folder
        if folder is None:
            return
        try:
            keyfiles.adopt_copy(folder, source)
        except UserError as error:
            self._show_trouble(error)
            return
        self.use_folder(self._path)

    def use_recovery_code(self) -> RecoverVault | None:
        """Ask for the recovery code; None where there is no key file to use it on."""
        from rmdesk.ui.dialogs.recover_vault import RecoverVault

        if self._folder is None or self._keyfile is None:
            return None
        dialog = RecoverVault(self._folder, self._keyfile, self._jobs, parent=self)
        dialog.recovered.connect(self._on_entered)
        dialog.open()
        return dialog

    # --- one's own password instead of a one-use one ---------------------------------------------

    def keep_own_password(self) -> None:
        """Put the person's own password in place of the one they were given, then go on."""
        if self._entered is None or self._job is not None or not self.own_password.check():
            return
        vault, _ = self._entered
        given, own = self.password.text(), self.own_password.password

        def change(_progress: Progress) -> None:
            slot = staff.prepare_own_password(vault, given, own)
            with vault.store.write() as session:
                staff.change_password(session, vault, slot)

        self._busy(True)
        self._job = self._jobs.background(
            self.tr("Changing the password"),
            change,
            done=lambda _nothing: self._on_kept(),
            failed=self._on_not_kept,
        )

    def _on_kept(self) -> None:
        self._job = None
        self._leave()

    def _on_not_kept(self, error: Exception) -> None:
        self._job = None
        self._busy(False)
        if isinstance(error, UserError):
            self.own_password.refuse(beside_field(error))

    # --- leaving ---------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        keep_above_the_edge(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and self._stack.currentWidget() is self._form_page
        ):
            self.sign_in()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._done:
            return
        self._done = True
        self._countdown.stop()
        self._damage.cancel()
        if self._job is not None:
            self._job.cancel()
        if self._entered is not None:
            vault, _ = self._entered
            self._entered = None
            accounts.sign_out(vault)
            vault.close()
        self.quit.emit()
