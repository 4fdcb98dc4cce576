"""Which texts may be sent to a customer on an occasion, filled in; and noting which one was.

A text that a customer was given is not offered to them again for two years, nor are the same words by
another template. One given on the very occasion comes first, so that it can be copied or printed again.
"""

from __future__ import annotations

import enum
import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import calendar_labels, choices, words
from rmdesk.models import Channel, Customer, DateKind, GreetingUse, RelationKind, Staff, Tier
from rmdesk.models.greeting import GREETING_LONGEST
from rmdesk.services import almanac, changes, rows, settings, values, work
from rmdesk.services import text as texts
from rmdesk.services.actor import acting
from rmdesk.services.almanac import Festival
from rmdesk.services.care import load_options
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.greetings import days_in_words
from rmdesk.services.greetings.addressing import address, is_chinese
from rmdesk.services.greetings.fields import (
    BUSINESS,
    GENERAL_FESTIVAL,
    OCCASIONS,
    WHAT,
    fields_of,
    filled,
    fits_in_time,
    speaks_of_today,
)
from rmdesk.services.greetings.templates import Template, list_templates

RESTS = timedelta(days=731)  # how long a text that was used rests: two years
_GROWN_UP = 18  # years
_MESSAGES = (Channel.SMS.value, Channel.WECHAT.value, Channel.EMAIL.value)
# Words for members of the family, as people write them down, by what they are to the customer.
_RELATIVES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        RelationKind.CHILD.value,
        re.compile(r"女儿|儿子|孩子|闺女|小孩|大宝|二宝|长子|次子|daughter|\bson\b|child", re.IGNORECASE),
    ),
    (
        RelationKind.PARENT.value,
        re.compile(r"父|母|爸|妈|爹|岳|公公|婆婆|father|mother|parent", re.IGNORECASE),
    ),
    (
        RelationKind.SPOUSE.value,
        re.compile(r"爱人|妻|丈夫|太太|先生|夫人|老公|老婆|配偶|wife|husband|spouse", re.IGNORECASE),
    ),
)


class Held(enum.StrEnum):
    """Why nothing is to be sent."""

    NO_GREETINGS = "no_greetings"  # the customer wants none
    MOURNING = "mourning"
    NO_MESSAGES = "no_messages"  # and this way would be one


@dataclass(frozen=True, slots=True)
class Greeting:
    """A text ready to be sent; `template` is what `note_used` is to be told."""

    template: str
    text: str
    used_on: date | None = None  # on this very occasion


@dataclass(frozen=True, slots=True)
class Proposed:
    """What may be sent on one occasion, the most fitting first.

    `used_on` and `used_by` tell of one that was sent on it already, by whomever; `last_on` of the time
    before, whose words none of these repeats. With `held` there is nothing, and it says why; without
    either, every text has been used.
    """

    occasion: str | None
    due_on: date
    texts: tuple[Greeting, ...] = ()
    held: Held | None = None
    used_on: date | None = None
    used_by: str | None = None
    last_on: date | None = None


def occasions_of(touchpoint: Touchpoint) -> tuple[str, ...]:
    """The occasions that a (filled) touchpoint is, the most special first; none for what asks for no text."""
    rule = touchpoint.key.rule
    if rule == "birthday":
        _born, _age, is_round, is_own_year = touchpoint.values
        special = [name for name, is_so in (("round", is_round), ("own_year", is_own_year)) if is_so]
        return (*(f"{name}_birthday" for name in special), "birthday")
    if rule == "family_date":
        kind = touchpoint.values[0]
        return ("other_date" if kind == DateKind.OTHER.value else kind,)
    if rule == "festival":
        return (touchpoint.key.subject, GENERAL_FESTIVAL)
    occasion = {"own_maturity": "maturity"}.get(rule, "cadence" if rule.startswith("cadence_") else rule)
    return (occasion,) if occasion in OCCASIONS else ()


def propose(
    session: Session,
    touchpoint: Touchpoint,
    today: date,
    *,
    channel: str | None = None,
    language: str | None = None,
) -> Proposed:
    """The texts for a touchpoint of one customer, as `care` gave it (filled).

    `channel`: texts meant for another way are left out. Written in the language in use, to somebody whose
    name is in other letters in English. Raises NotAllowed, UserError `row.gone`, `customer.in_bin`,
    `care.collective`.
    """
    if touchpoint.key.customer_id is None:
        raise UserError("care.collective")
    customer = session.get(Customer, touchpoint.key.customer_id)
    if customer is None:
        raise UserError("row.gone", table="customer")
    return _propose(
        session,
        customer,
        occasions_of(touchpoint),
        touchpoint.key.due_on,
        today,
        channel=channel,
        language=language,
        given=lambda chosen: _values_of(touchpoint, chosen, today),
        relation=_relation(touchpoint),
        reminds_of=touchpoint.reminds_of,
    )


