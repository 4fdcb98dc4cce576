"""Customers: who may see them, their fields, adding and changing them, the whole record."""

from rmdesk.services.customers.access import visible
from rmdesk.services.customers.fields import BY_NAME, FIELDS, Field, Section, Type
from rmdesk.services.customers.upkeep import touched, touched_all
from rmdesk.services.customers.writing import add_customer, edit_customer, initial_values, managers

__all__ = [
    "BY_NAME",
    "FIELDS",
    "Field",
    "Section",
    "Type",
    "add_customer",
    "edit_customer",
    "initial_values",
    "managers",
    "touched",
    "touched_all",
    "visible",
]
