"""Chains of revisions for tests: the real ones, then one that works, fails, breaks or is killed.

    python -m tests.support.chains FOLDER CHAIN MASTER UID

opens the vault in FOLDER with the revisions in CHAIN, in a process that may die of it.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from rmdesk.models.migrations import CURRENT, Chain
from rmdesk.services.store import open_store
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keys import derive_keys

_REVISION = """
import os, signal
import sqlalchemy as sa
from alembic import context, op
from rmdesk.models import Setting
from rmdesk.services import bulk

revision, down_revision, branch_labels, depends_on = "{revision:04}", "{former:04}", None, None


def upgrade():
    session = context.config.attributes["session"]
    {first}
    with op.batch_alter_table("origin", recreate="always") as batch:
        batch.add_column(sa.Column("shown_as", sa.String()))
    {middle}
    rows = session.execute(sa.select(Setting.id, Setting.value)).all()
    bulk.update(session, Setting, [{{"id": row.id, "value": row.value + " 2"}} for row in rows], ["value"])
    {last}
"""

_KILL = "os.kill(os.getpid(), signal.SIGKILL)"

# What the added revision does besides rebuilding a table and changing rows: at its beginning, middle, end.
WORKING = ("pass", "pass", "pass")
FAILING = ("pass", "pass", 'raise RuntimeError("a revision that fails")')
BREAKING = ("pass", 'op.execute("DELETE FROM origin")', "pass")
KILLED = {
    "begun": (_KILL, "pass", "pass"),
    "halfway": ("pass", _KILL, "pass"),
    "done": ("pass", "pass", _KILL),
}


def make_chain(folder: Path, steps: tuple[str, str, str]) -> Chain:
    """The program's revisions and one more, in `folder`."""
    newest = CURRENT.newest + 1
    shutil.copytree(CURRENT.folder, folder, ignore=shutil.ignore_patterns("__pycache__", "__init__.py"))
    first, middle, last = steps
    source = _REVISION.format(revision=newest, former=newest - 1, first=first, middle=middle, last=last)
    (folder / "versions" / f"{newest:04}_test.py").write_text(source, "utf-8")
    return Chain(folder, newest)


if __name__ == "__main__":
    vault, chain, master, uid = sys.argv[1:]
    open_store(
        VaultFolder(Path(vault)),
        derive_keys(bytes.fromhex(master)),
        vault_uid=uid,
        chain=Chain(Path(chain), CURRENT.newest + 1),
    ).close()
