"""No number words are known; a point is the decimal mark, as in English."""

from typing import Final

DECIMAL_COMMA: Final = False
LETTER_SCALES: Final[dict[str, int]] = {}
