"""A process that loads for a test, in children of its own: `python -m tests.load.loader` takes orders as JSON lines.

An order names the warehouse, the source of each load to be made at once, and the statement before which every one of
them ends by SIGKILL (0 = none). The answer is a line with how each child ended.
"""

import json
import os
import signal
import sys
from dataclasses import replace
from datetime import timedelta
from itertools import count

from pipeline.articles import NormalizedArticle, Refusal
from pipeline.models import warehouse_engine
from pipeline.verdicts import Refused
from tests.builders import TEXT, a_count, a_refusal, a_rejected_page, a_source, an_article, an_author, at, under
from tests.warehouse import load_into

EDITED = TEXT.replace("12", "14")
SOURCES = ("one", "two", "three")
PROFILE = "https://x.example/jane"


def before() -> list[NormalizedArticle]:
    """What is there already."""
    url = "https://news.example/a"
    return [
        an_article("a.warc", offset=1, url=url, captured_at=at(1), authors=(an_author(profile_url=PROFILE),)),
        an_article("a.warc", offset=5, url=url, captured_at=at(5)),
        an_article("b.warc", offset=1, url="https://news.example/b", authors=(an_author("Gone Soon"),)),
        an_article("c.warc", offset=1, url="https://news.example/c"),
        a_rejected_page(),
    ]


def batch() -> tuple[list[NormalizedArticle], list[Refused]]:
    """Something of everything: new pages, an edit that splits a revision, pages read again, rejected and refused."""
    url = "https://news.example/a"
    refused = an_article("d.html")
    rejected = replace(a_rejected_page(), page=before()[3].page, rejected=Refusal("bot-wall", "asks for a captcha"))
    pages = [
        an_article("a.warc", offset=3, url=url, captured_at=at(3), text=EDITED, mentions=(a_count("14", EDITED),)),
        *under([replace(before()[2], section="Europe", authors=(an_author("Somebody Else"),)), rejected], "2"),
        *(an_article(f"new-{number}.html", captured_at=at(number)) for number in range(3)),
        an_article("e.html", site="e.example", authors=(an_author(profile_url=PROFILE),)),
        refused,
        a_rejected_page("another.html"),
    ]
    return pages, [a_refusal(refused), a_refusal(pages[3], "mention", 0)]


def load_as(source: str, url: str, ends_before: int) -> None:
    """Loads the batch as a source, and ends before the statement."""
    statements = count(1)

    def watch(_: str) -> None:
        if next(statements) == ends_before:
            os.kill(os.getpid(), signal.SIGKILL)

    pages, refused = batch()
    if source != "test":  # the same pages, captured a little later than by the sources before it
        later = timedelta(minutes=SOURCES.index(source))
        pages = [
            replace(page, page=replace(page.page, source=source, captured_at=page.page.captured_at + later))
            for page in pages
        ]
        refused = [replace(item, source=source) for item in refused]
    load_into(warehouse_engine(url), pages, refused, a_source(source), watch=watch)


def main() -> None:
    for line in sys.stdin:
        order = json.loads(line)
        children = []
        for source in order["sources"]:
            child = os.fork()
            if child == 0:
                os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # its logs are no answer
                load_as(source, order["url"], order["ends_before"])
                os._exit(0)
            children.append(child)
        ends = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        print(json.dumps(ends), flush=True)


if __name__ == "__main__":
    main()
