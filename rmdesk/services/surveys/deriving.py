"""A questionnaire made of a table of answers that were gathered elsewhere: a question for each column.

What kind of question a column answers is told by what its heading says in brackets, as forms on the web
write it (多选, 1-10), and else by its values. It is a draft for people to look at, never more.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rmdesk.services import files
from rmdesk.services.errors import UserError
from rmdesk.services.imports import cells, mapping
from rmdesk.services.imports.layout import RowKind
from rmdesk.services.imports.parsing import look
from rmdesk.services.imports.reading import open_table
from rmdesk.services.imports.targets.responses import Responses
from rmdesk.services.progress import Progress
from rmdesk.services.surveys.questionnaire import (
    LONGEST_LABEL,
    LONGEST_TEXT,
    MOST_OPTIONS,
    MOST_QUESTIONS,
    Aspect,
    Option,
    Question,
    QuestionKind,
    Questionnaire,
    Section,
    Words,
    check,
    parse,
)

_LONGEST_FILE = 4_000_000  # bytes of a questionnaire
_ORDER = re.compile(r"\s*(?:第|[Qq])?\s*[0-9]{1,3}\s*题?[.、:：．)）_\s]+")
_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]{1,30})[)\]】]")
_RANGE = re.compile(r"(-?[0-9]{1,3})\s*(?:-|~|–|—|至|到|to)\s*([0-9]{1,3})\s*(?:分|points?)?")
_SEPARATED = re.compile(r"[、,，;；|┋\n]+")
_KINDS = (
    (re.compile(r"多选|可多选|multiple|select all"), QuestionKind.MULTIPLE),
    (re.compile(r"单选|single"), QuestionKind.SINGLE),
    (re.compile(r"排序|ranking"), QuestionKind.RANKING),
    (re.compile(r"填空|问答|主观|开放|文本|open|text"), QuestionKind.TEXT),
    (re.compile(r"日期|date"), QuestionKind.DATE),
)
_OPEN = re.compile(
    r"意见|建议|原因|为什么|说明|备注|想对|改进|comment|suggest|why|reason|feedback|improve", re.IGNORECASE
)
_RECOMMEND = re.compile(r"推荐|recommend", re.IGNORECASE)
_OVERALL = re.compile(r"总体|整体|综合|overall|on the whole", re.IGNORECASE)
_SATISFIED = re.compile(r"满意|satisf", re.IGNORECASE)
_MANAGER = re.compile(r"客户经理|理财经理|relationship manager|your manager", re.IGNORECASE)
# What programs that gather answers add to them.
_TECHNICAL = re.compile(
    r"(?:所用时间|来源|来源详情|来自ip|ip|ip地址|开始时间|总分|用户id|昵称|微信昵称|地理位置|浏览器"
    r"|duration|source|start ?time|ip ?address|score|user ?id|progress|finished|language)",
    re.IGNORECASE,
)
_MOST_SINGLE = 20  # different values of a column that are taken for options
_RARE = 0.5  # of a column's values may be different where they are taken for options
_LONGEST_OPTION = 30  # characters
_SCALES = (5, 7, 10)
_SEVERAL = 0.1  # of the cells that name more than one option
_LEAST_LENGTH = 2  # of an option that is named beside others


@dataclass(frozen=True, slots=True)
class AnswerColumn:
    """A heading and the cells below it, without the empty ones; `blank` says how many of those there are."""

    heading: str
    values: Sequence[Any]
    blank: int = 0


def read_file(path: Path, *, progress: Progress | None = None) -> Questionnaire:
    """The questions that a file holds: those of a questionnaire (JSON), or of a table those that its columns
    answer. Slow. Raises UserError as reading and `questionnaire.parse` do, and as `derive`.
    """
    if path.suffix.lower() == ".json":
        return parse(files.read_text(path, most=_LONGEST_FILE))
    return derive_file(path, progress=progress)


def derive_file(path: Path, *, progress: Progress | None = None) -> Questionnaire:
    """The questionnaire that a file's answers speak for; for a worker process.

    Raises as reading does, and UserError `questionnaire.nothing_derived`.
    """
    with open_table(path) as table:
        found = look(path, table, None)
        body: list[list[Any]] = []
        for number, row in table.rows():
            if found.layout.kind_of_row(number, row) is RowKind.BODY:
                body.append(list(row))
            if progress is not None:
                progress(number, max(found.total_rows, number))
    whose = {
        one.index
        for one in mapping.suggest(Responses("", Questionnaire(), is_anonymous=False), found)
        if one.field is not None
    }
    columns = []
    for column in found.layout.columns:
        if column.index in whose or column.is_secret or not column.heading:
            continue
        listed = [row[column.index] if column.index < len(row) else None for row in body]
        given = [one for one in listed if not cells.is_empty(one)]
        columns.append(AnswerColumn(column.heading, given, len(listed) - len(given)))
    return derive(columns)


def derive(columns: Sequence[AnswerColumn]) -> Questionnaire:
    """A questionnaire of one section. Raises UserError `questionnaire.nothing_derived`."""
    questions: list[Question] = []
    for column in columns:
        if column.values and not _TECHNICAL.fullmatch(_plain(column.heading).strip()):
            questions.append(_question(f"q{len(questions) + 1}", column))
    if not questions:
        raise UserError("questionnaire.nothing_derived")
    found = Questionnaire((Section("s1", Words(), tuple(questions[:MOST_QUESTIONS])),))
    check(found)
    return found


def _question(key: str, column: AnswerColumn) -> Question:
    heading = unicodedata.normalize("NFKC", column.heading).strip()
    told = " ".join(_BRACKETS.findall(heading)).lower()
    asked = _ORDER.sub("", _BRACKETS.sub("", heading), count=1).strip() or heading
    text = _words(asked, LONGEST_TEXT)
    required = column.blank == 0
    texts = [_plain(cells.as_text(one)) for one in column.values]
    numbers = [_whole(one) for one in texts]
    is_whole = all(one is not None for one in numbers)
    kind = next((kind for sought, kind in _KINDS if sought.search(told)), None)
    scale = _RANGE.search(told)
    if kind is None and is_whole:
        return _numeric(key, text, asked, [one for one in numbers if one is not None], scale, required)
    if kind is None and scale is not None:  # a few cells that are no numbers will be told at the import
        known = [one for one in numbers if one is not None]
        if 2 * len(known) > len(numbers):
            return _numeric(key, text, asked, known, scale, required)
    if kind is QuestionKind.DATE or (kind is None and all(isinstance(one, date) for one in column.values)):
        return Question(key, QuestionKind.DATE, text, required=required)
    if kind is QuestionKind.TEXT or (kind is None and _OPEN.search(asked)):
        return Question(key, QuestionKind.TEXT, text, required=False)
    several = Counter(part for one in texts for part in _parts(one))
    if kind in (QuestionKind.MULTIPLE, QuestionKind.RANKING) or (
        kind is None and _is_several(texts, several)
    ):
        options = _options(several)
        if kind is QuestionKind.RANKING:
            return Question(key, QuestionKind.RANKING, text, required=required, options=options)
        return Question(
            key, QuestionKind.MULTIPLE, text, required=required, options=options, least=int(required)
        )
    single = Counter(texts)
    if kind is QuestionKind.SINGLE or _is_choice(single, len(texts)):
        return Question(key, QuestionKind.SINGLE, text, required=required, options=_options(single))
    return Question(key, QuestionKind.TEXT, text, required=False)


def _numeric(
    key: str,
    text: Words,
    asked: str,
    numbers: Sequence[int],
    scale: re.Match[str] | None,
    required: bool,
) -> Question:
    lowest, highest = min(numbers), max(numbers)
    if scale is not None:
        low, high = int(scale[1]), int(scale[2])
    else:
        low = 0 if lowest == 0 else 1
        high = next((one for one in _SCALES if highest <= one), 0)
    if not 0 <= low < high <= 100 or (scale is None and lowest < 0):
        return Question(key, QuestionKind.NUMBER, text, required=required)
    if (low, high) == (0, 10) and _RECOMMEND.search(asked):
        return Question(key, QuestionKind.NPS, text, required=required, low=0, high=10)
    aspect = None
    if _SATISFIED.search(asked):
        aspect = Aspect.MANAGER if _MANAGER.search(asked) else None
        aspect = Aspect.OVERALL if aspect is None and _OVERALL.search(asked) else aspect
    return Question(key, QuestionKind.RATING, text, required=required, low=low, high=high, aspect=aspect)


def _options(counted: Counter[str]) -> tuple[Option, ...]:
    """The values as options, the frequent ones first."""
    listed = [one for one, _count in counted.most_common(MOST_OPTIONS)]
    return tuple(
        Option(str(place), _words(one, LONGEST_LABEL), other=one in ("其他", "其它", "Other"))
        for place, one in enumerate(listed, 1)
    )


def _is_several(texts: Sequence[str], parts: Counter[str]) -> bool:
    """Whether cells name several options: parts that come again and again."""
    named = sum(1 for one in texts if len(list(_parts(one))) > 1)
    if named < _SEVERAL * len(texts) or len(parts) > _MOST_SINGLE:
        return False
    return (
        all(_LEAST_LENGTH <= len(one) <= _LONGEST_OPTION for one in parts) and 2 * len(parts) <= parts.total()
    )


def _is_choice(counted: Counter[str], count: int) -> bool:
    is_short = all(len(one) <= _LONGEST_OPTION for one in counted)
    return is_short and len(counted) <= _MOST_SINGLE and len(counted) <= max(2, _RARE * count)


def _parts(written: str) -> Iterator[str]:
    return (part.strip() for part in _SEPARATED.split(written) if part.strip())


def _plain(written: str) -> str:
    return unicodedata.normalize("NFKC", written).strip()


def _whole(written: str) -> int | None:
    plain = written.removesuffix("分").strip()
    return int(float(plain)) if re.fullmatch(r"-?[0-9]{1,6}(?:\.0+)?", plain) else None


def _words(written: str, longest: int) -> Words:
    kept = written[:longest].strip()
    return Words(kept) if _is_chinese(kept) else Words("", kept)


def _is_chinese(written: str) -> bool:
    return any("\u4e00" <= one <= "\u9fff" for one in written)
