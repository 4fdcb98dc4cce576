"""What stands where in a line: days, times, amounts, phones, and the words of the lexicon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rmdesk.models import Channel, ContactResult
from rmdesk.services import typed_times
from rmdesk.services.capture import lexicon
from rmdesk.services.capture.spans import AmountSpan, DaySpan, Line, Span, find_amounts, find_days, phones
from rmdesk.services.typed_times import TimeSpan
from rmdesk.services.working_days import WorkCalendar

_BREAKS = re.compile(r"[,，。;；!！?？、|/\n]+|(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])|\.\s+")
FILLERS = re.compile(
    r"^(?:(?:给|跟|和|与|同|对|向|把|将|让|请|为|要|去|的|在|于|说|我|他|她|再次|又|就|一下|并|to|with"
    r"|for|about|at|on|by|in|the|a|and|of|s|'s|'s)(?![a-z])|[\s,，。;；:：、'.!！?？-])+"
)
TRAILING = re.compile(
    r"(?:(?:(?<![a-z])(?:to|with|for|at|on|by|in|the|about|and)|给|跟|和|与|向|在|的|把|将)"
    r"|[\s,，。;；:：、'.!！?？-])+$"
)
CHANNEL_WORDS = lexicon.words(lexicon.CHANNELS)
RESULT_WORDS = lexicon.words(lexicon.RESULTS)
PRODUCT_WORDS = lexicon.words(lexicon.PRODUCTS)
RELATION_WORDS = lexicon.words(lexicon.RELATIONS)
EVENT_WORDS = lexicon.words(lexicon.EVENTS)
_CHANNEL = lexicon.pattern("|".join(lexicon.CHANNELS.values()))
_RESULT = lexicon.pattern("|".join(lexicon.RESULTS.values()))
_PRODUCT = lexicon.pattern("|".join(lexicon.PRODUCTS.values()))
_RELATION = lexicon.pattern("|".join(lexicon.RELATIONS.values()))
_EVENT = lexicon.pattern("|".join(lexicon.EVENTS.values()))
_LARGE_SUM = re.compile(r"取|转|现|交易|支|汇|资金|存取")  # a sum, no certificate
_BROUGHT = re.compile(r"[转拿带送发寄打汇搬调存]$")  # 转过来 is money, not a person
_BRANCH = Channel.BRANCH_VISIT.value
_COMES = re.compile(
    r"(?:\x00|上午|下午|早上|中午|自己|本人)来(?=$|[\s,，。;；!！]|[做面签补交换拿销还缴买激打])"
    r"|(?<![回过起出下上原本未近从历将以送寄带拿发汇打搬转调往])来"
    r"(?=查|激活|领|改|更[改新]|变更|换|补|打印|办|开(?!会|车|发|玩)|存|取|支取|签|交|缴|销|挂失|咨询|询问|问|看|做|买|还|续|解[锁冻])"
)
_WENT = re.compile(
    r"[去到]了?(?:[他她]们?的?|[\x00的]{1,8})(?:公司|厂里|厂|家里|家|单位|店里|办公室|工地|科室|医院|学校|门店|铺子|仓库|车间)"
    r"|去了?(?:公司|厂里|厂|家里|家|单位|店里|办公室|工地)"
    r"|在(?:[他她]们?的?|[\x00的]{1,8})(?:公司|厂里|家里|单位|店里|办公室)(?:见|碰面|面谈)"
)
# Whether they wrote back, and what was sent: verb and thing stand apart (回复邮件了, 发了到期提醒短信).
_ANSWERED = re.compile(
    r"(?<![未没不再等待])回复(?:[^,，。;；\s\x00]{0,4}了|[:：说称]|\s?(?:收到|好的?|可以|知道|同意|ok))|(?:微信|短信|消息|邮件|信息)[里上]?(?:已|已经)?回了(?!电|访)"
)
_SENT = re.compile(r"发了[^,，。;；\x00]{0,12}(?:短信|微信|消息|邮件|e-?mail)")
_UNTIL = re.compile(r"\s?(?:之前|以前|前)(?![往去来])")  # 12点前 is no appointment
_POSTED = re.compile(r"寄[^,，。;；\s]{0,6}信(?![用息托贷])")
_NO_FEELING = re.compile(r"[度信卡函会]|调查")  # 满意度, 感谢信


@dataclass(frozen=True, slots=True)
class Hit(Span):
    """A word of the lexicon and what it stands for."""

    code: str
    word: str


@dataclass(slots=True)
class Read:
    """All that was found in one line, in places of `line.plain`."""

    line: Line
    today: date
    minute_now: int | None
    people: list[Span]
    days: list[DaySpan] = field(default_factory=list)
    times: list[TimeSpan] = field(default_factory=list)
    amounts: list[AmountSpan] = field(default_factory=list)
    phones: list[Span] = field(default_factory=list)
    banks: list[Hit] = field(default_factory=list)
    channels: list[Hit] = field(default_factory=list)
    results: list[Hit] = field(default_factory=list)
    products: list[Hit] = field(default_factory=list)
    relations: list[Hit] = field(default_factory=list)
    events: list[Hit] = field(default_factory=list)
    clauses: list[Span] = field(default_factory=list)
    bare: str = ""  # the line with people, days, times, amounts and phones as blanks

    @property
    def plain(self) -> str:
        return self.line.plain

    def clause_of(self, span: Span) -> Span:
        return next((one for one in self.clauses if one.start <= span.start < one.end), self.clauses[-1])


def within(found: Iterable[Hit], *parts: Span) -> list[Hit]:
    return [one for one in found if any(part.start <= one.start < part.end for part in parts)]


def outside(found: Iterable[Hit], parts: Sequence[Span]) -> list[Hit]:
    return [one for one in found if not any(part.start <= one.start < part.end for part in parts)]


def find(
    line: Line, people: Sequence[Span], today: date, working: WorkCalendar, minute_now: int | None
) -> Read:
    read = Read(line, today, minute_now, list(people))
    plain = line.plain
    read.phones = list(phones(plain))
    taken: list[Span] = [*people, *read.phones]
    read.days = find_days(plain, today, working, taken)
    taken += read.days
    # 今晚8点: the evening belongs to the time as well.
    untimed = [*people, *read.phones, *(_without_part(one) for one in read.days)]
    read.times = [
        one for one in typed_times.find(blanked(plain, untimed)) if not _UNTIL.match(plain, one.end)
    ]
    taken += [Span(one.start, one.end) for one in read.times]
    read.amounts = find_amounts(plain, taken)
    read.bare = bare = blanked(plain, [*taken, *read.amounts])
    read.banks = [Hit(start, end, name, bare[start:end]) for start, end, name in lexicon.banks(bare)]
    free = blanked(bare, read.banks)
    read.events = [
        one
        for one in _hits(_EVENT, EVENT_WORDS, free)
        if one.word != "周岁" or not bare[: one.start].rstrip()[-1:].isdigit()
    ]
    read.relations = _hits(_RELATION, RELATION_WORDS, free)
    read.results = [one for one in _hits(_RESULT, RESULT_WORDS, free) if not _NO_FEELING.match(bare, one.end)]
    for told, code in ((_ANSWERED, ContactResult.REPLIED), (_SENT, ContactResult.SENT)):
        read.results += [Hit(one.start(), one.end(), code.value, one[0]) for one in told.finditer(free)]
    read.results.sort(key=lambda one: one.start)
    read.products = [
        one
        for one in _hits(_PRODUCT, PRODUCT_WORDS, free)
        if one.word != "大额" or not _LARGE_SUM.match(bare, one.end)
    ]
    read.channels = [
        one
        for one in _hits(_CHANNEL, CHANNEL_WORDS, blanked(free, read.products))
        if not _is_label(one, read.phones) and not (one.word == "过来" and _BROUGHT.search(bare[: one.start]))
    ]
    read.channels += [
        Hit(one.start(), one.end(), Channel.VISIT.value, one[0]) for one in _WENT.finditer(free)
    ]
    read.channels += [
        Hit(one.start(), one.end(), Channel.LETTER.value, one[0]) for one in _POSTED.finditer(free)
    ]
    read.channels += [Hit(one.start(), one.end(), _BRANCH, one[0]) for one in _COMES.finditer(free)]
    read.channels.sort(key=lambda one: one.start)
    read.clauses = _clauses(plain)
    return read


def _is_label(channel: Hit, numbers: Sequence[Span]) -> bool:
    """电话13812345678 tells a number, not a call."""
    return any(0 <= number.start - channel.end <= 3 for number in numbers)


def _hits(pattern: re.Pattern[str], codes: dict[str, str], text: str) -> list[Hit]:
    return [Hit(one.start(), one.end(), codes[one[0]], one[0]) for one in pattern.finditer(text)]


def blanked(plain: str, taken: Iterable[Span]) -> str:
    chars = list(plain)
    for span in taken:
        chars[span.start : span.end] = "\x00" * (span.end - span.start)
    return "".join(chars)


def _clauses(plain: str) -> list[Span]:
    found: list[Span] = []
    start = 0
    for one in _BREAKS.finditer(plain):
        if one.start() > start:
            found.append(Span(start, one.start()))
        start = one.end()
    if start < len(plain):
        found.append(Span(start, len(plain)))
    return found or [Span(0, len(plain))]


def _without_part(day: DaySpan) -> Span:
    return Span(day.start, day.end - 1) if day.words[-1] in "晚早" else day


def words_in(bare: str) -> str:
    """What is said there beside blanks and words that say nothing."""
    return TRAILING.sub("", FILLERS.sub("", re.sub("\x00+", " ", bare).strip())).strip()


def tidy(words: str) -> str:
    """Words as they are stored: one blank between them, no marks and no words that only lead on around."""
    plain = " ".join(words.split())
    return TRAILING.sub("", FILLERS.sub("", plain)).strip()


def is_in(span: Span | TimeSpan, parts: Iterable[Span]) -> bool:
    return any(part.start <= span.start < part.end for part in parts)


def spans_of(times: Iterable[TimeSpan]) -> list[Span]:
    return [Span(one.start, one.end) for one in times]


# Ways of contact that are not named but done.
_DONE_BY = (
    (Channel.CALL, re.compile(r"再打(?![卡款折])|打过去|打回去")),
    (Channel.LETTER, re.compile(r"寄(?![信存托卖])|贺卡|明信片|posted")),
    (Channel.VISIT, re.compile(r"去看|去慰问|慰问|去给|(?<![赠发报呈])送(?![审达])")),
)


def guessed_channel(said: str) -> str | None:
    """The way of contact that what was done suggests; None if it could be any."""
    return next((channel.value for channel, how in _DONE_BY if how.search(said)), None)
