"""Writes articles into the warehouse: one transaction a batch, safe to run twice and twice at once."""
