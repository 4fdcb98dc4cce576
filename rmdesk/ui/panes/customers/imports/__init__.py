"""Files of other systems into the archive, step by step in one page of the customers pane."""

from rmdesk.ui.panes.customers.imports.view import ImportView

__all__ = ["ImportView"]
