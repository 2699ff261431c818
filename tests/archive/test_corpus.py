"""A thousand real pages, as loose files and as one WARC: the same bytes, each found again at its place."""

import subprocess
import sys
from pathlib import Path

from pipeline.archive import iter_pages, read_page


def test_real_pages_come_out_of_a_warc_as_they_went_in(shared: Path, tmp_path: Path) -> None:
    warc = tmp_path / "dev.warc.gz"
    script = shared / "corpus" / "to_warc.py"
    subprocess.run([sys.executable, str(script), str(warc), "--limit", "300"], check=True, capture_output=True)
    pages = list(iter_pages(warc))
    loose = {page.page_hash for page in iter_pages(shared / "corpus" / "pages")}
    assert len(pages) == 300
    assert {page.page_hash for page in pages} <= loose
    assert [page.refusal for page in pages] == [None] * 300
    assert all(read_page(page.raw, "read") == page for page in pages[::7])
