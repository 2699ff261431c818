"""What a source offers for a window. Pure but for the listing of files."""

from pipeline.discover.archives import IndexRecord, archive_location, index_pages, list_archive, list_source, records_in

__all__ = ["IndexRecord", "archive_location", "index_pages", "list_archive", "list_source", "records_in"]
