"""Signing in: passwords, waiting, one-use passwords, the Windows session, the recovery code, and trouble."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from rmdesk import config, messages
from rmdesk.models import Role, Staff
from rmdesk.services import accounts, backups, changes, staff
from rmdesk.services.backups import Backup
from rmdesk.services.errors import UserError
from rmdesk.services.store.connection import Connector
from rmdesk.services.vault import Cost, Vault, VaultFolder, create_vault, unlock
from rmdesk.services.vault.backup_names import Kind, name_at
from rmdesk.services.vault.keyfile import load as load_keyfile
from rmdesk.services.vault.throttle import FREE_TRIES, Throttle
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.dialogs.recover_vault import RecoverVault
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.theme import Theme
from rmdesk.ui.unlock import HEIGHT, WIDTH, SignInWindow
from rmdesk.ui.unlock_side import lock_reason
from rmdesk.ui.unlock_trouble import Way, ways_out
from tests.conftest import ExpectedLogs
from tests.support.vaults import ADMIN, BRANCH, PASSWORD, OpenAgain, add_person

WAIT = 60_000  # ms: a limit, not a measure


@pytest.fixture
def jobs(theme: Theme) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


class Entered:
    """Takes what the window hands over, and closes the vault."""

    def __init__(self, window: SignInWindow) -> None:
        self.vault: Vault | None = None
        self.signed_in: Any = None
        self.left = False
        window.opened.connect(self._on_opened)
        window.quit.connect(self._on_quit)

    def _on_opened(self, vault: Vault, signed_in: Any) -> None:
        self.vault, self.signed_in = vault, signed_in

    def _on_quit(self) -> None:
        self.left = True

    def close(self) -> None:
        if self.vault is not None:
            self.vault.close()


@pytest.fixture
def closing() -> Iterator[list[Entered]]:
    made: list[Entered] = []
    yield made
    for one in made:
        one.close()


@pytest.fixture
def sign_in(qtbot: QtBot, jobs: Jobs, vault_folder: VaultFolder, closing: list[Entered]) -> Any:
    """Opens the window on this test's vault."""

    def show(folder: Path | None = None, **options: Any) -> tuple[SignInWindow, Entered]:
        window = SignInWindow(folder or vault_folder.root, jobs, ConfigHolder(), **options)
        qtbot.addWidget(window)
        entered = Entered(window)
        closing.append(entered)
        window.show()
        return window, entered

    return show


def type_password(qtbot: QtBot, window: SignInWindow, password: str) -> None:
    window.password.setText(password)  # QTest types no Chinese
    qtbot.keyClick(window.password, Qt.Key.Key_Return)


def wait_for_error(qtbot: QtBot, window: SignInWindow) -> str:
    qtbot.waitUntil(lambda: bool(window.password.error), timeout=WAIT)
    return window.password.error


def test_the_window_tells_only_what_lies_outside_the_encryption(
    sign_in: Any, vault_folder: VaultFolder
) -> None:
    (vault_folder.database).write_bytes(b"")  # not even the database's header is looked at
    window, _ = sign_in()
    assert (window.width(), window.height()) == (WIDTH, HEIGHT)
    assert window.branch == BRANCH
    assert [window.names.itemText(n) for n in range(window.names.count())] == [ADMIN]


def test_names_keep_their_order_and_one_that_is_chosen_leads_to_the_password(
    qtbot: QtBot, sign_in: Any, vault: Vault, expected_logs: ExpectedLogs
) -> None:
    expected_logs("grabbing the keyboard")  # what the offscreen platform says of every popup
    for name in ("Zhao", "Chen"):  # as their slots came
        add_person(vault, name, "one use only", [Role.RELATIONSHIP_MANAGER])
    vault.close()
    window, _ = sign_in()
    names = [window.names.itemText(place) for place in range(window.names.count())]
    assert sorted(names) == sorted([ADMIN, "Zhao", "Chen"])
    assert names.index("Chen") < names.index("Zhao")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.names.setFocus()
    window.names.showPopup()
    qtbot.keyClick(window.names.view(), Qt.Key.Key_Down)
    qtbot.keyClick(window.names.view(), Qt.Key.Key_Return)
    qtbot.waitUntil(window.password.hasFocus)


