"""What is answered: checked against the questionnaire, and read as people write it into forms and tables.

The answers of one form are a mapping by question: a code (single), codes in the order chosen (multiple,
ranking), a whole number (rating, NPS), numbers by row (matrix), a number, a day as `YYYY-MM-DD`, or text.
What was written beside an option stands under `<key>.<code>`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from rmdesk.services import text, typed_days
from rmdesk.services.errors import UserError
from rmdesk.services.surveys.questionnaire import Question, QuestionKind, Questionnaire
from rmdesk.words import language

Answers = dict[str, Any]

LONGEST_ANSWER = 5_000  # characters of an open answer
LONGEST_BESIDE = 200  # characters beside an option
MOST_NUMBER = 10**12

_SEPARATED = re.compile(r"[、,，;；|/\n]+")
_MARKS = re.compile(r"[、,，;；|/\s]+")  # of numbers, which no space belongs to
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,6})?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with the answer to one question; the code is that of a message."""

    key: str
    error: UserError


def check(form: Questionnaire, given: Mapping[str, Any]) -> tuple[Answers, list[Fault]]:
    """The answers as they are kept, with what cannot be kept of them.

    Questions that the answers do not lead to are faults if they are answered, required ones that they lead
    to if they are not: `answer.not_asked`, `answer.missing`, and what `check_one` raises.
    """
    kept: Answers = {}
    faults: list[Fault] = []
    for key, value in given.items():
        question = form.by_key.get(key.partition(".")[0])
        if question is None:
            faults.append(Fault(key, UserError("answer.unknown_question", key=key[:30])))
            continue
        try:
            found = check_one(question, value) if key == question.key else _beside(question, key, value)
        except UserError as error:
            faults.append(Fault(question.key, error))
            continue
        if found is not None:
            kept[key] = found
    faulty = {one.key for one in faults}
    asked = form.asked(kept)
    for key in asked:
        question = form.by_key[key]
        if question.required and key not in kept and key not in faulty:
            faults.append(Fault(key, UserError("answer.missing", number=form.number(key))))
    for key in list(kept):
        question_key, _, code = key.partition(".")
        if code and code not in _chosen(kept.get(question_key)):  # words beside what was not chosen
            del kept[key]
        elif question_key not in asked:
            del kept[key]
            if key == question_key:
                faults.append(Fault(key, UserError("answer.not_asked", number=form.number(key))))
    return kept, faults


def _chosen(answer: Any) -> Collection[str]:
    """The options of an answer to a question that has any."""
    return answer if isinstance(answer, list) else (str(answer),)


def check_one(question: Question, value: Any) -> Any:
    """One answer as it is kept; None for none.

    Raises UserError `answer.not_an_option`, `answer.out_of_range`, `answer.how_many`, `answer.not_a_number`,
    `answer.wrong_shape`, and what days and texts do.
    """
    if value is None or value in ("", [], {}):
        return None
    return _CHECKS[question.kind](question, value)


def in_words(question: Question, value: Any) -> str:
    """An answer as it stands on the form, in the language in use."""
    if isinstance(value, Mapping):
        rows = {one.code: one.text.in_(language()) for one in question.rows}
        return "; ".join(f"{rows.get(str(code), code)} {mark}" for code, mark in value.items())
    if question.options:
        listed = value if isinstance(value, list) else [value]
        return "; ".join(
            option.text.in_(language()) if (option := question.option(str(one))) else str(one)
            for one in listed
        )
    return str(value)


def read_cell(question: Question, cell: Any) -> Any:
    """The answer that a cell of a table or a field on the screen holds: codes or labels, in one cell.

    Raises as `check_one`. Numbers of a scale may be written with their unit (8分), options by code, label,
    or place as letters (A) of a form.
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    written = unicodedata.normalize("NFKC", str(cell)).strip() if cell is not None else ""
    if not written:
        return None
    match question.kind:
        case QuestionKind.SINGLE:
            return _code(question, written)
        case QuestionKind.MULTIPLE | QuestionKind.RANKING:
            return check_one(question, _codes(question, written))
        case QuestionKind.RATING | QuestionKind.NPS:
            return _on_scale(question, _number_in(question, written))
        case QuestionKind.MATRIX:
            marks = [one for one in _MARKS.split(written) if one.strip()]
            if len(marks) != len(question.rows):
                raise UserError("answer.all_of_them", count=len(question.rows))
            given = {
                row.code: _number_in(question, one) for row, one in zip(question.rows, marks, strict=True)
            }
            return check_one(question, given)
        case QuestionKind.DATE:
            day = cell if isinstance(cell, date) else typed_days.read_date(written, "answer.value")
            return date(day.year, day.month, day.day).isoformat()
        case _:
            return check_one(question, written if question.kind is QuestionKind.NUMBER else str(cell))


def read_codes(question: Question, cell: Any) -> list[str]:
    """The options that a cell names, one or several, in its order; how many there may be is not asked.

    Raises UserError `answer.not_an_option`.
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    written = unicodedata.normalize("NFKC", str(cell)).strip() if cell is not None else ""
    return list(dict.fromkeys(_codes(question, written))) if written else []


