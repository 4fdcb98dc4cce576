"""The form that is filled in by hand, and the summary report that is signed."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

from rmdesk.models import Survey
from rmdesk.services import reports, surveys
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.surveys import From, reporting, templates, themes
from rmdesk.services.surveys.questionnaire import QuestionKind, Questionnaire
from rmdesk.services.surveys.reporting import Part
from tests.support.branches import Branch
from tests.support.printing import print_report, print_typed, read_pdf

TODAY = date(2026, 9, 10)
SAID = ["排队太久", "排队时间长 <b>A&B</b> 𠮷", "希望多办沙龙", "=1+1", "手机银行登录麻烦"]


def answered(form: Questionnaire, chance: random.Random) -> dict[str, Any]:
    """A form as somebody may fill it in."""
    found: dict[str, Any] = {}
    for key in list(form.by_key):
        if key not in form.asked(found):
            continue
        one = form.by_key[key]
        match one.kind:
            case QuestionKind.SINGLE:
                found[key] = chance.choice(one.options).code
            case QuestionKind.MULTIPLE:
                chosen = chance.sample([option.code for option in one.options], max(1, one.least))
                found[key] = chosen
            case QuestionKind.MATRIX:
                found[key] = {row.code: chance.choice(one.scale) for row in one.rows}
            case QuestionKind.RATING | QuestionKind.NPS:
                found[key] = chance.choice(one.scale)
            case QuestionKind.TEXT:
                found[key] = chance.choice(SAID)
    return found


def run(branch: Branch, form: Questionnaire, count: int, **given: object) -> Survey:
    """A survey that `count` customers of the manager answered."""
    branch.act("manager")
    for place in range(count):
        branch.add(f"客户{chr(0x4E00 + place)}", owner=branch.people["manager"].staff_uid)
    branch.act("head")
    survey = branch.write(surveys.add_survey, {"title": "客户满意度调研"} | given, form, TODAY)
    branch.write(surveys.open_survey, survey.uid, version=1, today=TODAY)
    chance = random.Random(5)
    with branch.store.write() as session:
        for place in range(count):
            whose = From() if survey.is_anonymous else From(form_number=str(place + 1))
            surveys.enter_response(session, survey.uid, answered(form, chance), whose, today=TODAY)
    return survey


@pytest.fixture
def overall() -> Questionnaire:
    return templates.load()["overall"].form


def twenty(form: Questionnaire) -> Questionnaire:
    """Twenty questions, of the kinds that the templates have."""
    document = form.stored()
    questions = [one for section in document["sections"] for one in section["questions"]]
    more = [one | {"key": f"more{place}", "jumps": []} for place, one in enumerate(questions * 3)]
    document["sections"].append({"key": "more", "questions": more[: 20 - len(questions)]})
    return surveys.questionnaire.read(document)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_a_form_of_twenty_questions_has_two_pages(
    branch: Branch, overall: Questionnaire, language: str
) -> None:
    form = twenty(overall)
    survey = branch.write(surveys.add_survey, {"title": "客户满意度调研"}, form, TODAY)
    made = print_report(branch, "survey_form", language, survey=survey.uid)
    assert len(form.questions) == 20
    assert len(made.pages) <= 2
    for question in form.questions:
        assert made.has(question.text.in_(language))


def test_numbered_forms_are_for_those_whom_one_may_ask(branch: Branch, overall: Questionnaire) -> None:
    survey = run(branch, overall, 3)
    made = print_typed(branch, "survey_form", "zh_CN", survey="2026-001", copies="numbered")
    assert made.has("2026-001-3")
    assert made.has("客户丁")
    branch.act("colleague")
    blank = print_typed(branch, "survey_form", "zh_CN", survey=survey.uid, copies="numbered")
    assert not blank.has("客户丁")
    branch.act("teller")
    with pytest.raises(NotAllowed):
        print_typed(branch, "survey_form", "zh_CN", survey=survey.uid)


def test_an_anonymous_form_names_nobody(branch: Branch, overall: Questionnaire) -> None:
    run(branch, overall, 3, is_anonymous=True)
    made = print_typed(branch, "survey_form", "zh_CN", survey="2026-001", copies="numbered")
    assert made.has("匿名")
    assert not made.has("客户一")


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_summary_tells_sample_results_themes_and_measures(
    branch: Branch, overall: Questionnaire, language: str
) -> None:
    survey = run(branch, overall, 24, purpose="了解客户对网点服务的看法")
    theme = branch.write(themes.add_theme, survey.uid, "排队")
    listed = branch.read(themes.list_answers, survey.uid, "advice")
    branch.write(themes.put_under, theme.uid, themes.holding(listed, "排队"))
    branch.write(themes.quote, survey.uid, themes.holding(listed, "A&B")[:1], on=True)
    given = {"what": "高峰时段增开窗口", "who": "大堂经理 许婷", "due_on": date(2026, 10, 31)}
    branch.write(reporting.add_measure, survey.uid, given)
    branch.write(reporting.write_texts, survey.uid, {Part.SERVICE: "改进排队叫号"}, version=0)
    made = print_report(branch, "survey_summary", language, survey=survey.uid)
    for words in (
        "2026-001",
        "了解客户对网点服务的看法",
        "高峰时段增开窗口",
        "2026-10-31",
        "改进排队叫号",
        "排队时间长 <b>A&B</b> 〔U+20BB7〕",
        "NPS",
        "100.0%",
    ):
        assert made.has(words), words
    assert made.has("总体满意度" if language == "zh_CN" else "Overall satisfaction")
    branch.act("manager")
    with pytest.raises(NotAllowed):
        print_report(branch, "survey_summary", language, survey=survey.uid)


def test_dimensions_and_the_former_survey_stand_in_it(branch: Branch) -> None:
    form = templates.load()["service"].form
    former = run(branch, form, 8)
    branch.write(surveys.close_survey, former.uid, version=branch.version(former))
    copy = branch.write(surveys.copy_survey, former.uid, TODAY)
    branch.write(surveys.open_survey, copy.uid, version=1, today=TODAY)
    chance = random.Random(6)
    with branch.store.write() as session:
        for place in range(8):
            whose = From(form_number=str(place + 1))
            surveys.enter_response(session, copy.uid, answered(form, chance), whose, today=TODAY)
    made = print_report(branch, "survey_summary", "zh_CN", survey=copy.uid)
    for words in ("有形性", "移情性", "与上次调研对比", former.number):
        assert made.has(words), words


@pytest.mark.parametrize("count", [1, 2])
def test_few_answers_and_none_make_a_page(branch: Branch, count: int) -> None:
    form = templates.load()["event"].form
    survey = run(branch, form, count)
    made = print_report(branch, "survey_summary", "zh_CN", survey=survey.uid)
    assert made.has("n = 1" if count == 1 else "n = 2")
    draft = branch.write(surveys.add_survey, {"title": "草稿"}, form, TODAY)
    with pytest.raises(UserError, match="not_yet"):
        print_report(branch, "survey_summary", "zh_CN", survey=draft.uid)
    branch.write(surveys.open_survey, draft.uid, version=1, today=TODAY)
    made = print_report(branch, "survey_summary", "en", survey=draft.uid)
    assert made.has("Nobody answered")
    # Without answers nothing is said to be in order either.
    assert made.has("there is nothing to be found")
    assert not made.has("Nothing stands out")


def test_what_was_signed_stays_as_it_was(branch: Branch, overall: Questionnaire) -> None:
    survey = run(branch, overall, 6)
    pdf = reports.render(branch.read(reports.prepare, "survey_summary", {"survey": survey.uid}), "zh_CN").pdf
    with pytest.raises(UserError, match="not_closed_yet"):
        branch.write(reporting.sign_report, survey.uid, pdf, version=0, today=TODAY)
    branch.write(surveys.close_survey, survey.uid, version=branch.version(survey))
    branch.act("supervisor")
    with pytest.raises(NotAllowed):
        branch.write(reporting.sign_report, survey.uid, pdf, version=0, today=TODAY)
    branch.act("head")
    branch.write(reporting.sign_report, survey.uid, pdf, version=0, today=TODAY)
    report = branch.read(reporting.load_report, survey.uid)
    assert (report.number, report.signed_on, report.signed_by) == (1, TODAY, "周建国")
    with pytest.raises(UserError, match="report_signed"):
        branch.write(reporting.write_texts, survey.uid, {Part.SUMMARY: "另写"}, version=report.version)
    branch.write(reporting.note_sent, survey.uid, "分行个金部", TODAY, version=report.version)
    branch.write(reporting.revise_report, survey.uid)
    revised = branch.read(reporting.load_report, survey.uid)
    assert (revised.number, revised.signed_on) == (2, None)
    branch.write(reporting.write_texts, survey.uid, {Part.SUMMARY: "另写"}, version=revised.version)
    assert branch.read(reporting.signed_versions, survey.uid) == [(1, TODAY)]
    assert branch.read(reporting.load_signed, survey.uid, 1) == pdf
    assert read_pdf(pdf).has("2026-001")
    with pytest.raises(UserError, match="not_signed"):
        branch.read(reporting.load_signed, survey.uid, 2)


def test_texts_and_measures_are_checked_and_taken_back(branch: Branch, overall: Questionnaire) -> None:
    survey = run(branch, overall, 1)
    branch.write(reporting.write_texts, survey.uid, {Part.SUMMARY: "一", Part.PRODUCT: "二"}, version=0)
    version = branch.read(reporting.load_report, survey.uid).version
    branch.write(reporting.write_texts, survey.uid, {Part.SUMMARY: " "}, version=version)
    report = branch.read(reporting.load_report, survey.uid)
    assert report.texts == {Part.PRODUCT: "二"}
    row = branch.write(reporting.add_measure, survey.uid, {"what": "一件事"})
    branch.write(reporting.edit_measure, row.uid, {"who": "许婷"}, version=1)
    [measure] = branch.read(reporting.load_report, survey.uid).measures
    assert (measure.what, measure.who) == ("一件事", "许婷")
    branch.write(reporting.remove_measure, row.uid, version=2)
    assert branch.read(reporting.load_report, survey.uid).measures == ()
    branch.undo()
    assert len(branch.read(reporting.load_report, survey.uid).measures) == 1
