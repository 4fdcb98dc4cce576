"""Counting answers: one pass over the forms for each question. Pure, for a worker or a thread.

What is counted is kept as `Tally`, from which `results` tells shares, means and intervals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from rmdesk.services.surveys.questionnaire import Question, QuestionKind


@dataclass(slots=True)
class Tally:
    """What was answered to one question.

    `n` counts the forms that answered it. `counts` counts options by code, numbers, or days; `rows` the
    numbers of each row of a matrix; `places` the places each option took in a ranking, from 1. Of texts
    only `n` is counted.
    """

    n: int = 0
    counts: Counter[Any] = field(default_factory=Counter)
    rows: dict[str, Counter[int]] = field(default_factory=dict)
    places: dict[str, Counter[int]] = field(default_factory=dict)


def tally(questions: Iterable[Question], forms: Sequence[Mapping[str, Any]]) -> dict[str, Tally]:
    """What all forms answered, by question: each is gone through by itself, which the interpreter does
    without a step of ours for each answer.
    """
    found = {}
    for one in questions:
        key = one.key
        found[key] = _counted(one, [answer for form in forms if (answer := form.get(key)) is not None])
    return found


def _counted(question: Question, answers: list[Any]) -> Tally:
    kept = Tally(len(answers))
    match question.kind:
        case QuestionKind.MULTIPLE:
            kept.counts = Counter(chain.from_iterable(answers))
        case QuestionKind.MATRIX:
            for row in question.rows:
                kept.rows[row.code] = Counter(
                    value for answer in answers if (value := answer.get(row.code)) is not None
                )
        case QuestionKind.RANKING:
            for answer in answers:
                for place, code in enumerate(answer, 1):
                    kept.places.setdefault(code, Counter())[place] += 1
        case QuestionKind.TEXT:
            pass
        case _:
            kept.counts = Counter(answers)
    return kept
