"""Which changes of surveys may be taken back: what the use cases themselves would refuse stays as it is."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Survey, SurveyResponse, SurveyState, SurveyVersion
from rmdesk.services import roles
from rmdesk.services.actor import acting
from rmdesk.services.changes import SetRow
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach

_ANSWERS = frozenset(
    {
        "survey.answered",
        "survey.answers_corrected",
        "survey.answers_removed",
        "survey.invitations_marked",
        "survey.reminded",
    }
)
_REPORT = frozenset(
    {
        "survey.report_written",
        "survey.measure_added",
        "survey.measure_edited",
        "survey.measure_removed",
    }
)


def _is_answered(session: Session, done: SetRow) -> bool:
    """Whether forms were entered by the questions that were set then."""
    answered = (
        select(SurveyResponse.id)
        .join(SurveyVersion, SurveyVersion.id == SurveyResponse.version_id)
        .join(Survey, Survey.id == SurveyVersion.survey_id)
        .where(Survey.uid == done.subject_uid, SurveyVersion.number >= int(done.detail.get("version", 1)))
    )
    return session.scalar(answered.limit(1)) is not None


def require_open(session: Session, survey_uid: str | None) -> None:
    """Answers are taken back as long as they are taken. Raises UserError `survey.not_open`."""
    if session.scalar(select(Survey.state).where(Survey.uid == survey_uid)) != SurveyState.OPEN.value:
        raise UserError("survey.not_open")


def require(session: Session, done: SetRow) -> None:
    """Whether whoever acts may take back what `done` did to a survey in the first place.

    Managers take back what they entered themselves. Raises NotAllowed, UserError `survey.not_open` for
    answers once no more are taken, `survey.answered_since` for questions that were answered,
    `survey.report_signed` for what stands in a signed report.
    """
    if done.kind in _ANSWERS:
        mine = done.staff_uid == acting(session).staff_uid
        roles.require(session, Permission.ANSWER_SURVEYS, reach=Reach.OWN if mine else Reach.ALL)
    else:
        sent = done.kind == "survey.report_sent"
        roles.require(session, Permission.SIGN_SURVEYS if sent else Permission.RUN_SURVEYS)
    if done.kind in _ANSWERS:
        require_open(session, done.subject_uid)
    state = session.scalar(select(Survey.state).where(Survey.uid == done.subject_uid))
    if done.kind == "survey.questions_set" and _is_answered(session, done):
        raise UserError("survey.answered_since")
    if done.kind in _REPORT and state == SurveyState.REPORTED.value:
        raise UserError("survey.report_signed")
