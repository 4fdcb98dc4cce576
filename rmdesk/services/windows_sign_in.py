"""Signing in by the Windows session: for a person who chooses it at their own sign-in, where policy allows.

First `vault.prepare_keyring` (slow, takes the person's password) puts a secret into the keyring of this
Windows session; then `enable` writes the slot that the secret opens.
"""

from __future__ import annotations

from sqlalchemy.orm import Session

from rmdesk.models import Staff
from rmdesk.services import changes, rows, settings
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed
from rmdesk.services.vault import Keyring, KeyringState, Slot, Vault, forget_keyring

ALLOWED = "keyring.allowed"


def check_allowed(session: Session) -> None:
    """Raise NotAllowed `keyring.not_allowed` unless the branch lets Windows sessions open the vault."""
    if not settings.get(session, ALLOWED):
        raise NotAllowed("keyring.not_allowed")


def is_enabled(vault: Vault) -> bool:
    """Whether the slot of whoever is signed in opens by a Windows session (perhaps another computer's)."""
    return vault.slot.keyring is not None


def enable(session: Session, vault: Vault, slot: Slot) -> None:
    """Let this Windows session open the vault for the person signed in; `slot` by `prepare_keyring`.

    Raises NotAllowed `keyring.not_allowed`, `keyring.not_for_others`.
    """
    check_allowed(session)
    person = rows.load(session, Staff, acting(session).staff_uid)
    if slot.staff != person.uid or slot.id != vault.slot.id:
        raise NotAllowed("keyring.not_for_others")
    changes.note(session, "auth.keyring_set", subject=person)
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot), session)


def disable(session: Session, vault: Vault, *, keyring: Keyring | None = None) -> KeyringState:
    """From now on only the password opens the vault for the person signed in.

    Returns how the keyring answered when its secret was removed; without the slot it opens nothing.
    """
    person = rows.load(session, Staff, acting(session).staff_uid)
    slot = vault.slot
    changes.note(session, "auth.keyring_removed", subject=person)
    vault.write_slots(lambda keyfile: keyfile.with_slot(slot.without_keyring()), session)
    return forget_keyring(vault.keyfile, slot, keyring=keyring)
