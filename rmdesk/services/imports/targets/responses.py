"""Answers to one survey: a row for each form, a column for each question, or several for one.

A question with several answers may stand in one cell, in a column for each answer, or in columns of which
each is one option, ticked or numbered. Unlike other targets there is one for each survey (`of_survey`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from rmdesk.models import Survey, SurveyState
from rmdesk.models.survey import NUMBER_LONGEST
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, synonyms
from rmdesk.services.imports.fields import Hints, ImportField, Kind
from rmdesk.services.imports.mapping import plain
from rmdesk.services.imports.report import Problem, Report
from rmdesk.services.imports.targets import readers
from rmdesk.services.imports.writing import Choices, Target, Writer
from rmdesk.services.surveys import answers
from rmdesk.services.surveys.keeping import find_survey, newest_version
from rmdesk.services.surveys.questionnaire import (
    CHOOSING,
    Question,
    QuestionKind,
    Questionnaire,
    parse,
)
from rmdesk.words import language, translate

PART = "#"  # between a question's key and the option or row that a column is about
_SEVERAL = frozenset({QuestionKind.MULTIPLE, QuestionKind.RANKING})
_TICKED = frozenset("√✓✔☑■●1yxv是有") | {"yes", "true", "选中", "已选"}
_NOT_TICKED = frozenset("○□☐—-0n否无") | {"no", "false", "未选", "-3", "(空)", "(跳过)"}
_ORDER = re.compile(r"\s*(?:第|[Qq])?\s*([0-9]{1,3})\s*题?[.、:：．)）_\s]*")
_COUNTING = frozenset({"编号", "序号", "no", "id"})
_NUMBERED = 0.9  # how sure a heading is that may count rows
_SHOWN_TITLE = 24  # characters of a question before the part of it that a column is about
_LEAST_READ = 0.6  # of a column's values that must be answers to a question it is taken for
_SAME_QUESTION = 0.8  # so alike a heading is of the question whatever its values are: they are told then


@dataclass(frozen=True, slots=True)
class QuestionField(ImportField):
    """A question, or what a column of its own may hold of one: an option, a row, the words beside."""

    question: Question | None = None

    def shown(self, value: Any) -> str:
        """An answer as it stands on the form."""
        question = self.question
        assert question is not None
        if isinstance(value, Mapping):
            return " / ".join(str(one) for one in value.values())
        if question.kind in CHOOSING and self.name == question.key:
            listed = value if isinstance(value, list) else [value]
            told = [option.text.in_(language()) for one in listed if (option := question.option(one))]
            return "; ".join(told)
        return str(value)


class Responses(Target):
    """Answers to the survey `survey_uid`, whose newest questions are `form`."""

    name = "responses"
    told_by_values = ("document", "phones")  # a short answer looks like a name

    def __init__(self, survey_uid: str, form: Questionnaire, *, is_anonymous: bool) -> None:
        self.survey_uid, self.form, self.is_anonymous = survey_uid, form, is_anonymous
        self._columns: Collection[str] = ()
        self.fields = (*_whose(is_anonymous), *_of_questions(form))
        super().__init__()
        self.synonyms = {name: said for name, said in synonyms.RESPONSES.items() if name in self.by_name}

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(Responses, is_anonymous=self.is_anonymous), (self.survey_uid, self.form)

    def check_columns(self, fields: Collection[str]) -> None:
        if not any(isinstance(self.by_name[one], QuestionField) for one in fields):
            raise UserError("import.no_question")

    def caution(self, fields: Collection[str]) -> str:
        """Which questions that must be answered stand in no column: perhaps it is another survey's file."""
        told = {one.partition(PART)[0] for one in fields}
        unasked = [one for one in self.form.questions if one.required and one.key not in told]
        if not unasked:
            return ""
        numbers = translate("labels", ", ").join(str(self.form.number(one.key)) for one in unasked)
        return translate(
            "imports",
            "Questions that everybody answers stand in no column: {numbers}. Look whether these are the "
            "answers to another survey.",
            numbers=numbers,
        )

    def begin(self, fields: Collection[str]) -> None:
        self._columns = {one.partition(PART)[0] for one in fields}

    def complete(self, values: dict[str, Any], problems: list[Problem]) -> None:
        """Make the answers of the form of what the cells hold, in `values["answers"]`."""
        unread = {one.field.partition(PART)[0] for one in problems}
        given = _gathered(self.form, values)
        for key in [one for one in values if isinstance(self.by_name.get(one), QuestionField)]:
            del values[key]
        kept, faults = answers.check(self.form, given)
        for fault in faults:
            # Of what stands in no column, and of what could not be read, all is told elsewhere.
            if fault.error.code == "answer.missing" and (
                fault.key in unread or fault.key not in self._columns
            ):
                continue
            problems.append(Problem.of(fault.error, fault.key))
        if not kept:
            raise UserError("survey.empty_form")
        values["answers"] = kept

    def likely(self, heading: str, samples: Sequence[Any]) -> dict[str, float]:
        """The questions that a column may answer, by the words of its heading and by its values."""
        found: dict[str, float] = {}
        told = [one for one in samples if not cells.is_empty(one)]
        order = _ORDER.match(unicodedata.normalize("NFKC", heading))
        number = int(order[1]) if order else 0
        words = plain(heading[order.end() :] if order else heading) or plain(heading)
        # Forms are numbered 1, 2, 3: that is no mere count of rows here.
        if words in map(plain, self.synonyms.get("form_number", "").split("|")):
            found["form_number"] = _NUMBERED if words in _COUNTING else 1.0
        for field in self.fields:
            if isinstance(field, QuestionField) and (
                score := _likeness(self.form, field, words, number, told)
            ):
                found[field.name] = score
        return found

    def writer(self, session: Session, choices: Choices, report: Report) -> Writer:
        # With the writers of surveys, which the process that reads does without.
        from rmdesk.services.imports.targets.response_writing import ResponseWriter

        return ResponseWriter(self, session, choices, report, survey_uid=self.survey_uid, form=self.form)

    def shown(self, values: Mapping[str, Any]) -> dict[str, str]:
        return super().shown({**values, **values.get("answers", {})})


