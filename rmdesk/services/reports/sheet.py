"""What stands around a report on every page: never its contents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from rmdesk.words import translate


@dataclass(frozen=True, slots=True)
class Sheet:
    """The frame of a print-out; a title that is "" becomes the report's own, in the language of the pages.

    `number` identifies the print-out (may be empty). A watermark of who printed it and when lies under
    pages that are `traced`; a `demonstration` says so instead.
    """

    branch: str
    title: str
    printed_by: str
    printed_at: datetime
    number: str = ""
    traced: bool = False
    demonstration: bool = False

    @property
    def watermark(self) -> str:
        if self.demonstration:
            return translate("reports", "Demonstration")
        return f"{self.printed_by}  {self.printed_at:%Y-%m-%d}" if self.traced else ""
