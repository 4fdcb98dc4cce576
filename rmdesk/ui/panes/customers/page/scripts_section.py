"""What to say to a customer, from the script library: because of what is due next for them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rmdesk.ui.interactions.what_to_say import WhatToSayBox
from rmdesk.ui.panes.customers.page.loading import PageData

if TYPE_CHECKING:
    from rmdesk.ui.context import Context


class ScriptsSection(WhatToSayBox):
    """The body of the section."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, whole=True)

    def show_data(self, data: PageData) -> None:
        self.follow_next(data.record.uid, date.today())

    def put_away(self) -> None:
        """Nothing is typed here."""
