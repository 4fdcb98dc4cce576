"""The script library: opening lines, questions, answers to objections, and what is never to be promised.

By occasion, orientation and tier; shipped texts stand in `resources/templates/scripts.<language>.json`.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import resources, words
from rmdesk.models import Customer, Orientation, Script, ScriptPart, Tier
from rmdesk.models.script import CUE_LONGEST, SCRIPT_LONGEST
from rmdesk.services import care, greetings, rows, text, values
from rmdesk.services.care import Asked, Touchpoint
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import fields_of, filled
from rmdesk.services.kept_texts import KeptTexts
from rmdesk.words import LANGUAGES

ANY = "any"  # texts for every occasion; they stand behind those of a special one
FEW = 3  # questions, objections and warnings that are shown of each
# Every occasion with the fields its texts may have; who is addressed, the branch and the manager always.
OCCASIONS: dict[str, tuple[str, ...]] = {
    ANY: greetings.COMMON,
    "birthday": greetings.OCCASIONS["birthday"],
    "family_date": greetings.OCCASIONS["other_date"],
    "festival": greetings.OCCASIONS["festival"],
    "maturity": greetings.OCCASIONS["maturity"],
    "other_maturity": greetings.OCCASIONS["other_maturity"],
    "loan_maturity": greetings.OCCASIONS["loan_maturity"],
    "premium": greetings.OCCASIONS["premium"],
    "assessment": greetings.OCCASIONS["assessment"],
    "cadence": greetings.COMMON,
    "commitment": greetings.COMMON,
    "follow_up": greetings.COMMON,
    "appointment": greetings.OCCASIONS["appointment"],
    "visit": greetings.OCCASIONS["visit"],
    "notice": greetings.OCCASIONS["notice"],
}
_TABLE = "script"
_GREETED = (care.Kind.BIRTHDAY, care.Kind.FAMILY_DATE, care.Kind.FESTIVAL)
_WEEK = 6  # days after the present one


@dataclass(frozen=True, slots=True)
class ScriptText:
    """One text of the library. `uid` and `version` are those of its row, None and 0 of one as shipped."""

    id: str
    uid: str | None
    version: int
    part: str
    occasion: str
    language: str
    cue: str | None
    text: str
    orientation: str | None
    tier_uid: str | None
    is_own: bool
    is_shipped: bool
    is_off: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a customer may say, and what to say to it."""

    cue: str
    text: str


@dataclass(frozen=True, slots=True)
class WhatToSay:
    """What helps in one conversation, filled in, the most fitting first."""

    openings: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    objections: tuple[Answer, ...] = ()
    never: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.openings or self.questions or self.objections or self.never)


@dataclass(frozen=True, slots=True)
class Shipped:
    """A text; its code stays the same for ever, since branches replace it by that."""

    code: str
    language: str
    part: str
    occasion: str
    text: str
    cue: str | None = None
    orientation: str | None = None


@cache
def shipped() -> dict[str, Shipped]:
    """All of them by code."""
    found: dict[str, Shipped] = {}
    for language in LANGUAGES:
        listed = json.loads(resources.path("templates", f"scripts.{language}.json").read_text("utf-8"))
        found |= {one["code"]: Shipped(language=language, **one) for one in listed}
    return found


def _from_shipped(one: Shipped) -> Script:
    return Script(
        part=one.part,
        occasion=one.occasion,
        language=one.language,
        cue=one.cue,
        text=one.text,
        orientation=one.orientation,
    )


_TEXTS = KeptTexts(Script, shipped, _from_shipped)


# --- the library -------------------------------------------------------------------------------------


def list_scripts(session: Session) -> list[ScriptText]:
    """What is there for whoever acts: by part and occasion, their own first of each."""
    added, instead = _TEXTS.load(session)
    found = [_of_row(row) for row in added]
    for code, one in shipped().items():
        row = instead.get(code)
        found.append(_as_shipped(one) if row is None else _of_row(row))
    parts, occasions = list(ScriptPart), list(OCCASIONS)
    return sorted(
        found,
        key=lambda one: (
            parts.index(ScriptPart(one.part)),
            occasions.index(one.occasion) if one.occasion in OCCASIONS else len(occasions),
            LANGUAGES.index(one.language),
            not one.is_own,
        ),
    )


