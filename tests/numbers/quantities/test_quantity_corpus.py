"""Each example of the corpus is read as the line says: value -> the spellings that mean it, by language."""

import pytest

from pipeline.numbers import find_mentions
from tests.numbers.quantities.quantity_reading import CORPUS, examples, quantities

FILES = sorted(str(path.relative_to(CORPUS).with_suffix("")) for path in CORPUS.glob("*/*.txt"))


@pytest.mark.parametrize("name", FILES)
def test_each_example_is_read_as_it_says(name: str) -> None:
    language = name.split("/")[0]
    wrong = []
    for expected, text in examples(name):
        found = quantities(find_mentions(text, language=language))
        if tuple(found) != expected:
            wrong.append(f"{text}\n    expected {'; '.join(expected) or '-'}\n    read     {'; '.join(found) or '-'}")
    assert not wrong, "\n".join(wrong)


def test_each_language_has_its_corpus() -> None:
    assert {"en"} <= {name.split("/")[0] for name in FILES}
    assert sum(1 for _ in examples("en/values")) > 50


@pytest.mark.parametrize(
    ("country", "text", "currency", "ambiguous"),
    [
        ("US", "It cost $5.", "USD", False),
        ("CA", "It cost $5.", "CAD", True),
        ("AU", "It cost 5 million dollars.", "AUD", True),
        ("GB", "It cost $5.", "USD", False),
        (None, "It cost $5.", "USD", True),
        ("CA", "It cost US$5.", "USD", False),
        ("CN", "It cost ¥5.", "CNY", True),
        ("PK", "It cost Rs 5.", "PKR", True),
        ("SE", "It cost 500 kr.", "SEK", False),
        (None, "It cost 500 kroner.", None, True),
        ("MX", "It cost 500 pesos.", "MXN", False),
        ("FR", "It cost €5.", "EUR", False),
    ],
)
def test_the_country_of_the_publisher_says_whose_money_it_is(
    country: str | None, text: str, currency: str | None, ambiguous: bool
) -> None:
    (mention,) = find_mentions(text, language="en", country=country)
    assert (mention.kind, mention.currency) == ("money", currency)
    assert mention.currency_ambiguous is ambiguous
