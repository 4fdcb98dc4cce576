"""What the vault's database is made with."""

from __future__ import annotations

import contextlib

from sqlcipher3 import dbapi2


def database_versions() -> dict[str, str]:
    """The versions of the encryption and of the database beneath it, by name."""
    with contextlib.closing(dbapi2.connect(":memory:")) as connection:
        cipher = connection.execute("PRAGMA cipher_version").fetchone()[0]
    return {"SQLCipher": str(cipher), "SQLite": str(dbapi2.sqlite_version)}
