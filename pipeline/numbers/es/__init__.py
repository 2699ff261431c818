"""Spanish: the tables of its numbers."""
