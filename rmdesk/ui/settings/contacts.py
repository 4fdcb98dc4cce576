"""Contacts: from which cost on a reason is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from rmdesk.services import amounts
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

    def entered(self) -> dict[str, Any]:
        try:
            return {COST_LIMIT: read_money(self.limit, COST_LIMIT)}
        except UserError:
            return {COST_LIMIT: self.limit.text()}

    def check(self) -> bool:
        return self._row.check() and super().check()

    def show_values(self, values: Mapping[str, Any]) -> None:
        fen = values[COST_LIMIT]
        self.limit.setText(amounts.yuan(fen).removesuffix(".00") if isinstance(fen, int) else str(fen or ""))
