"""The script library in the window: what to say beside a line and on a customer's page; its settings page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from rmdesk.services import commitments, customers, scripts
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_script import EditScript
from rmdesk.ui.panes.customers.page.scripts_section import ScriptsSection
from rmdesk.ui.panes.today.pane import TodayPane
from rmdesk.ui.settings.scripts import ScriptsPage
from tests.support.frames import add_people, set_setting, settle

WAIT = 60_000  # ms: a limit, not a measure
TODAY = date.today()
QUIET = {rule: {"on": False} for rule in ("festival", "cadence_call", "cadence_meeting", "assessment")}


@pytest.fixture
def uid(context: Context) -> str:
    """Of a customer of the manager who is signed in, to whom something was promised for today."""
    set_setting(context, "care.rules", QUIET)
    add_people(context, "manager")
    with context.store.write() as session:
        one = customers.add_customer(session, {"name": "陈静怡", "gender": "female"})
        commitments.add_commitment(session, one.uid, {"promise": "寄资料", "due_on": TODAY})
    return one.uid


def test_what_to_say_stands_beside_the_line(qtbot: QtBot, context: Context, uid: str) -> None:
    pane = TodayPane(context)
    qtbot.addWidget(pane)
    pane.resize(1294, 900)
    pane.show()
    box = pane.panel.what_to_say
    qtbot.waitUntil(box.isVisible, timeout=WAIT)
    assert "promised you" in box.opening.text()
    assert "Ms Chen" in box.opening.text()
    assert box.words_of("never") == ""
    box.more_button.click()
    assert box.words_of("never").count("· ") == scripts.FEW
    assert "“" in box.words_of("objection")
    before = box.opening.text()
    box.another_button.click()
    assert box.opening.text() != before
    assert context.config.remembered("scripts.folded") is False  # for every customer, and the next start
    settle(qtbot, context)


def test_a_customers_page_has_all_of_it(qtbot: QtBot, context: Context, uid: str) -> None:
    section = ScriptsSection(context)
    qtbot.addWidget(section)
    section.show()
    section.follow_next(uid, TODAY)
    qtbot.waitUntil(lambda: "promised you" in section.opening.text(), timeout=WAIT)
    assert section.words_of("question")
    assert section.more_button.isHidden()
    settle(qtbot, context)


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> Iterator[ScriptsPage]:
    page = ScriptsPage(context)
    qtbot.addWidget(page)
    page.load()
    page.show()
    yield page
    settle(qtbot, context)


def kept(context: Context) -> list[scripts.ScriptText]:
    with context.store.read() as session:
        return [one for one in scripts.list_scripts(session) if not one.is_shipped]


def test_an_answer_to_an_objection_is_added_where_one_looks_for_it(
    qtbot: QtBot, context: Context, page: ScriptsPage
) -> None:
    page.show_part("objection")
    page.go_to("maturity", "en")
    before = len(page.cards)
    dialog = page.add()
    assert isinstance(dialog, EditScript)
    dialog.text.setPlainText("Of course, {dear}.")
    dialog.submit()
    assert dialog.isVisible()  # what the customer says is asked for
    assert kept(context) == []
    dialog.cue.setText("I need it for the house.")
    dialog.text.setPlainText("{nonsense}")
    dialog.submit()
    assert kept(context) == []
    dialog.text.setPlainText("Of course, {dear}; your {product} is paid out on {date}.")
    assert "Ms Chen" in dialog.preview.text()
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        dialog.submit()
    [one] = kept(context)
    assert (one.part, one.occasion, one.cue) == ("objection", "maturity", "I need it for the house.")
    assert len(page.cards) == before + 1


def test_a_shipped_text_is_switched_off_and_put_back(
    qtbot: QtBot, context: Context, page: ScriptsPage
) -> None:
    page.show_part("never")
    card = page.cards[0]
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        card.off_button.click()
    code = card.template.id
    card = next(one for one in page.cards if one.template.id == code)
    assert card.template.is_off
    with qtbot.waitSignal(page.saved, timeout=WAIT):
        card.back_button.click()
    assert not next(one for one in page.cards if one.template.id == code).template.is_off
