"""Bytes to text: marks, declarations, guesses."""

import pytest

from pipeline.extract.decode import decode

GERMAN = "<html><body>Größere Schäden an der Brücke, sagte die Behörde – „vorerst“.</body></html>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    decoded = decode(GERMAN.encode(encoding))
    assert decoded is not None
    assert decoded.text == GERMAN


@pytest.mark.parametrize(
    ("text", "encoding", "declared"),
    [
        (GERMAN, "cp1252", "iso-8859-1"),  # browsers read Latin-1 as Windows-1252
        ("Привет из Москвы, сказал он", "cp1251", "windows-1251"),
        ("米朝首脳直通電話", "shift_jis", "Shift_JIS"),
        ("武汉的声音", "gb18030", "gb2312"),
        ("대한민국", "cp949", "euc-kr"),
    ],
)
def test_declared_by_the_server_or_the_page(text: str, encoding: str, declared: str) -> None:
    by_server = decode(text.encode(encoding), declared)
    assert by_server is not None
    assert (by_server.text, by_server.found_by) == (text, "declared by the server")
    page = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><p>{text}'
    by_page = decode(page.encode(encoding))
    assert by_page is not None
    assert (by_page.text, by_page.found_by) == (page, "declared by the page")


def test_utf8_wins_over_a_wrong_declaration() -> None:
    decoded = decode(GERMAN.encode("utf-8"), "iso-8859-1")
    assert decoded is not None
    assert decoded.text == GERMAN


def test_a_broken_place_does_not_make_utf8_latin() -> None:
    decoded = decode(GERMAN.encode("utf-8").replace("ß".encode(), b"\xc3"), "utf-8")
    assert decoded is not None
    assert "Schäden an der Brücke" in decoded.text


def test_escaped_japanese() -> None:
    decoded = decode("日本経済新聞".encode("iso2022_jp"))
    assert decoded is not None
    assert decoded.text == "日本経済新聞"


def test_undeclared_is_guessed() -> None:
    text = "Привет из Москвы, сказал он в понедельник на встрече с журналистами. " * 10
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded.text == text
