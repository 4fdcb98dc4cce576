"""What a report asks for. Dialog, command line and checks are all made from these declarations.

Values are given as texts, as they are typed: 下周三 for a day, a person's name, a choice by its code or word.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from rmdesk import goal_labels, labels
from rmdesk.services import (
    activities,
    complaints,
    customers,
    daily_logs,
    goals,
    plans,
    staff,
    surveys,
    tiers,
    typed_days,
    views,
)
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.words import translate

CUSTOMERS_PANE = "customers"  # whose saved views a report may be asked for
_YES, _NO = ("yes", "true", "1", "是"), ("no", "false", "0", "否", "")


class Type(enum.StrEnum):
    """What a parameter is; what `gather` gets of it stands behind."""

    DAY = "day"  # date
    WHOLE = "whole"  # int
    FLAG = "flag"  # bool
    CHOICE = "choice"  # one of `choices`
    TIERS = "tiers"  # a set of ids of tiers, None: all of them; typed as names, by commas
    STAFF = "staff"  # the id of an active person, None: everybody
    KEEPER = "keeper"  # the uid of one whose daily log whoever acts reads, None: nobody was named
    CUSTOMER = "customer"  # a customer's uid
    VIEW = "view"  # the uid of a saved view of customers, None: none
    PLAN = "plan"  # the uid of an action plan; typed by its name or the beginning of its id
    GOAL = "goal"  # the uid of a goal; typed as its period or name
    SURVEY = "survey"  # the uid of a survey; typed by its number
    ACTIVITY = "activity"  # the uid of an activity; typed by its name or the beginning of its id
    COMPLAINT = "complaint"  # the uid of a complaint; typed by its number


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter. Its `default` is typed as well, or a function of today; "" where there is none.

    A WHOLE lies between `least` and `most`; `words` has the words for `choices`. Of a KEEPER `everybody`
    says that with nobody named it is about the branch.
    """

    name: str
    type: Type
    default: str | Callable[[date], str] = ""
    choices: tuple[str, ...] = ()
    words: Callable[[str], str] = str
    least: int = 0
    most: int = 0
    everybody: bool = False

    @property
    def label(self) -> str:
        """What it is called, in the language in use."""
        return labels.what(self.what)

    @property
    def what(self) -> str:
        """What messages call it by (`labels.what`)."""
        return f"report.{self.name}"

    @property
    def is_needed(self) -> bool:
        """Whether a report cannot be made without it."""
        return self.type in (
            Type.CUSTOMER,
            Type.PLAN,
            Type.GOAL,
            Type.ACTIVITY,
            Type.SURVEY,
            Type.COMPLAINT,
        )

    def usual(self, today: date) -> str:
        """The default on that day, as one would type it."""
        return self.default(today) if callable(self.default) else self.default


def read(
    session: Session,
    parameters: Sequence[Parameter],
    typed: Mapping[str, str],
    *,
    today: date | None = None,
) -> dict[str, Any]:
    """The values of all parameters, those not given by their defaults.

    Raises UserError `report.unknown_parameter`, `report.parameter_needed`, `report.wrong_value`, and those of
    days, people and customers.
    """
    on = today or date.today()
    known = {one.name: one for one in parameters}
    for name in typed:
        if name not in known:
            told = ", ".join(known) or "–"
            raise UserError("report.unknown_parameter", name=name[:40], known=told)
    return {name: _value(session, one, typed.get(name), on) for name, one in known.items()}


def _value(session: Session, one: Parameter, given: str | None, today: date) -> Any:
    typed = (one.usual(today) if given is None else given).strip()
    match one.type:
        case Type.FLAG:
            return _flag(one, typed)
        case Type.CHOICE:
            return _choice(one, typed or one.usual(today))
        case Type.TIERS if typed:
            return _tiers(session, one, typed)
        case Type.STAFF if typed:
            return staff.get_active(session, typed).id
        case Type.KEEPER if typed:
            return _keeper(session, one, typed)
        case Type.VIEW if typed:
            return _view(session, one, typed)
        case Type.TIERS | Type.STAFF | Type.KEEPER | Type.VIEW:
            return None
    if not typed:
        raise UserError("report.parameter_needed", what=one.what)
    match one.type:
        case Type.DAY:
            return typed_days.read_date(typed, one.what, toward="future", today=today)
        case Type.CUSTOMER:
            return access.find(session, typed).uid
        case Type.PLAN:
            return plans.find_plan(session, typed).uid
        case Type.GOAL:
            return goals.find_goal(session, typed).uid
        case Type.ACTIVITY:
            return activities.find_activity(session, typed).uid
        case Type.SURVEY:
            return surveys.find_survey(session, typed).uid
        case Type.COMPLAINT:
            return complaints.load_complaint(session, typed).row.uid
    return _whole(one, typed)


