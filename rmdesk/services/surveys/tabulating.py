"""Counting answers: one pass over the forms, whatever is asked of them. Pure, for a worker or a thread.

What is counted is kept as `Tally`, from which `results` tells shares, means and intervals.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
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

    def add(self, question: Question, answer: Any) -> None:
        self.n += 1
        match question.kind:
            case QuestionKind.MULTIPLE:
                self.counts.update(answer)
            case QuestionKind.MATRIX:
                for row, value in answer.items():
                    self.rows.setdefault(row, Counter())[value] += 1
            case QuestionKind.RANKING:
                for place, code in enumerate(answer, 1):
                    self.places.setdefault(code, Counter())[place] += 1
            case QuestionKind.TEXT:
                pass
            case _:
                self.counts[answer] += 1


def tally(questions: Iterable[Question], forms: Iterable[Mapping[str, Any]]) -> dict[str, Tally]:
    """What all forms answered, by question."""
    found = {one.key: Tally() for one in questions}
    listed = [(one, found[one.key]) for one in questions]
    for form in forms:
        for question, kept in listed:
            answer = form.get(question.key)
            if answer is not None:
                kept.add(question, answer)
    return found
