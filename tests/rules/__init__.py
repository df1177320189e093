"""What the rules find, and where."""
