"""Raw archives: pages out of WARC, HTML, text and Markdown files, and fetched pages into WARC files."""

from pipeline.archive.reading import holds_pages, iter_pages, pages_of_file, read_page
from pipeline.archive.writing import WarcPart, write_pages, write_warc

__all__ = ["WarcPart", "holds_pages", "iter_pages", "pages_of_file", "read_page", "write_pages", "write_warc"]
