"""Lists as files: spreadsheets, CSV, cards; masked, recorded, whole or not at all."""

from rmdesk.services.export.leaving import REASON_LONGEST, Encoding, Exported, Kind, Request, export
from rmdesk.services.export.lists import LISTINGS, Listing, sees_exactly, title

__all__ = [
    "LISTINGS",
    "REASON_LONGEST",
    "Encoding",
    "Exported",
    "Kind",
    "Listing",
    "Request",
    "export",
    "sees_exactly",
    "title",
]
