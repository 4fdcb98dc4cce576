"""The program's log: what happened, never whom it concerned.

Messages of exceptions often quote the very value that was wrong (a name, a card number, a search), so a
line of the log says the kind of an error and where in the code it arose; its message is kept only for
kinds whose messages speak of the program, not of the data.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
import sys
import threading
import traceback
from collections.abc import Mapping
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from rmdesk import config
from rmdesk.services.errors import UserError

_SIZE = 1_000_000  # bytes of one file
_KEPT = 5  # older files beside it
_logger = logging.getLogger("rmdesk")

# These name attributes, modules, types and functions of the program.
_SPEAKS_OF_CODE = (AttributeError, NameError, ImportError, NotImplementedError, TypeError, RecursionError)
# What SQLite says about the database itself; its other messages may quote a value or a search.
_SPEAKS_OF_SCHEMA = re.compile(
    r"(UNIQUE|NOT NULL|FOREIGN KEY|CHECK) constraint failed(: [\w.,<>=() ]+)?|database( table)? is locked"
    r"|database or disk is full|disk I/O error|unable to open database file|file is not a database"
    r"|database disk image is malformed|attempt to write a readonly database|no such (table|column): [\w.]+",
    re.ASCII,
)
# Document ids, phones and accounts; hexadecimal ids and times keep their digits.
_LONG_NUMBER = re.compile(r"(?<![0-9A-Za-z-])\d{7,}[Xx]?(?![0-9A-Za-z-])")


def folder() -> Path:
    return config.home() / "logs"


def describe(error: BaseException) -> str:
    """An error in one line that quotes no data: its kind, and what of its message is about the program."""
    kind = type(error).__name__
    if isinstance(error, UserError):
        return f"{kind} {error.code}"
    if isinstance(error, OSError):
        return f"{kind} {error.errno}: {os.strerror(error.errno)}" if error.errno else kind
    said = str(getattr(error, "orig", error))  # SQLAlchemy puts the statement around the driver's message
    if isinstance(error, _SPEAKS_OF_CODE) or _SPEAKS_OF_SCHEMA.fullmatch(said):
        return f"{kind}: {said}"
    return kind


def trace(error: BaseException) -> str:
    """The error, what caused it, and the lines of code it passed: no values, fit to be copied and sent."""
    parts: list[str] = []
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        frames = traceback.StackSummary.extract(traceback.walk_tb(one.__traceback__), capture_locals=False)
        parts.append("".join(frames.format()) + describe(one))
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return "\n\nled to:\n\n".join(reversed(parts))


class Discretion(logging.Filter):
    """Lets no message of an error and no parameter of a statement into a record."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("sqlalchemy") and record.levelno < logging.WARNING:
            return False  # its echo prints the parameters of every statement
        if isinstance(record.msg, BaseException):
            record.msg = describe(record.msg)
        if isinstance(record.args, Mapping):
            record.args = {name: _discreet(value) for name, value in record.args.items()}
        elif record.args:
            record.args = tuple(_discreet(value) for value in record.args)
        if record.exc_info and record.exc_info[1] is not None:
            # Formatters keep the text here for one another; another handler may have left a talkative one.
            record.exc_text = trace(record.exc_info[1])
        return True


def _discreet(value: object) -> object:
    return describe(value) if isinstance(value, BaseException) else value


class _Formatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: %(message)s")

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        record.message = _LONG_NUMBER.sub("…", record.message)
        return super().formatMessage(record)


class _LogFile(RotatingFileHandler):
    """The rotating file, and beside it the one into which a crash of the interpreter writes its stacks."""

    def __init__(self, where: Path) -> None:
        where.mkdir(parents=True, exist_ok=True)
        super().__init__(where / "rmdesk.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8")
        self._crashes = _open_crashes(where / "crashes.log")
        faulthandler.enable(self._crashes)

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        try:
            super().doRollover()
        except OSError:
            # Another process of rmdesk holds the file (Windows): it grows a little past its size instead.
            self.stream = self._open()

    def close(self) -> None:
        if not self._crashes.closed:
            faulthandler.disable()
            self._crashes.close()
        super().close()


def _open_crashes(file: Path) -> TextIO:
    crowded = file.exists() and file.stat().st_size > _SIZE
    return file.open("w" if crowded else "a", encoding="utf-8")


def setup(verbose: bool = False) -> None:
    """Start the log in `folder()`, and send what nobody caught there. Calling it again starts it anew.

    `verbose` adds the details, and shows them on standard error too. Where the folder cannot be written
    the program runs without a log file and says so on standard error.
    """
    root = logging.getLogger()
    for handler in root.handlers[:]:
        if isinstance(handler.formatter, _Formatter):
            root.removeHandler(handler)
            handler.close()
    handlers: list[logging.Handler] = []
    trouble: OSError | None = None
    try:
        handlers.append(_LogFile(folder()))
    except OSError as error:
        trouble = error
    if (verbose or trouble) and sys.stderr is not None:  # a windowed program of Windows has no standard error
        handlers.append(logging.StreamHandler(sys.stderr))
    for handler in handlers:
        handler.setFormatter(_Formatter())
        handler.addFilter(Discretion())
        root.addHandler(handler)
    root.setLevel(logging.WARNING)
    _logger.setLevel(logging.DEBUG if verbose else logging.INFO)
    sys.excepthook = _on_uncaught
    threading.excepthook = _on_uncaught_in_thread
    sys.unraisablehook = _on_unraisable
    if trouble:
        _logger.warning("no log file: %s", trouble)


def _on_uncaught(kind: type[BaseException], error: BaseException, _where: TracebackType | None, /) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    _logger.critical("uncaught", exc_info=error)
    if sys.stderr is not None:
        print(trace(error), file=sys.stderr)


def _on_uncaught_in_thread(uncaught: threading.ExceptHookArgs, /) -> None:
    if uncaught.exc_value is not None and not isinstance(uncaught.exc_value, SystemExit):
        _logger.critical("uncaught in a thread", exc_info=uncaught.exc_value)


def _on_unraisable(unraisable: Any, /) -> None:
    _logger.error("could not be raised: %s", unraisable.err_msg or "", exc_info=unraisable.exc_value)
