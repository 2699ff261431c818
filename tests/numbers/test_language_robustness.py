"""Time grows with the length of a German, French or Spanish text and no faster, whatever the text repeats."""

import time
from datetime import date

import pytest

from pipeline.numbers import find_mentions

_PATTERNS = {
    "de": [
        "hat gege", "ge", "am Montag ", "zweiund", "dreijährige ", "der 3. ", "0:2 ", "jeder fünfte ",
        "im Alter von 5 Jahren ", "Nacht zum ",
    ],
    "fr": [
        "d'un ", "un sur ", "de 5 ans ", "fin de l'", "dix-", "sera ", "quatre-vingt-", "et demi ", "les 5-",
        "du 3 au 4 mai ", "chaque lundi ",
    ],
    "es": [
        "uno de cada ", "de 5 años ", "será ", "a las dos de la ", "y medio ", "hace dos ", "cuarta parte ", "mañana ",
        "2 a 0 ", "siglo X ",
    ],
}  # fmt: skip


def _seconds(text: str, language: str) -> float:
    started = time.process_time()
    find_mentions(text, language=language, published=date(2024, 5, 16))
    return time.process_time() - started


@pytest.mark.parametrize(("language", "pattern"), [(code, p) for code, ps in _PATTERNS.items() for p in ps])
def test_time_is_linear_in_whatever_is_repeated(language: str, pattern: str) -> None:
    short, long = pattern * (2_000 // len(pattern)), pattern * (16_000 // len(pattern))
    _seconds(short, language)
    limit = 8 * 4 * max(_seconds(short, language), 0.003)
    assert any(_seconds(long, language) < limit for _ in range(3))  # one slow time may be the machine's


@pytest.mark.parametrize("language", list(_PATTERNS))
def test_one_endless_word_behind_a_verb_is_quick(language: str) -> None:
    text = {"de": "Am 5. Mai hat er " + "ge", "fr": "Le 5 mai il a " + "ra", "es": "El 5 de mayo ha " + "rá"}[language]
    assert _seconds(text + text[-2:] * 100_000, language) < 10
