"""The built site in a real browser, and its HTML."""
