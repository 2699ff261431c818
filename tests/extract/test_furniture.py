"""What stands above the first sentence of a text."""

from pipeline.bylines import RawByline
from pipeline.dates import RawDate
from pipeline.extract.addresses import site_of
from pipeline.extract.furniture import without_head

BYLINE = RawByline(("Von Miriam Vogt",), "visible", "line +1")
DATE = RawDate("Friday 13 March 2026, 10.15am", "unspecified", "text", "line +2")


def test_headline_kicker_byline_and_date_are_left_out() -> None:
    text = "News\nFerry fire kills 11\nFriday 13 March 2026, 10.15am\nVon Miriam Vogt\nPolice said so.\nMore."
    assert without_head(text, "Ferry Fire Kills 11", [BYLINE], [DATE]) == "Police said so.\nMore."
    assert without_head("Von Miriam Vogt\nPublié le\nEs brennt.", "x", [BYLINE], []) == "Es brennt."


def test_a_text_of_its_own_stays() -> None:
    for text in ("Ferry fire kills 11, police said.\nMore.", "Who knew what?\nThree days after.", "One line"):
        assert without_head(text, "Ferry fire kills 11", [BYLINE], [DATE]) == text
    assert without_head("Ferry fire kills 11", "Ferry fire kills 11", [], []) == ""


def test_a_site_under_a_suffix_that_no_list_has() -> None:
    assert site_of("https://www.harbour-times.example/a") == "harbour-times.example"
    assert site_of("https://news.bbc.co.uk/a") == "bbc.co.uk"
    assert site_of("http://127.0.0.1:8000/a") == "127.0.0.1"
    assert site_of("http://[::1]/a") == "::1"
