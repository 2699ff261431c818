"""A raw archive in an object store: a server that speaks S3 on loopback, asked as every other one."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, BinaryIO
from urllib.request import Request, urlopen

import boto3
import pytest
from fastwarc.warc import ArchiveIterator, WarcRecordType
from moto.server import ThreadedMotoServer
from s3fs import S3FileSystem
from warcio.archiveiterator import ArchiveIterator as Warcio

from pipeline.adapters import raw_store
from pipeline.archive import iter_pages
from pipeline.errors import DatelineError
from tests.conftest import forget_settings
from tests.fetch.conftest import an_article, candidates, fetch, rows, run
from tests.http.town import Town

BUCKET = "news-raw"
MIB = 1 << 20
Live = Callable[..., None]


@pytest.fixture
def bucket(live: Live, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The raw store of the settings lies in a bucket; gives a client that asks the server by itself."""
    server = ThreadedMotoServer("127.0.0.1", 0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    values = {"AWS_ENDPOINT_URL": f"http://{host}:{port}", "AWS_ACCESS_KEY_ID": "of-a-test"}
    for name, value in {**values, "AWS_SECRET_ACCESS_KEY": "of-a-test", "AWS_DEFAULT_REGION": "eu-west-1"}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("DATELINE_RAW_URL", f"s3://{BUCKET}/raw")
    forget_settings()
    client = boto3.client("s3")
    client.create_bucket(Bucket=BUCKET, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    try:
        yield client
    finally:
        S3FileSystem.clear_instance_cache()
        urlopen(Request(f"{values['AWS_ENDPOINT_URL']}/moto-api/reset", method="POST")).close()
        server.stop()


def keys(client: Any) -> list[str]:
    """The archive files of the source."""
    found = client.list_objects_v2(Bucket=BUCKET, Prefix="raw/town/").get("Contents", [])
    return sorted(item["Key"] for item in found if item["Key"].endswith(".warc.gz"))


def body(client: Any, key: str) -> bytes:
    return bytes(client.get_object(Bucket=BUCKET, Key=key)["Body"].read())


def test_pages_are_archived_in_a_bucket_and_read_from_there(town: Town, bucket: Any) -> None:
    town.pages |= {"/ferry": an_article("Ferry burns"), "/fire": an_article("Fire at the mill")}
    done = run(candidates(town, "/ferry", "/fire"))
    assert (done["new"], done["pages"]) == (2, 2)
    (key,) = keys(bucket)
    assert key.startswith(f"raw/town/{datetime.now(UTC):%Y-%m-%d}/town-0001-")
    assert {row.raw_location for row in rows()} == {f"s3://{BUCKET}/{key}"}
    content = body(bucket, key)
    responses = list(ArchiveIterator(BytesIO(content), record_types=WarcRecordType.response))
    assert len(responses) == 2
    assert sum(item.rec_type == "response" for item in Warcio(BytesIO(content))) == 2
    for row in rows():
        record = next(iter(ArchiveIterator(BytesIO(content[row.raw_offset :]))))
        assert record.headers["WARC-Target-URI"] == row.requested_url
    again = list(iter_pages(f"s3://{BUCKET}/raw/town"))
    assert {(page.url, page.raw.location) for page in again} == {(row.url, row.raw_location) for row in rows()}


def test_what_a_killed_fetch_was_writing_is_settled_by_whether_it_is_there(town: Town, bucket: Any) -> None:
    from pipeline.run.context import warehouse

    town.pages |= {"/ferry": an_article("Ferry burns"), "/fire": an_article("Fire at the mill")}
    for path in ("/ferry", "/fire"):
        fetch(candidates(town, path))
    lost = next(row for row in rows() if row.requested_url == town.url("/fire")).raw_location
    bucket.delete_object(Bucket=BUCKET, Key=lost.removeprefix(f"s3://{BUCKET}/"))
    with warehouse().begin() as connection:
        connection.exec_driver_sql("update core.page_fetch set outcome = 'writing', reason = 'fetched'"
                                   " where purpose = 'page'")  # fmt: skip
    _, left = fetch(candidates(town, "/ferry", "/fire"))
    assert [len(town.asked(path)) for path in ("/ferry", "/fire")] == [1, 2]
    assert sorted(item.url or "" for item in left) == [town.url("/ferry"), town.url("/fire")]
    assert {f"s3://{BUCKET}/{key}" for key in keys(bucket)} == {item.raw.location for item in left if item.raw}


def test_a_file_is_whole_or_absent(bucket: Any) -> None:
    location = f"s3://{BUCKET}/raw/town/a.warc.gz"

    def fail(handle: BinaryIO) -> None:
        handle.write(bytes(30 * MIB))
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        raw_store.write_whole(location, fail)
    assert keys(bucket) == []
    assert bucket.list_multipart_uploads(Bucket=BUCKET).get("Uploads", []) == [], "no part of it is left to be paid for"
    assert (
        raw_store.write_whole(location, lambda handle: [handle.write(bytes(MIB)) for _ in range(30)] and None)
        == 30 * MIB
    )
    assert len(body(bucket, keys(bucket)[0])) == 30 * MIB


def test_what_others_write_and_delete_is_seen(bucket: Any) -> None:
    folder = f"s3://{BUCKET}/raw/town"

    def names() -> list[str]:
        return [file.name for file in raw_store.list_files(folder)]

    for name in ("a", "b"):
        bucket.put_object(Bucket=BUCKET, Key=f"raw/town/{name}.warc.gz", Body=b"x")
        assert names()[-1] == f"{name}.warc.gz"
    bucket.delete_object(Bucket=BUCKET, Key="raw/town/a.warc.gz")
    assert names() == ["b.warc.gz"]
    assert not raw_store.exists(f"{folder}/a.warc.gz")
    first = raw_store.list_files(folder)[0].fingerprint
    bucket.put_object(Bucket=BUCKET, Key="raw/town/b.warc.gz", Body=b"y")
    assert raw_store.list_files(folder)[0].fingerprint != first


def test_a_store_that_cannot_be_reached_is_an_error_of_ours(bucket: Any) -> None:
    with pytest.raises(DatelineError, match=r"s3://no-such-bucket/raw"):
        raw_store.list_files("s3://no-such-bucket/raw")
