"""nginx on loopback, for what a real server does: conditional requests, compression, redirects, TLS, limits, a log."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

CONFIG = """
{user} worker_processes 1; pid nginx.pid; error_log error.log; events {{ worker_connections 512; }}
http {{
    types {{ text/html html; text/xml xml; text/plain txt; application/json json; application/gzip gz; }}
    log_format seen '$server_addr $request_time $msec $status "$sent_http_retry_after" "$request_uri" '
        '"$http_user_agent" "$sent_http_content_encoding" "$host"';
    access_log access.log seen; gzip on; gzip_types text/xml; gzip_min_length 100; merge_slashes off;
    client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
    limit_req_zone $server_addr zone=one_a_second:1m rate=60r/m;
    {servers}
}}
"""
SERVER = """
server {{
    listen {address}:{port}{tls}; root {root}; {certificate} absolute_redirect off; port_in_redirect on;
    index index.html;
    location /gone/ {{ return 410; }}
    rewrite ^/old/(.*)$ /$1 permanent;
    location /busy/ {{ limit_req zone=one_a_second; limit_req_status 429; error_page 429 @later; }}
    location @later {{ add_header Retry-After 1 always; return 429; }}
    location /packed/ {{
        if ($http_accept_encoding !~ br) {{ return 406; }}
        gzip off; types {{ }} default_type text/html; rewrite ^(.*)$ $1.br break; add_header Content-Encoding br;
    }}
    {app}
}}
"""
APP = "location ~ ^/(app|cdx|web)/ {{ proxy_pass http://127.0.0.1:{app}; proxy_set_header Host $http_host; }}"


@dataclass(frozen=True)
class Site:
    """One host: its address, the folder of its files, and where its application listens."""

    address: str
    root: str
    app: int | None = None
    tls: bool = False


@dataclass(frozen=True)
class Seen:
    """A line of the server's log; `at` is when the request began, in seconds of the epoch."""

    host: str
    at: float
    ended: float
    status: int
    retry_after: str
    path: str
    agent: str
    encoding: str
    name: str


@dataclass
class Nginx:
    """A running server: every site on `port`, those with TLS on `port + 1`."""

    folder: Path
    port: int

    def url(self, address: str, path: str = "/", *, tls: bool = False) -> str:
        """The address of a page."""
        scheme, port = ("https", self.port + 1) if tls else ("http", self.port)
        return f"{scheme}://{address}:{port}{path}"

    def log(self, since: int = 0) -> list[Seen]:
        """What was asked for, from the line `since` on."""
        return [_seen(line) for line in (self.folder / "access.log").read_text().splitlines()[since:]]


def _seen(line: str) -> Seen:
    plain, retry_after, _, path, _, agent, _, encoding, _, name, _ = line.split('"')
    host, took, ended, status = plain.split()
    return Seen(host, float(ended) - float(took), float(ended), int(status), retry_after.strip("-"), path, agent,
                encoding.strip("-"), name)  # fmt: skip


@contextmanager
def nginx(folder: Path, sites: list[Site], port: int, certificate: Path | None = None) -> Iterator[Nginx]:
    """The sites below `folder`; without nginx the test is skipped here and fails in continuous integration."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
    if program is None:
        # A laptop may do without; continuous integration installs it, so there its absence is a fault.
        (pytest.fail if os.environ.get("CI") else pytest.skip)("nginx is not installed (apt-get install nginx-light)")
    (folder / "tmp").mkdir(parents=True, exist_ok=True)
    pem = f"ssl_certificate {certificate}; ssl_certificate_key {certificate};" if certificate else ""
    servers = "".join(
        SERVER.format(
            address=site.address,
            root=site.root,
            port=port + site.tls,
            tls=" ssl" if site.tls else "",
            certificate=pem if site.tls else "",
            app=APP.format(app=site.app) if site.app else "",
        )
        for site in sites
    )
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(CONFIG.format(user=user, servers=servers))
    process = subprocess.Popen([program, "-p", str(folder), "-c", "nginx.conf", "-g", "daemon off;"])
    try:
        for site in sites:
            _wait_for((site.address, port + site.tls), process)
        yield Nginx(folder, port)
    finally:
        process.terminate()
        process.wait(10)


def free_ports() -> int:
    """A port that is free, as is the one behind it."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = int(first.getsockname()[1])
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port


def _wait_for(place: tuple[str, int], process: "subprocess.Popen[bytes]") -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx ended"
        try:
            socket.create_connection(place, 1).close()
            return
        except OSError:
            time.sleep(0.1)
    pytest.fail(f"nginx does not listen at {place}")
