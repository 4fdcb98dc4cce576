"""Keyrings for tests: real backends that keep things in memory."""

from __future__ import annotations

from keyring.backend import KeyringBackend


class MemoryBackend(KeyringBackend):
    """Keeps secrets until the test ends."""

    priority = -1  # type: ignore[assignment]  # never chosen by keyring itself

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]
