"""Greetings: texts by occasion with a customer's fields filled in, never the same one twice in two years."""

from rmdesk.services.greetings.fields import (
    FIELDS,
    MESSAGE_LONGEST,
    OCCASIONS,
    checked_text,
    fields_of,
    filled,
)
from rmdesk.services.greetings.proposing import (
    Greeting,
    Held,
    Proposed,
    note_used,
    occasions_of,
    propose,
    propose_for,
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
    "FIELDS",
    "MESSAGE_LONGEST",
    "OCCASIONS",
    "RELATIONS",
    "Greeting",
    "Held",
    "Proposed",
    "Template",
    "add_template",
    "checked_text",
    "edit_template",
    "fields_of",
    "filled",
    "list_templates",
    "note_used",
    "occasions_of",
    "preview",
    "propose",
    "propose_for",
    "put_back",
    "remove_template",
    "replace_shipped",
    "turn_off",
]
