"""Values that look like customers' data, and a search for them in every file below some folders."""

from __future__ import annotations

import random
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂"


class Hit(NamedTuple):
    """A planted value that could be read."""

    value: str
    encoding: str
    path: Path


def values(count: int, seed: int = 20260301) -> list[str]:
    """Distinct values of the kinds a vault keeps: names, mobiles, ID numbers, accounts, notes."""
    rng = random.Random(seed)
    found: dict[str, None] = {}
    while len(found) < count:
        name = rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=3)) + "".join(rng.choices(_GIVEN, k=2))
        digits = "".join(rng.choices("0123456789", k=16))
        found[rng.choice((f"{name}先生", f"138{digits[:8]}", f"1101{digits[:14]}", f"6222{digits}"))] = None
    return list(found)


def search(folders: Iterable[Path], wanted: Iterable[str]) -> list[Hit]:
    """Every wanted value in every file below `folders`, in each encoding."""
    needles = [(value, encoding, value.encode(encoding)) for value in wanted for encoding in ENCODINGS]
    hits = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                content = path.read_bytes()
                hits += [Hit(value, encoding, path) for value, encoding, raw in needles if raw in content]
    return hits