def _keeper(session: Session, one: Parameter, typed: str) -> str:
    """By name, of those who left as well: of two of one name the one who is there."""
    listed = daily_logs.list_keepers(session)
    for uid, name in listed:
        if typed in (name, uid):
            return uid
    raise UserError("report.wrong_value", what=one.what, known=", ".join(name for _, name in listed) or "–")


def _flag(one: Parameter, typed: str) -> bool:
    if typed.lower() not in (*_YES, *_NO):
        raise UserError("report.wrong_value", what=one.what, known="yes, no")
    return typed.lower() in _YES


def _choice(one: Parameter, typed: str) -> str:
    for code in one.choices:
        if typed in (code, one.words(code)):
            return code
    raise UserError("report.wrong_value", what=one.what, known=", ".join(one.choices))


def _whole(one: Parameter, typed: str) -> int:
    if typed.isdecimal() and len(typed) <= 9 and one.least <= int(typed) <= one.most:
        return int(typed)
    raise UserError("report.wrong_value", what=one.what, known=f"{one.least}–{one.most}")


def _tiers(session: Session, one: Parameter, typed: str) -> frozenset[int]:
    known = {tier.name: tier.id for tier in tiers.list_tiers(session)}
    names = [name.strip() for name in typed.replace("，", ",").split(",") if name.strip()]
    if not names or not known.keys() >= set(names):
        raise UserError("report.wrong_value", what=one.what, known=", ".join(known) or "–")
    return frozenset(known[name] for name in names)


def _view(session: Session, one: Parameter, typed: str) -> str:
    found = views.list_views(session, CUSTOMERS_PANE)
    for view in found:
        if typed in (view.name, view.uid):
            return view.uid
    raise UserError("report.wrong_value", what=one.what, known=", ".join(view.name for view in found) or "–")


def offered(session: Session, one: Parameter) -> list[tuple[str, str]]:
    """What may be chosen of a parameter that has a few values: what is typed for it, and its word."""
    match one.type:
        case Type.CHOICE:
            return [(code, one.words(code)) for code in one.choices]
        case Type.TIERS:
            return [(name, name) for name in reversed(tiers.names(session))]
        case Type.STAFF:
            return [(person.name, person.name) for person in customers.managers(session)]
        case Type.KEEPER:
            named = [(uid, name) for uid, name in daily_logs.list_keepers(session)]
            if one.everybody and len(named) > 1:
                return [("", translate("reports", "The whole branch")), *named]
            me = acting(session).staff_uid
            return sorted(named, key=lambda keeper: keeper[0] != me)
        case Type.VIEW:
            return [(view.uid, view.name) for view in views.list_views(session, CUSTOMERS_PANE)]
        case Type.PLAN:
            told = [
                (one.uid, f"{one.name} {one.first:%Y-%m-%d} {one.owner}") for one in plans.list_plans(session)
            ]
            return told
        case Type.GOAL:
            return [(one.name, goal_labels.period(one)) for one in goals.list_goals(session)]
        case Type.ACTIVITY:
            return [(one.uid, f"{one.name} {one.first}") for one in activities.list_activities(session)]
        case Type.SURVEY:
            listed = surveys.load_surveys(session, surveys.find_surveys(session))
            return [(each.number, f"{each.number} {each.title}") for each in listed]
        case Type.COMPLAINT:
            ids = complaints.find_complaints(session, which=complaints.Which.ALL.value, sort="number")
            cases = complaints.load_complaints(session, ids[::-1])
            return [(each.number, f"{each.number} {each.who}") for each in cases]
    return []
