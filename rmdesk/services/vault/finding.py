"""What opening a vault found that does not stop anyone from working, but must be said."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Finding:
    """A code and parameters as in `UserError`; the sentence stands in `rmdesk/messages.py`.

    `recorded_as` is the kind of change set by which the audit trail keeps it, if it does.
    """

    code: str
    params: dict[str, Any] = field(default_factory=dict)
    recorded_as: str | None = None
