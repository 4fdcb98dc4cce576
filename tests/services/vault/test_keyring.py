"""Whatever the system's keyring does becomes a state; nothing is raised, nothing is believed unread."""

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import pytest
from keyring.errors import InitError, KeyringLocked, NoKeyringError, PasswordDeleteError, PasswordSetError

from rmdesk.services.vault.keyring import Keyring, KeyringState
from tests.support.keyrings import MemoryBackend

UID = "0" * 32


class BrokenBackend(MemoryBackend):
    """Raises one error at everything."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self.error = error

    def get_password(self, service: str, username: str) -> str | None:
        raise self.error

    def set_password(self, service: str, username: str, password: str) -> None:
        raise self.error

    def delete_password(self, service: str, username: str) -> None:
        raise self.error


class ForgetfulBackend(MemoryBackend):
    """Cuts what it is given, as a credential store with a size limit may."""

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password[:3])


def test_what_is_put_in_comes_back():
    ring = Keyring(MemoryBackend())
    assert ring.get(UID, "anchor") == (KeyringState.AVAILABLE, None)
    assert ring.put(UID, "anchor", "値 1") is KeyringState.AVAILABLE
    assert ring.get(UID, "anchor") == (KeyringState.AVAILABLE, "値 1")
    assert ring.get("1" * 32, "anchor") == (KeyringState.AVAILABLE, None)
    assert ring.get(UID, "other") == (KeyringState.AVAILABLE, None)
    assert ring.forget(UID, "anchor") is KeyringState.AVAILABLE
    assert ring.get(UID, "anchor") == (KeyringState.AVAILABLE, None)
    assert ring.forget(UID, "anchor") is KeyringState.AVAILABLE


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (NoKeyringError(), KeyringState.ABSENT),
        (InitError(), KeyringState.ABSENT),
        (KeyringLocked(), KeyringState.DENIED),
        (PasswordSetError(), KeyringState.DENIED),
        (PermissionError(), KeyringState.DENIED),
        (OSError(1312, "a logon session does not exist"), KeyringState.DENIED),
        (RuntimeError(), KeyringState.DENIED),
        (PasswordDeleteError(), KeyringState.DENIED),
    ],
)
def test_every_failure_is_a_state(error: Exception, state: KeyringState):
    ring = Keyring(BrokenBackend(error))
    assert ring.get(UID, "anchor") == (state, None)
    assert ring.put(UID, "anchor", "value") is state
    assert ring.forget(UID, "anchor") is state


def test_a_backend_that_throws_everything_away_is_found_out():
    assert Keyring(keyring.backends.null.Keyring()).put(UID, "anchor", "value") is KeyringState.WRONG


def test_a_backend_that_changes_the_value_is_found_out():
    assert Keyring(ForgetfulBackend()).put(UID, "anchor", "value") is KeyringState.WRONG


def test_a_backend_that_always_fails_is_absent():
    ring = Keyring(keyring.backends.fail.Keyring())
    assert ring.put(UID, "anchor", "value") is KeyringState.ABSENT
    assert ring.get(UID, "anchor") == (KeyringState.ABSENT, None)


def test_without_a_keyring_of_the_system_it_is_absent_and_no_other_backend_is_taken():
    ring = Keyring()  # the tests run where no secret service answers
    assert ring.get(UID, "anchor") == (KeyringState.ABSENT, None)
    assert ring.put(UID, "anchor", "value") is KeyringState.ABSENT
    assert ring.forget(UID, "anchor") is KeyringState.ABSENT
