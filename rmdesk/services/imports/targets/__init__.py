"""What can be imported: one class and one line for each."""

from __future__ import annotations

from rmdesk.services.imports.targets.customers import Customers
from rmdesk.services.imports.writing import Target

TARGETS: tuple[Target, ...] = (Customers(),)

BY_NAME: dict[str, Target] = {one.name: one for one in TARGETS}
