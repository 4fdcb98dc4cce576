"""Open answers: put under themes by hand or by suggested words, counted, and marked to be quoted."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from rmdesk.models import Survey, SurveyMark, SurveyResponse, SurveyTheme
from rmdesk.models.survey import THEME_LONGEST
from rmdesk.services import bulk, changes, roles, rows, text
from rmdesk.services.errors import UserError
from rmdesk.services.names import fold
from rmdesk.services.roles import Permission
from rmdesk.services.surveys.results import SMALLEST_GROUP

SUGGESTED = 20  # words
_LEAST_FORMS = 2  # that a word must stand in to be suggested
_LONGEST_WORD = 6  # characters of Chinese
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]{3,}")
# Words that say nothing by themselves, at whose edges no theme begins or ends.
_EMPTY = frozenset(
    "的了吗呢啊吧很太都也还就在是有和与及或能可会要让给对把被比等多少更最不没请谢希望建议我你您他她它们这那"
)


@dataclass(frozen=True, slots=True)
class OpenAnswer:
    """One open answer with the uids of its themes; `response_uid` names the form."""

    response_uid: str
    question: str
    text: str
    themes: frozenset[str]
    is_quoted: bool


@dataclass(frozen=True, slots=True)
class Theme:
    uid: str
    version: int
    name: str
    count: int  # answers under it


def list_answers(session: Session, survey_uid: str, question: str) -> list[OpenAnswer]:
    """All answers to an open question; in the order of their texts, so that none tells when it came. Of an
    anonymous survey none as long as there are fewer than `SMALLEST_GROUP`.

    Raises NotAllowed, UserError `row.gone`.
    """
    survey = _evaluated(session, survey_uid)
    marked: dict[int, set[str | None]] = {}
    marks = (
        select(SurveyMark.response_id, SurveyTheme.uid)
        .join(SurveyResponse, SurveyResponse.id == SurveyMark.response_id)
        .outerjoin(SurveyTheme, SurveyTheme.id == SurveyMark.theme_id)
        .where(SurveyResponse.survey_id == survey.id, SurveyMark.question == question)
    )
    for id, uid in session.execute(marks):
        marked.setdefault(id, set()).add(uid)
    found = select(SurveyResponse.id, SurveyResponse.uid, SurveyResponse.answers).where(
        SurveyResponse.survey_id == survey.id
    )
    listed = []
    for id, uid, answers in session.execute(found):
        said = json.loads(answers).get(question)
        if isinstance(said, str):
            of = marked.get(id, set())
            listed.append(OpenAnswer(uid, question, said, frozenset(one for one in of if one), None in of))
    if survey.is_anonymous and len(listed) < SMALLEST_GROUP:
        return []
    return sorted(listed, key=lambda one: (one.text, one.response_uid))


def list_themes(session: Session, survey_uid: str, question: str | None = None) -> list[Theme]:
    """The themes of a survey with how many answers (to one question) each has, the largest first."""
    survey = _evaluated(session, survey_uid)
    counted = select(func.count(SurveyMark.id)).where(SurveyMark.theme_id == SurveyTheme.id)
    if question is not None:
        counted = counted.where(SurveyMark.question == question)
    found = select(SurveyTheme, counted.scalar_subquery()).where(SurveyTheme.survey_id == survey.id)
    themes = [Theme(one.uid, one.version, one.name, count) for one, count in session.execute(found)]
    if survey.is_anonymous and question is not None and not list_answers(session, survey_uid, question):
        themes = [replace(one, count=0) for one in themes]
    return sorted(themes, key=lambda one: (-one.count, one.name))


def add_theme(session: Session, survey_uid: str, name: str) -> SurveyTheme:
    """Raises NotAllowed, UserError `survey.theme_taken`."""
    survey = _evaluated(session, survey_uid)
    checked = text.line(name, "survey_theme.name", longest=THEME_LONGEST)
    there = select(SurveyTheme.id).where(SurveyTheme.survey_id == survey.id, SurveyTheme.name == checked)
    if session.scalar(there) is not None:
        raise UserError("survey.theme_taken", name=checked)
    row = SurveyTheme(survey_id=survey.id, name=checked)
    session.add(row)
    session.flush()
    changes.describe(session, "survey.theme_added", subject=survey)
    return row


def remove_theme(session: Session, uid: str, *, version: int) -> None:
    """Remove a theme; the answers under it stay."""
    roles.require(session, Permission.RUN_SURVEYS)
    row = rows.load_seen(session, SurveyTheme, uid, version)
    survey = session.get_one(Survey, row.survey_id)
    changes.describe(session, "survey.theme_removed", subject=survey)
    marks = select(SurveyMark.id).where(SurveyMark.theme_id == row.id)
    bulk.delete(session, SurveyMark, session.scalars(marks).all())
    session.delete(row)
    session.flush()


def put_under(session: Session, theme_uid: str, answers: Iterable[OpenAnswer]) -> int:
    """Put answers under a theme; returns how many were not under it before."""
    roles.require(session, Permission.RUN_SURVEYS)
    theme = rows.load(session, SurveyTheme, theme_uid)
    survey = session.get_one(Survey, theme.survey_id)
    return _add_marks(session, survey, answers, theme.id)


def take_out(session: Session, theme_uid: str, answers: Iterable[OpenAnswer]) -> int:
    """Take answers out of a theme; returns how many were under it."""
    roles.require(session, Permission.RUN_SURVEYS)
    theme = rows.load(session, SurveyTheme, theme_uid)
    survey = session.get_one(Survey, theme.survey_id)
    return _remove_marks(session, survey, answers, theme.id)


def quote(session: Session, survey_uid: str, answers: Sequence[OpenAnswer], *, on: bool) -> int:
    """Mark answers as ones the report may quote, or no longer; returns how many changed."""
    survey = _evaluated(session, survey_uid)
    change = _add_marks if on else _remove_marks
    return change(session, survey, answers, None)


def suggest(texts: Iterable[str], *, most: int = SUGGESTED) -> list[tuple[str, int]]:
    """Words that stand in several answers, with in how many, to make themes of: pure.

    Every run of two to six Chinese characters that does not begin or end with a word saying nothing is
    counted once an answer; of those that stand in the same answers and have characters in common only one is
    kept: one with which a phrase begins, and the longest. Of letters whole words are.
    """
    forms: dict[str, set[int]] = {}
    begin: Counter[str] = Counter()
    for place, one in enumerate(texts):
        folded = fold(one)
        for run in _CHINESE.findall(folded):
            for word in _parts(run):
                forms.setdefault(word, set()).add(place)
                begin[word] += run.startswith(word)
        for word in _LATIN.findall(folded):
            forms.setdefault(word, set()).add(place)
    counted = Counter({word: len(places) for word, places in forms.items() if len(places) >= _LEAST_FORMS})
    kept: list[str] = []
    order = sorted(counted, key=lambda one: (-counted[one], -begin[one], -len(one), one))
    for word in order:
        if not any(not set(word).isdisjoint(one) and _alike(forms[word], forms[one]) for one in kept):
            kept.append(word)
        if len(kept) == most:
            break
    return [(word, counted[word]) for word in kept]


def holding(answers: Iterable[OpenAnswer], word: str) -> list[OpenAnswer]:
    """The answers in which a word stands, however it is written."""
    sought = fold(word)
    return [one for one in answers if sought in fold(one.text)]


def _parts(run: str) -> Iterable[str]:
    for start in range(len(run)):
        if run[start] in _EMPTY:
            continue
        for end in range(start + 2, min(start + _LONGEST_WORD, len(run)) + 1):
            if run[end - 1] not in _EMPTY:
                yield run[start:end]


def _alike(first: set[int], second: set[int]) -> bool:
    """Whether one of two words adds next to nothing to the other."""
    return len(first & second) * 5 >= 4 * min(len(first), len(second))


def _evaluated(session: Session, survey_uid: str) -> Survey:
    roles.require(session, Permission.RUN_SURVEYS)
    return rows.load(session, Survey, survey_uid)


def _response_ids(session: Session, survey: Survey, uids: Sequence[str]) -> dict[str, int]:
    found = select(SurveyResponse.uid, SurveyResponse.id).where(SurveyResponse.survey_id == survey.id)
    wanted = set(uids)
    return {uid: id for uid, id in session.execute(found) if uid in wanted}


def _places(session: Session, survey: Survey, answers: Iterable[OpenAnswer]) -> list[tuple[int, str]]:
    """The form's id and the question of each answer that is still there."""
    listed = list(answers)
    ids = _response_ids(session, survey, [one.response_uid for one in listed])
    found = [(ids[one.response_uid], one.question) for one in listed if one.response_uid in ids]
    return list(dict.fromkeys(found))


