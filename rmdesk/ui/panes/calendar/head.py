"""The line at the top of the calendar: pages, the day in both calendars, views, filters, what leaves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from rmdesk.services import roles
from rmdesk.services.care import Asked
from rmdesk.services.roles import Permission, Reach
from rmdesk.ui.context import Context
from rmdesk.ui.panes.calendar import faces, pages, wording
from rmdesk.ui.panes.calendar.pages import Page
from rmdesk.ui.panes.today.filters import FilterButton, ManagerBox
from rmdesk.ui.tokens import TYPE
from rmdesk.ui.widgets import Button, IconButton, Label, PaneHead, Segments, Variant

_FILTERS = "calendar.filters"


class CalendarHead(PaneHead):
    """Its filters stay as they were chosen, also over a restart."""

    def __init__(self, context: Context, *, may_write: bool) -> None:
        super().__init__(self.tr("Calendar"))
        self._config = context.config
        self.back_button = IconButton(
            "chevron-left", self.tr("Previous page"), variant=Variant.NORMAL, key="PgUp"
        )
        self.today_button = Button(self.tr("Today"), key="T")
        self.on_button = IconButton(
            "chevron-right", self.tr("Next page"), variant=Variant.NORMAL, key="PgDown"
        )
        self.page_button = Button("", variant=Variant.FLAT)
        self.page_button.setToolTip(self.tr("Go to a day…  Ctrl G"))
        self._lunar = Label("", style=TYPE.secondary, ink="secondary")
        self.views = Segments([(one, wording.view(one)) for one in pages.VIEWS], name=self.tr("View"))
        reach = roles.allowed(context.actor, Permission.SEE_CUSTOMERS).reach()
        self.managers = ManagerBox(context) if reach >= Reach.ALL else None
        self.filter = FilterButton(context)
        self.print_button = IconButton("printer", self.tr("Print"), variant=Variant.NORMAL, key="Ctrl+P")
        self.more = IconButton("ellipsis", self.tr("More"), variant=Variant.NORMAL)
        self.add_button = Button(
            self.tr("New appointment"), icon="calendar-plus", variant=Variant.PRIMARY, key="Ctrl+N"
        )
        if not may_write:
            self.add_button.hide()
        for widget in (self.back_button, self.today_button, self.on_button, self.page_button, self._lunar):
            self.add_left(widget)
        self.add_right(self.views)
        if self.managers is not None:
            self.add_right(self.managers)
        for widget in (self.filter, self.print_button, self.more, self.add_button):
            self.add_right(widget)
        self._restore_filters()

    # --- filters

    def asked(self, first: date, last: date, today: date) -> Asked:
        """A question about days under the filters in force."""
        manager = self.managers.manager_id if self.managers is not None else None
        return Asked(first, last, today, manager_id=manager, kinds=self.filter.kinds, tiers=self.filter.tiers)

    @property
    def is_narrowed(self) -> bool:
        """Whether some kinds, tiers or a manager leave out others."""
        return self.filter.is_active or (self.managers is not None and self.managers.manager_id is not None)

    def show_all(self) -> None:
        """Every kind, tier and manager."""
        self.filter.clear()
        if self.managers is not None:
            self.managers.choose_all()

    def keep_filters(self) -> None:
        """Remember kinds, tiers and the manager on this computer."""
        manager = self.managers.manager_id if self.managers is not None else None
        self._config.remember(_FILTERS, self.filter.stored() | {"manager": manager})

    def _restore_filters(self) -> None:
        kept: Any = self._config.remembered(_FILTERS, {})
        kept = kept if isinstance(kept, dict) else {}
        self.filter.restore(kept)
        if self.managers is not None:
            self.managers.restore(kept.get("manager"))

    # --- what is shown

    def show_page(self, view: str, day: date, page: Page, today: date) -> None:
        """Name the page that `day` stands on."""
        self.views.choose(view)
        if view == "month":
            words = faces.month_title(day)
            first = day.replace(day=1)
            last = pages.turned("month", first, 1) - timedelta(days=1)
        else:
            first, last = page.first, page.last
            words = wording.span(first, last, today)
            if view == "week":
                words = self.tr("{days}, week {week}").format(days=words, week=first.isocalendar().week)
        self.page_button.setText(words)
        self._lunar.setText(faces.lunar_months(first, last))

    def fit(self, width: int) -> None:
        """The months of the Chinese calendar give way where there is no room for them."""
        self._lunar.show()
        self._lunar.setVisible(self.sizeHint().width() <= width)
