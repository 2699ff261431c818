"""Raw archives: pages out of WARC, HTML, text and Markdown files, and fetched pages into WARC files."""

from pipeline.archive.reading import holds_pages, iter_pages, pages_of_file, read_page

__all__ = ["holds_pages", "iter_pages", "pages_of_file", "read_page"]
