"""rmdesk: the desk of a bank relationship manager, kept in one encrypted vault on one computer."""

__version__ = "0.1.0"
