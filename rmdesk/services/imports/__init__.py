"""Import of files: reading them, what their columns mean, who their rows are, and writing it as one change.

with Feed(path) as feed:                                       # a process of its own reads the file
    proposal = propose(session, BY_NAME["customers"], feed.found)
    report = preview(store, proposal.request, feed=feed)       # or, in a transaction, run(session, …)
"""

from rmdesk.services.imports.done import Done, list_imports, name_rows, undo
from rmdesk.services.imports.feed import Feed
from rmdesk.services.imports.mapping import Suggestion
from rmdesk.services.imports.mapping_files import Saved
from rmdesk.services.imports.mapping_files import read_file as read_mapping
from rmdesk.services.imports.parsing import Found
from rmdesk.services.imports.proposing import Proposal, propose, suggest_manager
from rmdesk.services.imports.rejects import write as write_rejects
from rmdesk.services.imports.remembering import forget, recall, remember
from rmdesk.services.imports.report import Outcome, Report
from rmdesk.services.imports.rules import Mode, OnDuplicate
from rmdesk.services.imports.running import Progress, Request, check, preview, run, save_mapping
from rmdesk.services.imports.targets import BY_NAME, TARGETS
from rmdesk.services.imports.writing import Choices, Target

__all__ = [
    "BY_NAME",
    "TARGETS",
    "Choices",
    "Done",
    "Feed",
    "Found",
    "Mode",
    "OnDuplicate",
    "Outcome",
    "Progress",
    "Proposal",
    "Report",
    "Request",
    "Saved",
    "Suggestion",
    "Target",
    "check",
    "forget",
    "list_imports",
    "name_rows",
    "preview",
    "propose",
    "read_mapping",
    "recall",
    "remember",
    "run",
    "save_mapping",
    "suggest_manager",
    "undo",
    "write_rejects",
]
