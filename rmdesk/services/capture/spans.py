"""Where days, times, amounts and phone numbers stand in a line."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rmdesk.services import amounts, calendar_words, chinese_figures, names, typed_days
from rmdesk.services.calendar_words import Toward
from rmdesk.services.errors import UserError
from rmdesk.services.typed_days import Said
from rmdesk.services.working_days import WorkCalendar

LINE = "capture.line"  # what is wrong with a day or an amount is said of the line


class Line:
    """What was typed, and the same as it is compared: one character of `plain` for each of `at`."""

    def __init__(self, typed: str) -> None:
        self.typed = typed.strip()
        plain: list[str] = []
        self._at: list[int] = []
        for place, char in enumerate(self.typed):
            for one in unicodedata.normalize("NFKC", char):
                folded = " " if one.isspace() else names.fold(one)
                plain.append(folded)
                self._at += [place] * len(folded)
        self.plain = "".join(plain)

    def original(self, start: int, end: int) -> str:
        """What was typed for this part of `plain`."""
        if start >= end:
            return ""
        return self.typed[self._at[start] : self._at[end - 1] + 1]


@dataclass(frozen=True, slots=True)
class Span:
    start: int
    end: int

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class DaySpan(Span):
    """A day in the line; `ahead` and `before` are the readings toward the future and the past."""

    words: str
    ahead: Said
    before: Said
    is_deadline: bool  # by then

    def said(self, toward: Toward) -> Said:
        return self.ahead if toward == "future" else self.before


@dataclass(frozen=True, slots=True)
class AmountSpan(Span):
    fen: int
    has_unit: bool
    is_rough: bool = False  # 两百多万, 近60万


@dataclass(frozen=True, slots=True)
class PhoneSpan(Span):
    number: str


_CN = "[一二两三四五六七八九十]"
_FEW = rf"(?:[0-9]{{1,2}}|{_CN}{{1,3}})"
_UNIT = r"(?![0-9]*\.?[0-9]*\s?(?:万|亿|千|百|元|块|个亿|w(?![a-z])|k(?![a-z])|%|折|年|岁|million|yuan|rmb))"
_LUNAR_DAY = (
    r"(?:初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|[二三]?十[一二三四五六七八九]?|[0-9]{1,2})"
)
_MONTHS = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)"
)
_COUNT = r"(?:[0-9]{1,3}|an?|one|two|three|four|five|six|seven|ten)"
_WEEKDAY = (
    r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)"
)
# These are people as well, or figures: only with 节 are they days.
_NEEDING_DAY = ("母亲", "父亲", "教师", "护士", "儿童", "妇女", "劳动", "青年", "情人", "十一")
_FESTIVALS = "|".join(
    re.escape(one) + ("(?=节)" if one in _NEEDING_DAY else "")
    for one in sorted(calendar_words.FESTIVAL_WORDS, key=len, reverse=True)
    if not one.isascii()
)
# Each alternative is tried in this order; what it finds is read by `typed_days`.
_DAYS = re.compile(
    "|".join(
        (
            r"(?<![0-9])20[0-9]{6}(?![0-9])",
            r"(?<![0-9])(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])",
            r"(?:19|20)?[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}[日号]?",
            # the Chinese calendar
            rf"(?:农历|阴历|旧历)(?:的)?(?:(?:(?:19|20)[0-9]{{2}})年)?闰?(?:[正冬腊]|{_FEW})月{_LUNAR_DAY}[日号]?",
            rf"闰?[正冬腊]月{_LUNAR_DAY}",
            rf"闰?{_FEW}月(?:初{_CN}|[廿卅]{_CN}?)",
            rf"(?:下下|上|这|本|下)个?月(?:初{_CN}|[廿卅]{_CN}?)",
            rf"(?:大年|年)初{_CN}|大年三十|年三十",
            r"lunar (?:leap )?[0-9]{1,2}[-/.][0-9]{1,2}",
            # counted
            rf"(?:再?过)?(?:{_FEW}个?半?|半个?)(?:天|周|星期|礼拜|年)(?:之后|以后|后|之前|以前|前|之内|以内|内)",
            rf"(?:再?过)?(?:{_FEW}个半?|半个?)月(?:之后|以后|后|之前|以前|前|之内|以内|内)",
            rf"再?过(?:(?:{_FEW}个?半?|半个?)(?:天|周|星期|礼拜|年)|(?:{_FEW}个半?|半个?)月)",
            rf"{_FEW}个?工作日[后内前]|[上下]一?个?工作日",
            rf"\b(?:in|within) {_COUNT} (?:day|week|month|year)s?\b",
            rf"\b{_COUNT} (?:day|week|month|year)s? (?:ago|later|from now)\b",
            # month and day
            rf"(?:[去今明后]年)?{_FEW}月(?:份)?(?:[0-9]{{1,2}}|{_CN}{{1,3}})[日号]",
            rf"(?:[去今明后]年)?(?<![0-9.])[0-9]{{1,2}}月[0-9]{{1,2}}{_UNIT}(?![0-9])",
            rf"(?:下下|上|这|本|下|当)个?月(?:{_FEW}[日号]|[初中]旬?|上旬|下旬|底|末|的?最后一天)?",
            rf"(?:[去今明后]年|20[0-9]{{2}}年)?(?<![0-9]){_FEW}月份?(?:初|中旬|上旬|下旬|底|末|的?最后一天|中(?![国行信秋考]))",
            r"(?:[去今明后]年)?年?[底末](?=$|[^一-鿿]|[前之以再去来约给到联拜回])|(?:[去今明后]年)?年底|(?:[今明])年末|年中|明年初",
            r"(?:上|本|这|下)?个?季度?[末底]|(?:上|本|这|下)个?季度初?(?![末底])",
            r"月[初中底末](?!旬)|月中旬|月上旬|月下旬",
            # weeks
            r"(?:这|本|下)个?(?:周|星期|礼拜|月)(?:之内|以内|内)",
            r"(?:下下|上|这|本|下)个?(?:周|星期|礼拜)[一二三四五六日天末]",
            r"(?:周|星期|礼拜)[一二三四五六日天末]",
            r"(?:下下|上|这|本|下)个?(?:周|星期|礼拜)",
            # named
            rf"(?:去年|今年|明年|本年|20[0-9]{{2}}年)?(?:{_FESTIVALS})(?:节日|节)?(?!节?(?:祝福|问候|快乐|礼|月饼|粽子|慰问|贺卡|活动|福利))(?:(?:之|以)?[前后](?:(?:[0-9]{{1,2}}|{_CN})天)?)?",
            r"年前|年后",
            r"(?:20[0-9]{2}|[今明后])年(?=\s?(?:到期|期满|兑付))",
            # put off without a day
            r"(?:改天|改日|哪天|过[几些]天|过一?阵子?|过段时间)(?!气)|(?:回头|有空)(?=再|我再|给|打|约|联|去|跟)",
            r"(?:待会|等会|一会)儿?(?=再|我再|给|打|去|回|联)|晚些时候|晚点(?=再|给|打|去|回|联)|稍[后晚]",
            r"(?:晚上|下午|中午|傍晚)(?=再|我再)",
            r"大前天|大后天|前天|昨天|昨日|昨晚|昨儿|今天|今日|今晚|今早|今儿|明天|明日|明早|明晚|明儿|后天|刚才|刚刚",
            rf"(?:20[0-9]{{2}}年|[今明后去]年){_FEW}月份?",
            rf"(?<![0-9]){_FEW}月份?(?=[^饼]|$)",
            r"(?<![0-9.])(?:[12]?[0-9]|3[01])[号日](?![楼线院店机])",
            rf"(?<![0-9./-])(?:1[0-2]|0?[1-9])[./-](?:3[01]|[12][0-9]|0?[1-9]){_UNIT}(?![0-9./-])(?!\s?(?:%|percent))",
            # English
            r"\b(?:the )?day (?:after tomorrow|before yesterday)\b",
            r"\b(?:today|tonight|tomorrow|yesterday|last night|this (?:morning|afternoon|evening))\b",
            rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}\b\.?(?:,? 20[0-9]{{2}})?",
            rf"\b{_MONTHS}\.? [0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,? 20[0-9]{{2}})?(?!\s?(?:万|k\b|,[0-9]))",
            rf"\b(?:next|last|this) {_WEEKDAY}\b|\b{_WEEKDAY}\b",
            r"\b(?:next|last|this) (?:week|month)\b|\bend of (?:the|this|next) month\b"
            r"|\b(?:this )?weekend\b"
            r"|\bend of (?:the )?year\b|\byear end\b",
            rf"\b(?:end of|in|early|mid[- ]?|by) {_MONTHS}\b(?: 20[0-9]{{2}})?",
        )
    )
)
# 利率2.1, 存款利率给到2.1 is no day
_RATE = re.compile(r"(?:利率|年化|收益率?|利息|净值|汇率|涨|跌|降|报价?)[^,，。;；\s\x00]{0,4}\s?$")
_BY = re.compile(r"\s?(?:下班|中午|天黑|关门|营业结束)?(?:之前|以前|前)")
_STRONG = re.compile(r"[月号日年-]")  # a day that is wrong is told; 3/40 may be anything

_PHONE = re.compile(
    r"(?<![0-9])(?:\+?86[- ]?)?(1[3-9][0-9](?:[- ]?[0-9]{4}){2})(?![0-9])"
    r"|(?<![0-9])(0[0-9]{2,3}-[0-9]{7,8})(?![0-9])"
)

_CHINESE_AMOUNT = rf"[{''.join(sorted(set(chinese_figures.CHARACTERS)))}]"
_AMOUNT = re.compile(
    r"(?:[¥￥]|rmb ?|cny ?)?(?<![0-9.a-z])("
    r"[0-9][0-9,，]*(?:\.[0-9]+)?\s?[多余来]?(?:万亿|个亿|个万|亿|千万|百万|万|千|百|w(?![a-z])|k(?![a-z])"
    r"|million\b|thousand\b)?(?:[0-9](?=$|[^0-9]))?"
    r")\s?(元整|元钱|块钱|元|块|圆|yuan|rmb|cny|(?:万|亿)?美元)?(?![0-9])"
)
_SPOKEN_AMOUNT = re.compile(
    rf"((?:[零〇一二两三四五六七八九十]{_CHINESE_AMOUNT}*)[多余来]?(?:个?[万亿]))([一二三四五六七八九]?)(元整"
    rf"|块钱|元|块)?"
    rf"|((?:[零〇一二两三四五六七八九十]{_CHINESE_AMOUNT}*))(元整|块钱|元|块)"
)
_ROUGHLY = re.compile(r"[多余来]")
_ABOUT = re.compile(r"(?:大约|大概|约|差不多|将近|近|接近|上下|估计|\babout|\baround)\s?$")
_COUNTERS = re.compile(
    r"\s?(?:点|时|分|月|号|日|年|天|周|星期|岁|盒|箱|斤|个(?!亿)|张|份|次|位|人|套|瓶|袋|桶|%|折|期|级"
    r"|楼|室|am|pm|days?|weeks?|months?|years?"
    r"|st\b|nd\b|rd\b|th\b|米|平|只|条|束|本|支|提|笔|周年|多岁|后|[:/-])"
)


def phones(plain: str) -> list[PhoneSpan]:
    return [
        PhoneSpan(one.start(), one.end(), re.sub(r"[- ]", "", one[1] or one[2]))
        for one in _PHONE.finditer(plain)
    ]


def find_days(plain: str, today: date, working: WorkCalendar, taken: Iterable[Span]) -> list[DaySpan]:
    """The days in a line, outside what is taken. Raises UserError for one that cannot be, as 2月30日."""
    free = list(taken)
    found: list[DaySpan] = []
    for one in _DAYS.finditer(_blanked(plain, free)):
        words = one[0].strip()
        if "." in words and _RATE.search(plain, 0, one.start()):
            continue
        by = _BY.match(plain, one.end())
        is_deadline = (
            by is not None
            or words.startswith("by ")
            or words.endswith(("前", "周内", "星期内", "礼拜内", "月内"))
        )
        try:
            ahead = typed_days.read_said(words, LINE, toward="future", today=today, working=working)
            before = typed_days.read_said(words, LINE, toward="past", today=today, working=working)
        except UserError:
            if re.search(r"[0-9一二三四五六七八九十]月[0-9一二三四五六七八九十初廿卅]|[0-9]年|农历|-", words):
                raise
            continue
        if re.search(r"\bby (?:the )?$", plain[: one.start()]):
            is_deadline = True
        found.append(DaySpan(one.start(), by.end() if by else one.end(), words, ahead, before, is_deadline))
    return found


def find_amounts(plain: str, taken: Iterable[Span]) -> list[AmountSpan]:
    """The amounts in a line, outside what is taken. Raises UserError for one that is too large."""
    blanked = _blanked(plain, taken)
    found: list[AmountSpan] = []
    for one in _SPOKEN_AMOUNT.finditer(blanked):
        typed = one[0]
        fen = _fen(typed)
        if fen is not None:
            found.append(AmountSpan(one.start(), one.end(), fen, True, _is_rough(blanked, one)))
    for one in _AMOUNT.finditer(_blanked(blanked, found)):
        typed, unit = one[1].strip(), one[2]
        has_unit = bool(unit) or bool(re.search(r"[^0-9.,，]", typed)) or one[0][0] in "¥￥rc"
        if not has_unit and _COUNTERS.match(blanked, one.end()):
            continue
        if unit and unit.endswith("美元"):
            continue  # another currency is none of ours to guess
        fen = _fen(typed)
        if fen is not None and fen > 0:
            found.append(AmountSpan(one.start(), one.end(), fen, has_unit, _is_rough(blanked, one)))
    return sorted(found, key=lambda span: span.start)


def _is_rough(text: str, found: re.Match[str]) -> bool:
    return _ROUGHLY.search(found[0]) is not None or _ABOUT.search(text, 0, found.start()) is not None


def _fen(typed: str) -> int | None:
    try:
        return amounts.read(_ROUGHLY.sub("", typed), LINE)
    except UserError as error:
        if error.code == "amount.too_large":
            raise
        return None


def _blanked(plain: str, taken: Iterable[Span]) -> str:
    """The line with what is taken as blanks that no pattern reads."""
    chars = list(plain)
    for span in taken:
        chars[span.start : span.end] = "\x00" * (span.end - span.start)
    return "".join(chars)
