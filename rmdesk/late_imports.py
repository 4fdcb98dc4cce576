"""Modules that a library imports without using them here: loaded when something first looks into them.

SQLAlchemy imports `asyncio` for drivers that nobody here has, and `importlib.metadata` for plugins: together
5 MB and a twentieth of a second of every start.
"""

from __future__ import annotations

import importlib.util
import inspect
import sys
from types import ModuleType
from typing import Any


class _Later(ModuleType):
    """Stands for a module; becomes the module itself at the first look for what it does not have yet."""

    def __getattr__(self, name: str) -> Any:
        spec = self.__spec__
        self.__class__ = ModuleType  # type: ignore[assignment]
        assert spec is not None
        assert spec.loader is not None
        spec.loader.exec_module(self)
        return getattr(self, name)


def put_off(name: str, **needed: Any) -> None:
    """Let `import name` give a stand-in with only what is `needed` at once, unless the module is there."""
    spec = importlib.util.find_spec(name) if name not in sys.modules else None
    if spec is None:
        return
    module = importlib.util.module_from_spec(spec)
    module.__class__ = _Later
    vars(module).update(needed)
    sys.modules[name] = module
    parent, _, own = name.rpartition(".")
    if parent:
        setattr(sys.modules[parent], own, module)


# SQLAlchemy takes this one as it is loaded itself; for coroutines the two answer alike.
put_off("asyncio", iscoroutine=inspect.iscoroutine)
put_off("importlib.metadata")
# shutil takes these for kinds of archives that nobody here makes.
put_off("bz2")
put_off("lzma")
