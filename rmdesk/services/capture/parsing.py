"""From a line to the records it tells of. Pure: who is meant is known already, as places in the line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rmdesk.models import Channel, CommitmentKind, ContactResult, DateKind, ProductKind, Satisfaction
from rmdesk.services.capture import lexicon
from rmdesk.services.capture.drafts import Draft, Kind
from rmdesk.services.capture.scanning import (
    FILLERS,
    TRAILING,
    Hit,
    blanked,
    find,
    guessed_channel,
    is_in,
    outside,
    spans_of,
    tidy,
    within,
)
from rmdesk.services.capture.spans import DaySpan, Line, Span
from rmdesk.services.capture.weighing import MATURES, PAST_MARK, SPENDING, Parts, is_weekday_of
from rmdesk.services.working_days import WorkCalendar

DAYS_BEFORE_MATURITY = 7  # products at other banks are talked about so long before
_MOST_TOUCHPOINTS = 3
_LEAST_WITHOUT_UNIT_FEN = 1000_00  # less without a unit may be any number
_FEW = {sign: place for signs in ("123456789", "一二三四五六七八九") for place, sign in enumerate(signs, 1)}
_FEW["两"] = 2
_BEFOREHAND = re.compile(rf"提前([{''.join(_FEW)}])[天日]")
_RENEWED = re.compile(r"续|转[成为存入到]|赎回|取[走出了]|支取|改成|换成")
# Only a telephone is not answered so.
UNANSWERED = re.compile(
    r"打不通|没打通|未打通|打不进|没接|未接|关机|停机|空号|占线|无法接通|接不通|没人接|无人接|不在服务区"
)
_ONCE = (
    "结婚|婚礼|婚期|大婚|办喜酒|喜酒|出嫁|娶媳妇|乔迁|搬家|毕业典礼|毕业|开学|预产期|退休|满月酒|满月|百日宴|百日|百天|搬新家|搬进新房|订婚"
    "|周岁宴|开业|开张|wedding|gets married|getting married|marries|graduation|graduates|moves house|retires"
    "|opening ceremony"
)
_ONCE_WORDS = frozenset(_ONCE.split("|"))
_COLLEGE_EXAM = (6, 7)  # the first day of the national entrance examination each year
_SAID = re.compile(r"\x00(?:电话里|微信里|今天|又)?(?:说(?!好|定|明(?![天日年早晚]))|表示|称|提到|透露)")
_GRUMBLES = re.compile(r"嫌|太[贵慢低差麻久]|too (?:slow|expensive|low|long)")
_ONLY_ALREADY = re.compile(r"(?:已经|已|刚刚|刚才|刚|又)(?=\s*[跟向和与对给]?[\x00\s]*$)")
_REPEATED = re.compile(r"周年|纪念|庆|anniversary")


def read_line(
    line: Line, people: Sequence[Span], today: date, working: WorkCalendar, minute_now: int | None = None
) -> list[Draft]:
    """What the line proposes, what happened first. Raises UserError for days and amounts that cannot be."""
    read = find(line, people, today, working, minute_now)
    return _Proposing(read, working).drafts()


class _Proposing(Parts):
    """Makes the drafts."""

    def drafts(self) -> list[Draft]:
        read = self._read
        self._place_days()
        promised = self._promise_span()
        for day in self._future[:_MOST_TOUCHPOINTS]:
            self._segments.append((day, self._segment(day)))
        if not self._future and not self._past and self._is_for_later_today():
            self._segments.append((None, Span(0, len(read.plain))))
        taken = [segment for _, segment in self._segments] + ([promised] if promised else [])
        holding = self._holding(taken)
        dates = self._important_dates()
        commitment = self._commitment(promised) if promised else None
        touchpoints = [self._touchpoint(day, segment) for day, segment in self._segments]
        if not touchpoints and self._maturing is not None:
            touchpoints.append(self._before_maturity(self._maturing))
        rest = [one for one in (holding, *dates, commitment, *touchpoints) if one is not None]
        if self._has_happened(taken, holding, rest):
            return [self._interaction(taken, holding), *rest]
        return rest

    def _has_happened(self, taken: list[Span], holding: Draft | None, others: list[Draft]) -> bool:
        read = self._read
        if self._past or holding is not None or not others:
            return True
        if all(one.kind is Kind.IMPORTANT_DATE for one in others):
            return bool(read.channels or outside(read.results, taken))
        rest = blanked(read.plain, [*taken])
        clauses = [one for one in read.clauses if not any(part.covers(one) for part in taken)]
        if any(self._evidence(Span(one.start, _end_before(one, taken))) for one in clauses):
            return True
        if outside(read.channels, taken):
            return True
        said = blanked(rest, [*read.people, *read.days])
        if self._promise is not None:  # 已向马董承诺: the promise is what has happened
            said = _ONLY_ALREADY.sub("", said[: self._promise.start()]) + said[self._promise.start() :]
        return (
            PAST_MARK.search(said) is not None
            or self._was_told()
            or bool(self._maturing and not self._future)
        )

    def _was_told(self) -> bool:
        """曾丽说下周二再谈: they have said so."""
        return _SAID.search(blanked(self._read.plain, self._read.people)) is not None

    def _interaction(self, taken: list[Span], holding: Draft | None) -> Draft:
        read = self._read
        draft = Draft(Kind.INTERACTION, text=read.line.typed)
        draft.date = read.today
        if self._past:
            said = self._past[0].said("past" if self._past[0].ahead.on >= read.today else "future")
            draft.date = min(said.on, read.today)
            if not said.is_exact:
                draft.unsure.add("date")
        time = next((one for one in read.times if not is_in(one, taken)), None)
        if time is not None:
            draft.minute = time.minute
            if not time.is_exact:
                draft.unsure.add("time")
        channel = next(iter(outside(read.channels, taken)), None)
        words = blanked(read.bare, taken)
        missed = next((one for one in outside(read.results, taken) if UNANSWERED.match(one.word)), None)
        is_first = channel is not None and missed is not None and missed.start < channel.start
        if is_first and missed is not None and not within(read.channels, read.clause_of(missed)):
            channel = missed  # 打不通，发了微信: what was tried first
        if channel is not None:
            draft.channel = Channel.CALL.value if channel is missed else channel.code
        else:
            draft.channel = guessed_channel(words) or Channel.CALL.value
        if channel is None:
            draft.unsure.add("channel")
        draft.result = self._result(outside(read.results, taken))
        if draft.result is None and _GRUMBLES.search(words):
            draft.result = Satisfaction.DISSATISFIED.value
            draft.unsure.add("result")
        self._put_cost(draft)
        spent = {holding.amount_fen if holding else None, draft.cost_fen}
        if holding is None:
            amounts = [
                one
                for one in read.amounts
                if not is_in(one, taken)
                and one.fen not in spent
                and (one.has_unit or one.fen >= _LEAST_WITHOUT_UNIT_FEN)
            ]
            if amounts:
                draft.amount_fen = amounts[0].fen
                if amounts[0].is_rough:
                    draft.unsure.add("amount")
            draft.product_kind = _wanted(outside(read.products, taken))
        return draft

    def _result(self, found: list[Hit]) -> str | None:
        """How the customer felt says more than that they were reached; nobody who was not felt anything."""
        codes = [one.code for one in found]
        for code in (ContactResult.NO_ANSWER, ContactResult.MESSAGE_LEFT):
            if code in codes:
                return code.value
        felt = [one for one in codes if one in ("dissatisfied", "satisfied", "neutral")]
        refused = [one for one in codes if one == ContactResult.REFUSED]
        return next(iter(felt or refused or codes), None)

    def _put_cost(self, draft: Draft) -> None:
        read = self._read
        for amount in read.amounts:
            if self._spends(amount):
                clause = read.clause_of(amount)
                draft.cost_fen = amount.fen
                kept = blanked(read.plain, [*read.people, *read.days, amount])[clause.start : clause.end]
                words = tidy(kept.replace("\x00", " "))
                near = SPENDING.search(read.bare)
                draft.cost_for = words or (near[0] if near else None)
                return

    def _holding(self, taken: list[Span]) -> Draft | None:
        read = self._read
        matures = self._maturing is not None or MATURES.search(read.bare) is not None
        amounts = [one for one in read.amounts if not self._spends(one)]
        if not amounts or not (read.banks or matures):
            return None
        named = [one for one in read.banks if one.code != lexicon.ANY_BANK]
        bank = next(iter(named or read.banks), None)
        is_dealt_with = _RENEWED.search(read.bare) and PAST_MARK.search(read.bare)
        if bank is None and self._maturing is None and is_dealt_with:
            return None  # it matured, and what became of it is told
        draft = Draft(Kind.HOLDING)
        anchor = bank or self._maturing or amounts[0]
        amount = min(amounts, key=lambda one: (read.clause_of(one) != read.clause_of(anchor), one.start))
        draft.amount_fen = amount.fen
        if amount.is_rough:
            draft.unsure.add("amount")
        if bank is not None:
            draft.institution = bank.code
        if bank is None or bank.code == lexicon.ANY_BANK:
            draft.unsure.add("institution")
        if self._maturing is not None:
            said = self._maturing.ahead
            draft.date = said.on
            if not said.is_exact:
                draft.unsure.add("date")
        near = sorted(
            read.products,
            key=lambda one: (read.clause_of(one) != read.clause_of(amount), abs(one.start - amount.start)),
        )
        specific = [one for one in near if one.code != ProductKind.TIME_DEPOSIT] if len(near) > 1 else near
        draft.product_kind = (specific or near)[0].code if near else ProductKind.OTHER.value
        if not near:
            draft.unsure.add("product_kind")
        draft.text = read.line.typed
        return draft

    def _important_dates(self) -> list[Draft]:
        read = self._read
        found: list[Draft] = []
        for event, day in self._event_days:
            found.append(self._important_date(event, day))
        if not found:
            exam = next(
                (one for one in read.events if one.word in ("高考", "gaokao", "college entrance exam")), None
            )
            if exam is not None and not self._future and not PAST_MARK.search(read.bare):
                found.append(self._important_date(exam, None))
        return found

    def _important_date(self, event: Hit, day: DaySpan | None) -> Draft:
        read = self._read
        draft = Draft(Kind.IMPORTANT_DATE)
        relation = next(
            (one for one in reversed(read.relations) if one.start < event.start),
            next(iter(read.relations), None),
        )
        draft.purpose = event.code
        if event.code == DateKind.FOUNDING:
            relation = None
        if relation is not None:
            draft.relation, draft.whose = relation.code, read.line.original(relation.start, relation.end)
            if event.code == lexicon.BIRTHDAY:
                draft.purpose = DateKind.FAMILY_BIRTHDAY.value
        said = day.ahead if day is not None else None
        if said is not None:
            draft.date, draft.lunar = said.on, said.lunar
            draft.has_year = (
                day is not None and re.match(r"(?:19|20)?[0-9]{2}年|(?:19|20)[0-9]{2}", day.words) is not None
            )
            if not said.is_exact:
                draft.unsure.add("date")
        if event.word in ("高考", "gaokao", "college entrance exam") and (said is None or not said.is_exact):
            year = read.today.year if said is None else said.on.year
            first = date(year, *_COLLEGE_EXAM)
            draft.date = first if first >= read.today else date(year + 1, *_COLLEGE_EXAM)
            draft.unsure.add("date")
        near = read.plain[max(0, event.start - 4) : event.end + 8]
        once = event.word in _ONCE_WORDS or event.code in (DateKind.EXAM, DateKind.OTHER)
        draft.yearly = not once or bool(_REPEATED.search(near))
        clause = read.clause_of(event)
        draft.text = (
            tidy(read.line.original(clause.start, clause.end))
            if draft.whose is None
            else (
                f"{draft.whose}{read.line.original(event.start, event.end)}"
                if not event.word.isascii()
                else f"{draft.whose}: {read.line.original(event.start, event.end)}"
            )
        )
        return draft

    def _commitment(self, part: Span) -> Draft:
        read = self._read
        draft = Draft(Kind.COMMITMENT)
        if self._promise_day is not None:
            draft.date = self._promise_day.ahead.on
            if not self._promise_day.ahead.is_exact:
                draft.unsure.add("date")
        else:
            draft.date = self._working.next_working_day(read.today)
            draft.unsure.add("date")
        assert self._promise is not None
        kept = blanked(read.plain, [*read.people, *([self._promise_day] if self._promise_day else [])])
        words = self._original(kept, Span(self._promise.end(), part.end))
        draft.text = words or read.line.typed
        found = lexicon.promise_kind(read.bare, part.start, part.end)
        draft.purpose = found or CommitmentKind.SERVICE.value
        if found is None:
            draft.unsure.add("purpose")
        draft.product_kind = _wanted(within(read.products, part))
        return draft

    def _touchpoint(self, day: DaySpan | None, segment: Span) -> Draft:
        read = self._read
        draft = Draft(Kind.TOUCHPOINT)
        draft.date = read.today if day is None else day.ahead.on
        if day is not None and self._is_next_time(day):
            draft.date = day.ahead.on + timedelta(days=7)
        before = _BEFOREHAND.search(read.plain, segment.start, segment.end)
        if before is not None and draft.date is not None:
            draft.date = max(draft.date - timedelta(days=_FEW[before[1]]), read.today)
        if day is not None and (not day.ahead.is_exact or is_weekday_of(day, read.today)):
            draft.unsure.add("date")
        time = next((one for one in read.times if segment.start <= one.start < segment.end), None)
        if time is not None:
            draft.minute = time.minute
            if not time.is_exact:
                draft.unsure.add("time")
        channel = next(iter(within(read.channels, segment)), None)
        draft.channel = channel.code if channel else guessed_channel(read.bare[segment.start : segment.end])
        if channel is None and draft.channel is not None:
            draft.unsure.add("channel")
        draft.product_kind = _wanted(within(read.products, segment))
        amounts = [
            one for one in read.amounts if segment.start <= one.start < segment.end and not self._spends(one)
        ]
        if amounts and amounts[0].has_unit and self._maturing is None and not read.banks:
            draft.amount_fen = amounts[0].fen
        spans = [*read.people, *read.phones, *([day] if day else []), *spans_of(read.times)]
        kept = blanked(read.plain, spans)
        without = blanked(kept, [channel] if channel else [])
        draft.purpose = self._original(without, segment) or None
        draft.text = self._original(kept, segment) or read.line.typed
        return draft

    def _before_maturity(self, day: DaySpan) -> Draft:
        read = self._read
        ahead = max(day.ahead.on - timedelta(days=DAYS_BEFORE_MATURITY), read.today)
        draft = Draft(Kind.TOUCHPOINT, date=ahead, of_maturity=True, unsure={"date"})
        kept = blanked(read.plain, [*read.people, *read.phones])
        draft.text = self._original(kept, Span(0, len(read.plain))) or read.line.typed
        draft.purpose = draft.text
        return draft

    def _original(self, kept: str, part: Span) -> str:
        """What was typed in this part, without what `kept` has as blanks."""
        pieces: list[str] = []
        for one in re.finditer(r"[^\x00]+", kept[part.start : part.end]):
            piece = self._read.line.original(part.start + one.start(), part.start + one.end())
            words = TRAILING.sub("", FILLERS.sub("", piece))
            if words:
                pieces.append(words)
        return tidy(" ".join(pieces))


def _end_before(clause: Span, taken: Sequence[Span]) -> int:
    return min([one.start for one in taken if clause.start < one.start < clause.end] + [clause.end])


def _wanted(found: list[Hit]) -> str | None:
    """The product that a part is about: the last named, 定期转理财 is about the latter."""
    return found[-1].code if found else None
