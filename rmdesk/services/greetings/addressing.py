"""How one addresses a customer: 陈老师, 王总, 欧阳女士; Ms Chen."""

from __future__ import annotations

import re
from typing import NamedTuple

from rmdesk.models import Customer, Gender
from rmdesk.services import names
from rmdesk.services.almanac import Festival
from rmdesk.services.callings import CALLINGS

# Surnames of two characters, one after the other; read as such only where a given name follows.
_COMPOUND = (
    "欧阳太史端木上官司马东方独孤南宫万俟闻人夏侯诸葛尉迟公羊赫连澹台皇甫宗政濮阳公冶太叔申屠公孙"
    "慕容仲孙钟离长孙宇文司徒鲜于司空令狐呼延轩辕百里东郭西门南门拓跋夹谷淳于单于第五亓官闾丘"
)
_COMPOUNDS = frozenset(_COMPOUND[place : place + 2] for place in range(0, len(_COMPOUND), 2))
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U000323af]{2,5}")
# What somebody is called by, the first that fits; looked for in position, then in occupation.
_CALLED = (
    ("教授", ("教授", "professor")),
    ("总", ("总经理", "董事长", "总裁", "副总", "总监", "企业主", "老板", "chairman", "ceo")),
    ("主任", ("主任",)),
    ("老师", CALLINGS[Festival.TEACHERS_DAY]),
    ("医生", CALLINGS[Festival.DOCTORS_DAY]),
)
_ENGLISH = {"教授": "Professor", "医生": "Dr"}


class Address(NamedTuple):
    """ "" where it is not known: a customer without gender or calling has no title."""

    surname: str
    title: str
    dear: str


def address(customer: Customer, language: str) -> Address:
    """How to address a customer in a text of this language."""
    name = customer.name.strip()
    return _chinese(customer, name) if language == "zh_CN" else _english(customer, name)


def is_chinese(name: str) -> bool:
    """Whether it is written in Chinese characters alone, a surname first."""
    return _HAN.fullmatch(name.strip()) is not None


def _chinese(customer: Customer, name: str) -> Address:
    if not is_chinese(name):
        return Address("", "", name)
    surname = name[:2] if len(name) > 2 and name[:2] in _COMPOUNDS else name[:1]
    title = _called(customer) or {Gender.MALE.value: "先生", Gender.FEMALE.value: "女士"}.get(
        customer.gender or "", ""
    )
    return Address(surname, title, f"{surname}{title}" if title else name)


def _english(customer: Customer, name: str) -> Address:
    if is_chinese(name):
        length = len(_chinese(customer, name).surname)
        read = names.readings(name)
        surname = "".join(read[0][:length]).capitalize() if read else ""
        whole = f"{''.join(read[0][length:]).capitalize()} {surname}" if read else name
    else:
        surname = name.split()[-1] if " " in name else ""
        whole = name
    title = _ENGLISH.get(_called(customer) or "") or {
        Gender.MALE.value: "Mr",
        Gender.FEMALE.value: "Ms",
    }.get(customer.gender or "", "")
    return Address(surname, title, f"{title} {surname}" if title and surname else whole)


def _called(customer: Customer) -> str | None:
    for text in (customer.position, customer.occupation):
        said = (text or "").casefold()
        for title, words in _CALLED:
            if any(word in said for word in words):
                return title
    return None
