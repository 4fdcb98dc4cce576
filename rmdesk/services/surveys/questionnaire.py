"""What a survey asks: sections, questions, and which question follows which answer.

A questionnaire is one document of JSON, kept whole with each version of a survey:

{"version": 1, "sections": [{"key": "s1", "title": {"zh_CN": …, "en": …}, "help": {…}, "questions": [
  {"key": "q1", "kind": "single", "text": {…}, "help": {…}, "required": true,
   "options": [{"code": "1", "text": {…}, "other": true}], "jumps": [{"if": ["1"], "to": "q4"}]}]}]}

Keys stay the same from one version and one survey to the next, so that answers can be compared.
"""

from __future__ import annotations

import enum
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from rmdesk.services import text
from rmdesk.services.errors import UserError

VERSION = 1
MOST_QUESTIONS = 200
MOST_OPTIONS = 60
MOST_SECTIONS = 40
LONGEST_TEXT = 500  # characters of a question, a help or a title
LONGEST_LABEL = 120  # characters of an option, a row or an end of a scale
LONGEST_FILE = 1_000_000  # characters
SCALE = (0, 100)  # between which the ends of a rating lie
LANGUAGES = ("zh_CN", "en")
END = "end"  # where a jump leads that ends the questionnaire

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,23}")
_CODE = re.compile(r"[A-Za-z0-9_]{1,12}")


class QuestionKind(enum.StrEnum):
    """How a question is answered."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    RATING = "rating"
    NPS = "nps"
    MATRIX = "matrix"
    RANKING = "ranking"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"


class Aspect(enum.StrEnum):
    """What a rating is about, for comparison and for each customer's satisfaction over time.

    The five dimensions of service are those of SERVQUAL (Parasuraman, Zeithaml and Berry 1988).
    """

    OVERALL = "overall"
    TANGIBLES = "tangibles"
    RELIABILITY = "reliability"
    RESPONSIVENESS = "responsiveness"
    ASSURANCE = "assurance"
    EMPATHY = "empathy"
    MANAGER = "manager"


DIMENSIONS = (
    Aspect.TANGIBLES,
    Aspect.RELIABILITY,
    Aspect.RESPONSIVENESS,
    Aspect.ASSURANCE,
    Aspect.EMPATHY,
)


class Side(enum.StrEnum):
    """Whether a rating says what was expected or what was found."""

    EXPECTATION = "expectation"
    PERCEPTION = "perception"


CHOOSING = frozenset({QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.RANKING})
SCALED = frozenset({QuestionKind.RATING, QuestionKind.NPS, QuestionKind.MATRIX})
# Answers to these lead to one next question.
JUMPING = frozenset({QuestionKind.SINGLE, QuestionKind.RATING, QuestionKind.NPS})


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages; where one is missing the other stands in."""

    zh_CN: str = ""  # noqa: N815 - the names of the languages
    en: str = ""

    def in_(self, language: str) -> str:
        return (self.en or self.zh_CN) if language == "en" else (self.zh_CN or self.en)

    def __bool__(self) -> bool:
        return bool(self.zh_CN or self.en)

    def stored(self) -> dict[str, str]:
        return {name: value for name in LANGUAGES if (value := getattr(self, name))}


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose, or one row of a matrix. `other`: with words of one's own beside it."""

    code: str
    text: Words
    other: bool = False


@dataclass(frozen=True, slots=True)
class Jump:
    """Which question comes next after one of these answers: a key further down, or `END`.

    `answers` are codes of options, or whole numbers of a scale as texts.
    """

    answers: frozenset[str]
    to: str


