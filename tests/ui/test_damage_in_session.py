"""Damage met while the vault is open: told once, with what a backup lacks; then closed to be mended."""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from rmdesk.models import Segment, Staff
from rmdesk.services import backups
from rmdesk.services.errors import Damaged
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Vault, VaultFolder
from rmdesk.ui import ask
from rmdesk.ui.ask import Question
from tests.support.frames import set_setting
from tests.support.sessions import Run
from tests.support.vaults import ADMIN

WAIT = 60_000  # ms: a limit, not a measure


def hurt_under_the_window(vault: Vault, table: str) -> None:
    """Flip a bit in the root of a table that nothing has read yet."""
    assert vault.store.checkpoint()
    connector = Connector(vault.folder.database, vault.keys.database)
    with contextlib.closing(connector.open(query_only=True)) as connection:
        root = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = connection.execute(root, (table,)).fetchone()
    with vault.folder.database.open("r+b") as stream:
        stream.seek((page - 1) * 4096 + 100)
        (byte,) = stream.read(1)
        stream.seek(-1, 1)
        stream.write(bytes([byte ^ 1]))


def test_it_is_told_with_what_is_missing_and_the_vault_closed_to_be_mended(
    qtbot: QtBot, entered: Run, vault_folder: VaultFolder
) -> None:
    window = entered.window
    vault = window.context.vault
    backups.make(vault)
    set_setting(window.context, "lock.idle_seconds", 900)
    hurt_under_the_window(vault, "segment")
    for _time in range(2):  # whoever meets it: it is told once
        window.context.jobs.read(lambda session: session.scalars(select(Segment)).all())
    qtbot.waitUntil(lambda: bool(window.findChildren(Question)), timeout=WAIT)
    [asked] = window.findChildren(Question)
    # A pane that could not be shown for it does not tell it a second time.
    assert ask.tell_error(window.stack, Damaged("db.damaged", path=str(vault_folder.database))) is None
    assert window.findChildren(Question) == [asked]
    assert "which it lacks: 1" in asked.accessibleDescription()
    with vault.store.read() as session:  # the rest can be read on
        assert session.scalars(select(Staff.name)).all() == [ADMIN]
    qtbot.mouseClick(asked.buttons["close"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.statuses == [0], timeout=WAIT)
    successor = ["--vault", str(vault_folder.root), "--user", ADMIN, "--locked", "damaged"]
    assert entered.successors == [successor]
