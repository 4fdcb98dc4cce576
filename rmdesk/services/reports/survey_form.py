"""《客户调研表》: a questionnaire to be filled in by hand, blank or numbered for each customer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk import words
from rmdesk.models import Customer, Survey, SurveyInvitation
from rmdesk.services import roles, settings, surveys
from rmdesk.services.customers import access
from rmdesk.services.errors import UserError
from rmdesk.services.reports import blocks, told
from rmdesk.services.reports.definition import Report
from rmdesk.services.reports.parameters import Parameter, Type
from rmdesk.services.reports.styles import CELL, CELL_STRONG, SMALL, SMALL_CELL
from rmdesk.services.roles import Permission, Reach
from rmdesk.services.surveys.questionnaire import Question, QuestionKind, Questionnaire
from rmdesk.words import QT_TRANSLATE_NOOP, translate

BLANK, NUMBERED = "blank", "numbered"
MOST = 1_000  # numbered forms at once
_MANY = 14  # questions, from which on there is one line to write on instead of two
_COPIES = {
    BLANK: QT_TRANSLATE_NOOP("survey form", "One blank form"),
    NUMBERED: QT_TRANSLATE_NOOP("survey form", "Numbered, for each customer of the sample"),
}


@dataclass(frozen=True, slots=True)
class Forms:
    """The questions and, for each form, its number and the customer's name; one blank form has neither."""

    title: str
    branch: str
    survey_number: str
    is_anonymous: bool
    last_day: date
    form: Questionnaire
    copies: tuple[tuple[str, str], ...]

    def __len__(self) -> int:
        return len(self.copies)


def title() -> str:
    return translate("survey form", "Customer survey form")


def gather(session: Session, *, survey: str, copies: str = BLANK) -> Forms:
    """The forms of a survey (its uid); numbered ones of the customers whoever acts enters answers of.

    Of an anonymous survey, and of one that was not opened, there is one blank form. Raises NotAllowed,
    UserError `survey.too_many_forms`.
    """
    reach = roles.require(session, Permission.ANSWER_SURVEYS).reach()
    record = surveys.load_survey(session, survey)
    numbered: list[tuple[str, str]] = []
    if copies == NUMBERED and not record.is_anonymous:
        found = (
            select(SurveyInvitation.form_number, Customer.name)
            .join(Survey, Survey.id == SurveyInvitation.survey_id)
            .join(Customer, Customer.id == SurveyInvitation.customer_id)
            .where(Survey.uid == record.uid, Customer.deleted_at.is_(None))
            .order_by(SurveyInvitation.form_number)
            .limit(MOST + 1)
        )
        if reach < Reach.ALL:
            found = found.where(access.visible(session))
        numbered = [(str(number), name) for number, name in session.execute(found)]
        if len(numbered) > MOST:
            raise UserError("survey.too_many_forms", most=MOST)
    return Forms(
        record.title,
        settings.get(session, "branch.name"),
        record.number,
        record.is_anonymous,
        record.ends_on,
        record.form,
        tuple(numbered) or (("", ""),),
    )


def story(data: Forms) -> Iterable[blocks.Block]:
    for place, (number, name) in enumerate(data.copies):
        if place:
            yield blocks.NewPage()
        yield from _form(data, number, name)


def _form(data: Forms, number: str, name: str) -> Iterator[blocks.Block]:
    numbered = translate("survey form", "No. {survey}-{number}", survey=data.survey_number, number=number)
    yield blocks.Title(data.title, numbered if number else data.survey_number)
    if name:
        yield blocks.Text(translate("survey form", "Dear {name},", name=name))
    yield blocks.quiet(
        translate(
            "survey form",
            "Please tell us how you find our service. Tick the boxes; it takes a few minutes. Kindly return "
            "the form to your relationship manager or to the counter by {day}.",
            day=told.in_words(data.last_day),
        )
    )
    if data.is_anonymous:
        yield blocks.quiet(
            translate("survey form", "This survey is anonymous: please do not write your name on it.")
        )
    language = words.language()
    for section in data.form.sections:
        if section.title:
            yield blocks.Heading(section.title.in_(language))
        if section.help:
            yield blocks.quiet(section.help.in_(language))
        for question in section.questions:
            yield from _question(data.form, question, language)
    yield blocks.Text(translate("survey form", "Thank you. {branch}", branch=data.branch), CELL, right=True)


