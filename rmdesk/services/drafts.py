"""What somebody had half written when they were locked out: kept sealed in the vault, for them to go on with.

One file for each person, `drafts/<uid of the person>.sealed`, under a key of its own. It is no business row:
nothing of it is recorded, and nothing is left of it once it is saved or given up. After a rotation of the
keys it no longer opens.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rmdesk.services import files
from rmdesk.services.vault import Vault
from rmdesk.services.vault.sealing import BoxRefusedError, bound, seal, unseal

log = logging.getLogger(__name__)

_LARGEST = 8 * 1024 * 1024  # bytes


def keep(vault: Vault, staff_uid: str, content: Mapping[str, Any]) -> bool:
    """Keep `content` (JSON values) in place of what was kept before; nothing, if it is empty.

    Whether it could be kept: a full disk or a read-only folder keeps nobody from locking.
    """
    path = _path(vault, staff_uid)
    try:
        if not content:
            path.unlink(missing_ok=True)
        else:
            written = json.dumps(content, ensure_ascii=True, separators=(",", ":")).encode()
            files.replace_bytes(path, seal(vault.keys.draft, written, _around(vault, staff_uid)))
    except OSError as error:
        log.warning("what was half written could not be kept: %s", files.reason_of(error))
        return False
    return True


def load(vault: Vault, staff_uid: str) -> dict[str, Any]:
    """What was kept for a person; nothing, if it was damaged."""
    path = _path(vault, staff_uid)
    with contextlib.suppress(FileNotFoundError):
        try:
            if path.stat().st_size > _LARGEST:
                raise ValueError("larger than any that was kept")
            found = json.loads(_unsealed(vault, staff_uid, path.read_bytes()))
            if isinstance(found, dict):
                return found
        except FileNotFoundError:
            raise
        except (OSError, ValueError, BoxRefusedError) as error:
            log.warning("what was half written cannot be read: %s", type(error).__name__)
    return {}


def _unsealed(vault: Vault, staff_uid: str, box: bytes) -> bytes:
    """Kept before a rotation of the master key, it opens by the key of then. Raises BoxRefusedError."""
    for keys in vault.keys.former:
        with contextlib.suppress(BoxRefusedError):
            return unseal(keys.draft, box, _around(vault, staff_uid))
    return unseal(vault.keys.draft, box, _around(vault, staff_uid))


def _path(vault: Vault, staff_uid: str) -> Path:
    return vault.folder.drafts / f"{staff_uid}.sealed"


def _around(vault: Vault, staff_uid: str) -> bytes:
    return bound("draft", vault=vault.uid, staff=staff_uid)
