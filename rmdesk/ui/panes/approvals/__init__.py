"""What waits for approval."""
