"""Possible duplicates: searched in a process of its own, compared side by side, merged or kept apart."""

from rmdesk.ui.panes.customers.duplicates.view import DuplicatesView

__all__ = ["DuplicatesView"]
