"""The recovery code is understood however it is typed, and a slip is noticed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rmdesk.services.errors import UserError
from rmdesk.services.vault import recovery
from rmdesk.services.vault.recovery import challenge, check_challenge, format_code, make_code, read_code

SECRET = bytes(range(20))
CODE = format_code(SECRET)

secrets_ = st.binary(min_size=20, max_size=20)


def error_of(typed: str) -> UserError:
    with pytest.raises(UserError) as caught:
        read_code(typed)
    return caught.value


def test_it_has_nine_groups_of_four():
    groups = make_code().split("-")
    assert [len(group) for group in groups] == [4] * 9
    assert set("".join(groups)) <= set(recovery.ALPHABET)


def test_the_format_never_changes():
    # Codes lie printed in safes for years.
    assert CODE == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-C28S"


def test_each_code_is_new():
    assert len({make_code() for _ in range(100)}) == 100


@given(secrets_)
def test_what_is_printed_reads_back(secret: bytes):
    assert read_code(format_code(secret)) == secret


@given(secrets_)
def test_lower_case_and_look_alikes_read_back(secret: bytes):
    code = format_code(secret)
    assert read_code(code.lower()) == secret
    assert read_code(code.replace("0", "O").replace("1", "l")) == secret
    assert read_code(code.replace("0", "o").replace("1", "I")) == secret


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda code: code.replace("-", ""), id="no hyphens"),
        pytest.param(lambda code: code.replace("-", " "), id="spaces"),
        pytest.param(lambda code: f"  {code}\r\n", id="space around"),
        pytest.param(lambda code: code.replace("-", "－").translate(FULL_WIDTH), id="full width"),
        pytest.param(lambda code: code.replace("-", "—"), id="dash of the input method"),
        pytest.param(lambda code: code.replace("-", "\u3000"), id="full-width space"),
        pytest.param(lambda code: "\n".join(code.split("-")), id="one group a line"),
        pytest.param(lambda code: "\ufeff" + code, id="byte order mark"),
    ],
)
def test_every_usual_way_of_typing_is_understood(change):
    assert read_code(change(CODE)) == SECRET


FULL_WIDTH = {ord(one): ord(one) + 0xFEE0 for one in recovery.ALPHABET}


@given(secrets_, st.integers(0, 35), st.sampled_from(recovery.ALPHABET))
def test_one_wrong_character_is_noticed(secret: bytes, position: int, other: str):
    characters = list(format_code(secret).replace("-", ""))
    if characters[position] == other:
        return
    characters[position] = other
    assert error_of("".join(characters)).code == "recovery.mistyped"


def test_two_groups_exchanged_are_noticed():
    groups = CODE.split("-")
    groups[2], groups[5] = groups[5], groups[2]
    assert error_of("-".join(groups)).code == "recovery.mistyped"


def test_a_character_that_no_code_has_is_said_with_its_group():
    groups = CODE.split("-")
    groups[6] = groups[6][:2] + "U" + groups[6][3:]
    error = error_of("-".join(groups))
    assert (error.code, error.params) == ("recovery.mistyped_group", {"group": 7})


@pytest.mark.parametrize("typed", ["", "   ", CODE[:-1], CODE + "0", CODE[:20]])
def test_another_length_is_said(typed: str):
    error = error_of(typed)
    assert error.code == "recovery.wrong_length"
    assert error.params["wanted"] == 36


@given(st.text(max_size=200))
def test_any_text_is_refused_calmly(typed: str):
    with pytest.raises(UserError) as caught:
        read_code(typed)
    assert caught.value.code.startswith("recovery.")


def test_the_challenge_asks_three_different_groups_in_order():
    asked = {challenge(CODE) for _ in range(200)}
    assert len(asked) > 20
    for groups in asked:
        assert list(groups) == sorted(set(groups))
        assert len(groups) == 3
        assert set(groups) <= set(range(1, 10))


def test_the_challenge_tells_which_groups_are_wrong():
    groups = CODE.split("-")
    assert check_challenge(CODE, {1: groups[0].lower(), 4: groups[3], 9: f" {groups[8]} "}) == []
    assert check_challenge(CODE, {1: groups[0], 4: groups[4], 9: ""}) == [4, 9]
