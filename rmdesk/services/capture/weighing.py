"""What each day in a line is for, what happened and what is to be done, and how far each goes."""

from __future__ import annotations

import re
from datetime import date

from rmdesk.services import spoken_days
from rmdesk.services.capture import lexicon
from rmdesk.services.capture.scanning import Hit, Read, blanked, within, words_in
from rmdesk.services.capture.spans import AmountSpan, DaySpan, Span
from rmdesk.services.working_days import WorkCalendar

_MOST_COST_FEN = 50_000_00  # more is no gift
PAST_MARK = re.compile(
    r"(?<![约订定好留])了(?!解)|收到(?!后|以后|之后|再)|(?<!不)过(?!来|生日|寿|去|年|节|户|期|两|几|[一二三四五六七八九十0-9])"
    r"|已经|已|刚才|刚刚|(?<![a-z])刚"
    r"|\b(?:was|were|had|did|visited|called|phoned|met|spoke|talked|sent|gave|came|texted|e-?mailed"
    r"|bought|wanted|said"
    r"|asked|told|complained|mentioned|discussed)\b"
)
_INTENDED = re.compile(
    r"约|请|提醒|记得|别忘|准备|打算去|待会|稍后|一会|要去|需要去|计划|安排|\b(?:remind|remember|plan|will"
    r"|must|going to|need to)\b"
)
_ATTENDS = re.compile(
    r"打电话|电话|微信|短信|联系|祝|送|拜访|上门|发|请|参加|订|买|问候|看望|准备|提醒|约|\b(?:call"
    r"|congratulate|send|visit|wish|greet|text|remind|bring)\b"
)
_DUE_SHORT = re.compile(r"\s?到(?=$|[,，。;；\s])")
_ASKS = re.compile(r"(?:顺便|并|再)?(?:问|了解|聊|谈)")
_AGAIN = re.compile(r"^\s?再|\bagain\b")
_PROMISED_TO_DO = r"约定(?=了?[^,，。;；]{0,10}?(?:把|给|帮|替|为))"  # not 约定周五来
_COMMITMENT = re.compile(f"{lexicon.pattern(lexicon.COMMITMENT).pattern}|{_PROMISED_TO_DO}")
# Words that only lead on to a day: 时间定在5月22日.
_ONLY_WHEN = re.compile(
    r"(?:见面|会面|时间|日子)*(?:初步|暂|初)?(?:时间|定|定于|约|约好|安排|改到|改)*[:：]?"
)
MATURES = lexicon.pattern(lexicon.MATURES)
TO_DO = lexicon.pattern(lexicon.TO_DO)
_NEEDS = lexicon.pattern(lexicon.NEEDS)
SPENDING = lexicon.pattern(lexicon.SPENDING)
_CIRCUMSTANCES = lexicon.pattern(lexicon.CIRCUMSTANCES)
_IN_ALL = re.compile(r"一共|合计|总共|共计|总计|人均|价值|大约|大概|共|约")
_GIFT = re.compile(r"(?<![赠发报呈])送(?!合同|资料|单据|对账单)[^,，。;；\s]{1,6}\s?$")
_GIVEN = re.compile(r"送了|送去|赠|花了|花费|吃了|招待|\b(?:gave|spent|treated|paid)\b")


