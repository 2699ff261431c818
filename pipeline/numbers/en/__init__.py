"""English: the tables of its numbers."""
