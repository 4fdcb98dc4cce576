"""The archive: everybody the branch keeps a relationship with, and what is known of them."""
