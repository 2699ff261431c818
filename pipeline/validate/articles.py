"""Articles as columns: what the suite `articles` looks at, one row an article."""

from collections.abc import Callable, Iterator
from datetime import datetime

from pipeline.articles import NormalizedArticle
from pipeline.dates import DateCandidate, Moment
from pipeline.validate.strings import holds_markup, letter_share, replacement_share, storable

_DAY_S = 86_400.0
_FIRST_REAL_CAPTURE = 1991  # an older "capture" is the time of a file that some tool has set to an epoch
_COVER_DAYS = 62  # a monthly that is on sale in July bears "September"


def _published_ahead_days(article: NormalizedArticle) -> float | None:
    """Days from capture to the first instant of its publication; None where one of the two is not known."""
    captured, published = article.page.captured_at, article.published
    if published is None or captured.year < _FIRST_REAL_CAPTURE:
        return None
    ahead = _days(captured, published.start)
    return ahead if published.precision not in ("month", "year") else max(0.0, ahead - _COVER_DAYS)


def _modified_behind_days(article: NormalizedArticle) -> float | None:
    """Days by which the whole of `modified` lies before `published`; negative where it comes after."""
    if article.published is None or article.modified is None:
        return None
    return _days(article.modified.end, article.published.start)


def _days(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / _DAY_S


def _interval_is_ordered(moment: Moment | None) -> bool:
    return moment is None or moment.start < moment.end


def _dates_are_ordered(candidates: tuple[DateCandidate, ...]) -> bool:
    return all(_interval_is_ordered(candidate.moment) for candidate in candidates)


def _dateline_is_in_text(article: NormalizedArticle) -> bool:
    line = article.dateline
    return line is None or (
        0 <= line.char_start < line.char_end and article.text[line.char_start : line.char_end] == line.text
    )


def _strings(article: NormalizedArticle) -> Iterator[str | None]:
    yield from (article.page.url, article.canonical_url, article.site, article.publisher, article.title, article.text)
    yield from (article.language, article.section, article.genre, article.byline, *article.aliases)
    yield article.dateline.text if article.dateline else None
    for date in article.date_candidates:
        yield from (date.raw.raw, date.raw.locator)
    for byline in article.byline_candidates:
        yield from (*byline.raw.names, byline.raw.locator)


COLUMNS: dict[str, Callable[[NormalizedArticle], object]] = {
    "page_hash": lambda article: article.page.page_hash,
    "canonical_url": lambda article: article.canonical_url,
    "site": lambda article: article.site,
    "publisher": lambda article: article.publisher,
    "title": lambda article: article.title,
    "title_holds_markup": lambda article: holds_markup(article.title),
    "text_length": lambda article: len(article.text.strip()),
    "text_letter_share": lambda article: letter_share(article.text),
    "text_replacement_share": lambda article: replacement_share(article.text),
    "text_holds_markup": lambda article: holds_markup(article.text),
    "language": lambda article: article.language,
    "section": lambda article: article.section,
    "byline": lambda article: article.byline,
    "author_count": lambda article: len(article.authors),
    "dateline_is_in_text": _dateline_is_in_text,
    "published_precision": lambda article: article.published and article.published.precision,
    "published_year": lambda article: article.published and article.published.end.year,
    "published_ahead_days": _published_ahead_days,
    "published_offset_minutes": lambda article: article.published and article.published.offset_minutes,
    "published_is_ordered": lambda article: _interval_is_ordered(article.published),
    "modified_is_ordered": lambda article: _interval_is_ordered(article.modified),
    "modified_behind_days": _modified_behind_days,
    "date_candidates_are_ordered": lambda article: _dates_are_ordered(article.date_candidates),
    "is_storable": lambda article: storable(_strings(article)),
}
