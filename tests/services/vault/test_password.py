"""Which passwords are refused."""

import pytest

from rmdesk.services.errors import UserError
from rmdesk.services.vault.password import check_password, suggest_password


@pytest.mark.parametrize("password", ["", "1234567", "密码太短", "    "])
def test_short_ones_are_refused(password: str):
    with pytest.raises(UserError, match=r"password\.too_short"):
        check_password(password, "周建国")


@pytest.mark.parametrize("password", ["aaaaaaaa", "　　　　　　　　", "Alexander", " alexander "])
def test_one_character_or_the_name_is_refused(password: str):
    with pytest.raises(UserError, match=r"password\.too_simple"):
        check_password(password, "Alexander")


@pytest.mark.parametrize("password", ["12345678", "每天早上八点开门", "pass word"])
def test_eight_characters_of_any_script_will_do(password: str):
    check_password(password, "周建国")


def test_a_suggested_password_is_good_enough_and_new_each_time():
    suggested = {suggest_password() for _ in range(50)}
    assert len(suggested) == 50
    for password in suggested:
        check_password(password, "周建国")
        assert not set(password) & set("0O1lIi")
