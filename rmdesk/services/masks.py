"""How sensitive each kind of field is, how it is masked on screen and paper, and how long it is kept.

Classes and masked forms follow JR/T 0171-2020 (个人金融信息保护技术规范); years of retention count from
the end of the relationship with the person (反洗钱法: ten years for what identifies a customer and
their dealings). The bank's compliance office has the last word, so this is a table, not code.
"""

from __future__ import annotations

import bisect
import enum
import itertools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

HIDDEN = "****"

# Lower ends of the bands, in yuan.
_BANDS = (10_000, 50_000, 200_000, 500_000, 1_000_000, 6_000_000)
_BANDS_OF_FEN = tuple(edge * 100 for edge in _BANDS)
_NAMES_OF_BANDS = (
    f"< {_BANDS[0]:,}",
    *(f"{below:,}–{edge:,}" for below, edge in itertools.pairwise(_BANDS)),
    f"≥ {_BANDS[-1]:,}",
)

_MOBILE = re.compile(r"1[3-9]\d{9}")
# A district counts only behind a province or a city: "幸福小区" is no district. No digit may stand
# before its end, so that no street or house number slips through.
_DISTRICT = re.compile(
    r"(?:[^\W\d]{2,8}?(?:省|自治区|特别行政区|自治州|市|盟)){1,3}(?:[^\W\d]{1,8}?(?<!小)(?<!社)(?<!园)(?:区|县|旗))?"
)


class Sensitivity(enum.StrEnum):
    """Class of a field by JR/T 0171-2020."""

    C1 = "C1"  # internal
    C2 = "C2"  # identifies a person or tells of their money: masked
    C3 = "C3"  # secrets that authenticate a customer: never stored


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table; `keep_years` is 0 for what is never stored."""

    sensitivity: Sensitivity
    mask: Callable[[str], str]
    keep_years: int


def _tail(text: str, most: int = 4) -> str:
    """A few last characters: at most a quarter of the text, so that a short value stays hidden."""
    shown = min(most, len(text) // 4)
    return "*" * (len(text) - shown) + text[len(text) - shown :]


def _hide(text: str) -> str:
    return HIDDEN


def _id_document(text: str) -> str:
    compact = re.sub(r"[\s-]", "", text)
    if len(compact) < 15:  # a passport or permit: its first four would be half of it
        return _tail(compact, 3)
    return compact[:4] + "*" * (len(compact) - 8) + compact[-4:]


def _phone(text: str) -> str:
    if _MOBILE.fullmatch(text):  # nearly all of them
        return f"{text[:3]}****{text[-4:]}"
    compact = re.sub(r"[\s()-]", "", text)
    compact = re.sub(r"^(\+|00)86", "", compact)
    if _MOBILE.fullmatch(compact):
        return f"{compact[:3]}****{compact[-4:]}"
    return _tail(compact)


def _account(text: str) -> str:
    compact = re.sub(r"[\s-]", "", text)
    if len(compact) < 12:
        return _tail(compact, 2)
    return f"{compact[:4]} **** **** {compact[-4:]}"  # of one length, whatever the number's


def _name(text: str) -> str:
    return text[:1] + "*"


def _address(text: str) -> str:
    district = _DISTRICT.match(text)
    return (district.group() if district else "") + HIDDEN


def _band(text: str) -> str:
    try:
        amount = Decimal(text.replace(",", ""))
    except InvalidOperation:
        return HIDDEN
    if not amount.is_finite():
        return HIDDEN
    return _NAMES_OF_BANDS[bisect.bisect_right(_BANDS, amount)]


def band_of_fen(fen: int) -> str:
    """The band of an amount in fen: what `masked("assets_fen", fen)` gives."""
    return _NAMES_OF_BANDS[bisect.bisect_right(_BANDS_OF_FEN, fen)]


def _band_of_fen(text: str) -> str:
    return band_of_fen(int(text)) if re.fullmatch(r"-?[0-9]+", text) else HIDDEN


def _email(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if not at or not local:
        return HIDDEN
    return (local[0] if len(local) > 3 else "") + "***@" + domain


def _account_name(text: str) -> str:
    return text[0] + "***" + text[-1] if len(text) >= 6 else HIDDEN


def _birthday(text: str) -> str:
    # Greetings need the day; the year with it would identify the person.
    date = re.fullmatch(r"\d{4}-(\d{2}-\d{2})", text)
    return "****-" + date.group(1) if date else HIDDEN


_C2, _C3 = Sensitivity.C2, Sensitivity.C3

FIELDS: dict[str, Field] = {
    "name": Field(_C2, _name, 10),  # only in lists of other people's customers
    "id_document": Field(_C2, _id_document, 10),
    "mobile": Field(_C2, _phone, 10),
    "phone": Field(_C2, _phone, 10),
    "account": Field(_C2, _account, 10),
    "address": Field(_C2, _address, 10),
    "income": Field(_C2, _band, 10),
    "income_band": Field(_C2, _hide, 10),  # a band already: its number would tell as much
    "assets": Field(_C2, _band, 10),
    "assets_fen": Field(_C2, _band_of_fen, 10),
    "email": Field(_C2, _email, 5),
    "wechat": Field(_C2, _account_name, 5),
    "birthday": Field(_C2, _birthday, 10),
    "birth_year": Field(_C2, _hide, 10),
    "card_password": Field(_C3, _hide, 0),
    "card_check_value": Field(_C3, _hide, 0),
    "biometrics": Field(_C3, _hide, 0),
}

# Which kind of field each masked column of a table is.
COLUMNS: dict[tuple[str, str], str] = {
    ("staff", "mobile"): "mobile",
    ("customer", "name"): "name",
    ("customer", "birth_year"): "birth_year",
    ("customer", "income_band"): "income_band",
    ("customer", "wechat"): "wechat",
    ("customer", "email"): "email",
    ("customer_phone", "number"): "phone",
    ("customer_address", "address"): "address",
    ("identity_document", "number"): "id_document",
    ("holding", "account"): "account",
    ("holding", "amount_fen"): "assets_fen",
    ("aum_figure", "amount_fen"): "assets_fen",
    ("tier_change", "amount_fen"): "assets_fen",
    ("interaction", "need_amount_fen"): "assets_fen",
}

# What stays masked to a customer's own manager and stand-in too, until it is revealed.
MASKED_FROM_ALL = frozenset({"id_document", "account", "income_band"})


def masked(field: str, value: object | None) -> str:
    """`value` as it may be shown to anyone, "" where there is none.

    Full-width digits are read as plain ones; characters that steer or hide text are dropped first, so
    that they neither count as length nor reach the screen. KeyError for an unknown field.
    """
    mask = FIELDS[field].mask
    text = "" if value is None else str(value)
    # What is printable holds none of those; to look at each character of a list's names would take longer.
    if not (text.isprintable() and unicodedata.is_normalized("NFKC", text)):
        text = unicodedata.normalize("NFKC", text)
        text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    text = text.strip()
    return mask(text) if text else ""
