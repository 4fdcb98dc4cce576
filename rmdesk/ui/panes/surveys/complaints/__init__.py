"""Complaints and objections: the list of them, and the current one beside it."""

from rmdesk.ui.panes.surveys.complaints.view import ComplaintsView

__all__ = ["ComplaintsView"]
