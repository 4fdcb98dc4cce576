"""The page of one customer, beside the list of customers."""

from rmdesk.ui.panes.customers.page.page import CustomerPage

__all__ = ["CustomerPage"]
