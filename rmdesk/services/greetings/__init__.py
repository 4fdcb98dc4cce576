"""Greetings: texts by occasion with a customer's fields filled in, never the same one twice in two years."""

from rmdesk.services.greetings.fields import (
    COMMON,
    FIELDS,
    MESSAGE_LONGEST,
    OCCASIONS,
    checked,
    checked_text,
    fields_of,
    filled,
)
from rmdesk.services.greetings.letters import Letter, Letters, note_printed
from rmdesk.services.greetings.letters import gather as gather_letters
from rmdesk.services.greetings.proposing import (
    Greeting,
    Held,
    Proposed,
    note_used,
    occasions_of,
    propose,
    propose_for,
    values_for,
)
from rmdesk.services.greetings.templates import (
    RELATIONS,
    Template,
    add_template,
    edit_template,
    list_templates,
    preview,
    put_back,
    remove_template,
    replace_shipped,
    turn_off,
)

__all__ = [
    "COMMON",
    "FIELDS",
    "MESSAGE_LONGEST",
    "OCCASIONS",
    "RELATIONS",
    "Greeting",
    "Held",
    "Letter",
    "Letters",
    "Proposed",
    "Template",
    "add_template",
    "checked",
    "checked_text",
    "edit_template",
    "fields_of",
    "filled",
    "gather_letters",
    "list_templates",
    "note_printed",
    "note_used",
    "occasions_of",
    "preview",
    "propose",
    "propose_for",
    "put_back",
    "remove_template",
    "replace_shipped",
    "turn_off",
    "values_for",
]