def of_survey(session: Session, uid: str) -> Responses:
    """The target for answers to an open survey, by uid or number.

    Raises NotAllowed, UserError `row.gone`, `survey.not_open`.
    """
    survey: Survey = find_survey(session, uid)
    if survey.state != SurveyState.OPEN.value:
        raise UserError("survey.not_open")
    form = parse(newest_version(session, survey).questionnaire)
    return Responses(survey.uid, form, is_anonymous=survey.is_anonymous)


def _whose(is_anonymous: bool) -> tuple[ImportField, ...]:
    """Whose form it is; an anonymous one says at most which manager's and of which tier."""
    if is_anonymous:
        return (
            ImportField(
                "staff", "survey_response.staff_id", Kind.NAME, readers.line("survey_response.staff_id")
            ),
            ImportField(
                "tier", "survey_response.tier_id", Kind.TEXT, readers.line("survey_response.tier_id")
            ),
        )
    number, day = "survey_response.form_number", "survey_response.answered_on"
    return (
        ImportField("form_number", number, Kind.CODE, readers.number(number, NUMBER_LONGEST)),
        *readers.who(),
        ImportField("answered_on", day, Kind.DATE, readers.day_on(day, past=True)),
    )


def _of_questions(form: Questionnaire) -> Iterator[QuestionField]:
    for question in form.questions:
        yield from _of_question(form, question)


def _of_question(form: Questionnaire, question: Question) -> Iterator[QuestionField]:
    text, number = question.text.in_(language()), form.number(question.key)
    what = "answer.value"

    def field(name: str, title: str, read: Any, *, many: bool = False) -> QuestionField:
        return QuestionField(name, what, Kind.ANSWER, read, many=many, title=title, question=question)

    several = question.kind in _SEVERAL
    yield field(
        question.key,
        f"{number}. {text}",
        partial(_read_codes if several else _read_one, question),
        many=several,
    )
    short = text if len(text) <= _SHOWN_TITLE else text[:_SHOWN_TITLE] + "…"
    for option in question.options if several else question.rows:
        title = f"{number}. {short} – {option.text.in_(language())}"
        reads = {
            QuestionKind.MULTIPLE: partial(_read_tick, option.code, _names(option)),
            QuestionKind.RANKING: partial(_read_place, question),
            QuestionKind.MATRIX: partial(_read_mark, question),
        }
        yield field(f"{question.key}{PART}{option.code}", title, reads[question.kind])
    for option in question.options:
        if option.other:
            title = translate(
                "imports",
                "{number}. {question} – words beside “{option}”",
                number=number,
                question=short,
                option=option.text.in_(language()),
            )
            yield field(f"{question.key}.{option.code}", title, _read_beside)


def _names(option: Any) -> frozenset[str]:
    return frozenset(cells.fold(one) for one in (option.code, option.text.zh_CN, option.text.en) if one)


# --- reading cells -----------------------------------------------------------------------------------


def _read_one(question: Question, cell: Any, _hints: Hints) -> Any:
    return answers.read_cell(question, cell)


