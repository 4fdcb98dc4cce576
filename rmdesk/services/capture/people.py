"""Who is meant in a line: by name, surname and title, nickname, pinyin, number or phone; one's own"
" first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from rmdesk.models import Customer
from rmdesk.services import names
from rmdesk.services.capture import lexicon
from rmdesk.services.capture.scanning import EVENT_WORDS, PRODUCT_WORDS, RELATION_WORDS, RESULT_WORDS
from rmdesk.services.capture.spans import Line, PhoneSpan, Span
from rmdesk.services.queries import Query, listed
from rmdesk.services.search import naming
from rmdesk.services.search.document import characters

MOST = 8  # candidates that are offered
_LOOKED_AT = 60  # customers of a surname whose titles are compared
_NAME_LONGEST = 5  # characters of a Chinese name in running text
_PEOPLE_IN = 120  # characters of a line in which a person is looked for by every part of a name
_CLEAR = 2  # by so much the best must be ahead

_HAN = re.compile(r"[一-鿿㐀-䶿\U00020000-\U0003ffff]+")
_LATIN = re.compile(r"[a-z]+(?:['’][a-z]+)?")
_NUMBER = re.compile(r"(?<![a-z0-9])(?=[a-z0-9-]*[0-9])[a-z]{0,4}-?[0-9]{3,16}(?![0-9a-z万亿千元块%月年])")
_SURNAME = "|".join([*sorted(lexicon.COMPOUND_SURNAMES), f"[{''.join(sorted(lexicon.SURNAMES))}]"])
_TITLE = "|".join(sorted((one for one in lexicon.TITLES if one != "老"), key=len, reverse=True))
_TITLED = re.compile(rf"(?:姓)?({_SURNAME})(?:的)?({_TITLE})")
_OLD = re.compile(rf"({_SURNAME})老(?![师公婆板总爸妈家乡人客伴])")
_NICK = re.compile(rf"(?<![大最])([老小阿])({_SURNAME})(?![一-鿿]?(?:行|店))")
_NO_NICK = lexicon.listed(
    "老公 老婆 老板 老师 老人 老家 老客 老爸 老妈 老乡 老总 老伴 老龄 老年 小时 小学 小孩 小区 小店"
    " 小微 小额 小米 小心 小姐"
    " 小组 小车 小程 小结 小计 小于 小单 小红 小费 小商 小支 小事 小家 小户 小雪 小暑 小满 小寒 小年"
    " 小强 阿里 小麦 小麻 小方"
    " 小游 小应 小全 小别 老全 老干 老干部"
)
# A title of one character that is part of another word.
_NO_TITLE = re.compile(
    r"总[行共是结价额量体]|工[行商作资程人地厂]|董事(?!长)|处[理分于]|局[部面]|科[技学目]|师[傅]?(?=范)"
    r"|姐[妹夫姐]|哥哥|妹妹|弟[弟]?(?=妹)|弟弟|叔叔?(?=家)|老(?=年)"
)
_ENGLISH_TITLED = re.compile(rf"(?<![a-z])({'|'.join(lexicon.ENGLISH_TITLES)})\.? ([a-z]+)(?![a-z])")
_BEFORE_PERSON = re.compile(
    r"(?:^|[\s,，。;；:：、的]|给|跟|和|与|同|向|对|约|请|找|陪|见|访|系|话|醒|邀|待|应|诺|证|了|过|让"
    r"|把|把|替|帮|遇到|上午|下午|信|\x00)$"
)
_AFTER_PERSON = re.compile(
    r"^(?:$|[\s,，。;；:：、'\x00]|的|来|去|到|想|要|说|打|在|有|他|她|和|跟|与|过|生|老|女|儿|孩|爱|妻"
    r"|丈|父|母|爸|妈|电|微|短|拜|上门|回|约|答|满|不|没"
    r"|对|把|办|买|存|取|签|开|咨|问|联|公司|家|投|反|送|明|后|今|昨|下|本|月|周|国|理|定|信|基|保|贷"
    r"|房|大|结|黄|工|农|中|建|交|招|邮|他|关|已|拒|续|转|提|同|愿|希|生日)"
)
_ENGLISH_WORDS = lexicon.listed(
    "a an and about after again all am another any are as asked asks at back bank before bond bonds"
    " branch bring but buy by call"
    " called came cd coffee come contact customer daughter day deposit did dinner do due email exam"
    " expires father follow for from"
    " fund funds gave gift gold had has have he her him his husband icbc in insurance interested is"
    " it letter loan lunch matures"
    " maturing meet meeting met million mother mr mrs ms new next no not of office old on open or"
    " our over pay phone please pm policy"
    " promise promised rate rmb said satisfied see send sent she sign sms so son spoke talk tea"
    " text that the their they thousand"
    " to today tomorrow trust unhappy up us visit visited wants was we wealth wechat went were who"
    " wife will with yesterday yuan"
    " monday tuesday wednesday thursday friday saturday sunday january february march april may"
    " june july august september"
    " october november december week month year days weeks months last this morning afternoon"
    " evening noon happy card credit quote"
)

_ROWS = Query(
    select(
        Customer.id,
        Customer.uid,
        Customer.number,
        Customer.name,
        Customer.gender,
        Customer.occupation,
        Customer.position,
        Customer.birth_year,
    ).where(Customer.id.in_(listed("ids")))
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A customer who may be meant; `number` is the uid of one without a number."""

    id: int
    uid: str
    number: str
    name: str
    is_own: bool


