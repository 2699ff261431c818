"""`make bench`: every benchmark, one after the other."""

from bench import fetch, load, read

read.main()
load.main()
fetch.main()
