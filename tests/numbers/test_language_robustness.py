"""Time grows with the length of a German, French or Spanish text and no faster, whatever the text repeats."""

from datetime import date

import pytest

from pipeline.numbers import find_mentions
from tests.cpu import cpu_seconds, is_done_within

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


def _read(text: str, language: str) -> None:
    find_mentions(text, language=language, published=date(2024, 5, 16))


@pytest.mark.parametrize(("language", "pattern"), [(code, p) for code, ps in _PATTERNS.items() for p in ps])
def test_time_is_linear_in_whatever_is_repeated(language: str, pattern: str) -> None:
    short, long = pattern * (2_000 // len(pattern)), pattern * (16_000 // len(pattern))
    _read(short, language)
    usual = max(cpu_seconds(lambda: _read(short, language)), 0.003)
    assert is_done_within(8 * 4 * usual, lambda: _read(long, language))


@pytest.mark.parametrize("language", list(_PATTERNS))
def test_one_endless_word_behind_a_verb_is_quick(language: str) -> None:
    text = {"de": "Am 5. Mai hat er " + "ge", "fr": "Le 5 mai il a " + "ra", "es": "El 5 de mayo ha " + "rá"}[language]
    assert is_done_within(10, lambda: _read(text + text[-2:] * 100_000, language))
