"""Runs a module in a process that imports as the program does: `as_started MODULE [ARGUMENT …]`.

Imported in another order, Python keeps the source of every module, and SQLAlchemy brings `asyncio`: 35 MB.
"""

from __future__ import annotations

import runpy
import sys

import rmdesk.late_imports  # noqa: F401 - before anything else of ours
from rmdesk.ui import plain_imports


def main() -> None:
    plain_imports.restore()
    del sys.argv[0]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
