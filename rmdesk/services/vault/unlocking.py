"""From what a person has (password, recovery code, Windows session) to the master key.

Only the key file is read here; the database is opened afterwards, so that a database that does not
open then means damage or a wrong file, never a wrong password.
"""

from __future__ import annotations

import base64
import binascii
import os
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from rmdesk.services.errors import UserError
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.services.vault import slots
from rmdesk.services.vault.finding import Finding
from rmdesk.services.vault.folder import VaultFolder
from rmdesk.services.vault.keyfile import KEYRING, RECOVERY, KeyFile, Slot
from rmdesk.services.vault.keyring import Keyring, KeyringState
from rmdesk.services.vault.keys import KEY_LENGTH, Keys, derive_keys
from rmdesk.services.vault.recovery import read_code
from rmdesk.services.vault.sealing import BoxRefusedError
from rmdesk.services.vault.throttle import Throttle


@dataclass(frozen=True)
class Unlocked:
    """The master keys by their epochs, by whose slot, and the key file, whose seals are verified."""

    folder: VaultFolder
    masters: Mapping[int, bytes] = field(repr=False)
    slot: Slot
    keyfile: KeyFile
    by_keyring: bool = False  # whether the branch allows that stands in the database
    findings: tuple[Finding, ...] = ()

    @property
    def master(self) -> bytes:
        """The present one."""
        return self.masters[self.keyfile.current]

    @property
    def keys(self) -> Keys:
        """Those of the present master key, with the former ones."""
        return self.keys_of(self.keyfile.current)

    def keys_of(self, epoch: int) -> Keys:
        """As `keys`, with the master key of this epoch for the present one."""
        earlier = sorted((one for one in self.masters if one < epoch), reverse=True)
        return derive_keys(self.masters[epoch], [self.masters[one] for one in earlier])

    @property
    def has_next(self) -> bool:
        """Whether a rotation of the master key was begun and may be finished but for the key file."""
        return self.keyfile.current + 1 in self.masters


def at(folder: VaultFolder | str | os.PathLike[str]) -> VaultFolder:
    return folder if isinstance(folder, VaultFolder) else VaultFolder.at(folder)


def unlock(
    folder: VaultFolder | str | os.PathLike[str],
    name: str,
    password: str,
    *,
    wait: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.time,
) -> Unlocked:
    """Open the slot of `name` with its password. Slow (0.5–1 s): not on the window's thread.

    After the fifth wrong password `wait` is called with the seconds to wait before the next try. Raises
    UserError `auth.unknown_name` (`name`), `password.wrong` (`wait`: seconds until the next try),
    Damaged `keyfile.planted_slot`, `keyfile.altered`, and what reading the key file raises.
    """
    folder = at(folder)
    loaded = keyfiles.load(folder)
    slot = loaded.keyfile.named(name)
    if slot is None:
        raise UserError("auth.unknown_name", name=name)
    throttle = Throttle(loaded.keyfile.vault)
    delay = throttle.delay(clock())
    if delay:
        wait(delay)
    try:
        private = slots.private_by_password(loaded.keyfile.vault, slot, password)
        opened = _opened(folder, loaded, slot, private)
    except BoxRefusedError as error:
        throttle.failed(clock())
        raise UserError("password.wrong", wait=throttle.delay(clock())) from error
    throttle.succeeded()
    return opened


def unlock_with_recovery(folder: VaultFolder | str | os.PathLike[str], code: str) -> Unlocked:
    """Open the recovery slot with its code, typed in any way that `recovery.read_code` understands.

    Raises UserError `recovery.wrong` for a whole code that is not this vault's (or no longer), what
    `read_code` raises, and what reading the key file raises.
    """
    folder = at(folder)
    secret = read_code(code)
    loaded = keyfiles.load(folder)
    for slot in loaded.keyfile.slots:
        if slot.type != RECOVERY:
            continue
        try:
            private = slots.private_by_recovery(loaded.keyfile.vault, slot, secret)
            return _opened(folder, loaded, slot, private)
        except BoxRefusedError:
            continue  # an other recovery slot may be meant
    raise UserError("recovery.wrong")


def unlock_with_keyring(
    folder: VaultFolder | str | os.PathLike[str], name: str, *, keyring: Keyring | None = None
) -> Unlocked:
    """Open the slot of `name` with the secret that this Windows session's keyring holds for it.

    Raises UserError `auth.unknown_name`, `keyring.absent`, `keyring.denied`, `keyring.empty` (nothing
    kept there), `keyring.wrong` (what is kept does not fit): each leaves the password as the way in.
    """
    folder = at(folder)
    loaded = keyfiles.load(folder)
    slot = loaded.keyfile.named(name)
    if slot is None:
        raise UserError("auth.unknown_name", name=name)
    state, kept = (keyring or Keyring()).get(loaded.keyfile.vault, _purpose(slot))
    if state is not KeyringState.AVAILABLE:
        raise UserError(f"keyring.{state.value}")
    if kept is None or slot.keyring is None:
        raise UserError("keyring.empty")
    try:
        secret = base64.b64decode(kept, validate=True)
        private = slots.private_by_keyring(loaded.keyfile.vault, slot, secret)
        return replace(_opened(folder, loaded, slot, private), by_keyring=True)
    except (BoxRefusedError, binascii.Error, ValueError) as error:
        raise UserError("keyring.wrong") from error


def prepare_keyring(keyfile: KeyFile, slot: Slot, password: str, *, keyring: Keyring | None = None) -> Slot:
    """Let this Windows session open the slot: a fresh secret goes into the keyring and is read back.

    The person gives their password for it at their own sign-in; nobody can do it for them. Slow.
    Returns the slot to write. Raises UserError `password.wrong`, `keyring.absent`, `keyring.denied`,
    `keyring.wrong`; nothing is then changed.
    """
    try:
        private = slots.private_by_password(keyfile.vault, slot, password)
    except BoxRefusedError as error:
        raise UserError("password.wrong", wait=0.0) from error
    secret = secrets.token_bytes(KEY_LENGTH)
    kept = base64.b64encode(secret).decode("ascii")
    state = (keyring or Keyring()).put(keyfile.vault, _purpose(slot), kept)
    if state is not KeyringState.AVAILABLE:
        raise UserError(f"keyring.{state.value}")
    return slots.with_keyring_secret(keyfile.vault, slot, private, secret)


def forget_keyring(keyfile: KeyFile, slot: Slot, *, keyring: Keyring | None = None) -> KeyringState:
    """Remove the secret of this slot from the keyring; how the keyring answered."""
    return (keyring or Keyring()).forget(keyfile.vault, _purpose(slot))


def _purpose(slot: Slot) -> str:
    return f"{KEYRING}-{slot.id}"


def _opened(folder: VaultFolder, loaded: keyfiles.Loaded, slot: Slot, private: bytes) -> Unlocked:
    masters = slots.masters_of(loaded.keyfile, slot, private)
    loaded.keyfile.verify(derive_keys(masters[loaded.keyfile.current]))
    return Unlocked(folder, masters, slot, loaded.keyfile, findings=loaded.findings)
