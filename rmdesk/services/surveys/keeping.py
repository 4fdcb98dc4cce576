"""Surveys as they are kept: made, copied, changed, and the versions of their questionnaires."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import (
    Activity,
    Sampling,
    Staff,
    Survey,
    SurveyInvitation,
    SurveyMeasure,
    SurveyMethod,
    SurveyReport,
    SurveyResponse,
    SurveyState,
    SurveyTheme,
    SurveyVersion,
)
from rmdesk.models.customer import LINE_LONGEST, TEXT_LONGEST
from rmdesk.services import bulk, changes, days, roles, rows, segments, text, values, work
from rmdesk.services.actor import acting
from rmdesk.services.errors import UserError
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Questionnaire

MOST_SAMPLE = 100_000
SEEDS = range(2**31)
PERIOD = 30  # days a new survey runs

_paragraphs = values.optional(partial(text.paragraphs, longest=TEXT_LONGEST))

CHECKS: dict[str, values.Check] = {
    "title": partial(text.line, longest=LINE_LONGEST),
    "purpose": _paragraphs,
    "content": _paragraphs,
    "method": partial(values.choice, choices=SurveyMethod),
    "starts_on": days.check_date,
    "ends_on": days.check_date,
    "is_anonymous": values.flag,
    "staff": lambda value, what: value,
    "sampling": partial(values.choice, choices=Sampling),
    "sample_size": values.optional(partial(values.whole, least=1, most=MOST_SAMPLE)),
    "seed": values.optional(partial(values.whole, least=0, most=SEEDS[-1])),
    "expression": lambda value, what: value,
}
# What may still be changed once people were asked.
_WHILE_OPEN = {"title", "purpose", "content", "ends_on", "staff"}


@dataclass(frozen=True, slots=True)
class SurveyRow:
    """A survey as a list shows it: how many were asked and how many answered; `staff` runs it."""

    id: int
    uid: str
    version: int
    number: str
    title: str
    state: str
    method: str
    is_anonymous: bool
    starts_on: date
    ends_on: date
    staff: str
    invited: int
    answered: int


@dataclass(frozen=True, slots=True)
class SurveyRecord:
    """One survey whole. `form` is the newest questionnaire, of version `form_number`; `form_uid` names it."""

    uid: str
    version: int
    number: str
    title: str
    purpose: str | None
    content: str | None
    method: str
    starts_on: date
    ends_on: date
    is_anonymous: bool
    state: str
    staff_uid: str
    staff: str
    former_uid: str | None
    former_number: str | None
    expression: segments.Expression | None
    expression_fault: UserError | None
    sampling: str
    sample_size: int | None
    seed: int | None
    drawn_on: date | None
    population: int | None
    form: Questionnaire
    form_uid: str
    form_number: int
    form_version: int
    invited: int
    answered: int


def require_reading(session: Session) -> Reach:
    """How far whoever acts enters answers, which is who sees surveys at all. Raises NotAllowed."""
    return roles.require(session, Permission.ANSWER_SURVEYS).reach()


def find_surveys(
    session: Session, *, search: str = "", sort: str = "starts_on", descending: bool = True
) -> list[int]:
    """Ids of the surveys whose number or title holds `search`, in the order of a column."""
    require_reading(session)
    columns = {
        "number": Survey.number,
        "title": Survey.title,
        "state": Survey.state,
        "starts_on": Survey.starts_on,
        "ends_on": Survey.ends_on,
    }
    found = select(Survey.id)
    if search.strip():
        part = search.strip()
        found = found.where(
            Survey.title.contains(part, autoescape=True) | Survey.number.contains(part, autoescape=True)
        )
    column = columns[sort]
    return list(session.scalars(found.order_by(column.desc() if descending else column, Survey.id.desc())))


def load_surveys(session: Session, ids: list[int]) -> list[SurveyRow]:
    """Those with these ids, in that order."""
    require_reading(session)
    found = (
        select(Survey, Staff.name, _invited(), _answered())
        .join(Staff, Staff.id == Survey.staff_id)
        .where(Survey.id.in_(ids))
    )
    listed = {
        one.id: SurveyRow(
            one.id,
            one.uid,
            one.version,
            one.number,
            one.title,
            one.state,
            one.method,
            one.is_anonymous,
            one.starts_on,
            one.ends_on,
            staff,
            invited,
            answered,
        )
        for one, staff, invited, answered in session.execute(found)
    }
    return [listed[one] for one in ids if one in listed]


def load_survey(session: Session, uid: str) -> SurveyRecord:
    """One of them, by uid or number. Raises NotAllowed, UserError `row.gone`."""
    require_reading(session)
    row = _find(session, uid)
    form = newest_version(session, row)
    staff = session.get_one(Staff, row.staff_id)
    former = None if row.former_id is None else session.get_one(Survey, row.former_id)
    expression, fault = None, None
    if row.expression is not None:
        try:
            expression = segments.read(session, segments.parse(row.expression))
        except UserError as error:
            fault = error
    invited, answered = session.execute(select(_invited(), _answered()).where(Survey.id == row.id)).one()
    return SurveyRecord(
        uid=row.uid,
        version=row.version,
        number=row.number,
        title=row.title,
        purpose=row.purpose,
        content=row.content,
        method=row.method,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        is_anonymous=row.is_anonymous,
        state=row.state,
        staff_uid=staff.uid,
        staff=staff.name,
        former_uid=None if former is None else former.uid,
        former_number=None if former is None else former.number,
        expression=expression,
        expression_fault=fault,
        sampling=row.sampling,
        sample_size=row.sample_size,
        seed=row.seed,
        drawn_on=row.drawn_on,
        population=row.population,
        form=questionnaire.parse(form.questionnaire),
        form_uid=form.uid,
        form_number=form.number,
        form_version=form.version,
        invited=invited,
        answered=answered,
    )


def add_survey(
    session: Session,
    given: Mapping[str, object],
    form: Questionnaire | None = None,
    today: date | None = None,
) -> Survey:
    """A draft; `given` holds at least `title`. Raises NotAllowed, UserError as the checks do, `survey.*`."""
    roles.require(session, Permission.RUN_SURVEYS)
    day = today or date.today()
    checked = values.check_all(given, CHECKS, "survey", required=("title",))
    work.staff_id(session, checked, "survey.staff_id")
    row = Survey(number=_next_number(session, day), starts_on=day, ends_on=day + timedelta(days=PERIOD))
    _set(session, row, checked)
    session.add(row)
    session.flush()
    session.add(SurveyVersion(survey_id=row.id, number=1, questionnaire=(form or Questionnaire()).dumps()))
    session.flush()
    changes.describe(session, "survey.added", subject=row)
    return row


def copy_survey(session: Session, uid: str, today: date | None = None) -> Survey:
    """A draft with the plan and the newest questions of a former one, whose keys make them comparable."""
    roles.require(session, Permission.RUN_SURVEYS)
    former = _find(session, uid)
    day = today or date.today()
    row = Survey(
        number=_next_number(session, day),
        title=former.title,
        purpose=former.purpose,
        content=former.content,
        method=former.method,
        starts_on=day,
        ends_on=day + (former.ends_on - former.starts_on),
        is_anonymous=former.is_anonymous,
        staff_id=acting(session).staff_id,
        former_id=former.id,
        expression=former.expression,
        sampling=former.sampling,
        sample_size=former.sample_size,
    )
    session.add(row)
    session.flush()
    written = newest_version(session, former).questionnaire
    session.add(SurveyVersion(survey_id=row.id, number=1, questionnaire=written))
    session.flush()
    changes.describe(session, "survey.copied", subject=row)
    return row


def edit_survey(session: Session, uid: str, given: Mapping[str, object], *, version: int) -> None:
    """Change fields; once it is open only what tells about it. Raises Conflict, NotAllowed, `survey.*`."""
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, Survey, uid, version)
    if row.state == SurveyState.REPORTED.value:
        raise UserError("survey.ended")
    if row.state != SurveyState.DRAFT.value and (late := given.keys() - _WHILE_OPEN):
        raise UserError("survey.asked_already", what=f"survey.{sorted(late)[0]}")
    checked = values.check_all(given, CHECKS, "survey")
    if "staff" in checked:
        work.staff_id(session, checked, "survey.staff_id")
    _set(session, row, checked)
    session.flush()
    changes.describe(session, "survey.edited", subject=row, fields=sorted(given))


def remove_survey(session: Session, uid: str, *, version: int) -> None:
    """Remove a draft. Raises UserError `survey.has_been_asked` for any other."""
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, Survey, uid, version)
    if row.state != SurveyState.DRAFT.value:
        raise UserError("survey.has_been_asked")
    changes.describe(session, "survey.removed", subject=("survey", uid))
    # A copy keeps its questions; it is only no longer compared with this one.
    for one in session.scalars(select(Survey).where(Survey.former_id == row.id)):
        one.former_id = None
    for activity in session.scalars(select(Activity).where(Activity.survey_id == row.id)):
        activity.survey_id = None
    for model in (SurveyInvitation, SurveyTheme, SurveyMeasure, SurveyReport, SurveyVersion):
        table: Any = model
        bulk.delete(session, table, session.scalars(select(table.id).where(table.survey_id == row.id)).all())
    session.delete(row)
    session.flush()


def set_questionnaire(session: Session, uid: str, form: Questionnaire, *, seen: int) -> SurveyVersion:
    """Give a survey these questions: in the newest version, or, if that was answered, in a next one.

    `seen` is the version of the row of the newest questionnaire (`SurveyRecord.form_version`). Raises
    NotAllowed, Conflict, `survey.ended`, and what `questionnaire.check` does.
    """
    roles.require(session, Permission.RUN_SURVEYS)
    questionnaire.check(form)
    row = _find(session, uid)
    if row.state in (SurveyState.CLOSED.value, SurveyState.REPORTED.value):
        raise UserError("survey.ended")
    present = newest_version(session, row)
    present = rows.load_seen(session, SurveyVersion, present.uid, seen)
    written = form.dumps()
    if written == present.questionnaire:
        return present
    is_answered = select(SurveyResponse.id).where(SurveyResponse.version_id == present.id).limit(1)
    if session.scalar(is_answered) is not None:
        present = SurveyVersion(survey_id=row.id, number=present.number + 1, questionnaire=written)
        session.add(present)
    else:
        present.questionnaire = written
    session.flush()
    changes.describe(session, "survey.questions_set", subject=row, version=present.number)
    return present


def used_keys(session: Session, uid: str) -> dict[str, frozenset[str]]:
    """The keys of sections and questions that any version of a survey has, with the codes of their options
    and rows: what is new in a next version gets others, so that no two questions are ever taken for one.
    """
    require_reading(session)
    found: dict[str, set[str]] = {}
    for version in list_versions(session, _find(session, uid)):
        form = questionnaire.parse(version.questionnaire)
        for section in form.sections:
            found.setdefault(section.key, set())
        for one in form.questions:
            codes = found.setdefault(one.key, set())
            codes.update(each.code for each in (*one.options, *one.rows))
    return {key: frozenset(codes) for key, codes in found.items()}


def list_versions(session: Session, survey: Survey) -> list[SurveyVersion]:
    """The versions of its questionnaire, the first one first."""
    found = select(SurveyVersion).where(SurveyVersion.survey_id == survey.id)
    return list(session.scalars(found.order_by(SurveyVersion.number)))


def newest_version(session: Session, survey: Survey) -> SurveyVersion:
    return list_versions(session, survey)[-1]


def _set(session: Session, row: Survey, checked: dict[str, Any]) -> None:
    if "expression" in checked:
        given = checked.pop("expression")
        row.expression = None if given is None else _written(session, given)
    for name, value in checked.items():
        setattr(row, name, value)
    if row.ends_on < row.starts_on:
        raise UserError("survey.backwards", first=row.starts_on, last=row.ends_on)
    if row.sampling in (None, Sampling.EVERYBODY.value):
        row.sampling, row.sample_size, row.seed = Sampling.EVERYBODY.value, None, None
    elif row.sample_size is None:
        raise UserError("survey.sample_size")


def _written(session: Session, given: object) -> str:
    expression = given if isinstance(given, segments.Expression) else segments.read(session, given)
    return json.dumps(expression.stored(), ensure_ascii=False)


def _find(session: Session, uid: str) -> Survey:
    """By uid, or by the number that people know it by."""
    row = session.scalars(select(Survey).where(Survey.number == uid)).one_or_none()
    return row or rows.load(session, Survey, uid)


def find_survey(session: Session, uid: str) -> Survey:
    """The row of a survey, by uid or number. Raises NotAllowed, UserError `row.gone`."""
    require_reading(session)
    return _find(session, uid)


def find_ids(session: Session, uids: list[str]) -> list[int]:
    """The ids of those among these surveys that are there. Raises NotAllowed."""
    require_reading(session)
    return list(session.scalars(select(Survey.id).where(Survey.uid.in_(uids))))


def _next_number(session: Session, today: date) -> str:
    """2026-007: counted through the year, never given twice."""
    year = f"{today.year}-"
    taken = session.scalars(select(Survey.number).where(Survey.number.startswith(year)))
    most = max((int(tail) for one in taken if (tail := one.removeprefix(year)).isdigit()), default=0)
    return f"{year}{most + 1:03}"


def _invited() -> Any:
    invited = select(func.count(SurveyInvitation.id)).where(SurveyInvitation.survey_id == Survey.id)
    return invited.scalar_subquery()


def _answered() -> Any:
    return (
        select(func.count(SurveyResponse.id)).where(SurveyResponse.survey_id == Survey.id).scalar_subquery()
    )
