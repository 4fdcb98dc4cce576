"""The daily log: one manager's day, week and month, and the supervisor's reading of them."""
