"""Functions that worker processes import by name, for the tests of jobs."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable

from rmdesk import words
from rmdesk.services.errors import UserError

Progress = Callable[[int, int], None]


def count_characters(rows: list[str], *, progress: Progress) -> dict[str, int]:
    """A result that can be told from any other, with progress on the way."""
    counted: dict[str, int] = {}
    for position, row in enumerate(rows, 1):
        for character in row:
            counted[character] = counted.get(character, 0) + 1
        progress(position, len(rows))
    return counted


def process_id(*, progress: Progress) -> int:
    return os.getpid()


def language(*, progress: Progress) -> str:
    return words.language()


def refuse(*, progress: Progress) -> None:
    raise UserError("test.refused", row=7)


def fail(secret: str, *, progress: Progress) -> None:
    raise ValueError(f"wrong value {secret}")


def die(status: int, *, progress: Progress) -> None:
    os._exit(status)


def wait_for_ever(*, progress: Progress) -> None:
    progress(0, 1)
    threading.Event().wait()


def compute_for_ever(*, progress: Progress) -> None:
    """Keep one processor busy with pure Python until the process is ended."""
    step = 0
    while True:
        sum(number * number for number in range(2_000))
        step += 1
        progress(step % 1_000, 1_000)


def answer_with_a_lambda(*, progress: Progress) -> Callable[[], None]:
    """Something no pipe can carry."""
    return lambda: None
