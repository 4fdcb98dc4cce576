"""Cells as people type them and spreadsheets keep them, read as the archive stores them.

Each reader takes a raw cell and gives the value, None (or []) for an empty cell, or raises a UserError that
names the field. `remembering` wraps one for a column, whose values repeat.
"""

from rmdesk.services.imports.cells.days import Month, order_of, read_date, read_day, read_month, year_first
from rmdesk.services.imports.cells.figures import are_fractions, read_amount, read_count, read_rate, unit_of
from rmdesk.services.imports.cells.people import Document, Phone, read_document, read_phones
from rmdesk.services.imports.cells.plain import Reader, as_text, is_empty, is_masked, remembering
from rmdesk.services.imports.cells.words import (
    fold,
    read_choice,
    read_flag,
    read_gender,
    read_number,
    read_text,
)

__all__ = [
    "Document",
    "Month",
    "Phone",
    "Reader",
    "are_fractions",
    "as_text",
    "fold",
    "is_empty",
    "is_masked",
    "order_of",
    "read_amount",
    "read_choice",
    "read_count",
    "read_date",
    "read_day",
    "read_document",
    "read_flag",
    "read_gender",
    "read_month",
    "read_number",
    "read_phones",
    "read_rate",
    "read_text",
    "remembering",
    "unit_of",
    "year_first",
]
