"""Two records of one person: the warning when one is typed again, finding them, merging them."""

from rmdesk.services.duplicates.finding import (
    PairRow,
    Searched,
    gather,
    keep_apart,
    load_pairs,
    still_there,
)
from rmdesk.services.duplicates.likeness import AGAINST, LEAST, Pair, Person, Reason
from rmdesk.services.duplicates.merging import Choice, Comparison, Figures, compare, merge
from rmdesk.services.duplicates.searching import MOST, search
from rmdesk.services.duplicates.warning import Namesake, having_document, having_phone
from rmdesk.services.duplicates.wording import reason

__all__ = [
    "AGAINST",
    "LEAST",
    "MOST",
    "Choice",
    "Comparison",
    "Figures",
    "Namesake",
    "Pair",
    "PairRow",
    "Person",
    "Reason",
    "Searched",
    "compare",
    "gather",
    "having_document",
    "having_phone",
    "keep_apart",
    "load_pairs",
    "merge",
    "reason",
    "search",
    "still_there",
]
