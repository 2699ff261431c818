"""The server that `bench.fetch` asks: nginx with one page on many loopback addresses."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOSTS = 20
PORT = 18_473
CONTACT = "https://example.org/bot jane@example.org"
TEXT = "<p>At least eleven people were killed, police said. The harbour master said the search went on. </p>" * 300
CONFIG = """
{user} worker_processes 1; pid nginx.pid; error_log error.log; events {{ worker_connections 512; }}
http {{ types {{ text/html html; }} access_log off; gzip on; keepalive_requests 100000;
  client_body_temp_path tmp; proxy_temp_path tmp; fastcgi_temp_path tmp; uwsgi_temp_path tmp; scgi_temp_path tmp;
  server {{ {listen} location / {{ root pages; }} }} }}
"""


def urls(pages: int) -> list[str]:
    """Addresses over all hosts."""
    return [f"http://127.0.2.{number % HOSTS + 1}:{PORT}/page.html?{number}" for number in range(pages)]


@contextmanager
def nginx() -> Iterator[None]:
    """The server while it runs."""
    program = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        sys.exit("bench.fetch needs nginx: apt-get install nginx-light")
    with tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "pages").mkdir()
        (folder / "tmp").mkdir()
        (folder / "pages" / "page.html").write_text(f"<!doctype html><html><body>{TEXT}</body></html>")
        (folder / "pages" / "robots.txt").write_text("User-agent: *\nDisallow: /hidden\n")
        listen = " ".join(f"listen 127.0.2.{number + 1}:{PORT};" for number in range(HOSTS))
        user = "user root;" if os.geteuid() == 0 else ""
        (folder / "nginx.conf").write_text(CONFIG.format(user=user, listen=listen))
        server = subprocess.Popen([program, "-p", name, "-c", "nginx.conf", "-g", "daemon off;"])
        time.sleep(1)
        try:
            yield
        finally:
            server.terminate()
            server.wait(10)
