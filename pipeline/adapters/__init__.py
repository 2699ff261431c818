"""Everything that touches the outside: databases, object stores, processes."""
