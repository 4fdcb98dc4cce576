"""How satisfied each customer said they are, survey by survey; anonymous answers are nobody's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from statistics import fmean
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Survey, SurveyResponse, SurveyVersion
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.customers import access
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Aspect, QuestionKind, Questionnaire

_SCALED = (QuestionKind.RATING, QuestionKind.NPS)


@dataclass(frozen=True, slots=True)
class Point:
    """What one form says. `overall` and `manager` are shares of the scale, from 0 at its low end to 1; the
    manager's is told to those only who run surveys.
    """

    survey_uid: str
    number: str
    title: str
    on: date | None
    overall: float | None
    manager: float | None


def of_customer(session: Session, customer_uid: str) -> list[Point]:
    """A customer's forms, the newest first. Raises NotAllowed, UserError `row.gone`."""
    customer = access.load(session, customer_uid)
    sees_managers = roles.allowed(acting(session), Permission.RUN_SURVEYS).reach() >= Reach.ALL
    found = (
        select(SurveyResponse, Survey, SurveyVersion.questionnaire)
        .join(Survey, Survey.id == SurveyResponse.survey_id)
        .join(SurveyVersion, SurveyVersion.id == SurveyResponse.version_id)
        .where(SurveyResponse.customer_id == customer.id)
        .order_by(SurveyResponse.answered_on.desc(), SurveyResponse.id.desc())
    )
    points = []
    for row, survey, form in session.execute(found):
        answers, asked = json.loads(row.answers), questionnaire.parse(form)
        points.append(
            Point(
                survey.uid,
                survey.number,
                survey.title,
                row.answered_on,
                share(asked, answers, Aspect.OVERALL),
                share(asked, answers, Aspect.MANAGER) if sees_managers else None,
            )
        )
    return points


def share(form: Questionnaire, answers: Mapping[str, Any], aspect: Aspect) -> float | None:
    """Where answers about an aspect lie between the ends of their scales, on the mean; None without any."""
    found = [
        (answers[one.key] - one.low) / (one.high - one.low)
        for one in form.questions
        if one.aspect is aspect and one.kind in _SCALED and isinstance(answers.get(one.key), int)
    ]
    return fmean(found) if found else None