def test_password_and_enter_open_the_vault(qtbot: QtBot, sign_in: Any) -> None:
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    assert entered.signed_in.actor.name == ADMIN
    assert window.password.text() == ""
    assert config.load().last_name == ADMIN


def test_the_window_answers_while_keys_are_derived(qtbot: QtBot, sign_in: Any) -> None:
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    assert not window.unlock_button.isEnabled()
    window.sign_in()  # a second Enter starts nothing
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_an_empty_password_is_asked_for(qtbot: QtBot, sign_in: Any) -> None:
    window, _ = sign_in()
    qtbot.keyClick(window.password, Qt.Key.Key_Return)
    assert "type your password" in window.password.error


def test_a_wrong_password_says_so_and_lets_try_again(qtbot: QtBot, sign_in: Any) -> None:
    window, entered = sign_in()
    type_password(qtbot, window, "not the password")
    assert "1" in wait_for_error(qtbot, window)
    assert window.unlock_button.isEnabled()
    assert window.password.text() == ""
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_after_many_wrong_passwords_the_wait_counts_down_and_ends(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder
) -> None:
    now = datetime.now(UTC).timestamp()
    throttle = Throttle(load_keyfile(vault_folder).keyfile.vault)
    for _ in range(FREE_TRIES):
        throttle.failed(now)
    window, entered = sign_in()  # a restart of the program does not spare the wait
    assert not window.unlock_button.isEnabled()
    assert window.password.error
    window.sign_in()
    assert not window.is_busy
    qtbot.waitUntil(window.unlock_button.isEnabled, timeout=WAIT)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_caps_lock_is_said_beside_the_password(qtbot: QtBot, sign_in: Any) -> None:
    window, _ = sign_in()
    window.password.caps_lock_changed.emit(True)
    assert "Caps Lock" in window.password_hint
    window.password.caps_lock_changed.emit(False)
    assert window.password_hint == ""


def test_the_last_copy_is_told_only_if_there_is_one(sign_in: Any, vault_folder: VaultFolder) -> None:
    assert vault_folder.last_copied() is None
    window, _ = sign_in()
    assert window.copy_words == ""
    vault_folder.backups.mkdir(exist_ok=True)
    name = name_at(Kind.REGULAR, datetime.now(UTC)).text
    (vault_folder.backups / f"{name}.db").write_bytes(b"x")
    window.use_folder(vault_folder.root)
    assert window.copy_words == ""  # never verified
    (vault_folder.backups / f"{name}.facts").write_bytes(b"x")
    window.use_folder(vault_folder.root)
    assert "today" in window.copy_words


def test_why_it_is_locked_stands_under_the_title(sign_in: Any) -> None:
    at = datetime(2026, 9, 10, 8, 52, tzinfo=UTC)
    for cause in ("idle", "session", "key"):
        reason = lock_reason(cause, at)
        assert f"{at.astimezone():%H:%M}" in reason
        window, _ = sign_in(reason=reason)
        assert window.reason == reason
    assert len({lock_reason(cause, at) for cause in ("idle", "session", "key")}) == 3


def test_exit_leaves_nothing_open(qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder) -> None:
    window, entered = sign_in()
    window.close()
    assert entered.left
    assert not vault_folder.lock.exists() or not vault_folder.holder.exists()


# --- a one-use password ----------------------------------------------------------------------------


