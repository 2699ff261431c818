"""German: the tables of its numbers."""
