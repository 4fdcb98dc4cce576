"""Phones and identity documents in cells."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rmdesk.models import DocumentKind, PhoneKind
from rmdesk.services import documents, phones
from rmdesk.services.errors import UserError
from rmdesk.services.imports.cells.plain import as_text, digits, is_empty, is_masked, plain
from rmdesk.services.imports.reading.table import Cell

_LONGEST = 200  # characters of a cell with phones
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
_CHINA = re.compile(r"(?<![0-9])(?:\+|00)?86[\s-]*(?=1[3-9][0-9](?:[\s-]?[0-9]{4}){2}(?![0-9]))")
_BETWEEN = re.compile(
    r"[/、;,|\n\\&]+|\+(?=1[3-9][0-9]{9}(?![0-9]))|\+(?![0-9])|\s+(?:或|和|及)\s+|或"
    r"|(?<=[0-9])\s+(?=\+|1[3-9][0-9]{9}|0[0-9]{2,3}-)|(?<=[0-9])\s+(?=[\u4e00-\u9fff]+[:：]?\s*[0-9(+])"
)
_LABEL = re.compile(r"^(?:[^\d+(]*[:：])|[（(][^\d）)]*[）)]|[\u4e00-\u9fff]+$|^[\u4e00-\u9fff]+")
_FIXED = re.compile(
    r"0[0-9]{9,11}(?:-[0-9]{1,6})?|[2-9][0-9]{6,7}(?:-[0-9]{1,6})?|[48]00[0-9]{7}|9[0-9]{4,5}"
)

# Words for kinds of document, as `_kind` folds them.
_SPELLINGS: dict[str, str] = {
    DocumentKind.RESIDENT_ID: "身份证 居民身份证 二代身份证 二代证 身份证件 idcard id residentid 1 01",
    DocumentKind.TEMPORARY_ID: "临时身份证 临时居民身份证 temporaryid",
    DocumentKind.HOUSEHOLD_BOOK: "户口簿 户口本 户口 householdbook",
    DocumentKind.PASSPORT: "护照 中国护照 外国护照 普通护照 passport",
    DocumentKind.HK_MACAO_PERMIT: "港澳通行证 港澳居民来往内地通行证 回乡证 港澳居民居住证 hkmacaopermit",
    DocumentKind.TAIWAN_PERMIT: "台胞证 台湾居民来往大陆通行证 台湾通行证 台湾居民居住证 taiwanpermit",
    DocumentKind.FOREIGN_RESIDENT: "外国人永久居留身份证 外国人居留证 永久居留证 foreignresident",
    DocumentKind.MILITARY_ID: "军官证 士兵证 军人证 警官证 武警证 军人身份证 文职证 军官退休证 militaryid",
    DocumentKind.OTHER: "其他 其他证件 其它 其它证件 other",
}
_KINDS = {word: kind for kind, words in _SPELLINGS.items() for word in words.split()}
# Of a number whose kind is not given.
_RESIDENT = re.compile(r"[0-9]{9,}[0-9X*]?")  # or meant to be one
_FORMS = (
    (re.compile(r"[EGDSPK][A-Z]?[0-9]{7,8}"), DocumentKind.PASSPORT),
    (re.compile(r"[HM][0-9]{8}(?:[0-9]{2})?"), DocumentKind.HK_MACAO_PERMIT),
    (re.compile(r"[0-9]{8}"), DocumentKind.TAIWAN_PERMIT),
    (re.compile(r"[A-Z]{3}[0-9]{12}"), DocumentKind.FOREIGN_RESIDENT),
    (re.compile(r"[军海空政后装参武警士文].*[0-9].*"), DocumentKind.MILITARY_ID),
)


class Phone(NamedTuple):
    number: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """`born_on` and `gender` are what the number implies. `notes`: codes of what is worth a look, no more:
    `document.area_unknown`, `document.fifteen_digits`."""

    number: str
    kind: str
    born_on: date | None = None
    gender: str | None = None
    notes: tuple[str, ...] = ()


def read_phones(cell: Cell, what: str, *, kind: str = PhoneKind.MOBILE) -> list[Phone]:
    """The numbers of a cell, each once, [] for an empty one. A mobile number is one in any column; others
    are of the column's `kind`, in a column of mobiles `other` if they look like a fixed line.

    A cell is read whole or not at all. Raises UserError `phone.wrong_mobile`, `phone.wrong`,
    `cell.digits_lost`, `cell.masked`.
    """
    if isinstance(cell, str):
        if len(cell) == 11 and cell.isascii() and _MOBILE.fullmatch(cell):
            return [Phone(cell, PhoneKind.MOBILE)]
    elif cell is None:
        return []
    if is_empty(cell):
        return []
    text = digits(cell, what)
    if len(text) > _LONGEST:
        raise UserError("phone.wrong")
    if is_masked(text):
        raise UserError("cell.masked", what=what)
    simple = text.replace(" ", "").replace("-", "").removeprefix("+86").removeprefix("0086")
    if _MOBILE.fullmatch(simple):
        return [Phone(simple, PhoneKind.MOBILE)]
    found: dict[str, Phone] = {}
    for piece in _BETWEEN.split(_CHINA.sub(" ", text)):
        number = _LABEL.sub("", piece.strip()).strip()
        if number:
            phone = _phone(number, kind)
            found.setdefault(phone.number, phone)
    if not found:
        raise UserError("phone.wrong_mobile" if kind == PhoneKind.MOBILE else "phone.wrong")
    return list(found.values())


def _phone(typed: str, kind: str) -> Phone:
    try:
        return Phone(phones.normalise(typed, PhoneKind.MOBILE), PhoneKind.MOBILE)
    except UserError:
        number = phones.normalise(typed, PhoneKind.OTHER)
        if kind != PhoneKind.MOBILE:
            return Phone(number, kind)
        if not _FIXED.fullmatch(number):
            raise UserError("phone.wrong_mobile") from None
        return Phone(number, PhoneKind.OTHER)


def read_document(
    kind_cell: Cell, number_cell: Cell, what: str = "identity_document.number"
) -> Document | None:
    """A document; None without a number. Of an unknown kind it is what its number looks like.

    Raises UserError `document.…`, `cell.digits_lost`, `cell.masked`, `value.wrong_form`,
    `value.not_a_choice`.
    """
    if is_empty(number_cell):
        return None
    number = digits(number_cell, what)
    if is_masked(number):
        raise UserError("cell.masked", what=what)
    kind = _guess(number) if is_empty(kind_cell) else _kind(as_text(kind_cell))
    if kind not in (DocumentKind.RESIDENT_ID, DocumentKind.TEMPORARY_ID):
        return Document(documents.normalise(number, kind), kind)
    told = documents.read_resident_id(number, what)
    notes = () if told.area_known else ("document.area_unknown",)
    if len(told.number) == 15:
        notes += ("document.fifteen_digits",)  # type: ignore[assignment]
    return Document(told.number, kind, told.born_on, told.gender.value, notes)


def _guess(number: str) -> str:
    if _RESIDENT.fullmatch(number):
        return DocumentKind.RESIDENT_ID
    compact = "".join(number.split()).upper()
    if _RESIDENT.fullmatch(compact):
        return DocumentKind.RESIDENT_ID
    return next((kind for form, kind in _FORMS if form.fullmatch(compact)), DocumentKind.OTHER)


@functools.lru_cache(maxsize=1_000)
def _kind(typed: str) -> str:
    text = re.sub(r"[\s_-]|^[0-9]+[-.、:：]", "", plain(typed).lower())
    found = _KINDS.get(text)
    if found is None:
        found = next((kind for word, kind in _KINDS.items() if len(word) > 2 and word in text), None)
    return found or DocumentKind.OTHER
