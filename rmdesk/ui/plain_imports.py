"""Python's own `import`, which PySide6 replaces when it is loaded.

PySide6's `import` reads the source of every module loaded after it, to find out whether it may want
snake_case names (`from __feature__ import …`), and Python keeps what was read: 20 MB and a tenth of a
second for a window that wants no such names. A frozen program has no sources to read.
"""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401 - so that it has done its replacing


def restore() -> None:
    """Put the former `import` back, where there is one. To be called before anything else is imported."""
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
