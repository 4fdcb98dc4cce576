"""Reading a damaged database page by page, and building a whole one of what was read."""
