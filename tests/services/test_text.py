"""One line of text as a person types it."""

from __future__ import annotations

import pytest

from rmdesk.services import text
from rmdesk.services.errors import UserError


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  王芳 ", "王芳"),
        ("Zoe\u0301", "Zoé"),
        ("𠮷田", "𠮷田"),
        ("a" * 60, "a" * 60),
        ("\u3000王芳\u3000", "王芳"),
    ],
)
def test_kept(typed: str, kept: str):
    assert text.line(typed, "staff.name", longest=60) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "text.empty"),
        (" \u3000\t ", "text.empty"),
        ("a" * 61, "text.too_long"),
        ("王" * 50_000, "text.too_long"),
        ("王\n芳", "text.not_text"),
        ("王\x00芳", "text.not_text"),
        ("\u202e芳王", "text.not_text"),
        ("王\u200b芳", "text.not_text"),
        ("王\udc80", "text.not_text"),
        (None, "text.not_text"),
        (7, "text.not_text"),
    ],
)
def test_refused(typed: object, code: str):
    with pytest.raises(UserError) as caught:
        text.line(typed, "staff.name", longest=60)
    assert caught.value.code == code
    assert caught.value.params["what"] == "staff.name"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" 一\r\n二\r三\t四  \n\n", "一\n二\n三 四"),
        ("Zoe\u0301", "Zoé"),
        ("电话 13800138000，密码本人记得", "电话 13800138000，密码本人记得"),
        ("PIN 码忘了两次", "PIN 码忘了两次"),
        ("喜欢 pinot 2015", "喜欢 pinot 2015"),
    ],
)
def test_several_lines_are_kept(typed: str, kept: str):
    assert text.paragraphs(typed, "customer.notes", longest=60) == kept


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" \n\t ", "text.empty"),
        ("a" * 61, "text.too_long"),
        ("a" * 60_000, "text.too_long"),
        ("一\n\u202e二", "text.not_text"),
        ("一\x0b二", "text.not_text"),
        ("一\udc80", "text.not_text"),
        (None, "text.not_text"),
        ("密码：１２３４５６", "text.secret"),
        ("取款密码是 8888", "text.secret"),
        ("CVV2=123", "text.secret"),
        ("PIN: 4321", "text.secret"),
        ("password is 20150101", "text.secret"),
        ("验证码 889900", "text.secret"),
    ],
)
def test_several_lines_are_refused(typed: object, code: str):
    with pytest.raises(UserError) as caught:
        text.paragraphs(typed, "customer.notes", longest=60)
    assert caught.value.code == code
