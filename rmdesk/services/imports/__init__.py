"""Import of files: reading them, what their columns mean, who their rows are, and writing it as one change.

with Feed(path) as feed:                                       # a process of its own reads the file
    proposal = propose(session, BY_NAME["customers"], feed.found)
    report = preview(store, proposal.request, feed=feed)       # or, in a transaction, run(session, …)
"""

from rmdesk.services.imports.done import Done, find_imports, list_imports, load_imports, name_rows, undo
from rmdesk.services.imports.feed import Feed
from rmdesk.services.imports.layout import RowKind
from rmdesk.services.imports.mapping import Suggestion, plan_of, titles
from rmdesk.services.imports.mapping_files import Saved
from rmdesk.services.imports.mapping_files import read_file as read_mapping
from rmdesk.services.imports.parsing import ExcerptRow, Found
from rmdesk.services.imports.proposing import Proposal, propose, suggest_manager
from rmdesk.services.imports.reading import AS_TOLD, TextForm
from rmdesk.services.imports.recognising import Recognised, recognise
from rmdesk.services.imports.rejects import write as write_rejects
from rmdesk.services.imports.remembering import forget, recall, remember
from rmdesk.services.imports.report import Flawed, Outcome, Problem, Report
from rmdesk.services.imports.rules import Mode, OnDuplicate
from rmdesk.services.imports.running import Request, check, preview, run, save_mapping
from rmdesk.services.imports.targets import BY_NAME, TARGETS
from rmdesk.services.imports.writing import Choices, Target
from rmdesk.services.progress import Progress

__all__ = [
    "AS_TOLD",
    "BY_NAME",
    "TARGETS",
    "Choices",
    "Done",
    "ExcerptRow",
    "Feed",
    "Flawed",
    "Found",
    "Mode",
    "OnDuplicate",
    "Outcome",
    "Problem",
    "Progress",
    "Proposal",
    "Recognised",
    "Report",
    "Request",
    "RowKind",
    "Saved",
    "Suggestion",
    "Target",
    "TextForm",
    "check",
    "find_imports",
    "forget",
    "list_imports",
    "load_imports",
    "name_rows",
    "plan_of",
    "preview",
    "propose",
    "read_mapping",
    "recall",
    "recognise",
    "remember",
    "run",
    "save_mapping",
    "suggest_manager",
    "titles",
    "undo",
    "write_rejects",
]