@dataclass(frozen=True, slots=True)
class Meant:
    """Who is meant: the places in the line, and the candidates, best first.

    `chosen` is the one who is certain or clearly best, `is_sure` whether nobody else comes near. A stranger
    has a `name` as it was typed, and perhaps a `phone`.
    """

    spans: tuple[Span, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    chosen: Candidate | None = None
    is_sure: bool = True
    name: str | None = None
    phone: str | None = None
    gender: str | None = None


@dataclass(frozen=True, slots=True)
class _Mention:
    span: Span
    strength: int
    ids: tuple[int, ...]  # best first
    own: int  # how many of them are own
    gender: str | None = None
    posts: str = ""
    age: str = ""  # "old" or "young", as the words say
    surname: str = ""


def find_people(session: Session, line: Line, phones: Sequence[PhoneSpan], today: date) -> Meant:
    """Who the line is about. Raises NotAllowed."""
    finder = _Finder(session, line, phones, today)
    return finder.meant()


class _Finder:
    def __init__(self, session: Session, line: Line, phones: Sequence[PhoneSpan], today: date) -> None:
        self._session = session
        self._line = line
        self._phones = phones
        self._today = today
        chars = list(line.plain)
        for one in phones:
            chars[one.start : one.end] = "\x00" * (one.end - one.start)
        self._plain = "".join(chars)
        self._rows: dict[int, Any] = {}
        self._own: set[int] = set()

    def meant(self) -> Meant:
        by_phone = self._by_phone()
        mentions = self._whole_names() + self._numbers()
        titled = self._titled(mentions)
        mentions += titled
        if not mentions:
            mentions = self._latin_titled() or self._latin()
        if not any(one.ids for one in mentions):
            mentions += self._nicknames() + self._given_names()
        if not any(one.ids for one in mentions):
            mentions += self._initials()
        return self._decide([one for one in mentions if one.ids], mentions, by_phone)

    # --- kinds of mention ------------------------------------------------------------------------

    def _find(self, expression: str, *, only_own: bool = False, limit: int = _LOOKED_AT) -> list[int]:
        ids, own = naming.find_called(self._session, expression, limit=limit, only_own=only_own)
        self._own.update(ids[:own])
        self._load(ids)
        return [one for one in ids if one in self._rows]

    def _load(self, ids: Iterable[int]) -> None:
        wanted = [one for one in ids if one not in self._rows]
        if wanted:
            self._rows |= {row.id: row for row in _ROWS.read(self._session, ids=json.dumps(wanted))}

    def _by_phone(self) -> list[int]:
        numbers = [one.number for one in self._phones]
        return self._find(naming.called(numbers)) if numbers else []

    def _whole_names(self) -> list[_Mention]:
        parts: dict[str, list[Span]] = {}
        for run in _HAN.finditer(self._plain[:_PEOPLE_IN]):
            for start in range(run.start(), run.end() - 1):
                for length in range(2, min(_NAME_LONGEST, run.end() - start) + 1):
                    parts.setdefault(self._plain[start : start + length], []).append(
                        Span(start, start + length)
                    )
        for joined, span in self._joined_latin():
            parts.setdefault(joined, []).append(span)
        for one in re.finditer(r"[一-鿿]{1,8}(?:·[一-鿿]{1,8})+", self._plain):
            parts.setdefault("".join(characters(one[0])), []).append(Span(one.start(), one.end()))
        if not parts:
            return []
        by_name: dict[str, list[int]] = {}
        for place in self._find(naming.whole(parts)):
            by_name.setdefault("".join(characters(self._row(place).name)), []).append(place)
        found = [
            _Mention(span, self._strength(span, name), tuple(ids), self._count_own(ids))
            for name, ids in by_name.items()
            for span in parts.get(name, ())
        ]
        kept = [one for one in found if one.strength > 0]
        return [
            self._with_title(one)
            for one in kept
            if not any(other.span != one.span and other.span.covers(one.span) for other in kept)
        ]

    def _strength(self, span: Span, name: str) -> int:
        """3 for what can only be a name, 0 for an everyday word that is somebody's name as well."""
        if len(name) >= 3:
            return 3
        everyday = (RESULT_WORDS, PRODUCT_WORDS, EVENT_WORDS, RELATION_WORDS)
        around = self._plain[max(0, span.start - 3) : span.end + 3]
        for table in everyday:
            for word in table:
                if name in word and word in around and len(word) >= len(name):
                    return 0
        before = _BEFORE_PERSON.search(self._plain[: span.start]) is not None
        after = _AFTER_PERSON.search(self._plain[span.end :]) is not None
        title = re.match(_TITLE, self._plain[span.end :]) is not None
        return 3 if before and (after or title) else 2 if before or after or title else 1

    def _with_title(self, mention: _Mention) -> _Mention:
        """张建军总, 李敏女士: the title is part of the mention, but not 李敏先生, who is her husband."""
        found = re.compile(_TITLE).match(self._plain, mention.span.end)
        if found is None or _NO_TITLE.match(self._plain, found.start()):
            return mention
        title = found[0]
        if title not in (
            "总",
            "女士",
            "先生",
            "姐",
            "哥",
            "老师",
            "医生",
            "律师",
            "经理",
            "主任",
            "阿姨",
            "董",
            "老板",
            "师傅",
        ):
            return mention
        gender = lexicon.TITLES[title][0]
        rows = [self._row(one) for one in mention.ids]
        if gender is not None and all(row.gender not in (None, gender) for row in rows):
            return mention
        return replace(mention, span=Span(mention.span.start, found.end()))

    def _numbers(self) -> list[_Mention]:
        spans = {one[0]: Span(one.start(), one.end()) for one in _NUMBER.finditer(self._plain)}
        if not spans:
            return []
        ids = self._find(naming.numbered({one.replace("-", "") for one in spans}))
        return [
            _Mention(span, 4, (one,), self._count_own([one]))
            for one in ids
            for typed, span in spans.items()
            if (self._row(one).number or "").lower().replace("-", "") == typed.replace("-", "")
        ]

    def _titled(self, there: Sequence[_Mention]) -> list[_Mention]:
        found: list[_Mention] = []
        for one in _TITLED.finditer(self._plain):
            span = Span(one.start(), one.end())
            if any(other.span.meets(span) for other in there) or _NO_TITLE.match(self._plain, one.start(2)):
                continue
            gender, posts = lexicon.TITLES[one[2]]
            age = "old" if one[2] in lexicon.ELDERLY else ""
            found.append(self._surnamed(span, one[1], gender, posts, age))
        for one in _OLD.finditer(self._plain):
            span = Span(one.start(), one.end())
            if not any(other.span.meets(span) for other in (*there, *found)):
                found.append(self._surnamed(span, one[1], None, "", "old"))
        for one in _NICK.finditer(self._plain):
            span = Span(one.start(), one.end())
            if one[0] in _NO_NICK or any(other.span.meets(span) for other in (*there, *found)):
                continue
            age = {"老": "old man", "小": "young", "阿": ""}[one[1]]
            mention = self._surnamed(span, one[2], None, "", age)
            if mention.ids:
                found.append(mention)
        return found

    def _surnamed(self, span: Span, surname: str, gender: str | None, posts: str, age: str) -> _Mention:
        ids = self._find(naming.surname(surname))
        return _Mention(span, 3, tuple(ids), self._count_own(ids), gender, posts, age, surname)

    def _joined_latin(self) -> list[tuple[str, Span]]:
        """Words in Latin letters one by one, and up to three of them together."""
        tokens = list(_LATIN.finditer(self._plain[:_PEOPLE_IN]))
        found: list[tuple[str, Span]] = []
        for place in range(len(tokens)):
            for count in (1, 2, 3):
                some = tokens[place : place + count]
                if len(some) < count or (count == 1 and len(some[0][0]) < 4):
                    continue
                if any(self._plain[a.end() : b.start()] not in (" ", "") for a, b in pairwise(some)):
                    continue
                words = [one[0].split("'")[0] for one in some]
                if any(one in _ENGLISH_WORDS for one in words):
                    continue
                end = some[-1].start() + len(words[-1])
                found.append(("".join(words), Span(some[0].start(), end)))
        return found

    def _latin(self) -> list[_Mention]:
        """Names in pinyin, the surname first or last."""
        spans: dict[str, Span] = {}
        for joined, span in self._joined_latin():
            spans.setdefault(joined, span)
            words = self._plain[span.start : span.end].split(" ")
            if len(words) > 1:
                spans.setdefault("".join([words[-1], *words[:-1]]), span)
        found: list[_Mention] = []
        for letters, span in spans.items():
            ids = self._find(naming.spelt([letters]))
            if ids:
                found.append(
                    _Mention(
                        span,
                        2 + (" " in self._plain[span.start : span.end]),
                        tuple(ids),
                        self._count_own(ids),
                    )
                )
        return [
            one
            for one in found
            if not any(other.span != one.span and other.span.covers(one.span) for other in found)
        ]

    def _latin_titled(self) -> list[_Mention]:
        found: list[_Mention] = []
        for one in _ENGLISH_TITLED.finditer(self._plain):
            gender, posts = lexicon.ENGLISH_TITLES[one[1]]
            letters = one[2]
            ids = [
                place
                for place in dict.fromkeys(
                    [*self._find(naming.surname_spelt(letters)), *self._find(naming.last_word(letters))]
                )
                if self._has_surname(self._row(place).name, letters)
            ]
            span = Span(one.start(), one.end())
            found.append(_Mention(span, 3, tuple(ids), self._count_own(ids), gender, posts, "", letters))
        return found

    @staticmethod
    def _has_surname(name: str, letters: str) -> bool:
        folded = names.fold(name)
        if folded.isascii():
            return letters in (folded.split() or [""])[-1:]
        return any(reading[0] == letters for reading in names.readings(name))

    def _nicknames(self) -> list[_Mention]:
        """小敏, 阿芳, 敏姐: a character of the given name."""
        found: list[_Mention] = []
        for one in re.finditer(
            r"[小阿]([一-鿿])(?![一-鿿]?(?:行|店))|(?<![一-鿿])([一-鿿])(姐|哥|总|妹)", self._plain
        ):
            if one[0] in _NO_NICK:
                continue
            char = one[1] or one[2]
            gender = {"姐": "female", "妹": "female", "哥": "male"}.get(one[3] or "")
            ids = [
                place
                for place in self._find(naming.given([char]), only_own=True)
                if char in self._row(place).name[1:]
            ]
            if ids:
                found.append(_Mention(Span(one.start(), one.end()), 1, tuple(ids), len(ids), gender))
        return found

    def _given_names(self) -> list[_Mention]:
        """建国, 婷婷: the given name alone, of one's own customers."""
        spans: dict[str, Span] = {}
        words = (*RESULT_WORDS, *PRODUCT_WORDS, *EVENT_WORDS, *RELATION_WORDS)
        taken = [
            Span(one.start(), one.end())
            for word in words
            for one in re.finditer(re.escape(word), self._plain)
        ]
        for run in _HAN.finditer(self._plain[:_PEOPLE_IN]):
            for start in range(run.start(), run.end() - 1):
                span = Span(start, start + 2)
                before = _BEFORE_PERSON.search(self._plain[:start])
                after = _AFTER_PERSON.search(self._plain[start + 2 :])
                if before and after and not any(one.meets(span) for one in taken):
                    spans.setdefault(self._plain[start : start + 2], span)
        if not spans:
            return []
        asked = naming.given([*spans, *(one[0] for one in spans if one[0] == one[1])])
        found: dict[str, list[int]] = {}
        for place in self._find(asked, only_own=True):
            name = "".join(characters(self._row(place).name))
            for said in spans:
                is_given = name.endswith(said) and len(name) in (3, 4)
                if is_given or (said[0] == said[1] and len(name) == 2 and name[1] == said[0]):
                    found.setdefault(said, []).append(place)
        return [_Mention(spans[said], 1, tuple(ids), len(ids)) for said, ids in found.items()]

    def _initials(self) -> list[_Mention]:
        tokens = [one for one in _LATIN.finditer(self._plain) if 2 <= len(one[0]) <= 4]
        found: list[_Mention] = []
        for one in tokens:
            if one[0] in _ENGLISH_WORDS or one[0] in lexicon.words(lexicon.CHANNELS):
                continue
            ids = self._find(naming.initials([one[0]]))
            if ids:
                found.append(_Mention(Span(one.start(), one.end()), 1, tuple(ids), self._count_own(ids)))
        return found[:1]

    # --- deciding --------------------------------------------------------------------------------

    def _decide(self, known: list[_Mention], every: list[_Mention], by_phone: list[int]) -> Meant:
        if known:
            strongest = max(one.strength for one in known)
            known = [one for one in known if one.strength == strongest]
        spans = tuple(one.span for one in every if one in known or not known)
        if by_phone:
            said = {place for one in known for place in one.ids}
            first = [place for place in by_phone if place in said] or by_phone
            rest = [
                place
                for place in (*by_phone, *(ids for one in known for ids in one.ids))
                if place not in first
            ]
            chosen = self._candidate(first[0]) if len(first) == 1 else None
            agrees = not known or first[0] in said
            return Meant(spans, self._candidates([*first, *rest]), chosen, agrees and len(first) == 1)
        if not known or self._is_of_somebody_new(every):
            return self._stranger(spans)
        scored = [self._scored(one) for one in known]
        if len(known) > 1:
            tops = [ranked[0][1] for ranked in scored if ranked]
            if len(set(tops)) > 1:  # several people
                ids = dict.fromkeys([*tops, *(place for ranked in scored for _, place in ranked)])
                return Meant(spans, self._candidates(ids), None, False)
        ranked = scored[0]
        if not ranked:
            return self._stranger(spans)
        best = ranked[0][0]
        next_best = ranked[1][0] if len(ranked) > 1 else best - 100
        is_clear = best - next_best >= _CLEAR
        chosen = self._candidate(ranked[0][1]) if is_clear else None
        is_sure = is_clear and (len(ranked) == 1 or best - next_best >= 2 * _CLEAR) and known[0].strength > 1
        phone = self._phones[0].number if self._phones else None
        if phone is not None and not by_phone and known[0].surname:
            # The number is nobody's: more likely somebody new of that surname.
            return replace(self._stranger(spans), candidates=self._candidates(place for _, place in ranked))
        return Meant(spans, self._candidates(place for _, place in ranked), chosen, is_sure)

    def _is_of_somebody_new(self, every: list[_Mention]) -> bool:
        """王建国介绍的丁师傅 133…: the number, which is nobody's, stands behind somebody nobody knows."""
        behind = [
            one
            for one in every
            if one.surname and any(0 <= phone.start - one.span.end <= 4 for phone in self._phones)
        ]
        return bool(behind) and not behind[-1].ids

    def _scored(self, mention: _Mention) -> list[tuple[int, int]]:
        """The customers of a mention with their scores, the best first."""
        found: list[tuple[int, int, int]] = []
        for place, one in enumerate(mention.ids):
            row = self._row(one)
            if mention.gender is not None and row.gender not in (None, mention.gender):
                continue
            score = 4 if one in self._own else 0
            if mention.posts and re.search(
                mention.posts, names.fold(f"{row.position or ''} {row.occupation or ''}")
            ):
                score += 6
            age = None if row.birth_year is None else self._today.year - row.birth_year
            if mention.age:
                score += self._fits(mention.age, age, row.gender)
            found.append((-score, place, one))
        return [(-score, one) for score, _, one in sorted(found)]

    @staticmethod
    def _fits(words: str, age: int | None, gender: str | None) -> int:
        score = 0
        if words == "old man":
            score += 1 if gender == "male" else -1 if gender == "female" else 0
        if age is None:
            return score
        if words == "young":
            return score + (1 if age < 40 else -1)
        return score + (2 if age >= 50 else -1 if age < 40 else 0)

    def _stranger(self, spans: tuple[Span, ...]) -> Meant:
        """Somebody who is not in the archive: what they are called, and their phone."""
        phone = self._phones[0].number if self._phones else None
        name, gender, place = self._said_name()
        if place is not None and place not in spans:
            spans = (*spans, place)
        return Meant(spans, name=name, phone=phone, gender=gender, is_sure=False)

    def _said_name(self) -> tuple[str | None, str | None, Span | None]:
        titled = [
            one for one in _TITLED.finditer(self._plain) if not _NO_TITLE.match(self._plain, one.start(2))
        ]
        if titled:
            # The number is of whoever is named last before it: 陈行长介绍的苏总 186….
            number = self._phones[0].start if self._phones else 0
            one = next((one for one in reversed(titled) if one.end() <= number), titled[0])
            typed = self._line.original(one.start(1), one.end(1)) + self._line.original(
                one.start(2), one.end(2)
            )
            return typed, lexicon.TITLES[one[2]][0], Span(one.start(), one.end())
        english = _ENGLISH_TITLED.search(self._plain)
        if english is not None:
            gender = lexicon.ENGLISH_TITLES[english[1]][0]
            return self._line.original(*english.span()), gender, Span(*english.span())
        if not self._phones:
            return None, None, None
        # Beside a phone number, a word that may be a name is one.
        before = re.search(
            r"([一-鿿]{2,4})[\s,，:：]*(?:电话|手机|号码|tel)?[\s,，:：]*$",
            self._plain[: self._phones[0].start],
        )
        if before is not None and re.match(_SURNAME, before[1]):
            return self._line.original(*before.span(1)), None, Span(*before.span(1))
        latin = re.search(r"([a-z]+(?: [a-z]+){0,2})[\s,:]*$", self._plain[: self._phones[0].start])
        if latin is not None and not set(latin[1].split()) & _ENGLISH_WORDS:
            return self._line.original(*latin.span(1)), None, Span(*latin.span(1))
        return None, None, None

    def _candidates(self, ids: Iterable[int]) -> tuple[Candidate, ...]:
        return tuple(self._candidate(one) for one in list(dict.fromkeys(ids))[:MOST])

    def _candidate(self, one: int) -> Candidate:
        row = self._row(one)
        return Candidate(row.id, row.uid, row.number or row.uid, row.name, one in self._own)

    def _count_own(self, ids: Iterable[int]) -> int:
        return sum(one in self._own for one in ids)

    def _row(self, one: int) -> Any:
        return self._rows[one]
