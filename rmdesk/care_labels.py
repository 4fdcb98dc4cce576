"""Words of the care calendar: kinds of touchpoint, the rules, and the sentence why one is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from rmdesk import calendar_labels, choices, words
from rmdesk.models import ActivityPurpose, ComplaintState, DateKind
from rmdesk.services import ages, typed_days
from rmdesk.services.almanac import Festival
from rmdesk.services.anniversaries import LeapDay
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.days import Day
from rmdesk.words import QT_TRANSLATE_NOOP, translate

KINDS: dict[str, str] = {
    Kind.WARNING: QT_TRANSLATE_NOOP("care", "Warning"),
    Kind.COMMITMENT: QT_TRANSLATE_NOOP("care", "Commitment"),
    Kind.APPOINTMENT: QT_TRANSLATE_NOOP("care", "Appointment"),
    Kind.MATURITY: QT_TRANSLATE_NOOP("care", "Maturity"),
    Kind.FOLLOW_UP: QT_TRANSLATE_NOOP("care", "Follow-up"),
    Kind.TASK: QT_TRANSLATE_NOOP("care", "Task"),
    Kind.BIRTHDAY: QT_TRANSLATE_NOOP("care", "Birthday"),
    Kind.FAMILY_DATE: QT_TRANSLATE_NOOP("care", "Family date"),
    Kind.FESTIVAL: QT_TRANSLATE_NOOP("care", "Festival"),
    Kind.ASSESSMENT: QT_TRANSLATE_NOOP("care", "Risk assessment"),
    Kind.PLAN: QT_TRANSLATE_NOOP("care", "Planned contact"),
    Kind.ACTIVITY: QT_TRANSLATE_NOOP("care", "Activity"),
    Kind.CADENCE: QT_TRANSLATE_NOOP("care", "Regular contact"),
    Kind.NOTICE: QT_TRANSLATE_NOOP("care", "Notice"),
}

RULES: dict[str, str] = {
    "complaint": QT_TRANSLATE_NOOP("care", "Complaints to be answered"),
    "commitment": QT_TRANSLATE_NOOP("care", "Commitments due"),
    "appointment": QT_TRANSLATE_NOOP("care", "Appointments"),
    "visit": QT_TRANSLATE_NOOP("care", "Planned visits"),
    "own_maturity": QT_TRANSLATE_NOOP("care", "Maturities of our products"),
    "other_maturity": QT_TRANSLATE_NOOP("care", "Maturities at other banks"),
    "loan_maturity": QT_TRANSLATE_NOOP("care", "Loans due"),
    "premium": QT_TRANSLATE_NOOP("care", "Insurance premiums"),
    "follow_up": QT_TRANSLATE_NOOP("care", "Follow-ups"),
    "birthday": QT_TRANSLATE_NOOP("care", "Birthdays of customers"),
    "family_date": QT_TRANSLATE_NOOP("care", "Days of the family"),
    "festival": QT_TRANSLATE_NOOP("care", "Festivals and occupational days"),
    "assessment": QT_TRANSLATE_NOOP("care", "Risk assessments that expire"),
    "plan_item": QT_TRANSLATE_NOOP("care", "Contacts of action plans"),
    "activity_contact": QT_TRANSLATE_NOOP("care", "Invitations and thanks of activities"),
    "cadence_call": QT_TRANSLATE_NOOP("care", "Regular call"),
    "cadence_meeting": QT_TRANSLATE_NOOP("care", "Regular meeting"),
    "cadence_leaders_visit": QT_TRANSLATE_NOOP("care", "Leaders' visit"),
    "notice": QT_TRANSLATE_NOOP("care", "Notices to tell"),
}


def kind(value: str) -> str:
    return translate("care", KINDS[value])


def rule(value: str) -> str:
    return translate("care", RULES[value])


def reason(one: Touchpoint) -> str:
    """One sentence without a full stop: why this touchpoint is there. `one` was filled."""
    return _SENTENCES[one.key.rule](one)


def brief(one: Touchpoint) -> str:
    """Two or three words for a cell of the calendar: what it is about. `one` was filled."""
    rule_ = one.key.rule
    if rule_ in ("own_maturity", "loan_maturity"):
        return translate("care", "{kind} matures", kind=choices.word("holding", "kind", one.values[1]))
    if rule_ == "other_maturity":
        return translate("care", "matures elsewhere")
    if rule_ == "premium":
        return translate("care", "premium")
    if rule_ == "birthday":
        _born, age, is_round, _own = one.values
        return translate("care", "{age}th birthday", age=age) if is_round else translate("care", "birthday")
    if rule_ == "family_date":
        return choices.word("important_date", "kind", one.values[0])
    if rule_ == "assessment":
        return translate("care", "risk assessment")
    if rule_ == "complaint":
        return translate("care", "complaint")
    if rule_ in ("appointment", "visit"):
        _subject, channel, minute, *_place = one.values
        return joined([clock(minute), choices.word("customer", "preferred_channel", channel)])
    if rule_ == "activity_contact":
        thanks = one.values[0] == ActivityPurpose.THANKS.value
        return translate("care", "thanks") if thanks else translate("care", "invitation")
    if rule_ in ("commitment", "follow_up", "plan_item"):
        return str(one.values[0])
    return reason(one)


def clock(minute: int | None) -> str:
    """A time of day, 09:30; "" for none."""
    return "" if minute is None else f"{minute // 60:02}:{minute % 60:02}"


def joined(parts: list[str]) -> str:
    """Parts of a sentence, in the language in use."""
    return ("，" if words.language() == "zh_CN" else ", ").join(part for part in parts if part)


def day_of_year(day: date) -> str:
    """Month and day: 9月10日, 10 Sep."""
    return _kept(Day(day.month, day.day))


def _kept(day: Day) -> str:
    """A day without its year as it is called: 9月10日, 农历七月廿九."""
    named = Day(day.month, day.day, None, day.is_lunar, day.is_leap_month)
    chinese = words.language() == "zh_CN"
    return typed_days.chinese(named) if chinese else typed_days.english(named)


def _birthday(one: Touchpoint) -> str:
    born, age, is_round, is_own_year = one.values
    if born is None:
        return translate("care", "Birthday")
    if is_round and age != ages.full_age(born, one.key.due_on, leap_day=LeapDay.FEBRUARY_28):
        first = translate("care", "{age}th birthday by the Chinese count, a round one", age=age)
    elif is_round:
        first = translate("care", "{age}th birthday, a round one", age=age)
    elif age is not None:
        first = translate("care", "Birthday, {age} years", age=age)
    else:
        first = translate("care", "Birthday")
    return joined(
        [
            first,
            _kept(born) if born.is_lunar else "",
            translate("care", "in the year of their own animal") if is_own_year else "",
        ]
    )


def _family(one: Touchpoint) -> str:
    what, whose, day, years = one.values
    word = choices.word("important_date", "kind", what)
    if what == DateKind.FAMILY_BIRTHDAY:
        word = translate("care", "Birthday")
        if years:
            word = translate("care", "Birthday, {age} years", age=years)
    elif years:
        word = translate("care", "{what}, {years} years", what=word, years=years)
    named = translate("care", "{whose}: {what}", whose=whose, what=word) if whose else word
    return joined([named, _kept(day) if day.is_lunar else ""])


def _festival(one: Touchpoint) -> str:
    return calendar_labels.festival(Festival(one.key.subject))


def _maturity(one: Touchpoint) -> str:
    falls_on, kind_, product, bank, successor = one.values
    name = product or choices.word("holding", "kind", kind_)
    what = f"{bank} {name}".strip() if bank else name
    # How many days are left is said beside it, where it is known which day it is read on.
    texts = {
        "premium": QT_TRANSLATE_NOOP("care", "{what}: premium due {day}"),
        "loan_maturity": QT_TRANSLATE_NOOP("care", "{what} falls due {day}"),
    }
    text = texts.get(one.key.rule, QT_TRANSLATE_NOOP("care", "{what} matures {day}"))
    said = translate("care", text, what=what, day=day_of_year(falls_on))
    offer = translate("care", "offer {product}", product=successor) if successor else ""
    return joined([said, offer])


def _commitment(one: Touchpoint) -> str:
    promise, promised_on, _kind = one.values
    return translate("care", "Promised on {day}: {promise}", day=day_of_year(promised_on), promise=promise)


def _follow_up(one: Touchpoint) -> str:
    return str(one.values[0])


def _planned(one: Touchpoint) -> str:
    about, _channel, plan = one.values
    return translate("care", "{about} ({plan})", about=about, plan=plan)


def _activity(one: Touchpoint) -> str:
    purpose, _channel, name, first_on, minute, place = one.values
    if purpose == ActivityPurpose.THANKS.value:
        return translate("care", "Thank for coming to “{name}”", name=name)
    when = f"{day_of_year(first_on)} {clock(minute)}".rstrip()
    invite = translate("care", "Invite to “{name}”", name=name)
    return joined([invite, when, place or ""])


def _task(one: Touchpoint) -> str:
    work, given_by, customer, done_by, _id = one.values
    if done_by:
        what = work.strip().split("\n", 1)[0]
        return translate(
            "care", "Tell {name} what {whom} did: {work}", name=customer, whom=done_by, work=what
        )
    by = translate("care", "given by {name}", name=given_by)
    whom = translate("care", "for {name}", name=customer) if customer else ""
    return joined([work.strip().split("\n", 1)[0], whom, by])


def _appointment(one: Touchpoint) -> str:
    subject, channel, minute, *place = one.values
    at = "" if minute is None else f"{clock(minute)} "
    how = choices.word("customer", "preferred_channel", channel)
    return joined([at + how, subject or "", *(one or "" for one in place)])


def _assessment(one: Touchpoint) -> str:
    _assessed, expires = one.values
    return translate("care", "The risk assessment expires on {day}", day=day_of_year(expires))


def _notice(one: Touchpoint) -> str:
    return translate("care", "To be told: {title}", title=one.values[0])


def _complaint(one: Touchpoint) -> str:
    number, kind_, state, final_on = one.values[:4]
    about = choices.word("complaint", "kind", kind_)
    if state == ComplaintState.RESOLVED.value:
        return translate(
            "care", "Complaint {number} ({about}): tell what was decided", number=number, about=about
        )
    return translate(
        "care",
        "Complaint {number} ({about}), to be decided by {day}",
        number=number,
        about=about,
        day=day_of_year(final_on),
    )


def _cadence(one: Touchpoint) -> str:
    return rule(one.key.rule)


_SENTENCES: dict[str, Callable[[Touchpoint], str]] = {
    "birthday": _birthday,
    "family_date": _family,
    "festival": _festival,
    "own_maturity": _maturity,
    "other_maturity": _maturity,
    "loan_maturity": _maturity,
    "premium": _maturity,
    "commitment": _commitment,
    "follow_up": _follow_up,
    "task": _task,
    "appointment": _appointment,
    "visit": _appointment,
    "assessment": _assessment,
    "plan_item": _planned,
    "activity_contact": _activity,
    "complaint": _complaint,
    "cadence_call": _cadence,
    "cadence_meeting": _cadence,
    "cadence_leaders_visit": _cadence,
    "notice": _notice,
    "daily_log_item": lambda one: str(one.values[0]),
}


def morning_notice(waiting: int, late: int) -> str:
    """What the tray says of a day: counts, never names."""
    if late:
        return translate("care", "Today: {count} to contact, {late} of them late", count=waiting, late=late)
    return translate("care", "Today: {count} to contact", count=waiting)
