"""Answers from spreadsheets into a survey: which column is which question, and what becomes of each row."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from rmdesk.models import InvitationState, Survey, SurveyResponse
from rmdesk.services import imports, surveys, undoing
from rmdesk.services.errors import UserError
from rmdesk.services.imports import OnDuplicate, Report
from rmdesk.services.imports.targets import responses
from rmdesk.services.surveys import questionnaire
from tests.services.surveys.test_asking import invited
from tests.support.branches import Branch
from tests.support.files_in import Rows, counts, write_csv

TODAY = date.today()
FORM: dict[str, Any] = {
    "version": 1,
    "sections": [
        {
            "key": "s",
            "title": {},
            "questions": [
                {"key": "all", "kind": "rating", "text": "您总体满意吗？", "low": 1, "high": 10},
                {"key": "nps", "kind": "nps", "text": "您愿意推荐我行吗？"},
                {
                    "key": "way",
                    "kind": "single",
                    "text": "最常用的渠道",
                    "options": [
                        {"code": "1", "text": "柜面"},
                        {"code": "2", "text": "手机银行"},
                        {"code": "9", "text": "其他", "other": True},
                    ],
                },
                {
                    "key": "cares",
                    "kind": "multiple",
                    "text": "最关心的服务",
                    "most": 2,
                    "required": False,
                    "options": [
                        {"code": "1", "text": "收益"},
                        {"code": "2", "text": "排队"},
                        {"code": "3", "text": "隐私"},
                    ],
                },
                {
                    "key": "parts",
                    "kind": "matrix",
                    "text": "请评价",
                    "required": False,
                    "rows": [{"code": "a", "text": "环境"}, {"code": "b", "text": "效率"}],
                    "low": 1,
                    "high": 5,
                },
                {"key": "said", "kind": "text", "text": "意见与建议", "required": False},
            ],
        }
    ],
}
HEADING = [
    "问卷编号",
    "客户号",
    "1.总体满意(1-10)",
    "2.推荐意愿",
    "3.最常用渠道",
    "4.最关心的服务(多选)",
    "意见",
]


@pytest.fixture
def survey(branch: Branch) -> Survey:
    return opened(branch)


def opened(branch: Branch, **given: object) -> Survey:
    branch.act("manager")
    for place in range(4):
        branch.add(f"客户{chr(0x4E00 + place)}", number=f"C{place}", owner=branch.people["manager"].staff_uid)
    branch.act("head")
    made = {"title": "满意度", "starts_on": TODAY - timedelta(days=9), "ends_on": TODAY} | given
    one: Survey = branch.write(surveys.add_survey, made, questionnaire.read(FORM))
    branch.write(surveys.open_survey, one.uid, version=1)
    return one


def take(branch: Branch, survey: Survey, path: Path, *, keep: bool = True, **choices: Any) -> Report:
    with imports.Feed(path) as feed:
        target = branch.read(responses.of_survey, survey.uid)
        request = branch.read(imports.propose, target, feed.found).with_choices(**choices)
        if not keep:
            return imports.preview(branch.store, request, feed=feed)
        return branch.write(imports.run, request, feed=feed)


def file(tmp_path: Path, rows: Rows, heading: list[str] = HEADING, name: str = "答卷.csv") -> Path:
    return write_csv(tmp_path / name, [heading, *rows])


def kept(branch: Branch, survey: Survey) -> list[SurveyResponse]:
    with branch.store.read() as session:
        found = select(SurveyResponse).where(SurveyResponse.survey_id == survey.id)
        return list(session.scalars(found.order_by(SurveyResponse.id)))


def answers(branch: Branch, survey: Survey) -> list[dict[str, Any]]:
    ids = branch.read(surveys.find_responses, survey.uid)
    return [one.answers for one in branch.read(surveys.load_responses, ids)]


def refused(branch: Branch, use_case: Any, *arguments: Any, **given: Any) -> str:
    with pytest.raises(UserError) as caught:
        use_case(branch, *arguments, **given)
    return caught.value.code


def test_a_file_of_answers_becomes_forms(branch: Branch, survey: Survey, tmp_path: Path) -> None:
    path = file(
        tmp_path,
        [
            ["7", "C1", "8", "10", "柜面", "收益、隐私", "=1+1"],
            ["8", "", "9分", "9", "B", "13", ""],
            ["9", "C9", "10", "0", "2", "排队", "<b>慢</b>"],
        ],
    )
    before = take(branch, survey, path, keep=False)
    report = take(branch, survey, path)
    assert counts(before) == counts(report) == (3, 0, 0, 0, 1)
    assert report.columns["1.总体满意(1-10)"] == "all"
    assert list(report.columns.values()) == [
        "form_number",
        "number",
        "all",
        "nps",
        "way",
        "cares",
        "said",
    ]
    assert answers(branch, survey) == [
        {"all": 8, "nps": 10, "way": "1", "cares": ["1", "3"], "said": "=1+1"},
        {"all": 9, "nps": 9, "way": "2", "cares": ["1", "3"]},
        {"all": 10, "nps": 0, "way": "2", "cares": ["2"], "said": "<b>慢</b>"},
    ]
    [warned] = report.warned_rows
    assert [one.code for one in warned.problems] == ["survey.no_such_customer"]
    first, second, third = kept(branch, survey)
    # A row that names nobody is a stranger's, whatever form of the sample has its number.
    assert (first.form_number, second.customer_id, third.customer_id) == ("7", None, None)
    states = {one.customer_id: one.state for one in invited(branch, survey)}
    assert states.pop(first.customer_id or 0) == InvitationState.ANSWERED
    assert set(states.values()) == {InvitationState.PENDING}
    assert counts(take(branch, survey, path)) == (0, 0, 3, 0, 1)


def test_an_import_is_taken_back_until_the_survey_ends(
    branch: Branch, survey: Survey, tmp_path: Path
) -> None:
    report = take(branch, survey, file(tmp_path, [["1", "C1", "8", "8", "柜面", "", ""]]))
    assert report.id is not None
    branch.write(undoing.undo, report.id)
    assert kept(branch, survey) == []
    assert {one.state for one in invited(branch, survey)} == {InvitationState.PENDING}
    again = take(branch, survey, file(tmp_path, [["1", "C1", "8", "8", "柜面", "", ""]]))
    branch.write(surveys.close_survey, survey.uid, version=branch.version(survey))
    with pytest.raises(UserError) as caught:
        branch.write(imports.undo, again.id)
    assert caught.value.code == "survey.not_open"
    assert refused(branch, take, survey, tmp_path / "答卷.csv") == "survey.not_open"


def test_what_cannot_be_read_is_left_out_and_told(branch: Branch, survey: Survey, tmp_path: Path) -> None:
    path = file(
        tmp_path,
        [
            ["1", "C0", "11", "8", "柜面", "收益", ""],  # out of range
            ["2", "C1", "8", "8", "电话银行", "收益、天气", ""],  # unknown codes
            ["3", "C2", "", "", "", "", ""],  # nothing
            ["4", "C3", "8", "8", "1", "1,2,3", ""],  # too many
            ["4", "C3", "7", "8", "1", "", ""],  # the same number again
            ["5", "C3", "8", "8", "1", "", ""],  # the same customer again
            ["6", "", "6", "8", "1", "", "字" * 5001],
        ],
    )
    report = take(branch, survey, path)
    assert counts(report) == (4, 0, 0, 3, 1)
    assert {one.row: [each.code for each in one.problems] for one in report.warned_rows} == {
        2: ["answer.out_of_range"],
        3: ["answer.not_an_option", "answer.not_an_option"],
        5: ["answer.how_many"],
        8: ["text.too_long"],
    }
    assert [(one.row, one.problems[0].code) for one in report.rejected_rows] == [
        (4, "survey.empty_form"),
        (6, "survey.twice_in_file"),
        (7, "survey.customer_entered"),
    ]
    assert all(one.reason for one in (*report.rejected_rows, *report.warned_rows))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (OnDuplicate.FILE, {"all": 3, "nps": 8, "way": "1", "said": "慢"}),
        (OnDuplicate.FILL, {"all": 9, "nps": 8, "way": "1", "said": "慢"}),
        (OnDuplicate.ARCHIVE, {"all": 9, "nps": 8, "way": "1"}),
    ],
)
def test_a_form_that_is_there_is_brought_in_line_as_the_rule_says(
    branch: Branch, survey: Survey, tmp_path: Path, rule: OnDuplicate, expected: dict[str, Any]
) -> None:
    take(branch, survey, file(tmp_path, [["1", "C1", "9", "8", "柜面", "", ""]]))
    changed = file(tmp_path, [["1", "C1", "3", "8", "柜面", "", "慢"]])
    take(branch, survey, changed, rule=rule)
    assert answers(branch, survey) == [expected]


def test_several_answers_stand_in_columns_of_their_own(
    branch: Branch, survey: Survey, tmp_path: Path
) -> None:
    heading = ["编号", "您总体满意吗？", "4.最关心的服务-收益", "4.最关心的服务-排队", "4.最关心的服务-隐私"]
    heading += ["5.请评价-环境", "5.请评价-效率"]
    path = file(tmp_path, [["1", "8", "√", "", "1", "4", "5"], ["2", "7", "0", "0", "0", "4", ""]], heading)
    report = take(branch, survey, path)
    assert list(report.columns.values())[2:] == ["cares#1", "cares#2", "cares#3", "parts#a", "parts#b"]
    assert answers(branch, survey) == [
        {"all": 8, "cares": ["1", "3"], "parts": {"a": 4, "b": 5}},
        {"all": 7, "parts": {"a": 4}},
    ]
    # Nothing but the number told whose forms these are: they were sent to these customers.
    assert [one.customer_id for one in kept(branch, survey)] == [
        one.customer_id for one in invited(branch, survey)[:2]
    ]


def test_anonymous_forms_say_nothing_of_whose_they_are(branch: Branch, tmp_path: Path) -> None:
    survey = opened(branch, is_anonymous=True)
    rows = [["1", "C1", "8", "8", "柜面", "", "乙"], ["2", "C2", "9", "8", "柜面", "", "甲"]]
    path = file(tmp_path, rows)
    report = take(branch, survey, path)
    assert {report.columns["问卷编号"], report.columns["客户号"]} == {None}
    forms = kept(branch, survey)
    assert {(one.customer_id, one.form_number, one.answered_on) for one in forms} == {(None, None, None)}
    assert [one.answers for one in forms] == sorted(one.answers for one in forms)
    assert refused(branch, take, survey, path) == "survey.imported_already"
    branch.write(undoing.undo, report.id)
    assert counts(take(branch, survey, path)) == (2, 0, 0, 0, 1)


def test_days_outside_the_survey_and_other_peoples_customers_are_told(
    branch: Branch, survey: Survey, tmp_path: Path
) -> None:
    heading = ["编号", "客户号", "填写日期", "总体满意"]
    early = (TODAY - timedelta(days=30)).isoformat()
    path = file(tmp_path, [["1", "C1", early, "8"]], heading)
    report = take(branch, survey, path, keep=False)
    assert [one.code for one in report.warned_rows[0].problems] == ["survey.outside_period"]
    branch.act("colleague")
    report = take(branch, survey, path)
    assert [one.problems[0].code for one in report.rejected_rows] == ["import.not_yours"]


def test_the_file_of_another_survey_is_refused(branch: Branch, survey: Survey, tmp_path: Path) -> None:
    path = file(tmp_path, [["1", "红", "大"], ["2", "蓝", "小"]], ["序号", "喜欢的颜色", "尺寸"])
    assert refused(branch, take, survey, path) == "import.no_question"


def test_a_column_is_headed_by_a_whole_question_however_long(branch: Branch, tmp_path: Path) -> None:
    long = (
        "您对我行网点在节假日及代发工资高峰时段为老年客户等特殊群体提供的优先叫号、"
        "专人引导、上门办理等便民服务措施的"
    )
    kinds = {"q1": "rating", "q2": "text"}
    texts = {"q1": f"{long}总体满意程度如何？", "q2": f"{long}意见和建议"}
    asked = [
        {"key": key, "kind": kind, "text": texts[key], "low": 1, "high": 10, "required": False}
        for key, kind in kinds.items()
    ]
    form = questionnaire.read({"version": 1, "sections": [{"key": "s1", "title": "", "questions": asked}]})
    branch.act("head")
    survey = branch.write(surveys.add_survey, {"title": "长题目"}, form)
    branch.add("客户一", number="C1")
    branch.write(surveys.open_survey, survey.uid, version=survey.version)
    heading = ["问卷编号", *(f"{place}. {text}" for place, text in enumerate(texts.values(), 1))]
    report = take(branch, survey, file(tmp_path, [["1", "8", "好"], ["7", "9", "很好"]], heading))
    assert counts(report)[0] == 2


def test_a_file_that_lacks_questions_may_be_another_surveys(
    branch: Branch, survey: Survey, tmp_path: Path
) -> None:
    """It may be right all the same, so it is told and nothing is refused."""
    target = branch.read(responses.of_survey, survey.uid)
    required = [one.key for one in target.form.questions if one.required]
    assert not target.caution(required)
    assert not target.caution([f"{required[0]}#1", *required[1:]])  # a column for each of its options
    assert str(target.form.number(required[-1])) in target.caution(["form_number", *required[:-1]])


def test_questions_changed_meanwhile_are_noticed(branch: Branch, survey: Survey, tmp_path: Path) -> None:
    path = file(tmp_path, [["1", "C1", "8", "8", "柜面", "", ""]])
    with imports.Feed(path) as feed:
        target = branch.read(responses.of_survey, survey.uid)
        request = branch.read(imports.propose, target, feed.found).request
        record = branch.read(surveys.load_survey, survey.uid)
        other = questionnaire.Questionnaire(record.form.sections[:0])
        branch.write(surveys.set_questionnaire, survey.uid, other, seen=record.form_version)
        with pytest.raises(UserError) as caught:
            branch.write(imports.run, request, feed=feed)
    assert caught.value.code == "survey.questions_changed"
