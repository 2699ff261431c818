"""Lists of words as they are easiest to read and to add to: blanks between them."""

__all__ = ["word_list", "word_set"]


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())
