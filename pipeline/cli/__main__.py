"""`python -m pipeline.cli`: the same as `dateline`."""

from pipeline.cli import main

main()
