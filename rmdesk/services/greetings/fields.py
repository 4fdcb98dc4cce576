"""Occasions of greetings, the fields that a text may have on each, and reading and filling such texts.

A field is written {dear}, or in Chinese {称呼}; what is stored has the English names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date

from rmdesk.models import Channel, DateKind
from rmdesk.models.greeting import GREETING_LONGEST
from rmdesk.services import text
from rmdesk.services.almanac import Festival
from rmdesk.services.errors import UserError

WHAT = "greeting_template.text"
MESSAGE_LONGEST = 200  # characters of a text message: three messages on most networks

# Every field, with what it is called in Chinese texts.
FIELDS: dict[str, str] = {
    "dear": "称呼",
    "name": "姓名",
    "surname": "姓",
    "title": "称谓",
    "branch": "网点",
    "manager": "客户经理",
    "age": "年龄",
    "animal": "生肖",
    "festival": "节日",
    "whose": "家人",
    "years": "周年",
    "product": "产品",
    "successor": "续作产品",
    "bank": "银行",
    "date": "日期",
    "days": "天数",
    "notice": "通知",
}
COMMON = ("dear", "name", "surname", "title", "branch", "manager")
_FALLING = (*COMMON, "product", "date", "days")
_CHINESE = {called: name for name, called in FIELDS.items()}

# A general occasion serves where a special one has no text left: see `proposing.occasions_of`.
GENERAL_FESTIVAL = "festival"
OCCASIONS: dict[str, tuple[str, ...]] = {
    "birthday": (*COMMON, "age", "animal"),
    "round_birthday": (*COMMON, "age", "animal"),
    "own_year_birthday": (*COMMON, "age", "animal"),
    DateKind.FAMILY_BIRTHDAY.value: (*COMMON, "whose", "years"),
    DateKind.WEDDING.value: (*COMMON, "whose", "years"),
    DateKind.EXAM.value: (*COMMON, "whose"),
    DateKind.FOUNDING.value: (*COMMON, "whose", "years"),
    "other_date": (*COMMON, "whose", "years"),
    GENERAL_FESTIVAL: (*COMMON, "festival", "animal"),
    **{one.value: (*COMMON, "festival", "animal") for one in Festival},
    "maturity": (*_FALLING, "successor"),
    "other_maturity": (*_FALLING, "successor", "bank"),
    "loan_maturity": _FALLING,
    "premium": _FALLING,
    "assessment": (*COMMON, "date", "days"),
    "appointment": (*COMMON, "date"),
    "visit": (*COMMON, "date"),
    "cadence": COMMON,
    "notice": (*COMMON, "notice"),
}
# What is said on these is no congratulation: it goes on in mourning.
BUSINESS = frozenset(
    {
        "maturity",
        "other_maturity",
        "loan_maturity",
        "premium",
        "assessment",
        "appointment",
        "visit",
        "cadence",
        "notice",
    }
)

_FIELD = re.compile(r"\{([^{}]*)\}")
_MARKUP = re.compile(r"<\s*/?\s*[A-Za-z!?]|&(?:#\w+|[A-Za-z]\w*);")
_TODAY = re.compile(r"今[天日]|\btoday\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"将于|到期前|提前|早点|即将|应缴|要交|\{(?:date|日期)\}到期|\{(?:date|日期)\}前后到期"
    r"|\bmatures\b|\bbecomes free\b|falls due|is due on|expires on",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"已于|已到期|已过期|\bmatured\b|\bbecame free\b|fell due|was due on|expired", re.IGNORECASE
)
_FULL_WIDTH = str.maketrans("｛｝", "{}")


def checked_text(value: object, occasion: str, channel: str | None = None) -> str:
    """A template as it is stored; raises as `text.paragraphs`, and UserError `greeting.wrong_field`,
    `greeting.unknown_field`, `greeting.field_not_here`, `greeting.markup`.
    """
    longest = MESSAGE_LONGEST if channel == Channel.SMS.value else GREETING_LONGEST
    return checked(value, OCCASIONS[occasion], what=WHAT, longest=longest)


def checked(value: object, allowed: Collection[str], *, what: str, longest: int) -> str:
    """A text that may have these fields, as it is stored; `what` names it in what is raised: see above."""
    found = text.paragraphs(value, what, longest=longest).translate(_FULL_WIDTH)
    if _MARKUP.search(found):
        raise UserError("greeting.markup")
    if set("{}") & set(_FIELD.sub("", found)):
        raise UserError("greeting.wrong_field")
    return _FIELD.sub(lambda place: "{" + _known(place[1], allowed) + "}", found)


def _known(typed: str, allowed: Collection[str]) -> str:
    written = typed.strip()
    name = _CHINESE.get(written, written.lower())
    if name not in FIELDS:
        raise UserError("greeting.unknown_field", field=typed[:40])
    if name not in allowed:
        raise UserError("greeting.field_not_here", field=written[:40])
    return name


def speaks_of_today(template: str) -> bool:
    """Whether a text says that it is on this very day, so that it is wrong once the day has passed."""
    return _TODAY.search(template) is not None


def fits_in_time(template: str, reminds_of: date | None, today: date) -> bool:
    """Whether a text may be used today of a day: none says of one gone by that it lies ahead, or of one ahead
    that it is over. None: it reminds of no day.
    """
    if reminds_of is None:
        return True
    return (_AHEAD if reminds_of < today else _OVER).search(_written(template)) is None


def _written(template: str) -> str:
    """A text in which "已于{date}到期" is not read as a day ahead."""
    return re.sub(r"已于\{(?:date|日期)\}(?:前后)?(?:到期|应缴)?", "已于", template)


def fields_of(template: str) -> set[str]:
    """The fields that a checked text has."""
    return set(_FIELD.findall(template))


def filled(template: str, values: Mapping[str, str]) -> str | None:
    """A checked text with its fields filled in; None if one of them has no value. A value is never read
    as a text with fields.
    """
    if not all(values.get(name) for name in fields_of(template)):
        return None
    return _FIELD.sub(lambda place: values[place[1]], template)


def in_chinese(template: str) -> str:
    """A checked text with the fields called as Chinese readers call them."""
    return _FIELD.sub(lambda place: "{" + FIELDS.get(place[1], place[1]) + "}", template)
