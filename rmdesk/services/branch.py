"""The branch's name, which stands in the vault and, for the unlock window, outside its encryption."""

from __future__ import annotations

import dataclasses

from sqlalchemy.orm import Session

from rmdesk.services import changes, settings
from rmdesk.services.vault import Vault

RENAMED = "branch.renamed"


def rename_branch(session: Session, vault: Vault, name: str, *, version: int) -> None:
    """Change the name in the vault and in the key file; `version` as seen in `settings.load`.

    Nothing happens if it is that already. Not undoable, because the key file belongs to it. Raises what
    `settings.set` and `Vault.write_slots` raise.
    """
    former = settings.get(session, "branch.name")
    changes.describe(session, RENAMED, setting="branch.name")
    settings.set(session, "branch.name", name, version=version)
    given = settings.get(session, "branch.name")
    if given != former:
        vault.write_slots(lambda keyfile: dataclasses.replace(keyfile, branch=given), session)
