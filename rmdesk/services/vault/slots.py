"""Making slots and opening them. What takes a password is slow: keep it off the window's thread."""

from __future__ import annotations

import dataclasses
import secrets

from rmdesk.models.base import new_uid
from rmdesk.services import text
from rmdesk.services.vault import sealing
from rmdesk.services.vault.keyfile import KEYRING, PASSWORD, RECOVERY, KeyFile, PasswordBox, Slot
from rmdesk.services.vault.keys import KEY_LENGTH, Keys
from rmdesk.services.vault.password import check_password
from rmdesk.services.vault.recovery import read_code
from rmdesk.services.vault.sealing import BoxRefusedError, Cost

LONGEST_NAME = 60


def make_password_slot(
    keys: Keys,
    vault_uid: str,
    name: str,
    staff_uid: str,
    password: str,
    *,
    one_use: bool = False,
    cost: Cost | None = None,
    epoch: int = 1,
) -> Slot:
    """A slot that this password opens. Slow (0.5–1 s, twice that when `cost` is to be calibrated).

    Raises UserError `password.too_short`, `password.too_simple`, `text.…`,
    `keyfile.refused_cost`, `keyfile.no_memory`.
    """
    kept = text.line(name, "staff.name", longest=LONGEST_NAME)
    check_password(password, kept)
    cost = cost or sealing.calibrated()
    private, public = sealing.make_pair()
    salt = secrets.token_bytes(sealing.SALT_LENGTH)
    slot = Slot(
        id=new_uid(), type=PASSWORD, name=kept, staff=staff_uid, public=public, sealed={}, one_use=one_use
    )
    box = sealing.seal(
        sealing.password_key(password, salt, cost), private, _around_password(vault_uid, slot, salt, cost)
    )
    slot = dataclasses.replace(slot, password=PasswordBox(salt, cost, box))
    return _sealed(keys, vault_uid, slot, epoch)


def make_recovery_slot(keys: Keys, vault_uid: str, code: str, *, epoch: int = 1) -> Slot:
    """A slot that this recovery code opens; raises UserError `recovery.…` if it is none."""
    private, public = sealing.make_pair()
    slot = Slot(id=new_uid(), type=RECOVERY, name="", staff="", public=public, sealed={})
    box = sealing.seal(_recovery_key(read_code(code), slot), private, _around(RECOVERY, vault_uid, slot))
    return _sealed(keys, vault_uid, dataclasses.replace(slot, recovery=box), epoch)


def with_keyring_secret(vault_uid: str, slot: Slot, private: bytes, secret: bytes) -> Slot:
    """The slot, its private key sealed under a random `secret` too. The slot's vouch stays good."""
    box = sealing.seal(_keyring_key(secret, slot), private, _around(KEYRING, vault_uid, slot))
    return dataclasses.replace(slot, keyring=box)


def private_by_password(vault_uid: str, slot: Slot, password: str) -> bytes:
    """The slot's private key. Slow. Raises BoxRefusedError if the password is another."""
    if slot.password is None:
        raise BoxRefusedError
    sealed = slot.password
    key = sealing.password_key(password, sealed.salt, sealed.cost)
    return sealing.unseal(key, sealed.box, _around_password(vault_uid, slot, sealed.salt, sealed.cost))


def private_by_recovery(vault_uid: str, slot: Slot, secret: bytes) -> bytes:
    """The slot's private key. Raises BoxRefusedError if the code is another."""
    return sealing.unseal(
        _recovery_key(secret, slot), slot.recovery or b"", _around(RECOVERY, vault_uid, slot)
    )


def private_by_keyring(vault_uid: str, slot: Slot, secret: bytes) -> bytes:
    """The slot's private key. Raises BoxRefusedError if the secret is another."""
    return sealing.unseal(_keyring_key(secret, slot), slot.keyring or b"", _around(KEYRING, vault_uid, slot))


def masters_of(keyfile: KeyFile, slot: Slot, private: bytes) -> dict[int, bytes]:
    """The master keys by their epochs, that of the current one among them. Raises BoxRefusedError."""
    masters = {
        epoch: sealing.open_with(private, box, _around_master(keyfile.vault, slot, epoch))
        for epoch, box in slot.sealed.items()
    }
    if keyfile.current not in masters or any(len(one) != KEY_LENGTH for one in masters.values()):
        raise BoxRefusedError
    return masters


def with_master(vault_uid: str, slot: Slot, master: bytes, epoch: int) -> Slot:
    """The slot, a further master key sealed to it. Its vouch stays good."""
    box = sealing.seal_to(slot.public, master, _around_master(vault_uid, slot, epoch))
    return dataclasses.replace(slot, sealed={**slot.sealed, epoch: box})


def _sealed(keys: Keys, vault_uid: str, slot: Slot, epoch: int) -> Slot:
    """With the present master key and the former ones, as everybody else has them."""
    for place, one in enumerate((keys, *keys.former)):
        slot = with_master(vault_uid, slot, one.master, epoch - place)
    return slot.vouched(keys, vault_uid)


def _recovery_key(secret: bytes, slot: Slot) -> bytes:
    return sealing.stretch(secret, bytes.fromhex(slot.id), RECOVERY)


def _keyring_key(secret: bytes, slot: Slot) -> bytes:
    return sealing.stretch(secret, bytes.fromhex(slot.id), KEYRING)


def _around(purpose: str, vault_uid: str, slot: Slot) -> bytes:
    return sealing.bound(purpose, vault=vault_uid, slot=slot.id, type=slot.type)


def _around_password(vault_uid: str, slot: Slot, salt: bytes, cost: Cost) -> bytes:
    kdf = ["argon2id", cost.memory, cost.passes, cost.lanes, salt.hex()]
    return sealing.bound(PASSWORD, vault=vault_uid, slot=slot.id, type=slot.type, kdf=kdf)


def _around_master(vault_uid: str, slot: Slot, epoch: int) -> bytes:
    return sealing.bound("master", vault=vault_uid, slot=slot.id, type=slot.type, epoch=epoch)