def read_number(question: Question, cell: Any) -> int:
    """A number of a question's scale, or the place in its ranking, as a cell says it.

    Raises UserError `answer.out_of_range`.
    """
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return _number_in(question, unicodedata.normalize("NFKC", str(cell)).strip())


def _single(question: Question, value: Any) -> str:
    if not isinstance(value, str) or question.option(value) is None:
        raise UserError("answer.not_an_option", value=str(value)[:30])
    return value


def _multiple(question: Question, value: Any) -> list[str]:
    codes = [_single(question, one) for one in _listed(value)]
    if len(set(codes)) < len(codes):
        raise UserError("answer.twice")
    most = question.most or len(question.options)
    if not question.least <= len(codes) <= most:
        raise UserError("answer.how_many", least=question.least, most=most)
    order = [one.code for one in question.options]
    return sorted(codes, key=order.index)


def _ranking(question: Question, value: Any) -> list[str]:
    codes = [_single(question, one) for one in _listed(value)]
    if len(set(codes)) < len(codes):
        raise UserError("answer.twice")
    if len(codes) != len(question.options):
        raise UserError("answer.all_of_them", count=len(question.options))
    return codes


def _on_scale(question: Question, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value not in question.scale:
        raise UserError("answer.out_of_range", value=str(value)[:30], least=question.low, most=question.high)
    return value


def _matrix(question: Question, value: Any) -> dict[str, int]:
    if not isinstance(value, Mapping):
        raise UserError("answer.wrong_shape")
    rows = {one.code for one in question.rows}
    if not value.keys() <= rows:
        raise UserError("answer.not_an_option", value=str(next(iter(value.keys() - rows)))[:30])
    found = {one.code: _on_scale(question, value[one.code]) for one in question.rows if one.code in value}
    if question.required and len(found) < len(rows):
        raise UserError("answer.all_of_them", count=len(rows))
    return found


def _number(_question: Question, value: Any) -> float | int:
    written = str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value
    if not isinstance(written, str):
        raise UserError("answer.not_a_number", value="")
    plain = unicodedata.normalize("NFKC", written).replace(",", "").strip()
    if not _NUMBER.fullmatch(plain) or abs(found := float(plain)) > MOST_NUMBER:
        raise UserError("answer.not_a_number", value=str(value)[:30])
    return int(found) if found.is_integer() else found


def _day(_question: Question, value: Any) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise UserError("date.not_a_date", what="answer.value") from None


def _text(_question: Question, value: Any) -> str:
    return text.paragraphs(value, "answer.value", longest=LONGEST_ANSWER)


_CHECKS = {
    QuestionKind.SINGLE: _single,
    QuestionKind.MULTIPLE: _multiple,
    QuestionKind.RATING: _on_scale,
    QuestionKind.NPS: _on_scale,
    QuestionKind.MATRIX: _matrix,
    QuestionKind.RANKING: _ranking,
    QuestionKind.NUMBER: _number,
    QuestionKind.DATE: _day,
    QuestionKind.TEXT: _text,
}


def _beside(question: Question, key: str, value: Any) -> str | None:
    """The words beside an option."""
    option = question.option(key.partition(".")[2])
    if option is None or not option.other:
        raise UserError("answer.unknown_question", key=key[:30])
    return None if value in (None, "") else text.line(value, "answer.value", longest=LONGEST_BESIDE)


def _listed(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        raise UserError("answer.wrong_shape")
    return list(value)


def _code(question: Question, written: str) -> str:
    """The option of a code, a label in either language, or a letter that counts the options."""
    folded = _folded(written)
    for one in question.options:
        if written == one.code or folded in (_folded(one.text.zh_CN), _folded(one.text.en)):
            return one.code
    if len(written) == 1 and written.isascii() and written.isalpha():
        place = ord(written.upper()) - ord("A")
        if place < len(question.options):
            return question.options[place].code
    raise UserError("answer.not_an_option", value=written[:30])


def _codes(question: Question, written: str) -> list[str]:
    parts = [one.strip() for one in _SEPARATED.split(written) if one.strip()]
    if len(parts) == 1:
        try:
            return [_code(question, parts[0])]
        except UserError:
            # ABD and 124 name several options that have one letter or figure each.
            single = {one.code for one in question.options if len(one.code) == 1}
            if not all(one.isascii() and (one.isalpha() or one in single) for one in parts[0]):
                raise
            parts = list(parts[0])
    return [_code(question, one) for one in parts]


def _number_in(question: Question, written: str) -> int:
    plain = re.sub(r"\s*(?:分|星|级|points?|stars?)$", "", written.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"-?[0-9]{1,6}(?:\.0+)?", plain):
        return int(float(plain))
    raise UserError("answer.out_of_range", value=written[:30], least=question.low, most=question.high)


def _folded(label: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", label)).casefold()
