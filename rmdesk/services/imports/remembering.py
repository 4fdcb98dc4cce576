"""Mappings remembered by the shape of their files: the titles of the columns in their order."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from rmdesk.models import ImportMapping
from rmdesk.services import changes, roles
from rmdesk.services.errors import UserError
from rmdesk.services.imports import mapping_files
from rmdesk.services.imports.mapping import plain, titles
from rmdesk.services.imports.mapping_files import Saved
from rmdesk.services.imports.parsing import Found
from rmdesk.services.imports.rejects import REASONS
from rmdesk.services.imports.running import Request, saved_of
from rmdesk.services.imports.writing import Target
from rmdesk.services.roles import Permission


def shape_of(found: Found) -> str:
    """A digest of a table's titles, the same however they are spaced and written.

    A last column of reasons does not count: the rows of a file that are to be corrected are of its shape.
    """
    told_titles = [plain(title) for title in titles(found.layout)]
    if told_titles[-1:] and told_titles[-1] in map(plain, REASONS):
        told_titles.pop()
    told = "\n".join(told_titles)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def recall(session: Session, target: Target, found: Found) -> Saved | None:
    """How a file of this shape was imported last; None if none was, or not as this program could."""
    row = session.scalars(_of(target, found)).one_or_none()
    if row is None:
        return None
    try:
        return mapping_files.read(row.definition, target)
    except UserError:
        return None


def remember(session: Session, found: Found, request: Request) -> None:
    """Keep how a request imports for files of this shape; it takes the place of the one before, of which
    it keeps the managers that it does not speak of: another month's file has other names.
    """
    target, saved = request.target, saved_of(session, request)
    if (before := recall(session, target, found)) is not None:
        saved = replace(saved, managers={**before.managers, **saved.managers})
    roles.require(session, Permission.IMPORT, accepting=())
    definition = mapping_files.text_of(target.name, saved)
    row = session.scalars(_of(target, found)).one_or_none()
    if row is None:
        row = ImportMapping(target=target.name, shape=shape_of(found), definition=definition)
        session.add(row)
    elif row.definition == definition:
        return
    else:
        row.definition = definition
    session.flush()
    changes.describe(session, "import.mapping_kept", subject=row, target=target.name)


def forget(session: Session, target: Target, found: Found) -> None:
    """Have files of this shape looked at anew."""
    roles.require(session, Permission.IMPORT, accepting=())
    row = session.scalars(_of(target, found)).one_or_none()
    if row is not None:
        session.delete(row)
        session.flush()
        changes.describe(session, "import.mapping_forgotten", subject=row, target=target.name)


def _of(target: Target, found: Found) -> Select[ImportMapping]:
    return select(ImportMapping).where(
        ImportMapping.target == target.name, ImportMapping.shape == shape_of(found)
    )