def _read_codes(question: Question, cell: Any, _hints: Hints) -> list[str]:
    return answers.read_codes(question, cell)


def _read_tick(code: str, names: frozenset[str], cell: Any, _hints: Hints) -> str | None:
    """The option of a column, if it was ticked."""
    word = cells.fold(cells.as_text(cell))
    if word in _TICKED or word in names:
        return code
    if not word or word in _NOT_TICKED:
        return None
    raise UserError("answer.not_an_option", value=cells.as_text(cell)[:30])


def _read_place(question: Question, cell: Any, _hints: Hints) -> int:
    return answers.read_number(question, cell)


def _read_mark(question: Question, cell: Any, _hints: Hints) -> int:
    found = answers.read_number(question, cell)
    if found not in question.scale:
        raise UserError("answer.out_of_range", value=found, least=question.low, most=question.high)
    return found


def _read_beside(cell: Any, _hints: Hints) -> str | None:
    found: str | None = cells.read_text(cell, "answer.value", longest=answers.LONGEST_BESIDE)
    return found


def _gathered(form: Questionnaire, values: Mapping[str, Any]) -> dict[str, Any]:
    """The answers of a form from all columns that hold some of them."""
    given: dict[str, Any] = {}
    for question in form.questions:
        key = question.key
        parts = {
            part.code: values[name]
            for part in (question.options if question.kind in _SEVERAL else question.rows)
            if (name := f"{key}{PART}{part.code}") in values
        }
        value = values.get(key)
        match question.kind:
            case QuestionKind.MULTIPLE:
                value = list(dict.fromkeys([*(value or []), *parts]))
            case QuestionKind.RANKING if parts:
                value = sorted(parts, key=lambda code: parts[code])
            case QuestionKind.MATRIX if parts:
                value = parts
        if value not in (None, [], {}):
            given[key] = value
        for option in question.options:
            if option.other and (beside := values.get(f"{key}.{option.code}")) is not None:
                given[f"{key}.{option.code}"] = beside
    return given


# --- which column is which ---------------------------------------------------------------------------


def _likeness(
    form: Questionnaire, field: QuestionField, words: str, number: int, samples: Sequence[Any]
) -> float:
    question = field.question
    assert question is not None
    is_part = field.name != question.key
    read = _readable(field, samples)
    if is_part:
        return _likeness_of_part(field, question, words, number == form.number(question.key), read)
    texts = [plain(one) for one in (question.text.zh_CN, question.text.en, question.key) if one]
    if words in texts:
        return 1.0
    alike = max(_alike(words, one) for one in texts)
    if samples and read < _LEAST_READ and alike < _SAME_QUESTION:
        return 0.0
    told = 0.0 if question.kind is QuestionKind.TEXT or not samples else 0.3 * read
    if question.kind is QuestionKind.TEXT and _look_open(samples):
        told = 0.2
    return 0.55 * alike + told + (0.15 if number == form.number(question.key) else 0.0)


def _likeness_of_part(
    field: QuestionField, question: Question, words: str, same_number: bool, read: float
) -> float:
    code = field.name.partition(PART)[2]
    listed = (*question.options, *question.rows)
    part = next((one for one in listed if one.code == code), None)
    if part is None or read < _LEAST_READ:
        return 0.0
    for text in (plain(part.text.zh_CN), plain(part.text.en)):
        if text and words == text:
            return 0.9
        if len(text) > 1 and words.endswith(text):
            rest = words.removesuffix(text)
            alike = max(_alike(rest, plain(one)) for one in (question.text.zh_CN, question.text.en) if one)
            return 0.95 if same_number else 0.6 + 0.35 * alike
    return 0.0


def _readable(field: QuestionField, samples: Sequence[Any]) -> float:
    """The share of a column's values that are answers."""
    if not samples:
        return 0.0
    hints, read = Hints(), 0
    for cell in samples:
        try:
            field.read(cell, hints)
        except UserError:
            continue
        read += 1
    return read / len(samples)


def _look_open(samples: Sequence[Any]) -> bool:
    """Whether values are words of people's own: neither numbers nor dates, and some of them long."""
    if not samples or any(isinstance(one, int | float | date) for one in samples):
        return False
    return sum(len(str(one)) for one in samples) >= 4 * len(samples)


def _alike(one: str, other: str) -> float:
    """How much of the shorter text stands in the other, by pairs of letters."""
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} or {text} for text in (one, other)]
    fewer = min(len(pairs[0]), len(pairs[1]))
    return len(pairs[0] & pairs[1]) / fewer if fewer and one and other else 0.0
