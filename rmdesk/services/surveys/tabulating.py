"""Counting answers: one pass over the forms, whatever is asked of them. Pure, for a worker or a thread.

A form is its answers and the groups it belongs to (by tier, by manager, …). What is counted is kept as
`Tally`, from which `results` tells shares, means and intervals.
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

    `n` counts the forms that answered it. `counts` counts options by code, or numbers of a scale; `rows`
    the numbers of each row of a matrix; `places` the places each option took in a ranking, from 1;
    `numbers` numbers as they are. Texts are only counted.
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


def tally_groups(
    questions: Iterable[Question], forms: Iterable[tuple[Any, Mapping[str, Any]]]
) -> dict[Any, dict[str, Tally]]:
    """The same for each group; a form comes with the group it belongs to."""
    listed = tuple(questions)
    by_group: dict[Any, list[Mapping[str, Any]]] = {}
    for group, form in forms:
        by_group.setdefault(group, []).append(form)
    return {group: tally(listed, of_group) for group, of_group in by_group.items()}
