"""Where a table begins and ends among a sheet's rows: titles, heading, body, totals, signatures."""

from __future__ import annotations

import enum
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from rmdesk.services.imports.reading.table import Cell

Row = tuple[int, Sequence[Cell]]
_Filled = tuple[int, list[str], Sequence[Cell]]  # number, plain texts, cells

_HEADING_LONGEST = 60  # characters
_QUESTION_LONGEST = 500  # a column of answers is headed by the whole question
_QUESTION = re.compile(
    r"(?:第|[Qq])?\s*[0-9]{1,3}\s*题?\s*[.、:：．)）]|.*[?？]\s*(?:[(（\[【][^()（）]*[)）\]】])?$"
)
_DEEPEST = 3  # rows of one heading
_BELOW = 25  # rows that are compared with what may be their heading

# Parts of words that stand in headings and hardly in what is below them.
_WORDS = re.compile(
    r"号$|号码|编号|序号|代码|姓名|名称|户名|性别|证件|身份证|日期|时间|生日|出生|手机|电话|联系|地址|住址|职业|单位"
    r"|金额|余额|总额|资产|存款|利率|收益率|期限|币种|类型|类别|种类|等级|级别|层级|状态|备注|说明|摘要|内容|方式|渠道"
    r"|经理|网点|机构|支行|部门|行名|产品|账户|账号|卡号|关系|数量|份额|月日均|日均|时点|到期|起息|年龄|学历|婚姻|邮箱"
    r"|[（(](?:元|万元|亿元|%|‰|单选|多选|必填)|满意度|意愿|意见|建议"
    r"|\b(?:no|id|name|gender|sex|birth|date|phone|mobile|tel|address|amount|balance|rate|type|kind|status"
    r"|remark|note|manager|branch|bank|product|account|currency|email|customer|number|code|relation)s?\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:本页|本表|分类|部门|全行|总)?(?:合计|总计|小计|共计|累计|汇总|总合计|平均值?|平均数)"
    r"(?:[（(][^）)]*[）)])?[:：]?(?:[\d,，.]*(?:户|笔|条|人|项|元|万元|行)?)?"
    r"|共计?[\d,，]+(?:户|笔|条|人|项|行)(?:.{0,20})|(?:grand|sub)?-?totals?[:：]?|average[:：]?|sum[:：]?",
    re.IGNORECASE,
)
_SIGNATURE = re.compile(
    r"(?:制表|复核|审核|审批|打印|导出|经办|填报|填表|制单|主管|负责|签字|签章|签名|盖章|报送|编制|统计|查询|操作)"
    r"(?:人员?|员|时间|日期|机构|单位|部门|者|岗|柜员)?[:：].*"
    r"|(?:制表|复核|审核|打印|导出|经办|填报|填表|制单|编制|报送)(?:人员?|时间|日期|机构|单位|部门|者|柜员)\s*\S{0,30}"
    r"|(?:单位|部门|机构)?(?:负责人|主管|签字|签章|盖章|公章)[:：（(].*|(?:会计|出纳|行长|日期|备注|说明|注)[:：].*"
    r"|注\d*[:：、.].*|数据来源.*|以上数据.*|以下(?:空白|无正文).*|报表(?:结束|说明|生成).*|[-—=*]*(?:end|完|结束)[-—=*]*"
    r"|第\s*\d+\s*页.*|共\s*\d+\s*页.*|page\s*\d+.*|(?:prepared|checked|printed|approved)\s*(?:by|at|on)?[:：].*",
    re.IGNORECASE | re.DOTALL,
)
# With one of these a row begins that needs a second look.
_ENDINGS = frozenset(
    "合总小累本共平汇分部全制复审打导经填主负签盖报编统查操单机会出行日备说注数以第完结-—=*（("
)
_ENGLISH_ENDINGS = frozenset(("tot", "gra", "sub", "pag", "pre", "che", "pri", "app", "end", "ave", "sum"))
_GENERIC = re.compile(r".*(?:信息|情况|资料|要素|内容|部分)|info|information|details?", re.IGNORECASE)
_MONTH = re.compile(
    r"(?:(?:19|20)\d{2}|\d{2})?[-/.年]?(?:0?[1-9]|1[0-2])月?(?:末|底|日均|时点|余额|均)*"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-\s']*\d{2,4}",
    re.IGNORECASE,
)
_SECRET = re.compile(r"密码|口令|安全码|校验码|验证码|cvv|cvc|\bpin\b|password|passcode", re.IGNORECASE)


