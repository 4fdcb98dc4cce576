"""A process with the window of a vault that is locked by its key, and the successor in which it is unlocked.

    lock_once lock VAULT USER PASSWORD_FILE [endless | FILE]

shows every pane, chooses a customer far down the list, types about them and locks by the command of the key,
while a write without end runs, or an import of the file. The process that the lock starts, as
`lock_once unlock ARGUMENT…`, types the password and presses Enter. They say on standard error `pressed T` and
`closed T`, then `unlocked JSON`, or fail with what is not as it stood; T of `time.perf_counter`, which counts
from the same moment in both.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rmdesk.arguments import parse_window
from rmdesk.options import Options
from rmdesk.services import vault as vaults
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.i18n import Languages
from rmdesk.ui.jobs import favour_the_window
from rmdesk.ui.process import leave
from rmdesk.ui.start import Session, make_application
from rmdesk.ui.theme import Theme
from tests.bench.grounds import PASSWORD, ROOT

if TYPE_CHECKING:
    from sqlalchemy.orm import Session as DatabaseSession

    from rmdesk.services.progress import Progress
    from rmdesk.ui.interactions.quick_entry import QuickEntry
    from rmdesk.ui.panes.customers.pane import CustomersPane
    from rmdesk.ui.unlock import SignInWindow
    from rmdesk.ui.window import MainWindow

_PATIENCE = 30.0  # seconds
_REST = 1500  # ms: what follows a pane has come by then; so long somebody needs for a password
_LOOK = 400  # ms: as long as somebody looks at a pane in passing
_ROW = 700
_TYPED = "客户说下周三再谈"
_TOLD = "stands"  # the variable by which the successor knows how everything stood


def lock(vault: str, user: str, password_file: str, work: str = "") -> None:
    app, session = _session(Options(vault=Path(vault), user=user, password_file=Path(password_file)))
    session.ended.connect(app.exit, Qt.ConnectionType.QueuedConnection)
    session.begin()
    _until(lambda: session.watch is not None)
    window = cast("MainWindow", session.window)
    for pane_id in window.pane_ids:
        window.show_pane(pane_id)
        _rest(_LOOK)
    found = _pane(window).list
    found.table.go_to(found.model.ids[min(_ROW, len(found.model.ids) - 1)])
    _rest(_REST)
    for entry in _entries(window):
        entry.content.setPlainText(_TYPED)
    _begin(window, work)
    _rest(_REST)
    os.environ[_TOLD] = json.dumps(_standing(window))
    _tell("pressed", time.perf_counter())
    window.commands.lock.trigger()  # a window that is not active, as one out of sight may be, takes no key
    leave(app.exec())


def unlock(arguments: Sequence[str]) -> None:
    derived: list[float] = []
    _time_derivation(derived)
    request = parse_window(arguments)
    assert request is not None
    _, session = _session(request.options)
    session.begin()
    _until(lambda: _asking() is not None)
    asking = cast("SignInWindow", _asking())
    ready = time.perf_counter()
    _rest(_REST)
    asking.password.setText(PASSWORD)
    pressed = time.perf_counter()
    QTest.keyClick(asking.password, Qt.Key.Key_Return)
    _until(lambda: session.watch is not None)  # made after the first paint
    painted = time.perf_counter() - pressed - derived[-1]
    window = cast("MainWindow", session.window)
    stood = json.loads(os.environ[_TOLD])
    _until(lambda: _standing(window) == stood, "not as it stood", lambda: (_standing(window), stood))
    told = {"ready": ready, "derived": derived[-1], "painted": painted}
    _tell("unlocked", json.dumps(told | {"whole": time.perf_counter() - pressed - derived[-1]}))
    os._exit(0)  # whoever measures has what it wants


def _session(options: Options) -> tuple[QApplication, Session]:
    favour_the_window()
    app, holder = make_application(), ConfigHolder()
    languages, theme = Languages(app), Theme(app)
    languages.use("zh_CN")
    theme.apply("light")
    return app, Session(options, holder, languages, theme, start_process=_succeed)


def _succeed(arguments: Sequence[str]) -> None:
    """Start the successor as the program does, but one that does what a person would."""
    _tell("closed", time.perf_counter())
    once = ("-m", "tests.bench.as_started", "tests.bench.lock_once", "unlock", *arguments)
    subprocess.Popen([sys.executable, *once], cwd=ROOT, start_new_session=True)


def _begin(window: MainWindow, work: str) -> None:
    """Something that is being written when the key comes."""
    jobs, store = window.context.jobs, window.context.store
    if work == "endless":

        def write(session: DatabaseSession, _progress: Progress) -> None:
            while True:
                session.connection().exec_driver_sql("UPDATE origin SET id = id")

        jobs.write("Saving", write)
    elif work:
        from rmdesk.services import imports

        with imports.Feed(Path(work)) as feed, store.read() as session:
            request = imports.propose(session, imports.BY_NAME["customers"], feed.found).request
        jobs.write("Importing", lambda session, progress: imports.run(session, request, progress))


def _pane(window: MainWindow) -> CustomersPane:
    return cast("CustomersPane", window.show_pane("customers"))


def _entries(window: MainWindow) -> list[QuickEntry]:
    from rmdesk.ui.interactions.quick_entry import QuickEntry  # as late as the program does

    return _pane(window).findChildren(QuickEntry)


def _standing(window: MainWindow) -> dict[str, Any]:
    """Where everything stands. Nothing is shown by this that is not shown already."""
    pane = window.current_pane
    if pane is None or pane is not window.panes.get("customers"):
        return {}
    found = cast("CustomersPane", pane).list
    return {
        "current": found.table.current_id,
        "scrolled": found.table.verticalScrollBar().value(),
        "typed": [entry.content.toPlainText() for entry in _entries(window)],
    }


def _asking() -> SignInWindow | None:
    from rmdesk.ui.unlock import SignInWindow

    for one in QApplication.topLevelWidgets():
        if isinstance(one, SignInWindow) and one.isVisible():
            return one
    return None


def _time_derivation(seconds: list[float]) -> None:
    """Note how long the keys took: that is slow on purpose, and told apart."""
    derive = vaults.unlock

    def timed(*args: Any, **options: Any) -> Any:
        began = time.perf_counter()
        try:
            return derive(*args, **options)
        finally:
            seconds.append(time.perf_counter() - began)

    vaults.unlock = timed


def _until(
    is_true: Callable[[], bool],
    what: str = "what is waited for does not happen",
    told: Callable[[], Any] = str,
) -> None:
    ends = time.perf_counter() + _PATIENCE
    alarm = QTimer(interval=2)  # looks that often, and holds up nobody
    alarm.start()
    while not is_true():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() > ends:
            raise RuntimeError(f"{what} {told()}")


def _rest(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def _tell(word: str, what: object) -> None:
    print(word, what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    does, *rest = sys.argv[1:]
    lock(*rest) if does == "lock" else unlock(rest)
