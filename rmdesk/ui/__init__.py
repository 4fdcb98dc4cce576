"""The window: everything that knows Qt. Importing this package loads no Qt; worker processes rely on it."""
