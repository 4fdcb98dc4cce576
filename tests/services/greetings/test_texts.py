"""Texts of greetings: what may be written, what is shipped, who may change what."""

from __future__ import annotations

from datetime import date

import pytest

from rmdesk import greeting_labels, words
from rmdesk.models import GreetingTemplate
from rmdesk.services import greetings
from rmdesk.services.errors import Conflict, NotAllowed, UserError
from rmdesk.services.greetings.fields import in_chinese
from rmdesk.services.greetings.shipped import shipped
from tests.support.branches import Branch

TODAY = date(2026, 9, 10)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{dear}，您好{", "greeting.wrong_field"),
        ("{{dear}}，您好", "greeting.wrong_field"),
        ("{dear{name}}，您好", "greeting.wrong_field"),
        ("}{", "greeting.wrong_field"),
        ("{dear.__class__}", "greeting.unknown_field"),
        ("{0}", "greeting.unknown_field"),
        ("{}，您好", "greeting.unknown_field"),
        ("{dear!r}", "greeting.unknown_field"),
        ("{身份证号}", "greeting.unknown_field"),
        ("您的{product}到期了", "greeting.field_not_here"),
        ("<b>{dear}</b>", "greeting.markup"),
        ("{dear} <img src=x>", "greeting.markup"),
        ("{dear}&nbsp;您好", "greeting.markup"),
        ("  ", "text.empty"),
        ("祝" * 501, "text.too_long"),
        ("您好\u202e", "text.not_text"),
        (None, "text.not_text"),
    ],
)
def test_what_cannot_be_a_text(text: object, code: str) -> None:
    with pytest.raises(UserError, match=code.replace(".", r"\.")):
        greetings.checked_text(text, "birthday")


def test_a_message_is_shorter_than_a_letter() -> None:
    text = "祝" * 201
    assert greetings.checked_text(text, "birthday", "letter") == text
    with pytest.raises(UserError, match=r"text\.too_long"):
        greetings.checked_text(text, "birthday", "sms")


def test_fields_are_written_in_either_language_and_values_are_no_texts() -> None:
    text = greetings.checked_text("｛称呼｝，{ Name } 1 < 2 & 3 > 2", "birthday")
    assert text == "{dear}，{name} 1 < 2 & 3 > 2"
    assert in_chinese(text) == "{称呼}，{姓名} 1 < 2 & 3 > 2"
    assert greetings.checked_text(in_chinese(text), "birthday") == text
    assert greetings.filled(text, {"dear": "{name}", "name": "张"}) == "{name}，张 1 < 2 & 3 > 2"
    assert greetings.filled(text, {"dear": "张", "name": ""}) is None


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_what_is_shipped_is_sound_and_enough(language: str) -> None:
    texts = [one for one in shipped().values() if one.language == language]
    assert len(texts) >= 30
    assert len({one.text for one in texts}) == len(texts)
    for one in texts:
        assert greetings.checked_text(one.text, one.occasion, one.channel) == one.text
        said = greetings.preview(
            one.text, one.occasion, language, manager="林晓雯", branch="滨江支行", today=TODAY
        )
        assert "{" not in said
        assert "林晓雯" in said
        assert one.relation is None or one.relation in greetings.RELATIONS
    by_occasion = {one.occasion for one in texts}
    assert by_occasion >= set(greeting_labels.OCCASIONS)


def test_every_occasion_and_field_has_words() -> None:
    assert all(greeting_labels.occasion(one) for one in greetings.OCCASIONS)
    assert set(greeting_labels.FIELDS) == set(greetings.FIELDS)
    assert {field for fields in greetings.OCCASIONS.values() for field in fields} == set(greetings.FIELDS)
    words.use("zh_CN")
    assert greeting_labels.written("dear") == "{称呼}"
    assert greeting_labels.shown("{dear}") == "{称呼}"


def find(branch: Branch, template: str) -> list[greetings.Template]:
    return [one for one in branch.read(greetings.list_templates) if one.id == template]


def test_the_branch_replaces_turns_off_and_puts_back_what_was_shipped(branch: Branch) -> None:
    code = "zh.birthday.1"
    branch.write(greetings.replace_shipped, code, "{称呼}，生日大吉！")
    [one] = find(branch, code)
    assert (one.text, one.is_shipped, one.is_off) == ("{dear}，生日大吉！", True, False)
    assert one.uid is not None
    with pytest.raises(UserError, match=r"greeting\.unknown_field"):
        branch.write(greetings.edit_template, one.uid, "{谁}", version=one.version)
    branch.write(greetings.turn_off, code)
    [one] = find(branch, code)
    assert one.is_off
    with pytest.raises(Conflict):
        branch.write(greetings.put_back, one.uid, version=one.version - 1)
    branch.write(greetings.put_back, one.uid, version=one.version)
    assert find(branch, code)[0].uid is None
    branch.undo()
    assert find(branch, code)[0].is_off
    assert branch.is_sound()


def test_a_manager_keeps_texts_of_their_own_and_no_others(branch: Branch) -> None:
    branch.act("manager")
    with pytest.raises(NotAllowed):
        branch.write(greetings.add_template, "birthday", "zh_CN", "{称呼}生日快乐")
    with pytest.raises(NotAllowed):
        branch.write(greetings.turn_off, "zh.birthday.1")
    own = branch.write(greetings.add_template, "birthday", "zh_CN", "{称呼}生日快乐", own=True)
    assert find(branch, own.uid)[0].is_own
    branch.act("colleague")
    assert find(branch, own.uid) == []
    with pytest.raises(NotAllowed):
        branch.write(greetings.remove_template, own.uid, version=1)
    branch.act("manager")
    branch.write(greetings.remove_template, own.uid, version=1)
    assert find(branch, own.uid) == []
    branch.undo()
    assert len(find(branch, own.uid)) == 1
    branch.act("teller")
    with pytest.raises(NotAllowed):
        branch.write(greetings.add_template, "birthday", "zh_CN", "{称呼}生日快乐", own=True)


def test_what_a_text_is_for_must_exist(branch: Branch) -> None:
    for wrong in ({"relation": "introducer"}, {"channel": "pigeon"}, {"tier_uid": "0" * 32}):
        with pytest.raises(UserError):
            branch.write(greetings.add_template, "birthday", "zh_CN", "{称呼}", **wrong)
    with pytest.raises(UserError):
        branch.write(greetings.add_template, "easter", "zh_CN", "{称呼}")
    with branch.store.read() as session:
        assert session.query(GreetingTemplate).count() == 0
