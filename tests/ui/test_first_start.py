"""The first start: from a branch's name to an open vault, and that leaving before the end leaves nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk import config, words
from rmdesk.services import changes
from rmdesk.services.vault import Cost, Vault, VaultFolder, unlock, unlock_with_recovery
from rmdesk.ui.ask import Question
from rmdesk.ui.context import ConfigHolder
from rmdesk.ui.first_start import FIRST_STEPS, FirstStartWindow
from rmdesk.ui.i18n import Languages
from rmdesk.ui.jobs import Jobs
from rmdesk.ui.theme import Theme
from tests.support.vaults import BRANCH

WAIT = 60_000  # ms: a limit, not a measure
PASSWORD = "八点开门 8:00"


class Start:
    """The window, and what it handed over."""

    def __init__(self, folder: Path, jobs: Jobs, languages: Languages) -> None:
        self.jobs = jobs
        self.window = FirstStartWindow(folder, jobs, ConfigHolder(), languages, cost=Cost.FLOOR)
        self.made: list[tuple[Vault, Any, str]] = []
        self.left = self.sign_in_at = None
        self.window.finished.connect(lambda *given: self.made.append(given))
        self.window.quit.connect(self._on_quit)
        self.window.sign_in_wanted.connect(self._on_sign_in)

    def _on_quit(self) -> None:
        self.left = True

    def _on_sign_in(self, folder: Path) -> None:
        self.sign_in_at = folder

    def answer(self) -> None:
        """Fill in the two pages that ask, and go on to the making."""
        window = self.window
        window.branch_page.branch.setText(BRANCH)
        window.go_on()
        window.person_page.name.setText("周建国")
        window.person_page.password.first.setText(PASSWORD)
        window.person_page.password.again.setText(PASSWORD)
        window.go_on()


@pytest.fixture
def start(qtbot: QtBot, theme: Theme, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    languages = Languages(qapp)
    languages.use("en")
    jobs = Jobs()
    made = Start(tmp_path / "new vault 新", jobs, languages)
    qtbot.addWidget(made.window)
    made.window.show()
    yield made
    languages.use("en")
    jobs.close()
    for vault, _, _ in made.made:
        vault.close()


def wait_for_code(qtbot: QtBot, start: Start) -> str:
    qtbot.waitUntil(lambda: start.window.code_steps is not None, timeout=WAIT)
    steps = start.window.code_steps
    assert steps is not None
    return steps.show_code.code


def type_back(start: Start, code: str) -> None:
    steps = start.window.code_steps
    assert steps is not None
    steps.next_button.click()
    for number, field in steps.type_back.fields.items():
        field.setText(code.split("-")[number - 1].lower())
    steps.next_button.click()


def question(window: FirstStartWindow) -> Question:
    (found,) = window.findChildren(Question)
    return found


@pytest.mark.parametrize("beginning", [step.id for step in FIRST_STEPS])
def test_a_person_makes_a_vault(qtbot: QtBot, start: Start, beginning: str) -> None:
    start.answer()
    code = wait_for_code(qtbot, start)
    type_back(start, code)
    qtbot.waitUntil(start.window.beginning_page.isVisible, timeout=WAIT)
    start.window.beginning_page.choices[beginning].click()
    ((vault, signed_in, chosen),) = start.made
    assert chosen == beginning
    assert {role.value for role in signed_in.actor.roles} == {"administrator", "branch_head"}
    folder = vault.folder
    vault.close()
    assert unlock(folder, "周建国", PASSWORD).keyfile.branch == BRANCH
    unlock_with_recovery(folder, code)
    assert config.load().vault == str(folder.root)


def test_the_vault_exists_only_once_the_code_is_on_paper(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    folder = VaultFolder.at(tmp_path / "new vault 新")
    start.answer()
    code = wait_for_code(qtbot, start)
    assert not folder.holds_vault()
    type_back(start, code)
    qtbot.waitUntil(start.window.beginning_page.isVisible, timeout=WAIT)
    assert folder.holds_vault()
    start.window.beginning_page.choices["empty"].click()


def test_stopping_before_asks_and_leaves_nothing(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    folder = VaultFolder.at(tmp_path / "new vault 新")
    start.answer()
    wait_for_code(qtbot, start)
    assert start.window.code_steps is not None
    start.window.code_steps.cancel_button.click()
    question(start.window).buttons["leave"].click()
    assert start.window.code_steps is not None  # still there, with the same code
    qtbot.waitUntil(lambda: not start.window.findChildren(Question), timeout=WAIT)
    start.window.close()
    question(start.window).buttons["do"].click()
    qtbot.waitUntil(lambda: start.left is not None, timeout=WAIT)
    assert not folder.holds_vault()
    assert not folder.is_unfinished()
    assert not folder.database.exists()


def test_the_code_can_be_looked_at_again_and_a_slip_is_marked(qtbot: QtBot, start: Start) -> None:
    start.answer()
    code = wait_for_code(qtbot, start)
    steps = start.window.code_steps
    assert steps is not None
    steps.next_button.click()
    first = steps.type_back.numbers[0]
    for number, field in steps.type_back.fields.items():
        field.setText("OOOO" if number == first else code.split("-")[number - 1])
    steps.next_button.click()
    assert steps.type_back.fields[first].error
    steps.back_button.click()
    assert steps.show_code.isVisible()
    assert steps.show_code.code == code
    type_back(start, code)
    qtbot.waitUntil(start.window.beginning_page.isVisible, timeout=WAIT)
    start.window.beginning_page.choices["empty"].click()


def test_saving_the_sheet_is_recorded_in_the_new_vault(qtbot: QtBot, start: Start, tmp_path: Path) -> None:
    start.answer()
    code = wait_for_code(qtbot, start)
    steps = start.window.code_steps
    assert steps is not None
    preview = steps.show_code.make_preview()
    preview.open()
    qtbot.waitUntil(lambda: preview.pdf is not None, timeout=WAIT)
    with qtbot.waitSignal(preview.saved, timeout=WAIT):
        preview.save_to(tmp_path / "sheet.pdf")
    preview.accept()
    type_back(start, code)
    qtbot.waitUntil(start.window.beginning_page.isVisible, timeout=WAIT)
    start.window.beginning_page.choices["empty"].click()
    with start.made[0][0].store.read() as session:
        (number,) = changes.find_numbers(session, kinds={"data.printed"})
        assert changes.load_sets(session, [number])[0].detail["report"] == "recovery_sheet"


def test_the_manual_opens_where_it_is_about_the_step(qtbot: QtBot, start: Start) -> None:
    window = start.window
    assert window.manual_place == "first-day#vault"
    start.answer()
    code = wait_for_code(qtbot, start)
    assert window.manual_place == "first-day#recovery-code"
    type_back(start, code)
    qtbot.waitUntil(window.beginning_page.isVisible, timeout=WAIT)
    assert window.manual_place == "first-day#begin"
    window.close()


def test_the_demonstration_can_be_seen_before_there_is_a_vault(
    qtbot: QtBot, start: Start, tmp_path: Path
) -> None:
    with qtbot.waitSignal(start.window.demonstration_wanted):
        start.window.branch_page.demonstration.click()
    assert list(tmp_path.glob("new vault*/*.db")) == []


def test_missing_and_wrong_answers_are_marked(start: Start) -> None:
    window = start.window
    window.go_on()
    assert window.branch_page.branch.error
    window.branch_page.branch.setText("x" * 101)
    window.go_on()
    assert "100" in window.branch_page.branch.error
    window.branch_page.branch.setText(BRANCH)
    window.go_on()
    page = window.person_page
    assert page.isVisible()
    window.go_on()
    assert page.name.error
    assert page.password.first.error
    page.name.setText("周建国")
    page.password.first.setText("周建国周建国")
    page.password.again.setText("周建国周建")
    window.go_on()
    assert "characters" in page.password.first.error
    assert "differ" in page.password.again.error
    assert page.isVisible()
    window.back_button.click()
    assert window.branch_page.isVisible()
    assert window.branch_page.branch.text() == BRANCH


def test_a_folder_with_a_vault_offers_to_sign_in(start: Start, vault_folder: VaultFolder) -> None:
    page = start.window.branch_page
    page.branch.setText(BRANCH)
    assert not page.use_folder(vault_folder.root)
    assert page.refusal.isVisible()
    start.window.go_on()
    assert page.isVisible()
    page.refusal.acted.emit()
    assert start.sign_in_at == vault_folder.root


@pytest.mark.parametrize("place", ["//server/share", "x" * 600])
def test_a_folder_that_cannot_be_is_refused(start: Start, tmp_path: Path, place: str) -> None:
    page = start.window.branch_page
    assert not page.use_folder(Path(place) if place.startswith("//") else tmp_path / place)
    assert page.refusal.text
    assert page.use_folder(tmp_path / "good")
    assert page.refusal.isHidden()


def test_the_language_changes_at_once_and_keeps_what_was_typed(start: Start) -> None:
    window = start.window
    window.branch_page.branch.setText(BRANCH)
    english = window.next_button.text()
    window.languages.button("zh_CN").click()
    assert words.language() == "zh_CN"
    assert config.load().language == "zh_CN"
    assert window.branch_page.branch.text() == BRANCH
    assert window.next_button.text() != english
    window.go_on()
    window.person_page.name.setText("周建国")
    window.languages.button("en").click()
    assert window.person_page.isVisible()
    assert window.person_page.name.text() == "周建国"
    assert window.next_button.text() == english


def test_a_refusal_while_making_leads_back_to_the_questions(
    qtbot: QtBot, start: Start, tmp_path: Path, vault_folder: VaultFolder
) -> None:
    start.window.branch_page.branch.setText(BRANCH)
    start.window.go_on()
    vault_folder.root.rename(tmp_path / "new vault 新")  # somebody else was faster
    page = start.window.person_page
    page.name.setText("周建国")
    page.password.first.setText(PASSWORD)
    page.password.again.setText(PASSWORD)
    start.window.go_on()
    qtbot.waitUntil(start.window.making_page.trouble.isVisible, timeout=WAIT)
    assert start.window.back_button.isVisible()
    start.window.back_button.click()
    assert page.isVisible()
    assert page.name.text() == "周建国"
