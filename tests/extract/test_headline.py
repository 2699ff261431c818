"""Headlines, and texts that repeat them."""

from pipeline.extract.headline import without_headline


def test_the_headline_is_not_said_again_in_the_text() -> None:
    assert without_headline("Ferry fire kills 11\n\nPolice said so.", "Ferry Fire Kills 11") == "Police said so."
    assert without_headline("Ferry fire kills 11, police said.\nMore.", "Ferry fire kills 11") == (
        "Ferry fire kills 11, police said.\nMore."
    )
    assert without_headline("Text", None) == "Text"