def propose_for(
    session: Session,
    customer_uid: str,
    occasion: str,
    today: date,
    *,
    due_on: date | None = None,
    channel: str | None = None,
    language: str | None = None,
    given: Mapping[str, str] | None = None,
) -> Proposed:
    """The same for an occasion that no touchpoint stands for; `given` holds the fields that are its own."""
    if occasion not in OCCASIONS:
        raise UserError("value.not_a_choice", what="greeting_template.occasion")
    customer = rows.load(session, Customer, customer_uid)
    found = (occasion, GENERAL_FESTIVAL) if occasion in set(Festival) else (occasion,)
    day = due_on or today
    return _propose(
        session,
        customer,
        found,
        day,
        today,
        channel=channel,
        language=language,
        given=lambda chosen: {**_of_the_day(found, day, chosen), **(given or {})},
        relation=None,
    )


def note_used(
    session: Session,
    customer_uid: str,
    greeting: Greeting,
    proposed: Proposed,
    *,
    today: date,
    channel: str | None = None,
) -> GreetingUse:
    """Remember that a text was copied or printed for a customer; once for each occasion and text.

    Raises NotAllowed, UserError `row.gone`, `customer.in_bin`, `value.not_a_choice`.
    """
    customer = work.load_for_writing(session, customer_uid)
    occasion = proposed.occasion
    if occasion not in OCCASIONS:
        raise UserError("value.not_a_choice", what="greeting_use.occasion")
    text = texts.paragraphs(greeting.text, WHAT, longest=2 * GREETING_LONGEST)
    way = None if channel is None else values.choice(channel, "greeting_use.channel", Channel)
    same = select(GreetingUse).where(
        GreetingUse.customer_id == customer.id,
        GreetingUse.occasion == occasion,
        GreetingUse.due_on == proposed.due_on,
        GreetingUse.text == text,
    )
    present = session.scalars(same.limit(1)).first()
    if present is not None:
        return present
    row = GreetingUse(
        customer_id=customer.id,
        staff_id=acting(session).staff_id,
        occasion=occasion,
        due_on=proposed.due_on,
        template=greeting.template,
        text=text,
        channel=way,
        used_on=today,
    )
    session.add(row)
    session.flush()
    changes.describe(session, "greeting.used", subject=customer, occasion=occasion)
    return row


# --- finding texts ---------------------------------------------------------------------------------


def _propose(
    session: Session,
    customer: Customer,
    occasions: tuple[str, ...],
    due_on: date,
    today: date,
    *,
    channel: str | None,
    language: str | None,
    given: Any,
    relation: str | None,
    reminds_of: date | None = None,
) -> Proposed:
    access.require(session, customer)
    if customer.deleted_at is not None:
        raise UserError("customer.in_bin")
    if not occasions:
        return Proposed(None, due_on)
    occasion = occasions[0]
    reason = _held(session, customer, today, channel, congratulating=occasion not in BUSINESS)
    if reason is not None:
        return Proposed(occasion, due_on, held=reason)
    chosen = language or (words.language() if is_chinese(customer.name) else "en")
    uses = session.scalars(
        select(GreetingUse)
        .where(GreetingUse.customer_id == customer.id, GreetingUse.used_on > today - RESTS)
        .order_by(GreetingUse.used_on.desc(), GreetingUse.id.desc())
    ).all()
    now = [one for one in uses if one.occasion == occasion and one.due_on == due_on]
    resting = {one.template for one in uses} | {one.text for one in uses}
    found = [Greeting(one.template, one.text, one.used_on) for one in now]
    filling = {**_common(session, customer, chosen), **given(chosen)}
    for one in _candidates(session, customer, occasions, chosen, channel, relation, due_on):
        text = None if one.id in resting else filled(one.text, filling)
        if text is None or text in resting:
            continue
        if due_on < today and occasion not in BUSINESS and speaks_of_today(one.text):
            continue
        if not fits_in_time(one.text, reminds_of, today):
            continue
        if customer.no_marketing and "successor" in fields_of(one.text):
            continue
        resting.add(text)
        found.append(Greeting(one.id, text))
    return Proposed(
        occasion,
        due_on,
        tuple(found),
        used_on=now[0].used_on if now else None,
        used_by=session.get_one(Staff, now[0].staff_id).name if now else None,
        last_on=next((one.used_on for one in uses if one.occasion == occasion and one not in now), None),
    )


