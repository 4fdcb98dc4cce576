"""Backups brought back: in place of a sound vault and of a damaged one, every row compared."""

from __future__ import annotations

import contextlib
import random
import tempfile
from collections import Counter
from pathlib import Path

from rmdesk.services import backups
from rmdesk.services.errors import UserError
from rmdesk.services.vault import open_vault
from tests.faults.examining import PAGE
from tests.faults.operations import BringingBack, rows_of
from tests.faults.turns import turns


def run(count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Bring a backup back `count` times, by turns over a vault that was written on and over a damaged one."""
    chance = random.Random(seed)
    figures: Counter[str] = Counter(
        {"restored": 0, "from damage": 0, "rows differ": 0, "not noticed": 0, "damaged file lost": 0}
    )
    with tempfile.TemporaryDirectory() as place:
        operation = BringingBack(Path(place) / "live")
        with contextlib.closing(open_vault(operation.unlocked())) as vault:
            name = backups.list_backups(vault.folder.backups, vault.keys, vault.uid)[0].name.text
            wanted = rows_of(vault.store)
        for turn in turns(count, seconds):
            operation.reset()
            if turn % 2:
                _from_damage(operation, name, chance, figures)
            else:
                with contextlib.closing(operation.open()) as vault:
                    operation.change(vault)
                    backups.restore(vault, name)
            figures["restored"] += 1
            with contextlib.closing(open_vault(operation.unlocked())) as vault:
                figures["rows differ"] += rows_of(vault.store) != wanted
    return dict(figures)


def _from_damage(operation: BringingBack, name: str, chance: random.Random, figures: Counter[str]) -> None:
    figures["from damage"] += 1
    unlocked = operation.unlocked()
    database = unlocked.folder.database
    damaged = bytearray(database.read_bytes())
    match chance.randrange(4):
        case 0:
            del damaged[chance.randrange(len(damaged)) :]
        case 1:
            damaged[: PAGE * 3] = chance.randbytes(PAGE * 3)
        case 2:
            damaged = bytearray(len(damaged))
        case _:  # in the first page, which no opening goes without
            damaged[chance.randrange(16, PAGE)] ^= 1 << chance.randrange(8)
    database.write_bytes(damaged)
    try:
        open_vault(unlocked).close()
        figures["not noticed"] += 1
    except UserError:
        pass
    kept = backups.restore_damaged(unlocked, name).kept
    figures["damaged file lost"] += (operation.root / kept / database.name).read_bytes() != damaged
