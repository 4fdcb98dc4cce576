"""The change record: who changed what, when, and what it was before.

One record serves the audit trail, the timeline of a row, the display of conflicts, and undo.
"""

from rmdesk.services.changes.chain import Verdict, verify
from rmdesk.services.changes.commitments import Head
from rmdesk.services.changes.expiring import find_boundary
from rmdesk.services.changes.history import (
    FieldChange,
    Moment,
    RecordRow,
    SetRow,
    deleted_pointing,
    find_last,
    find_numbers,
    load_sets,
    records_of,
    since,
    timeline,
)
from rmdesk.services.changes.printed import (
    Comparison,
    Stand,
    broken,
    compare,
    grouped,
    printed,
    read_digits,
    read_number,
)
from rmdesk.services.changes.record import add_detail, describe, erase, note, read_head
from rmdesk.services.changes.rows import Problem
from rmdesk.services.changes.undo import is_undoable, undo

__all__ = [
    "Comparison",
    "FieldChange",
    "Head",
    "Moment",
    "Problem",
    "RecordRow",
    "SetRow",
    "Stand",
    "Verdict",
    "add_detail",
    "broken",
    "compare",
    "deleted_pointing",
    "describe",
    "erase",
    "find_boundary",
    "find_last",
    "find_numbers",
    "grouped",
    "is_undoable",
    "load_sets",
    "note",
    "printed",
    "read_digits",
    "read_head",
    "read_number",
    "records_of",
    "since",
    "timeline",
    "undo",
    "verify",
]
