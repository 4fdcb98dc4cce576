"""A questionnaire made of a table of answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.surveys.deriving import AnswerColumn, derive, derive_file
from rmdesk.services.surveys.questionnaire import Aspect, Question, QuestionKind
from tests.support.files_in import write_csv

KINDS = [
    # what is asked, the answers, kind and its bounds
    ("1.总体满意度(1-10)", [8, 9, 3], QuestionKind.RATING, (1, 10)),
    ("服务效率", ["4分", "5分", "5"], QuestionKind.RATING, (1, 5)),
    ("Q2 推荐意愿", [0, 7, 10], QuestionKind.NPS, (0, 10)),
    ("How likely are you to recommend us?", [0, 7, 10], QuestionKind.NPS, (0, 10)),
    ("等候分钟数", [3, 45, 20], QuestionKind.NUMBER, (0, 0)),
    ("最常用渠道", ["柜面", "手机银行", "柜面", "柜面"], QuestionKind.SINGLE, (0, 0)),
    ("办理方式（单选）", ["甲", "乙", "丙"], QuestionKind.SINGLE, (0, 0)),
    ("关心什么（多选）", ["甲", "乙"], QuestionKind.MULTIPLE, (0, 0)),
    ("关心什么", ["收益、排队", "收益", "排队", "排队、收益"], QuestionKind.MULTIPLE, (0, 0)),
    ("开户日期", [date(2026, 1, 2), date(2025, 3, 4)], QuestionKind.DATE, (0, 0)),
    ("意见与建议", ["好", "好", "好", "快"], QuestionKind.TEXT, (0, 0)),
    ("您的看法", ["排队太久，大堂无人引导", "没有", "利率低"], QuestionKind.TEXT, (0, 0)),
]


def only(heading: str, values: list[object], blank: int = 0) -> Question:
    [found] = derive([AnswerColumn(heading, values, blank)]).questions
    return found


def test_kinds_are_told_by_brackets_and_values() -> None:
    wrong = {}
    for heading, values, kind, bounds in KINDS:
        found = only(heading, values)
        if (found.kind, (found.low, found.high)) != (kind, bounds):
            wrong[heading] = found.kind, found.low, found.high
    assert not wrong


def test_what_is_asked_stands_without_number_and_brackets() -> None:
    found = only("3.最常用渠道(单选)", ["柜面", "其他", "柜面"], blank=1)
    assert (found.text.zh_CN, found.required) == ("最常用渠道", False)
    assert [(one.code, one.text.zh_CN, one.other) for one in found.options] == [
        ("1", "柜面", False),
        ("2", "其他", True),
    ]
    assert only("总体满意度", [8, 9]).aspect is Aspect.OVERALL
    assert only("对客户经理的满意度", [8, 9]).aspect is Aspect.MANAGER
    assert only("Waiting time", [1, 2]).text.in_("zh_CN") == "Waiting time"


def test_columns_that_ask_nothing_are_left_out(tmp_path: Path) -> None:
    heading = ["序号", "提交答卷时间", "所用时间", "来自IP", "客户号", "1、满意吗", "备用"]
    rows = [
        [str(place), "2026/9/1 10:00:00", "63秒", "10.0.0.1", f"C{place}", "8", ""] for place in range(1, 9)
    ]
    found = derive_file(write_csv(tmp_path / "a.csv", [heading, *rows]))
    assert [one.text.zh_CN for one in found.questions] == ["满意吗"]
    with pytest.raises(UserError) as caught:
        derive_file(write_csv(tmp_path / "b.csv", [["客户号", "姓名"], ["C1", "王芳"], ["C2", "李明"]]))
    assert caught.value.code == "questionnaire.nothing_derived"


def test_options_that_come_late_in_a_long_file_are_found(tmp_path: Path) -> None:
    rows = [["柜面"]] * 300 + [["电话"]] * 3
    found = derive_file(write_csv(tmp_path / "a.csv", [["最常用渠道"], *rows]))
    assert [one.text.zh_CN for one in found.questions[0].options] == ["柜面", "电话"]
