"""The people of the branch: who signs in, with which roles."""
