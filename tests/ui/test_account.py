"""My account: changing the password, the Windows session, notices, and where one signed in."""

from __future__ import annotations

from typing import Any

import pytest
from keyring.backends.fail import Keyring as NoKeyring
from pytestqt.qtbot import QtBot

from rmdesk import labels
from rmdesk.models import Role
from rmdesk.services import accounts, changes, people, staff
from rmdesk.services.errors import UserError
from rmdesk.services.vault import Keyring, unlock, unlock_with_keyring
from rmdesk.ui.account.new_password import FAIR, STRONG, NewPassword, bits
from rmdesk.ui.account.page import AccountPage
from rmdesk.ui.context import Context
from rmdesk.ui.theme import Theme
from tests.support.frames import set_setting, settle
from tests.support.keyrings import MemoryBackend
from tests.support.vaults import ADMIN, PASSWORD, OpenAgain

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Any:
    def make_(keyring: Keyring | None = None) -> AccountPage:
        page = AccountPage(context, keyring=keyring)
        qtbot.addWidget(page)
        page.load()
        page.show()
        return page

    return make_


def test_it_tells_who_one_is_and_when_one_signed_in(
    make: Any, context: Context, open_again: OpenAgain
) -> None:
    page = make()
    assert labels.role(Role.ADMINISTRATOR) in page.roles.text()
    assert len(page.sign_ins.text().splitlines()) == 1


def test_own_sign_ins_are_ones_own_and_newest_first(open_again: OpenAgain) -> None:
    open_again()
    vault = open_again()
    with vault.store.write() as session:
        found = people.own_sign_ins(session)
        assert [one.number for one in found] == sorted((one.number for one in found), reverse=True)
        assert len(found) == 2
        assert len(people.own_sign_ins(session, limit=1)) == 1


def test_the_password_is_changed(qtbot: QtBot, make: Any, context: Context) -> None:
    page = make()
    dialog = page.change_password()
    dialog.old.setText(PASSWORD)
    dialog.new.first.setText("a much better sentence")
    dialog.new.again.setText("a much better sentence")
    with qtbot.waitSignal(dialog.changed, timeout=WAIT):
        dialog.verb_button.click()
    unlock(context.vault.folder, ADMIN, "a much better sentence")
    with pytest.raises(UserError):
        unlock(context.vault.folder, ADMIN, PASSWORD)


def test_a_wrong_old_password_is_said_beside_it(qtbot: QtBot, make: Any, context: Context) -> None:
    page = make()
    dialog = page.change_password()
    dialog.verb_button.click()
    assert dialog.old.error
    assert dialog.new.first.error
    dialog.old.setText("not the password")
    dialog.new.first.setText("a much better sentence")
    dialog.new.again.setText("a much better sentence")
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: bool(dialog.old.error) and not dialog.is_busy, timeout=WAIT)
    assert dialog.new.first.text() == "a much better sentence"
    dialog.old.setText(PASSWORD)
    dialog.new.first.setText(PASSWORD)
    dialog.new.again.setText(PASSWORD)
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: bool(dialog.new.first.error), timeout=WAIT)
    dialog.reject()
    unlock(context.vault.folder, ADMIN, PASSWORD)


def test_the_windows_session_is_let_in_and_out_again(qtbot: QtBot, make: Any, context: Context) -> None:
    keyring = Keyring(MemoryBackend())
    page = make(keyring)
    dialog = page.switch_session()
    dialog.password.setText("not the password")
    dialog.verb_button.click()
    qtbot.waitUntil(lambda: bool(dialog.password.error), timeout=WAIT)
    dialog.password.setText(PASSWORD)
    with qtbot.waitSignal(page.session_changed, timeout=WAIT) as told:
        dialog.verb_button.click()
    assert told.args == [True]
    unlock_with_keyring(context.vault.folder, ADMIN, keyring=keyring)
    with qtbot.waitSignal(page.session_changed, timeout=WAIT) as told:
        page.session_button.click()
    assert told.args == [False]
    with pytest.raises(UserError):
        unlock_with_keyring(context.vault.folder, ADMIN, keyring=keyring)
    unlock(context.vault.folder, ADMIN, PASSWORD)


def test_a_computer_without_keyring_says_so_and_costs_nothing(
    qtbot: QtBot, make: Any, context: Context
) -> None:
    before = context.vault.folder.keyfile.read_bytes()
    page = make(Keyring(NoKeyring()))
    dialog = page.switch_session()
    dialog.password.setText(PASSWORD)
    dialog.verb_button.click()
    qtbot.waitUntil(page.session_trouble.isVisible, timeout=WAIT)
    assert context.vault.folder.keyfile.read_bytes() == before
    settle(qtbot, context)


def test_a_branch_may_forbid_it(make: Any, context: Context) -> None:
    set_setting(context, "keyring.allowed", False)
    assert not make().session_button.isEnabled()


def test_notices_stand_until_they_are_read(qtbot: QtBot, make: Any, context: Context) -> None:
    with context.store.write() as session:
        person = staff.get_active(session, ADMIN)
        staff.raise_notice(session, person, staff.ONE_USE_PASSWORD_RESET, by=context.actor)
        changes.describe(session, "staff.password_reset", subject=person)
    page = make()
    (bar,) = page.notice_bars()
    assert ADMIN in bar.text
    bar.acted.emit()
    qtbot.waitUntil(lambda: not page.notice_bars(), timeout=WAIT)
    with context.store.read() as session:
        assert accounts.load_notices(session, context.actor.staff_id) == ()


@pytest.mark.parametrize(
    ("weaker", "stronger"),
    [
        ("aaaaaaaaaa", "abdhejqzpw"),
        ("12345678", "72946018"),
        ("abdhejqz", "abdhejqzpw"),
        ("password", "P4ss w0rd!"),
    ],
)
def test_strength_grows_with_variety_and_length(weaker: str, stronger: str) -> None:
    assert bits(weaker) < bits(stronger)


def test_strength_knows_nothing_as_nothing_and_a_sentence_as_strong() -> None:
    assert bits("") == 0
    assert bits("12345678") < FAIR
    assert bits("correct horse battery") > STRONG


def test_a_new_password_is_judged_as_it_is_typed(qtbot: QtBot, theme: Theme) -> None:
    field = NewPassword(lambda: "林晓雯")
    qtbot.addWidget(field)
    field.show()
    seen = []
    for typed in ("", "abc", "abcabcab", "abdhejqz4", "correct horse battery"):
        field.first.setText(typed)
        seen.append(field.strength_words)
    assert len(set(seen)) == len(seen)
    field.first.setText("林晓雯林晓雯")
    assert not field.check()
    field.first.setText("correct horse battery")
    field.again.setText("correct horse")
    assert not field.check()
    assert field.again.error
    field.again.setText("correct horse battery")
    assert field.check()
    field.clear()
    assert not field.is_touched
