"""The customers pane: finding as one types, conditions, views, changing many, the bin, organisations."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.models import Role, Staff
from rmdesk.services import archive, customers, holdings, phones, recycle_bin, tags, tiers, views
from rmdesk.services.archive import Condition
from rmdesk.services.figures import add_figure
from rmdesk.ui.ask import Question
from rmdesk.ui.context import Context
from rmdesk.ui.panes.customers.condition_editors import ChoicesEditor, RangeEditor, WordsEditor
from rmdesk.ui.panes.customers.page.value_grid import ValueGrid
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.widgets import Segments
from tests.conftest import ExpectedLogs
from tests.support.frames import settle
from tests.support.vaults import ADMIN, add_person

WAIT = 60_000  # ms: a limit, not a measure

Make = Callable[..., CustomersPane]


NAMES = (
    "陈静怡",
    "王志强",
    "王辉",
    "欧阳雪梅",
    "单晓燕",
    "林永强",
    "周德福",
    "李卫东",
    "孙丽华",
    "许志明",
    "冯秋生",
    "曹芳",
)


@pytest.fixture
def archive_of_twelve(context: Context) -> dict[str, str]:
    """Uids of twelve customers of the administrator's own: the first has most, every second is intensive."""
    found: dict[str, str] = {}
    with context.store.write() as session:
        me = context.actor.staff_uid
        for place, name in enumerate(NAMES):
            one = customers.add_customer(
                session,
                {
                    "name": name,
                    "owner": me,
                    "number": f"33{place:06}",
                    "strategy": "passive" if place % 2 else "intensive",
                    "employer": "滨江第三中学" if place < 3 else None,
                },
            )
            phones.add_phone(session, one.uid, f"1380000{8000 + place}")
            add_figure(session, one.uid, (12 - place) * 100_0000_00, date.today())
            found[name] = one.uid
    return found


@pytest.fixture
def popups(expected_logs: ExpectedLogs) -> None:
    """For tests that open menus and popovers: what the offscreen platform says of them."""
    expected_logs("grabbing the keyboard")


@pytest.fixture
def make(qtbot: QtBot, context: Context) -> Iterator[Make]:
    def make_(width: int = 1294, height: int = 700) -> CustomersPane:
        pane = CustomersPane(context)
        qtbot.addWidget(pane)
        pane.resize(width, height)
        pane.show()
        answered(qtbot, pane)
        pane.setFocus()
        return pane

    yield make_
    settle(qtbot, context)


def answered(qtbot: QtBot, pane: CustomersPane) -> None:
    model = pane.list.model
    qtbot.waitUntil(lambda: model.is_loaded and not model.is_busy, timeout=WAIT)


def names(pane: CustomersPane) -> list[str]:
    model = pane.list.model
    return [model.row_at(row).name for row in range(model.rowCount())]


def saved(qtbot: QtBot, context: Context, pane: CustomersPane) -> None:
    """Wait for what is being written, and for the list that follows it."""
    settle(qtbot, context)
    with qtbot.waitSignal(pane.list.model.loaded, timeout=WAIT):
        pane.list.reload()
    answered(qtbot, pane)


