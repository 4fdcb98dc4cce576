"""The customers pane: finding as one types, conditions, views."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.services import archive, holdings, tiers, views
from rmdesk.services.archive import Condition
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.condition_editors import ChoicesEditor, RangeEditor, WordsEditor
from rmdesk.ui.panes.customers.page.value_grid import ValueGrid
from rmdesk.ui.widgets import EmptyState
from tests.conftest import ExpectedLogs
from tests.support.frames import settle
from tests.ui.customers_pane.conftest import NAMES, WAIT, Make, answered, names, press


@pytest.fixture
def popups(expected_logs: ExpectedLogs) -> None:
    """For tests that open menus and popovers: what the offscreen platform says of them."""
    expected_logs("grabbing the keyboard")


class TestEmpty:
    def test_nobody_yet_and_the_next_step(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        assert pane.list.empty.isVisible()
        assert not any(
            one.isVisible() and "Choose a" in one.sentence for one in pane.findChildren(EmptyState)
        )
        pane.list.empty.acted.emit()
        dialog = pane.findChild(type(pane.add_customer()))
        assert dialog is not None
        assert dialog.isVisible()

    def test_nobody_found_and_the_way_back(
        self, qtbot: QtBot, make: Make, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make()
        pane.list.search.setText("nobody of this name")
        answered(qtbot, pane)
        assert pane.list.empty.isVisible()
        assert not pane.list.page.empty.isVisible()
        pane.list.empty.acted.emit()
        answered(qtbot, pane)
        assert len(names(pane)) == 12
        assert pane.list.search.text() == ""


@pytest.mark.usefixtures("archive_of_twelve")
class TestFinding:
    def test_the_page_keeps_the_keys_when_nobody_is_left_on_it(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        pane.list.open_page()
        page, window = pane.list.page, pane.window()
        qtbot.waitUntil(lambda: page.record is not None, timeout=WAIT)
        page.edit_first()
        assert page.isAncestorOf(window.focusWidget())
        pane.list.search.setText("nobody of this name")
        answered(qtbot, pane)
        qtbot.waitUntil(lambda: page.record is None, timeout=WAIT)
        assert window.focusWidget() is page
        press(qtbot, page, Qt.Key.Key_Escape)
        assert window.focusWidget() is pane.list.table

    def test_the_largest_assets_come_first(self, make: Make) -> None:
        assert names(make()) == list(NAMES)

    def test_letters_typed_in_the_list_search(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        press(qtbot, pane.list.table, Qt.Key.Key_C)
        assert pane.list.search.text() == "c"
        qtbot.keyClicks(pane.list.search, "jy")
        answered(qtbot, pane)
        assert names(pane) == ["陈静怡"]

    @pytest.mark.parametrize(
        ("typed", "found"),
        [
            ("王", {"王志强", "王辉"}),
            ("shanxiaoyan", {"单晓燕"}),
            ("8011", {"曹芳"}),
            ("滨江", set(NAMES[:3])),
        ],
    )
    def test_by_name_pinyin_tail_and_employer(
        self, qtbot: QtBot, make: Make, typed: str, found: set[str]
    ) -> None:
        pane = make()
        pane.list.search.setText(typed)
        answered(qtbot, pane)
        assert set(names(pane)) == found

    def test_the_best_match_is_current_and_enter_opens_it(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        press(qtbot, pane.list.table, Qt.Key.Key_End)
        pane.list.search.setFocus()
        pane.list.search.setText("王")
        answered(qtbot, pane)
        assert pane.list.table.currentIndex().row() == 0
        press(qtbot, pane.list.search, Qt.Key.Key_Return)
        qtbot.waitUntil(
            lambda: pane.list.page.record is not None and pane.list.page.record.name == "王志强", timeout=WAIT
        )

    def test_enter_leads_to_the_first_value_of_the_page(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        pane.go_to_search()
        pane.list.search.setText("王")
        answered(qtbot, pane)
        press(qtbot, pane.list.search, Qt.Key.Key_Return)
        basic = pane.list.page.sections["basic"]
        qtbot.waitUntil(lambda: isinstance(pane.focusWidget(), ValueGrid), timeout=WAIT)
        assert basic.isAncestorOf(pane.focusWidget())

    def test_a_folded_page_is_entered_at_its_head(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        basic = pane.list.page.sections["basic"]
        basic.head.setChecked(False)
        pane.list.table.setFocus()
        press(qtbot, pane.list.table, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: pane.focusWidget() is basic.head, timeout=WAIT)

    def test_down_leads_from_the_field_into_the_list(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        pane.go_to_search()
        assert pane.list.search.hasFocus()
        press(qtbot, pane.list.search, Qt.Key.Key_Down)
        assert pane.list.table.hasFocus()

    def test_another_order_is_kept_while_searching_and_the_former_comes_back(
        self, qtbot: QtBot, make: Make
    ) -> None:
        pane = make()
        pane.list.search.setText("王")
        answered(qtbot, pane)
        assert pane.list.model.sort_key == archive.BEST
        pane.list.model.sort_by("name", True)
        pane.list.search.setText("王志")
        answered(qtbot, pane)
        assert pane.list.model.sort_key == "name"
        pane.list.search.clear()
        answered(qtbot, pane)
        assert pane.list.model.sort_key == "name"
        pane.list.model.sort_by("aum", True)
        pane.list.search.setText("王")
        answered(qtbot, pane)
        pane.list.search.clear()
        answered(qtbot, pane)
        assert (pane.list.model.sort_key, pane.list.model.is_descending) == ("aum", True)

    def test_totals(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        qtbot.waitUntil(lambda: "78,000,000" in pane.list.totals.text(), timeout=WAIT)
        pane.list.model.mark([0, 3])
        assert "12 customers" in pane.list.totals.text()
        assert "2 marked" in pane.list.totals.text()


@pytest.mark.usefixtures("archive_of_twelve")
class TestConditions:
    @pytest.mark.usefixtures("popups")
    def test_some_of_many_choices(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        popover = pane.list.filters.edit("strategy")
        assert isinstance(popover.editor, ChoicesEditor)
        popover.editor.box("passive").setChecked(True)
        press(qtbot, popover, Qt.Key.Key_Return)
        answered(qtbot, pane)
        assert names(pane) == list(NAMES[1::2])
        assert pane.list.filters.chips["strategy"].text() == "Strategy: Passive"

    @pytest.mark.usefixtures("popups")
    def test_from_and_to_in_ten_thousands(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        popover = pane.list.filters.edit("aum")
        assert isinstance(popover.editor, RangeEditor)
        popover.editor.fields[0].setText("300万")
        popover.editor.fields[1].setText("500万")
        popover.accept()
        answered(qtbot, pane)
        assert names(pane) == list(NAMES[7:10])

    @pytest.mark.usefixtures("popups")
    def test_what_is_wrong_is_said_and_nothing_changes(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        popover = pane.list.filters.edit("aum")
        assert isinstance(popover.editor, RangeEditor)
        popover.editor.fields[0].setText("many")
        popover.accept()
        assert popover.isVisible()
        assert popover.editor.fields[0].error
        assert pane.list.filters.conditions == ()
        popover.close()

    @pytest.mark.usefixtures("popups")
    def test_one_is_edited_and_taken_away_by_keys(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        pane.list.filters.set(Condition("employer", "滨江"))
        answered(qtbot, pane)
        assert len(names(pane)) == 3
        popover = pane.list.filters.edit("employer")
        assert isinstance(popover.editor, WordsEditor)
        assert popover.editor.field.text() == "滨江"
        popover.editor.unknown.setChecked(True)
        popover.accept()
        answered(qtbot, pane)
        assert len(names(pane)) == 9
        press(qtbot, pane.list.filters.chips["employer"], Qt.Key.Key_Delete)
        answered(qtbot, pane)
        assert len(names(pane)) == 12

    @pytest.mark.usefixtures("popups")
    def test_days_ahead(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        with context.store.write() as session:
            holdings.add_holding(
                session,
                archive_of_twelve["曹芳"],
                {
                    "kind": "time_deposit",
                    "amount_fen": 50_0000_00,
                    "matures_on": date.today() + timedelta(days=20),
                },
            )
        pane = make()
        popover = pane.list.filters.edit("next_maturity")
        assert isinstance(popover.editor, RangeEditor)
        popover.editor.presets[(0, 30)].click()
        popover.accept()
        answered(qtbot, pane)
        assert names(pane) == ["曹芳"]
        assert pane.list.filters.chips["next_maturity"].text() == "Next maturity: Within 30 days"

    def test_tiers_from_one_up_in_few_words(self, make: Make, context: Context) -> None:
        with context.store.read() as session:
            uids = [one.uid for one in tiers.list_tiers(session)]
        book = make().list.filters.book
        assert book.words(Condition("tier", tuple(uids[2:]))) == "Tier: 白金 and above"
        assert book.words(Condition("tier", (uids[0], uids[4]))) == "Tier: 普通, 私行"

    def test_every_trait_has_a_title_an_editor_and_words(self, make: Make) -> None:
        pane = make()
        offered = [trait.name for _group, listed in pane.list.filters.book.groups() for trait in listed]
        assert sorted(offered) == sorted(archive.TRAITS)
        for name in offered:
            assert pane.list.filters.book.title(name) != name
            editor = pane.list.filters.book.editor(name, None)
            editor.deleteLater()
            assert pane.list.filters.book.words(Condition(name, None))

    def test_every_condition_at_once(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        asked = [name for name in archive.TRAITS if name != "segment"]  # of which there is none here
        pane.list.filters.restore([{"trait": name, "value": None} for name in asked])
        pane.list.filters.changed.emit()
        answered(qtbot, pane)
        assert names(pane) == []
        QApplication.processEvents()
        assert pane.list.filters.height() > 100  # the chips go on in further lines


@pytest.mark.usefixtures("archive_of_twelve")
class TestViews:
    @pytest.mark.usefixtures("popups")
    def test_one_is_saved_used_changed_and_deleted(self, qtbot: QtBot, make: Make, context: Context) -> None:
        pane = make()
        box = pane.list.views
        pane.list.filters.set(Condition("strategy", ("passive",)))
        pane.list.model.sort_by("name", False)
        popover = box.save_as()
        popover.name.setText("慢慢来")
        popover.accept()
        qtbot.waitUntil(lambda: box.current is not None, timeout=WAIT)
        assert box.text() == "慢慢来"
        box.choose(None)
        answered(qtbot, pane)
        assert len(names(pane)) == 12
        box.choose(box.views[0].uid)
        answered(qtbot, pane)
        assert len(names(pane)) == 6
        assert pane.list.model.sort_key == "name"
        assert not box.is_changed
        pane.list.filters.clear()
        assert box.is_changed
        box.save()
        qtbot.waitUntil(lambda: not box.is_changed, timeout=WAIT)
        box.remove()
        qtbot.waitUntil(lambda: box.views == (), timeout=WAIT)
        settle(qtbot, context)

    @pytest.mark.usefixtures("popups")
    def test_a_person_begins_with_the_view_they_chose(
        self, qtbot: QtBot, make: Make, context: Context
    ) -> None:
        with context.store.write() as session:
            stored = Condition("strategy", ("intensive",)).stored()
            views.save_view(session, "customers", "积极", {"conditions": [stored], "table": {}})
        first = make()
        first.list.views.choose(first.list.views.views[0].uid)
        menu = first.list.views.open_menu()
        next(one for one in menu.actions() if one.text() == "Begin with this view").trigger()
        menu.close()
        assert len(names(make())) == 6

    def test_a_view_of_a_newer_program_is_used_as_far_as_it_is_known(
        self, qtbot: QtBot, make: Make, context: Context
    ) -> None:
        with context.store.write() as session:
            definition = {"conditions": [{"trait": "star sign", "value": "lion"}], "table": {"sort": "moon"}}
            views.save_view(session, "customers", "Next year", definition)
        pane = make()
        pane.list.views.choose(pane.list.views.views[0].uid)
        answered(qtbot, pane)
        assert len(names(pane)) == 12
