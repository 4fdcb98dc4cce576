"""Contacts and the daily log: from which cost on a reason is asked for, until when a plan is on time."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from functools import partial
from typing import Any

from rmdesk import care_labels, labels
from rmdesk.services import amounts, values
from rmdesk.services.daily_logs import CLOSING
from rmdesk.services.errors import UserError
from rmdesk.services.interactions import COST_LIMIT
from rmdesk.ui.context import Context
from rmdesk.ui.interactions.fields import read_money, refusal
from rmdesk.ui.settings.vault_page import VaultPage
from rmdesk.ui.widgets import LineField


class ContactsPage(VaultPage):
    """For supervisors and branch heads to set; in force for the next contact that is recorded."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.limit = LineField()
        self.limit.set_hint(self.tr("yuan"))
        self.limit.setMaximumWidth(160)
        self._row = self.form.add(
            self.tr("Cost or gift above which a reason is asked for"),
            self.limit,
            required=True,
            note=self.tr("For each contact. 0 asks for a reason whatever was spent."),
            check=partial(refusal, partial(read_money, self.limit, COST_LIMIT)),
        )
        self.add_setting(COST_LIMIT, self._row)
        self.closing = LineField()
        self.closing.setMaximumWidth(160)
        self._closing_row = self.form.add(
            labels.setting(CLOSING),
            self.closing,
            required=True,
            note=self.tr("The plan of a working day is on time until then, on the working day before it."),
            check=lambda: refusal(lambda: values.minute_of_day(self.closing.text(), CLOSING)),
        )
        self.add_setting(CLOSING, self._closing_row)

    def entered(self) -> dict[str, Any]:
        found: dict[str, Any] = {COST_LIMIT: self.limit.text(), CLOSING: self.closing.text()}
        with contextlib.suppress(UserError):
            found[COST_LIMIT] = read_money(self.limit, COST_LIMIT)
        with contextlib.suppress(UserError):
            found[CLOSING] = values.minute_of_day(self.closing.text(), CLOSING)
        return found

    def check(self) -> bool:
        rows = [row.check() for row in (self._row, self._closing_row)]
        return all(rows) and super().check()

    def show_values(self, values: Mapping[str, Any]) -> None:
        fen, minute = values[COST_LIMIT], values[CLOSING]
        self.closing.setText(care_labels.clock(minute) if isinstance(minute, int) else str(minute or ""))
        self.limit.setText(amounts.yuan(fen).removesuffix(".00") if isinstance(fen, int) else str(fen or ""))
