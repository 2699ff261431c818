"""Pages to articles in raw strings: text, headline and every candidate for byline and date. Pure; never raises."""

from pipeline.extract.article import VERSION, extract

__all__ = ["VERSION", "extract"]
