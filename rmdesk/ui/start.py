"""From the options to a window and, by lock or close, to the end of the process."""

from __future__ import annotations

import gc
import linecache
import logging
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from rmdesk import __version__, config, messages, policies
from rmdesk.options import Options
from rmdesk.services.errors import UserError
from rmdesk.services.vault import VaultFolder
from rmdesk.ui import icons, process
from rmdesk.ui.context import ConfigHolder, Context
from rmdesk.ui.crash import CrashHandler
from rmdesk.ui.i18n import Languages
from rmdesk.ui.instance import Instance
from rmdesk.ui.jobs import Jobs, favour_the_window
from rmdesk.ui.theme import Theme

if TYPE_CHECKING:
    from rmdesk.config import Config
    from rmdesk.services.accounts import Notice, SignedIn
    from rmdesk.services.backups import Prepared
    from rmdesk.services.rotation import PreparedRotation
    from rmdesk.services.vault import Vault
    from rmdesk.ui.backup_watch import BackupWatch
    from rmdesk.ui.bus import Bus
    from rmdesk.ui.draft_watch import DraftWatch
    from rmdesk.ui.lock_watch import LockWatch
    from rmdesk.ui.window import Facts, MainWindow

log = logging.getLogger(__name__)

_SETTLED = 1000  # ms after a window was entered

StartProcess = Callable[[Sequence[str]], None]
EndProcess = Callable[[int], None]


def run_window(options: Options) -> int:
    """Run the window until it is closed or locked; the exit status."""
    favour_the_window()
    app = make_application()
    holder = ConfigHolder()
    languages = Languages(app)
    languages.use(options.lang or holder.value.language)
    theme = Theme(app)
    theme.apply(holder.value.theme)
    if options.self_test is not None:
        from rmdesk.ui.self_test import run_self_test

        return run_self_test(options.self_test, app, languages, theme)
    session = Session(options, holder, languages, theme)
    crash = CrashHandler(session.tell)
    crash.close_requested.connect(session.close)
    crash.install()
    session.ended.connect(app.exit, Qt.ConnectionType.QueuedConnection)
    session.entered.connect(lambda _window: QTimer.singleShot(_SETTLED, settle_memory))
    QTimer.singleShot(0, session.begin)
    try:
        status = app.exec()
    finally:
        crash.uninstall()
    if session.was_locked:
        process.leave(status)
    return status