def _candidates(
    session: Session,
    customer: Customer,
    occasions: tuple[str, ...],
    language: str,
    channel: str | None,
    relation: str | None,
    due_on: date,
) -> list[Template]:
    """The texts that fit: one's own first, then the more special; otherwise as chance of the year has it."""
    ranks: dict[str, int] = dict(session.execute(select(Tier.uid, Tier.rank)).all())
    own_rank = session.scalar(select(Tier.rank).where(Tier.id == customer.tier_id)) or 0

    def fits(one: Template) -> bool:
        return (
            not one.is_off
            and one.language == language
            and one.occasion in occasions
            and one.relation in (None, relation)
            and (one.channel in (None, channel) if channel else one.channel is None)
            and (one.tier_uid is None or ranks.get(one.tier_uid, own_rank + 1) <= own_rank)
        )

    def order(one: Template) -> tuple[Any, ...]:
        special = (one.relation is not None) + (one.channel is not None) + (one.tier_uid is not None)
        lot = zlib.crc32(f"{customer.uid} {due_on.year} {one.id}".encode())
        return (not one.is_own, occasions.index(one.occasion), -special, one.is_shipped, lot)

    return sorted(filter(fits, list_templates(session)), key=order)


def _held(
    session: Session, customer: Customer, today: date, channel: str | None, *, congratulating: bool
) -> Held | None:
    if congratulating and customer.no_greetings:
        return Held.NO_GREETINGS
    mourning = timedelta(days=load_options(session)["birthday"]["mourning_days"])
    if congratulating and customer.bereaved_on is not None and customer.bereaved_on >= today - mourning:
        return Held.MOURNING
    return Held.NO_MESSAGES if customer.no_messages and channel in _MESSAGES else None


def values_for(
    session: Session, customer: Customer, touchpoint: Touchpoint | None, language: str, today: date
) -> dict[str, str]:
    """What the fields of any text hold for a customer, because of a (filled) touchpoint or of none."""
    given = {} if touchpoint is None else _values_of(touchpoint, language, today)
    return {**_common(session, customer, language), **given}


# --- what the fields hold --------------------------------------------------------------------------


def _common(session: Session, customer: Customer, language: str) -> dict[str, str]:
    said = address(customer, language)
    return {
        "dear": said.dear,
        "name": customer.name,
        "surname": said.surname,
        "title": said.title,
        "branch": settings.get(session, "branch.name"),
        "manager": acting(session).name,
    }


def _values_of(touchpoint: Touchpoint, language: str, today: date) -> dict[str, str]:
    given = touchpoint.values
    on = touchpoint.key.due_on
    rule = touchpoint.key.rule
    found = _of_the_day(occasions_of(touchpoint), on, language)
    if rule == "birthday" and given[1] is not None:
        found["age"] = str(given[1])
    elif rule == "family_date":
        found |= {"whose": given[1] or "", "years": str(given[3]) if given[3] else ""}
    elif touchpoint.kind is Kind.MATURITY:
        falls_on, kind, product, bank, successor = given
        found |= {
            "product": product or choices.word("holding", "kind", kind, to=language),
            "bank": bank or "",
            "successor": successor or "",
            "date": days_in_words.day(falls_on, language),
            "days": _days_left(today, falls_on),
        }
    elif rule == "assessment":
        found |= {"date": days_in_words.day(given[1], language), "days": _days_left(today, given[1])}
    elif rule == "notice":
        found["notice"] = given[1]
    elif rule in ("appointment", "visit"):
        # One that was put off is confirmed for the day it stands on now.
        found["date"] = days_in_words.day(touchpoint.day if touchpoint.postponed else on, language, given[2])
    return found


def _days_left(today: date, on: date) -> str:
    """How many days are left; without a number once there are none, so that no text speaks of them."""
    return str((on - today).days) if on > today else ""


def _of_the_day(occasions: tuple[str, ...], on: date, language: str) -> dict[str, str]:
    """The fields that follow from occasion and day."""
    year = almanac.to_lunar(on).year
    if Festival.NEW_YEARS_DAY.value in occasions or Festival.NEW_YEARS_EVE.value in occasions:
        year += 1  # the year that is about to begin
    found = {"animal": calendar_labels.animal(almanac.zodiac(year), to=language)}
    if occasions and occasions[0] in set(Festival):
        found["festival"] = calendar_labels.festival(Festival(occasions[0]), to=language)
    return found


def _relation(touchpoint: Touchpoint) -> str | None:
    """What a member of the family is to the customer, by the word that was written down: a child who has
    grown up is no longer wished well as one.
    """
    if touchpoint.key.rule != "family_date" or not touchpoint.values[1]:
        return None
    whose, years = str(touchpoint.values[1]), touchpoint.values[3]
    found = next((relation for relation, said in _RELATIVES if said.search(whose)), None)
    return None if found == RelationKind.CHILD.value and (years or 0) >= _GROWN_UP else found
