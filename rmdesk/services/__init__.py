"""Use cases and queries, as plain functions without Qt."""