@dataclass(frozen=True, slots=True)
class Question:
    """`low` and `high` are the ends of a scale (0 and 10 of NPS), `least` and `most` how many options may
    be chosen. `rows` are what a matrix rates. `aspect` and `side` say what a rating measures.
    """

    key: str
    kind: QuestionKind
    text: Words
    help: Words = Words()
    required: bool = True
    options: tuple[Option, ...] = ()
    rows: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0
    low: int = 0
    high: int = 0
    low_label: Words = Words()
    high_label: Words = Words()
    aspect: Aspect | None = None
    side: Side | None = None
    jumps: tuple[Jump, ...] = ()

    def option(self, code: str) -> Option | None:
        return next((one for one in self.options if one.code == code), None)

    @property
    def scale(self) -> range:
        return range(self.low, self.high + 1)

    def answers(self) -> frozenset[str]:
        """The answers a jump can name."""
        if self.kind is QuestionKind.SINGLE:
            return frozenset(one.code for one in self.options)
        return frozenset(map(str, self.scale)) if self.kind in SCALED else frozenset()


@dataclass(frozen=True, slots=True)
class Section:
    key: str
    title: Words
    questions: tuple[Question, ...]
    help: Words = Words()


@dataclass(frozen=True)
class Questionnaire:
    sections: tuple[Section, ...] = ()
    # Where a text stands for the person: 1, 2, 3 …, through all sections.
    _places: dict[str, int] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        return tuple(one for section in self.sections for one in section.questions)

    @cached_property
    def by_key(self) -> Mapping[str, Question]:
        return {one.key: one for one in self.questions}

    def number(self, key: str) -> int:
        """The number that stands before a question, from 1."""
        if not self._places:
            self._places.update({one.key: place for place, one in enumerate(self.questions, 1)})
        return self._places[key]

    def next_key(self, key: str, answer: Any) -> str | None:
        """The question after this one, once it has this answer (None: passed over); None at the end."""
        question = self.by_key[key]
        for jump in question.jumps:
            if answer is not None and str(answer) in jump.answers:
                return None if jump.to == END else jump.to
        place = self.number(key)
        return self.questions[place].key if place < len(self.questions) else None

    def asked(self, answers: Mapping[str, Any]) -> list[str]:
        """The questions that these answers lead through, in order."""
        found: list[str] = []
        key = self.questions[0].key if self.questions else None
        while key is not None:
            found.append(key)
            key = self.next_key(key, answers.get(key))
        return found

    def stored(self) -> dict[str, Any]:
        """The document, as values JSON can hold."""
        return {"version": VERSION, "sections": [_section_stored(one) for one in self.sections]}

    def dumps(self) -> str:
        return json.dumps(self.stored(), ensure_ascii=False, separators=(",", ":"))


