"""The list of customers: who is in it under which conditions, in which order, and what each row shows."""

from rmdesk.services.archive.conditions import Condition
from rmdesk.services.archive.finding import BEST, SORTS, find_customers, find_first, id_of, ids_of, sum_aum
from rmdesk.services.archive.rows import CustomerRow, ExportedRow, load_customers, load_exported
from rmdesk.services.traits import IMPORTED, TRAITS, Kind, Trait

__all__ = [
    "BEST",
    "IMPORTED",
    "SORTS",
    "TRAITS",
    "Condition",
    "CustomerRow",
    "ExportedRow",
    "Kind",
    "Trait",
    "find_customers",
    "find_first",
    "id_of",
    "ids_of",
    "load_customers",
    "load_exported",
    "sum_aum",
]
