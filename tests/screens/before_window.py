"""Scenes without a signed-in person: first start, sign-in, trouble, recovery."""

from __future__ import annotations

import shutil
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel

from rmdesk.services import vault as vaults
from rmdesk.services.vault import Cost
from rmdesk.services.vault import keyfile as keyfiles
from rmdesk.ui.dialogs.recover_vault import RecoverVault
from rmdesk.ui.first_start.window import FirstStartWindow
from rmdesk.ui.unlock import SignInWindow
from rmdesk.ui.unlock_side import lock_reason
from tests.screens.stage import Stage

BRANCH, ADMIN, PASSWORD = "滨江支行", "方志远", "八点开门 8:00"


def first_start(stage: Stage, folder: Path) -> None:
    """From the first question to the choice of what to begin with."""
    window = FirstStartWindow(folder / "first", stage.jobs, stage.config, stage.languages, cost=Cost.FLOOR)
    window.show()
    # As it reads on the branch's computers.
    place = r"C:\Users\fang\AppData\Local\rmdesk\vault"
    for label in window.branch_page.findChildren(QLabel):
        label.setText(label.text().replace(str(folder / "first"), place))
    stage.keep("first-1-branch", window)
    window.branch_page.branch.setText(BRANCH)
    window.go_on()
    stage.keep("first-2-person", window)
    window.person_page.name.setText(ADMIN)
    window.person_page.password.first.setText("12345678")
    window.person_page.password.again.setText("1234567")
    window.go_on()
    stage.keep("first-3-person-wrong", window)
    window.person_page.password.first.setText(PASSWORD)
    window.person_page.password.again.setText(PASSWORD)
    stage.keep("first-4-person-filled", window)
    window.go_on()
    stage.wait(lambda: window.code_steps is not None)
    steps = window.code_steps
    if steps is None:
        raise RuntimeError("there is no code to show")
    stage.keep("first-5-code", window, while_running=True)
    steps.next_button.click()
    stage.keep("first-6-type-back", window, while_running=True)
    for field in steps.type_back.fields.values():
        field.setText("0000")
    steps.next_button.click()
    stage.keep("first-7-type-back-wrong", window, while_running=True)
    groups = steps.show_code.code.split("-")
    for number, field in steps.type_back.fields.items():
        field.setText(groups[number - 1])
    steps.next_button.click()
    stage.wait(lambda: window.code_steps is None)
    stage.keep("first-8-begin", window)
    stage.close(window)
    shutil.rmtree(folder / "first")


def sign_in(stage: Stage, folder: Path, vault: Path, code: str) -> None:
    """The sign-in window as one meets it, and when something is wrong."""
    window = SignInWindow(vault, stage.jobs, stage.config)
    window.show()
    stage.keep("unlock", window)
    window.password.setText("wrong password")
    window.sign_in()
    stage.keep("unlock-wrong", window)
    stage.close(window)
    locked = SignInWindow(vault, stage.jobs, stage.config, reason=lock_reason("idle", datetime.now()))
    locked.show()
    locked.password.setText(PASSWORD)
    stage.keep("unlock-locked", locked)
    stage.close(locked)
    _trouble(stage, folder / "nothing", "unlock-no-vault", sign_in=False)
    damaged = folder / "damaged"
    shutil.copytree(vault, damaged, dirs_exist_ok=True)
    database = damaged / "vault.db"
    database.write_bytes(database.read_bytes()[:20_000])
    _trouble(stage, damaged, "unlock-damaged", sign_in=True)
    _recovery(stage, vault, code)


def _trouble(stage: Stage, folder: Path, name: str, *, sign_in: bool) -> None:
    window = SignInWindow(folder, stage.jobs, stage.config)
    window.show()
    if sign_in:
        window.password.setText(PASSWORD)
        window.sign_in()
    stage.keep(name, window)
    stage.close(window)


def _recovery(stage: Stage, vault: Path, code: str) -> None:
    folder = vaults.VaultFolder.at(vault)
    dialog = RecoverVault(folder, keyfiles.load(folder).keyfile, stage.jobs)
    dialog.show()
    stage.keep("recover", dialog)
    dialog.code.setText(code[:11])
    stage.keep("recover-typing", dialog)
    dialog.code.setText(code)
    dialog.password.first.setText(PASSWORD)
    dialog.password.again.setText(PASSWORD)
    dialog.recover()
    stage.wait(lambda: dialog.steps is not None)
    stage.keep("recover-new-code", dialog, while_running=True)
    stage.close(dialog)
    stage.settle(stage.jobs)
