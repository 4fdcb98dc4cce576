"""Expressions: what they may say, whom they take in, and what is refused with a sentence."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import event

from rmdesk import messages, segment_labels, words
from rmdesk.models import Staff
from rmdesk.models.base import utc_now
from rmdesk.services import (
    changes,
    dates,
    figures,
    holdings,
    interactions,
    recycle_bin,
    segments,
    tag_upkeep,
    tags,
)
from rmdesk.services.archive import load_customers
from rmdesk.services.days import Day
from rmdesk.services.errors import UserError
from tests.support.activities import begin
from tests.support.branches import Branch

TODAY = date.today()


def ago(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


def ahead(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()


def of(name: str, op: str, value: Any = None) -> dict[str, Any]:
    given = {"field": name, "op": op}
    return given if value is None else {**given, "value": value}


def members(branch: Branch, *parts: dict[str, Any], how: str = "all") -> set[int]:
    with branch.store.read() as session:
        expression = segments.read(session, {"version": 1, how: list(parts)})
        found = set(segments.find_members(session, expression, TODAY))
        assert segments.count(session, expression, TODAY) == len(found)
        return found


def said(branch: Branch, *parts: dict[str, Any], how: str = "all") -> str:
    with branch.store.read() as session:
        return segment_labels.sentence(segments.read(session, {"version": 1, how: list(parts)}))


@pytest.fixture
def people(branch: Branch) -> dict[str, int]:
    """A few customers with rows beside them, by name."""
    branch.act("manager")
    given: dict[str, dict[str, object]] = {
        "张晓敏": {"grade": 5, "strategy": "intensive", "employer": "滨江软件有限公司", "no_calls": True},
        "李伟": {"grade": 3, "strategy": "active", "gender": "male", "notes": "喜欢茶"},
        "王芳": {"grade": 1, "occupation": "教师", "gender": "female"},
        "陈静怡": {},
    }
    added = {name: branch.add(name, **fields) for name, fields in given.items()}

    def holding(name: str, **fields: object) -> None:
        branch.write(holdings.add_holding, added[name].uid, fields)

    def contact(name: str, day: str, channel: str, **fields: object) -> None:
        one = {"held_on": day, "channel": channel, "content": "问候", **fields}
        branch.write(interactions.add_interaction, added[name].uid, one)

    branch.write(figures.add_figure, added["张晓敏"].uid, 300_000_000, ago(3))
    branch.write(figures.add_figure, added["李伟"].uid, 60_000_000, ago(3))
    holding("张晓敏", kind="time_deposit", amount_fen=45_000_000, matures_on=ahead(20))
    holding("张晓敏", kind="fund", amount_fen=10_000_000)
    holding("李伟", kind="wealth", amount_fen=30_000_000, bank="招商银行", matures_on=ahead(80))
    holding("李伟", kind="fund", amount_fen=5_000_000, closed_on=ago(2))
    holding("王芳", kind="loan", amount_fen=90_000_000)
    contact("张晓敏", ago(75), "call")
    contact("李伟", ago(5), "call")
    contact("李伟", ago(9), "visit")
    contact("王芳", ago(2), "call", result="no_answer")
    soon = TODAY + timedelta(days=10)
    wedding = {"kind": "wedding", "day": Day(soon.month, soon.day, soon.year - 8)}
    branch.write(dates.add_date, added["王芳"].uid, wedding)
    once = {"kind": "wedding", "day": Day(soon.month, soon.day, soon.year - 2), "yearly": False}
    branch.write(dates.add_date, added["陈静怡"].uid, once)
    branch.edit(added["李伟"], birthday=Day(soon.month, min(soon.day, 28), 1970))
    branch.write(tags.add_tag, added["王芳"].uid, "企业主")
    return {name: one.id for name, one in added.items()}


_CASES: list[tuple[dict[str, Any], str]] = [
    (of("tier", "at_least", "白金"), "张晓敏"),
    (of("grade", "at_least", 3), "张晓敏 李伟"),
    (of("grade", "at_most", 3), "李伟 王芳"),
    (of("strategy", "none_of", ["active"]), "张晓敏 王芳 陈静怡"),
    (of("strategy", "is_empty"), "王芳 陈静怡"),
    (of("strategy", "is_known"), "张晓敏 李伟"),
    (of("gender", "one_of", ["female"]), "王芳"),
    (of("employer", "contains", "软件"), "张晓敏"),
    (of("employer", "is_empty"), "李伟 王芳 陈静怡"),
    (of("notes", "contains", "茶"), "李伟"),
    (of("no_calls", "is", True), "张晓敏"),
    (of("no_calls", "is", False), "李伟 王芳 陈静怡"),
    (of("aum", "at_least", "100万"), "张晓敏"),
    (of("aum", "between", [600_000, 600_000.0]), "李伟"),
    (of("aum", "at_most", 600_000), "李伟"),
    (of("tag", "one_of", ["企业主"]), "王芳"),
    (of("tag", "none_of", ["企业主"]), "张晓敏 李伟 陈静怡"),
    (of("tag", "is_empty"), "张晓敏 李伟 陈静怡"),
    (of("owner", "one_of", ["林晓雯"]), "张晓敏 李伟 王芳 陈静怡"),
    (of("last_contact", "not_within_last", 60), "张晓敏 王芳 陈静怡"),
    (of("last_contact", "within_last", 5), "李伟"),
    (of("last_contact", "within_last", 4), ""),
    (of("last_contact", "between", [ago(80), ago(70)]), "张晓敏"),
    (of("next_maturity", "within_next", 30), "张晓敏"),
    (of("next_maturity", "within_next", 19), ""),
    (of("product_kinds", "at_least", 2), "张晓敏"),
    (of("birthday", "within_next", 15), "李伟"),
    (of("birthday", "is_known"), "李伟"),
    (of("holding", "holds", {}), "张晓敏 李伟"),
    (of("holding", "holds", {"kinds": ["loan"]}), "王芳"),
    (of("holding", "holds", {"kinds": ["fund"]}), "张晓敏"),
    (of("holding", "holds_none", {"kinds": ["fund", "wealth"]}), "王芳 陈静怡"),
    (of("holding", "holds", {"bank": "other"}), "李伟"),
    (of("holding", "holds", {"bank": "own"}), "张晓敏"),
    (of("holding", "holds", {"bank": "招商", "amount": ["30万", None]}), "李伟"),
    (of("holding", "holds", {"amount": [550_000, None]}), "张晓敏"),
    (of("holding", "holds", {"amount": ["550000.01", None]}), ""),
    (of("holding", "holds", {"kinds": ["time_deposit"], "matures_within": 30}), "张晓敏"),
    (of("holding", "holds", {"matures": [ahead(79), None], "amount": [None, "30万"]}), "李伟"),
    (of("important_date", "within_next", {"days": 30}), "王芳"),
    (of("important_date", "within_next", {"days": 30, "kinds": ["wedding"]}), "王芳"),
    (of("important_date", "within_next", {"days": 9}), ""),
    (of("contacts", "at_least", {"count": 2, "days": 30}), "李伟"),
    (of("contacts", "at_least", {"count": 1, "channels": ["visit"]}), "李伟"),
    (of("contacts", "at_most", {"count": 0, "days": 30}), "张晓敏 王芳 陈静怡"),
    (of("contacts", "at_most", {"count": 1, "days": 30, "channels": ["call"]}), "张晓敏 李伟 王芳 陈静怡"),
]


@pytest.mark.usefixtures("people")
@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_field_and_operator_counts_and_has_words(branch: Branch, language: str) -> None:
    """Each with a value of its shape, as one statement."""
    samples: dict[segments.Shape, Any] = {
        segments.Shape.NAMES: ["林晓雯"],
        segments.Shape.NAME: "白金",
        segments.Shape.AMOUNT: "1.5万",
        segments.Shape.AMOUNTS: [None, 20_000.5],
        segments.Shape.NUMBER: 3,
        segments.Shape.NUMBERS: [1, 3],
        segments.Shape.DATES: ["2026-01-01", None],
        segments.Shape.DAYS: 30,
        segments.Shape.TEXT: "100%",
        segments.Shape.YES_NO: True,
        segments.Shape.NOTHING: None,
        segments.Shape.HOLDING: {"kinds": ["fund"], "bank": "other", "amount": [1, 2], "matures_within": 3},
        segments.Shape.DAYS_AHEAD: {"days": 366, "kinds": ["wedding"]},
        segments.Shape.CONTACTS: {"count": 2, "days": 9, "channels": ["call"], "levels": ["leader"]},
    }
    activity = begin(branch).uid
    branch.act("head")
    words.use(language)
    for field in segments.FIELDS.values():
        for op, shape in field.ops.items():
            value = samples.get(shape)
            if shape in (segments.Shape.CODE, segments.Shape.CODES):
                hint = segment_labels.value_hint(field, shape)
                code = hint[0][0] if hint else 7
                value = code if shape is segments.Shape.CODE else [code]
            if field.name in ("tag", "tier") and shape is segments.Shape.NAMES:
                value = ["企业主" if field.name == "tag" else "金卡"]
            if field.name in ("invited_to", "came_to") and shape is segments.Shape.NAMES:
                value = [activity]
            members(branch, of(field.name, op, value))
            told = said(branch, of(field.name, op, value))
            assert told
            assert "{" not in told


def test_whom_a_condition_takes_in(branch: Branch, people: dict[str, int]) -> None:
    for part, names in _CASES:
        wanted = {people[one] for one in names.split()}
        assert members(branch, part) == wanted, part
        # None of it: everybody else, those of whom nothing is known among them.
        assert members(branch, part, how="none") == set(people.values()) - wanted, part


def test_groups_within_groups_are_what_their_parts_are(branch: Branch, people: dict[str, int]) -> None:
    """Against sets, for random trees over all the conditions above."""
    dice, everybody = random.Random(5), frozenset(people.values())

    def tree(depth: int) -> tuple[dict[str, Any], frozenset[int]]:
        if depth == 0 or dice.random() < 0.3:
            part, names = dice.choice(_CASES)
            return part, frozenset(people[one] for one in names.split())
        how = dice.choice(["all", "any", "none"])
        parts = [tree(depth - 1) for _ in range(dice.randint(1, 4))]
        sets = [found for _, found in parts]
        wanted = everybody.intersection(*sets) if how == "all" else frozenset().union(*sets)
        return {how: [one for one, _ in parts]}, everybody - wanted if how == "none" else wanted

    for _ in range(150):
        part, wanted = tree(4)
        assert members(branch, part) == wanted, json.dumps(part, ensure_ascii=False)


def test_a_segment_is_one_statement(branch: Branch, people: dict[str, int]) -> None:
    parts = [part for part, _ in _CASES]
    with branch.store.read() as session:
        document = {"version": 1, "all": [{"any": parts}, {"none": [{"all": parts}]}]}
        made = segments.statement(session, segments.read(session, document), TODAY)
        ran: list[str] = []
        connection = session.connection()
        event.listen(connection, "before_cursor_execute", lambda *given: ran.append(given[2]))
        assert set(session.scalars(made)) == set(people.values())
        assert len(ran) == 1


def test_the_sentence_a_manager_would_say(branch: Branch) -> None:
    parts = (
        of("tier", "at_least", "白金"),
        of("last_contact", "not_within_last", 60),
        of("next_maturity", "within_next", 30),
    )
    assert said(branch, *parts) == (
        "白金 and above, not contacted for 60 days, something matures within 30 days"
    )
    words.use("zh_CN")
    assert said(branch, *parts) == "白金以上，60天未联系，30天内有到期"
    inner = {
        "any": [of("holding", "holds", {"bank": "other", "amount": ["50万", None]}), {"none": [parts[1]]}]
    }
    assert said(branch, parts[0], inner) == "白金以上，（在他行持有产品50万元以上或非（60天未联系））"


def test_what_is_kept_says_the_same_and_names_whom_it_means(branch: Branch, people: dict[str, int]) -> None:
    parts = [part for part, _ in _CASES]
    with branch.store.read() as session:
        first = segments.read(session, {"version": 1, "any": parts})
        kept = json.loads(json.dumps(first.stored()))
        assert segments.read(session, kept) == first
    tag = next(one["value"] for one in kept["any"] if one["field"] == "tag")
    assert [one["name"] for one in tag] == ["企业主"]
    branch.act("head")
    branch.write(tag_upkeep.rename_tag, tag[0]["uid"], "老板", version=1)
    branch.act("manager")
    assert members(branch, of("tag", "one_of", tag)) == {people["王芳"]}
    assert said(branch, of("tag", "one_of", tag)) == "Tag: 老板"


def test_a_deleted_tag_is_told_by_its_name(branch: Branch, people: dict[str, int]) -> None:
    with branch.store.read() as session:
        read = segments.read(session, {"version": 1, "all": [of("tag", "one_of", ["企业主"])]})
    tag = read.stored()["all"][0]["value"]
    branch.act("head")
    branch.write(tag_upkeep.delete_tag, tag[0]["uid"], version=1)
    for given in (["企业主"], tag):
        with pytest.raises(UserError) as caught:
            members(branch, of("tag", "one_of", given))
        assert caught.value.code == "segment.unknown_name"
        assert "企业主" in messages.sentence(caught.value)


def test_a_manager_who_left_is_counted_and_told(branch: Branch, people: dict[str, int]) -> None:
    gone = branch.people["manager"]
    with branch.store.write() as session:
        session.get_one(Staff, gone.staff_id).disabled_at = utc_now()
        changes.describe(session, "test.changed")
    branch.act("head")
    with branch.store.read() as session:
        read = segments.read(session, {"version": 1, "all": [of("owner", "one_of", [gone.name])]})
        assert segments.count(session, read) == 4
    assert [(one.code, one.params["name"]) for one in read.notes] == [("segment.person_gone", gone.name)]


def _nested(depth: int) -> dict[str, Any]:
    part: dict[str, Any] = of("grade", "at_least", 3)
    for _ in range(depth):
        part = {"all": [part]}
    return part


def _alone(part: Any) -> dict[str, Any]:
    return {"version": 1, "all": [part]}


_REFUSED: list[tuple[Any, str]] = [
    ([], "segment.wrong_shape"),
    ({"all": [of("grade", "at_least", 3)]}, "segment.wrong_version"),
    ({"version": True, "all": [of("grade", "at_least", 3)]}, "segment.wrong_version"),
    ({"version": 2, "all": []}, "segment.wrong_version"),
    ({"version": 1}, "segment.wrong_shape"),
    ({"version": 1, "all": [], "any": []}, "segment.wrong_shape"),
    ({"version": 1, "all": []}, "segment.empty_group"),
    ({"version": 1, "all": {}}, "segment.wrong_shape"),
    (_alone("grade"), "segment.wrong_shape"),
    (_alone({"all": []}), "segment.empty_group"),
    (_alone({**of("grade", "at_least", 3), "unless": 1}), "segment.wrong_shape"),
    ({"version": 1, **_nested(50)}, "segment.too_deep"),
    ({"version": 1, "any": [of("grade", "at_least", 3)] * 201}, "segment.too_many"),
    (_alone(of("soul", "is", True)), "segment.unknown_field"),
    (_alone(of("wechat", "contains", "x")), "segment.unknown_field"),
    (_alone({"field": ["grade"], "op": "is"}), "segment.unknown_field"),
    (_alone({"field": "grade"}), "segment.unknown_operator"),
    (_alone(of("grade", "contains", "3")), "segment.unknown_operator"),
    (_alone(of("grade", "at_least", True)), "segment.wrong_value"),
    (_alone(of("grade", "one_of", [])), "segment.wrong_value"),
    (_alone(of("grade", "one_of", [[1]])), "segment.wrong_value"),
    (_alone(of("strategy", "one_of", ["often"])), "segment.wrong_value"),
    (_alone(of("strategy", "is_empty", 1)), "segment.wrong_value"),
    (_alone(of("aum", "at_least")), "segment.wrong_value"),
    (_alone(of("aum", "at_least", "much")), "amount.not_an_amount"),
    (_alone(of("aum", "between", [2, 1])), "segment.wrong_value"),
    (_alone(of("aum", "between", [None, None])), "segment.wrong_value"),
    (_alone(of("last_contact", "within_last", -1)), "segment.wrong_value"),
    (_alone(of("last_contact", "between", ["2026-02-30", None])), "segment.wrong_value"),
    (_alone(of("notes", "contains", "\ud800")), "segment.wrong_value"),
    (_alone(of("tier", "at_least", "青铜")), "segment.unknown_name"),
    (_alone(of("tag", "one_of", [{"uid": 1}])), "segment.wrong_value"),
    (_alone(of("holding", "holds", {"color": "red"})), "segment.wrong_value"),
    (_alone(of("holding", "holds", {"kinds": ["gold bar"]})), "segment.wrong_value"),
    (
        _alone(of("holding", "holds", {"matures_within": 3, "matures": ["2026-01-01", None]})),
        "segment.wrong_value",
    ),
    (_alone(of("important_date", "within_next", {"days": 400})), "segment.wrong_value"),
    (_alone(of("contacts", "at_least", {"days": 3})), "segment.wrong_value"),
]


def test_what_cannot_be_read_is_refused_with_a_sentence(branch: Branch) -> None:
    with branch.store.read() as session:
        for document, code in _REFUSED:
            with pytest.raises(UserError) as caught:
                segments.read(session, document)
            assert caught.value.code == code, document
            assert "{" not in messages.sentence(caught.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "segment.not_json"),
        ("", "segment.not_json"),
        ("9" * 5000, "segment.not_json"),
        ("[" * 100_000, "segment.too_deep"),
    ],
)
def test_what_is_no_json_is_refused(text: str, code: str) -> None:
    with pytest.raises(UserError) as caught:
        segments.parse(text)
    assert caught.value.code == code


def test_as_deep_as_is_stated_works(branch: Branch) -> None:
    one = branch.add(grade=5)
    assert members(branch, _nested(segments.MOST_DEPTH - 1)) == {one.id}


def test_a_segment_that_matches_nobody_counts_none(branch: Branch) -> None:
    branch.add(grade=5)
    assert members(branch, of("grade", "at_least", 5), {"none": [of("grade", "at_least", 4)]}) == set()


def test_nobody_is_counted_whom_one_may_not_see(branch: Branch) -> None:
    branch.act("manager")
    mine = branch.add("王芳", grade=5)
    branch.act("colleague")
    theirs = branch.add("李伟", grade=5)
    part = of("grade", "at_least", 5)
    assert members(branch, part) == {theirs.id}
    assert members(branch, part, how="none") == set()
    branch.act("supervisor")
    assert members(branch, part) == {mine.id, theirs.id}
    branch.write(recycle_bin.delete_customer, mine.uid, version=branch.version(mine))
    assert members(branch, part) == {theirs.id}
    with branch.store.read() as session:
        expression = segments.read(session, {"version": 1, "all": [part]})
        found = load_customers(session, segments.find_members(session, expression, TODAY))
    assert [one.name for one in found] == ["李*"]
    branch.act("teller")
    with pytest.raises(UserError) as caught:
        members(branch, part)
    assert caught.value.code == "role.not_permitted"
