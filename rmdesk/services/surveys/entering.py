"""Forms that came back: entered one by one, corrected, and taken out again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Customer,
    InvitationState,
    Staff,
    Survey,
    SurveyInvitation,
    SurveyMark,
    SurveyResponse,
    SurveyState,
    SurveyVersion,
    Tier,
)
from rmdesk.models.survey import NUMBER_LONGEST
from rmdesk.services import bulk, changes, days, roles, rows, text
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import answers, questionnaire, satisfaction
from rmdesk.services.surveys.answers import Answers
from rmdesk.services.surveys.keeping import newest_version
from rmdesk.services.surveys.questionnaire import Questionnaire


@dataclass(frozen=True, slots=True)
class From:
    """Whose form it is, as far as it says.

    Without a customer a `form_number` of the sample tells who; with neither it is a stranger's, as every
    form of an anonymous survey is. `staff_uid` and `tier_uid` are what an anonymous form itself says.
    """

    customer_uid: str | None = None
    form_number: str | None = None
    answered_on: date | None = None
    staff_uid: str | None = None
    tier_uid: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseRow:
    """A form that was entered. `customer` is named as lists do, None where nobody may know it."""

    id: int
    uid: str
    version: int
    form_number: str | None
    customer_uid: str | None
    customer: str | None
    answered_on: date | None
    form: Questionnaire
    answers: Answers


def enter_response(
    session: Session,
    survey_uid: str,
    given: Mapping[str, Any],
    whose: From = From(),
    *,
    with_faults: bool = False,
    today: date | None = None,
) -> tuple[SurveyResponse, list[answers.Fault]]:
    """Keep a form's answers; who was asked by it has then answered, and is called if much less satisfied.

    With `with_faults` what cannot be kept is left out and told, else the first fault is raised. Raises
    NotAllowed, UserError `survey.not_open`, `survey.anonymous_form`, `survey.entered_already`,
    `survey.number_entered`, `survey.empty_form`, `answer.*`.
    """
    roles.require(session, Permission.ANSWER_SURVEYS)
    survey = rows.load(session, Survey, survey_uid)
    if survey.state != SurveyState.OPEN.value:
        raise UserError("survey.not_open")
    version = newest_version(session, survey)
    kept, faults = answers.check(questionnaire.parse(version.questionnaire), given)
    if faults and not with_faults:
        raise faults[0].error
    if not kept:
        raise UserError("survey.empty_form")
    row = SurveyResponse(
        survey_id=survey.id,
        version_id=version.id,
        is_anonymous=survey.is_anonymous,
        answers=written(kept),
        **_whose(session, survey, whose, today or date.today()),
    )
    session.add(row)
    session.flush()
    changes.describe(session, "survey.answered", subject=survey)
    if row.customer_id is not None:
        _settle(session, survey, row.customer_id, row.answered_on)
        satisfaction.note_falls(
            session, survey, questionnaire.parse(version.questionnaire), {row.customer_id: kept}
        )
    return row, faults


def edit_response(session: Session, uid: str, given: Mapping[str, Any], *, version: int) -> None:
    """Correct the answers of a form. Raises NotAllowed, Conflict, `survey.not_open`, `answer.*`."""
    row, survey = _load_seen(session, uid, version)
    form = questionnaire.parse(session.get_one(SurveyVersion, row.version_id).questionnaire)
    kept, faults = answers.check(form, given)
    if faults:
        raise faults[0].error
    row.answers = written(kept)
    session.flush()
    changes.describe(session, "survey.answers_corrected", subject=survey)


def remove_response(session: Session, uid: str, *, version: int) -> None:
    """Take a form out again; who answered by it is asked once more. Raises as `edit_response`."""
    row, survey = _load_seen(session, uid, version)
    marks = select(SurveyMark.id).where(SurveyMark.response_id == row.id)
    changes.describe(session, "survey.answers_removed", subject=survey)
    bulk.delete(session, SurveyMark, session.scalars(marks).all())
    if row.customer_id is not None:
        found = select(SurveyInvitation).where(
            SurveyInvitation.survey_id == survey.id, SurveyInvitation.customer_id == row.customer_id
        )
        for one in session.scalars(found):
            one.state, one.settled_on = InvitationState.PENDING.value, None
    session.delete(row)
    session.flush()


def find_responses(session: Session, survey_uid: str | None) -> list[int]:
    """Ids of the forms whoever acts may read, in the order of their numbers, then as they were entered.

    Managers read those of their own customers and of those they cover, and none of an anonymous survey.
    Without a survey there are none.
    """
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    if survey_uid is None:
        return []
    survey = rows.load(session, Survey, survey_uid)
    found = select(SurveyResponse.id).where(SurveyResponse.survey_id == survey.id)
    if reach < Reach.ALL:
        visible = select(Customer.id).where(access.visible(session))
        found = found.where(SurveyResponse.customer_id.in_(visible))
    # Anonymous forms by what is on them: nothing tells in which order they came.
    order = (
        (SurveyResponse.answers,)
        if survey.is_anonymous
        else (SurveyResponse.form_number.is_(None), SurveyResponse.form_number, SurveyResponse.id)
    )
    return list(session.scalars(found.order_by(*order)))


def load_responses(session: Session, ids: Sequence[int]) -> list[ResponseRow]:
    """Those with these ids, in that order; only what `find_responses` may give."""
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    found = (
        select(SurveyResponse, Customer, SurveyVersion.questionnaire)
        .join(SurveyVersion, SurveyVersion.id == SurveyResponse.version_id)
        .outerjoin(Customer, Customer.id == SurveyResponse.customer_id)
        .where(SurveyResponse.id.in_(ids))
    )
    if reach < Reach.ALL:
        found = found.where(access.visible(session))
    forms: dict[str, Questionnaire] = {}
    listed: dict[int, ResponseRow] = {}
    for row, customer, form in session.execute(found):
        if form not in forms:
            forms[form] = questionnaire.parse(form)
        listed[row.id] = ResponseRow(
            row.id,
            row.uid,
            row.version,
            row.form_number,
            None if customer is None else customer.uid,
            None if customer is None else access.listed_name(session, customer),
            row.answered_on,
            forms[form],
            json.loads(row.answers),
        )
    return [listed[one] for one in ids if one in listed]


def written(kept: Answers) -> str:
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _whose(session: Session, survey: Survey, whose: From, today: date) -> dict[str, Any]:
    if survey.is_anonymous:
        if whose.customer_uid or whose.form_number or whose.answered_on:
            raise UserError("survey.anonymous_form")
        return {
            "staff_id": _id_of(session, Staff, whose.staff_uid),
            "tier_id": _id_of(session, Tier, whose.tier_uid),
        }
    number = None
    if whose.form_number is not None:
        number = text.line(whose.form_number, "survey_response.form_number", longest=NUMBER_LONGEST)
    customer = _customer(session, survey, whose.customer_uid, number)
    _check_new(session, survey, customer, number)
    day = days.check_date(whose.answered_on or today, "survey_response.answered_on", past=True)
    found = {"form_number": number, "answered_on": day}
    if customer is None:
        return found | {
            "staff_id": _id_of(session, Staff, whose.staff_uid),
            "tier_id": _id_of(session, Tier, whose.tier_uid),
        }
    return found | {
        "customer_id": customer.id,
        "staff_id": customer.owner_id,
        "tier_id": customer.tier_id,
    }


def _customer(session: Session, survey: Survey, uid: str | None, number: str | None) -> Customer | None:
    """Who is named, else who was sent the form of this number."""
    if uid is not None:
        return access.load(session, uid)
    if number is None or not number.isdecimal():
        return None
    found = select(SurveyInvitation.customer_id).where(
        SurveyInvitation.survey_id == survey.id, SurveyInvitation.form_number == int(number)
    )
    id = session.scalar(found)
    if id is None:
        return None
    customer = session.get_one(Customer, id)
    access.require(session, customer)
    return customer


def _check_new(session: Session, survey: Survey, customer: Customer | None, number: str | None) -> None:
    there = select(SurveyResponse.id).where(SurveyResponse.survey_id == survey.id).limit(1)
    if number is not None and session.scalar(there.where(SurveyResponse.form_number == number)) is not None:
        raise UserError("survey.number_entered", number=number)
    if customer is None:
        return
    if session.scalar(there.where(SurveyResponse.customer_id == customer.id)) is not None:
        raise UserError("survey.entered_already", name=customer.name)


def _settle(session: Session, survey: Survey, customer_id: int, day: date | None) -> None:
    found = select(SurveyInvitation).where(
        SurveyInvitation.survey_id == survey.id, SurveyInvitation.customer_id == customer_id
    )
    for one in session.scalars(found):
        one.state, one.settled_on = InvitationState.ANSWERED.value, day
    session.flush()


def _load_seen(session: Session, uid: str, version: int) -> tuple[SurveyResponse, Survey]:
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    row = rows.load_seen(session, SurveyResponse, uid, version)
    survey = session.get_one(Survey, row.survey_id)
    if reach < Reach.ALL:
        if row.customer_id is None:
            roles.require(session, Permission.ANSWER_SURVEYS, reach=Reach.ALL)
        access.require(session, session.get_one(Customer, row.customer_id))
    if survey.state != SurveyState.OPEN.value:
        raise UserError("survey.not_open")
    return row, survey


def _id_of(session: Session, model: Any, uid: str | None) -> int | None:
    return None if uid is None else rows.load(session, model, uid).id