def add_script(
    session: Session,
    part: str,
    occasion: str,
    language: str,
    given: Mapping[str, object],
    *,
    own: bool = False,
) -> Script:
    """A new text, of the branch or one's own; `given` holds `text`, `cue`, `orientation`, `tier_uid`.

    Raises NotAllowed, `row.gone` (the tier), `value.not_a_choice`, and what `checked_text` raises.
    """
    _TEXTS.require(session, own=own)
    if occasion not in OCCASIONS:
        raise UserError("value.not_a_choice", what=f"{_TABLE}.occasion")
    row = Script(
        part=values.choice(part, f"{_TABLE}.part", ScriptPart),
        occasion=occasion,
        language=_TEXTS.language(language),
    )
    _put(session, row, given)
    return _TEXTS.add(session, row, own=own, kind="script.added")


def edit_script(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change a text and whom it is for; raises as adding does, and Conflict."""
    _TEXTS.edit(session, uid, version, lambda row: _put(session, row, given), kind="script.edited")


def remove_script(session: Session, uid: str, *, version: int) -> None:
    """Remove a text that was added; one that stands in for a shipped one gives way to it again."""
    _TEXTS.remove(session, uid, version, kind="script.removed")


def replace_shipped(session: Session, code: str, given: Mapping[str, object]) -> Script:
    """Put the branch's words in the place of a shipped text; raises as adding."""
    return _TEXTS.replace(session, code, lambda row: _put(session, row, given), kind="script.edited")


def turn_off(session: Session, code: str) -> Script:
    """Use a shipped text no more."""
    return _TEXTS.turn_off(session, code, kind="script.turned_off")


def put_back(session: Session, uid: str, *, version: int) -> None:
    """Use a shipped text as it was shipped again."""
    _TEXTS.put_back(session, uid, version, kind="script.put_back")


def checked_text(value: object, occasion: str) -> str:
    """A text as it is stored; raises as `greetings.checked_text`."""
    return greetings.checked(value, OCCASIONS[occasion], what=f"{_TABLE}.text", longest=SCRIPT_LONGEST)


def preview(checked: str, occasion: str, language: str, *, manager: str, branch: str, today: date) -> str:
    """A checked text as an invented customer would hear it."""
    return greetings.preview(checked, occasion, language, manager=manager, branch=branch, today=today)


# --- one conversation --------------------------------------------------------------------------------


def occasion_of(touchpoint: Touchpoint | None) -> str:
    """The occasion that a touchpoint is."""
    if touchpoint is None:
        return ANY
    rule = touchpoint.key.rule
    if rule.startswith("cadence_"):
        return "cadence"
    found = {"own_maturity": "maturity"}.get(rule, rule)
    return found if found in OCCASIONS else ANY


def propose(
    session: Session,
    customer_uid: str,
    today: date,
    *,
    touchpoint: Touchpoint | None = None,
    language: str | None = None,
) -> WhatToSay:
    """What to say to a customer, because of a (filled) touchpoint or of none.

    In the language in use, whatever the customer's name is written in: it is the manager who reads it.
    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`.
    """
    customer = rows.load(session, Customer, customer_uid)
    access.require(session, customer)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    chosen = language or words.language()
    filling = greetings.values_for(session, customer, touchpoint, chosen, today)
    reminds_of = None if touchpoint is None else touchpoint.reminds_of
    is_late = touchpoint is not None and touchpoint.kind in _GREETED and touchpoint.key.due_on < today
    found: dict[str, list[ScriptText]] = {part.value: [] for part in ScriptPart}
    for one in _candidates(session, customer, occasion_of(touchpoint), chosen, today):
        if is_late and greetings.speaks_of_today(one.text):
            continue
        if one.part == ScriptPart.OPENING and not greetings.fits_in_time(one.text, reminds_of, today):
            continue
        # Who wants no offers is asked and answered, but offered nothing.
        if not (customer.no_marketing and "successor" in fields_of(one.text)):
            found[one.part].append(one)
    said = {
        part: [(one, told) for one in some if (told := filled(one.text, filling)) is not None]
        for part, some in found.items()
    }
    return WhatToSay(
        tuple(told for _one, told in said[ScriptPart.OPENING]),
        tuple(told for _one, told in said[ScriptPart.QUESTION][:FEW]),
        tuple(Answer(one.cue or "", told) for one, told in said[ScriptPart.OBJECTION][:FEW]),
        tuple(told for _one, told in said[ScriptPart.NEVER][:FEW]),
    )


def propose_next(
    session: Session, customer_uid: str, today: date, *, language: str | None = None
) -> WhatToSay:
    """What to say because of whatever is due next for a customer within a week, else of nothing special.

    Raises as `propose`.
    """
    customer = rows.load(session, Customer, customer_uid)
    asked = Asked(today, today + timedelta(days=_WEEK), today, customers=(customer.id,))
    due = [one for one in care.agenda(session, asked, with_acted=False) if one.key.customer_id is not None]
    return propose(session, customer_uid, today, touchpoint=due[0] if due else None, language=language)


def _candidates(
    session: Session, customer: Customer, occasion: str, language: str, today: date
) -> list[ScriptText]:
    """The texts for a customer: their manager's own first, then the more special, then by lot of the day."""
    ranks: dict[str, int] = dict(session.execute(select(Tier.uid, Tier.rank)).all())
    own_rank = session.scalar(select(Tier.rank).where(Tier.id == customer.tier_id)) or 0

    def fits(one: ScriptText) -> bool:
        return (
            not one.is_off
            and one.language == language
            and one.occasion in (occasion, ANY)
            and one.orientation in (None, customer.orientation)
            and (one.tier_uid is None or ranks.get(one.tier_uid, own_rank + 1) <= own_rank)
        )

    def order(one: ScriptText) -> tuple[Any, ...]:
        special = (one.orientation is not None) + (one.tier_uid is not None)
        lot = zlib.crc32(f"{customer.uid} {today.isoformat()} {one.id}".encode())
        return (not one.is_own, one.occasion != occasion, -special, one.is_shipped, lot)

    return sorted(filter(fits, list_scripts(session)), key=order)


# --- rows --------------------------------------------------------------------------------------------


def _put(session: Session, row: Script, given: Mapping[str, object]) -> None:
    orientation, tier_uid = given.get("orientation"), given.get("tier_uid")
    if orientation is not None:
        orientation = values.choice(orientation, f"{_TABLE}.orientation", Orientation)
    if tier_uid is not None and session.scalar(select(Tier.id).where(Tier.uid == tier_uid)) is None:
        raise UserError("row.gone", table="tier")
    cue = None
    if row.part == ScriptPart.OBJECTION:
        cue = text.line(given.get("cue"), f"{_TABLE}.cue", longest=CUE_LONGEST)
    row.text = checked_text(given.get("text"), row.occasion)
    row.cue, row.orientation, row.tier_uid = cue, orientation, tier_uid  # type: ignore[assignment]


def _as_shipped(one: Shipped) -> ScriptText:
    return ScriptText(
        id=one.code,
        uid=None,
        version=0,
        part=one.part,
        occasion=one.occasion,
        language=one.language,
        cue=one.cue,
        text=one.text,
        orientation=one.orientation,
        tier_uid=None,
        is_own=False,
        is_shipped=True,
    )


def _of_row(row: Script) -> ScriptText:
    return ScriptText(
        id=row.replaces or row.uid,
        uid=row.uid,
        version=row.version,
        part=row.part,
        occasion=row.occasion,
        language=row.language,
        cue=row.cue,
        text=row.text,
        orientation=row.orientation,
        tier_uid=row.tier_uid,
        is_own=row.staff_id is not None,
        is_shipped=row.replaces is not None,
        is_off=row.is_off,
    )