def test_a_one_use_password_is_replaced_before_going_on(
    qtbot: QtBot, sign_in: Any, vault: Vault, vault_folder: VaultFolder
) -> None:
    add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    vault.close()
    window, entered = sign_in()
    window.names.choose("林晓雯")
    type_password(qtbot, window, "k7mp-29xr-4tqh")
    qtbot.waitUntil(window.own_password.isVisible, timeout=WAIT)
    assert entered.vault is None
    qtbot.keyClicks(window.own_password.first, "short")
    qtbot.keyClicks(window.own_password.again, "short")
    window.keep_own_password()
    assert window.own_password.first.error
    window.own_password.clear()
    qtbot.keyClicks(window.own_password.first, "my own sentence")
    qtbot.keyClicks(window.own_password.again, "my own sentence")
    qtbot.keyClick(window.own_password.again, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    entered.close()
    assert not unlock(vault_folder, "林晓雯", "my own sentence").slot.one_use
    with pytest.raises(UserError) as refused:
        unlock(vault_folder, "林晓雯", "k7mp-29xr-4tqh")
    assert refused.value.code == "password.wrong"


def test_leaving_before_the_own_password_keeps_the_one_use_one(
    qtbot: QtBot, sign_in: Any, vault: Vault, vault_folder: VaultFolder
) -> None:
    add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER])
    vault.close()
    window, entered = sign_in()
    window.names.choose("林晓雯")
    type_password(qtbot, window, "k7mp-29xr-4tqh")
    qtbot.waitUntil(window.own_password.isVisible, timeout=WAIT)
    window.close()
    assert entered.left
    assert unlock(vault_folder, "林晓雯", "k7mp-29xr-4tqh").slot.one_use


# --- the recovery code -----------------------------------------------------------------------------


def recover(qtbot: QtBot, window: SignInWindow, code: str, password: str) -> RecoverVault:
    dialog = window.use_recovery_code()
    assert dialog is not None
    qtbot.keyClicks(dialog.code, code)
    for field in (dialog.password.first, dialog.password.again):
        qtbot.keyClicks(field, password)
    return dialog


def test_the_recovery_code_gives_a_new_password_and_a_new_code(
    qtbot: QtBot, sign_in: Any, recovery_code: str, vault_folder: VaultFolder
) -> None:
    window, entered = sign_in()
    dialog = recover(qtbot, window, recovery_code.lower().replace("-", " ").replace("0", "o"), "new sentence")
    dialog.recover()
    qtbot.waitUntil(lambda: dialog.steps is not None, timeout=WAIT)
    assert dialog.steps is not None
    code = dialog.steps.show_code.code
    assert code != recovery_code
    dialog.steps.next_button.click()
    for number, field in dialog.steps.type_back.fields.items():
        qtbot.keyClicks(field, code.split("-")[number - 1].lower())
    dialog.steps.next_button.click()
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    assert entered.signed_in.actor.name == ADMIN
    entered.close()
    unlock(vault_folder, ADMIN, "new sentence")
    with pytest.raises(UserError):
        unlock(vault_folder, ADMIN, PASSWORD)


def test_recovery_broken_off_changes_nothing(
    qtbot: QtBot, sign_in: Any, recovery_code: str, vault_folder: VaultFolder, jobs: Jobs
) -> None:
    before = vault_folder.keyfile.read_bytes()
    window, entered = sign_in()
    dialog = recover(qtbot, window, recovery_code, "new sentence")
    dialog.recover()
    qtbot.waitUntil(lambda: dialog.steps is not None, timeout=WAIT)
    assert dialog.steps is not None
    dialog.steps.cancel_button.click()
    qtbot.waitUntil(lambda: not jobs.running, timeout=WAIT)
    assert vault_folder.keyfile.read_bytes() == before
    assert entered.vault is None
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_the_code_is_checked_as_it_is_typed(qtbot: QtBot, sign_in: Any, recovery_code: str) -> None:
    window, _ = sign_in()
    dialog = window.use_recovery_code()
    assert dialog is not None
    qtbot.keyClicks(dialog.code, recovery_code[:9])
    assert "8 of 36" in dialog.code_note
    dialog.code.setText(recovery_code)
    assert "complete" in dialog.code_note
    wrong = "Z" if recovery_code[-1] != "Z" else "Y"
    dialog.code.setText(recovery_code[:-1] + wrong)
    assert dialog.code.error
    dialog.code.setText("U" + recovery_code[1:])
    assert "1" in dialog.code.error


