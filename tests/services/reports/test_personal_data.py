"""All that is kept about one person: nothing left out, exact, and only for those who may reveal it."""

from __future__ import annotations

from datetime import date

import pytest

from rmdesk.models import Customer
from rmdesk.services import (
    dates,
    documents,
    figures,
    holdings,
    interactions,
    phones,
    relations,
    surveys,
    tags,
)
from rmdesk.services.customers.beside import rows_beside
from rmdesk.services.days import Day
from rmdesk.services.errors import NotAllowed, UserError
from rmdesk.services.reports import personal_data
from rmdesk.services.surveys import From, questionnaire
from tests.support.branches import Branch
from tests.support.printing import print_report

HOSTILE = "<img src='x'> <b>粗 A&B"


@pytest.fixture
def customer(branch: Branch) -> Customer:
    branch.act("manager")
    made = branch.add("张晓敏", number="62210001", occupation="教师", notes=HOSTILE, taboos="不谈股票")
    branch.write(phones.add_phone, made.uid, "13912345678")
    branch.write(documents.add_document, made.uid, "11010519491231002X")
    branch.write(relations.add_relation, made.uid, "parent", name="王桂英")
    branch.write(figures.add_figure, made.uid, 1_234_567_89, date(2026, 1, 31))
    branch.write(tags.add_tag, made.uid, "企业主")
    branch.write(interactions.add_interaction, made.uid, {"channel": "call", "content": "谈续存"})
    given = {"kind": "time_deposit", "bank": "", "product": "三年定期", "amount_fen": 100_00}
    branch.write(holdings.add_holding, made.uid, given)
    branch.write(dates.add_date, made.uid, {"kind": "wedding", "day": Day(5, 20)})
    return made


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_every_value_of_every_row_stands_on_it(branch: Branch, customer: Customer, language: str) -> None:
    paper = print_report(branch, "personal_data", language, customer=customer.uid)
    for shown in (
        "张晓敏", "62210001", "教师", HOSTILE, "不谈股票", "13912345678", "11010519491231002X", "王桂英",
        "1,234,567.89", "企业主", "谈续存", "三年定期", "100.00",
    ):  # fmt: skip
        assert paper.has(shown), shown


def test_every_table_beside_a_customer_is_told(branch: Branch, customer: Customer) -> None:
    data = branch.read(personal_data.gather, customer=customer.uid)
    beside = branch.read(lambda session: [str(one.table.name) for one in rows_beside(session, customer.id)])
    assert [row.table for row in data.rows] == ["customer", *beside]
    assert {"customer_phone", "interaction", "relation", "holding", "customer_tag"} <= set(beside)
    assert data.records > len(beside)


def test_only_for_those_who_may_reveal_it(branch: Branch, customer: Customer) -> None:
    branch.act("teller")
    with pytest.raises((NotAllowed, UserError)):
        print_report(branch, "personal_data", "zh_CN", customer=customer.uid)


@pytest.mark.parametrize(("who", "sees"), [("manager", False), ("head", True)])
def test_answers_stand_in_words_and_what_is_said_of_the_manager_for_those_who_run_surveys(
    branch: Branch, customer: Customer, who: str, sees: bool
) -> None:
    asked = [
        {"key": "all", "kind": "rating", "text": "总体是否满意", "low": 1, "high": 10, "aspect": "overall"},
        {"key": "his", "kind": "rating", "text": "客户经理如何", "low": 1, "high": 10, "aspect": "manager"},
        {
            "key": "way",
            "kind": "single",
            "text": "常用渠道",
            "options": [{"code": "1", "text": "柜面"}, {"code": "9", "text": "其他", "other": True}],
        },
    ]
    form = {"version": 1, "sections": [{"key": "s", "title": {}, "questions": asked}]}
    branch.act("head")
    survey = branch.write(surveys.add_survey, {"title": "满意度"}, questionnaire.read(form))
    branch.write(surveys.open_survey, survey.uid, version=1, seed=7)
    given = {"all": 8, "his": 3, "way": "9", "way.9": "电话银行"}
    branch.write(surveys.enter_response, survey.uid, given, From(customer_uid=customer.uid))
    branch.act(who)
    data = branch.read(personal_data.gather, customer=customer.uid)
    [kept] = [row for row in data.rows if row.table == "survey_response"]
    told = [value for name, value in kept.fields if name == "客户经理如何"]
    assert ("总体是否满意", "8") in kept.fields
    assert {("常用渠道", "其他"), ("常用渠道", "电话银行")} <= set(kept.fields)
    assert (told == ["3"]) is sees
    assert len(told) == 1
