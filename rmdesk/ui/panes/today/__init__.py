"""Today: whom to contact and why, each answered from the keyboard."""
