"""Damage that is met while the vault is open: told once, with what a backup would lack."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rmdesk.services import backups
from rmdesk.services.errors import UserError
from rmdesk.ui import ask, formats
from rmdesk.words import translate

if TYPE_CHECKING:
    from rmdesk.services.backups import Backup
    from rmdesk.services.vault import Vault
    from rmdesk.ui.window import MainWindow
    from rmdesk.ui.workers import Progress


def tell_damage(window: MainWindow, *, then: Callable[[], object]) -> None:
    """Ask, once the newest verified backup was looked at; `then` is called to close the vault and mend it."""
    vault = window.context.vault

    def look(_progress: Progress) -> tuple[Backup | None, int | None]:
        return _look(vault)

    def done(found: tuple[Backup | None, int | None]) -> None:
        ask.choose(
            window,
            title=translate("damage", "Part of the vault is damaged"),
            text=translate("damage", "A page of the database could not be read. What needs it is not shown."),
            kept=_of_backup(*found),
            to_do=translate(
                "damage",
                "Close the vault now to see what is damaged, to bring the backup back, or to salvage what "
                "can be read. What stands half-written is kept. The damaged file is never overwritten.",
            ),
            # It comes unasked: a key that was meant for something else must not close the vault.
            choices=[
                ask.Choice("later", translate("damage", "Go on for now")),
                ask.Choice("close", translate("damage", "Close and look")),
            ],
            way_out="later",
            then=lambda answer: then() if answer == "close" else None,
            tone="warning",
        )

    window.context.jobs.background(
        translate("damage", "Looking for the newest backup"),
        look,
        done=done,
        failed=lambda _error: done((None, None)),
    )


def _look(vault: Vault) -> tuple[Backup | None, int | None]:
    newest = backups.newest_verified(vault.folder.backups, vault.keys, vault.uid)
    if newest is None:
        return None, None
    try:
        return newest, backups.missing_in(vault, newest)
    except UserError:  # that is damaged as well
        return newest, None


def _of_backup(backup: Backup | None, missing: int | None) -> str:
    if backup is None:
        return translate("damage", "There is no verified backup.")
    moment = formats.moment(backup.name.made_at.astimezone())
    if missing is None:
        return translate("damage", "The newest verified backup is of {moment}.", moment=moment)
    if not missing:
        return translate(
            "damage", "The newest verified backup is of {moment}; nothing was saved since.", moment=moment
        )
    return translate(
        "damage",
        "The newest verified backup is of {moment}; changes saved since, which it lacks: {count}.",
        moment=moment,
        count=formats.count(missing),
    )
