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
# urllib.parse takes it for addresses of hosts in brackets.
put_off("ipaddress")


def leave_out_openssl() -> None:
    """Let digests come from Python's own code, unless that was built without.

    `hashlib` and `hmac` take OpenSSL where they find it: a library of 4 MB for SHA-256, beside the two that
    SQLCipher and `cryptography` bring with them.
    """
    own = ("_md5", "_sha1", "_sha3", "_sha2" if sys.version_info >= (3, 12) else "_sha256")
    if "_hashlib" not in sys.modules and all(map(importlib.util.find_spec, own)):
        sys.modules["_hashlib"] = None  # type: ignore[assignment] # `import` raises ImportError


leave_out_openssl()
