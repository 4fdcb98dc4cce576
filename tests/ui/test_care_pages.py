"""The pages of the settings about care: rules, intervals of contact, texts of greetings."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from rmdesk import rule_labels
from rmdesk.models import Role
from rmdesk.services import cadences, care, greetings, settings, undoing
from rmdesk.services.cadences import Place
from rmdesk.services.care.rules import RULES
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_greeting import EditGreeting
from rmdesk.ui.settings import PAGES
from rmdesk.ui.settings.cadences import CadencesPage
from rmdesk.ui.settings.care_rules import CareRulesPage, OptionField
from rmdesk.ui.settings.greetings import GreetingsPage
from tests.support.frames import set_setting

WAIT = 60_000  # ms: a limit, not a measure


def show(qtbot: QtBot, page: Any) -> Any:
    qtbot.addWidget(page)
    page.load()
    page.show()
    return page


def save(qtbot: QtBot, page: Any) -> None:
    assert page.check()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        page.save()


def value(context: Context, name: str) -> Any:
    with context.store.read() as session:
        return settings.get(session, name)


def option(page: CareRulesPage, rule: str, name: str) -> OptionField:
    return next(one for one in page.boxes[rule].options if one.option.name == name)


def test_every_rule_and_option_has_words() -> None:
    assert set(rule_labels.MEANINGS) == {rule.id for rule in RULES}
    assert set(rule_labels.OPTIONS) == {one.name for rule in RULES for one in rule.options}
    assert all(
        rule_labels.choice(one.name, code) for rule in RULES for one in rule.options for code in one.choices
    )


def test_who_sets_rules_sees_the_pages_and_managers_the_texts_only(context: Context) -> None:
    specs = {spec.id: spec for spec in PAGES}
    manager = replace(context.actor, roles=frozenset({Role.RELATIONSHIP_MANAGER}))
    head = replace(context.actor, roles=frozenset({Role.BRANCH_HEAD}))
    assert [specs[one].allowed(manager) for one in ("care_rules", "cadences", "greetings")] == [
        False,
        False,
        True,
    ]
    assert all(specs[one].allowed(head) for one in ("care_rules", "cadences", "greetings"))


def test_rules_are_set_checked_and_undone(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, CareRulesPage(context))
    assert not page.is_changed
    leads = option(page, "own_maturity", "lead_days")
    assert leads.line is not None
    assert leads.line.text() == "30, 7, 1"
    leads.line.setText("60 天")
    assert not page.check()
    assert "Type them like 30, 7, 1" in leads.row.error
    assert page.trouble.isVisible()
    leads.line.setText("60、30 7")
    page.boxes["cadence_leaders_visit"].on.setChecked(False)
    lowest = next(iter(page.boxes["birthday"].tiers))
    page.boxes["birthday"].tiers[lowest].setChecked(False)
    round_by = option(page, "birthday", "round_by").combo
    assert round_by is not None
    round_by.choose("full")
    option(page, "festival", "festivals").boxes["laba"].setChecked(True)
    page.products["large_cd"].setText("稳享三年")
    save(qtbot, page)
    assert not page.is_changed
    stored = value(context, "care.rules")
    assert stored["own_maturity"] == {"lead_days": [60, 30, 7]}
    assert stored["cadence_leaders_visit"] == {"on": False}
    assert stored["birthday"] == {"round_by": "full", "without_tiers": [lowest]}
    assert "laba" in stored["festival"]["festivals"]
    assert value(context, "care.successors") == {"large_cd": "稳享三年"}
    with context.store.read() as session:
        assert not care.load_options(session)["cadence_leaders_visit"].on
    with context.store.write() as session:
        undoing.undo(session, context.store.head().number)
    page.load()
    assert leads.line.text() == "30, 7, 1"


def test_what_is_wrong_in_a_rule_that_is_off_does_not_matter(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, CareRulesPage(context))
    valid = option(page, "assessment", "valid_days")
    assert valid.line is not None
    valid.line.setText("lots")
    page.boxes["assessment"].on.setChecked(False)
    save(qtbot, page)
    assert value(context, "care.rules") == {"assessment": {"on": False}}


def test_rules_of_somebody_else_meanwhile_are_told(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, CareRulesPage(context))
    page.boxes["premium"].on.setChecked(False)
    set_setting(context, "care.rules", {"loan_maturity": {"on": False}})
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert "Somebody else" in page.trouble.text
    assert not page.boxes["premium"].on.isChecked()
    save(qtbot, page)
    assert value(context, "care.rules") == {"premium": {"on": False}}


def intervals(context: Context) -> dict[Place, int]:
    with context.store.read() as session:
        return cadences.load_intervals(session)


def test_intervals_are_set_in_a_grid(qtbot: QtBot, context: Context) -> None:
    page = show(qtbot, CadencesPage(context))
    assert not page.is_changed
    place = next(one for one in page.fields if (one.strategy, one.contact) == ("intensive", "call"))
    assert page.fields[place].text() == "14"
    page.fields[place].setText("二十")
    assert not page.check()
    assert page.fields[place].error
    page.fields[place].setText("1101")
    assert not page.check()
    page.fields[place].setText("21")
    other = place._replace(contact="meeting")
    page.fields[other].clear()
    save(qtbot, page)
    assert intervals(context)[place] == 21
    assert other not in intervals(context)
    with context.store.write() as session:
        undoing.undo(session, context.store.head().number)
    assert (intervals(context)[place], intervals(context)[other]) == (14, 60)


def test_intervals_of_somebody_else_meanwhile_are_kept_where_nothing_was_typed(
    qtbot: QtBot, context: Context
) -> None:
    page = show(qtbot, CadencesPage(context))
    mine, theirs = [one for one in page.fields if one.contact == "call"][:2]
    page.fields[mine].setText("10")
    seen = intervals(context)
    with context.store.write() as session:
        cadences.set_intervals(session, seen | {theirs: 11}, seen=seen)
    with qtbot.waitSignal(page.refused, timeout=WAIT):
        page.save()
    assert "Somebody else" in page.trouble.text
    assert (page.fields[mine].text(), page.fields[theirs].text()) == ("10", "11")
    save(qtbot, page)
    assert (intervals(context)[mine], intervals(context)[theirs]) == (10, 11)


@pytest.fixture
def texts(qtbot: QtBot, context: Context) -> GreetingsPage:
    page = show(qtbot, GreetingsPage(context))
    page.go_to("birthday", "zh_CN")
    return page


def keep(qtbot: QtBot, page: GreetingsPage, dialog: EditGreeting) -> None:
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        dialog.submit()


def test_a_text_is_added_with_its_preview(qtbot: QtBot, texts: GreetingsPage) -> None:
    before = len(texts.cards)
    dialog = texts.add()
    dialog.text.clear()
    dialog.insert("dear")
    dialog.text.insertPlainText("，生日快乐 {age}")
    assert dialog.preview.text() == "陈女士，生日快乐 43"
    dialog.text.insertPlainText(" {product}")
    assert "has no value on this occasion" in dialog.text_row.error
    dialog.submit()
    assert not dialog.is_busy
    dialog.text.setPlainText("{dear}，生日快乐")
    dialog.channel.choose("letter")
    dialog.own.setChecked(True)
    keep(qtbot, texts, dialog)
    assert len(texts.cards) == before + 1
    assert texts.cards[0].template.is_own
    with qtbot.waitSignal(texts.saved, timeout=WAIT):
        texts.cards[0].remove_button.click()
    assert len(texts.cards) == before


def test_a_shipped_text_is_changed_turned_off_and_put_back(
    qtbot: QtBot, context: Context, texts: GreetingsPage
) -> None:
    shipped = texts.cards[0].template
    dialog = texts.edit(shipped)
    dialog.text.setPlainText("{dear}，福寿安康")
    keep(qtbot, texts, dialog)
    assert texts.cards[0].words.text() == "{dear}，福寿安康"
    with qtbot.waitSignal(texts.saved, timeout=WAIT):
        texts.cards[0].off_button.click()
    assert texts.cards[0].template.is_off
    with context.store.write() as session:  # somebody else, meanwhile
        row = texts.cards[0].template
        greetings.edit_template(session, row.uid or "", "{dear}，安康", version=row.version)
    with qtbot.waitSignal(texts.refused, timeout=WAIT):
        texts.cards[0].back_button.click()
    assert texts.trouble.isVisible()
    with qtbot.waitSignal(texts.saved, timeout=WAIT):
        texts.cards[0].back_button.click()
    assert texts.cards[0].template.text == shipped.text
