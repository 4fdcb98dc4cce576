"""What a person is told when something cannot be done.

A `UserError` carries a code and parameters, no prose: `rmdesk/messages.py` holds the sentences for
every code, in both languages, and the window and the command line show the same ones. Any other
exception is a bug: it is logged and shown by the crash dialog.
"""

from __future__ import annotations

from typing import Any


class UserError(Exception):
    """Something the person asked for cannot be done, and can be explained (exit status 1)."""

    exit_status = 1

    def __init__(self, code: str, /, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params

    def __reduce__(self) -> tuple[Any, ...]:
        # Errors cross the pipe from a worker process; keyword parameters need help to survive it.
        return _rebuild, (type(self), self.code, self.params)


def _rebuild(kind: type[UserError], code: str, params: dict[str, Any]) -> UserError:
    return kind(code, **params)


class UsageError(UserError):
    """The command line was used wrongly (exit status 2)."""

    exit_status = 2


class Damaged(UserError):
    """The vault, its key file or a copy of it is damaged, replaced or rolled back (exit status 3)."""

    exit_status = 3


class NotAllowed(UserError):
    """The person's roles do not permit this."""


class Conflict(UserError):
    """Someone else changed the row since it was read.

    `params`: `table`, `uid`, `seen` (the version the person saw), `present` (the version now; None if
    the row is gone).
    """


class Cancelled(Exception):
    """The person cancelled a long operation; whatever it had begun is rolled back."""