def parse(written: str) -> Questionnaire:
    """The questionnaire of a JSON text. Raises UserError `questionnaire.not_json` and what `read` does."""
    if len(written) > LONGEST_FILE:
        raise UserError("questionnaire.too_long", most=LONGEST_FILE // 1000)
    try:
        document = json.loads(written)
    except RecursionError:
        raise UserError("questionnaire.not_json", line=1) from None
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise UserError("questionnaire.not_json", line=line) from None
    return read(document)


def read(document: Any) -> Questionnaire:
    """The questionnaire of a document as JSON gives it, checked.

    `where` in what is raised is the place as a person counts it: section 2, question 5. Raises UserError
    `questionnaire.wrong_version`, `.wrong_shape`, `.too_many`, `.empty_text`, `.same_key`, `.options`,
    `.same_code`, `.range`, `.jump_target`, `.loop`, `.jump_answer`, `.unreachable`, and what `text` does.
    """
    given = _mapping(document, "1")
    if given.get("version") != VERSION:
        raise UserError("questionnaire.wrong_version", version=VERSION)
    listed = _listed(given.get("sections"), "1", MOST_SECTIONS)
    sections = tuple(_section(one, str(place)) for place, one in enumerate(listed, 1))
    found = Questionnaire(sections)
    check(found)
    return found


def check(found: Questionnaire) -> None:
    """Whether the questions make one questionnaire; raises as `read`."""
    if len(found.questions) > MOST_QUESTIONS:
        raise UserError("questionnaire.too_many", most=MOST_QUESTIONS)
    keys = [*(one.key for one in found.sections), *(one.key for one in found.questions)]
    for key, count in Counter(keys).items():
        if count > 1:
            raise UserError("questionnaire.same_key", key=key)
    for question in found.questions:
        _check_question(question, found.number(question.key))
        _check_jumps(found, question)
    _check_reached(found)


def examine(document: Any) -> tuple[Questionnaire, dict[str, UserError]]:
    """What stands in a document that is still being written, and what is to be mended in it.

    By key of the section or question, in their order; under "" what is about the whole. A question that
    cannot be read at all stands there with its text only.
    """
    wrong: dict[str, UserError] = {}
    sections = []
    for place, given in enumerate(document["sections"], 1):
        questions = []
        for at, one in enumerate(given["questions"], 1):
            try:
                questions.append(_question(one, f"{place}.{at}"))
            except UserError as error:
                wrong[one["key"]] = error
                questions.append(Question(one["key"], QuestionKind.TEXT, Words()))
        try:
            head = _section({**given, "questions": []}, str(place))
        except UserError as error:
            wrong[given["key"]] = error
            head = Section(given["key"], Words(), ())
        sections.append(replace(head, questions=tuple(questions)))
    found = Questionnaire(tuple(sections))
    for question in found.questions:
        if question.key in wrong:
            continue
        try:
            _check_question(question, found.number(question.key))
            _check_jumps(found, question)
        except UserError as error:
            wrong[question.key] = error
    if not wrong:  # what is written wrongly leads nowhere either
        led_to = reached(found)
        for question in found.questions:
            if question.key not in led_to:
                wrong[question.key] = UserError("questionnaire.unreachable", where=found.number(question.key))
    if not wrong and (whole := _trouble(found)) is not None:
        wrong[""] = whole
    order = {one.key: place for place, one in enumerate(found.questions)}
    return found, dict(sorted(wrong.items(), key=lambda item: order.get(item[0], -1)))


def _trouble(found: Questionnaire) -> UserError | None:
    try:
        check(found)
    except UserError as error:
        return error
    return None


def reached(found: Questionnaire) -> set[str]:
    """The questions that some answers lead to."""
    if not found.questions:
        return set()
    open_, seen = [found.questions[0].key], set()
    while open_:
        key = open_.pop()
        if key in seen:
            continue
        seen.add(key)
        open_.extend(_followers(found, found.by_key[key]))
    return seen


def _followers(found: Questionnaire, question: Question) -> Iterator[str]:
    covered: set[str] = set()
    for jump in question.jumps:
        if jump.answers - covered and jump.to != END:
            yield jump.to
        covered |= jump.answers
    # Whatever jumps name no answer for, and a question passed over, lead to the next one.
    if covered < question.answers() or not covered or not question.required:
        place = found.number(question.key)
        if place < len(found.questions):
            yield found.questions[place].key


def _check_question(question: Question, number: int) -> None:
    if not question.text:
        raise UserError("questionnaire.empty_text", where=number)
    if question.kind in CHOOSING and len(question.options) < 2:
        raise UserError("questionnaire.options", where=number)
    if question.kind is QuestionKind.MATRIX and not question.rows:
        raise UserError("questionnaire.options", where=number)
    for listed in (question.options, question.rows):
        codes = [one.code for one in listed]
        if len(set(codes)) < len(codes):
            raise UserError("questionnaire.same_code", where=number)
        if any(not one.text for one in listed):
            raise UserError("questionnaire.empty_text", where=number)
    if question.kind in (QuestionKind.RATING, QuestionKind.MATRIX) and not question.low < question.high:
        raise UserError("questionnaire.range", where=number)
    if question.kind is QuestionKind.MULTIPLE:
        most = question.most or len(question.options)
        if not 0 <= question.least <= most <= len(question.options):
            raise UserError("questionnaire.range", where=number)


def _check_jumps(found: Questionnaire, question: Question) -> None:
    number = found.number(question.key)
    if question.jumps and question.kind not in JUMPING:
        raise UserError("questionnaire.jump_answer", where=number)
    for jump in question.jumps:
        if not jump.answers or not jump.answers <= question.answers():
            raise UserError("questionnaire.jump_answer", where=number)
        if jump.to == END:
            continue
        if jump.to not in found.by_key:
            raise UserError("questionnaire.jump_target", where=number, key=jump.to)
        if found.number(jump.to) <= number:
            raise UserError("questionnaire.loop", where=number, target=found.number(jump.to))


def _check_reached(found: Questionnaire) -> None:
    led_to = reached(found)
    for question in found.questions:
        if question.key not in led_to:
            raise UserError("questionnaire.unreachable", where=found.number(question.key))


# --- reading -----------------------------------------------------------------------------------------


def _section(document: Any, where: str) -> Section:
    given = _mapping(document, where, "key", "title", "help", "questions")
    questions = _listed(given.get("questions"), where, MOST_QUESTIONS)
    return Section(
        _key(given.get("key"), where),
        _words(given.get("title"), where),
        tuple(_question(one, f"{where}.{place}") for place, one in enumerate(questions, 1)),
        _words(given.get("help"), where),
    )


_QUESTION_FIELDS = (
    *("key", "kind", "text", "help", "required", "options", "rows", "least", "most", "low", "high"),
    *("low_label", "high_label", "aspect", "side", "jumps"),
)


def _question(document: Any, where: str) -> Question:
    given = _mapping(document, where, *_QUESTION_FIELDS)
    kind = _choice(given.get("kind"), QuestionKind, where)
    low, high = _scale(given, kind, where)
    least, most = _limits(given, kind, where)
    options = _listed(given.get("options", []), where, MOST_OPTIONS)
    return Question(
        key=_key(given.get("key"), where),
        kind=kind,
        text=_words(given.get("text"), where),
        help=_words(given.get("help"), where),
        required=_flag(given.get("required", True), where),
        options=tuple(_option(one, where) for one in options) if kind in CHOOSING else (),
        rows=tuple(_option(one, where) for one in _listed(given.get("rows", []), where, MOST_OPTIONS))
        if kind is QuestionKind.MATRIX
        else (),
        least=least,
        most=most,
        low=low,
        high=high,
        low_label=_words(given.get("low_label"), where, LONGEST_LABEL),
        high_label=_words(given.get("high_label"), where, LONGEST_LABEL),
        aspect=None if given.get("aspect") is None else _choice(given["aspect"], Aspect, where),
        side=None if given.get("side") is None else _choice(given["side"], Side, where),
        jumps=tuple(_jump(one, where) for one in _listed(given.get("jumps", []), where, MOST_OPTIONS)),
    )


def _scale(given: Mapping[str, Any], kind: QuestionKind, where: str) -> tuple[int, int]:
    if kind is QuestionKind.NPS:
        return 0, 10
    if kind not in SCALED:
        return 0, 0
    return _whole(given.get("low", 1), *SCALE, where), _whole(given.get("high", 5), *SCALE, where)


def _limits(given: Mapping[str, Any], kind: QuestionKind, where: str) -> tuple[int, int]:
    if kind is not QuestionKind.MULTIPLE:
        return 0, 0
    least = _whole(given.get("least", 0), 0, MOST_OPTIONS, where)
    return least, _whole(given.get("most", 0), 0, MOST_OPTIONS, where)


def _option(document: Any, where: str) -> Option:
    given = _mapping(document, where, "code", "text", "other")
    code = given.get("code")
    if not isinstance(code, str) or not _CODE.fullmatch(code):
        raise UserError("questionnaire.wrong_shape", where=where)
    return Option(
        code, _words(given.get("text"), where, LONGEST_LABEL), _flag(given.get("other", False), where)
    )


def _jump(document: Any, where: str) -> Jump:
    given = _mapping(document, where, "if", "to")
    answers, to = given.get("if"), given.get("to")
    if not isinstance(answers, list) or not isinstance(to, str):
        raise UserError("questionnaire.wrong_shape", where=where)
    if not all(isinstance(one, str | int) and not isinstance(one, bool) for one in answers):
        raise UserError("questionnaire.wrong_shape", where=where)
    return Jump(frozenset(map(str, answers)), to)


def _words(document: Any, where: str, longest: int = LONGEST_TEXT) -> Words:
    """Both languages, or one text that stands for both."""
    if document is None:
        return Words()
    given = {"zh_CN": document} if isinstance(document, str) else _mapping(document, where, *LANGUAGES)
    found = {
        name: text.line(value, "questionnaire.text", longest=longest)
        for name, value in given.items()
        if value is not None and value != ""
    }
    return Words(**found)


def _mapping(document: Any, where: str, *known: str) -> Mapping[str, Any]:
    if not isinstance(document, Mapping) or (known and not document.keys() <= set(known)):
        raise UserError("questionnaire.wrong_shape", where=where)
    return document


def _listed(document: Any, where: str, most: int) -> Sequence[Any]:
    if not isinstance(document, list):
        raise UserError("questionnaire.wrong_shape", where=where)
    if len(document) > most:
        raise UserError("questionnaire.too_many", most=most)
    return document


def _key(given: Any, where: str) -> str:
    if not isinstance(given, str) or not _KEY.fullmatch(given) or given == END:
        raise UserError("questionnaire.wrong_shape", where=where)
    return given


def _choice(given: Any, choices: Any, where: str) -> Any:
    try:
        return choices(given)
    except ValueError:
        raise UserError("questionnaire.wrong_shape", where=where) from None


def _whole(given: Any, least: int, most: int, where: str) -> int:
    if isinstance(given, bool) or not isinstance(given, int) or not least <= given <= most:
        raise UserError("questionnaire.wrong_shape", where=where)
    return given


def _flag(given: Any, where: str) -> bool:
    if not isinstance(given, bool):
        raise UserError("questionnaire.wrong_shape", where=where)
    return given


# --- writing -----------------------------------------------------------------------------------------


def _section_stored(section: Section) -> dict[str, Any]:
    return {
        "key": section.key,
        "title": section.title.stored(),
        **({"help": section.help.stored()} if section.help else {}),
        "questions": [_question_stored(one) for one in section.questions],
    }


def _question_stored(one: Question) -> dict[str, Any]:
    """Only what says something: the shape that `read` fills up again."""
    found: dict[str, Any] = {"key": one.key, "kind": one.kind.value, "text": one.text.stored()}
    if one.help:
        found["help"] = one.help.stored()
    if not one.required:
        found["required"] = False
    for name in ("options", "rows"):
        if listed := getattr(one, name):
            found[name] = [_option_stored(option) for option in listed]
    if one.kind is QuestionKind.MULTIPLE:
        found |= {name: value for name in ("least", "most") if (value := getattr(one, name))}
    if one.kind in (QuestionKind.RATING, QuestionKind.MATRIX):
        found |= {"low": one.low, "high": one.high}
    for name in ("low_label", "high_label"):
        if words := getattr(one, name):
            found[name] = words.stored()
    if one.aspect is not None:
        found["aspect"] = one.aspect.value
    if one.side is not None:
        found["side"] = one.side.value
    if one.jumps:
        found["jumps"] = [{"if": sorted(jump.answers), "to": jump.to} for jump in one.jumps]
    return found


def _option_stored(option: Option) -> dict[str, Any]:
    found: dict[str, Any] = {"code": option.code, "text": option.text.stored()}
    return {**found, "other": True} if option.other else found