def test_a_code_of_another_vault_is_refused_beside_its_field(
    qtbot: QtBot, sign_in: Any, tmp_path: Path, jobs: Jobs
) -> None:
    other, code = create_vault(
        tmp_path / "other", branch="x", admin="y", password="abcd efgh", cost=Cost.FLOOR
    )
    other.close()
    window, _ = sign_in()
    dialog = recover(qtbot, window, code, "new sentence")
    dialog.recover()
    qtbot.waitUntil(lambda: bool(dialog.code.error), timeout=WAIT)
    assert dialog.password.isEnabled()


def test_groups_typed_back_wrongly_are_marked(
    qtbot: QtBot, sign_in: Any, recovery_code: str, jobs: Jobs
) -> None:
    window, _ = sign_in()
    dialog = recover(qtbot, window, recovery_code, "new sentence")
    dialog.recover()
    qtbot.waitUntil(lambda: dialog.steps is not None, timeout=WAIT)
    steps = dialog.steps
    assert steps is not None
    steps.next_button.click()
    fields = steps.type_back.fields
    first, *rest = steps.type_back.numbers
    fields[first].setText("????")
    for number in rest:
        fields[number].setText(steps.show_code.code.split("-")[number - 1])
    steps.next_button.click()
    assert str(first) in fields[first].error
    assert not any(fields[number].error for number in rest)
    steps.back_button.click()
    assert steps.show_code.isVisibleTo(steps)
    dialog.reject()
    qtbot.waitUntil(lambda: not jobs.running, timeout=WAIT)


# --- trouble ---------------------------------------------------------------------------------------


def test_a_vault_in_use_says_who_and_tries_again(qtbot: QtBot, sign_in: Any, open_again: OpenAgain) -> None:
    held = open_again(program="command line")
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(window.trouble.isVisible, timeout=WAIT)
    assert "command line" in window.trouble.sentence
    held.close()
    window.trouble.buttons[Way.AGAIN].click()  # the password need not be typed again
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_an_older_state_needs_a_tick_and_is_recorded(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, open_again: OpenAgain, tmp_path: Path
) -> None:
    open_again().close()
    shutil.copy(vault_folder.database, tmp_path / "old.db")
    vault = open_again()
    add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER])
    vault.close()
    shutil.copy(tmp_path / "old.db", vault_folder.database)
    window, entered = sign_in()
    window.names.choose(ADMIN)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(window.trouble.isVisible, timeout=WAIT)
    older = window.trouble.buttons[Way.OPEN_OLDER]
    assert not older.isEnabled()
    window.trouble.agreed.click()
    older.click()
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    assert entered.vault is not None
    with entered.vault.store.read() as session:
        assert changes.find_numbers(session, kinds={"vault.rollback_accepted"})


