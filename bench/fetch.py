"""`python -m bench.fetch`: pages a CPU second beside Scrapy, on one nginx, delays off; and memory over many pages.

Twice: pages that are fetched only, and pages that are fetched and archived, as a night does it. Both ask robots.txt,
decode gzip and hash or write each page. Each runs in a process of its own; see `bench.fetchers`.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bench import fetchers
from bench.server import started, warehouse
from bench.town import TEXT, nginx

PAGES = 2_000
MEMORY_PAGES = 20_000
ROUNDS = 3
WAYS = {
    "dateline": fetchers.dateline_pages,
    "scrapy": fetchers.scrapy_pages,
    "dateline-archived": fetchers.dateline_archived,
    "scrapy-archived": fetchers.scrapy_archived,
}


def in_process(way: str, pages: int, environment: Mapping[str, str]) -> dict[str, float]:
    """What a run in a process of its own measured."""
    command = [sys.executable, "-m", "bench.fetch", way, str(pages)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, env=environment, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    assert found["pages"] == pages, found
    return found


def main() -> None:
    """Prints the measurements."""
    with nginx(), started() as server, tempfile.TemporaryDirectory(prefix="dateline-bench-") as name:
        number = 0

        def measured(way: str, pages: int) -> dict[str, float]:
            nonlocal number
            number += 1
            warehouse(server, f"fetched_{number}").dispose()
            folder = Path(name) / str(number)
            folder.mkdir()
            url = server.server.url(f"fetched_{number}")
            return in_process(way, pages, fetchers.settings(folder, url, server.server.pid))

        client, both = dict.fromkeys(WAYS, 0.0), dict.fromkeys(WAYS, 0.0)
        for _ in range(ROUNDS):  # turn about, so that a noisy minute falls on all
            for way in WAYS:
                found = measured(way, PAGES)
                client[way] = max(client[way], PAGES / found["client_s"])
                both[way] = max(both[way], PAGES / (found["client_s"] + found["server_s"]))
        flat = [measured("dateline-archived", pages)["peak_mib"] for pages in (MEMORY_PAGES // 2, MEMORY_PAGES)]
        _show(client, both, measured("dateline", MEMORY_PAGES), flat)


def _show(client: dict[str, float], both: dict[str, float], alone: dict[str, float], flat: list[float]) -> None:
    half = MEMORY_PAGES // 2
    print(f"fetch: {PAGES} pages of {len(TEXT)} bytes from one nginx, delays off, best of {ROUNDS}, without start-up")
    print(f"  dateline, fetched only           {client['dateline']:7.0f} pages a CPU second")
    print(f"  scrapy, fetched only             {client['scrapy']:7.0f} pages a CPU second")
    print(f"    ratio                          {client['dateline'] / client['scrapy']:7.2f} (target: at least 1.00)")
    print(f"  dateline, with rows and WARC     {client['dateline-archived']:7.0f} pages a CPU second")
    print(f"    and the CPU of Postgres        {both['dateline-archived']:7.0f} pages a CPU second")
    print(f"  scrapy, with WARC by warcio      {client['scrapy-archived']:7.0f} pages a CPU second")
    ratio = both["dateline-archived"] / client["scrapy-archived"]
    print(f"    ratio, Postgres counted        {ratio:7.2f} (target: at least 1.00)")
    print(f"  memory, fetched only             {alone['middle_mib']:7.0f} MiB after {half} pages, "
          f"{alone['end_mib']:.0f} after {MEMORY_PAGES}")  # fmt: skip
    print(f"  memory, with rows and WARC       {flat[0]:7.0f} MiB at most over {half} pages, "
          f"{flat[1]:.0f} over {MEMORY_PAGES}")  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(WAYS[sys.argv[1]](int(sys.argv[2]))))
    else:
        main()
