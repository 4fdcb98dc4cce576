"""The customers pane: adding, changing many, the bin, organisations, room for the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rmdesk.models import Role, Staff
from rmdesk.services import archive, interactions, recycle_bin, tags
from rmdesk.services.archive import Condition
from rmdesk.services.customers import edit_customer
from rmdesk.services.customers.record import get_customer
from rmdesk.ui.ask import Question
from rmdesk.ui.columns import CELL_PADDING
from rmdesk.ui.context import Context
from rmdesk.ui.dialogs.edit_organisation import EditOrganisation
from rmdesk.ui.panes.customers import columns
from rmdesk.ui.panes.customers.pane import CustomersPane
from rmdesk.ui.widgets import Segments, paint
from tests.support.frames import settle
from tests.support.vaults import ADMIN, add_person
from tests.ui.customers_pane.conftest import NAMES, WAIT, Make, answered, names, press


def saved(qtbot: QtBot, context: Context, pane: CustomersPane) -> None:
    """Wait for what is being written, and for the list that follows it."""
    settle(qtbot, context)
    with qtbot.waitSignal(pane.list.model.loaded, timeout=WAIT):
        pane.list.reload()
    answered(qtbot, pane)


def question(pane: CustomersPane) -> Question:
    return next(one for one in pane.findChildren(Question) if one.isVisible())


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

    def test_a_contact_recorded_elsewhere_is_the_last_one_in_the_list(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make()
        first = pane.list.model.row_at(0)
        assert first.last_contact_on is None
        told = {"held_on": date.today(), "channel": "call", "content": "谈了到期", "purpose": "care"}
        context.store.actor = replace(context.store.actor, roles=frozenset({Role.RELATIONSHIP_MANAGER}))
        with context.store.write() as session:
            interactions.add_interaction(session, archive_of_twelve[first.name], told)
        qtbot.waitUntil(lambda: pane.list.model.row_at(0).last_contact_on == date.today(), timeout=WAIT)

    def test_the_list_stands_where_it_stood(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: Mapping[str, str]
    ) -> None:
        pane = make(height=260)
        pane.list.table.go_to(pane.list.model.id_at(6))
        bar = pane.list.table.verticalScrollBar()
        bar.setValue(bar.value() + 37)
        state, place = pane.save_state(), bar.value()
        assert place > 0
        again = CustomersPane(context)
        again.restore_state(state)
        qtbot.addWidget(again)
        again.resize(1294, 260)
        again.show()
        answered(qtbot, again)
        assert again.list.table.verticalScrollBar().value() == place
        assert again.list.current == pane.list.current
        again.list._on_conditions()  # the same once more, as by views that are loaded later
        QApplication.processEvents()
        with qtbot.waitSignal(again.list.model.loaded, timeout=WAIT):
            again.list.reload()
        assert again.list.table.verticalScrollBar().value() == place

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

    def test_the_usual_keys_are_about_organisations_there(self, qtbot: QtBot, make: Make) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        view = pane.show_organisations()
        qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=WAIT)
        control = Qt.KeyboardModifier.ControlModifier
        qtbot.keyClick(view.table, Qt.Key.Key_F, control)
        assert view.search.hasFocus()
        qtbot.keyClick(view.search, Qt.Key.Key_Down)
        assert view.table.hasFocus()
        qtbot.keyClick(view.table, Qt.Key.Key_N, control)
        dialog = view.findChild(EditOrganisation)
        assert dialog is not None
        dialog.reject()
        view.left.emit()
        qtbot.keyClick(pane.list.table, Qt.Key.Key_F, control)
        assert pane.list.search.hasFocus()
        pane.show_organisations()
        qtbot.keyClick(view.table, Qt.Key.Key_Return, control)
        answered(qtbot, pane)
        qtbot.waitUntil(lambda: set(names(pane)) == set(NAMES[:3]), timeout=WAIT)

    def test_a_new_one_is_shown_whatever_was_searched(
        self, qtbot: QtBot, make: Make, context: Context
    ) -> None:
        view = make().show_organisations()
        qtbot.waitUntil(lambda: view.model.rowCount() == 1, timeout=WAIT)
        view.search.setText("滨江")
        qtbot.waitUntil(lambda: view.model.filters.get("search") == "滨江", timeout=WAIT)
        dialog = view.add()
        dialog.fields["name"].setText("长河小学")
        dialog.fields["name"].setModified(True)
        with qtbot.waitSignal(dialog.saved, timeout=WAIT):
            dialog.verb_button.click()
        qtbot.waitUntil(lambda: view.current is not None and view.current.name == "长河小学", timeout=WAIT)
        assert view.search.text() == ""
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
        qtbot.waitUntil(lambda: names(second) == listed, timeout=WAIT)
        qtbot.waitUntil(lambda: second.list.current is not None, timeout=WAIT)
        assert second.list.current is not None
        assert second.list.current.name == listed[-1]

    @pytest.mark.usefixtures("archive_of_twelve")
    def test_a_command_for_the_page_brings_it_to_sight(self, qtbot: QtBot, make: Make) -> None:
        """The palette gives it while the organisations stand before the list, or the list over the page."""
        pane = make()
        answered(qtbot, pane)
        qtbot.waitUntil(lambda: pane.list.page.record is not None, timeout=WAIT)
        pane.show_organisations()
        pane.resize(1040, 700)
        action = next(one for one in pane.actions() if one.objectName() == "add relation")
        action.trigger()
        assert pane.list.page.isVisible()
        form = pane.list.page.sections["relations"].body.relations.form
        qtbot.waitUntil(form.isVisible, timeout=WAIT)

    @pytest.mark.usefixtures("qtbot")
    def test_every_day_of_a_year_fits_its_column(self) -> None:
        """Names of months differ in width: what May needs decides, not December."""
        named = {one.id: one for one in columns.make()}
        for month in range(1, 13):
            on = date(date.today().year - 1, month, 28)
            last = named["last_contact"]
            assert last.text is not None
            assert paint.text_width(last.text(on), tabular=True) + 2 * CELL_PADDING <= last.first_width
            row = SimpleNamespace(next_maturity_on=on)
            cell = named["next_maturity"].value(row)
            assert paint.text_width(cell.lead, tabular=True) <= cell.lead_width

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


class TestBesideTheList:
    """The page does not change under the hand of who works on it."""

    def walk(self, qtbot: QtBot, pane: CustomersPane, context: Context, to: str) -> None:
        """To a relative whom the list, narrowed to 陈静怡, does not show."""
        pane.list.search.setText("陈静怡")
        answered(qtbot, pane)
        pane.list.open_page()
        page = pane.list.page
        qtbot.waitUntil(lambda: page.record is not None and page.record.name == "陈静怡", timeout=WAIT)
        with context.store.read() as session:
            uid = archive.load_customers(session, archive.find_customers(session, search=to))[0].uid
        with qtbot.waitSignal(page.shown, timeout=WAIT):
            page.customer_chosen.emit(uid)
        assert page.record is not None
        assert page.record.name == to

    def test_who_was_walked_to_stays_after_saving(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: dict[str, str]
    ) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        self.walk(qtbot, pane, context, "王辉")
        page = pane.list.page
        with context.store.write() as session:
            version = get_customer(session, archive_of_twelve["王辉"]).version
            edit_customer(session, archive_of_twelve["王辉"], {"occupation": "医生"}, version=version)
        saved(qtbot, context, pane)
        pane.list.show_page()
        settle(qtbot, context)
        assert page.record is not None
        assert page.record.name == "王辉"
        assert names(pane) == ["陈静怡"]
        assert page.aside.isVisible()
        pane.delete()  # whose page is looked at, not the one of the row
        saved(qtbot, context, pane)
        assert pane.window().focusWidget() is pane.list.table
        qtbot.waitUntil(lambda: page.record is not None and page.record.name == "陈静怡", timeout=WAIT)
        with context.store.read() as session:
            assert archive.id_of(session, archive_of_twelve["王辉"]) is None
            assert archive.id_of(session, archive_of_twelve["陈静怡"]) is not None

    def test_back_in_the_list_its_row_is_shown_again(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: dict[str, str]
    ) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        self.walk(qtbot, pane, context, "王辉")
        page = pane.list.page
        with qtbot.waitSignal(page.shown, timeout=WAIT):  # back, to the one whose row is current
            page.customer_chosen.emit(archive_of_twelve["陈静怡"])
        assert page.record is not None
        assert page.record.name == "陈静怡"
        with qtbot.waitSignal(page.shown, timeout=WAIT):
            page.customer_chosen.emit(archive_of_twelve["王辉"])
        pane.list.close_page()
        qtbot.waitUntil(lambda: page.record is not None and page.record.name == "陈静怡", timeout=WAIT)
        assert not page.aside.isVisible()

    def test_who_leaves_the_list_by_an_edit_stays_on_the_page(
        self, qtbot: QtBot, make: Make, context: Context, archive_of_twelve: dict[str, str]
    ) -> None:
        pane = make()
        with qtbot.waitActive(pane):
            pane.activateWindow()
        pane.list.show_employed("滨江第三中学")
        answered(qtbot, pane)
        assert names(pane) == list(NAMES[:3])
        pane.list.open_page()
        page = pane.list.page
        qtbot.waitUntil(lambda: page.record is not None and page.record.name == NAMES[0], timeout=WAIT)
        grid = page.sections["basic"].body.grid
        grid.go_to("employer")
        with qtbot.waitSignal(page.changed, timeout=WAIT):
            press(qtbot, grid, Qt.Key.Key_Delete)
        saved(qtbot, context, pane)
        assert names(pane) == list(NAMES[1:3])
        pane.list.show_page()
        settle(qtbot, context)
        assert page.record is not None
        assert page.record.name == NAMES[0]
        assert len(pane.list.chosen_ids()) == 1
        pane.list.close_page()
        qtbot.waitUntil(lambda: page.record is not None and page.record.name == NAMES[1], timeout=WAIT)
