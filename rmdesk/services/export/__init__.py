"""Lists as files: spreadsheets, CSV, cards; masked, recorded, whole or not at all."""

from rmdesk.services.export.calendar_file import CalendarRequest, export_calendar
from rmdesk.services.export.leaving import REASON_LONGEST, Encoding, Exported, Kind, Request, export
from rmdesk.services.export.lists import LISTINGS, Listing, sees_exactly, title

__all__ = [
    "LISTINGS",
    "REASON_LONGEST",
    "CalendarRequest",
    "Encoding",
    "Exported",
    "Kind",
    "Listing",
    "Request",
    "export",
    "export_calendar",
    "sees_exactly",
    "title",
]
