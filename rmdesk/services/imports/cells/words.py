"""Text and words of a list in cells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rmdesk.models import Gender
from rmdesk.services import text as texts
from rmdesk.services.errors import UserError
from rmdesk.services.imports.cells.plain import as_text, digits, is_empty, is_masked, plain
from rmdesk.services.imports.reading.table import Cell

_GENDERS: dict[str, str | None] = {
    **dict.fromkeys(("男", "男性", "男士", "先生", "1-男", "1男"), Gender.MALE),
    **dict.fromkeys(("m", "male", "man", "mr", "mr.", "1", "01"), Gender.MALE),
    **dict.fromkeys(("女", "女性", "女士", "小姐", "2-女", "2女"), Gender.FEMALE),
    **dict.fromkeys(("f", "female", "woman", "ms", "ms.", "mrs", "2", "02"), Gender.FEMALE),
    # GB/T 2261.1: 0 unknown, 9 not stated.
    **dict.fromkeys(("0", "9", "未知", "不详", "未说明", "未说明的性别", "保密", "u", "unknown"), None),
}
_YES = frozenset("是有对已√✓✔☑yt1") | {"启用", "已签约", "已开通", "开通", "yes", "true", "on"}
_NO = frozenset("否无不未×✗✘☐xnf0") | {"没有", "停用", "未签约", "未开通", "no", "false", "off"}


_CODED = re.compile(
    r"^[a-z]{0,2}[0-9]+[.、:：]?(?=[^0-9.])|(?<=[^0-9.a-z])[a-z]{0,2}[0-9]+$"
)  # 02-活期, 稳健型(C2)
# As a text; 无 and / may mean something there.
_NOTHING = frozenset({"-", "--", "—", "——", "null", "none", "#n/a", "n/a", "\\n"})


def read_text(cell: Cell, what: str, *, longest: int, is_long: bool = False) -> str | None:
    """A line, or with `is_long` paragraphs; None for an empty cell. Line ends within a line become blanks.

    Raises UserError `text.not_text`, `text.too_long`, `text.secret`.
    """
    text = as_text(cell)
    if not text or text.isspace() or (len(text) < 8 and text.strip().lower() in _NOTHING):
        return None
    if "\ufffd" in text:
        raise UserError("text.not_text", what=what)  # characters that could not be decoded
    if is_long:
        return texts.paragraphs(text, what, longest=longest)
    if text.isprintable() and len(text) <= longest and unicodedata.is_normalized("NFC", text):
        found = text.strip()
    else:
        found = texts.line(" ".join(text.split()), what, longest=longest)
    if texts.tells_secret(found):
        raise UserError("text.secret", what=what)
    return found


def read_number(cell: Cell, what: str, *, longest: int) -> str | None:
    """A number of an account, a customer, a contract: as text, without blanks; None for an empty cell.

    Raises UserError `cell.digits_lost` for one that a spreadsheet rounded, `cell.masked`, and as `read_text`.
    """
    if isinstance(cell, str) and cell.isascii() and cell.isalnum() and 4 < len(cell) <= longest:
        return cell
    if is_empty(cell):
        return None
    text = "".join(digits(cell, what).split())
    if is_masked(text):
        raise UserError("cell.masked", what=what)
    return read_text(text, what, longest=longest)


def read_gender(cell: Cell, what: str = "customer.gender") -> str | None:
    """男, M, 1, 先生 …; None for an empty cell and for one that says unknown.

    Raises UserError `value.not_a_choice`.
    """
    if is_empty(cell):
        return None
    text = plain(as_text(cell)).lower()
    if text not in _GENDERS:
        raise UserError("value.not_a_choice", what=what)
    found = _GENDERS[text]
    return None if found is None else str(found)


def read_flag(cell: Cell, what: str) -> bool | None:
    """是, Y, 1, √ …; None for an empty cell. Raises UserError `value.not_yes_or_no`."""
    if isinstance(cell, bool):
        return cell
    text = plain(as_text(cell)).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    if is_empty(cell):
        return None
    raise UserError("value.not_yes_or_no", what=what)


def read_choice(cell: Cell, what: str, synonyms: Mapping[str, str], *, within: bool = False) -> str | None:
    """The value of a list by its synonyms (folded by `fold`); None for an empty cell. With `within` the
    longest that the cell holds will do, of equally long ones the last: a Chinese word ends with what it is.

    Raises UserError `value.not_a_choice`.
    """
    if is_empty(cell):
        return None
    folded = fold(as_text(cell))
    found = synonyms.get(folded)
    if found is None:
        found = synonyms.get(_CODED.sub("", folded))
    if found is None and within:
        held = [one for one in synonyms if len(one) > 1 and not one.isascii() and one in folded]
        if held:
            found = synonyms[max(held, key=lambda one: (len(one), folded.rindex(one)))]
    if found is None:
        raise UserError("value.not_a_choice", what=what)
    return found


def fold(text: str) -> str:
    """A word of a list as it is compared: small, plain, without blanks and marks."""
    return re.sub(r"[\s_·\-—()（）【】\[\]]", "", plain(text).lower())
