"""The picture of a text on a terminal: each mention marked, numbered and told in the table."""

from datetime import date
from io import StringIO

from rich.console import Console

from pipeline.cli.show_numbers import show_mentions
from pipeline.numbers import find_mentions

TEXT = (
    "Russian sources said more than 42 civilians had been killed and 98 wounded on Monday. They gathered 14 tons of "
    "gravel, of which 2.5 tons were spread. It cost nearly $4.2bn, or 12% of the budget, and the Mi-8 was lost."
)


def picture(text: str) -> str:
    """What a terminal of 120 columns shows, without colours."""
    stream = StringIO()
    mentions = find_mentions(text, language="en", published=date(2016, 8, 2))
    show_mentions(text, mentions, Console(file=stream, width=120, force_terminal=False))
    return stream.getvalue()


def test_each_mention_is_marked_and_has_its_row() -> None:
    shown = picture(TEXT)
    for expected in (
        "42¹ civilians",
        "98²",
        "> 42",
        "civilians",
        "(of 4)",
        "~ 4,200,000,000",
        "USD",
        "2016-08-01",
        "Mi-8",
    ):
        assert expected in shown, shown
    assert "KILL" in shown
    assert "Russian sources" in shown


def test_the_text_itself_is_whole() -> None:
    shown = picture(TEXT)
    raised = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹│╭╮╰╯─")
    words = " ".join(shown.translate(raised).split())
    assert "gravel, of which 2.5 tons were spread." in words


def test_a_text_without_numbers_says_so() -> None:
    assert "No numbers in this text." in picture("Nothing happened.")


def test_odd_numbers_are_shown() -> None:
    shown = picture("About 10^400 stars, 0.000000000000000001 percent, 1/3 of them, and 5 to 7 people.")
    assert "1.0000E+400" in shown
    assert "5–7" in shown
