"""Batches come back exactly as they were, are there whole or not at all, and say what is wrong."""

import errno
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import fsspec
import pytest
import zstandard

from pipeline.adapters.work import delete_run, exists, read_batch, write_batch
from pipeline.articles import Candidate, FetchedPage, NormalizedArticle, PageInfo, RawRef, Refusal, Versions
from pipeline.bylines import Author, BylineCandidate, Dateline, RawByline
from pipeline.dates import DateCandidate, Moment, RawDate
from pipeline.errors import Terminal, Transient
from pipeline.numbers import Mention

RAW = RawRef("s3://raw/a b/c.warc.gz", "c.warc.gz", 181234)
NEPAL = timezone(timedelta(hours=5, minutes=45))
PAGE = PageInfo("sample", RAW, None, datetime(1, 1, 1, tzinfo=UTC), None, "text/html", 5, "ab" * 32)
MOMENT = Moment(
    text="2016-08-02T14:30:00.250+05:45",
    start=datetime(2016, 8, 2, 14, 30, 0, 250000, tzinfo=NEPAL),
    end=datetime(2016, 8, 2, 14, 30, 1, tzinfo=NEPAL),
    precision="second",
    offset_minutes=345,
    zone_from="value",
    day=date(2016, 8, 2),
)
JANE = Author(name="Jane Doe", kind="person", raw="by Jane Doe", rule="by-name")
MENTION = Mention(
    char_start=0,
    char_end=4,
    surface="1.50",
    phrase_start=0,
    phrase_end=9,
    sentence_start=0,
    sentence_end=20,
    kind="money",
    is_quantity=True,
    value=Decimal("1.50"),
    value_min=Decimal("1E+3"),
    value_max=Decimal("12345678901234567890.000000001"),
    date_start=date(1, 1, 1),
    date_end=date(9999, 12, 31),
    rule="money",
)
ARTICLE = NormalizedArticle(
    page=PAGE,
    canonical_url="https://example.org/ä?b=%20",
    aliases=("https://example.org/1", ""),
    site="example.org",
    publisher=None,
    title='Line\none "quoted" \u2028 \x00 👍',
    text="",
    language="en",
    section=None,
    genre=None,
    byline="by Jane Doe",
    authors=(JANE, replace(JANE, name="Ann", role="Editor")),
    byline_candidates=(BylineCandidate(RawByline(("Jane Doe", "Ann"), "visible", "p.by"), (JANE,), "by-name", True),),
    dateline=Dateline("ALEPPO -", "Aleppo", None, 0, 8),
    published=MOMENT,
    published_from="json-ld",
    modified=None,
    modified_from=None,
    date_candidates=(DateCandidate(RawDate("x", "published", "meta", "m"), None, "none", flag="placeholder"),),
    mentions=(MENTION, replace(MENTION, value=None, part_of=0)),
    versions=Versions("1", "2", "3", "4"),
    rejected=Refusal("empty", "no text"),
)
CANDIDATE = Candidate("sample", None, RAW, datetime(2016, 8, 2, tzinfo=UTC), date(2016, 8, 2))
FETCHED = FetchedPage(
    "sample", RAW, None, datetime.max.replace(tzinfo=UTC), 200, "text/html", None, bytes(range(256)), ""
)


@pytest.fixture(params=["folder", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "folder":
        yield str(tmp_path / "a b" / "work" / "run")
    else:
        yield "memory://work/run"
        fsspec.filesystem("memory").store.clear()


@pytest.mark.parametrize("item", [ARTICLE, CANDIDATE, FETCHED, MENTION], ids=lambda item: type(item).__name__)
def test_items_come_back_exactly_as_they_were(folder: str, item: Any) -> None:
    assert write_batch(folder, "b0", [item, item], type(item)) == 2
    assert list(read_batch(folder, "b0", type(item))) == [item, item]


def test_decimals_keep_their_exponent_and_instants_their_offset(folder: str) -> None:
    write_batch(folder, "b0", [ARTICLE], NormalizedArticle)
    (back,) = read_batch(folder, "b0", NormalizedArticle)
    assert str(back.mentions[0].value) == "1.50"
    assert str(back.mentions[0].value_min) == "1E+3"
    assert back.published is not None
    assert back.published.start.utcoffset() == timedelta(hours=5, minutes=45)
    assert type(back.aliases) is tuple
    assert type(back.mentions) is tuple


def test_an_amount_that_is_no_number_survives_until_validation_refuses_it(folder: str) -> None:
    write_batch(folder, "b0", [replace(MENTION, value=Decimal("NaN"))], Mention)
    (back,) = read_batch(folder, "b0", Mention)
    assert back.value is not None
    assert back.value.is_nan()


def test_many_items_pass_the_borders_of_chunks(folder: str) -> None:
    items = [replace(CANDIDATE, url=f"https://example.org/{os.urandom(40).hex()}") for _ in range(3000)]
    write_batch(folder, "b0", items, Candidate)
    assert list(read_batch(folder, "b0", Candidate)) == items


def test_an_empty_batch_is_there_and_empty(folder: str) -> None:
    assert not exists(folder, "b0")
    assert write_batch(folder, "b0", [], Candidate) == 0
    assert exists(folder, "b0")
    assert list(read_batch(folder, "b0", Candidate)) == []


def test_a_batch_is_json_lines_that_other_tools_can_read(tmp_path: Path) -> None:
    write_batch(str(tmp_path), "b0", [CANDIDATE], Candidate)
    text = zstandard.ZstdDecompressor().decompressobj().decompress((tmp_path / "b0.jsonl.zst").read_bytes())
    assert text.startswith(b'{"source":"sample"')
    assert text.endswith(b"}\n")


def test_a_run_is_deleted_with_its_batches_and_twice_is_no_error(folder: str) -> None:
    write_batch(folder, "b0", [CANDIDATE], Candidate)
    delete_run(folder)
    assert not exists(folder, "b0")
    delete_run(folder)


def test_an_iterable_that_fails_leaves_the_batch_as_it_was(folder: str) -> None:
    def failing() -> Iterator[Candidate]:
        yield CANDIDATE
        raise ValueError("the stage crashed")

    write_batch(folder, "b0", [CANDIDATE], Candidate)
    with pytest.raises(ValueError, match="the stage crashed"):
        write_batch(folder, "b0", failing(), Candidate)
    assert list(read_batch(folder, "b0", Candidate)) == [CANDIDATE]


def test_a_missing_batch_is_terminal_and_named(folder: str) -> None:
    with pytest.raises(Terminal, match=r"b7\.jsonl\.zst"):
        list(read_batch(folder, "b7", Candidate))


@pytest.mark.parametrize("keep", [0, 10, -6, -1])
def test_a_batch_cut_short_is_an_error_and_not_a_shorter_batch(tmp_path: Path, keep: int) -> None:
    write_batch(str(tmp_path), "b0", [CANDIDATE] * 50, Candidate)
    path = tmp_path / "b0.jsonl.zst"
    path.write_bytes(path.read_bytes()[:keep])
    with pytest.raises(Terminal, match=r"b0\.jsonl\.zst (ends too early|is damaged).*run the window again"):
        list(read_batch(str(tmp_path), "b0", Candidate))


def test_a_damaged_batch_is_an_error(tmp_path: Path) -> None:
    write_batch(str(tmp_path), "b0", [CANDIDATE] * 50, Candidate)
    path = tmp_path / "b0.jsonl.zst"
    content = bytearray(path.read_bytes())
    content[-1] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(Terminal, match="damaged"):
        list(read_batch(str(tmp_path), "b0", Candidate))


def test_a_batch_of_another_kind_is_an_error(folder: str) -> None:
    write_batch(folder, "b0", [CANDIDATE], Candidate)
    with pytest.raises(Terminal, match="holds no Mention"):
        list(read_batch(folder, "b0", Mention))


def test_a_lone_surrogate_is_an_error_that_shows_the_item(folder: str) -> None:
    with pytest.raises(Terminal, match=r"cannot write .*sample.* surrogates not allowed"):
        write_batch(folder, "b0", [replace(CANDIDATE, url="\ud800")], Candidate)
    assert not exists(folder, "b0")


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A real file system of 64 KB; mounting takes root."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a file system can be mounted as root only")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_transient_and_leaves_no_part_of_a_file(tiny_disk: Path) -> None:
    noise = [replace(CANDIDATE, url=os.urandom(5000).hex()) for _ in range(40)]
    with pytest.raises(Transient, match=r"cannot write .*tiny/b0\.jsonl\.zst: the disk is full; free some space"):
        write_batch(str(tiny_disk), "b0", noise, Candidate)
    assert list(tiny_disk.iterdir()) == []
    assert write_batch(str(tiny_disk), "b0", noise[:1], Candidate) == 1


def test_a_full_disk_is_transient_for_an_ordinary_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Transient, match="the disk is full"):
        write_batch(str(tmp_path), "b0", [CANDIDATE], Candidate)
    assert list(tmp_path.iterdir()) == []
