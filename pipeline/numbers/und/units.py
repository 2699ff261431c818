"""Percent is written the same everywhere."""

from typing import Final

UNITS: Final = """
percent | | %, ％, ٪
"""
TIME_UNITS: Final = ""
