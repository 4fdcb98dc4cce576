"""Recording contacts with customers: the quick entry, the whole form, and what is owed to them."""
