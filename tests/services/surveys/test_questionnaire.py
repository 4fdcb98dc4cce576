"""Questionnaires are read, checked and written as one document."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.surveys import questionnaire
from rmdesk.services.surveys.questionnaire import Question, QuestionKind, Words

DOCUMENT: dict[str, Any] = {
    "version": 1,
    "sections": [
        {
            "key": "s1",
            "title": {"zh_CN": "总体评价", "en": "Overall"},
            "questions": [
                {
                    "key": "q1",
                    "kind": "rating",
                    "text": {"zh_CN": "您对我们的服务总体满意吗？", "en": "How satisfied are you?"},
                    "low": 1,
                    "high": 10,
                    "low_label": "很不满意",
                    "high_label": "非常满意",
                    "aspect": "overall",
                    "jumps": [{"if": [9, 10], "to": "q3"}],
                },
                {
                    "key": "q2",
                    "kind": "multiple",
                    "text": "哪些方面需要改进？",
                    "required": False,
                    "least": 1,
                    "most": 2,
                    "options": [
                        {"code": "1", "text": "排队时间"},
                        {"code": "2", "text": "收益水平"},
                        {"code": "9", "text": "其他", "other": True},
                    ],
                },
            ],
        },
        {
            "key": "s2",
            "title": "推荐",
            "questions": [
                {"key": "q3", "kind": "nps", "text": "您会推荐我们吗？"},
                {
                    "key": "q4",
                    "kind": "matrix",
                    "text": "请评价",
                    "low": 1,
                    "high": 5,
                    "rows": [{"code": "a", "text": "环境"}, {"code": "b", "text": "效率"}],
                },
                {"key": "q5", "kind": "text", "text": "意见与建议", "required": False},
            ],
        },
    ],
}


def read(**changed: Any) -> questionnaire.Questionnaire:
    """The document with the fields of single questions changed: q1={…}."""
    document = copy.deepcopy(DOCUMENT)
    for section in document["sections"]:
        for one in section["questions"]:
            one.update(changed.get(one["key"], {}))
    return questionnaire.read(document)


def refusal(document: Any) -> UserError:
    with pytest.raises(UserError) as refused:
        questionnaire.read(document)
    return refused.value


def test_a_questionnaire_is_written_as_it_was_read() -> None:
    found = read()
    assert questionnaire.parse(found.dumps()) == found
    assert [one.key for one in found.questions] == ["q1", "q2", "q3", "q4", "q5"]
    assert found.number("q4") == 4
    assert found.by_key["q3"].scale == range(11)
    assert found.by_key["q2"].text == Words("哪些方面需要改进？")
    assert found.by_key["q2"].text.in_("en") == "哪些方面需要改进？"
    of_another_kind = read(q5={"least": 1, "most": 2})  # they say nothing there
    assert questionnaire.parse(of_another_kind.dumps()) == of_another_kind


def test_answers_lead_from_question_to_question() -> None:
    found = read()
    assert found.asked({"q1": 10}) == ["q1", "q3", "q4", "q5"]
    assert found.asked({"q1": 3}) == ["q1", "q2", "q3", "q4", "q5"]
    assert found.asked({}) == ["q1", "q2", "q3", "q4", "q5"]
    ends = read(q3={"jumps": [{"if": ["0"], "to": "end"}]})
    assert ends.asked({"q1": 10, "q3": 0}) == ["q1", "q3"]


@pytest.mark.parametrize(
    ("changed", "code", "params"),
    [
        ({"q3": {"jumps": [{"if": [1], "to": "q1"}]}}, "questionnaire.loop", {"where": 3, "target": 1}),
        ({"q3": {"jumps": [{"if": [1], "to": "q3"}]}}, "questionnaire.loop", {"where": 3, "target": 3}),
        (
            {"q3": {"jumps": [{"if": [1], "to": "q9"}]}},
            "questionnaire.jump_target",
            {"where": 3, "key": "q9"},
        ),
        ({"q3": {"jumps": [{"if": [11], "to": "q5"}]}}, "questionnaire.jump_answer", {"where": 3}),
        ({"q2": {"jumps": [{"if": ["1"], "to": "q5"}]}}, "questionnaire.jump_answer", {"where": 2}),
        (
            {"q1": {"jumps": [{"if": list(range(1, 11)), "to": "q3"}]}},
            "questionnaire.unreachable",
            {"where": 2},
        ),
        ({"q3": {"key": "q1"}}, "questionnaire.same_key", {"key": "q1"}),
        ({"q3": {"text": ""}}, "questionnaire.empty_text", {"where": 3}),
        ({"q2": {"options": [{"code": "1", "text": "唯一"}]}}, "questionnaire.options", {"where": 2}),
        (
            {"q2": {"options": [{"code": "1", "text": "甲"}, {"code": "1", "text": "乙"}]}},
            "questionnaire.same_code",
            {"where": 2},
        ),
        ({"q2": {"least": 3, "most": 2}}, "questionnaire.range", {"where": 2}),
        ({"q1": {"low": 5, "high": 5, "jumps": []}}, "questionnaire.range", {"where": 1}),
        ({"q1": {"kind": "colour"}}, "questionnaire.wrong_shape", {"where": "1.1"}),
        ({"q4": {"surprise": 1}}, "questionnaire.wrong_shape", {"where": "2.2"}),
        ({"q5": {"key": "end"}}, "questionnaire.wrong_shape", {"where": "2.3"}),
        ({"q1": {"high": 10**9}}, "questionnaire.wrong_shape", {"where": "1.1"}),
    ],
)
def test_what_cannot_be_asked_is_refused(changed: dict[str, Any], code: str, params: dict[str, Any]) -> None:
    with pytest.raises(UserError) as refused:
        read(**changed)
    assert (refused.value.code, refused.value.params) == (code, params)


def test_a_question_may_be_passed_over_so_the_next_is_reached() -> None:
    """Nobody has to answer it, so somebody comes to the question after it."""
    found = read(q1={"required": False, "jumps": [{"if": list(range(1, 11)), "to": "q3"}]})
    assert "q2" in questionnaire.reached(found)


def test_documents_of_another_kind() -> None:
    assert refusal([]).code == "questionnaire.wrong_shape"
    assert refusal({"version": 2, "sections": []}).code == "questionnaire.wrong_version"
    assert refusal({"version": 1, "sections": [{"key": "s"}]}).code == "questionnaire.wrong_shape"
    assert refusal({"version": 1, "sections": [[]] * 100}).code == "questionnaire.too_many"
    with pytest.raises(UserError, match="not_json"):
        questionnaire.parse('{"version": 1,\n oops')
    with pytest.raises(UserError, match="not_json"):
        questionnaire.parse("[" * 100_000)
    with pytest.raises(UserError, match="too_long"):
        questionnaire.parse(" " * 1_000_001)


def test_an_empty_questionnaire_is_a_beginning() -> None:
    empty = questionnaire.read({"version": 1, "sections": []})
    assert empty.questions == ()
    assert empty.asked({}) == []
    assert questionnaire.reached(empty) == set()


def test_answers_that_a_jump_can_name() -> None:
    rating = Question("q", QuestionKind.RATING, Words("问"), low=1, high=3)
    assert rating.answers() == {"1", "2", "3"}
    assert Question("q", QuestionKind.DATE, Words("问")).answers() == frozenset()
