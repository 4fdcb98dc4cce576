"""Activities: the list of them, and the page of the current one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QMenu, QVBoxLayout

from rmdesk import choices, labels
from rmdesk.services import activities, roles
from rmdesk.services.activities import ActivitySheet
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui import formats
from rmdesk.ui.list_and_page import ListAndPage, Reading, Widths
from rmdesk.ui.pane import command
from rmdesk.ui.panes.activities import page, wording
from rmdesk.ui.panes.activities.deeds import ActivityDeeds
from rmdesk.ui.panes.activities.page import ActivityPage
from rmdesk.ui.panes.plans.part import Part
from rmdesk.ui.table import CellKind, Column, Source
from rmdesk.ui.widgets import Button, Variant

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from rmdesk.ui.context import Context

_WIDTHS = Widths(page=800, page_least=620, list_least=300)
_WATCHED = (
    "activity",
    "activity_need",
    "activity_point",
    "activity_cost",
    "activity_guest",
    "activity_contact",
    "activity_question",
    "task",
    "commitment",
    "customer",
    "interaction",
    "aum_figure",
    "holding",
    "staff",
    "survey",
)


class ActivitiesPart(Part):
    """Ctrl+N begins an activity, Ctrl+E changes it, Ctrl+I invites, Alt with a digit shows a part of its
    page, Enter goes there and Esc back to the list.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.may_write = roles.allowed(context.actor, Permission.WRITE_WORK).reach() > Reach.NONE
        self.page = ActivityPage(context)
        self.deeds = ActivityDeeds(context, self)
        self.list = ListAndPage(
            context,
            "activities",
            self.tr("Activities"),
            self._columns(),
            Source(activities.find_activities, activities.load_activities),
            self.page,
            _WIDTHS,
            sort="standing",
            reading=Reading(activities.load_activity, _ids),
            look_for=self.tr("Name, theme, place"),
            icon="presentation",
        )
        self.new_button = Button(self.tr("New activity"), icon="plus", variant=Variant.PRIMARY, key="Ctrl+N")
        self.head = [self.list.search, self.list.columns_button]
        if self.may_write:
            self.head.append(self.new_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.list)
        self._offer()
        self._connect()
        context.bus.watch(self, _WATCHED, self.reload)
        self.setFocusProxy(self.list)

    @property
    def sheet(self) -> ActivitySheet | None:
        """The activity on the page."""
        return self.page.sheet

    # --- parts -----------------------------------------------------------------------------------------

    def _columns(self) -> list[Column]:
        def field(name: str) -> str:
            return labels.field("activity", name)

        return [
            Column(
                "name",
                field("name"),
                attrgetter("name"),
                CellKind.NAME,
                130,
                stretch=True,
                sort="name",
                tooltip=str,
            ),
            Column("state", field("state"), wording.standing, CellKind.TAG, 84, sort="standing"),
            Column(
                "first",
                self.tr("Day"),
                attrgetter("first"),
                width=116,
                sort="first",
                text=formats.day,
                tooltip=formats.full_day,
            ),
            Column(
                "kind",
                field("kind"),
                lambda row: choices.word("activity", "kind", row.kind),
                CellKind.QUIET,
                72,
                sort="kind",
                gives_way=1,
            ),
            Column("came", self.tr("Guests"), self._guests, CellKind.NUMBER, 64, gives_way=3),
            Column(
                "owner", field("owner_id"), attrgetter("owner"), CellKind.QUIET, 76, sort="owner", gives_way=2
            ),
        ]

    def _guests(self, row: activities.ActivityRow) -> str:
        turnout = row.turnout
        number = turnout.heads if turnout.came else turnout.expected
        return formats.count(number) if number else ""

    def _offer(self) -> None:
        offered: list[tuple[str, str, Any, str, str]] = []
        if self.may_write:
            offered.append(("new activity", self.tr("New activity…"), self.deeds.add, "Ctrl+N", "plus"))
        do = self.deeds.do
        for name, words, key, icon in (
            ("edit", self.tr("Change this activity…"), "Ctrl+E", "pencil"),
            ("submit", self.tr("Submit this activity"), "", "upload"),
            ("take_back", self.tr("Take the activity back to be written"), "", "undo-2"),
            ("agree", self.tr("Agree to this activity"), "", "stamp"),
            ("return", self.tr("Return this activity…"), "", "corner-down-left"),
            ("open", self.tr("Begin to invite to this activity"), "", "mail"),
            ("hold", self.tr("This activity was held…"), "", "check"),
            ("evaluate", self.tr("Evaluate and close this activity…"), "", "check"),
            ("copy", self.tr("Copy this activity…"), "", "copy"),
            ("cancel", self.tr("Call this activity off…"), "", "ban"),
            ("hand_over", self.tr("Hand this activity over…"), "", "user-check"),
            ("remove", self.tr("Remove this activity"), "", "trash-2"),
            ("print", self.tr("Print lists of this activity…"), "Ctrl+P", "printer"),
        ):
            offered.append((f"{name} activity", words, partial(do, name), key, icon))
        offered += [
            ("invite", self.tr("Invite customers…"), self.deeds.invite, "Ctrl+I", "user-plus"),
            ("find activity", self.tr("Find an activity"), self.list.search.setFocus, "Ctrl+F", "search"),
            ("walk in", self.tr("Somebody came uninvited…"), self._walk_in, "Ctrl+J", "user-plus"),
            ("guest", self.tr("A customer brought a guest…"), self._bring_guest, "Ctrl+G", "users"),
        ]
        for place, (name, words) in enumerate(self.page.names.items(), 1):
            told = self.tr("Activity: {part}").format(part=words)
            offered.append((f"activity {name}", told, partial(self.show_view, name), f"Alt+{place}", "eye"))
        for name, words, run, key, icon in offered:
            command(self, name, words, run, key=key, icon=icon)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.deeds.add)
        self.list.shown.connect(self.page.show_sheet)
        self.list.listed.connect(self._on_listed)
        self.list.menu_wanted.connect(self._fill_menu)
        self.list.empty.acted.connect(self._on_empty)
        self.list.table.opened.connect(lambda _id: self._to_page())
        self.page.closed.connect(self.list.to_list)
        self.page.changed.connect(self.reload)
        self.page.wanted.connect(self.deeds.do)
        for lines in (self.page.lines, self.page.questions):
            lines.line_wanted.connect(self.deeds.edit_line)
            lines.removal_wanted.connect(self.deeds.remove_line)
        self.page.lines.tick_wanted.connect(self.deeds.tick)
        self.page.guests.customer_wanted.connect(self.customer_wanted)
        self.page.guests.invite_wanted.connect(self.deeds.invite)
        self.page.guests.send_wanted.connect(self.deeds.send)
        self.page.door.walk_in_wanted.connect(self.deeds.walk_in)
        self.page.door.guest_wanted.connect(self.deeds.bring_guest)
        self.page.about.survey_wanted.connect(self.deeds.survey)

    # --- showing ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        self.list.reload()

    def go_to(self, uid: str) -> None:
        self.list.want(uid)

    def show_view(self, name: str) -> None:
        if self.sheet is not None:
            self.list.open_detail()
            self.page.show_view(name)

    def _to_page(self) -> None:
        self.list.open_detail()
        self.page.view.setFocus()

    def _on_listed(self, count: int) -> None:
        words = self.tr("{count} activities").format(count=formats.count(count)) if count else ""
        self.meta_changed.emit(words)
        if not count:
            self.page.show_sheet(None)
            searched = bool(self.list.model.filters.get("search"))
            action = self.tr("Show all") if searched else self.tr("New activity") if self.may_write else ""
            told = (
                self.tr("No activity is called so.")
                if searched
                else self.tr("There is no activity yet: a salon, a lecture, a group visit, an exhibition.")
            )
            self.list.empty.set_text(told, action=action, icon="presentation")

    def _on_empty(self) -> None:
        if self.list.model.filters.get("search"):
            self.list.search.clear()
            self.list.model.set_filters(search=None)
        else:
            self.deeds.add()

    def _fill_menu(self, menu: QMenu) -> None:
        for name, button in self.page.buttons.items():
            if not button.isHidden():
                menu.addAction(button.text(), partial(self.deeds.do, name))

    def _walk_in(self) -> None:
        self.show_view(page.DOOR)
        self.deeds.walk_in(self.page.door.search.text().strip())

    def _bring_guest(self) -> None:
        self.show_view(page.DOOR)
        self.deeds.bring_guest(self.page.door.search.text().strip())

    # --- state -----------------------------------------------------------------------------------------

    def save_state(self) -> dict[str, Any]:
        return self.list.save_state() | {"view": self.page.current}

    def restore_state(self, state: Mapping[str, Any]) -> None:
        self.list.restore_state(dict(state))
        if isinstance(state.get("view"), str):
            self.page.show_view(state["view"])


def _ids(session: Session, uids: list[str]) -> list[int]:
    return [one.id for one in activities.list_activities(session) if one.uid in uids]