class Parts:
    """Gives each day of a line its part; what is left tells of the contact itself."""

    def __init__(self, read: Read, working: WorkCalendar) -> None:
        self._read = read
        self._working = working
        self._promise = _COMMITMENT.search(read.bare)
        self._maturing: DaySpan | None = None
        self._event_days: list[tuple[Hit, DaySpan]] = []
        self._promise_day: DaySpan | None = None
        self._past: list[DaySpan] = []
        self._future: list[DaySpan] = []
        self._segments: list[tuple[DaySpan | None, Span]] = []

    def _place_days(self) -> None:
        read = self._read
        free = list(read.days)
        for day in read.days:
            if self._maturing is None and self._is_maturity(day):
                self._maturing = day
                free.remove(day)
        for event in read.events:
            its_day = self._day_of_event(event, free)
            if its_day is not None:
                self._event_days.append((event, its_day))
                free.remove(its_day)
        if self._promise is not None and free:
            behind = [one for one in free if one.start >= self._promise.start() and not self._is_past(one)]
            ahead = [one for one in free if one.start < self._promise.start() and not self._is_past(one)]
            clause = read.clause_of(Span(self._promise.start(), self._promise.end()))
            near = behind[:1] or [one for one in ahead if read.clause_of(one) == clause][-1:]
            if near:
                self._promise_day = near[0]
                free.remove(near[0])
        if self._maturing is None:
            self._maturing = self._unsaid_maturity(free)
            if self._maturing is not None:
                free.remove(self._maturing)
        for day in [one for one in free if not self._is_circumstance(one)]:
            placed = self._past if self._is_past(day) else self._future
            if all(one.ahead.on != day.ahead.on for one in placed):  # 教师节 9月10日 is one day
                placed.append(day)

    def _is_maturity(self, day: DaySpan) -> bool:
        read = self._read
        others = [one.start for one in read.days if one.start > day.start]
        clause = read.clause_of(day)
        end = min([*others, clause.end])
        after = read.bare[day.end : end]
        found = MATURES.search(after)
        if found is not None and not TO_DO.search(after[: found.start()]):
            return True
        if _DUE_SHORT.match(read.plain, day.end) and (read.amounts or read.products):
            return True
        before = MATURES.search(read.bare, max(clause.start, day.start - 14), day.start)
        return before is not None and not TO_DO.search(read.bare, before.end(), day.start)

    def _is_circumstance(self, day: DaySpan) -> bool:
        """明天出差, 端午前要用钱: the day is theirs, and nothing is to be done on it."""
        read = self._read
        clause = read.clause_of(day)
        end = min([one.start for one in read.days if one.start > day.start] + [clause.end])
        found = _CIRCUMSTANCES.search(read.bare, day.end, end)
        return (
            found is not None
            and day.ahead.on >= read.today
            and TO_DO.search(read.bare, found.end(), end) is None
            and TO_DO.search(read.bare, day.end, found.start()) is None
        )

    def _unsaid_maturity(self, free: list[DaySpan]) -> DaySpan | None:
        """王五 民生 2百万 理财 9月30日: nothing else is said of the day."""
        read = self._read
        matures = MATURES.search(read.bare)
        if not read.amounts or not (read.banks or matures):
            return None
        for day in free:
            clause = read.clause_of(day)
            said = read.bare[clause.start : clause.end]
            if not self._is_past(day) and day.ahead.on > read.today and not TO_DO.search(words_in(said)):
                if self._spends(read.amounts[0]):
                    continue
                return day
        return None

    def _day_of_event(self, event: Hit, free: list[DaySpan]) -> DaySpan | None:
        read = self._read
        clause = read.clause_of(event)
        same = [one for one in free if read.clause_of(one) == clause]
        if event.word in lexicon.SCHOOL:
            same = [one for one in same if one.ahead.is_exact]
            if not same:
                return None
        said = read.bare[clause.start : clause.end]
        if same:
            attends = _ATTENDS.search(
                re.sub(f"(?:参加)?{re.escape(event.word)}", "", said)
            ) or self._is_attended(clause)
            return None if attends else min(same, key=lambda one: abs(one.start - event.start))
        place = read.clauses.index(clause)
        for near in (place + 1, place - 1):
            if 0 <= near < len(read.clauses):
                beside = read.clauses[near]
                only = words_in(read.bare[beside.start : beside.end])
                for one in free:
                    is_bare = not only or _ONLY_WHEN.fullmatch(only)
                    if read.clause_of(one) == beside and is_bare and not _ATTENDS.search(said):
                        return one
        return None

    def _is_attended(self, clause: Span) -> bool:
        """Whether what follows is what one does about it: 明天李敏生日 打电话祝福."""
        read = self._read
        after = next((one for one in read.clauses if one.start >= clause.end), None)
        if after is None or any(read.clause_of(one) == after for one in read.days):
            return False
        said = read.bare[after.start : after.end]
        return _ATTENDS.search(said) is not None and not PAST_MARK.search(said)

    def _is_past(self, day: DaySpan) -> bool:
        read = self._read
        today = read.today
        if day.ahead.on < today or day.words in ("刚才", "刚刚"):
            return True
        clause = read.clause_of(day)
        said = blanked(read.plain, [*read.people, *read.days])[clause.start : clause.end]
        marked = PAST_MARK.search(said) is not None or self._is_spent_upon(day, clause)
        if self._is_next_time(day):
            return False
        if day.words in spoken_days.PUT_OFF:
            return False
        if day.ahead.on == today and day.before.on == today:
            return not self._is_later_today(day, clause, marked)
        near = (today - day.before.on).days
        just_over = near <= 14 and (day.ahead.on - today).days > 60
        if day.is_deadline or day.before.on == day.ahead.on:
            return just_over and (marked or bool(within(read.results, clause)))
        return marked or (just_over and day.before.is_exact)

    def _is_spent_upon(self, day: DaySpan, clause: Span) -> bool:
        """周末和马总喝茶 花了480: what follows tells what it cost."""
        read = self._read
        ago = (read.today - day.before.on).days
        was_lately = 0 < ago <= 7 or (0 < ago <= 60 and (day.ahead.on - read.today).days > 3 * ago)
        place = read.bare[clause.start : clause.end]
        if not was_lately or not (SPENDING.search(place) or _GIFT.search(place)):
            return False
        after = next((one for one in read.clauses if one.start >= clause.end), None)
        if after is None or any(read.clause_of(one) == after for one in read.days):
            return False
        costs = any(after.covers(one) and self._spends(one) for one in read.amounts)
        return costs or _GIVEN.search(read.bare, after.start, after.end) is not None

    def _is_next_time(self, day: DaySpan) -> bool:
        """周五再打, said on a Friday, is a week ahead."""
        again = self._read.bare[day.end : self._read.clause_of(day).end]
        return is_weekday_of(day, self._read.today) and _AGAIN.search(again) is not None

    def _is_later_today(self, day: Span, clause: Span, marked: bool) -> bool:
        read = self._read
        if re.search(r"今晚|tonight|this evening", read.plain[day.start : day.end]):
            return not marked
        time = next((one for one in read.times if clause.start <= one.start < clause.end), None)
        said = read.plain[clause.start : clause.end]
        if time is not None and read.minute_now is not None:
            return time.minute > read.minute_now and not marked
        if marked or self._evidence(Span(0, len(read.plain))):
            return False
        return bool(_INTENDED.search(said)) or _is_deadline(day)

    def _is_for_later_today(self) -> bool:
        """A time and no day, and nothing says that it is over: it is for today."""
        read = self._read
        if not read.times or read.days or self._promise:
            return False
        whole = Span(0, len(read.plain))
        said = blanked(read.plain, read.people)
        if PAST_MARK.search(said) or self._evidence(whole):
            return False
        if read.minute_now is not None:
            return read.times[0].minute > read.minute_now
        return True

    # --- what has happened -----------------------------------------------------------------------

    def _evidence(self, part: Span) -> bool:
        """Whether this part tells of something that happened: how it went, what it cost, what is wanted."""
        read = self._read
        if within(read.results, part) or any(
            part.start <= one.start < part.end and self._spends(one) for one in read.amounts
        ):
            return True
        said = read.bare[part.start : part.end]
        return _NEEDS.search(said) is not None or _GIVEN.search(said) is not None

    def _spends(self, amount: AmountSpan) -> bool:
        read = self._read
        if amount.fen > _MOST_COST_FEN:
            return False
        clause = read.clause_of(amount)
        said = read.bare[clause.start : clause.end]
        if SPENDING.search(said):
            return not within(read.products, clause)
        if _IN_ALL.sub("", words_in(said)) or (not amount.has_unit and amount.fen >= 10_000_00):
            return False
        place = read.clauses.index(clause)
        beside = [read.clauses[one] for one in (place - 1, place + 1) if 0 <= one < len(read.clauses)]
        return any(
            SPENDING.search(read.bare, one.start, one.end) or _GIFT.search(read.bare, one.start, one.end)
            for one in beside
        )

    # --- parts of the line -----------------------------------------------------------------------

    def _promise_span(self) -> Span | None:
        """From the promise on, to where something else begins."""
        if self._promise is None:
            return None
        read = self._read
        clause = read.clause_of(Span(self._promise.start(), self._promise.end()))
        start, end = self._promise.start(), clause.end
        if self._promise_day is not None and self._promise_day.start < start:
            start = self._promise_day.start
        for after in read.clauses[read.clauses.index(clause) + 1 :]:
            days = [one for one in self._future if read.clause_of(one) == after]
            if days or self._evidence(after) or any(read.clause_of(one) == after for one in self._past):
                break
            end = after.end
        later = [one.start for one in self._future if start < one.start < end]
        return Span(start, min([*later, end]))

    def _segment(self, day: DaySpan) -> Span:
        """The part of the line that is about this day to come."""
        read = self._read
        clause = read.clause_of(day)
        others = [
            one
            for one in read.days
            if one.ahead.on != day.ahead.on and read.clause_of(one) == clause  # 教师节 9月10日 is one day
        ]
        end = min([one.start for one in others if one.start > day.start] + [clause.end])
        start = max([one.end for one in others if one.end <= day.start] + [clause.start])
        if self._promise is not None and start <= self._promise.start() < end:
            if self._promise.start() < day.start:
                start = max(start, day.start)
            else:
                end = self._promise.start()
        before, after = words_in(read.bare[start : day.start]), words_in(read.bare[day.end : end])
        if _ONLY_WHEN.fullmatch(before):
            before = ""
        acts = TO_DO.search(after) is not None
        if acts and before and self._tells(Span(start, day.start)):
            start = day.start
        segment = Span(start, end)
        place = read.clauses.index(clause)
        return self._widened(segment, place, has_words=bool(before or after), acts=acts)

    def _tells(self, part: Span) -> bool:
        """Whether this part is about a contact that was: by its channel, or by what came of it."""
        read = self._read
        said = read.bare[part.start : part.end]
        return bool(within(read.channels, part)) or self._evidence(part) or bool(PAST_MARK.search(said))

    def _widened(self, segment: Span, place: int, *, has_words: bool, acts: bool) -> Span:
        read = self._read
        start, end = segment.start, segment.end
        if end == read.clauses[place].end:
            for after in read.clauses[place + 1 :]:
                if self._stands_alone(after) and not (acts and self._goes_on(after)):
                    break
                end = after.end
        if start == read.clauses[place].start:
            acts = acts or bool(TO_DO.search(read.bare, start, end))
            for before in reversed(read.clauses[:place]):
                said = words_in(read.bare[before.start : before.end])
                if self._stands_alone(before) or self._is_of_holding(before):
                    break
                if (acts or has_words) and said and self._tells(before):
                    break
                start = before.start
        return Span(start, end)

    def _goes_on(self, clause: Span) -> bool:
        """打个电话给他，问保单的事: it is we who ask."""
        read = self._read
        said = words_in(read.bare[clause.start : clause.end])
        return (
            _ASKS.match(said) is not None and not within(read.results, clause) and not PAST_MARK.search(said)
        )

    def _stands_alone(self, clause: Span) -> bool:
        read = self._read
        if any(read.clause_of(one) == clause for one in read.days):
            return True
        if self._promise is not None and clause.start <= self._promise.start() < clause.end:
            return True
        said = read.bare[clause.start : clause.end]
        return self._evidence(clause) or bool(PAST_MARK.search(said)) or self._is_of_holding(clause)

    def _is_of_holding(self, clause: Span) -> bool:
        read = self._read
        if within(read.banks, clause):
            return True
        matures = MATURES.search(read.bare, clause.start, clause.end) is not None
        return matures and (self._maturing is not None or bool(read.amounts))


def is_weekday_of(day: DaySpan, today: date) -> bool:
    """周三, on a Wednesday: today or a week ahead."""
    return day.ahead.on == today and bool(re.match(r"(?:周|星期|礼拜).|(?!to)[a-z]+day$", day.words))


def _is_deadline(day: Span) -> bool:
    return isinstance(day, DaySpan) and day.is_deadline
