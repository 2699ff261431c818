"""The raw store: listing, reading and writing whole, with errors that say what to do."""

import errno
import os
from pathlib import Path
from typing import BinaryIO

import pytest

from pipeline.adapters import raw_store
from pipeline.errors import Terminal, Transient


def hello(handle: BinaryIO) -> None:
    handle.write(b"hello")


def test_files_are_listed_in_order_with_their_size(tmp_path: Path) -> None:
    (tmp_path / "b c").mkdir()
    (tmp_path / "b c" / "two.txt").write_bytes(b"22")
    (tmp_path / "a.txt").write_bytes(b"1")
    files = raw_store.list_files(tmp_path)
    assert [(file.name, file.file_bytes) for file in files] == [("a.txt", 1), ("b c/two.txt", 2)]
    assert files[1].location == str(tmp_path / "b c" / "two.txt")
    assert files[0].modified.timestamp() == pytest.approx((tmp_path / "a.txt").stat().st_mtime)


@pytest.mark.parametrize("name", ["100%.html", "a::b.html", "what?.html", "#1.html", "[x]*.html", "ünï.html", "a:b"])
def test_odd_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"1")
    for location in (tmp_path, tmp_path / name):
        (file,) = raw_store.list_files(location)
        assert file.name == name
        with raw_store.open_file(file.location) as handle:
            assert handle.read() == b"1"
        assert raw_store.find_file(file.location, name) == file


def test_a_name_that_is_not_utf8_is_passed_by_with_a_warning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html")).write_bytes(b"1")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    (tmp_path / "a.html").write_bytes(b"1")
    assert [file.name for file in raw_store.list_files(tmp_path)] == ["a.html"]
    assert "whose name is not UTF-8" in "".join(capfd.readouterr())


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.html").write_bytes(b"1")
    monkeypatch.chdir(tmp_path)
    (file,) = raw_store.list_files("a.html")
    assert (file.name, file.location) == ("a.html", str(tmp_path / "a.html"))


def test_a_file_that_is_not_below_the_root_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"1")
    (file,) = raw_store.list_files(tmp_path / "a.txt", root=tmp_path / "elsewhere")
    assert file.name == "a.txt"


@pytest.mark.parametrize("base", ["folder", "memory"])
def test_write_read_remove(tmp_path: Path, base: str) -> None:
    store = str(tmp_path / "store") if base == "folder" else "memory://store-of-a-test"
    location = raw_store.join(store + "/", "day", "batch.bin")
    assert not raw_store.exists(location)
    assert raw_store.write_whole(location, hello) == 5
    assert raw_store.exists(location)
    with raw_store.open_file(location) as handle:
        handle.seek(1)
        assert handle.read() == b"ello"
    raw_store.remove(store)
    raw_store.remove(store)
    assert not raw_store.exists(location)


@pytest.mark.parametrize("base", ["folder", "memory"])
def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, base: str) -> None:
    store = str(tmp_path) if base == "folder" else "memory://another-store-of-a-test"
    location = raw_store.join(store, "batch.bin")
    raw_store.write_whole(location, hello)

    def fails(handle: BinaryIO) -> None:
        handle.write(b"half of the ne")
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(Transient, match=r"cannot write .*batch\.bin: the disk is full; free some space"):
        raw_store.write_whole(location, fails)
    with raw_store.open_file(location) as handle:
        assert handle.read() == b"hello"
    assert [file.name for file in raw_store.list_files(store)] == ["batch.bin"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full, the disk that is always full")
def test_a_disk_that_is_full_is_transient() -> None:
    with (
        pytest.raises(Transient, match="the disk is full"),
        raw_store.explained("/dev/full", "write"),
        Path("/dev/full").open("wb", buffering=0) as handle,
    ):
        handle.write(b"x")


@pytest.mark.parametrize(
    ("location", "message"),
    [
        ("missing.warc", "there is no file or folder at .*missing.warc: correct the path"),
        ("nosuch://bucket/x", "cannot open nosuch://bucket/x: .*fsspec URL"),
    ],
)
def test_addresses_that_lead_nowhere(tmp_path: Path, location: str, message: str) -> None:
    address = location if "://" in location else str(tmp_path / location)
    with pytest.raises(Terminal, match=message):
        raw_store.list_files(address)
    with pytest.raises(Terminal, match=message), raw_store.open_file(address):
        pass


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"")
    with pytest.raises(Terminal, match=r"cannot write .*store"):
        raw_store.write_whole(str(tmp_path / "store" / "x"), hello)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(Terminal, match="give this user the right"):
        raw_store.write_whole(str(tmp_path / "x"), hello)


def test_other_troubles_of_the_storage_are_transient() -> None:
    with pytest.raises(Transient, match="when the store can be reached"), raw_store.explained("s3://b/x", "read"):
        raise OSError(errno.EIO, "Input/output error")


def test_a_store_of_a_scheme_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_library(_: str, **__: object) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(raw_store, "url_to_fs", no_library)
    with pytest.raises(Terminal, match=r"install dateline\[s3\]"):
        raw_store.exists("s3://bucket/x")
