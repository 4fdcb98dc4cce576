"""Import of files: reading them, what their columns mean, who their rows are, writing it as one change."""