def test_a_missing_folder_offers_another_one(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, tmp_path: Path
) -> None:
    window, entered = sign_in(tmp_path / "gone")
    assert window.trouble.isVisible()
    assert set(window.trouble.buttons) == {Way.OTHER_FOLDER, Way.NEW_VAULT, Way.AGAIN}
    window.use_folder(vault_folder.root)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_a_lost_key_file_is_replaced_by_a_copy(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, tmp_path: Path
) -> None:
    copy = tmp_path / "vault.keys.copy"
    shutil.copy(vault_folder.keyfile, copy)
    damaged = tmp_path / "damaged"
    damaged.write_bytes(copy.read_bytes()[:200])
    vault_folder.keyfile.write_bytes(b"damaged")
    vault_folder.keyfile_backup.unlink(missing_ok=True)
    window, entered = sign_in()
    assert window.trouble.isVisible()
    assert Way.KEYFILE_COPY in window.trouble.buttons
    window.use_keyfile_copy(damaged)
    assert window.trouble.isVisible()
    assert str(damaged) in window.trouble.sentence
    window.use_keyfile_copy(copy)
    assert any(one.read_bytes() == b"damaged" for one in vault_folder.root.glob("vault.keys.before-*"))
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00" + bytes(4080), b"\x01" * 8192])
def test_a_database_that_is_none_of_ours_is_left_alone(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, content: bytes
) -> None:
    vault_folder.database.write_bytes(content)
    for side in ("-wal", "-shm"):
        vault_folder.database.with_name(vault_folder.database.name + side).unlink(missing_ok=True)
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(window.trouble.isVisible, timeout=WAIT)
    assert window.trouble.sentence
    assert Way.SHOW_FOLDER in window.trouble.buttons
    assert vault_folder.database.read_bytes() == content
    assert entered.vault is None


def test_a_disabled_person_goes_back_to_sign_in(qtbot: QtBot, sign_in: Any, vault: Vault) -> None:
    person = add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.TELLER])
    # As after a crash between the two halves: disabled in the vault, the slot still there.
    with vault.store.write() as session:
        row = session.get_one(Staff, person.id)
        row.disabled_at = datetime.now(UTC)
        changes.describe(session, "staff.disabled", subject=row)
    vault.close()
    window, entered = sign_in()
    window.names.choose("林晓雯")
    type_password(qtbot, window, "k7mp-29xr-4tqh")
    qtbot.waitUntil(window.trouble.isVisible, timeout=WAIT)
    window.trouble.buttons[Way.SIGN_IN].click()
    window.names.choose(ADMIN)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


@pytest.mark.parametrize(
    "code",
    [
        code
        for code in messages.ENTRIES
        if code.partition(".")[0] in ("folder", "keyfile", "db", "vault", "disk")
    ],
)
def test_trouble_with_the_vault_is_never_just_sent_back_to_sign_in(code: str) -> None:
    ways = ways_out(UserError(code))
    assert ways
    assert ways != (Way.SIGN_IN,)


def test_a_network_share_is_refused(sign_in: Any) -> None:
    window, _ = sign_in(Path("//server/share/vault"))
    assert window.trouble.isVisible()
    assert Way.OTHER_FOLDER in window.trouble.buttons


def test_notices_reach_whoever_opens_the_window(qtbot: QtBot, sign_in: Any, vault: Vault) -> None:
    uid = add_person(vault, "林晓雯", "k7mp-29xr-4tqh", [Role.ADMINISTRATOR]).uid
    slot = staff.prepare_password(vault, "林晓雯", uid, "abcd efgh ij", one_use=False, cost=Cost.FLOOR)
    with vault.store.write() as session:
        staff.reset_password(session, vault, slot.staff, slot)
    accounts.sign_out(vault)
    vault.close()
    window, entered = sign_in()
    window.names.choose("林晓雯")
    type_password(qtbot, window, "abcd efgh ij")
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    assert [notice.by for notice in entered.signed_in.notices] == [ADMIN]


# --- a damaged vault -----------------------------------------------------------------------------


def damaged(open_again: OpenAgain, folder: VaultFolder) -> list[Backup]:
    """Two verified backups, the newest first, of a vault whose database does not open any more."""
    vault = open_again()
    made = [backups.make(vault).backup for _ in range(2)]
    vault.close()
    folder.database.write_bytes(b"")
    return made[::-1]


