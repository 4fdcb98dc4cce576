"""One way to find the files the program ships: from source, from a wheel and in a frozen program."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    frozen = getattr(sys, "_MEIPASS", None)
    candidates = [
        *([Path(frozen) / "resources"] if frozen else []),
        Path(__file__).parent / "_resources",  # where the build backend puts them in a wheel
        Path(__file__).parent.parent / "resources",  # beside the package in a source checkout
    ]
    for candidate in candidates:
        if (candidate / "i18n").is_dir():
            return candidate
    raise FileNotFoundError("the program's resources are missing: " + ", ".join(map(str, candidates)))


def path(*parts: str) -> Path:
    """The path of a shipped file, e.g. `path("icons", "lock.svg")`.

    Raises FileNotFoundError if the program ships no such file.
    """
    found = _root().joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(f"the program ships no {'/'.join(parts)}")
    return found
