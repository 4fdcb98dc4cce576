"""Segments: conditions over the archive in groups, read from JSON, counted as one statement."""

from rmdesk.services.segments.expression import (
    LONGEST,
    MOST_DEPTH,
    VERSION,
    Expression,
    Group,
    How,
    Test,
    parse,
    read,
)
from rmdesk.services.segments.fields import FIELDS, Beside, Field, Op, Shape
from rmdesk.services.segments.finding import Sample, condition, count, find_members, sample, statement

__all__ = [
    "FIELDS",
    "LONGEST",
    "MOST_DEPTH",
    "VERSION",
    "Beside",
    "Expression",
    "Field",
    "Group",
    "How",
    "Op",
    "Sample",
    "Shape",
    "Test",
    "condition",
    "count",
    "find_members",
    "parse",
    "read",
    "sample",
    "statement",
]