def _question(form: Questionnaire, one: Question, language: str) -> Iterator[blocks.Block]:
    star = "" if one.required else translate("survey form", " (if you like)")
    yield blocks.Text(
        f"{form.number(one.key)}. {one.text.in_(language)}{star}{_how(one)}", CELL_STRONG, heads=True
    )
    if one.help:
        yield blocks.Text(one.help.in_(language), SMALL)
    low, high = one.low_label.in_(language), one.high_label.in_(language)
    match one.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.RANKING:
            yield blocks.Boxes([_option(option, language) for option in one.options])
        case QuestionKind.RATING | QuestionKind.NPS:
            yield blocks.Boxes([str(number) for number in one.scale], low, high)
        case QuestionKind.MATRIX:
            yield _matrix(one, language, low, high)
        case QuestionKind.NUMBER:
            yield blocks.Boxes([""] * 6)
        case QuestionKind.DATE:
            yield blocks.Boxes([""] * 4 + ["– "] + [""] * 3 + ["– "] + [""])
        case QuestionKind.TEXT:
            yield blocks.Ruled("", lines=1 if len(form.questions) > _MANY else 2)
    jumps = "; ".join(_jump(form, one, jump, language) for jump in one.jumps)
    if jumps:
        yield blocks.Text(jumps, SMALL)


def _how(one: Question) -> str:
    """What to do, where the boxes do not say it."""
    if one.kind is QuestionKind.MULTIPLE:
        if one.most and one.most < len(one.options):
            return translate("survey form", " (tick up to {count})", count=one.most)
        return translate("survey form", " (tick all that apply)")
    if one.kind is QuestionKind.RANKING:
        return translate("survey form", " (write 1 to {count}, 1 for the first)", count=len(one.options))
    return ""


def _option(option: surveys.questionnaire.Option, language: str) -> str:
    return option.text.in_(language) + (" ______________" if option.other else "")


def _matrix(one: Question, language: str, low: str, high: str) -> blocks.Table:
    numbers = [str(number) for number in one.scale]
    numbers[0] = told.joined([numbers[0], low], " ")
    numbers[-1] = told.joined([numbers[-1], high], " ")
    return blocks.Table(
        [blocks.Column("", 6), *(blocks.Column(number, 2) for number in numbers)],
        [[row.text.in_(language), *(blocks.Tick() for _ in numbers)] for row in one.rows],
        "",
        style=SMALL_CELL,
    )


def _jump(form: Questionnaire, one: Question, jump: surveys.questionnaire.Jump, language: str) -> str:
    said = [
        option.text.in_(language) if (option := one.option(code)) else code
        for code in sorted(jump.answers, key=lambda code: (len(code), code))
    ]
    answers = told.joined(said, translate("labels", ", "))
    if jump.to == surveys.questionnaire.END:
        return translate("survey form", "After “{answers}” you are done", answers=answers)
    return translate(
        "survey form",
        "After “{answers}” go on with question {number}",
        answers=answers,
        number=form.number(jump.to),
    )


REPORT = Report(
    title,
    gather,
    story,
    parameters=(
        Parameter("survey", Type.SURVEY),
        Parameter(
            "copies",
            Type.CHOICE,
            BLANK,
            choices=tuple(_COPIES),
            words=lambda code: translate("survey form", _COPIES[code]),
        ),
    ),
    permission=Permission.ANSWER_SURVEYS,
    traced=False,
)