def settle_memory() -> None:
    """Spare the collector what the start made: it stays to the end, and a look at all of it takes 50 ms.

    And let go of the source of modules, which Python keeps once PySide has looked into it.
    """
    linecache.clearcache()
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def make_application() -> QApplication:
    """The QApplication, with everything that must be set before the first window."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["rmdesk"])
    app.setApplicationName("rmdesk")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("rmdesk")
    app.setWindowIcon(icons.app_icon())
    # The windows follow one another (sign-in, then the desk); only the session knows when it is over.
    app.setQuitOnLastWindowClosed(False)
    return app


class Session(QObject):
    """One run of the program: sign-in or first start, the window, then close or lock.

    `start_process` starts the program again with the arguments it is given; `end_process` ends this one
    on the spot, where a write cannot be waited for any longer.
    """

    ended = Signal(int)  # exit status
    entered = Signal(object)  # MainWindow: shown, or shown anew in another language

    def __init__(
        self,
        options: Options,
        holder: ConfigHolder,
        languages: Languages,
        theme: Theme,
        *,
        start_process: StartProcess = process.start_detached,
        end_process: EndProcess = os._exit,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._config = holder
        self._languages = languages
        self._theme = theme
        self._start_process = start_process
        self._end_process = end_process
        self._jobs = Jobs()  # before sign-in there is no store
        self._instance: Instance | None = None
        self._waiting: QWidget | None = None  # the window of sign-in or first start
        self._vault: Vault | None = None
        self._bus: Bus | None = None
        self.watch: LockWatch | None = None
        self._backup_watch: BackupWatch | None = None
        self._draft_watch: DraftWatch | None = None  # of the present window
        self._prepared: Prepared | PreparedRotation | None = None  # what is to take the place of the vault
        self.window: MainWindow | None = None
        self._has_told_damage = False
        self._derived = 0.0  # seconds the keys took
        self._over = False
        self.was_locked = False
        self._language_kept = holder.value.language  # `--lang` may speak another one for once
        holder.changed.connect(self._on_config_changed)

    # --- to the window

    @Slot()
    def begin(self) -> None:
        """Find the vault and sign in, or say why not."""
        options = self._options
        try:
            folder = VaultFolder.at(self._folder())
        except UserError as error:
            self._refuse(error)
            return
        self._instance = Instance(folder.root, self)
        self._instance.raise_requested.connect(self._on_raise)
        if not self._instance.claim():
            self._end(0)  # the other one has come forward
        elif options.demo:
            self._enter_with(
                self.tr("Preparing the demonstration"), partial(_open_demo, folder, options.fresh)
            )
        elif options.password_file is not None:
            self._enter_with(self.tr("Unlocking"), partial(self._open_with_password_file, folder))
        elif folder.holds_vault():
            self._ask_to_sign_in(folder.root)
        else:
            self._start_first(folder.root)
        if self._options.locked is None and not self._options.demo:
            for problem in policies.policy().problems:
                self.tell(problem)

    def _folder(self) -> Path | str:
        if self._options.demo:
            return config.demo_vault_folder()
        return self._options.vault or self._config.value.vault or config.default_vault_folder()

    def _ask_to_sign_in(self, folder: Path) -> None:
        from rmdesk.ui.unlock import SignInWindow
        from rmdesk.ui.unlock_side import lock_reason

        locked = self._options.locked
        reason = lock_reason(locked, datetime.now(UTC)) if locked else ""
        window = SignInWindow(
            folder,
            self._jobs,
            self._config,
            reason=reason,
            name=self._options.user,
            damaged=locked == "damaged",
        )
        window.opened.connect(self._enter)
        window.make_new.connect(self._start_first)
        window.quit.connect(self.close)
        self._show_waiting(window)
        # While the person types, what the next window needs is loaded.
        QTimer.singleShot(50, _load_window)

    def _start_first(self, folder: Path) -> None:
        from rmdesk.ui.first_start.window import FirstStartWindow

        window = FirstStartWindow(Path(folder), self._jobs, self._config, self._languages)
        window.finished.connect(self._on_made)
        window.sign_in_wanted.connect(self._ask_to_sign_in)
        window.demonstration_wanted.connect(self._show_demonstration)
        window.quit.connect(self.close)
        self._show_waiting(window)

    def _show_waiting(self, window: QWidget) -> None:
        former, self._waiting = self._waiting, window
        window.show()
        window.raise_()
        window.activateWindow()
        if former is not None:
            former.hide()
            former.deleteLater()

    def _enter_with(self, title: str, work: Callable[[], tuple[Vault, SignedIn]]) -> None:
        """Sign in without asking; a refusal ends the program with its exit status."""
        self._jobs.background(
            title,
            lambda _progress: work(),
            done=lambda made: self._enter(*made),
            failed=lambda error: self._refuse(error) if isinstance(error, UserError) else self._end(1),
        )
        # Deriving the keys leaves the interpreter free, so the window's code is loaded meanwhile.
        QTimer.singleShot(0, _load_window)

    def _open_with_password_file(self, folder: VaultFolder) -> tuple[Vault, SignedIn]:
        """On a background thread."""
        from rmdesk.services import accounts, files
        from rmdesk.services.vault import load_keyfile, open_vault, unlock

        options = self._options
        if options.password_file is None:
            raise UserError("usage.password_file_needed")
        password = files.read_first_line(options.password_file)
        name = options.user
        if name is None:
            names = load_keyfile(folder).keyfile.names()
            if len(names) != 1:
                raise UserError("usage.user_needed")
            name = names[0]
        began = time.perf_counter()
        unlocked = unlock(folder, name, password)
        self._derived = time.perf_counter() - began
        vault = open_vault(unlocked, accept_rollback=options.accept_rollback)
        return vault, accounts.enter(vault)

    @Slot(object, object, str)
    def _on_made(self, vault: Vault, signed_in: SignedIn, first_step: str) -> None:
        """A new vault was made; the person chose what to begin with."""
        if first_step == "demonstration":
            self._vault = vault
            self._show_demonstration()
            return
        self._enter(vault, signed_in)
        if self.window is None:
            return
        if first_step == "import":
            self.window.start_import()
        elif "staff" in self.window.pane_ids:
            self.window.show_pane("staff")

    @Slot()
    def _show_demonstration(self) -> None:
        """In a process of its own: its vault is another one."""
        self._finish(0, ["--demo", *(("--lang", self._options.lang) if self._options.lang else ())])

    @Slot(object, object)
    def _enter(self, vault: Vault, signed_in: SignedIn) -> None:
        """The vault is open and somebody is signed in: show the window."""
        from rmdesk.services import drafts
        from rmdesk.ui.bus import Bus

        if self._over:
            vault.close()
            return
        self._vault = vault
        self._jobs.close()
        self._jobs = Jobs(vault.store)
        self._jobs.refused.connect(self.tell)
        self._bus = Bus(vault.store)
        self._bus.damage_met.connect(self._on_damage)
        self._show_window(signed_in.notices, drafts.load(vault, signed_in.actor.staff_uid))
        former, self._waiting = self._waiting, None
        if former is not None:
            former.hide()
            former.deleteLater()
        if not self._options.demo and self._config.value.last_name != signed_in.actor.name:
            self._config.change(last_name=signed_in.actor.name)

    def _show_window(self, notices: Sequence[Notice], kept: Mapping[str, Any]) -> None:
        """`kept`: what stood half-written in the window before."""
        from rmdesk.ui.window import MainWindow

        if self._vault is None or self._bus is None:
            raise RuntimeError("no vault is open")
        context = Context(self._vault, self._vault.store, self._jobs, self._bus, self._config, self._theme)
        window = MainWindow(context, notices=notices, opens_by_itself=self._options.demo)
        window.take_up(kept)
        window.lock_requested.connect(self.lock)
        window.closing.connect(self.close)
        window.restart_wanted.connect(self.start_again)
        window.facts_changed.connect(self._on_facts)
        former, self.window = self.window, window
        if self._draft_watch is not None:
            self._draft_watch.stop()
            self._draft_watch = None
        _AfterPaint(window, self._on_painted)
        window.show()
        if former is not None:
            former.blockSignals(True)
            former.hide()
            former.deleteLater()
        window.raise_()
        window.activateWindow()
        self.entered.emit(window)

    def _on_painted(self) -> None:
        """The window is on the screen; now what the first sight did not need."""
        if self._options.verbose:
            seconds = process.seconds_since_start()
            print(f"painted {seconds:.3f} derive {self._derived:.3f}", file=sys.stderr, flush=True)
        if self._over or self.window is None:
            return
        from rmdesk.ui.rotation_proposal import RotationProposal

        self.window.count_panes()
        if self._draft_watch is None:
            from rmdesk.ui.draft_watch import DraftWatch

            self._draft_watch = DraftWatch(self.window)
            self._draft_watch.start()
        if not self._options.demo:
            RotationProposal(self.window)
        if self._backup_watch is None and not self._options.demo:
            from rmdesk.ui.backup_watch import BackupWatch

            self._backup_watch = BackupWatch(self.window.context, self)
            self._backup_watch.stands.connect(self._on_backup)
            self._backup_watch.start()
        if self.watch is not None:
            return
        if not self._options.demo:
            from rmdesk.ui.lock_watch import LockWatch

            self.watch = LockWatch(self.window.facts.idle_seconds, parent=self)
            self.watch.lock_requested.connect(self.lock)
            self.watch.start(self.window)

    @Slot(str, bool)
    def _on_backup(self, trouble: str, is_made: bool) -> None:
        if self.window is not None and not self._over:
            self.window.show_backup(trouble, is_made)

    @Slot(object)
    def _on_facts(self, facts: Facts) -> None:
        if self.watch is not None:
            self.watch.idle_seconds = facts.idle_seconds

    @Slot(object)
    def _on_config_changed(self, value: Config) -> None:
        self._theme.apply(value.theme)
        chosen, self._language_kept = value.language != self._language_kept, value.language
        if chosen and self.window is not None and self._vault is not None:
            from rmdesk.services import accounts

            # A window is built in one language; it comes back where it stood.
            self.window.save_state()
            self._languages.use(value.language)
            with self._vault.store.read() as session:
                notices = accounts.load_notices(session, self.window.context.actor.staff_id)
            self._show_window(notices, self.window.drafts())

    @Slot()
    def _on_damage(self) -> None:
        """A page of the database could not be read: say so once, and offer to see what can be done."""
        if self._over or self._has_told_damage or self.window is None:
            return
        self._has_told_damage = True
        from rmdesk.ui.damage import tell_damage

        tell_damage(self.window, then=lambda: self.lock("damaged"))

    @Slot()
    def _on_raise(self) -> None:
        if self.window is not None:
            self.window.come_forward()
        elif self._waiting is not None:
            self._waiting.show()
            self._waiting.raise_()
            self._waiting.activateWindow()

    # --- telling

    @Slot(object)
    def tell(self, error: UserError) -> None:
        """Say what could not be done, over whatever window there is."""
        from rmdesk.ui import ask

        if not self._over:
            ask.tell_error(self.window or self._waiting, error)

    def _refuse(self, error: UserError) -> None:
        """The program cannot begin. Whoever gave a password file waits for a status, not for a window."""
        if self._options.password_file is not None:
            print(messages.sentence(error), file=sys.stderr, flush=True)
            self._end(error.exit_status)
        else:
            from rmdesk.ui import ask

            ask.tell_error(None, error, then=lambda: self._end(error.exit_status))

    # --- to the end

    @Slot()
    def close(self) -> None:
        """Sign out, close the vault and end."""
        self._finish(0, None)

    @Slot(object)
    def start_again(self, prepared: Prepared | PreparedRotation) -> None:
        """Put a prepared database in place of the vault's, and have a successor ask for the password."""
        if self._over or self.window is None or self._vault is None:
            prepared.close()
            return
        self._prepared = prepared
        self._finish(0, [*self._to_sign_in(), "--locked", prepared.cause], locked=True)

    def _to_sign_in(self) -> list[str]:
        """Arguments of a successor that asks this person for their password."""
        assert self.window is not None
        assert self._vault is not None
        folder, person = self._vault.folder.root, self.window.context.actor.name
        arguments = ["--vault", str(folder), "--user", person]
        if self._options.lang:
            arguments += ["--lang", self._options.lang]
        return arguments

    @Slot(str)
    def lock(self, reason: str) -> None:
        """Hide at once, close the vault, start a successor that asks for the password, and end.

        Only the end of the process clears its memory.
        """
        if self._over or self.window is None or self._vault is None:
            return
        self.window.save_state()
        self._finish(0, [*self._to_sign_in(), "--locked", reason], locked=True)

    def _finish(self, status: int, successor: Sequence[str] | None, *, locked: bool = False) -> None:
        if self._over:
            return
        self._over, self.was_locked = True, locked
        for window in QApplication.topLevelWidgets():
            window.hide()
        self._keep_drafts()
        if self.window is not None:
            for timer in self.window.findChildren(QTimer):
                timer.stop()  # what it would ask for is closed until the program has ended
        if self._waiting is not None:
            self._waiting.close()  # it may hold a vault that was opened but not yet entered
        clipboard = QGuiApplication.clipboard()
        if locked and clipboard.ownsClipboard():
            clipboard.clear()
        if self.watch is not None:
            self.watch.stop()
        cancelled = self._jobs.close()
        if cancelled:
            log.info("%d tasks were cancelled by %s", cancelled, "the lock" if locked else "closing")
        if self._jobs.given_up:
            self._keep_drafts(cancelled=self._jobs.given_up)  # whoever comes back is told
        if self._bus is not None:
            self._bus.close()
        if self._instance is not None:
            self._instance.release()
        if self._jobs.is_stuck:
            # A write that neither ends nor stops: the end of the process rolls it back and frees the vault.
            log.warning("a write was ended with the process")
            self._succeed(self._told_not_done(successor))
            logging.shutdown()
            self._end_process(status)
            return
        is_done = self._close_vault(locked=locked)
        self._succeed(successor if is_done else self._told_not_done(successor))
        self.ended.emit(status)

    def _told_not_done(self, successor: Sequence[str] | None) -> Sequence[str] | None:
        """The successor's arguments where a database should have taken the vault's place and did not."""
        if successor is None or self._prepared is None:
            return successor
        return [*successor[: successor.index("--locked")], "--locked", f"not_{self._prepared.cause}"]

    def _keep_drafts(self, *, cancelled: Sequence[str] = ()) -> None:
        """What stands half-written stays in the vault, for the same person to go on with, and which work that
        they had begun was `cancelled`.
        """
        from rmdesk.services import drafts

        if self._draft_watch is not None:
            self._draft_watch.stop()
        # What was typed belongs to the state that a backup replaces.
        is_replaced = self._prepared is not None and self._prepared.cause == "restored"
        if self.window is not None and self._vault is not None and not is_replaced:
            found = self.window.drafts(cancelled=cancelled)
            drafts.keep(self._vault, self.window.context.actor.staff_uid, found)

    def _close_vault(self, *, locked: bool) -> bool:
        """Whether all that was to be done before was done."""
        from rmdesk.services import accounts, backups

        vault, self._vault = self._vault, None
        if vault is None:
            return True
        try:
            if self._prepared is not None:
                self._prepared.finish()
                return True
            accounts.sign_out(vault, locked=locked)
            if not locked:  # a lock must be over at once; whoever comes back makes the backup
                backups.make_if_due(vault)
        except UserError as error:
            # A full disk keeps nobody from leaving; that they came in is on record.
            log.warning("leaving could not be recorded or backed up: %s", error.code)
            return False
        finally:
            vault.close()
        return True

    def _succeed(self, successor: Sequence[str] | None) -> None:
        if successor is not None:
            self._start_process(successor)

    def _end(self, status: int) -> None:
        """End before any vault was opened."""
        if not self._over:
            self._over = True
            self._jobs.close()
            if self._instance is not None:
                self._instance.release()
            self.ended.emit(status)


class _AfterPaint(QObject):
    """Calls back once, after the window was painted for the first time.

    Where opaque widgets cover it the window itself is not drawn: the rail is, whatever covers the rest.
    """

    def __init__(self, window: MainWindow, call: Callable[[], None]) -> None:
        super().__init__(window)
        self._call = call
        window.rail.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._call)
        return False


def _open_demo(folder: VaultFolder, fresh: bool) -> tuple[Vault, SignedIn]:
    from rmdesk.services import accounts, demo

    vault = demo.open_demo(folder, fresh=fresh)
    return vault, accounts.enter(vault)


def _load_window() -> None:
    import rmdesk.ui.window  # noqa: F401 - so that it is there when it is needed
