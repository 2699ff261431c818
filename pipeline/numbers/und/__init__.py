"""A language without tables: digits, percent and money only."""
