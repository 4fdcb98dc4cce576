"""Risk assessments that run out: without a valid one, nothing may be sold that bears risk."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta
from typing import Any

from sqlalchemy import FromClause, literal, or_
from sqlalchemy.orm import Session

from rmdesk.services.care.rules.dated import Dated
from rmdesk.services.care.rules.parts import Mark, Parts
from rmdesk.services.care.rules.rule import Question
from rmdesk.services.care.touchpoint import Kind, Touchpoint
from rmdesk.services.care_options import Chosen
from rmdesk.services.queries import given
from rmdesk.services.store.sql import days_after

_LONG_PAST = 365  # days: who let it expire longer ago is no longer reminded


class AssessmentExpiring(Dated):
    """A customer's risk assessment expires: a reminder, which is not late before it has expired.

    It is good for a year, as banks hold it; the bank's compliance office has the last word (`valid_days`).
    """

    id = "assessment"
    kind = Kind.ASSESSMENT
    lapses_after = None
    shift = 1

    def parts(self, fact: FromClause) -> Parts:
        day, known = fact.c.risk_assessed_on, fact.c.known_since
        due = days_after(day, given("span"))
        return Parts(
            fact,
            literal(""),
            (day,),
            day.between(given("first"), given("last")),
            (day,),
            # Nearly everybody was known when they were assessed: then the day need not be computed.
            (or_(known.is_(None), known <= day, known <= due),),
        )

    def span(self, question: Question) -> dict[str, Any]:
        span, last = _span(question), question.asked.last
        first = last - timedelta(days=_LONG_PAST) if question.ever else question.asked.first
        return {
            "first": (first - span).isoformat(),
            "last": (last - span).isoformat(),
            "span": span.days,
        }

    def due_days(self, question: Question) -> Callable[[Mark], Collection[date]]:
        span = _span(question)
        return lambda mark: (date.fromisoformat(mark[0]) + span,)

    def values(self, question: Question, mark: Mark) -> tuple[date, date]:
        assessed = date.fromisoformat(mark[0])
        return assessed, assessed + timedelta(days=question.chosen["valid_days"])

    def late_after(self, values: tuple[Any, ...], stands_on: date) -> date:
        expires: date = values[1]
        return max(expires, stands_on)

    def fill(self, session: Session, touchpoints: list[Touchpoint], chosen: Chosen) -> list[Touchpoint]:
        """What was done is known by its due day alone: the days of its sentence follow from that."""
        lead = timedelta(days=chosen["lead_day"])
        span = timedelta(days=chosen["valid_days"]) - lead
        return [
            one if one.values else one.told((one.key.due_on - span, one.key.due_on + lead))
            for one in touchpoints
        ]


def _span(question: Question) -> timedelta:
    """From the assessment to the day on which it is time for the next."""
    return timedelta(days=question.chosen["valid_days"] - question.chosen["lead_day"])
