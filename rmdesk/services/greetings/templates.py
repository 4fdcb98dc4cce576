"""The texts a person may use: what is shipped, what the branch put in its place or added, and their own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Channel, GreetingTemplate, RelationKind, Tier
from rmdesk.services import values
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import samples
from rmdesk.services.greetings.fields import OCCASIONS, checked_text, filled
from rmdesk.services.greetings.shipped import Shipped, shipped
from rmdesk.services.kept_texts import KeptTexts
from rmdesk.words import LANGUAGES

RELATIONS = (RelationKind.SPOUSE.value, RelationKind.CHILD.value, RelationKind.PARENT.value)
_TABLE = "greeting_template"


def _from_shipped(one: Shipped) -> GreetingTemplate:
    return GreetingTemplate(
        occasion=one.occasion,
        language=one.language,
        text=one.text,
        relation=one.relation,
        channel=one.channel,
    )


_TEXTS = KeptTexts(GreetingTemplate, shipped, _from_shipped)


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
    added, instead = _TEXTS.load(session)
    found = [_of_row(row) for row in added]
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
    _TEXTS.require(session, own=own)
    row = GreetingTemplate(occasion=_occasion(occasion), language=_TEXTS.language(language))
    _put(session, row, text, relation, channel, tier_uid)
    return _TEXTS.add(session, row, own=own, kind="template.added")


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
    _TEXTS.edit(
        session,
        uid,
        version,
        lambda row: _put(session, row, text, relation, channel, tier_uid),
        kind="template.edited",
    )


def remove_template(session: Session, uid: str, *, version: int) -> None:
    """Remove a text that was added; raises NotAllowed, Conflict, `row.gone`. One that stands in for a shipped
    one gives way to it again.
    """
    _TEXTS.remove(session, uid, version, kind="template.removed")


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
    return _TEXTS.replace(
        session,
        code,
        lambda row: _put(session, row, text, relation, channel, tier_uid),
        kind="template.edited",
    )


def turn_off(session: Session, code: str) -> GreetingTemplate:
    """Use a shipped text no more; raises as `replace_shipped`."""
    return _TEXTS.turn_off(session, code, kind="template.turned_off")


def put_back(session: Session, uid: str, *, version: int) -> None:
    """Use a shipped text as it was shipped again; raises as `remove_template`."""
    _TEXTS.put_back(session, uid, version, kind="template.put_back")


def preview(text: str, occasion: str, language: str, *, manager: str, branch: str, today: date) -> str:
    """A checked text of greetings as an invented customer would get it."""
    return filled(text, samples.values(occasion, language, manager=manager, branch=branch, today=today)) or ""


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
