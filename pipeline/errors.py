"""An error's type says what happens next.

``Transient`` is retried, ``Terminal`` is not, ``Rejected`` marks one page that cannot become an article.
Every message says what is wrong, where, and what to do about it.
"""


class DatelineError(Exception):
    """Anything that Dateline raises on purpose."""


class Transient(DatelineError):
    """May succeed when tried again: a database that is down, a disk that is full."""


class Terminal(DatelineError):
    """Will fail again until somebody changes something: a misspelt key, a missing folder."""


class Rejected(DatelineError):
    """One page cannot become an article; ``reason`` is a word of the contract, ``detail`` is for a person."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail
