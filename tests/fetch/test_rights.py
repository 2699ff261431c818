"""Signals about keeping and mining a page."""

import pytest

from pipeline.fetch.rights import rights_of


@pytest.mark.parametrize(
    ("headers", "body", "found"),
    [
        ({}, b"<html>", ()),
        ({}, b'<meta name="robots" content="noindex, noarchive">', ("noarchive",)),
        ({}, b"<META content='NOARCHIVE' NAME=ROBOTS>", ("noarchive",)),
        ({}, b'<meta name="dateline" content="noarchive">', ("noarchive",)),
        ({}, b'<meta name="googlebot" content="noarchive">', ()),
        ({}, b'<meta name="description" content="noarchive">', ()),
        ({}, b"noarchive", ()),
        ({"x-robots-tag": "noarchive"}, b"", ("noarchive",)),
        ({"x-robots-tag": "noindex, noarchive"}, b"", ("noarchive",)),
        ({"x-robots-tag": "googlebot: noarchive"}, b"", ()),
        ({"x-robots-tag": "googlebot: noindex, noarchive"}, b"", ()),
        ({"x-robots-tag": "googlebot: nofollow, dateline: noarchive"}, b"", ("noarchive",)),
        ({"x-robots-tag": "unavailable_after: 25 Jun 2010, noarchive"}, b"", ("noarchive",)),
        ({"x-robots-tag": "googlebot: noindex\nnoarchive"}, b"", ("noarchive",)),
        ({"x-archive-orig-x-robots-tag": "noarchive", "x-archive-orig-tdm-reservation": "1"}, b"",
         ("noarchive", "tdm-reserved")),
        ({"tdm-reservation": "1"}, b"", ("tdm-reserved",)),
        ({"tdm-reservation": "0"}, b"", ()),
        ({}, b'<meta name="tdm-reservation" content="1">', ("tdm-reserved",)),
        ({}, b'<script>{"isAccessibleForFree": false}</script>', ("not-free",)),
        ({}, b'<script>{"isAccessibleForFree":"False"}</script>', ("not-free",)),
        ({}, b'<meta itemprop="isAccessibleForFree" content="False">', ("not-free",)),
        ({}, b'<script>{"isAccessibleForFree": true}</script>', ()),
    ],
)  # fmt: skip
def test_what_is_said_about_rights(headers: dict[str, str], body: bytes, found: tuple[str, ...]) -> None:
    assert rights_of(headers, body) == found
