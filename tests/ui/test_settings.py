"""The pages of the settings: what is shown, checked, saved, and who may change it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rmdesk import config
from rmdesk.models import Role
from rmdesk.services import settings
from rmdesk.ui.context import Context
from rmdesk.ui.settings import PAGES
from rmdesk.ui.settings.appearance import AppearancePage
from rmdesk.ui.settings.branch import BranchPage
from rmdesk.ui.settings.contacts import ContactsPage
from rmdesk.ui.settings.security import SecurityPage
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.settings.view import SettingsView
from tests.support.frames import set_setting
from tests.support.vaults import BRANCH

WAIT = 60_000  # ms: a limit, not a measure


def show(qtbot: QtBot, page: Any) -> Any:
    qtbot.addWidget(page)
    page.load()
    page.show()
    return page


def save(qtbot: QtBot, page: VaultPage) -> None:
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()


def value(context: Context, name: str) -> Any:
    with context.store.read() as session:
        return settings.get(session, name)


def test_appearance_is_kept_on_this_computer(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, AppearancePage(context))
    assert not page.is_changed
    page.appearance.button("dark").click()
    assert page.is_changed
    page.language.button("en").click()
    page.save()
    assert not page.is_changed
    assert (config.load().theme, config.load().language) == ("dark", "en")


def test_the_branch_is_renamed_where_one_signs_in_too(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, BranchPage(context))
    assert page.name.text() == BRANCH
    page.name.setText(" 江南支行 ")
    page.manager_label.setText("理财经理")
    assert page.is_changed
    save(qtbot, page)
    assert not page.is_changed
    assert value(context, "branch.name") == "江南支行"
    assert value(context, "branch.manager_label") == "理财经理"
    assert context.vault.keyfile.branch == "江南支行"


@pytest.mark.parametrize("name", ["", "   ", "x" * 101, "a\u202eb"])
def test_a_name_that_cannot_be_is_marked(qtbot: QtBot, context: Context, name: str) -> None:
    page = show(qtbot, BranchPage(context))
    page.name.setText(name)
    assert not page.check()
    assert page.name.error
    assert value(context, "branch.name") == BRANCH


@pytest.mark.parametrize("typed", ["", "59", "3601", "five minutes", "-300", "1e3", "３００x"])
def test_seconds_that_cannot_be_are_marked(qtbot: QtBot, context: Context, typed: str) -> None:
    page = show(qtbot, SecurityPage(context))
    page.idle.setText(typed)
    assert not page.check()
    assert page.idle.error
    page.load()
    assert page.idle.text() == "300"
    assert page.idle.error == ""


def test_security_is_saved(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, SecurityPage(context))
    assert str(context.vault.folder.root) in page.folder_words
    assert "1" in page.ways_in_words
    page.idle.setText("120")
    page.keyring.click()
    save(qtbot, page)
    assert value(context, "lock.idle_seconds") == 120
    assert value(context, "keyring.allowed") is False


@pytest.mark.parametrize("typed", ["", "-5", "a lot", "0.001", "1e3"])
def test_a_cost_that_cannot_be_is_marked(qtbot: QtBot, context: Context, typed: str) -> None:
    context.store.actor = replace(context.actor, roles=frozenset({Role.SUPERVISOR}))
    page = show(qtbot, ContactsPage(context))
    assert page.limit.text() == "200"
    page.limit.setText(typed)
    assert not page.check()
    assert page.limit.error
    page.limit.setText("1,500.5")
    save(qtbot, page)
    assert value(context, "contacts.cost_limit_fen") == 150_050
    assert (page.limit.text(), page.is_changed) == ("1500.50", False)


def test_when_the_branch_closes_is_typed_as_a_time(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, ContactsPage(context))
    assert page.closing.text() == "18:00"
    page.closing.setText("25:00")
    assert not page.check()
    assert page.closing.error
    page.closing.setText("17:30")
    save(qtbot, page)
    assert value(context, "branch.closing_minute") == 17 * 60 + 30
    assert (page.closing.text(), page.is_changed) == ("17:30", False)


def test_only_what_was_changed_is_written(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, SecurityPage(context))
    page.idle.setText("120")
    set_setting(context, "keyring.allowed", False)  # somebody else, meanwhile
    save(qtbot, page)
    assert value(context, "keyring.allowed") is False


def test_a_conflict_loses_nothing_and_saving_again_decides(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, SecurityPage(context))
    page.idle.setText("120")
    set_setting(context, "lock.idle_seconds", 900)
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert page.trouble.isVisible()
    assert page.idle.text() == "120"
    assert value(context, "lock.idle_seconds") == 900
    save(qtbot, page)
    assert value(context, "lock.idle_seconds") == 120
    assert not page.trouble.isVisible()


def test_whoever_may_not_change_a_setting_only_reads_it(qtbot: QtBot, context: Context) -> None:
    context.store.actor = replace(context.actor, roles=frozenset({Role.SUPERVISOR}))
    branch = show(qtbot, BranchPage(context))
    assert not branch.name.isEnabled()
    assert branch.manager_label.isEnabled()
    security = show(qtbot, SecurityPage(context))
    assert not security.idle.isEnabled()
    assert not security.keyring.isEnabled()
    assert not security.is_changed


def test_every_page_opens_in_the_settings(qtbot: QtBot, context: Context) -> None:
    view = SettingsView(context)
    qtbot.addWidget(view)
    view.show()
    assert [spec.id for spec in view.specs] == [spec.id for spec in PAGES]
    for spec in view.specs:
        view.show_page(spec.id)
        assert view.page is not None
        assert view.page.isVisible()
        assert view.save_button.isVisible() == view.page.saves


def test_only_what_the_page_shown_offers_is_in_the_palette(qtbot: QtBot, context: Context) -> None:
    view = SettingsView(context)
    qtbot.addWidget(view)
    view.show_page("working_days")
    assert {"add holiday", "import holidays"} <= {one.objectName() for one in view.actions()}
    view.show_page("branch")
    assert "import holidays" not in {one.objectName() for one in view.actions()}


def test_what_was_typed_stays_when_the_page_changes(qtbot: QtBot, context: Context) -> None:
    view = SettingsView(context)
    qtbot.addWidget(view)
    view.show()
    view.show_page("branch")
    page = view.page
    assert isinstance(page, BranchPage)
    page.name.setText("江南支行")
    view.show_page("security")
    view.reload()
    view.show_page("branch")
    assert page.name.text() == "江南支行"
    view.discard()
    assert page.name.text() == BRANCH
