"""Surveys: drafted, asked, entered from paper, evaluated, and reported to head office."""
