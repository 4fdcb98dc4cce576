"""Trouble around a vault, played in children: two programs, a folder that becomes read-only."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from rmdesk.services import backups
from rmdesk.services.errors import UserError
from rmdesk.services.vault import open_vault
from tests.faults import children
from tests.faults.children import READY, Child, Say
from tests.faults.operations import Saving
from tests.faults.turns import turns

_NOBODY = 65534


def two_programs(count: int, seconds: float | None = None) -> dict[str, int]:
    """Two programs want one vault: the second is told who has it; the first is killed, and it gets in."""
    figures: Counter[str] = Counter({"tried": 0, "let in beside": 0, "kept out": 0})
    with tempfile.TemporaryDirectory() as place:
        operation = Saving(Path(place) / "live")

        def hold(say: Say) -> None:
            with contextlib.closing(operation.open()) as vault:
                say(READY)
                while True:
                    operation.do(vault, say)

        for _ in turns(count, seconds):
            operation.reset()
            figures["tried"] += 1
            with Child(hold) as holder:
                holder.line()
                figures["let in beside"] += children.run(operation.once).refused != "vault.in_use"
                holder.kill()
            figures.update(operation.examine(holder.heard))
            after = children.run(operation.once)
            figures["kept out"] += bool(after.refused or after.crashed)
    return dict(figures)


def becomes_read_only(count: int, seconds: float | None = None) -> dict[str, int]:
    """The folder of an open vault can no longer be written: saves and the next opening work or are refused,
    a backup is refused, nothing acknowledged is lost; and with the right back all is as before.
    """
    figures: Counter[str] = Counter({"tried": 0, "crashed": 0, "stuck": 0})
    with tempfile.TemporaryDirectory() as place:
        os.chmod(place, 0o755)
        operation = Saving(Path(place) / "live")

        def work(say: Say) -> None:
            if os.geteuid() == 0:  # to whom no folder is read-only
                os.setuid(_NOBODY)
            with contextlib.closing(operation.open()) as vault:
                operation.do(vault, say)
                for folder in (operation.root, vault.folder.backups):
                    folder.mkdir(exist_ok=True)
                    folder.chmod(0o555)
                with contextlib.suppress(UserError):
                    operation.do(vault, say)
                _refused(lambda: backups.make(vault))
            # Where its files are all there and may be written it opens, and nothing is in danger.
            with contextlib.suppress(UserError):
                open_vault(operation.unlocked()).close()

        for _ in turns(count, seconds):
            operation.reset()
            if os.geteuid() == 0:
                for path in (operation.place, *operation.place.rglob("*")):
                    os.chown(path, _NOBODY, _NOBODY)
            heard = children.run(work)
            figures["tried"] += 1
            figures["crashed"] += heard.crashed is not None
            if heard.crashed:
                print(heard.crashed)
            for path in (operation.root, *operation.root.rglob("*")):
                path.chmod(0o755)
            figures.update(operation.examine(heard))
            again = children.run(operation.once)
            figures["stuck"] += bool(again.refused or again.crashed)
    return dict(figures)


def _refused(action: Callable[[], object]) -> None:
    try:
        action()
    except UserError:
        return
    raise AssertionError("done all the same")