class RowKind(enum.Enum):
    BLANK = enum.auto()
    TITLE = enum.auto()
    HEADING = enum.auto()
    BODY = enum.auto()
    TOTAL = enum.auto()
    SIGNATURE = enum.auto()


@dataclass(frozen=True, slots=True)
class Column:
    """`index` from 0 in a row's cells. `heading` is the lowest title of the column, with the one above it in
    front where it would not be told from others; `group` the titles above it."""

    index: int
    heading: str
    group: str = ""

    @property
    def is_secret(self) -> bool:
        """Whether it holds what is never stored: card passwords, check values (class C3)."""
        return bool(_SECRET.search(self.heading))


@dataclass(frozen=True, slots=True)
class Layout:
    """`titles`: the texts above the heading, line by line. No `heading_rows`: the table has no heading."""

    titles: tuple[str, ...]
    heading_rows: tuple[int, ...]
    columns: tuple[Column, ...]
    first_body_row: int
    _headings: tuple[tuple[str, ...], ...] = field(default=(), repr=False)
    _titles: frozenset[str] = field(default=frozenset(), repr=False)
    _starts: frozenset[object] = field(default=frozenset(), repr=False)

    def kind_of_row(self, number: int, cells: Sequence[Cell]) -> RowKind:
        """What a row is, repeated headings and page titles amid the body too."""
        if not cells:
            return RowKind.BLANK
        first = cells[0]
        if (
            number >= self.first_body_row
            and first
            and 5 * len(cells) >= 3 * len(self.columns)
            and len(cells) > 1
            and first not in self._starts
            and not (isinstance(first, str) and (first[0] in _ENDINGS or _begins_like_an_end(first)))
            and cells[-1] != first
        ):
            return RowKind.BODY
        return self._look(number, cells)

    def _look(self, number: int, cells: Sequence[Cell]) -> RowKind:
        texts = [_plain(cell) for cell in cells]
        given = [one for one in texts if one]
        if not given:
            return RowKind.BLANK
        if number in self.heading_rows:
            return RowKind.HEADING
        if number < self.first_body_row:
            return RowKind.TITLE
        for heading in self._headings:
            same = sum(1 for one, two in zip(texts, heading, strict=False) if one and one == two)
            if same >= 2 and same * 5 >= len(given) * 4:
                return RowKind.HEADING
        distinct = len(set(given))
        width = len(self.columns)
        is_sparse = distinct <= max(1, width // 2)
        compact = [re.sub(r"\s", "", one) for one in given]
        if any(_TOTAL.fullmatch(one) for one in (compact[:1] if not is_sparse and texts[0] else compact)):
            return RowKind.TOTAL
        signed = sum(1 for one in compact if _SIGNATURE.fullmatch(one))
        if 2 * signed > len(given) or (is_sparse and _SIGNATURE.fullmatch(compact[0])):
            return RowKind.SIGNATURE
        if distinct == 1 and ((len(given) > 2 and len(given) == width) or given[0] in self._titles):
            return RowKind.TITLE
        return RowKind.BODY


def find_layout(rows: Sequence[Row], *, heading: int | None = None) -> Layout:
    """Of the first rows of a table (some 200). `heading`: the row that a person says is the (last) heading's;
    0 for a table without one."""
    filled = [(number, [_plain(cell) for cell in cells], cells) for number, cells in rows]
    filled = [(number, texts, cells) for number, texts, cells in filled if any(texts)]
    if not filled:
        return Layout((), (), (), 1)
    width = _width([texts for _number, texts, _cells in filled])
    if heading is None:
        place = _best(filled, width)
    else:
        place = next((place for place, one in enumerate(filled) if one[0] == heading), None)
    if place is None:
        # Without a heading every row is body but titles, which are far narrower than the rest.
        columns = max(len(texts) for _number, texts, _cells in filled)
        start = next((at for at, one in enumerate(filled) if sum(map(bool, one[1])) * 2 > width), 0)
        return Layout(
            tuple(_joined(texts) for _number, texts, _cells in filled[:start]),
            (),
            tuple(Column(index, "") for index in range(columns)),
            filled[start][0],
        )
    top = place
    while (
        heading is None
        and place + 1 < len(filled)
        and place - top + 1 < _DEEPEST
        and _continues(filled[place], filled[place + 1])
    ):
        place += 1
    while top > 0 and place - top + 1 < _DEEPEST and _is_group(filled[top - 1], filled[top]):
        top -= 1
    block = filled[top : place + 1]
    titles = tuple(_joined(texts) for _number, texts, _cells in filled[:top])
    headings = tuple(tuple(texts) for _number, texts, _cells in block)
    return Layout(
        titles,
        tuple(number for number, _texts, _cells in block),
        _columns([[_raw(cell) for cell in cells] for _number, _texts, cells in block]),
        block[-1][0] + 1,
        headings,
        frozenset(text for _number, texts, _cells in filled[:top] for text in texts if text),
        frozenset(cells[0] for _number, _texts, cells in block if cells),
    )


def _best(rows: list[_Filled], width: int) -> int | None:
    best: int | None = None
    most = 0.9
    for place, (_number, texts, cells) in enumerate(rows[:60]):
        score = _score(texts, cells, rows[place + 1 : place + 1 + _BELOW], width) - 0.01 * place
        if score > most:
            best, most = place, score
    return best


def _score(texts: list[str], cells: Sequence[Cell], below: list[_Filled], width: int) -> float:
    given = [(place, one) for place, one in enumerate(texts) if one]
    distinct = {one for _place, one in given}
    if len(distinct) < min(2, width) or (len(distinct) == 1 and len(given) > 1):
        return 0
    labels = known = months = 0
    for place, one in given:
        if _is_month(cells[place], one):
            months += 1
        elif _is_label(cells[place], one):
            labels += 1
            known += _is_known(one)
    if labels + months < 0.8 * len(given) or (not labels and len(given) > 1):
        return 0
    if _SIGNATURE.fullmatch(given[0][1]) or _TOTAL.fullmatch(re.sub(r"\s", "", given[0][1])):
        return 0
    contrast = 0.0
    for place, _one in given:
        column = [(other[place], row[place]) for _number, other, row in below if place < len(other)]
        column = [(text, cell) for text, cell in column if text]
        if column:
            unlike = sum(1 for text, cell in column if not _is_label(cell, text) or _is_month(cell, text))
            contrast += unlike / len(column)
    coverage = min(1.0, len(distinct) / max(width, 1))
    if coverage < 0.5:
        return 0
    return coverage + (2 * (known + months) + contrast) / len(given) + 0.2 * len(distinct) / len(given)


def _is_group(above: _Filled, below: _Filled) -> bool:
    """Whether the row above a heading names groups of its columns (or the whole of some of them)."""
    number, texts, cells = above
    if below[0] - number != 1:
        return False
    given = [(place, one) for place, one in enumerate(texts) if one]
    distinct = {one for _place, one in given}
    if len(distinct) < 2 or len(given) > len(below[1]) + 1:
        return False
    if any(not (_is_label(cells[place], one) or _is_month(cells[place], one)) for place, one in given):
        return False
    if any(re.search(r"[:：]", one) for one in distinct):
        return False
    # A group repeats (a merged cell) or leaves blanks behind it; or says the same as the title below it.
    repeats = len(given) > len(distinct)
    same = any(place < len(below[1]) and below[1][place] == one for place, one in given)
    below_given = sum(map(bool, below[1]))
    fills_blanks = any(place < len(below[1]) and not below[1][place] for place, _one in given)
    has_gaps = given[-1][0] - given[0][0] >= len(given)
    return repeats or same or fills_blanks or (has_gaps and len(given) < below_given)


def _continues(above: _Filled, below: _Filled) -> bool:
    """Whether the row below what seems to be a heading is its lower half."""
    given = [(below[2][place], one) for place, one in enumerate(below[1]) if one]
    months = sum(1 for cell, one in given if _is_month(cell, one))
    labels = [one for cell, one in given if not _is_month(cell, one) and _is_label(cell, one)]
    if months + len(labels) < len(given) or 2 * (months + sum(map(_is_known, labels))) <= len(given):
        return False
    return _is_group(above, below)


def _begins_like_an_end(text: str) -> bool:
    """Whether English words begin so that may end a table: Total, Grand total, Page 2, Prepared by."""
    return text.isascii() and text[:3].lower() in _ENGLISH_ENDINGS


def _is_known(text: str) -> bool:
    return bool(_WORDS.search(text))


def _columns(headings: list[list[str]]) -> tuple[Column, ...]:
    width = max(len(one) for one in headings)
    padded = [one + [""] * (width - len(one)) for one in headings]
    for at, row in enumerate(padded[:-1]):
        # A group whose cells were not merged stands in its first cell only.
        last = ""
        for place in range(width):
            below = next((one[place] for one in padded[at + 1 :] if one[place]), "")
            if row[place] or not below:
                last = row[place]
            else:
                row[place] = last
    columns = []
    paths = []
    for place in range(width):
        path = list(dict.fromkeys(one[place] for one in padded if one[place]))
        paths.append(path)
    leaves = Counter(path[-1] for path in paths if path)
    for place, path in enumerate(paths):
        if not path:
            columns.append(Column(place, ""))
            continue
        group = " ".join(path[:-1])
        leaf = path[-1]
        needs_group = group and (leaves[leaf] > 1 or not _GENERIC.fullmatch(group))
        columns.append(Column(place, f"{group} {leaf}" if needs_group else leaf, group))
    return tuple(columns)


def _width(rows: list[list[str]]) -> int:
    """How many cells a row of the table mostly fills."""
    counts = sorted(sum(map(bool, one)) for one in rows)
    return counts[len(counts) // 2] if len(counts) > 4 else counts[-1]


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return " ".join(unicodedata.normalize("NFKC", cell).split()).strip("\ufeff")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return str(cell)


def _raw(cell: Cell) -> str:
    """As the file has it, in one line."""
    return " ".join(cell.split()) if isinstance(cell, str) else _plain(cell)


def _joined(texts: list[str]) -> str:
    return " ".join(dict.fromkeys(one for one in texts if one))


def _is_month(cell: Cell, text: str) -> bool:
    if isinstance(cell, datetime | date):
        return True
    if re.fullmatch(r"20\d{2}(?:0[1-9]|1[0-2])", text):
        return True
    if isinstance(cell, float | int):
        return False
    return len(text) < 24 and bool(_MONTH.fullmatch(text)) and not re.fullmatch(r"\d{1,5}|[\d.]+", text)


def _is_label(cell: Cell, text: str) -> bool:
    """Whether it could stand in a heading: short words, hardly a figure."""
    if isinstance(cell, bool | int | float | date | datetime | time | timedelta):
        return False
    if len(text) > _HEADING_LONGEST and (len(text) > _QUESTION_LONGEST or not _QUESTION.match(text)):
        return False
    if text[0] in "¥￥$+-=@#":
        return False
    without = re.sub(r"^\d{1,3}[.、]|[（(].*[）)]", "", text)  # the number of a question, a unit
    digits = sum(one.isdigit() for one in without)
    return digits * 3 <= len(without) and any(one.isalpha() for one in text)
