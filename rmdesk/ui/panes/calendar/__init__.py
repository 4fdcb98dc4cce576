"""The pane of the care calendar: month, week, day and agenda, and what matures in ninety days."""
