"""Activities in the window: a part of the pane of plans."""
