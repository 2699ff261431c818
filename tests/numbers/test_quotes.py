"""Direct quotations: marks of several countries, one within the other, and over paragraphs."""

import pytest

from pipeline.numbers.quotes import in_quotes, quote_at, quote_spans


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('He said, "We won," and left.', ['"We won,"']),
        ("He said: “We won.” “They lost.”", ["“We won.”", "“They lost.”"]),
        ("'It's very rare that he loses,' she said.", ["'It's very rare that he loses,'"]),
        ("The ‘ghost town’ is full.", ["‘ghost town’"]),
        ("„Wir haben gewonnen“, sagte er.", ["„Wir haben gewonnen“"]),
        ("« Nous avons gagné », dit-il.", ["« Nous avons gagné »"]),
        ("»Wir gehen«, sagte er.", ["»Wir gehen«"]),
        ("She said: “He told me 'no' twice.”", ["“He told me 'no' twice.”"]),
        ("\"It was the so-called 'army.'\"", ["\"It was the so-called 'army.'\""]),
        ("The dogs' owner and the '90s music of O'Neill.", []),
        ('A 6\'2" man and a 12" pipe.', []),
        ("No marks here.", []),
    ],
)
def test_spans(text: str, quotes: list[str]) -> None:
    found = [text[q.start : q.end] for q in quote_spans(text)]
    assert found == quotes


def test_speech_over_paragraphs_is_one_turn() -> None:
    text = "She said: “We lost two men.\n“We found 40 others.\n“It is over.”\n“No,” he said."
    quotes = quote_spans(text)
    assert [q.turn for q in quotes] == [0, 0, 0, 1]
    assert in_quotes(quotes, text.index("40"))


def test_unclosed_mark_ends_with_its_paragraph() -> None:
    text = '"We lost 40 men, he said.\n\nThe town has 20 houses.'
    quotes = quote_spans(text)
    assert in_quotes(quotes, text.index("40"))
    assert quote_at(quotes, text.index("20")) is None
