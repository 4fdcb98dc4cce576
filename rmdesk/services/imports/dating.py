"""What titles, headings and the name of a file tell: the day it speaks of, what its figures are."""

from __future__ import annotations

import calendar
import functools
import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from rmdesk.models import AumBasis

_DAY = re.compile(
    r"(?<![0-9])(20[0-9]{2})\s*[-/.年]\s*(1[0-2]|0?[1-9])\s*[-/.月]\s*(3[01]|[12][0-9]|0?[1-9])(?![0-9])"
)
_DAY_COMPACT = re.compile(r"(?<![0-9])(20[0-9]{2})(1[0-2]|0[1-9])(3[01]|[12][0-9]|0[1-9])(?![0-9])")
_MONTH = re.compile(r"(?<![0-9])(20[0-9]{2})\s*[-/.年]\s*(1[0-2]|0?[1-9])\s*月?(?![0-9])")
_MONTH_COMPACT = re.compile(r"(?<![0-9])(20[0-9]{2})(1[0-2]|0[1-9])(?![0-9])")
# A title that says of which day the figures are goes before one that says when somebody printed them.
_TELLING = re.compile(
    r"截[止至]|数据日|统计日|报表日|基准日|时点|余额日|as of|data date|report date", re.IGNORECASE
)


def told(titles: Iterable[str], name: str) -> date | None:
    """The day of the titles, else of the file's name; of a month its last one. None if it lies ahead."""
    lines = [unicodedata.normalize("NFKC", title) for title in titles]
    ordered = sorted(lines, key=lambda title: not _TELLING.search(title))
    for text in (*ordered, unicodedata.normalize("NFKC", Path(name).stem)):
        found = _in(text)
        if found is not None and found <= date.today():
            return found
    return None


def written_on(path: Path) -> date:
    """The day on which a file was last written, today at the latest."""
    return min(date.fromtimestamp(path.stat().st_mtime), date.today())


def month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


@functools.lru_cache(maxsize=64)  # a heading is asked about for each of its cells
def basis_of(*texts: str) -> str | None:
    """What headings or titles say that figures of assets are: a month's average, or those of a day."""
    for text in texts:
        if re.search(r"日均|月均|平均|均值|average|avg", text, re.IGNORECASE):
            return AumBasis.MONTH_AVERAGE.value
        if re.search(r"时点|期末|月末|point in time|month end", text, re.IGNORECASE):
            return AumBasis.POINT.value
    return None


def _in(text: str) -> date | None:
    for pattern in (_DAY, _DAY_COMPACT):
        if match := pattern.search(text):
            try:
                return date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    for pattern in (_MONTH, _MONTH_COMPACT):
        if match := pattern.search(text):
            return month_end(int(match[1]), int(match[2]))
    return None
