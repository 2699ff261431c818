"""The views of `marts`, one SQL file each: what a row is, what its own columns mean, the query."""
