"""The journal of a killed vault after something happened to it: flipped, cut off, foreign, swapped."""

from __future__ import annotations

import random
import shutil
import tempfile
from pathlib import Path

from rmdesk.services import changes
from rmdesk.services.changes import Head
from rmdesk.services.store import Store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys, new_master
from tests.faults import examining
from tests.faults.examining import Contents, contents, examine, tally
from tests.faults.turns import turns
from tests.support.stores import make_store, open_again, set_value

HEADER = 32
FRAME = 24 + examining.PAGE


class Killed:
    """A vault as a killed process left it: three commits stand in the journal only."""

    def __init__(self, root: Path) -> None:
        made = examining.make_lived(root / "made")
        running = open_again(made)
        for number in range(3):
            set_value(running, f"journal {number}")
            examining.add_notices(running, 5)
        self.kept: Contents = contents(running)
        self.anchor: Head = running.head()
        self.folder = VaultFolder(root / "killed")
        shutil.copytree(made.root, self.folder.root, ignore=shutil.ignore_patterns("*-shm"))
        shutil.copy(made.root / "vault.db-wal", made.root / "kept-wal")
        running.close()
        self.closed = made  # the same vault, closed in peace
        self.journal = self.folder.root / "vault.db-wal"

    def files(self) -> dict[str, bytes]:
        return {name: (self.folder.root / name).read_bytes() for name in ("vault.db", "vault.db-wal")}

    def open(self) -> Store:
        return open_again(self.folder)


def foreign_journal(root: Path) -> bytes:
    """That of another vault."""
    other = make_store(root, keys=derive_keys(new_master()))
    with other.write() as session:
        changes.note(session, "test.noted")
    journal = (root / "vault.db-wal").read_bytes()
    other.close()
    return journal


def run(count: int, seconds: float | None = None, seed: int = 20260301) -> dict[str, int]:
    """Damage journal and index of a killed vault `count` times, each time from what the kill left."""
    chance = random.Random(seed)
    outcomes = []
    with tempfile.TemporaryDirectory() as place:
        killed = Killed(Path(place))
        whole, foreign = killed.files(), foreign_journal(Path(place) / "other")
        index = killed.folder.root / "vault.db-shm"
        for turn in turns(count, seconds):
            kind = _KINDS[turn % len(_KINDS)]
            killed.folder.database.write_bytes(whole["vault.db"])
            killed.journal.write_bytes(_damaged(kind, whole["vault.db-wal"], foreign, chance))
            index.unlink(missing_ok=True)
            if kind == "rubbish index" or chance.random() < 0.2:
                index.write_bytes(chance.randbytes(chance.choice((0, 1, 100, 32768))))
            outcomes.append(examine(killed.folder, killed.kept, killed.anchor))
    return tally(outcomes, earlier=True)


_KINDS = (
    *("flipped", "cut off", "swapped", "zeroed", "grown", "doubled"),
    *("deleted", "foreign", "foreign frame", "rubbish index"),
)


def _damaged(kind: str, whole: bytes, foreign: bytes, chance: random.Random) -> bytes:
    frames = [whole[at : at + FRAME] for at in range(HEADER, len(whole), FRAME)]
    one, other = chance.randrange(len(frames)), chance.randrange(len(frames))
    damaged = bytearray(whole)
    match kind:
        case "flipped":
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        case "cut off":
            del damaged[chance.randrange(len(whole)) :]
        case "swapped":
            frames[one], frames[other] = frames[other], frames[one]
            return whole[:HEADER] + b"".join(frames)
        case "zeroed":
            frames[one] = bytes(FRAME)
            return whole[:HEADER] + b"".join(frames)
        case "grown":
            damaged += chance.randbytes(chance.choice((1, FRAME, 3 * FRAME)))
        case "doubled":
            return whole[:HEADER] + b"".join(frames[: one + 1] + frames[other:])
        case "deleted":
            return b""
        case "foreign":
            return foreign
        case "foreign frame":
            at = HEADER + one * FRAME
            damaged[at : at + FRAME] = foreign[HEADER : HEADER + FRAME]
    return bytes(damaged)
