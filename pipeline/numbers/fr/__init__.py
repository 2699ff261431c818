"""French: the tables of its numbers."""
