"""The page of one customer, beside the list of customers."""
