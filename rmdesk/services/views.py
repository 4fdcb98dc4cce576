"""Saved views: filters, order and columns of a list under a name, one's own or everybody's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import SavedView
from rmdesk.services import changes, roles, rows, text
from rmdesk.services.actor import acting
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.roles import Permission

NAME_LONGEST = 60
DEFINITION_LONGEST = 20_000  # characters of JSON; a list of filters is far shorter


@dataclass(frozen=True, slots=True)
class View:
    """A saved view; `definition` is what the pane gave."""

    uid: str
    version: int
    name: str
    shared: bool
    definition: Any


def list_views(session: Session, pane: str) -> list[View]:
    """The views of a pane that one may use: one's own, then the shared ones, each by name."""
    me = acting(session).staff_id
    found = (
        select(SavedView)
        .where(SavedView.pane == pane, (SavedView.owner_id == me) | SavedView.owner_id.is_(None))
        .order_by(SavedView.owner_id.is_(None), SavedView.name)
    )
    return [
        View(one.uid, one.version, one.name, one.owner_id is None, json.loads(one.definition))
        for one in session.scalars(found)
    ]


def save_view(
    session: Session, pane: str, name: str, definition: Mapping[str, object], *, shared: bool = False
) -> SavedView:
    """Keep a view; sharing it with everybody is for those who set the branch's rules.

    Raises NotAllowed, UserError `view.name_taken`, `view.too_long`.
    """
    row = SavedView(
        pane=pane,
        name=text.line(name, "saved_view.name", longest=NAME_LONGEST),
        owner_id=_owner(session, shared),
        definition=_encoded(definition),
    )
    _check_free(session, row)
    session.add(row)
    session.flush()
    changes.describe(session, "view.saved", subject=row)
    return row


def change_view(
    session: Session,
    uid: str,
    *,
    version: int,
    name: str | None = None,
    definition: Mapping[str, object] | None = None,
) -> None:
    """Give a view another name or other contents; raises as `save_view`, and Conflict."""
    row = _editable(session, uid, version)
    if name is not None:
        kept = text.line(name, "saved_view.name", longest=NAME_LONGEST)
        if kept != row.name:
            row.name = kept
            with session.no_autoflush:
                _check_free(session, row)
    if definition is not None:
        row.definition = _encoded(definition)
    session.flush()
    changes.describe(session, "view.saved", subject=row)


def remove_view(session: Session, uid: str, *, version: int) -> None:
    row = _editable(session, uid, version)
    session.delete(row)
    session.flush()
    changes.describe(session, "view.removed", subject=("saved_view", uid))


def replace_word(session: Session, trait: str, former: str, word: str) -> None:
    """Let conditions on this trait, in whosever view, name `word` where they named `former`."""
    for row in session.scalars(
        select(SavedView).where(SavedView.definition.contains(former, autoescape=True))
    ):
        definition = json.loads(row.definition)
        for one in definition.get("conditions") or ():
            if one.get("trait") == trait and former in (one.get("value") or ()):
                named = [word if value == former else value for value in one["value"]]
                one["value"] = list(dict.fromkeys(named))
        row.definition = _encoded(definition)


def _owner(session: Session, shared: bool) -> int | None:
    if not shared:
        return acting(session).staff_id
    roles.require(session, Permission.SET_RULES)
    return None


def _editable(session: Session, uid: str, version: int) -> SavedView:
    row = rows.load_seen(session, SavedView, uid, version)
    if row.owner_id is None:
        roles.require(session, Permission.SET_RULES)
    elif row.owner_id != acting(session).staff_id:
        raise NotAllowed("view.not_own")
    return row


def _encoded(definition: Mapping[str, object]) -> str:
    encoded = json.dumps(definition, ensure_ascii=False, sort_keys=True)
    if len(encoded) > DEFINITION_LONGEST:
        raise UserError("view.too_long")
    # A lone surrogate typed into a filter could not be stored as text.
    return encoded.encode("utf-8", "replace").decode("utf-8")


def _check_free(session: Session, row: SavedView) -> None:
    taken = select(SavedView.id).where(
        SavedView.pane == row.pane,
        SavedView.name == row.name,
        SavedView.owner_id.is_(None) if row.owner_id is None else SavedView.owner_id == row.owner_id,
        SavedView.id != (row.id or 0),
    )
    if session.scalar(taken) is not None:
        raise UserError("view.name_taken", name=row.name)
