"""What may become of a file: bytes that change, go, come; in JSON also values, keys and shapes."""

from __future__ import annotations

import copy
import json
import random
from typing import Any

from tests.faults.tables import damage_bytes

_ODD: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 2**31, 2**63, -(2**63), 10**400, 1e308, 0.1, float("nan"), float("inf")),
    *(
        "",
        " ",
        "x" * 100_000,
        "\ud800",
        "\u202e",
        "𠮷",
        "\x00",
        "=1+1",
        "<img src=x>",
        "A&B",
        "..\\x",
        "１２",
    ),
    *([], {}, [[]], {"": None}, [0] * 3000, {str(one): one for one in range(3000)}),
)
_MOST = 5_000  # places


def mutate(chance: random.Random, sound: bytes) -> bytes:
    """A sound file after something happened to it; if it is JSON, mostly to what it says."""
    kind = chance.random()
    if kind < 0.02:
        return _deep(chance)
    if kind < 0.75:
        try:
            document = json.loads(sound)
        except ValueError:
            return damage_bytes(chance, sound)
        for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
            document = _changed(chance, document)
        written = json.dumps(document, ensure_ascii=chance.random() < 0.5)
        if chance.random() < 0.1:
            written = written.replace('":', '": 1, "x":', 1)
        return written.encode("utf-8", "surrogatepass")
    return damage_bytes(chance, sound)


def _deep(chance: random.Random) -> bytes:
    opening, closing = chance.choice((("[", "]"), ('{"sections":[', "]}"), ('{"a":', "}")))
    depth = chance.choice((50, 990, 3000, 60_000))
    return (opening * depth + "1" + closing * (depth if chance.random() < 0.8 else 0)).encode()


def _changed(chance: random.Random, document: Any) -> Any:
    """A copy with one place of it changed."""
    document = copy.deepcopy(document)
    places = list(_places(document))
    if not places or len(places) > _MOST:  # what grows at each change takes long to make, not to read
        return chance.choice(_ODD)
    inside, key = chance.choice(places)
    match chance.randrange(7):
        case 0 | 1:
            inside[key] = copy.deepcopy(chance.choice(_ODD))
        case 2:
            del inside[key]
        case 3:
            other, source = chance.choice(places)
            inside[key] = copy.deepcopy(other[source])
        case 4 if isinstance(inside, dict):
            inside[chance.choice(("", "x", str(key) + " ", "kind", "version"))] = inside.pop(key)
        case 5 if isinstance(inside[key], str) and inside[key]:
            text = inside[key].encode("utf-8", "surrogatepass")
            inside[key] = damage_bytes(chance, text).decode("utf-8", "replace")
        case 6 if isinstance(inside, list):
            inside += [copy.deepcopy(inside[key])] * chance.choice((1, 2, 300))
        case _:
            inside[key] = [inside[key]] if chance.random() < 0.5 else {"x": inside[key]}
    return document


def _places(document: Any) -> Any:
    """Each place of a value: what holds it, and its key or index there."""
    pairs = (
        document.items()
        if isinstance(document, dict)
        else enumerate(document)
        if isinstance(document, list)
        else ()
    )
    for key, value in pairs:
        yield document, key
        yield from _places(value)
