"""The pane of plans: each part of it is one line in `parts.PARTS` and one module beside this file."""
