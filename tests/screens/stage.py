"""What a scene stands on: one process at one scale factor, the program itself, a folder of pictures."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from rmdesk.options import Options
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.i18n import Languages
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.start import Session, make_application
from rmdesk.ui.theme import Theme
from rmdesk.ui.window import MainWindow

_PATIENCE = 240.0  # seconds for one step; a step that takes longer has failed
_QUIET = 0.2  # seconds without any task until a window counts as filled


class Stage:
    """Shows windows and keeps their pictures as `name-language-appearance[-scale].png`."""

    def __init__(self, out: Path, only: str, suffix: str, size: QSize) -> None:
        self.app: QApplication = make_application()
        self.config = ConfigHolder()
        self.languages = Languages(self.app)
        self.theme = Theme(self.app)
        self.size = size
        self.jobs = Jobs()
        QCursor.setPos(self.app.primaryScreen().geometry().bottomRight())  # over no window
        self._out, self._only, self._suffix = out, only, suffix
        self._prefix = ""
        self.language, self.appearance = "zh_CN", "light"
        self.use(self.language, self.appearance)

    def use(self, language: str, appearance: str) -> None:
        """Speak and look so from now on; a running session builds its window anew for it."""
        self.language, self.appearance = language, appearance
        self.languages.use(language)
        self.theme.apply(appearance)
        self.config.change(language=language, theme=appearance)

    def set_prefix(self, prefix: str) -> None:
        """What the names of the following pictures begin with."""
        self._prefix = prefix

    def enter(self, options: Options) -> Session:
        """Start the program's own session with `options`, and wait for its window."""
        session = Session(
            options, self.config, self.languages, self.theme, start_process=lambda _: None, end_process=_never
        )
        session.begin()
        self.wait(lambda: session.window is not None)
        return session

    def window_of(self, session: Session) -> MainWindow:
        """The session's window in the size of the pictures."""
        window = session.window
        if window is None:
            raise RuntimeError("the session has no window")
        window.resize(self.size)
        self.settle(window.context.jobs)
        return window

    # --- keeping ---------------------------------------------------------------------------------

    def keep(
        self, name: str, widget: QWidget, jobs: Jobs | None = None, *, while_running: bool = False
    ) -> None:
        """Wait until the widget is filled, then keep its picture; tasks may be left waiting."""
        if while_running:
            self.look()
        else:
            self.settle(jobs or self.jobs)
        language = self.language.partition("_")[0]
        file = f"{self._prefix}{name}-{language}-{self.appearance}{self._suffix}.png"
        if self._only in file and not widget.grab().save(str(self._out / file), "PNG", 0):
            raise RuntimeError(f"{file} could not be written")

    def keep_and_close(self, name: str, widget: QWidget, jobs: Jobs | None = None) -> None:
        widget.show()
        self.keep(name, widget, jobs)
        self.close(widget)

    def close(self, widget: QWidget) -> None:
        if isinstance(widget, QDialog):
            widget.reject()
        else:
            widget.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.app.processEvents()

    def look(self) -> None:
        """Let what was just done come to the screen."""
        ends = time.monotonic() + _QUIET
        self.wait(lambda: time.monotonic() >= ends)

    def settle(self, jobs: Jobs) -> None:
        """Until nothing has been running for a while."""
        quiet_since = time.monotonic()

        def settled() -> bool:
            nonlocal quiet_since
            if jobs._tasks:  # reading, too, which the window does not announce
                quiet_since = time.monotonic()
            return time.monotonic() - quiet_since >= _QUIET

        self.wait(settled)

    def wait(self, until: Callable[[], bool]) -> None:
        ends = time.monotonic() + _PATIENCE
        while not until():
            if time.monotonic() > ends:
                raise TimeoutError("a window was not ready in time")
            self.app.processEvents()
            time.sleep(0.005)  # the other threads' turn


def _never(status: int) -> None:
    raise RuntimeError(f"the session ended its process with {status}")
