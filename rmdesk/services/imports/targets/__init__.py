"""What can be imported: one class and one line for each."""

from __future__ import annotations

from rmdesk.services.imports.targets.balances import Balances
from rmdesk.services.imports.targets.customers import Customers
from rmdesk.services.imports.targets.dates import Dates
from rmdesk.services.imports.targets.holdings import Holdings
from rmdesk.services.imports.targets.interactions import Interactions
from rmdesk.services.imports.targets.relations import Relations
from rmdesk.services.imports.writing import Target

TARGETS: tuple[Target, ...] = (
    Customers(),
    Holdings(),
    Balances(),
    Relations(),
    Dates(),
    Interactions(),
)

BY_NAME: dict[str, Target] = {one.name: one for one in TARGETS}