def _marks(session: Session, survey: Survey, theme_id: int | None) -> dict[tuple[int, str], int]:
    """The ids of a theme's marks (None: of those to quote) by form and question, as they are in the vault."""
    found = (
        select(SurveyMark.id, SurveyMark.response_id, SurveyMark.question)
        .join(SurveyResponse, SurveyResponse.id == SurveyMark.response_id)
        .where(SurveyResponse.survey_id == survey.id, SurveyMark.theme_id.is_not_distinct_from(theme_id))
    )
    return {(response_id, question): id for id, response_id, question in session.execute(found)}


def _add_marks(session: Session, survey: Survey, answers: Iterable[OpenAnswer], theme_id: int | None) -> int:
    there = _marks(session, survey, theme_id)
    wanted = [place for place in _places(session, survey, answers) if place not in there]
    changes.describe(session, "survey.answers_sorted", subject=survey, answers=len(wanted))
    bulk.insert(
        session,
        SurveyMark,
        ({"response_id": id, "question": question, "theme_id": theme_id} for id, question in wanted),
    )
    return len(wanted)


def _remove_marks(
    session: Session, survey: Survey, answers: Iterable[OpenAnswer], theme_id: int | None
) -> int:
    there = _marks(session, survey, theme_id)
    gone = [there[place] for place in _places(session, survey, answers) if place in there]
    changes.describe(session, "survey.answers_sorted", subject=survey, answers=len(gone))
    bulk.delete(session, SurveyMark, gone)
    return len(gone)
