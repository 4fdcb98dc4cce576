"""Words for questionnaires: kinds of question, what a rating is about, expectation and perception."""

from __future__ import annotations

from rmdesk.services.surveys.questionnaire import Aspect, QuestionKind, Side
from rmdesk.words import QT_TRANSLATE_NOOP, translate

QUESTION_KINDS: dict[QuestionKind, str] = {
    QuestionKind.SINGLE: QT_TRANSLATE_NOOP("surveys", "One of several"),
    QuestionKind.MULTIPLE: QT_TRANSLATE_NOOP("surveys", "Several of several"),
    QuestionKind.RATING: QT_TRANSLATE_NOOP("surveys", "Rating"),
    QuestionKind.NPS: QT_TRANSLATE_NOOP("surveys", "Recommendation (NPS)"),
    QuestionKind.MATRIX: QT_TRANSLATE_NOOP("surveys", "Several ratings"),
    QuestionKind.RANKING: QT_TRANSLATE_NOOP("surveys", "Ranking"),
    QuestionKind.NUMBER: QT_TRANSLATE_NOOP("surveys", "Number"),
    QuestionKind.DATE: QT_TRANSLATE_NOOP("surveys", "Date"),
    QuestionKind.TEXT: QT_TRANSLATE_NOOP("surveys", "Open text"),
}

ASPECTS: dict[Aspect, str] = {
    Aspect.OVERALL: QT_TRANSLATE_NOOP("surveys", "Overall satisfaction"),
    Aspect.TANGIBLES: QT_TRANSLATE_NOOP("surveys", "Tangibles"),
    Aspect.RELIABILITY: QT_TRANSLATE_NOOP("surveys", "Reliability"),
    Aspect.RESPONSIVENESS: QT_TRANSLATE_NOOP("surveys", "Responsiveness"),
    Aspect.ASSURANCE: QT_TRANSLATE_NOOP("surveys", "Assurance"),
    Aspect.EMPATHY: QT_TRANSLATE_NOOP("surveys", "Empathy"),
    Aspect.MANAGER: QT_TRANSLATE_NOOP("surveys", "The manager in charge"),
}

SIDES: dict[Side, str] = {
    Side.EXPECTATION: QT_TRANSLATE_NOOP("surveys", "Expectation"),
    Side.PERCEPTION: QT_TRANSLATE_NOOP("surveys", "Perception"),
}


def question_kind(kind: QuestionKind) -> str:
    return translate("surveys", QUESTION_KINDS[kind])


def aspect(value: Aspect) -> str:
    return translate("surveys", ASPECTS[value])


def side(value: Side) -> str:
    return translate("surveys", SIDES[value])
