"""The script library: kept like greetings, proposed by occasion, orientation and tier."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest

from rmdesk import words
from rmdesk.models import ScriptPart
from rmdesk.services import care, figures, follow_ups, holdings, scripts, tiers
from rmdesk.services.care import Asked
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from tests.services.care.test_rules import add
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)
BOLD = {"text": "{称呼}您好，{网点}的{客户经理}。"}


@pytest.fixture(autouse=True)
def _chinese() -> None:
    words.use("zh_CN")


def test_every_shipped_text_is_one_that_could_be_kept() -> None:
    for one in scripts.shipped().values():
        assert scripts.checked_text(one.text, one.occasion) == one.text, one.code
        assert (one.part == ScriptPart.OBJECTION) == bool(one.cue), one.code
    for language in words.LANGUAGES:
        openings = {
            one.occasion
            for one in scripts.shipped().values()
            if (one.language, one.part, one.orientation) == (language, "opening", None)
        }
        assert openings == set(scripts.OCCASIONS)  # no conversation is without an opening line
        parts = {one.part for one in scripts.shipped().values() if one.language == language}
        assert parts == set(ScriptPart)


def test_nothing_shipped_promises_what_must_not_be_promised() -> None:
    forbidden = re.compile(r"保本|稳赚|保证收益|无风险|零风险|一定能赚|guaranteed return|risk-free|no risk")
    for one in scripts.shipped().values():
        if one.part in (ScriptPart.OPENING, ScriptPart.QUESTION):
            assert not forbidden.search(one.text), one.code


def test_what_is_said_depends_on_occasion_and_orientation(branch: Branch) -> None:
    branch.act("manager")
    plain, keen = add(branch, "陈静怡", gender="female"), add(branch, "赵文博", orientation="product")
    matures = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": TODAY + timedelta(days=7)}
    for one in (plain, keen):
        branch.write(holdings.add_holding, one.uid, matures)
    asked = Asked(TODAY, TODAY, TODAY)
    due = {
        one.key.customer_id: one for one in branch.read(care.agenda, asked) if one.key.rule == "own_maturity"
    }
    said = branch.read(scripts.propose, plain.uid, TODAY, touchpoint=due[plain.id])
    assert "陈女士" in said.openings[0]
    assert "9月17日到期" in said.openings[0]
    assert "林晓雯" in said.openings[0]
    assert any("到期" in one for one in said.questions)
    assert len(said.objections) == len(said.never) == scripts.FEW
    assert said.objections[0].cue == "到期我就转走了。"
    without = branch.read(scripts.propose, plain.uid, TODAY)
    assert not any("到期" in one for one in without.openings)
    assert branch.read(scripts.propose_next, plain.uid, TODAY).openings[0] == said.openings[0]
    special = branch.read(scripts.propose, keen.uid, TODAY, touchpoint=due[keen.id])
    assert special.openings[0] != said.openings[0]
    assert "{" not in str(special)
    english = branch.read(scripts.propose, plain.uid, TODAY, touchpoint=due[plain.id], language="en")
    assert "Ms Chen" in english.openings[0]


def test_who_wants_no_offers_is_offered_no_successor(branch: Branch) -> None:
    branch.act("head")
    given = {"text": "{dear}，到期可以看看{successor}。"}
    branch.write(scripts.add_script, "opening", "maturity", "zh_CN", given)
    branch.act("manager")
    customer = add(branch, "陈静怡", no_marketing=True)
    matures = {"kind": "time_deposit", "amount_fen": 50_0000_00, "matures_on": TODAY + timedelta(days=7)}
    branch.write(holdings.add_holding, customer.uid, matures)
    found = branch.read(scripts.propose_next, customer.uid, TODAY)
    assert found.openings
    assert not any("可以看看" in one for one in found.openings)


def test_texts_of_a_tier_and_ones_own_come_first(branch: Branch) -> None:
    branch.act("head")
    top = branch.read(lambda session: tiers.list_tiers(session)[-1].uid)
    given = {"text": "{称呼}，贵宾室已为您备好茶。", "tier_uid": top}
    branch.write(scripts.add_script, "opening", "any", "zh_CN", given)
    branch.act("manager")
    rich, plain = add(branch, "陈静怡"), add(branch, "赵文博")
    branch.write(figures.add_figure, rich.uid, 1000 * 10_000_00, "2026-08-31")
    assert "贵宾室" in branch.read(scripts.propose, rich.uid, TODAY).openings[0]
    assert not any("贵宾室" in one for one in branch.read(scripts.propose, plain.uid, TODAY).openings)
    branch.write(scripts.add_script, "opening", "any", "zh_CN", {"text": "我自己的说法"}, own=True)
    assert branch.read(scripts.propose, rich.uid, TODAY).openings[0] == "我自己的说法"
    branch.act("colleague")
    assert "我自己的说法" not in [one.text for one in branch.read(scripts.list_scripts)]


def test_a_shipped_text_is_replaced_switched_off_and_put_back(branch: Branch) -> None:
    branch.act("head")
    code = "zh.never.any.1"
    row = branch.write(scripts.replace_shipped, code, BOLD)

    def present() -> scripts.ScriptText:
        return next(one for one in branch.read(scripts.list_scripts) if one.id == code)

    assert present().text == "{dear}您好，{branch}的{manager}。"
    with pytest.raises(Conflict):
        branch.write(scripts.edit_script, row.uid, BOLD, version=0)
    branch.write(scripts.turn_off, code)
    assert present().is_off
    branch.write(scripts.put_back, row.uid, version=present().version)
    assert present().text == scripts.shipped()[code].text
    branch.undo()
    assert present().is_off


@pytest.mark.parametrize(
    ("part", "occasion", "given", "code"),
    [
        ("opening", "any", {"text": "  "}, "text.empty"),
        ("opening", "any", {"text": "您的{产品}到期"}, "greeting.field_not_here"),
        ("opening", "maturity", {"text": "{{称呼}}"}, "greeting.wrong_field"),
        ("opening", "any", {"text": "{密码}"}, "greeting.unknown_field"),
        ("opening", "any", {"text": "<b>您好</b>"}, "greeting.markup"),
        ("opening", "any", {"text": "好" * 501}, "text.too_long"),
        ("objection", "any", {"text": "好的"}, "text.not_text"),
        ("objection", "any", {"text": "好的", "cue": " "}, "text.empty"),
        ("opening", "nowhere", BOLD, "value.not_a_choice"),
        ("chorus", "any", BOLD, "value.not_a_choice"),
        ("opening", "any", {**BOLD, "orientation": "north"}, "value.not_a_choice"),
        ("opening", "any", {**BOLD, "tier_uid": "0" * 32}, "row.gone"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    branch: Branch, part: str, occasion: str, given: dict[str, object], code: str
) -> None:
    branch.act("head")
    with pytest.raises(UserError) as refused:
        branch.write(scripts.add_script, part, occasion, "zh_CN", given)
    assert refused.value.code == code


def test_who_may_keep_what(branch: Branch) -> None:
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(scripts.add_script, "opening", "any", "zh_CN", BOLD)
    with pytest.raises(NotAllowed):
        branch.write(scripts.turn_off, "zh.never.any.1")
    row = branch.write(scripts.add_script, "opening", "any", "zh_CN", BOLD, own=True)
    branch.write(scripts.remove_script, row.uid, version=row.version)
    customer = add(branch)
    branch.write(follow_ups.add_follow_up, customer.uid, {"step": "回电", "due_on": TODAY})
    branch.act("colleague")
    with pytest.raises(NotAllowed):
        branch.read(scripts.propose, customer.uid, TODAY)
