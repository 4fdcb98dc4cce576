"""The system's keyring: a comfort, never a need.

It holds this Windows user's copy of the anchor and, for a person who chose it, a secret that seals
their private key. The backend is named, so that keyring's own choice can never fall on one that keeps
things in the clear or throws them away. Nothing here raises: whatever goes wrong is a `KeyringState`.
"""

from __future__ import annotations

import enum
import secrets
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend


class KeyringState(enum.StrEnum):
    """How the keyring answered."""

    AVAILABLE = "available"
    ABSENT = "absent"  # this computer has none that we use
    DENIED = "denied"  # it is there and refuses: locked, no rights, broken
    WRONG = "wrong"  # it does not give back what was put in


class Keyring:
    """Small secrets by vault and purpose. `backend` is the system's own one unless given."""

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._backend = backend
        self._sought = backend is not None

    def get(self, vault_uid: str, purpose: str) -> tuple[KeyringState, str | None]:
        """What is kept for this purpose; None with AVAILABLE if nothing is."""
        backend = self._system()
        if backend is None:
            return KeyringState.ABSENT, None
        try:
            value = backend.get_password(_service(vault_uid, purpose), purpose)
        except Exception as error:  # a boundary: backends raise whatever their system raises
            return _state_of(error), None
        return KeyringState.AVAILABLE, value

    def put(self, vault_uid: str, purpose: str, value: str) -> KeyringState:
        """Keep `value` and read it back; anything but AVAILABLE means that it must not be relied on."""
        backend = self._system()
        if backend is None:
            return KeyringState.ABSENT
        try:
            backend.set_password(_service(vault_uid, purpose), purpose, value)
            read_back = backend.get_password(_service(vault_uid, purpose), purpose)
        except Exception as error:  # a boundary, as above
            return _state_of(error)
        kept = read_back is not None and secrets.compare_digest(read_back.encode(), value.encode())
        return KeyringState.AVAILABLE if kept else KeyringState.WRONG

    def forget(self, vault_uid: str, purpose: str) -> KeyringState:
        """Remove what is kept for this purpose; it may be gone already."""
        state, value = self.get(vault_uid, purpose)
        backend = self._system()
        if backend is None or value is None:
            return state
        try:
            backend.delete_password(_service(vault_uid, purpose), purpose)
        except Exception as error:  # a boundary, as above
            return _state_of(error)
        return KeyringState.AVAILABLE

    def _system(self) -> KeyringBackend | None:
        if not self._sought:
            self._backend = _named_backend()
            self._sought = True
        return self._backend


def _service(vault_uid: str, purpose: str) -> str:
    # One service for each secret: Windows keeps one user name per service and renames the others.
    return f"rmdesk/{vault_uid}/{purpose}"


def _named_backend() -> KeyringBackend | None:
    """The one backend this system should have, or None if it is not there."""
    try:
        if sys.platform == "win32":
            from keyring.backends.Windows import WinVaultKeyring

            WinVaultKeyring.priority  # noqa: B018 - raises RuntimeError where it cannot work
            windows = WinVaultKeyring()
            # The secret stays on this computer: "enterprise", the default, would roam with the profile.
            windows.persist = "local machine"
            return windows
        elif sys.platform == "linux":
            from keyring.backends.SecretService import Keyring as SecretService

            SecretService.priority  # noqa: B018 - raises RuntimeError where there is no service
            return SecretService()  # type: ignore[no-untyped-call]
        else:
            return None
    except Exception:  # a boundary: importing and asking reaches D-Bus and the Windows API
        return None


def _state_of(error: Exception) -> KeyringState:
    from keyring.errors import InitError, NoKeyringError

    return KeyringState.ABSENT if isinstance(error, NoKeyringError | InitError) else KeyringState.DENIED
