"""The texts a person may use: what is shipped, what the branch put in its place or added, and their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, GreetingTemplate, RelationKind, Tier
from rmdesk.services import changes, roles, rows, values
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import samples
from rmdesk.services.greetings.fields import OCCASIONS, checked_text, filled
from rmdesk.services.greetings.shipped import Shipped, shipped
from rmdesk.services.roles import Permission, Reach
from rmdesk.words import LANGUAGES

RELATIONS = (RelationKind.SPOUSE.value, RelationKind.CHILD.value, RelationKind.PARENT.value)
_TABLE = "greeting_template"


@dataclass(frozen=True, slots=True)
class Template:
    """One text. `id` is what uses of it remember: the code of a shipped one, also in the branch's words, or
    its uid. `uid` and `version` are those of its row, None and 0 of one that is as it was shipped.
    """

    id: str
    uid: str | None
    version: int
    occasion: str
    language: str
    text: str
    relation: str | None
    channel: str | None
    tier_uid: str | None
    is_own: bool
    is_shipped: bool
    is_off: bool = False


def list_templates(session: Session) -> list[Template]:
    """What is there for whoever acts: the branch's in the order of occasions, their own first of each."""
    me = acting(session).staff_id
    wanted = or_(GreetingTemplate.staff_id.is_(None), GreetingTemplate.staff_id == me)
    kept = session.scalars(select(GreetingTemplate).where(wanted).order_by(GreetingTemplate.id)).all()
    instead = {row.replaces: row for row in kept if row.replaces is not None}
    found = [_of_row(row) for row in kept if row.replaces is None]
    for code, one in shipped().items():
        row = instead.get(code)
        found.append(_as_shipped(one) if row is None else _of_row(row))
    place = {occasion: number for number, occasion in enumerate(OCCASIONS)}
    languages = {language: number for number, language in enumerate(LANGUAGES)}
    return sorted(
        found, key=lambda one: (place.get(one.occasion, len(place)), languages[one.language], not one.is_own)
    )


def add_template(
    session: Session,
    occasion: str,
    language: str,
    text: str,
    *,
    relation: str | None = None,
    channel: str | None = None,
    tier_uid: str | None = None,
    own: bool = False,
) -> GreetingTemplate:
    """A new text, of the branch or one's own.

    Raises NotAllowed, `row.gone` (the tier), `value.not_a_choice`, and what `fields.checked_text` raises.
    """
    _require(session, own=own)
    row = GreetingTemplate(
        occasion=_occasion(occasion),
        language=_language(language),
        staff_id=acting(session).staff_id if own else None,
        is_off=False,
    )
    _put(session, row, text, relation, channel, tier_uid)
    session.add(row)
    session.flush()
    changes.describe(session, "template.added", subject=row, own=own)
    return row


def edit_template(
    session: Session,
    uid: str,
    text: str,
    *,
    version: int,
    relation: str | None = None,
    channel: str | None = None,
    tier_uid: str | None = None,
) -> None:
    """Change a text and whom it is for; raises as adding does, and Conflict."""
    row = _load(session, uid, version)
    _put(session, row, text, relation, channel, tier_uid)
    row.is_off = False
    session.flush()
    changes.describe(session, "template.edited", subject=row, own=row.staff_id is not None)


def remove_template(session: Session, uid: str, *, version: int) -> None:
    """Remove a text that was added; raises NotAllowed, Conflict, `row.gone`. One that stands in for a shipped
    one gives way to it again.
    """
    row = _load(session, uid, version)
    session.delete(row)
    session.flush()
    changes.describe(session, "template.removed", subject=row, own=row.staff_id is not None)


def replace_shipped(
    session: Session,
    code: str,
    text: str,
    *,
    relation: str | None = None,
    channel: str | None = None,
    tier_uid: str | None = None,
) -> GreetingTemplate:
    """Put the branch's words in the place of a shipped text that was not replaced yet; raises as adding,
    and `row.changed` as Conflict does if somebody was faster.
    """
    row = _instead_of(session, code)
    _put(session, row, text, relation, channel, tier_uid)
    session.flush()
    changes.describe(session, "template.edited", subject=row, own=False)
    return row


def turn_off(session: Session, code: str) -> GreetingTemplate:
    """Use a shipped text no more; raises as `replace_shipped`."""
    row = _instead_of(session, code)
    row.is_off = True
    session.flush()
    changes.describe(session, "template.turned_off", subject=row, own=False)
    return row


def put_back(session: Session, uid: str, *, version: int) -> None:
    """Use a shipped text as it was shipped again; raises as `remove_template`."""
    row = _load(session, uid, version)
    if row.replaces is None:
        raise UserError("row.gone", table=_TABLE)
    session.delete(row)
    session.flush()
    changes.describe(session, "template.put_back", subject=row, own=False)


def preview(text: str, occasion: str, language: str, *, manager: str, branch: str, today: date) -> str:
    """A checked text as an invented customer would get it."""
    return filled(text, samples.values(occasion, language, manager=manager, branch=branch, today=today)) or ""


def _instead_of(session: Session, code: str) -> GreetingTemplate:
    _require(session, own=False)
    one = shipped().get(code)
    if one is None:
        raise UserError("row.gone", table=_TABLE)
    row = session.scalars(select(GreetingTemplate).where(GreetingTemplate.replaces == code)).one_or_none()
    if row is None:
        row = GreetingTemplate(
            occasion=one.occasion,
            language=one.language,
            text=one.text,
            relation=one.relation,
            channel=one.channel,
            replaces=code,
            is_off=False,
        )
        session.add(row)
    return row


def _load(session: Session, uid: str, version: int) -> GreetingTemplate:
    row = rows.load_seen(session, GreetingTemplate, uid, version)
    _require(session, own=row.staff_id == acting(session).staff_id)
    return row


def _require(session: Session, *, own: bool) -> None:
    roles.require(session, Permission.EDIT_TEMPLATES, reach=Reach.OWN if own else Reach.ALL, accepting=())


def _put(
    session: Session,
    row: GreetingTemplate,
    text: str,
    relation: str | None,
    channel: str | None,
    tier_uid: str | None,
) -> None:
    if relation is not None and relation not in RELATIONS:
        raise UserError("value.not_a_choice", what=f"{_TABLE}.relation")
    if channel is not None:
        channel = values.choice(channel, f"{_TABLE}.channel", Channel)
    if tier_uid is not None and session.scalar(select(Tier.id).where(Tier.uid == tier_uid)) is None:
        raise UserError("row.gone", table="tier")
    row.text = checked_text(text, row.occasion, channel)
    row.relation, row.channel, row.tier_uid = relation, channel, tier_uid


def _occasion(value: str) -> str:
    if value not in OCCASIONS:
        raise UserError("value.not_a_choice", what=f"{_TABLE}.occasion")
    return value


def _language(value: str) -> str:
    if value not in LANGUAGES:
        raise UserError("value.not_a_choice", what=f"{_TABLE}.language")
    return value


def _as_shipped(one: Shipped) -> Template:
    return Template(
        id=one.code,
        uid=None,
        version=0,
        occasion=one.occasion,
        language=one.language,
        text=one.text,
        relation=one.relation,
        channel=one.channel,
        tier_uid=None,
        is_own=False,
        is_shipped=True,
    )


def _of_row(row: GreetingTemplate) -> Template:
    return Template(
        row.replaces or row.uid,
        row.uid,
        row.version,
        row.occasion,
        row.language,
        row.text,
        row.relation,
        row.channel,
        row.tier_uid,
        row.staff_id is not None,
        row.replaces is not None,
        row.is_off,
    )
