"""Dateline: news pages in, honest rows out."""