def press(qtbot: QtBot, widget: Any, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(widget, key, modifier or Qt.KeyboardModifier.NoModifier)


def question(pane: CustomersPane) -> Question:
    return next(one for one in pane.findChildren(Question) if one.isVisible())


class TestEmpty:
    def test_nobody_yet_and_the_next_step(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        assert pane.list.empty.isVisible()
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
        pane.list.empty.acted.emit()
        answered(qtbot, pane)
        assert len(names(pane)) == 12
        assert pane.list.search.text() == ""


@pytest.mark.usefixtures("archive_of_twelve")
class TestFinding:
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
        pane.list.filters.restore([{"trait": name, "value": None} for name in archive.TRAITS])
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


class TestDoing:
    def test_one_is_added_and_shown(self, qtbot: QtBot, make: Make, context: Context) -> None:
        pane = make()
        dialog = pane.add_customer()
        dialog.name.setText("  万俟晓 ")
        dialog.phone.setText("138 0000 1234")
        dialog.document.setText("110101199003074610")
        assert dialog._form.check()
        assert dialog.gender.current == "male"
        with qtbot.waitSignal(dialog.added, timeout=WAIT):
            dialog.verb_button.click()
        qtbot.waitUntil(lambda: names(pane) == ["万俟晓"], timeout=WAIT)
        assert pane.list.current is not None
        assert pane.list.current.gender == "male"
        settle(qtbot, context)

    def test_what_is_wrong_stands_beside_its_field(self, qtbot: QtBot, make: Make) -> None:
        dialog = make().add_customer()
        dialog.name.setText("王")
        dialog.phone.setText("12")
        dialog.document.setText("110101199003074611")
        dialog.verb_button.click()
        assert dialog.isVisible()
        assert dialog.phone.error
        assert dialog.document.error
        dialog.close()

    def test_the_same_number_is_told_but_not_forbidden(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make()
        dialog = pane.add_customer()
        dialog.phone.setText("13800008000")
        dialog.phone.editingFinished.emit()
        assert "陈静怡" in dialog.phone_caution
        dialog.name.setText("陈静怡的女儿")
        with qtbot.waitSignal(dialog.added, timeout=WAIT):
            dialog.verb_button.click()
        saved(qtbot, context, pane)
        assert len(names(pane)) == 13

    def test_many_are_changed_after_a_preview_and_undone_as_one(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make()
        press(qtbot, pane.list.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        dialog = pane.edit_customers("strategy")
        assert dialog is not None
        qtbot.waitUntil(lambda: "6 of 12 will change" in dialog.preview.text(), timeout=WAIT)
        assert "Passive: 6" in dialog.formers.text()
        with qtbot.waitSignal(dialog.edited, timeout=WAIT) as blocker:
            dialog.verb_button.click()
        assert blocker.args == [6]
        saved(qtbot, context, pane)
        assert {pane.list.model.row_at(row).strategy for row in range(12)} == {"intensive"}

    def test_a_tag_is_put_on_the_marked_ones(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make()
        pane.list.model.mark([1, 2])
        dialog = pane.edit_customers()
        assert dialog is not None
        dialog.field.choose("tag on")
        dialog.value.setText("车主")  # type: ignore[union-attr]
        qtbot.waitUntil(dialog.verb_button.isEnabled, timeout=WAIT)
        with qtbot.waitSignal(dialog.edited, timeout=WAIT):
            dialog.verb_button.click()
        saved(qtbot, context, pane)
        with context.store.read() as session:
            id = archive.id_of(session, archive_of_twelve["王辉"])
            assert id is not None
            assert tags.tags_of(session, id) == ["车主"]

    def test_they_are_given_to_a_colleague(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
        pane = make()
        dialog = pane.assign()
        assert dialog is not None
        dialog.value.widget.choose(lin.uid)  # type: ignore[union-attr]
        qtbot.waitUntil(lambda: ADMIN in dialog.formers.text(), timeout=WAIT)
        with qtbot.waitSignal(dialog.edited, timeout=WAIT):
            dialog.verb_button.click()
        saved(qtbot, context, pane)
        assert pane.list.model.row_at(0).owner == "林晓雯"

    def test_copied_as_shown(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        hand_over(context)
        pane = make()
        pane.list.model.mark([0, 1])
        with qtbot.waitSignal(pane.list.table.copied, timeout=WAIT):
            press(qtbot, pane.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        text = QGuiApplication.clipboard().text()
        assert "陈*" in text
        assert "陈静怡" not in text
        assert "138****8000" in text
        assert "13800008000" not in text


def hand_over(context: Context) -> Staff:
    """Give everybody to a colleague: what others' customers show is masked."""
    from rmdesk.services.customers.bulk_editing import edit_many

    lin = add_person(context.vault, "林晓雯", "k7mp-29xr-4tqh", [Role.RELATIONSHIP_MANAGER])
    with context.store.write() as session:
        edit_many(session, archive.find_customers(session), "owner", lin.uid)
    return lin


@pytest.mark.usefixtures("archive_of_twelve")
class TestBin:
    def test_one_goes_at_once_many_only_when_asked_again(
        self, qtbot: QtBot, make: Make, context: Context
    ) -> None:
        pane = make()
        press(qtbot, pane.list.table, Qt.Key.Key_Delete)
        saved(qtbot, context, pane)
        assert names(pane) == list(NAMES[1:])
        pane.list.model.mark([0, 1, 2])
        pane.delete()
        question(pane).buttons["do"].click()
        saved(qtbot, context, pane)
        assert names(pane) == list(NAMES[4:])
        bin_view = pane.show_bin()
        qtbot.waitUntil(lambda: bin_view.model.rowCount() == 4, timeout=WAIT)
        bin_view.model.mark_all()
        bin_view.restore_button.click()
        qtbot.waitUntil(lambda: bin_view.model.rowCount() == 0, timeout=WAIT)
        press(qtbot, bin_view, Qt.Key.Key_Escape)
        assert pane.list.isVisible()
        answered(qtbot, pane)
        qtbot.waitUntil(lambda: names(pane) == list(NAMES), timeout=WAIT)

    def test_deleted_for_good(self, qtbot: QtBot, make: Make, context: Context) -> None:
        with context.store.write() as session:
            recycle_bin.delete_many(session, archive.find_customers(session)[:2])
        pane = make()
        bin_view = pane.show_bin()
        qtbot.waitUntil(lambda: bin_view.model.rowCount() == 2, timeout=WAIT)
        dialog = bin_view.purge()
        assert dialog is not None
        with qtbot.waitSignal(dialog.purged, timeout=WAIT):
            dialog.verb_button.click()
        qtbot.waitUntil(lambda: bin_view.model.rowCount() == 1, timeout=WAIT)
        settle(qtbot, context)


@pytest.mark.usefixtures("archive_of_twelve")
class TestOrganisations:
    def test_listed_edited_and_their_people_shown(self, qtbot: QtBot, make: Make, context: Context) -> None:
        pane = make()
        view = pane.show_organisations()
        qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=WAIT)
        assert view.current is not None
        assert (view.current.name, view.current.people) == ("滨江第三中学", 3)
        dialog = view.edit()
        assert dialog is not None
        dialog.fields["industry"].setText("教育")
        dialog.fields["industry"].setModified(True)
        with qtbot.waitSignal(dialog.saved, timeout=WAIT):
            dialog.verb_button.click()
        qtbot.waitUntil(lambda: view.current is not None and view.current.industry == "教育", timeout=WAIT)
        view.show_people()
        answered(qtbot, pane)
        qtbot.waitUntil(lambda: set(names(pane)) == set(NAMES[:3]), timeout=WAIT)
        settle(qtbot, context)

    def test_one_is_deleted_and_restored(self, qtbot: QtBot, make: Make, context: Context) -> None:
        view = make().show_organisations()
        qtbot.waitUntil(lambda: view.current is not None, timeout=WAIT)
        view.table.setFocus()
        view.delete()
        qtbot.waitUntil(lambda: view.model.rowCount() == 0, timeout=WAIT)
        view.deleted.click()
        qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=WAIT)
        assert view.edit() is None
        view.restore()
        qtbot.waitUntil(lambda: view.model.rowCount() == 0, timeout=WAIT)
        view.deleted.click()
        qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=WAIT)
        settle(qtbot, context)

    def test_a_name_that_is_taken_is_refused(self, qtbot: QtBot, make: Make, context: Context) -> None:
        view = make().show_organisations()
        dialog = view.add()
        dialog.fields["name"].setText("滨江第三中学")
        dialog.verb_button.click()
        qtbot.waitUntil(lambda: bool(dialog.fields["name"].error), timeout=WAIT)
        dialog.close()
        settle(qtbot, context)


@pytest.mark.usefixtures("archive_of_twelve")
class TestRoom:
    def test_in_a_narrow_window_the_page_lies_over_the_list(self, qtbot: QtBot, make: Make) -> None:
        pane = make(width=1040)
        with qtbot.waitActive(pane):
            pane.activateWindow()
        assert not pane.list.page.isVisible()
        pane.list.table.setFocus()
        press(qtbot, pane.list.table, Qt.Key.Key_Return)
        assert pane.list.page.isVisible()
        pane.list.close_page()
        assert not pane.list.page.isVisible()
        assert pane.list.table.hasFocus()
        pane.resize(1294, 700)
        QApplication.processEvents()
        assert pane.list.page.isVisible()

    def test_it_comes_back_to_the_same_customer(self, qtbot: QtBot, make: Make) -> None:
        first = make()
        first.list.filters.set(Condition("strategy", ("passive",)))
        first.list.model.sort_by("name", False)
        answered(qtbot, first)
        listed = names(first)
        press(qtbot, first.list.table, Qt.Key.Key_End)
        typed = Condition("notes", "写下的话").stored()
        first.list.filters.restore([*first.list.filters.stored(), typed])
        state = first.save_state()
        assert "写下的话" not in str(state)  # it stands outside the vault
        second = CustomersPane(first.context)
        qtbot.addWidget(second)
        second.restore_state(state)
        second.show()
        answered(qtbot, second)
        assert names(second) == listed
        assert second.list.current is not None
        assert second.list.current.name == listed[-1]

    def test_everything_has_a_name_for_screen_readers(self, make: Make) -> None:
        pane = make()
        for widget in (
            pane.list.table,
            pane.list.search,
            pane.list.views,
            pane.list.filters.add_chip,
            *pane.list.findChildren(Segments),
        ):
            assert widget.accessibleName() or widget.text(), widget