def test_a_damaged_vault_is_brought_back_with_one_press(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    newest, _ = damaged(open_again, vault_folder)
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: Way.BRING_BACK in window.trouble.buttons, timeout=WAIT)
    assert f"{newest.name.made_at.astimezone():%H:%M}" in window.trouble.offer
    qtbot.mouseClick(window.trouble.buttons[Way.BRING_BACK], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    [kept] = vault_folder.root.glob("damaged-*")
    assert (kept / "vault.db").read_bytes() == b""


def test_a_vault_torn_by_a_power_cut_is_damage_and_brought_back_by_enter(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    with contextlib.closing(open_again()) as vault:
        backups.make(vault)
    with contextlib.closing(Connector(vault_folder.database, vault.keys.database).open()) as connection:
        connection.execute("UPDATE vault_state SET head_number = head_number - 1")
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: "Nothing was done" in window.trouble.offer, timeout=WAIT)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_if_that_backup_is_damaged_too_the_one_before_is_offered(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    newest, _ = damaged(open_again, vault_folder)
    raw = bytearray(newest.path.read_bytes())
    raw[len(raw) // 2] ^= 1
    newest.path.write_bytes(raw)
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: Way.BRING_BACK in window.trouble.buttons, timeout=WAIT)
    qtbot.mouseClick(window.trouble.buttons[Way.BRING_BACK], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: newest.name.text in window.trouble.sentence, timeout=WAIT)
    qtbot.mouseClick(window.trouble.buttons[Way.BRING_BACK], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_without_a_verified_backup_none_is_offered(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder
) -> None:
    vault_folder.database.write_bytes(b"")
    window, _ = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: window.trouble.isVisible(), timeout=WAIT)
    assert window.trouble.offer == ""
    assert Way.BRING_BACK not in window.trouble.buttons


def hurt(open_again: OpenAgain, table: str) -> bytes:
    """Close the vault and flip a bit in the root of a table."""
    vault = open_again()
    folder = vault.folder
    vault.store.checkpoint()
    connector = Connector(folder.database, vault.keys.database)
    with contextlib.closing(connector.open(query_only=True)) as connection:
        root = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
        (page,) = connection.execute(root, (table,)).fetchone()
    vault.close()
    raw = bytearray(folder.database.read_bytes())
    raw[(page - 1) * 4096 + 100] ^= 1
    folder.database.write_bytes(raw)
    return bytes(raw)


def test_what_can_be_read_of_a_damaged_vault_is_salvaged_and_brought_back(
    qtbot: QtBot, sign_in: Any, vault_folder: VaultFolder, open_again: OpenAgain
) -> None:
    raw = hurt(open_again, "vault_state")
    window, entered = sign_in()
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: "Damaged pages: 1" in window.trouble.offer, timeout=WAIT)
    assert Way.BRING_BACK not in window.trouble.buttons
    qtbot.mouseClick(window.trouble.buttons[Way.SALVAGE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: Way.BRING_SALVAGED in window.trouble.buttons, timeout=WAIT)
    assert "nothing is missing" in window.trouble.offer
    assert vault_folder.database.read_bytes() == raw
    qtbot.mouseClick(window.trouble.buttons[Way.BRING_SALVAGED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    [kept] = vault_folder.root.glob("damaged-*")
    assert (kept / "vault.db").read_bytes() == raw


def test_where_damage_was_found_it_is_looked_at_before_the_vault_opens_again(
    qtbot: QtBot, sign_in: Any, open_again: OpenAgain
) -> None:
    backups.make(open_again())
    hurt(open_again, "segment")
    window, entered = sign_in(damaged=True)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: Way.OPEN_DAMAGED in window.trouble.buttons, timeout=WAIT)
    assert "They belong to: Segment." in window.trouble.offer
    assert list(window.trouble.buttons)[:2] == [Way.BRING_BACK, Way.SALVAGE]
    assert entered.vault is None
    qtbot.mouseClick(window.trouble.buttons[Way.OPEN_DAMAGED], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)


def test_where_nothing_is_damaged_it_opens_as_ever(qtbot: QtBot, sign_in: Any) -> None:
    window, entered = sign_in(damaged=True)
    type_password(qtbot, window, PASSWORD)
    qtbot.waitUntil(lambda: entered.vault is not None, timeout=WAIT)
    assert not window.trouble.isVisible()
